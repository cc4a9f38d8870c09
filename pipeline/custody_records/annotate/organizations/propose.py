"""What `organizations` proposes to the naming step."""

import re
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate import numbers
from custody_records.annotate.lexicon.lexicon import ENGLISH
from custody_records.annotate.names.gazetteer import NameTable
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words, words_of
from custody_records.annotate.organizations.forms import FormFinder
from custody_records.annotate.organizations.heads import HeadFinder
from custody_records.annotate.organizations.rules import OrganizationRules
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.text import text_of

_FARTHEST = 7  # words
_DASH = "–"
_BRANCHING = frozenset([" ", _DASH, "-"])
_LONG = 5  # letters of a part of a publisher's name that tells it
_FEWEST = 2  # letters of an acronym
KNOWN = "organization.known"
ACRONYM = "organization.acronym"
PUBLISHER = "organization.publisher"
_BRACKET = re.compile(
    r"\s?[(,]\s?(?:or )?[\"“«]?"
    r"([A-Z][A-Za-z]{0,3}[A-Z]{1,6}[a-z]?|[A-Z][a-z]{1,3}[A-Z][a-z]{1,4})[\"”»]?\s?[),.]"
)
_SHORT_NAME = re.compile(r" \(([A-Z][A-Za-z]{3,11})\)")
_SPACES_OF_LONG = 3


