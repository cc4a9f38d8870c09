"""Read counted things: a number, the noun on which it hangs, and what is said of them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.figures.reading import FigureReading
from custody_records.annotate.numbers import Number, NumberReader
from custody_records.annotate.readings import in_tokens, write
from custody_records.annotate.russian.figures import words
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names import words as names
from custody_records.annotate.russian.names.words import plain
from custody_records.annotate.text import text_of
from custody_records.contract.values import Qualifier

FIELD = "figures"
COUNTED, ELLIPTICAL = "figure.ru.counted", "figure.ru.elliptical"
_CLAIMING = ("facilities", "statutes", "timex")
_REACH = 5  # tokens between a number and its noun
_PREDICATE = 8  # tokens
_OWNED = ("Gen", "Acc")  # "подозреваемых восемь"; of human beings they are alike
_BREAKS = (";", ":", "—")
_CLAUSE = 12  # tokens before a number in which the noun stands that it counts
_PLURAL, _TEENS = 5, 20  # numbers with the plural behind them: from five, and all below twenty
_CHANGE = 40  # characters before a number in which the verb of a change stands
_BEFORE = 20  # characters in which a bound stands


@dataclass(frozen=True, slots=True)
class _Found:
    number: Number
    first: int
    last: int


class RussianFigures:
    """Writes ``doc.spans["figures"]``, each span with ``span._.figure``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.numbers = NumberReader.load(rules, "ru")
        self.words = words.load(rules)
        people = names.load(rules).people
        self.people = people.roles | people.no_roles

    def __call__(self, doc: Doc) -> Doc:
        """Read the numbers of a doc; ``doc.spans`` of facilities, statutes and timex claim."""
        claimed = sorted(
            (s.start_char, s.end_char) for group in _CLAIMING for s in doc.spans.get(group, ())
        )
        readings: list[FigureReading] = []
        last: FigureReading | None = None
        told: set[tuple[float, str]] = set()
        changed: Number | None = None  # "выросло с 72", until "до 83 человек" tells of what
        for found in self._free(doc, claimed):
            reading = self._read(doc, found, last)
            if self._opens_change(doc, found.number) and (reading is None or reading.elliptical):
                changed = found.number
                continue
            if changed is not None and reading is not None:
                reading = replace(reading, qualifier=None, bound=None)
                start, end, value = changed.start, changed.end, changed.value
                readings.append(replace(reading, start=start, end=end, value=value, max=None))
            changed = None
            if reading is not None and reading.elliptical:
                # "двоих из них", where two of them were counted before
                known = (reading.value, reading.head) in told
                reading = replace(reading, definite=reading.definite or known)
            if reading is None:
                continue
            note(doc, Decision(FIELD, reading.rule, reading.start, reading.end, "kept"))
            readings.append(reading)
            last = reading
            told.add((reading.value, reading.head))
        write(doc, "figure", in_tokens(doc, readings))
        return doc

    def _opens_change(self, doc: Doc, number: Number) -> bool:
        text = text_of(doc)
        found = self.words.change_from.search(text, max(0, number.start - _CHANGE), number.start)
        return found is not None

    def _free(self, doc: Doc, claimed: Sequence[tuple[int, int]]) -> Iterator[_Found]:
        """Yield the numbers that nothing else has claimed, with their tokens."""
        starts = [start for start, _ in claimed]
        text = text_of(doc)
        for number in self.numbers.read(text, self.words.change_from):
            at = bisect_right(starts, number.start) - 1
            inside = at >= 0 and claimed[at][1] > number.start
            ahead = at + 1 < len(claimed) and claimed[at + 1][0] < number.end
            glued = text[number.end : number.end + 1] in ("-", "‑") and number.in_digits
            span = doc.char_span(number.start, number.end, alignment_mode="expand")
            if not (inside or ahead or glued or number.ordinal) and span is not None:
                yield _Found(number, span.start, span.end - 1)

    def _read(self, doc: Doc, found: _Found, last: FigureReading | None) -> FigureReading | None:
        if self._labelled(doc, found.first, found.last):
            return None
        after = self._noun(doc, found)
        noun = after or self._noun_before(doc, found)
        if noun is None:
            return self._elliptical(doc, found, last)
        lemma = noun.lemma_
        if {lemma, plain(noun.lower_)} & self.words.refused:
            return None
        if lemma in self.words.numbered and found.number.in_digits and not _several(noun):
            return None  # "начальник 3 отряда", "в 3 корпусе"
        person = self._is_person(noun)
        none = found.first > 0 and doc[found.first - 1].lower_ in self.words.not_even
        if found.number.value == 1 and (none or not person):
            return None  # "в одном ролике": rather "a certain" than a count
        end = self._of_measure(noun) if lemma in self.words.measures else noun
        first = found.last + 1 if after else noun.i
        quoted = any(t.text == "«" for t in doc[first : end.i])
        if quoted and doc[end.i + 1 : end.i + 2].text == "»":
            end = end.nbor(1)
        unit = " ".join(t.text for t in doc[first : end.i + 1] if self._is_unit(t))
        unit = unit.replace("« ", "«").replace(" »", "»")
        qualifier, bound = self._qualifier(doc, found)
        tens = self.words.inverted.get(doc[found.first - 1].lemma_) if found.first else None
        turned = noun.i < found.first and noun.lower_ in self.words.inverting
        if tens or turned:  # "десятка два арестантов", "человек двадцать"
            qualifier = "about"
        return FigureReading(
            start=found.number.start,
            end=max(found.number.end, end.idx + len(end)),
            rule=COUNTED,
            value=found.number.value * (tens or 1),
            max=found.number.max,
            unit=unit,
            qualifier=qualifier,
            bound=bound,
            predicate=_predicate(noun),
            head=lemma,
            person=person,
            general=lemma in self.words.general,
            apart=self._apart(doc, found.first),
        )

    def _elliptical(
        self, doc: Doc, found: _Found, last: FigureReading | None
    ) -> FigureReading | None:
        """Return a number that stands for things counted before: "14 работников, пятеро ...".

        A collective numeral stands for people, whoever was counted; any other number only with
        "из них" or where it takes the place of a noun in its own sentence.
        """
        token = doc[found.last]
        collective = token.lower_ in self.words.collective
        after = doc[found.last + 1] if found.last + 1 < len(doc) else None
        of_them = after is not None and after.lower_ in self.words.part_of
        near = last is not None and last.start >= token.sent.start_char
        if last is None or found.number.value == 1:
            return None
        whole = self._is_whole(doc, found, last)  # "девять корпусов из четырнадцати"
        part = self._is_part(doc, found, last)  # "из 214 дел в суд ушло 30", "около 40 из них"
        if not (whole or part):
            if found.number.in_digits and not near:
                return None
            goes_on = self._goes_on(doc, found, last) or of_them
            if not (near or (collective and goes_on)) or (collective and not last.person):
                return None
        parallel = near and doc[found.first - 1].text == "—" and self._ends(doc, found)
        others = near and self._apart(doc, found.first)  # "двое бежали, ещё троих задержали"
        if found.number.value > last.value and not (whole or parallel or others):
            return None
        return FigureReading(
            start=found.number.start,
            end=found.number.end,
            rule=ELLIPTICAL,
            value=found.number.value,
            unit=last.unit,
            qualifier=self._qualifier(doc, found)[0],
            predicate=_predicate(token),
            head=last.head,
            person=last.person,
            elliptical=True,
            definite=of_them and found.number.value == last.value,
            part=not whole,
        )

    @staticmethod
    def _goes_on(doc: Doc, found: _Found, last: FigureReading) -> bool:
        """Tell whether people were counted in the sentence before, of the same paragraph."""
        before = doc[max(doc[found.last].sent.start - 1, 0)].sent.start_char
        between = text_of(doc)[last.start : found.number.start]
        return last.start >= before and "\n" not in between

    def _is_whole(self, doc: Doc, found: _Found, last: FigureReading) -> bool:
        """Tell whether a number is that of which the things just counted are some."""
        between = text_of(doc)[last.end : found.number.start].split()
        return len(between) == 1 and between[0] in self.words.part_of and self._ends(doc, found)

    def _is_part(self, doc: Doc, found: _Found, last: FigureReading) -> bool:
        """Tell whether a number is that of some of the things just counted."""
        text, token = text_of(doc), doc[found.last]
        behind = doc[found.last + 1 : found.last + 3]
        if len(behind) == 2 and behind[0].lower_ in self.words.part_of:
            return behind[1].lemma_ in self.words.pronouns
        before = text[: last.start].split()[-1:]
        of_all = bool(before) and before[0].lower() in self.words.part_of
        return of_all and last.start >= token.sent.start_char and self._ends(doc, found)

    @staticmethod
    def _ends(doc: Doc, found: _Found) -> bool:
        """Tell whether a number closes its phrase."""
        after = doc[found.last + 1] if found.last + 1 < len(doc) else None
        return after is None or after.is_space or after.text in (".", ",", ";", ":", ")", "»", "!")

    def _noun(self, doc: Doc, found: _Found) -> Token | None:
        """Return the noun that a number counts."""
        number = doc[found.last]
        head = number.head
        if number.dep_.startswith("nummod") and self._counts(head, found):
            return head
        for token in doc[found.last + 1 : found.last + 1 + _REACH]:
            if token.text == "«" and token.i < found.last + _REACH:
                continue
            if token.is_sent_start or token.is_punct or token.pos_ in ("ADP", "CCONJ", "VERB"):
                part = token.pos_ == "VERB" and feature(token, "VerbForm") == "Part"
                if not (part and feature(token, "Variant") != "Short"):
                    return None
                if token.i == found.last + 1 and self._stands_alone(token):
                    return token  # "пятеро нападавших"
            if self._counts(token, found):
                return token
        return None

    def _noun_before(self, doc: Doc, found: _Found) -> Token | None:
        """Return the noun that stands before its number.

        "Пришли человек двадцать", "таких писем за год тридцать", "осуждённые (их около ста)".
        """
        number = doc[found.last]
        before = doc[found.first - 1] if found.first else number
        if not self._ends(doc, found) and before.lower_ not in self.words.inverting:
            return None
        if before.lower_ in self.words.inverting:
            return None if found.number.in_digits else before
        begins = max(number.sent.start, found.first - _CLAUSE)
        breaks = (t.i + 1 for t in doc[begins : found.first] if t.text in _BREAKS)
        begins = max(breaks, default=begins)
        clause = doc[begins : found.first]
        total = next((t for t in clause[:-1] if t.lemma_ in self.words.totals), None)
        if total is not None and any(t.pos_ == "VERB" for t in clause):
            owned = total.nbor(1)  # "число погибших превысило тридцать"
            return owned if _several(owned) and feature(owned, "Case") == "Gen" else None
        opening = next((t for t in clause if t.pos_ == "NOUN"), None)
        if opening is not None and _several(opening) and feature(opening, "Case") in _OWNED:
            led = all(t.pos_ in ("ADJ", "DET", "CCONJ") for t in doc[begins : opening.i])
            return opening if led and not any(t.is_punct for t in clause) else None
        if any(t.lower_ == "их" for t in doc[max(0, found.first - _REACH) : found.first]):
            named = (t for t in reversed(clause) if t.pos_ == "NOUN" and _several(t))
            return next((t for t in named if t.dep_ != "nmod"), None)
        return None

    @staticmethod
    def _of_measure(noun: Token) -> Token:
        """Return the end of "средств связи", "единиц боевой техники"."""
        behind = noun.doc[noun.i + 1 : noun.i + 1 + _REACH]
        owned = takewhile(lambda t: feature(t, "Case") == "Gen", behind)
        return next((t for t in owned if t.pos_ == "NOUN"), noun)

    def _counts(self, token: Token, found: _Found) -> bool:
        near = found.last < token.i <= found.last + _REACH + 1
        return near and token.pos_ in ("NOUN", "PROPN", "X", "SYM") and self._agrees(token, found)

    def _agrees(self, noun: Token, found: _Found) -> bool:
        """Tell whether a noun has the number that a numeral asks for: not "четверых полиция"."""
        last = found.number.value % 10
        collective = noun.doc[found.last].lower_ in self.words.collective
        plural = (
            collective or last == 0 or last >= _PLURAL or 10 < found.number.value % 100 < _TEENS
        )
        single = feature(noun, "Number") == "Sing" and noun.pos_ in ("NOUN", "PROPN")
        whole = found.number.value % 1 == 0 and not noun.is_upper
        return not (plural and single and whole) or noun.lower_ in self.words.inverting

    @staticmethod
    def _stands_alone(participle: Token) -> bool:
        """Tell whether a participle stands for people: nothing that agrees follows."""
        behind = participle.nbor(1) if participle.i + 1 < len(participle.doc) else None
        several = feature(participle, "Number") == "Plur"
        return several and (behind is None or behind.pos_ not in ("NOUN", "ADJ", "PROPN"))

    def _is_unit(self, token: Token) -> bool:
        return token.lemma_ not in self.words.skipped and not token.is_space

    def _is_person(self, noun: Token) -> bool:
        lemma, word = noun.lemma_, plain(noun.lower_)
        return (
            lemma in self.people
            or lemma in self.words.general
            or noun.pos_ == "VERB"
            or word in self.people
            or feature(noun, "Animacy") == "Anim"
        )

    def _labelled(self, doc: Doc, first: int, last: int) -> bool:
        if not first:
            return False
        before = doc[first - 1]
        if before.text == "." and first > 1:
            before = doc[first - 2]
        behind = doc[last + 1] if last + 1 < len(doc) else before
        if before.lemma_ in self.words.sites and behind.pos_ in ("ADJ", "NOUN"):
            return not _several(behind)  # "в колонии 80 камер"
        return before.lemma_ in self.words.labels and not before.is_space

    def _qualifier(self, doc: Doc, found: _Found) -> tuple[Qualifier | None, str | None]:
        text = text_of(doc)
        before = text[max(0, found.number.start - _BEFORE) : found.number.start].lower().split()
        joined = " ".join(before)
        for word, name in self.words.qualifier_of:
            if joined == word or joined.endswith(f" {word}"):
                return name, f"figure.ru.{name}"
        return None, None

    def _apart(self, doc: Doc, first: int) -> bool:
        return first > 0 and doc[first - 1].lemma_ in self.words.apart


def _several(noun: Token) -> bool:
    return feature(noun, "Number") == "Plur"


def _predicate(noun: Token) -> str | None:
    """Return the verb of which the counted things are subject or object, with what follows it."""
    verb = noun.head
    if verb.pos_ not in ("VERB", "ADJ") or verb.i == noun.i:
        return None
    doc, sentence = noun.doc, verb.sent
    if verb.i > noun.i:
        end = verb.i + 1
        while end < min(sentence.end, verb.i + _PREDICATE) and not doc[end].is_punct:
            end += 1
        return " ".join(doc[verb.i : end].text.split()) or None
    start = verb.i
    while start > max(sentence.start, verb.i - _PREDICATE) and not doc[start - 1].is_punct:
        start -= 1
    return " ".join(doc[start : verb.i + 1].text.split()) or None
