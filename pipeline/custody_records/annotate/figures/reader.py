"""Read one number of a text: what it counts, or why it counts nothing."""

import re
from dataclasses import dataclass
from itertools import islice

from custody_records.annotate.figures import ellipsis, leading, predicate, tables
from custody_records.annotate.figures import unit as units
from custody_records.annotate.figures.claims import Claims
from custody_records.annotate.figures.leading import Leading
from custody_records.annotate.figures.lexicon import Lexicon, QualifierRule
from custody_records.annotate.figures.reading import FigureReading
from custody_records.annotate.layout.sentence_index import Sentences
from custody_records.annotate.numbers import Number, NumberReader

# "two-story", "four and five-story", "10 - 3"
_COMPOUND = re.compile(r"[-‐‑](?=\w)|-?[ ](?:and|or|to|by)[ ]\w+-[a-z]|[ ]?[-–][ ]?(?=\d)")
_SERIES = re.compile(r"[ \xa0]\d+(?!\d*-[^\W\d])")
# A pronoun, or the determiner of the whole of which some are counted.
_PARTITIVE = re.compile(
    r"""[ \xa0]+of[ \xa0]+(?:
        (?P<pronoun>(?:them|whom|which|us|you)\b
          | (?:these|those)(?=[ \xa0]*(?:[^\w\s]|$|[ \xa0](?:are|is|were|was|had|have|has|in|on|at
            |who|which|died|said|being|from|will|still|to|remain|later|also|as|by|under|over|with
            |for|after|before|while|because|and|but|\w+ed)\b)))
      | (?:all[ \xa0]+)?(?:the|these|those|his|her|its|their|our|my|your)\b
    )?""",
    re.VERBOSE,
)
_OF_THEM = re.compile(r"[ ](?:of[ ](?:them|these|those|whom|which)|more|others?|further)\b")
_INNER = re.compile(
    r"[ \xa0]*(?:[\w-]+[’']s[ \xa0]+)?(?:(?:more than|over|about|some|at least|nearly)[ \xa0]+)?"
)
_PRONOUN = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|such|another)[ \xa0]+$", re.IGNORECASE
)
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|of|from|to|before|after|during|and|early|mid|late|the)[ \xa0]+$",
    re.IGNORECASE,
)
_INCLUDING = re.compile(
    r"\b(?:including|among[ ](?:them|whom|those)|incl\.)[ \xa0]+$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\b(?:in|during|after)[ ]which[ \xa0]+$|\bwhere[ \xa0]+$", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]*[ \xa0]$")
# "four in ten have not been sentenced", "one out of every five"
_RATIO_AFTER = re.compile(
    r"[ ](?:in|out[ ]of)[ ](?:every[ ])?(?:three|four|five|ten|10|20|100|1,000)\b"
    r"(?![ ](?:days?|weeks?|months?|years?|hours?|minutes?))"
)
_RATIO_BEFORE = re.compile(
    r"\b(?:one|two|three|four|six|seven|eight|nine|\d)[ ](?P<joint>in|of)[ ]$", re.IGNORECASE
)
# "one of 26 state prisons" counts them, "one of three prisoners" is a share
_MOST_IN_RATIO = 10
_RULES = frozenset(
    ["article", "section", "provision", "paragraph", "clause", "law", "count", "act"]
)
_YEARS = range(1900, 2101)
_ENTITIES = frozenset(["DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"])
_RECENT = 200  # figures that an ellipsis may look back over
_TABLE_REACH = 40  # sentences (lines) between a table's number and the figure it divides up


@dataclass(frozen=True, slots=True)
class Refused:
    """The id of what says that a number is no figure."""

    by: str


