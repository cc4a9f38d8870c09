"""What the model proposes: its entities, with their boundaries repaired and their kind judged."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.name import Kind
from custody_records.annotate.names.words import Words, words_of
from custody_records.annotate.organizations.rules import load_subjects
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.people.runs import NameRuns

KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
}
RULE = "model.ner"
# What no name goes on over: a line's end, a bracket, a colon, a dash between spaces.
_BREAK = re.compile(r"[\n()\[\]:;\"“”«»|•]|\s[-–—]")
_AUXILIARIES = frozenset(
    [
        "is",
        "was",
        "were",
        "are",
        "be",
        "been",
        "being",
        "has",
        "had",
        "have",
        "did",
        "later",
        "then",
        "also",
    ]
)
_BODIES = frozenset(["coalition", "alliance", "movement", "newspaper", "party", "agency"])
# A family name by itself may open with one of these: "bin Laden", "de Gaulle".
_OPENING_PARTICLES = frozenset(["bin", "ibn", "von", "van", "de", "da", "du", "della", "al", "el"])
# "Belgazprombank", "Privatbank"; "Burbank" and "Eubank" are shorter.
_BANK = 9
# "the NGO Rights Georgia"
_TYPE_ACRONYMS = frozenset(["NGO", "NGOs", "LLC", "OOO", "TOO", "JSC"])
# "The State killed my son"
_POWERS = frozenset(["State", "Nation"])
_CONSTITUENCIES = frozenset(["East", "West", "North", "South", "Central", "County", "Municipality"])
# After these a single word that the model takes for a person or a body is most often a place.
_INSIDE = frozenset(["in", "near", "outside", "inside", "across"])


class ModelEntities:
    """Proposes the model's entities; what cannot be a name of its kind is left out."""

    def __init__(self, rules: Path, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self.heads = lexicon.lexicon.nouns.head_words()
        self.subjects = load_subjects(rules).subjects
        self.never = load_subjects(rules).never
        self.runs = NameRuns(self.lexicon, self.heads, self.subjects)

    def __call__(self, doc: Doc) -> Iterator[Candidate]:
        """Yield a candidate for each entity that is a name."""
        words = words_of(doc)
        votes: dict[str, Counter[Kind]] = {}
        found = []
        for entity in doc.ents:
            kind = KINDS.get(entity.label_)
            if kind is None:
                continue
            span = self.trimmed(words, entity.start_char, entity.end_char, kind)
            if span is None:
                continue
            first, last = span
            found.append((first, last, kind))
            text = " ".join(words.texts[first : last + 1])
            votes.setdefault(text, Counter())[kind] += 1
        for first, last, kind in found:
            judged = self.judged(words, first, last, kind, votes)
            if judged:
                start, end = words.span(first, last)
                yield Candidate(start, end, RULE, Rank.MODEL, reading=judged)

    def trimmed(self, words: Words, start: int, end: int, kind: Kind) -> tuple[int, int] | None:
        """Return first and last word of the entity without what is not of the name."""
        first, stop = words.within(start, end)
        last = stop - 1
        # Nothing goes on over a line's end; brackets and colons end a name.
        for i in range(first, last):
            gap = words.gap(i)
            if (
                _BREAK.search(gap)
                or (kind == "person" and "," in gap)
                # "a resident of Chebarkul, Salim Mukhamedyanov"
                or (gap == ", " and words.texts[i + 1] in self.lexicon.given)
                or (words.texts[i + 1] == "in" and i + 1 < last)
            ):
                last = i
                break
        while first <= last and not self.may_begin(words, first, kind):
            first += 1
        while last >= first and not self.may_end(words, last):
            last -= 1
        if kind == "person" and first <= last and self.adjective(words, last):
            last -= 1
        if first > last:
            return None
        if kind == "person":
            end_of_run = self.runs.end(words, first)
            if end_of_run is not None and end_of_run > last and words.capital(last):
                last = end_of_run
        return first, last

    def may_begin(self, words: Words, i: int, kind: Kind) -> bool:
        """Tell whether a name of this kind can begin with word ``i``."""
        word, low = words.texts[i], words.texts[i].lower()
        if low in self.lexicon.closed.function_words and not (word.isupper() and len(word) > 1):
            return False
        if kind == "organization" and word in _TYPE_ACRONYMS:
            return False
        if kind == "person":
            if low in self.lexicon.titles.dropped:
                return False
            if self.lexicon.is_title(word) and word not in self.lexicon.given:
                return False
            if low in _OPENING_PARTICLES and i + 1 < len(words) and words.capital(i + 1):
                return True
            return words.capital(i) and (
                word not in self.lexicon.demonyms or word in self.lexicon.given
            )
        return words.capital(i) or word[0].isdigit()

    def adjective(self, words: Words, last: int) -> bool:
        """Tell whether a person's name ends in an adjective that is no family name.

        "Jailed Kyrgyz politician" has a noun after it; "Tana French" may be a name.
        """
        if words.texts[last] not in self.lexicon.demonyms or last + 1 >= len(words):
            return False
        after = words.texts[last + 1]
        noun = after.islower() and after not in self.lexicon.closed.function_words
        return noun and words.gap(last) == " "

    def may_end(self, words: Words, i: int) -> bool:
        """Tell whether a name can end with word ``i``."""
        word = words.texts[i]
        if word[0].isdigit() and "-" in word:
            # "Chelsea 2-1"
            return False
        if word.islower() and self.lexicon.is_title(word):
            # "Azattyk contributor"
            return False
        return word.lower() not in self.lexicon.closed.function_words or (
            words.capital(i) and (len(word) > 3 or word.isupper())
        )

    def judged(
        self, words: Words, first: int, last: int, kind: Kind, votes: dict[str, Counter[Kind]]
    ) -> Kind | None:
        """Return the kind of the stretch, None if it is no name."""
        parts = words.texts[first : last + 1]
        low = [part.lower() for part in parts]
        lexicon = self.lexicon
        if all(
            p in lexicon.demonyms or q in lexicon.closed.calendar
            for p, q in zip(parts, low, strict=True)
        ):
            return None
        if " ".join(parts) in self.never or not any(
            words.capital(i) for i in range(first, last + 1)
        ):
            return None
        if len(parts) == 1:
            return self.judged_word(words, first, kind, votes)
        if self.head(low) in lexicon.things and kind != "person":
            return None
        if self.head(low) in lexicon.lands and kind != "person":
            return "place"
        if low[0] in lexicon.titles.offices and kind != "person":
            # "Minister of Internal Affairs", "Commissioner for Human Rights": office-holders.
            return None
        if kind == "organization" and (
            self.of_office(words, first, parts)
            or self.of_member(words, last)
            # "Public Relations" of "Public Relations Officer Frank Baine"
            or (
                self.before_title(words, last)
                and all(
                    p.lower() in lexicon.titles.modifiers
                    or p in self.subjects | lexicon.countries | lexicon.demonyms
                    for p in parts
                )
            )
            # "Additional Standing Counsel", "Permanent Representative"
            or (lexicon.is_title(parts[-1]) and parts[-1] not in self.heads | self.subjects)
        ):
            return None
        if low[-1] in lexicon.buildings and kind != "person":
            return "facility"
        if kind == "person":
            if any(p in self.heads for p in parts) and parts[0] not in lexicon.given:
                return "organization" if parts[-1] in self.heads else None
            return (
                "person"
                if all(
                    words.capital(i) or words.texts[i] in lexicon.particles
                    for i in range(first, last + 1)
                )
                and not any(c.isdigit() for p in parts for c in p)
                else None
            )
        if self.like_person(words, first, last, kind):
            return "person"
        if kind == "place" and parts[-1] in self.heads:
            return "organization"
        return self.majority(" ".join(parts), kind, votes)

    def like_person(self, words: Words, first: int, last: int, kind: Kind) -> bool:
        """Tell whether what the model takes for a body or a place has the form of a person.

        "Phumzile Mlambo-Ngcuka": two halves of a double name; "Gough Whitlam": a family name
        after a word that is no place, adjective or known word of a body.
        """
        if self.runs.end(words, first) != last:
            return False
        given, family = words.texts[first], words.texts[last]
        surname = self.lexicon.looks_like_surname(family)
        if kind == "place":
            return given in self.lexicon.given and surname
        halves = family.split("-")
        double = len(halves) == 2 and all(half[:1].isupper() and len(half) > 2 for half in halves)
        return surname or double or family in self.lexicon.family

    def of_office(self, words: Words, first: int, parts: list[str]) -> bool:
        """Tell whether the model saw only "Internal Affairs" of "Minister of Internal Affairs"."""
        return (
            first > 1
            and words.texts[first - 1] in ("of", "for")
            and words.texts[first - 2].lower() in self.lexicon.titles.offices
            and all(part in self.subjects or part == "and" for part in parts)
        )

    @staticmethod
    def of_member(words: Words, last: int) -> bool:
        """Tell whether a constituency ends at ``last``: "Kyaddondo East MP Robert Kyagulanyi"."""
        return (
            words.texts[last] in _CONSTITUENCIES
            and last + 1 < len(words)
            and words.texts[last + 1].partition("-")[0] in ("MP", "MPs", "MLA", "lawmaker")
        )

    @staticmethod
    def head(low: list[str]) -> str:
        """Return the last word before the first preposition ("convention" of "Convention on")."""
        for i, word in enumerate(low):
            if i and word in ("of", "on", "against", "for", "to", "in"):
                return low[i - 1]
        return low[-1]

    def judged_word(
        self, words: Words, i: int, kind: Kind, votes: dict[str, Counter[Kind]]
    ) -> Kind | None:
        """Judge a stretch of one word."""
        word, low = words.texts[i], words.texts[i].lower()
        lexicon = self.lexicon
        if (
            word in _POWERS
            or word in lexicon.words.other_acronyms
            or (low in lexicon.closed.function_words and not word.isupper())
        ):
            return None
        common = lexicon.things | lexicon.buildings
        if word in self.heads or low in common or (low[-1] == "s" and low[:-1] in common):
            # also "Prisons" of "Chief Inspector of Prisons"
            return None
        if lexicon.is_title(low) and word not in lexicon.given:
            return None
        if any(c.isdigit() for c in word) and kind != "organization":
            return None
        if low.endswith("ism") and kind != "place":
            return None
        if word in lexicon.countries:
            return "place"
        if "-" in word and word.rpartition("-")[2] in ("based", "born", "led", "linked", "backed"):
            return None
        if (
            kind == "organization"
            and self.before_title(words, i)
            and (word in self.subjects or low in lexicon.titles.modifiers)
        ):
            return None
        if low.endswith("bank") and len(low) >= _BANK:
            return "organization"
        if kind != "place" and self.inside(words, i) and word not in words.after_capitals:
            return "place"
        if kind == "person" and word.isupper() and 2 <= len(word) <= 6:
            return "organization" if self.in_prose(words, i) else None
        human = lexicon.looks_like_surname(word) or self.acts(words, i)
        if kind == "organization" and human and not word.isupper():
            return "person"
        if kind != "place" and self.before_building(words, i):
            return "facility"
        return self.majority(word, kind, votes)

    @staticmethod
    def inside(words: Words, i: int) -> bool:
        """Tell whether "in", "near" or the like stands right before word ``i``."""
        return (
            bool(i)
            and words.texts[i - 1] in _INSIDE
            and words.gap(i - 1) == " "
            and (not words.texts[i].isupper())
        )

    def acts(self, words: Words, i: int) -> bool:
        """Tell whether what only people do follows a bare word: "Hawkins was re-elected"."""
        if i and words.texts[i - 1].lower() in ("the", "a", "an", "that", "its"):
            return False
        for k in range(i + 1, min(i + 5, len(words))):
            if words.gap(k - 1) != " ":
                return False
            if words.texts[k] in self.lexicon.words.human_acts:
                return True
            if words.texts[k] not in _AUXILIARIES and not words.texts[k].endswith("ly"):
                return False
        return False

    def before_building(self, words: Words, i: int) -> bool:
        """Tell whether a building is named: "the Evin prison", "Alabama's Donaldson prison"."""
        return (
            0 < i < len(words) - 1
            and (words.texts[i - 1] == "the" or words.gap(i - 1) in ("'s ", "’s "))
            and words.gap(i) == " "
            and words.texts[i + 1] in self.lexicon.buildings
        )

    @staticmethod
    def before_body(words: Words, last: int) -> bool:
        """Tell whether a word for a body follows: "the Azimio la Umoja coalition"."""
        return (
            last + 1 < len(words) and words.gap(last) == " " and words.texts[last + 1] in _BODIES
        ) or words.text.startswith((" news agency", " news portal"), words.ends[last])

    def before_title(self, words: Words, i: int) -> bool:
        """Tell whether a title follows: "Interior" of "Interior Minister Turgumbaev"."""
        return i + 1 < len(words) and self.lexicon.is_title(words.texts[i + 1])

    @staticmethod
    def in_prose(words: Words, i: int) -> bool:
        """Tell whether the neighbours of word ``i`` are not all in capitals, too."""
        near = [words.texts[k] for k in (i - 1, i + 1) if 0 <= k < len(words)]
        return not near or any(not word.isupper() for word in near)

    @staticmethod
    def majority(text: str, kind: Kind, votes: dict[str, Counter[Kind]]) -> Kind:
        """Return what the model says of the same stretch most often in this text."""
        counted = votes.get(text)
        if not counted:
            return kind
        best, number = counted.most_common(1)[0]
        return best if number > counted[kind] else kind
