"""Read the units of a citation: a marker and its numbers ("parts 1 and 2", "405-бабы", "§ 2")."""

import re

from custody_records.annotate.statutes import numbers
from custody_records.annotate.statutes.joins import COMMA, SPACES, past_gap
from custody_records.annotate.statutes.lexicon import StatuteLexicon
from custody_records.annotate.statutes.rules import Level, Marker
from custody_records.annotate.statutes.unit import (
    LONGEST_RANGE,
    Unit,
    Value,
    bracket,
    expanded,
    in_bracket,
)

TOP: frozenset[Level] = frozenset({"article", "section", "rule", "order"})
DEEP: frozenset[Level] = frozenset({"part", "paragraph", "item", "point", "subpoint"})
LONGEST_LIST = 400
MOST_PARTS = 30
HIGHEST_PART = 60
# How far below the top a level stands; the order of a citation's units rises or falls in it.
RANK: dict[Level, int] = {
    "order": 0, "article": 1, "rule": 1, "section": 2, "part": 3, "paragraph": 4, "item": 5,
    "point": 6, "subpoint": 7,
}  # fmt: skip

_OPEN = re.compile(r"[ \u00a0]?\(|[-–]\((?=\d|[a-z]\))")
_LOOSE_DASH = re.compile(r"[-–] ")
_DASHED_SIGN = re.compile(r"[-–]§\s?(\d{1,3})(?!\d)")  # "Section 401-§1" of Myanmar
_SUFFIX_LETTER = re.compile(r"[ \u00a0]?([a-z])\)")
_SLASH_PART = re.compile(r"/(\d{1,2})(?![\d/])")  # "Article 314/2" of Turkey
_SLASH = re.compile(r"/(?=\d)")
GLOSS = re.compile(r"\s?[(“«‘]([^()“”«»\n]{3,200})[)”»’]")


