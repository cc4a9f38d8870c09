"""What the people room proposes to the naming step."""

import re
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words, words_of
from custody_records.annotate.organizations.rules import load_subjects
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.people.runs import NameRuns

TITLED = "person.titled"
AGED = "person.aged"
GIVEN = "person.given_name"
ENDING = "person.surname_ending"
INITIAL = "person.initials"
APPOSED = "person.apposed"

# ", 26," " (26)", ", aged 26", " (born ...".
_AGE = re.compile(r"(?:, (?:aged )?(\d{1,3})(?: years old)?[,.;]| \((\d{1,3})\)| \((?:born|b\.))")
_DWELLERS = frozenset(["resident", "native", "man", "woman", "boy", "girl", "citizen"])
_ARTICLES = frozenset(["a", "an", "the", "his", "her", "their", "another"])
_LOCATED = frozenset(["in", "at", "from", "near", "outside", "to", "around", "for"])
_OFFICE = 8  # words
_REGIONS = frozenset(["region", "province", "oblast", "district", "republic", "city", "state"])
_LEADING = frozenset(
    ["Chief", "Deputy", "Senior", "First", "Acting", "Former", "Assistant", "Vice"]
)
_OWNERS = frozenset(["his", "her", "their", "my", "eldest", "youngest", "younger", "elder", "only"])
_SERVANT = ("Abdol", "Abdul", "Abdel", "Abdur", "Abdal", "Gholam")
_OF = frozenset(["of", "for", "at"])


