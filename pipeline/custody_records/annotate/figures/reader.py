"""Read one number of a text: what it counts, or why it counts nothing."""

import re
from dataclasses import dataclass
from itertools import islice

from custody_records.annotate.figures import ellipsis, leading, tables
from custody_records.annotate.figures import unit as units
from custody_records.annotate.figures.claims import Claims
from custody_records.annotate.figures.leading import Leading
from custody_records.annotate.figures.lexicon import FigureLexicon, QualifierRule
from custody_records.annotate.figures.predicate import PredicateReader
from custody_records.annotate.figures.reading import FigureReading
from custody_records.annotate.layout.sentence_index import Sentences
from custody_records.annotate.numbers import Number, NumberReader

# "one of 26 state prisons" counts them, "one of three prisoners" is a share
_MOST_IN_RATIO, _ROUND = 10, (100, 1000)
_BEFORE = 16  # characters before a number that tell what it is
_YEARS = range(1900, 2101)
_OLDEST = 100
_ENTITIES = frozenset(["TIME", "MONEY", "PERCENT", "ORDINAL"])
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
        lexicon: FigureLexicon,
        numbers: NumberReader,
    ) -> None:
        self.numbers = numbers
        self.text = text
        self.sentences = sentences
        self.claims = claims
        self.lexicon = lexicon
        self.found: list[FigureReading] = []
        self.predicates = PredicateReader(text, claims.times, lexicon)

    def read(self, number: Number) -> FigureReading | Refused:
        """Return what a number counts, or why it counts nothing."""
        _, end = self.sentences.around(number.start)
        before = self._before(number)
        position, bound = self._trailing(number.end, before.bound)
        whole: Number | None = None
        places = self.lexicon.patterns.places.match(self.text, position, end)
        if places and not before.refused:
            glued = units.Unit(*places.span("unit"), places["unit"])
            return self._counted(number, before, bound, glued, None)
        refused = before.refused or self._shape(number, position, bound)
        if refused:
            return Refused(refused)
        partitive = self.lexicon.patterns.partitive.match(self.text, position, end)
        if partitive:
            if _is_single(number):
                return Refused("figure.not.one-of")
            whole = self._whole(partitive.end(), end)
            position = partitive.end() + whole.end if whole else partitive.end()
        unit = self._unit(number, position, end, partitive)
        refused = self._not_counted(position, end, unit)
        if refused:
            return Refused(refused)
        if unit is None or unit.head.casefold() in self.lexicon.words.others:
            return self._elliptical(number, before, bound, partitive, whole)
        return self._counted(number, before, bound, unit, partitive)

    def _before(self, number: Number) -> Leading:
        """Return what stands before a number on its line."""
        line_start = self.text.rfind("\n", 0, number.start) + 1
        before = leading.read(self.text, number, line_start, self.lexicon)
        # "in Ecuador 68 inmates were killed", "on 22 September 18 men died": no place or time that
        # ends there bears the number, "Forum 18" does.
        if before.yields and self.claims.ends_at(number.start - 1):
            before.refused = None
        if before.refused and before.verb:
            _, end = self.sentences.around(number.start)
            unit = units.read(self.text, number.end, end, self.lexicon)
            if unit and self.lexicon.words.is_person(unit.head):
                before.refused = None
        return before

    def _unit(
        self, number: Number, position: int, end: int, partitive: re.Match[str] | None
    ) -> units.Unit | None:
        """Return the phrase that a number counts, None if it has none of its own."""
        text, lexicon, single = self.text, self.lexicon, _is_single(number)
        unit = units.read(
            text, position, end, lexicon, single=single, names=self.claims.bodies
        ) or units.read(text, position, end, lexicon, single=single)
        if partitive is None:
            return unit
        if not partitive["pronoun"]:
            return unit or units.of_participle(text, position, end, lexicon.words)
        if lexicon.patterns.teller.fullmatch(partitive["pronoun"]):  # "There were 18 of us"
            return units.Unit(*partitive.span("pronoun"), partitive["pronoun"])
        # "59 of them had ..."; but "three of them police officers", "168 of them are women"
        being = lexicon.patterns.being.match(text, position, end)
        unit = units.read(text, being.end(), end, lexicon) if being else unit
        counted = unit and (lexicon.words.is_person(unit.head) or lexicon.words.is_death(unit.head))
        return unit if counted else None

    def _counted(
        self,
        number: Number,
        before: Leading,
        bound: QualifierRule | None,
        unit: units.Unit,
        partitive: re.Match[str] | None,
    ) -> FigureReading | Refused:
        """Return the figure of a number with its unit."""
        text, words = self.text, self.lexicon.words
        _, end = self.sentences.around(number.start)
        person = words.is_person(unit.head)
        refused = None if person else self._no_thing(number, bound)
        if refused:
            return Refused(refused)
        if bound and bound.means == "at_most" and words.singular(unit.head) in words.legal:
            bound = None  # "sentenced under six articles"
        after, bound = self._trailing(unit.end, bound)
        aside = self.lexicon.patterns.aside.search(text, max(0, before.start - 16), before.start)
        return FigureReading(
            start=before.start,
            end=after,
            rule="figure.partitive" if partitive else "figure.counted",
            value=number.value,
            unit=text[unit.start : unit.end],
            max=number.max,
            qualifier=bound.means if bound else None,
            bound=bound.id if bound else None,
            predicate=self.predicates.of(before.start, after, end),
            head=words.singular(unit.head),
            person=person,
            general=words.is_generic(unit.head),
            definite=before.definite and not partitive,
            apart=before.distinct or unit.apart,
            part=_is_pronominal(partitive),
            speaks=self._speaks(after, end),
            aside=bool(aside),
        )

    def of_table(self, cell: tables.Cell) -> FigureReading | Refused:
        """Take the unit of a table's number from its header, else from the figure before it."""
        words = self.lexicon.words
        header = f" {cell.header or ''}"
        head = units.read(header, 0, len(header), self.lexicon)
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

    def _whole(self, position: int, end: int) -> Number | None:
        """Return the number of the whole, from ``position`` on: "two of the 40 recordings"."""
        whole = next(self.numbers.read(self.text[position : min(end, position + 40)]), None)
        blank = self.lexicon.patterns.inner.match(self.text, position)
        return whole if whole and blank and position + whole.start == blank.end() else None

    def _shape(self, number: Number, position: int, bound: QualifierRule | None) -> str | None:
        """Return the rule by which the form of the number itself refuses it."""
        text, patterns = self.text, self.lexicon.patterns
        before = text[max(0, number.start - _BEFORE) : number.start]
        if patterns.compound.match(text, position):
            return "figure.not.compound"
        if patterns.series.match(text, position):
            return "figure.not.series"
        tail = self.lexicon.tail.match(text, position)
        if tail:
            return self.lexicon.by_tail[" ".join(tail["tail"].lower().split())].id
        if patterns.parent_of.search(before):
            return "figure.not.children"
        if number.value == 1 and number.max is None and patterns.pronoun.search(before):
            return "figure.not.pronoun"
        if self._may_be_year(number) and not bound and patterns.before_year.search(before):
            return "figure.not.year"
        if self._is_ratio(number, position, before):
            return "figure.not.ratio"
        if number.value < 1 or number.value % 1:
            return "figure.not.fraction"
        return None

    def _is_ratio(self, number: Number, position: int, before: str) -> bool:
        """Tell whether a number is a side of a ratio, or the base of a rate."""
        text, patterns = self.text, self.lexicon.patterns
        if patterns.ratio_after.match(text, position) or patterns.rate_before.search(before):
            return True
        if any(p.match(text, position) for p in (patterns.ratio_of_units, patterns.ratio_of_round)):
            return True
        ratio = patterns.ratio_before.search(before)
        if not ratio:
            return False
        counted = number.value > _MOST_IN_RATIO and number.value not in _ROUND
        unit = units.read(text, position, self.sentences.around(position)[1], self.lexicon)
        of_one = patterns.one_of.search(before) and unit  # "one of four men who fled"
        if of_one or (counted and ratio["joint"].casefold() in self.lexicon.words.of):
            return False  # "one of 26 state prisons"
        # "under Article 333, paragraph 1 in 631 cases" is no ratio
        return not self.claims.over(number.start - len(ratio[0]), number.start - 1)

    def _may_be_year(self, number: Number) -> bool:
        return number.value in _YEARS and self.text[number.start : number.end].isdecimal()

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
        self,
        number: Number,
        before: Leading,
        bound: QualifierRule | None,
        partitive: re.Match[str] | None,
        whole: Number | None,
    ) -> FigureReading | Refused:
        """Return what a number without a noun, of a ``whole`` perhaps, stands for."""
        pronoun = _is_pronominal(partitive)
        text, words, patterns = self.text, self.lexicon.words, self.lexicon.patterns
        if number.value == 1 and not pronoun:
            return Refused("figure.not.pronoun")
        age = patterns.age.search(text, max(0, number.start - 30), number.start)
        if age and number.value < _OLDEST and (not age["people"] or words.is_person(age["people"])):
            return Refused("figure.not.age")
        part = bool(patterns.including.search(text, max(0, before.start - 20), before.start))
        bare = ellipsis.Bare(
            text,
            number,
            before.start,
            self.found[-_RECENT:],
            self.sentences,
            self.lexicon,
            definite=before.definite,
            partitive=pronoun,
            whole=whole.value if whole else None,
            distinct=before.distinct,
            part=part,
        )
        meant = ellipsis.resolve(bare)
        if meant is None:
            return Refused("figure.not.counted")
        if number.max is not None and not (pronoun or meant.told):
            return Refused("figure.not.bare-range")  # "men between 18 and 27 are liable"
        _, end = self.sentences.around(number.start)
        rest = patterns.of_them.match(text, number.end, end)
        after = rest.end() if rest else number.end
        others = meant.head in words.others
        return FigureReading(
            start=before.start,
            end=after,
            rule=meant.rule,
            value=number.value,
            unit=meant.unit,
            max=number.max,
            qualifier=bound.means if bound else None,
            bound=bound.id if bound else None,
            predicate=None if meant.told else self.predicates.after(after, end),
            head=words.singular(meant.head),
            person=words.is_person(meant.head) or meant.head in words.of_people or others,
            general=others,
            definite=meant.same,
            apart=before.distinct or bool(rest and rest["others"]),
            part=part,
            elliptical=True,
        )

    def _speaks(self, position: int, end: int) -> bool:
        following = next(units.words(self.text, position, end), None)
        return following is not None and following.low in self.lexicon.words.speech


def _is_single(number: Number) -> bool:
    return number.value == 1 and number.max is None


def _is_pronominal(partitive: re.Match[str] | None) -> bool:
    """Tell whether the whole that a number is a part of is a pronoun: "three of them"."""
    return bool(partitive and partitive["pronoun"])
