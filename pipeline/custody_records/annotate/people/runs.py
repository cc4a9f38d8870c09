"""Where a person's name that begins at a word ends: capitals, initials, particles, numerals."""

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words

_SPACES = frozenset([" ", "\u00a0"])
_NUMERALS = frozenset(
    [
        "I",
        "II",
        "III",
        "IV",
        "V",
        "VI",
        "VII",
        "VIII",
        "IX",
        "X",
        "XI",
        "XII",
        "XIII",
        "XIV",
        "XV",
        "XVI",
    ]
)
_QUOTES = frozenset([' "', " “", " «"])
_UNQUOTES = frozenset(['" ', "” ", "» "])
_JUNIOR = frozenset(["Jr", "Sr", "Jr.", "Sr."])
# Function words that are family names, too: "Viktor Ten", "Sergei An".
_HOMONYMS = frozenset(
    [
        "ten",
        "an",
        "so",
        "do",
        "than",
        "no",
        "may",
        "on",
        "he",
        "you",
        "will",
        "can",
        "nor",
        "see",
        "me",
    ]
)
# Initials of one sound and two letters: "R. Sh. Galiev", "Yu. A. Petrov".
_DIGRAPHS = frozenset(["Sh", "Ch", "Zh", "Kh", "Ts", "Yu", "Ya", "Ye", "Yo", "Dzh", "Ph", "Th"])
_MOST_WORDS = 6
# Titles that are printed with a point before a name.
ABBREVIATED = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "capt",
        "sgt",
        "cpl",
        "rev",
        "hon",
        "gov",
        "sen",
        "rep",
        "mme",
        "atty",
        "insp",
        "brig",
        "adm",
        "cmdr",
        "supt",
        "fr",
        "msgr",
    ]
)


