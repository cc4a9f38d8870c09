"""Find the names of bodies that a head word gives away, and where such a name begins and ends."""

from collections.abc import Iterator

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.organizations.rules import HeadRule, SubjectFile

_SPACES = frozenset([" ", "\u00a0"])
_PLURAL_POSSESSIVE = frozenset(["' ", "’ "])
_POSSESSIVE = frozenset(["'s ", "’s "])
_REGIONS = frozenset(
    ["region", "district", "city", "province", "oblast", "county", "republic", "town", "raion"]
)
_OPENING = frozenset([' "', " “", " «", " „"])
_CLOSING = frozenset(['"', "”", "»", "“"])
_JOINERS = frozenset(["and", "or"])
# "Foundation in Defense of Prisoners' Rights"
_CAUSES = frozenset(["Defense", "Defence", "Support", "Solidarity", "Memory"])
_ORDINALS = frozenset(["First", "Second", "Third"])
_FORCES = frozenset(["Force", "Forces", "Army", "Brigade", "Battalion", "Regiment", "Corps"])
# "Defenders of Human Rights Center"
_STANDING_FOR = frozenset(["Defenders", "Friends", "Mothers", "Voices", "Voice", "Children"])
_REGIONS_OF_WORLD = frozenset(
    [
        "Europe",
        "Eastern Europe",
        "Asia",
        "Central Asia",
        "South Asia",
        "Southeast Asia",
        "Africa",
        "West Africa",
        "East Africa",
        "Latin America",
        "Americas",
        "Caucasus",
        "Middle East",
    ]
)
_MOST_WORDS = 14