class UnitReader:
    """Reads one unit at a position of a text."""

    def __init__(self, lexicon: StatuteLexicon) -> None:
        self.lexicon = lexicon
        self.joins = lexicon.joins
        self.numbers = lexicon.numbers

    def read(self, text: str, at: int) -> Unit | None:
        """Return the unit that begins at ``at``, in whatever order marker and number stand."""
        return (
            self._marker_first(text, at)
            or self._both(text, at)
            or self._suffixed(text, at)
            or self._by_ordinal(text, at)
        )

    def bare(self, text: str, at: int, like: Unit) -> Unit | None:
        """Return a number without a marker as one more unit like ``like``."""
        value = self._value(text, at, like.level)
        if value is None:
            return None
        return Unit(like.marker, like.level, [value], at, value.end, like.plural)

    def numbered(self, text: str, at: int, marker: Marker, *, plural: bool) -> Unit | None:
        """Return the numbers at ``at``, whose marker stands elsewhere or nowhere.

        That is right behind an instrument ("18 U.S.C. 2339B"), or, ``plural``, in a list that is
        announced: "articles ..., 174 and 400".
        """
        return self._numbered(text, at, at, marker, plural)

    def _marker_first(self, text: str, at: int) -> Unit | None:
        word = self.lexicon.word(self.lexicon.before, text, at)
        if word is None:
            return None
        start = past_gap(text, word.end)
        dash = _LOOSE_DASH.match(text, start)
        if dash and (word.plural or word.marker.level == "section"):
            start = dash.end()
        sign = self.joins.number_sign.match(text, start) if word.marker.level in TOP else None
        start = sign.end() if sign else start
        unit = self._numbered(text, at, start, word.marker, word.plural)
        return unit or self._ordinals_behind(text, at, start, word.marker)

    def _numbered(
        self, text: str, at: int, start: int, marker: Marker, plural: bool
    ) -> Unit | None:
        first = self._value(text, start, marker.level, first=True, listed=plural)
        if first is None or self.joins.counted.match(text, first.end):
            return None
        values = [first]
        self._extend(text, values, marker, plural)
        return Unit(marker, marker.level, expanded(values, plural), at, values[-1].end, plural)

    def _extend(self, text: str, values: list[Value], marker: Marker, plural: bool) -> None:
        """Append the further numbers of a list or range."""
        while len(values) < LONGEST_LIST:
            more = self._ranged(text, values, marker) or self._listed(text, values, marker, plural)
            if not more:
                return
            values.extend(more)

    def _ranged(self, text: str, values: list[Value], marker: Marker) -> list[Value]:
        """Return the numbers up to the end of a range that begins with the last value."""
        first = values[-1]
        ranged = None if first.brackets else self.joins.to.match(text, first.end)
        last = self._value(text, ranged.end(), marker.level) if ranged else None
        if last is None:
            return []
        longest = LONGEST_RANGE if marker.level in TOP else MOST_PARTS
        inner: list[str] | None = None
        if first.text.isdigit() and last.text.isdigit():
            low, high = int(first.text), int(last.text)
            if 0 < high - low <= longest and self._continues(text, values, last, marker):
                inner = [str(number) for number in range(low + 1, high)]
        if inner is None and marker.level in TOP:  # "Articles 205 to 205.6"
            whole = numbers.indexed(first.text, last.text)
            inner = whole[1:-1] if whole else None
        if inner is None:
            return []
        start, first.end = first.start, last.end
        return [*(Value(number, start, last.end) for number in inner), last]

    def _listed(self, text: str, values: list[Value], marker: Marker, plural: bool) -> list[Value]:
        """Return the next number of a list, if there is one."""
        before = values[-1]
        gloss = GLOSS.match(text, before.end) if plural and marker.level in TOP else None
        end = gloss.end() if gloss else before.end
        joined = self.joins.also.match(text, end)
        if joined is None and marker.level == "section":
            joined = _SLASH.match(text, before.end)
        if joined is None:
            return []
        if marker.sign and len(values) > 1 and "," in joined[0]:
            return []  # "Articles 5 §§ 1 and 4, and 13"
        letter = not before.text[0].isdigit()
        following = self._value(text, joined.end(), marker.level, letter=letter, listed=plural)
        if following is None or not self._continues(text, values, following, marker):
            return []
        if gloss:
            before.gloss = gloss.span(1)
        return [following]

    def _continues(self, text: str, values: list[Value], nxt: Value, marker: Marker) -> bool:
        """Tell whether ``nxt`` belongs to the list and is not a number of something else."""
        if self.lexicon.word(self.lexicon.after, text, nxt.end):
            return False
        digits = re.match(r"\d+", nxt.text)
        if marker.level in DEEP and digits and int(digits[0]) > HIGHEST_PART:
            return False  # "ст. 362 п. 3, 366 ч. 2": 366 is an article
        if self.joins.us_title.match(text, nxt.end):
            return False  # "16 U.S.C. §1375(b) & 50 C.F.R. §18.13"
        year = re.fullmatch(r"(?:19|20)\d\d", nxt.text)
        if year and marker.level in TOP and len(values[-1].text) < 4:
            return False
        behind = self.lexicon.word(self.lexicon.before, text, past_gap(text, nxt.end))
        if behind and RANK[behind.marker.level] < RANK[marker.level]:
            return True  # "ч.ч. 1, 2 ст. 405"
        comma = COMMA.match(text, nxt.end) if marker.level in DEEP else None
        again = self.lexicon.word(self.lexicon.before, text, comma.end()) if comma else None
        if again and again.marker.level == marker.level:
            return False  # "articles 9, paragraph 3, and 14, paragraph 3 (b)"
        if behind and RANK[behind.marker.level] >= RANK[marker.level] and not nxt.brackets:
            # "ст. 174 ч. 2, 405 ч. 1": 405 is an article of its own
            return self._value(text, past_gap(text, behind.end), "part", nested=True) is None
        return self.joins.follows_list.match(text, nxt.end) is not None

    def _value(
        self,
        text: str,
        at: int,
        level: Level,
        first: bool = False,
        letter: bool | None = None,
        nested: bool = False,
        listed: bool = False,
    ) -> Value | None:
        """Return the number, letter or numeral at ``at`` with the brackets behind it.

        ``nested``: it stands in a bracket itself, so that units in its brackets are not read.
        ``listed``: a plural announces it, so that a comma parts numbers and no thousands.
        """
        if level in TOP:
            value = self._top_value(text, at, first, level, listed)
        else:
            value = self._deep_value(text, at, first, letter)
        if value is not None:
            self._brackets(text, value, nested)
        return value

    def _top_value(
        self, text: str, at: int, first: bool, level: Level, listed: bool
    ) -> Value | None:
        several = listed or level == "section"
        number = numbers.LISTED_ARTICLE if several else numbers.ARTICLE
        found = number.match(text, at)
        if found:
            value = Value(found[0], at, found.end())
            slash = _SLASH_PART.match(text, found.end()) if level == "article" else None
            if slash:
                value.brackets.append([slash[1]])
                value.end = slash.end()
            lost = self.lexicon.lost_index.match(text, found.end())
            if lost:
                value.lost_index = (lost[1], lost.end())
            return value
        found = numbers.ROMAN.match(text, at)
        if found and level == "section" and len(found[0]) == 1:
            return None  # "Section C"
        if found and (found[0] != "I" or self.lexicon.behind_roman.match(text, at + 1)):
            return Value(found[0], at, found.end())
        found = self.numbers.regex.match(text, at) if first else None
        if found:
            return Value(self.numbers.digits(found[0]), at, found.end())
        return None

    def _deep_value(self, text: str, at: int, first: bool, letter: bool | None) -> Value | None:
        if letter is not True:
            found = numbers.PART.match(text, at)
            if found:
                closed = text[found.end() : found.end() + 1] == ")" and first
                end = found.end() + (closed and not in_bracket(text, at))
                return Value(found[0], at, end)
        if letter is not False:
            found = numbers.LETTER.match(text, at)
            if found and (found["close"] or not found["open"]):
                # "(part 4, paragraph g)" keeps its bracket
                kept = found["close"] == ")" and not found["open"] and in_bracket(text, at)
                end = found.end() - kept
                return Value(found["letter"], at, end)
        bracketed = re.compile(r"\(([ivx]{1,5}|\d{1,3}[a-z]?|[A-Za-z])\)").match(text, at)
        if bracketed:
            return Value(bracketed[1], at, bracketed.end())
        roman = re.compile(r"[ivx]{1,5}(?!\w)|[IVX]{1,5}(?!\w)").match(text, at)
        if roman and first:
            return Value(roman[0], at, roman.end())
        word = self.numbers.cardinal_regex.match(text, at) if first else None
        return Value(self.numbers.digits(word[0]), at, word.end()) if word else None

    def _brackets(self, text: str, value: Value, nested: bool) -> None:
        """Take the brackets that hold parts and points: (1), (1, 6), (part 2), (1) c)."""
        signed = _DASHED_SIGN.match(text, value.end)
        if signed:
            value.brackets.append([signed[1]])
            value.end = signed.end()
        while True:
            opened = _OPEN.match(text, value.end)
            if not opened:
                letter = _SUFFIX_LETTER.match(text, value.end)
                if letter and value.brackets:
                    value.brackets.append([letter[1]])
                    value.end = letter.end()
                    continue
                return
            unit = self._deep(text, opened.end()) if not (value.inner or nested) else None
            if unit and unit.level in DEEP:
                if not self._inner(text, value, unit):
                    return
                continue
            held, at = bracket(text, opened.end(), self.joins.also)
            if not held:
                return
            value.brackets.append(held)
            value.end = self._more_brackets(text, held, at)

    def _more_brackets(self, text: str, held: list[str], at: int) -> int:
        """Add "(2)" of "405 (1), (2) and (3)" to ``held``; return the end."""
        while len(held) < LONGEST_LIST:
            joined = self.joins.also.match(text, at)
            opened = re.compile(r"\(").match(text, joined.end()) if joined else None
            more, end = bracket(text, opened.end(), self.joins.also) if opened else ([], at)
            if not more:
                return at
            held.extend(more)
            at = end
        return at

    def _inner(self, text: str, value: Value, unit: Unit) -> bool:
        """Take units in a bracket: "41 (part 2, point 1)"; False if it has more."""
        units, at = [unit], unit.end
        while True:
            if text[at : at + 1] == ")":
                value.inner, value.end = units, at + 1
                return True
            comma = self.joins.also.match(text, at)
            following = self._deep(text, comma.end() if comma else past_gap(text, at))
            if following is None or following.level not in DEEP or len(units) > 5:
                return False
            units.append(following)
            at = following.end

    def _deep(self, text: str, at: int) -> Unit | None:
        """Return a plain unit for a bracket: a marker and numbers without further brackets."""
        word = self.lexicon.word(self.lexicon.before, text, at)
        if word is None or word.marker.level not in DEEP:
            return None
        start = past_gap(text, word.end)
        values: list[Value] = []
        while len(values) < MOST_PARTS:
            value = self._value(text, start, word.marker.level, not values, nested=True)
            if value is None:
                break
            values.append(value)
            joined = self.joins.also.match(text, value.end)
            if not joined or self.lexicon.word(self.lexicon.before, text, joined.end()):
                break
            start = joined.end()
        if not values:
            return None
        end = values[-1].end
        return Unit(word.marker, word.marker.level, expanded(values, word.plural), at, end, False)

    def _both(self, text: str, at: int) -> Unit | None:
        for language, pattern in self.joins.both.items():
            found = pattern.match(text, at)
            if found:
                marker = self.lexicon.first("part", language)
                values = [Value(n, at, found.end()) for n in ("1", "2")]
                return Unit(marker, marker.level, values, at, found.end(), True)
        return None

    def _suffixed(self, text: str, at: int) -> Unit | None:
        """Read a number with its marker behind it: 405-бабы, 159-moddasi, 16) тармақшасы."""
        found = re.compile(r"\d{1,5}(?:[.-]\d{1,3})*").match(text, at)
        if not found:
            return None
        end = found.end() + (text[found.end() : found.end() + 1] == ")")
        word = self.lexicon.word(self.lexicon.after, text, end)
        if word is None:
            return None
        value = Value(found[0], at, word.end)
        return Unit(word.marker, word.marker.level, [value], at, word.end, False)

    def _by_ordinal(self, text: str, at: int) -> Unit | None:
        """Read "the second part", "174-я статья", "the 130th and 293rd articles"."""
        values = self._ordinals(text, at, self.numbers.ordinal_regex)
        gap = SPACES.match(text, values[-1].end) if values else None
        word = self.lexicon.word(self.lexicon.ordinal, text, gap.end()) if gap else None
        if word is None:
            return None
        values[-1].end = word.end
        return Unit(word.marker, word.marker.level, values, at, word.end, word.plural)

    def _ordinals_behind(self, text: str, at: int, start: int, marker: Marker) -> Unit | None:
        """Read "части пятую и шестую", "статья двести вторая"."""
        values = self._ordinals(text, start, self.numbers.russian_regex)
        if not values:
            return None
        return Unit(marker, marker.level, values, at, values[-1].end, len(values) > 1)

    def _ordinals(self, text: str, at: int, ordinal: re.Pattern[str]) -> list[Value]:
        """Return the ordinals of a list."""
        values: list[Value] = []
        while len(values) < MOST_PARTS and (found := ordinal.match(text, at)):
            values.append(Value(self.numbers.digits(found[0]), at, found.end()))
            joined = self.joins.also.match(text, found.end())
            if joined is None:
                break
            at = joined.end()
        return values