class OrganizationProposer:
    """Proposes organizations by head word, by lower-case pattern and by name."""

    def __init__(self, rules: Path, lexicon: NameLexicon, bodies: OrganizationRules) -> None:
        self.lexicon = lexicon
        self.subjects = bodies.subjects
        self.known = NameTable(
            (name, row.name) for row in bodies.known for name in (row.name, *row.aliases)
        )
        ordinals = numbers.load(rules, ENGLISH).ordinal_endings
        self.heads = HeadFinder(bodies.heads, self.known, bodies.subjects, lexicon, ordinals)
        self.forms = FormFinder(bodies.forms, bodies.subjects, lexicon)

    def __call__(self, doc: Doc) -> Iterator[Candidate]:
        """Yield the candidates of one doc."""
        words = words_of(doc)
        found = [
            (*words.span(a, self.with_branch(words, self.spelled(words, a, b))), rule)
            for a, b, rule in self.heads.find(words)
        ]
        found += self.forms.find(words)
        for start, end, rule in found:
            end = self.unquoted(words.text, start, end)
            rank = Rank.MODEL if rule in self.forms.weak else Rank.RULE
            yield Candidate(start, end, rule, rank, order=-2, reading="organization")
            yield from self.acronym(text_of(doc), end)
            yield from self.short_name(text_of(doc), start, end)
        yield from self.publisher(words, doc._.publisher)
        for first, last, canonical in self.known.find(words):
            if last == first and self.common(words, first, canonical):
                continue
            last = self.with_country(words, last)
            start, end = words.span(first, last)
            # "Prove They Are Alive!"
            end += canonical[-1] in "!?" and words.text[end : end + 1] == canonical[-1]
            rank = Rank.RULE if last > first else Rank.GAZETTEER
            yield Candidate(start, end, KNOWN, rank, order=-1, reading="organization")
            if last > first:
                yield from self.acronym(text_of(doc), end)

    def publisher(self, words: Words, name: str | None) -> Iterator[Candidate]:
        """Yield the publisher where somebody tells it something, in full or by a part of it."""
        parts = frozenset(part.casefold() for part in (name or "").split() if len(part) >= _LONG)
        for i in words.where(self.lexicon.words.addressing) if parts else ():
            first = i + 1
            if first < len(words) and words.texts[first].lower() in self.lexicon.closed.definite:
                first += 1
            last = first
            while last < len(words) and words.capital(last) and words.previous(last):
                if words.texts[last].casefold() not in parts:
                    break
                last += 1
            if last > first and not (last < len(words) and words.capital(last)):
                start, end = words.span(first, last - 1)
                yield Candidate(start, end, PUBLISHER, Rank.RULE, order=-1, reading="organization")

    def common(self, words: Words, i: int, canonical: str) -> bool:
        """Tell whether a known name of one word is a common word here.

        "Economist and author", "the Victory Amnesty", "Labour Camp"
        """
        word = words.texts[i]
        joined = words.previous(i) and words.capital(i - 1) and not words.opens(i - 1)
        if word.lower() in self.lexicon.things:
            after = words.texts[i + 1] if i + 1 < len(words) else ""
            acts = after in self.lexicon.closed.speech or after in self.lexicon.words.auxiliaries
            told = acts or (" " in canonical and canonical in words.text)
            return bool(joined) or word.lower() in words.lower_case or not told
        if words.next(i).lower() in self.lexicon.buildings and words.capital(i + 1):
            return True
        return self.lexicon.is_title(word) and words.before(i) not in self.lexicon.closed.definite

    def spelled(self, words: Words, first: int, last: int) -> int:
        """Return the last word of the name that an acronym in brackets spells, from ``first`` on.

        "Commission for Rights and Freedoms (ECRF)": the acronym tells that "and" joins no other
        body. ``last`` where none does.
        """
        letters = "".join(
            words.texts[i][0] for i in range(first, last + 1) if words.capital(i)
        ).upper()
        before = set(letters)
        for k in range(last + 1, min(last + _FARTHEST, len(words) - 1)):
            if words.gap(k - 1) not in (" ", ", "):
                break
            if words.capital(k):
                letters += words.texts[k][0].upper()
            elif words.texts[k] not in self.subjects.unspelled:
                break
            if words.gap(k) == " (" and words.gap(k + 1)[:1] == ")":
                acronym = set(words.texts[k + 1].upper())
                # "Institute of Anthropology and History (INAH)": in its own language's order
                reordered = len(acronym) > _FEWEST and before < acronym <= set(letters)
                return k if words.texts[k + 1] == letters or reordered else last
        return last

    def acronym(self, text: str, end: int) -> Iterator[Candidate]:
        """Yield the acronym in brackets (or between commas) after a name that ends at ``end``."""
        after = _BRACKET.match(text, end)
        if after and after[1] not in self.lexicon.words.other_acronyms:
            yield Candidate(
                after.start(1), after.end(1), ACRONYM, Rank.RULE, reading="organization"
            )

    def short_name(self, text: str, start: int, end: int) -> Iterator[Candidate]:
        """Yield the word in brackets behind a long name: "League for ... Human Rights (Licadho)".

        Weak, because a place may stand there, too.
        """
        after = _SHORT_NAME.match(text, end)
        if not after or text.count(" ", start, end) < _SPACES_OF_LONG:
            return
        word = after[1]
        lexicon = self.lexicon
        named = word in lexicon.given or word in lexicon.demonyms or word in lexicon.countries
        if not (named or lexicon.is_title(word) or word.lower() in lexicon.things):
            yield Candidate(*after.span(1), ACRONYM, Rank.MODEL, reading="organization")

    @staticmethod
    def unquoted(text: str, start: int, end: int) -> int:
        """Return the end of a name that opens a quotation, behind the closing mark."""
        opened = any(text.find(mark, start, end) >= 0 for mark in '"“«„')
        return end + 1 if opened and text[end : end + 1] in ('"', "”", "»", "“") else end

    def with_branch(self, words: Words, last: int) -> int:
        """Return the last word of "Transparency International Kenya", a branch by its country."""
        i = last + 1
        after = words.texts[i] if i < len(words) and words.gap(last) in _BRANCHING else ""
        town = words.gap(last) == _DASH and words.capital(i) and words.run_end(i) == i
        if town and after not in self.heads.rule_of:
            return i  # "Helsinki Citizens' Assembly–Vanadzor"
        return i if after in self.lexicon.countries or after in self.subjects.branches else last

    def with_country(self, words: Words, last: int) -> int:
        """Return the last word of "House of Commons of Canada", whose country is of the name."""
        i = last + 1
        if self.with_branch(words, last) == i:
            return i
        if i + 1 >= len(words) or words.next(last) not in self.lexicon.closed.genitive:
            return last
        i += 2 if words.texts[i + 1] in self.lexicon.closed.definite else 1
        for end in (i + 1, i):
            if end < len(words) and " ".join(words.texts[i : end + 1]) in self.lexicon.countries:
                return end
        return last