class HeadFinder:
    """Walks left and right from each head word."""

    def __init__(
        self, rules: tuple[HeadRule, ...], subjects: SubjectFile, lexicon: NameLexicon
    ) -> None:
        self.subjects = subjects
        self.lexicon = lexicon
        self.rule_of: dict[str, HeadRule] = {}
        for rule in rules:
            for head in lexicon.lexicon.nouns.heads(rule.kind):
                self.rule_of.setdefault(head, rule)
        self.never = subjects.never | lexicon.countries
        # A title belongs to who holds it ("Judge"), unless it is a word of a body's subject.
        self.stops = (
            lexicon.closed.function_words | lexicon.closed.calendar | lexicon.titles.courtesy
        )

    def find(self, words: Words) -> Iterator[tuple[int, int, str]]:
        """Yield (first word, last word, rule id) of each name; longer ones may follow shorter."""
        for i, word in enumerate(words.texts):
            rule = self.rule_of.get(word)
            if rule is None or self.of_building(words, i) or self.of_minister(words, i):
                continue
            if word == "TV" and self.of_country(words, i):
                continue
            first = self.left(words, i)
            last = self.right(words, i, rule)
            if word in _FORCES:
                first, last = self.of_force(words, first, i, last)
            whole = " ".join(words.texts[first : last + 1])
            if (first < i or last > i) and whole not in self.never and not self.surname(words, i):
                yield first, last, rule.id

    @staticmethod
    def of_building(words: Words, i: int) -> bool:
        """Tell whether the head names a building: "Police" of "Central Police Station"."""
        return (
            words.texts[i] == "Police"
            and i + 1 < len(words)
            and words.gap(i) in _SPACES
            and words.texts[i + 1] in ("Station", "Stations", "Headquarters", "Barracks")
        )

    def of_force(self, words: Words, first: int, head: int, last: int) -> tuple[int, int]:
        """Return the bounds of a force: with its number, without the man who commands it.

        "34 Artillery Brigade", "Special Deterrence Force of Abdul Raouf Kara"
        """
        if (
            first < head
            and first
            and words.gap(first - 1) in _SPACES
            and words.texts[first - 1].isdigit()
        ):
            first -= len(words.texts[first - 1]) < 4
        if last > head + 2 and words.texts[head + 2] in self.lexicon.given:
            last = head
        return first, last

    def of_country(self, words: Words, i: int) -> bool:
        """Tell whether "TV" at ``i`` is any of a country's: "a Kazakh TV channel"."""
        return (
            i > 1
            and words.texts[i - 1] in self.lexicon.demonyms
            and words.texts[i - 2].lower() in ("a", "an")
        )

    def of_minister(self, words: Words, i: int) -> bool:
        """Tell whether the head is what an office is for: "Energy" of "Deputy Energy Minister"."""
        return (
            i + 1 < len(words)
            and words.texts[i] in self.subjects.subjects
            and words.gap(i) in _SPACES
            and words.capital(i + 1)
            and self.lexicon.is_title(words.texts[i + 1])
        )

    def surname(self, words: Words, i: int) -> bool:
        """Tell whether "Court" is a family name: "Elsa Court", but "the Victoria Court"."""
        return (
            words.texts[i] == "Court"
            and i > 0
            and words.gap(i - 1) == " "
            and words.texts[i - 1] in self.lexicon.given
            and words.texts[i - 1] not in self.lexicon.countries
            and (i < 2 or words.gap(i - 2) != " " or words.texts[i - 2] not in ("the", "The"))
            and not (i > 1 and words.gap(i - 2) == " " and words.capital(i - 2))
        )

    def left(self, words: Words, head: int) -> int:
        """Return the first word of the name that ends in ``head``."""
        first = j = head
        while j > 0 and head - j < _MOST_WORDS:
            gap, i = words.gap(j - 1), j - 1
            word = words.texts[i]
            if gap in _SPACES:
                if self.belongs(words, i):
                    first = j = i
                    continue
                joined = self.joined_left(words, i, j)
                if joined is None:
                    break
                first = j = joined
            elif gap in _PLURAL_POSSESSIVE or gap in _POSSESSIVE:
                if word not in self.subjects.possessors:
                    break
                first = j = i
            elif gap == " & " or (
                gap == ", "
                and " and " in words.text[words.starts[j] : words.starts[head]]
                and {word, words.texts[j]} <= self.subjects.subjects
            ):
                # "Shooters, Fishers and Farmers Party"
                first = j = i
            else:
                break
        return self.trimmed(words, first, head)

    def belongs(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` may be part of a name that goes on after it."""
        word = words.texts[i]
        if not words.capital(i):
            ordinal = word[0].isdigit() and word[-2:] in ("st", "nd", "rd", "th")
            # "Forum 18 News Service", but not "August 2010 Seydi Town Court"
            inner = word.isdigit() and len(word) < 4 and i > 0 and words.capital(i - 1)
            return ordinal or (inner and words.texts[i - 1].lower() not in self.stops)
        if self.lexicon.is_compound(word):
            # "the Hamilton-area Liberal Party"
            return False
        if word in _ORDINALS:
            # "the Second Jury Court"
            return i > 0 and words.texts[i - 1].lower() == "the"
        # "US Air Force": an acronym is no function word.
        return word.lower() not in self.stops or (word.isupper() and len(word) > 1)

    def joined_left(self, words: Words, i: int, j: int) -> int | None:
        """Return the word before "and" or "of" at ``i`` if the name goes on through it."""
        if words.texts[i] not in ("and", "of") or i == 0 or words.gap(i - 1) not in _SPACES:
            return None
        before, after = words.texts[i - 1], words.texts[j]
        if words.texts[i] == "of":
            # "Bank of America Corporation", "Defenders of Human Rights Center"
            return i - 1 if before in self.rule_of or before in _STANDING_FOR else None
        if before in self.subjects.subjects and words.capital(j):
            return i - 1
        if f"{before}+{after}" in self.subjects.joined_places:
            return i - 1
        known = before in self.lexicon.demonyms and after in self.lexicon.demonyms
        return i - 1 if known else None

    def trimmed(self, words: Words, first: int, head: int) -> int:
        """Drop what stands before a name and is none of it: "Judge", "Minister"."""
        for i in range(head - 1, first - 1, -1):
            low = words.texts[i].lower()
            if (
                low in self.subjects.never_inside
                and words.texts[i] not in self.subjects.possessors | self.subjects.subjects
            ):
                return i + 1
        return first

    def right(self, words: Words, head: int, rule: HeadRule) -> int:
        """Return the last word of the name whose head word is ``head``."""
        last = self.quoted(words, self.numbered(words, head))
        tails = 0
        while rule.tails and tails < 3 and last - head < _MOST_WORDS:
            end = self.tail(words, last, rule.tails, deeper=tails > 0)
            if end is None:
                break
            last, tails = end, tails + 1
        return last

    def numbered(self, words: Words, head: int) -> int:
        """Take in the number of "Medeu District Court No. 2"; "Martial" of a court of soldiers."""
        if words.texts[head : head + 2] == ["Court", "Martial"] and words.gap(head) in _SPACES:
            return head + 1
        after = words.texts[head + 1 : head + 3]
        if len(after) == 2 and after[0] in ("No", "№", "Number") and after[1].isdigit():
            return head + 2
        return head

    def quoted(self, words: Words, last: int) -> int:
        """Take in the name in quotes of 'Human Rights Movement "Bir Duino-Kyrgyzstan"'."""
        if last + 1 >= len(words) or words.gap(last) not in _OPENING:
            return last
        end = last + 1
        while end + 1 < len(words) and words.gap(end) == " " and end - last < 6:
            end += 1
        return end if words.capital(last + 1) and words.gap(end)[:1] in _CLOSING else last

    def tail(self, words: Words, last: int, tails: tuple[str, ...], *, deeper: bool) -> int | None:
        """Return the last word of a tail such as "of (the) Internal Affairs", None if none."""
        i = last + 1
        if i + 1 >= len(words) or words.gap(last) not in _SPACES:
            return None
        preposition = words.texts[i]
        cause = preposition == "in" and words.texts[i + 1] in _CAUSES
        deep = deeper and preposition in ("of", "in", "against")
        allowed = preposition in tails or deep or cause
        if not allowed or words.gap(i) not in _SPACES:
            return None
        i += 1
        if words.texts[i] == "the" and words.gap(i) in _SPACES and i + 1 < len(words):
            if preposition == "to":
                # "a party to the Convention"
                return None
            i += 1
        if preposition == "in" and not (cause or self.region(words, i)):
            return None
        if not words.capital(i) or not self.belongs(words, i):
            return None
        if words.texts[i] in self.rule_of and preposition != "for":
            # "the Penitentiary Department of the Ministry of Justice": two bodies.
            return None
        end = self.run(words, i)
        object_ = preposition == "to" and words.texts[end + 1 : end + 2] == ["the"]
        if object_ and end + 2 < len(words) and words.capital(end + 2):
            # "Movement to Protect the Rights of Prisoners"
            return self.run(words, end + 2)
        return end

    def region(self, words: Words, i: int) -> bool:
        """Tell whether a country or a part of the world begins at ``i``."""
        one, two = words.texts[i], " ".join(words.texts[i : i + 2])
        return bool({one, two} & (self.lexicon.countries | _REGIONS_OF_WORLD))

    def run(self, words: Words, i: int) -> int:
        """Return the last word of the capitalised stretch that begins at ``i``."""
        last = i
        while last + 1 < len(words):
            gap, after = words.gap(last), last + 1
            word = words.texts[after]
            if " ".join(words.texts[i:after]) in self.lexicon.countries:
                # "the Liberal Party of Canada Robert de Cotret": the country ends the name.
                break
            if gap in _SPACES and words.capital(after) and self.belongs(words, after):
                if (
                    word.lower() in self.subjects.never_inside
                    and word not in self.subjects.subjects
                ):
                    break
                if word in self.lexicon.given and self.person_follows(words, i, after):
                    break
                last = after
            elif gap in _SPACES and word in _REGIONS:
                last = after
                break
            elif (gap in _PLURAL_POSSESSIVE or gap in _POSSESSIVE) and words.capital(after):
                if words.texts[last] not in self.subjects.possessors:
                    break
                last = after
            elif gap in (", ", " & ") or (gap in _SPACES and word in _JOINERS):
                joined = after + 1 if word in _JOINERS else after
                if joined >= len(words) or words.texts[joined] not in self.subjects.subjects:
                    break
                if gap == ", " and not self.list_closes(words, joined):
                    break
                if (
                    words.texts[last] not in self.subjects.subjects
                    and words.texts[i] not in self.subjects.subjects
                ):
                    break
                last = joined
            else:
                break
        return last

    def person_follows(self, words: Words, first: int, i: int) -> bool:
        """Tell whether a person begins at ``i``: "Party of Ontario Gordon Armstrong"."""
        return (
            words.texts[i - 1] not in self.lexicon.given
            and i > first
            and i + 1 < len(words)
            and words.gap(i) in _SPACES
            and words.capital(i + 1)
            and words.texts[i + 1] not in self.rule_of
        )

    def list_closes(self, words: Words, i: int) -> bool:
        """Tell whether the list at ``i`` comes to its "and": "Labor, Employment and Social ..."."""
        for k in range(i, min(i + 8, len(words) - 1)):
            if words.texts[k + 1] == "and":
                return True
            if words.gap(k) not in (" ", ", "):
                return False
        return False