class Reader:
    """Reads the numbers of one text in order; ``found`` are the figures so far."""

    def __init__(
        self,
        text: str,
        sentences: Sentences,
        claims: Claims,
        lexicon: Lexicon,
        numbers: NumberReader,
    ) -> None:
        self.numbers = numbers
        self.text = text
        self.sentences = sentences
        self.claims = claims
        self.lexicon = lexicon
        self.found: list[FigureReading] = []

    def read(self, number: Number) -> FigureReading | Refused:
        """Return what a number counts, or why it counts nothing."""
        text, words = self.text, self.lexicon.words
        _, end = self.sentences.around(number.start)
        line_start = text.rfind("\n", 0, number.start) + 1
        before = leading.read(text, number, line_start, self.lexicon)
        # "in Ecuador 68 inmates were killed": a place's name bears no number, "Forum 18" does.
        if before.refused == "figure.not.name" and self.claims.is_place(number.start - 1):
            before.refused = None
        position, bound = self._trailing(number.end, before.bound)
        refused = before.refused or self._shape(number, position, bound)
        if refused:
            return Refused(refused)
        single = number.value == 1 and number.max is None
        partitive = _PARTITIVE.match(text, position, end)
        if partitive:
            if single:
                return Refused("figure.not.one-of")
            position = self._past_inner(partitive.end(), end)
        unit = units.read(
            text, position, end, words, single=single, names=self.claims.bodies
        ) or units.read(text, position, end, words, single=single)
        if unit is None and partitive and not partitive["pronoun"]:
            unit = units.of_participle(text, position, end, words)
        pronoun = bool(partitive and partitive["pronoun"])
        if unit and pronoun and not words.is_person(unit.head):
            unit = None  # "59 of them had ..."; but "three of them police officers"
        refused = self._not_counted(position, end, unit)
        if refused:
            return Refused(refused)
        if unit is None or unit.head.casefold() == "others":
            if pronoun and partitive and partitive["pronoun"].casefold() in ("us", "you"):
                return Refused("figure.not.counted")  # "There were 18 of us in the cell"
            return self._elliptical(number, before, bound, pronoun)
        person = words.is_person(unit.head)
        refused = None if person else self._no_thing(number, bound)
        if refused:
            return Refused(refused)
        if bound and bound.means == "at_most" and words.singular(unit.head) in _RULES:
            bound = None  # "sentenced under six articles"
        after, bound = self._trailing(unit.end, bound)
        return FigureReading(
            start=before.start,
            end=after,
            rule="figure.partitive" if partitive else "figure.counted",
            value=number.value,
            unit=text[unit.start : unit.end],
            max=number.max,
            qualifier=bound.means if bound else None,
            bound=bound.id if bound else None,
            predicate=predicate.of(text, before.start, after, end),
            head=words.singular(unit.head),
            person=person,
            general=words.is_generic(unit.head),
            definite=before.definite and not partitive,
            apart=before.distinct or unit.apart,
            part=pronoun or self._is_part(before.start),
            aside=bool(_ASIDE.search(text, max(0, before.start - 16), before.start)),
        )

    def of_table(self, cell: tables.Cell) -> FigureReading | Refused:
        """Take the unit of a table's number from its header, else from the figure before it."""
        words = self.lexicon.words
        header = f" {cell.header or ''}"
        head = units.read(header, 0, len(header), words, single=False)
        recent = self.found[-_RECENT:]
        known = next((f for f in reversed(recent) if not f.in_table), None)
        index = self.sentences.index
        if head:
            unit, noun = header[head.start : head.end].lower(), head.head
        elif known and index(cell.start) - index(known.start) < _TABLE_REACH:
            unit, noun = known.unit, known.head
        else:
            return Refused("figure.not.table-without-unit")
        return FigureReading(
            start=cell.start,
            end=cell.end,
            rule="figure.table",
            in_table=True,
            value=cell.value,
            unit=unit,
            predicate=None if cell.total else cell.label,
            head=words.singular(noun),
            person=words.is_person(noun),
            definite=cell.total,
            apart=not cell.total,
            elliptical=True,
        )

    def _trailing(
        self, position: int, known: QualifierRule | None
    ) -> tuple[int, QualifierRule | None]:
        """Return where a number or unit ends with the bound after it, and the bound."""
        found = self.lexicon.trailing.match(self.text, position)
        if not found:
            return position, known
        return found.end(), known or self.lexicon.bound_after[found["bound"].lower()]

    def _past_inner(self, position: int, end: int) -> int:
        """Return the end of the number of the whole: "two of the 40 recordings"."""
        inner = next(self.numbers.read(self.text[position : min(end, position + 40)]), None)
        blank = _INNER.match(self.text, position)
        if inner and blank and position + inner.start == blank.end():
            return position + inner.end
        return position

    def _shape(self, number: Number, position: int, bound: QualifierRule | None) -> str | None:
        """Return the rule by which the form of the number itself refuses it."""
        text = self.text
        before = text[max(0, number.start - 12) : number.start]
        if _COMPOUND.match(text, position):
            return "figure.not.compound"
        if _SERIES.match(text, position):
            return "figure.not.series"
        tail = self.lexicon.tail.match(text, position)
        if tail:
            return self.lexicon.by_tail[" ".join(tail["tail"].lower().split())].id
        if number.value == 1 and number.max is None and _PRONOUN.search(before):
            return "figure.not.pronoun"
        if number.max in _YEARS and number.value in _YEARS:  # "1996-2023"
            return "figure.not.year"
        if self._may_be_year(number) and not bound and _BEFORE_YEAR.search(before):
            return "figure.not.year"
        ratio = _RATIO_BEFORE.search(before)
        # "under Article 333, paragraph 1 in 631 cases" is no ratio
        if ratio and ratio["joint"].lower() == "of" and number.value > _MOST_IN_RATIO:
            ratio = None
        claimed = ratio and self.claims.over(number.start - len(ratio[0]), number.start - 1)
        if _RATIO_AFTER.match(text, position) or (ratio and not claimed):
            return "figure.not.ratio"
        if number.value < 1 or number.value % 1:
            return "figure.not.fraction"
        return None

    def _may_be_year(self, number: Number) -> bool:
        bare = "," not in self.text[number.start : number.end]
        return number.in_digits and number.value in _YEARS and number.max is None and bare

    def _no_thing(self, number: Number, bound: QualifierRule | None) -> str | None:
        """Return why a number that counts no people is no figure either."""
        if self._may_be_year(number) and not bound:
            return "figure.not.year"
        label = self.claims.entity(number.start, number.end)
        return f"model.ner.{label.lower()}" if label in _ENTITIES else None

    def _not_counted(self, position: int, end: int, unit: units.Unit | None) -> str | None:
        """Return the rule that says that the noun after a number is not counted."""
        lexicon = self.lexicon
        following = list(islice(units.words(self.text, position, end), 4))
        rules = [lexicon.by_noun.get(lexicon.words.singular(word.text)) for word in following[:1]]
        rules += [lexicon.by_name.get(word.low) for word in following if word.text[0].isupper()]
        if unit:
            phrase = self.text[unit.start : unit.end].casefold()
            last_two = " ".join(phrase.split()[-2:])
            rules += [
                lexicon.by_noun.get(lexicon.words.singular(unit.head)),
                lexicon.by_phrase.get(phrase),
                lexicon.by_phrase.get(last_two) if " " in last_two else None,
            ]
        return next((rule.id for rule in rules if rule), None)

    def _elliptical(
        self, number: Number, before: Leading, bound: QualifierRule | None, partitive: bool
    ) -> FigureReading | Refused:
        """Return what a number without a noun stands for."""
        text, words = self.text, self.lexicon.words
        if number.value == 1 and not partitive:
            return Refused("figure.not.pronoun")
        if number.max is not None and not partitive:  # "men between 18 and 27 are liable"
            return Refused("figure.not.bare-range")
        if text[number.start].isupper() and _NAME.search(
            text[max(0, number.start - 30) : number.start]
        ):
            return Refused("figure.not.name")  # "Viktor Ten described"
        part = bool(_INCLUDING.search(text, max(0, before.start - 20), before.start))
        bare = ellipsis.Bare(
            text, number, before.start, before.definite, partitive, before.distinct, part
        )
        meant = ellipsis.resolve(bare, self.found[-_RECENT:], self.sentences, words)
        if meant is None:
            return Refused("figure.not.counted")
        if self._may_be_year(number) and meant.rule != "figure.tally":
            return Refused("figure.not.year")
        _, end = self.sentences.around(number.start)
        rest = _OF_THEM.match(text, number.end, end)
        after = rest.end() if rest else number.end
        others = meant.head == "others"
        return FigureReading(
            start=before.start,
            end=after,
            rule=meant.rule,
            value=number.value,
            unit=meant.unit,
            max=number.max,
            qualifier=bound.means if bound else None,
            bound=bound.id if bound else None,
            predicate=predicate.read(text, after, end),
            head=words.singular(meant.head),
            person=words.is_person(meant.head) or meant.head in words.of_people or others,
            general=others,
            definite=meant.same,
            apart=before.distinct or bool(rest and "of" not in rest[0].split()),
            part=part,
            elliptical=True,
        )

    def _is_part(self, start: int) -> bool:
        """Tell whether a figure is one of the parts of another: "including two minors and ..."."""
        if _INCLUDING.search(self.text, max(0, start - 20), start):
            return True
        last = self.found[-1] if self.found else None
        joined = last and self.text[last.end : start].strip() in {",", "and", ", and"}
        return bool(last and last.part and joined)