class PersonProposer:
    """Proposes people by title, by age, by given name, by ending and by initials."""

    def __init__(self, rules: Path, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self.roles = self.lexicon.titles.roles
        self.modifiers = self.lexicon.titles.modifiers
        self.runs = NameRuns(
            lexicon, lexicon.lexicon.nouns.head_words(), load_subjects(rules).subjects
        )

    def __call__(self, doc: Doc) -> Iterator[Candidate]:
        """Yield the candidates of one doc."""
        words = words_of(doc)
        listed = -1
        for i in range(len(words)):
            if not words.capital(i):
                continue
            joined = listed >= 0 and self.joined(words, listed, i)
            before = joined or self.title_before(words, i)
            office = not before and self.office_before(words, i)
            led = before or office
            inner = i > 0 and not led and words.capital(i - 1) and words.gap(i - 1) == " "
            if inner and not self.fresh(words, i):
                continue
            last = self.runs.end(words, i)
            if last is None or (self.lexicon.is_title(words.texts[i]) and not self.known(words, i)):
                continue
            if led and last > i + 1 and words.texts[i].lower() in self.lexicon.titles.religious:
                # "opposition leaders Hassan Mushaima and Sheikh Ali Salman"
                continue
            rule = self.rule(words, i, last, before or (office and last > i))
            if joined and last > i and not self.spoiled(words, last):
                rule = TITLED
            if rule == TITLED and (joined or self.plural_before(words, i)):
                listed = last
            start, end = words.span(i, last)
            if words.texts[last] in ("Jr", "Sr") and words.text[end : end + 1] == ".":
                end += 1
            if rule and words.text[start:end] not in self.lexicon.countries:
                rank = Rank.RULE if rule in (TITLED, AGED) else Rank.GAZETTEER
                yield Candidate(start, end, rule, rank, reading="person")

    @staticmethod
    def joined(words: Words, last: int, i: int) -> bool:
        """Tell whether ``i`` goes on a list whose name before ends at ``last``."""
        if i == last + 1:
            return words.gap(last) == ", "
        return i == last + 2 and words.texts[i - 1] == "and" and words.gap(last) in (" ", ", ")

    def plural_before(self, words: Words, i: int) -> bool:
        """Tell whether a title in the plural stands before: "MPs Omer X and Muazzez Y"."""
        low = words.texts[i - 1].lower() if i else ""
        return low[-1:] == "s" and low[:-1] in self.roles and words.gap(i - 1) == " "

    def office_before(self, words: Words, i: int) -> bool:
        """Tell whether an office with its "of ..." ends before ``i``: "Minister of Defence | X Y".

        "Commissioner General of Prisons Thushara Upuldeniya", of whom the model knows nothing.
        """
        if any(" ".join(words.texts[k : i + 1]) in self.lexicon.countries for k in (i - 1, i - 2)):
            # "President of the United | States Barack Obama"
            return False
        for k in range(i - 1, max(0, i - _OFFICE), -1):
            word = words.texts[k]
            if words.gap(k) not in (" ", "\u00a0"):
                return False
            if word in ("of", "for") and k < i - 1 and self.lexicon.is_role(words.texts[k - 1]):
                return words.capital(k - 1)
            small = word in ("of", "for", "the", "and")
            known = word in self.runs.heads or self.part_of_office(words, k)
            if not (small or known):
                return False
        return False

    def part_of_office(self, words: Words, k: int) -> bool:
        """Tell whether word ``k`` can be what an office is of: no name of a person."""
        word = words.texts[k]
        if word in self.lexicon.countries or word == "Prisons":
            return True
        return words.capital(k) and word.lower() in _REGIONS

    def fresh(self, words: Words, i: int) -> bool:
        """Tell whether a name can begin at ``i`` although a capital stands before it."""
        before = words.texts[i - 1]
        return (
            not self.runs.part(words, i - 1)
            or (words.opens(i - 1) and before not in self.lexicon.given)
            or (self.known(words, i) and before not in self.lexicon.given)
        )

    def known(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` is a given name."""
        return words.texts[i] in self.lexicon.given

    def title_before(self, words: Words, i: int) -> bool:
        """Tell whether a title stands right before word ``i``."""
        if i == 0:
            return False
        low = words.texts[i - 1].lower()
        gap = words.gap(i - 1)
        if gap in (". ", ".\u00a0", "."):
            return low in self.lexicon.parts.abbreviated and words.capital(i - 1)
        if gap not in (" ", "\u00a0"):
            return False
        if (
            low in self.lexicon.parts.abbreviated
            or low.rstrip(".") in self.lexicon.parts.abbreviated
        ):
            return words.capital(i - 1)
        if low in ("called", "named") and i > 1:
            # "a taxi driver called Beslan"
            return words.gap(i - 2) == " " and self.lexicon.is_role(words.texts[i - 2])
        return self.lexicon.is_title(words.texts[i - 1]) or (
            low[-1] == "s" and low[:-1] in self.roles
        )

    def rule(self, words: Words, first: int, last: int, titled: bool) -> str | None:
        """Return what makes the run a person, None if nothing does."""
        if first == last and self.of_office(words, last):
            return None
        parts = [words.texts[k] for k in range(first, last + 1)]
        if titled and not self.spoiled(words, last) and self.trusted_title(words, first, last):
            return TITLED
        tail = words.text[words.ends[last] : words.ends[last] + 30]
        if (
            first > 1
            and words.gap(first - 1) == ", "
            and words.texts[first - 1] in self.lexicon.titles.kinship
            and tail[:1] in (",", ".", ";")
            and (words.gap(first - 2) in ("'s ", "’s ") or words.texts[first - 2] in _OWNERS)
        ):
            # "said Perera's wife, Chandrani."
            return TITLED
        if (
            (last > first or parts[0] in self.lexicon.given)
            and _AGE.match(tail)
            and self.plausible_age(tail)
            and not self.spoiled(words, last)
        ):
            return AGED
        if first > 0 and words.texts[first - 1].lower().endswith("-year-old"):
            # "the 24-year-old Almaty resident"
            described = (
                last + 1 < len(words)
                and words.gap(last) == " "
                and (
                    self.lexicon.is_title(words.texts[last + 1])
                    or words.texts[last + 1] in _DWELLERS
                )
            )
            return None if described else AGED
        if last == first or self.spoiled(words, last):
            return None
        if self.runs.initial(words, first):
            return INITIAL
        located = first > 0 and words.texts[first - 1].lower() in _LOCATED
        if not located and self.apposed(words, last):
            return APPOSED
        if parts[0] in self.lexicon.given or self.hyphenated_given(parts[0]):
            return GIVEN
        if self.lexicon.looks_like_surname(parts[-1]) or any(
            p.lower() in self.lexicon.patronymics for p in parts[1:]
        ):
            return ENDING
        return None

    def of_office(self, words: Words, i: int) -> bool:
        """Tell whether one word is a part of a role: "Asia" of "deputy Asia director"."""
        return (
            i + 1 < len(words)
            and words.gap(i) == " "
            and words.texts[i + 1].islower()
            and self.lexicon.is_role(words.texts[i + 1])
        )

    def apposed(self, words: Words, last: int) -> bool:
        """Tell whether an apposition with a role follows: ", head of the foundation, ..."."""
        i = last + 1
        if i + 1 >= len(words) or words.gap(last) != ", ":
            return False
        i += words.texts[i] in _ARTICLES
        for k in range(i, min(i + 4, len(words) - 1)):
            word = words.texts[k]
            if self.lexicon.is_role(word) and not words.capital(k):
                return words.gap(k)[:1] in (",", ";", ")") or words.texts[k + 1] in _OF
            if words.gap(k) not in (" ", "' ", "’ ") or word.lower() not in self.modifiers:
                return False
        return False

    def trusted_title(self, words: Words, first: int, last: int) -> bool:
        """Tell whether the title before the run is one: in "Member States" it is not.

        An office in capitals with an adjective or with its "of ..." is one before two words.

        A title in lower case, or one that always is a capital before a name ("Judge"), is; any
        other capital may be a word of a heading and needs a name that looks like one.
        """
        title = words.texts[first - 1]
        low = title.lower()
        if title[0].islower():
            return True
        if low in self.lexicon.titles.courtesy or low in self.lexicon.titles.capitalized:
            return True
        if low in self.lexicon.parts.abbreviated or (words.opens(first - 1) and last > first):
            return True
        if title in self.lexicon.titles.rank_acronyms and last > first:
            return True
        if last > first and not self.lexicon.is_title(title):
            return True  # title_before has found an office with its "of ..."
        if last > first and first > 1 and words.gap(first - 2) == " ":
            leading = words.texts[first - 2]
            if leading in _LEADING and self.lexicon.is_role(title):
                return True
        return (
            words.texts[first] in self.lexicon.given
            or self.hyphenated_given(words.texts[first])
            or self.runs.initial(words, first)
            or self.lexicon.looks_like_surname(words.texts[last])
        )

    def hyphenated_given(self, word: str) -> bool:
        """Tell whether the first half of a double name is a given name ("Jean-Bertrand").

        "Servant of" is written in one word or two: "Abdolbaset", "Abdulhadi".
        """
        first, hyphen, _ = word.partition("-")
        servant = len(word) > 7 and word.startswith(_SERVANT)
        return servant or (bool(hyphen) and first in self.lexicon.given)

    def spoiled(self, words: Words, last: int) -> bool:
        """Tell whether the run goes on into something that is no person: "Kim Street"."""
        if last + 1 >= len(words) or words.gap(last) not in (" ", "\u00a0"):
            return False
        word = words.texts[last + 1]
        if not words.capital(last + 1):
            return word in (
                "region",
                "district",
                "province",
                "oblast",
                "county",
                "street",
                "city",
                "party",
            )
        low = word.lower()
        return (
            word in self.runs.heads
            or low in self.lexicon.buildings
            or low in self.lexicon.things
            or low in ("region", "district", "province", "oblast", "county")
        )

    @staticmethod
    def plausible_age(tail: str) -> bool:
        """Tell whether what follows the name is an age of a person."""
        found = _AGE.match(tail)
        if not found:
            return False
        age = found[1] or found[2]
        return age is None or 5 <= int(age) <= 110