class NameRuns:
    """Knows which words a person's name is made of, and which end it."""

    def __init__(
        self, lexicon: NameLexicon, heads: frozenset[str], subjects: frozenset[str]
    ) -> None:
        """``heads`` and ``subjects`` are words of organizations: "Toqaev Foundation" is nobody."""
        self.lexicon = lexicon
        words = lexicon.words
        self.never = (
            lexicon.closed.function_words
            | lexicon.closed.calendar
            | words.facility_heads
            | words.other_heads
            | words.place_heads
        ) - {name.lower() for name in lexicon.given}
        self.heads = heads | (subjects - lexicon.given)

    def part(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` can be a given name or a family name."""
        word = words.texts[i]
        if not words.capital(i) or any(letter.isdigit() for letter in word):
            return False
        if len(word) > 1 and word.isupper() and not word.endswith("."):
            return False
        if word.lower() in ABBREVIATED and words.gap(i)[:1] == ".":
            # "Maj. Gen. Zaw Min Tun"; without the point, "Maj" is a given name.
            return False
        if "/" in word or (len(word) > 2 and "." in word[:-1] and not word.isupper()):
            return False
        if word in self.heads or word in self.lexicon.countries:
            return False
        if word in self.lexicon.demonyms and word not in self.lexicon.given:
            return False
        if word[-1] == "s" and (
            word[:-1].lower() in self.lexicon.titles.roles
            or word[:-1].lower() in self.lexicon.words.facility_heads
        ):
            # "Prime Ministers Indira Gandhi and ...", "Commissioner of Prisons Dan Jones"
            return False
        return word.lower() not in self.never

    def initial(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` is an initial: "V.", "J.K.", "L"."""
        word = words.texts[i]
        if word in _DIGRAPHS and words.gap(i)[:1] == ".":
            return True
        return words.capital(i) and (
            (len(word) == 2 and word[1] == ".")
            or (len(word) == 4 and word[1] == "." and word[3] == ".")
        )

    def end(self, words: Words, first: int) -> int | None:
        """Return the last word of the name that begins at ``first``, None if none does."""
        if not (self.part(words, first) or self.initial(words, first) or self.ranked(words, first)):
            return None
        last = first
        while last + 1 < len(words) and last - first + 1 < _MOST_WORDS:
            gap, after = words.gap(last), last + 1
            if (
                gap in (". ", ".\u00a0", ".")
                and self.initial(words, last)
                and self.part(words, after)
            ):
                # "R. Sh. Galiev"
                last = after
                continue
            if gap == "" and self.initial(words, last) and self.part(words, after):
                last = after
                continue
            if gap in _QUOTES and (self.part(words, after) or self.short(words.texts[after])):
                # 'Aleksandra "Sasha" Skochilenko', 'Tyrone "TJ" Whitaker'
                beyond = words.gap(after) in _UNQUOTES and after + 1 < len(words)
                if not (beyond and self.part(words, after + 1)):
                    break
                last = after + 1
                continue
            if gap not in _SPACES:
                break
            word = words.texts[after]
            if self.initial(words, after):
                if after + 1 < len(words) and words.gap(after) in ("", " ", ". ", "."):
                    last = after
                    continue
                break
            if (word in _NUMERALS or word in _JUNIOR) and after > first:
                last = after
                continue
            if (
                self.part(words, after)
                or self.country_surname(words, first, after)
                or (
                    # "Viktor Ten", "Bui Thi Thien Can": after a given name a numeral can be one.
                    (words.texts[last] in self.lexicon.given or last > first + 1)
                    and words.capital(after)
                    and word.lower() in _HOMONYMS
                )
            ):
                if self.lexicon.is_title(word) and word not in self.lexicon.given:
                    short = word.lower() in ABBREVIATED and words.gap(after)[:1] != "."
                    if not (short and not self.goes_on(words, after)):
                        break
                last = after
                continue
            ahead = self.after_particles(words, after)
            if ahead is None:
                break
            last = ahead
        if self.initial(words, last):
            return None if last == first else last - 1
        return last

    @staticmethod
    def goes_on(words: Words, i: int) -> bool:
        """Tell whether a capital follows, so that "Sen" at ``i`` is a title and not "Hun Sen"."""
        return i + 1 < len(words) and words.gap(i) in _SPACES and words.capital(i + 1)

    @staticmethod
    def short(word: str) -> bool:
        """Tell whether the word in quotes may be the initials that a person goes by."""
        return word.isupper() and len(word) in (2, 3)

    def ranked(self, words: Words, i: int) -> bool:
        """Tell whether a function word with a capital is a name: "Brig. Gen. Than Oo"."""
        return (
            words.texts[i].lower() in _HOMONYMS
            and 0 < i < len(words) - 1
            and words.capital(i)
            and words.capital(i - 1)
            and words.texts[i - 1].lower() in ABBREVIATED
            and words.gap(i) in _SPACES
            and self.part(words, i + 1)
        )

    def country_surname(self, words: Words, first: int, i: int) -> bool:
        """Tell whether a country at ``i`` is a family name: "Lisa Monaco"."""
        return (
            i == first + 1
            and words.texts[first] in self.lexicon.given
            and words.texts[i] in self.lexicon.countries
            and not words.texts[i].isupper()
            and not (
                i + 1 < len(words) and words.gap(i) in (" ", "'s ", "’s ") and words.capital(i + 1)
            )
        )

    def after_particles(self, words: Words, i: int) -> int | None:
        """Return the capitalised word after one or two particles at ``i`` ("van den", "bin")."""
        for k in (i, i + 1):
            if k + 1 >= len(words) or words.texts[k] not in self.lexicon.particles:
                return k - 1 if k > i and words.texts[i] in self.lexicon.patronymics else None
            if words.gap(k) not in _SPACES:
                return k if words.texts[k] in self.lexicon.patronymics else None
            if words.texts[k] in ("uly", "uulu", "kyzy", "qyzy", "oglu", "ogly", "ugli", "qizi"):
                return k
            if self.part(words, k + 1):
                return k + 1
        return None
