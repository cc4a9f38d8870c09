"""Which country an article is about: the weighted evidence of its words, or none."""

import re
from collections import defaultdict
from pathlib import Path
from urllib.parse import urlsplit

from spacy.tokens import Doc

from custody_records.annotate.country.digest import of_paragraphs
from custody_records.annotate.country.evidence import CountryCues, Cue
from custody_records.annotate.country.rules import load, load_countries, load_towns
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.text import text_of

_REACH = 60  # characters in which a word tells that a country is none of the story
_NAMES = ("name", "adjective")


class ArticleCountry:
    """Sets ``doc._.country`` to an ISO 3166 alpha-2 code where it is not set and one leads.

    Sets ``doc._.countries`` where paragraphs tell their own.
    """

    def __init__(self, rules: Path) -> None:
        (self.rule,) = load(rules)
        self.lexicon = CountryCues(load_countries(rules), signs=True, towns=load_towns(rules))

    def __call__(self, doc: Doc) -> Doc:
        """Weigh the evidence."""
        if doc._.country is None:
            doc._.country = self.decide(doc)
        doc._.countries = of_paragraphs(text_of(doc), doc._.country, self.lexicon)
        return doc

    def scores(self, text: str) -> dict[str, float]:
        """Return the sum of the weights of every country that a text points to."""
        rule = self.rule
        title_end = text.find("\n")
        opening_end = max(title_end, 0) + rule.opening_characters
        totals: dict[str, float] = defaultdict(float)
        shared: list[tuple[Cue, float]] = []
        for cue in self._evidence(text):
            factor = 1.0
            if cue.start < title_end:
                factor = rule.title_factor
            elif cue.start < opening_end:
                factor = rule.opening_factor
            weight = factor * float(getattr(rule.weights, cue.kind))
            if cue.rivals:
                shared.append((cue, weight))
            else:
                totals[cue.country] += weight
        others = dict(totals)
        for cue, weight in shared:
            both = (cue.country, *cue.rivals)
            totals[max(both, key=lambda code: others.get(code, 0.0))] += weight
        return totals

    def _evidence(self, text: str) -> list[Cue]:
        """Return the words that point to a country the text is set in, and to no person."""
        rule = self.rule
        cues = []
        people: set[str] = set()
        for cue in self.lexicon.find(text):
            before = text[max(0, cue.start - _REACH) : cue.start]
            if rule.person.regex.match(text[cue.start : cue.end + _REACH]):
                people.add(text[cue.start : cue.end])
            elif not rule.elsewhere.regex.search(before) and not rule.seat.regex.match(
                text[cue.end : cue.end + _REACH]
            ):
                cues.append(cue)
        return [cue for cue in cues if text[cue.start : cue.end] not in people] if people else cues

    def _of_source(self, url: str, publisher: str) -> set[str]:
        """Return the countries of the host's ending, of the path's names and of the publisher.

        "https://www.notorture.kz/..." tells KZ, ".../news/tajikistan/incidents/..." TJ, "The Times
        of India" IN.
        """
        home = self.rule.home_press
        found = {cue.country for cue in self.lexicon.find(publisher) if cue.kind in _NAMES} & home
        try:
            parts = urlsplit(url)
        except ValueError:  # "http://[": no address of any host
            return found
        words = re.sub(r"[\W\d_]+", " ", parts.path).title()
        found |= {cue.country for cue in self.lexicon.find(words) if cue.kind == "name"}
        ending = (parts.hostname or "").rpartition(".")[2].upper()
        if ending in home:
            found.add(ending)
        return found

    def decide(self, doc: Doc) -> str | None:
        """Return the leading country and log the decision; None if none leads clearly."""
        totals = self.scores(text_of(doc))
        alone = len(totals) == 1 and max(totals.values()) >= self.rule.enough_alone
        for code in self._of_source(doc._.url or "", doc._.publisher or ""):
            totals[code] = totals.get(code, 0.0) + self.rule.weights.address
        if not totals:
            return None
        (first, best), *others = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
        second = others[0][1] if others else 0.0
        enough = best >= self.rule.enough or (alone and not others)
        leads = enough and best >= self.rule.lead * second
        note(doc, Decision("country", self.rule.id, 0, 0, "kept" if leads else "refused", first))
        return first if leads else None
