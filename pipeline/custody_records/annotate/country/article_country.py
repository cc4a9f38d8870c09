"""Which country an article is about: the weighted evidence of its words, or none."""

import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

from spacy.tokens import Doc

from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.country.rules import load, load_countries
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.text import text_of


class ArticleCountry:
    """Sets ``doc._.country`` to an ISO 3166 alpha-2 code where it is not set and one leads."""

    def __init__(self, rules: Path) -> None:
        (self.rule,) = load(rules)
        self.lexicon = CountryCues(load_countries(rules), signs=True)

    def __call__(self, doc: Doc) -> Doc:
        """Weigh the evidence."""
        if doc._.country is None:
            doc._.country = self.decide(doc)
        return doc

    def scores(self, text: str, url: str = "") -> dict[str, float]:
        """Return the sum of the weights of every country that text and address point to."""
        rule = self.rule
        title_end = text.find("\n")
        opening_end = max(title_end, 0) + rule.opening_characters
        totals: dict[str, float] = defaultdict(float)
        for cue in self.lexicon.find(text):
            factor = 1.0
            if cue.start < title_end:
                factor = rule.title_factor
            elif cue.start < opening_end:
                factor = rule.opening_factor
            totals[cue.country] += factor * float(getattr(rule.weights, cue.kind))
        for code in self._of_address(url):
            totals[code] += rule.weights.address
        return totals

    def _of_address(self, url: str) -> set[str]:
        """Return the countries of the host's ending and of the names in the path.

        "https://www.notorture.kz/..." tells KZ, ".../news/tajikistan/incidents/..." TJ.
        """
        try:
            parts = urlsplit(url)
        except ValueError:  # "http://[": no address of any host
            return set()
        words = re.sub(r"[\W\d_]+", " ", parts.path).title()
        found = {cue.country for cue in self.lexicon.find(words) if cue.kind == "name"}
        ending = (parts.hostname or "").rpartition(".")[2].upper()
        if ending in self.rule.endings:
            found.add(ending)
        return found

    def decide(self, doc: Doc) -> str | None:
        """Return the leading country and log the decision; None if none leads clearly."""
        totals = self.scores(text_of(doc), doc._.url or "")
        if not totals:
            return None
        (first, best), *others = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
        second = others[0][1] if others else 0.0
        leads = best >= self.rule.enough and best >= self.rule.lead * second
        note(
            doc,
            Decision("country", self.rule.id, 0, 0, "kept" if leads else "refused", first),
        )
        return first if leads else None
