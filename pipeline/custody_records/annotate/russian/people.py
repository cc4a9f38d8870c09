"""Read the names that are people: nominative, roles, age."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from custody_records.annotate.names.name import names
from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.readings import keep
from custody_records.annotate.russian.morphology.persons import Analysis
from custody_records.annotate.russian.morphology.phrases import Nominatives
from custody_records.annotate.russian.names import words
from custody_records.annotate.russian.resources import morphology_of, person_names_of
from custody_records.annotate.russian.roles import RoleReader

_PROSE = "Nom"


@dataclass(slots=True)
class _Mention:
    span: Span
    start: int
    end: int
    rule: str
    analyses: list[Analysis]

    @property
    def words(self) -> int:
        return sum(t.is_alpha and len(t) > 1 for t in self.span)


class RussianPeople:
    """Writes ``doc.spans["people"]``, each span with ``span._.person``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.names = person_names_of(nlp, rules)
        self.roles = RoleReader(words.load(rules).people, Nominatives(morphology_of(nlp)))

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be people."""
        mentions = [
            _Mention(span, name.start, name.end, name.rule, self.names.analyses(list(span)))
            for span, name in names(doc, "person")
        ]
        chosen = _choose([m for m in mentions if m.words > 1], ())
        fuller = [analysis for analysis in chosen.values() if analysis]
        chosen |= _choose([m for m in mentions if m.words <= 1], fuller)
        full = {analysis.name for analysis in fuller if self._surname_of(analysis.name)}
        readings = []
        for mention in mentions:
            analysis = chosen[mention.start]
            span = mention.span
            roles = self.roles.read(span, analysis.case if analysis else None)
            printed = " ".join(span.text.split())
            reading = PersonReading(
                start=mention.start,
                end=mention.end,
                rule=mention.rule,
                name=self._shortest(analysis.name, full) if analysis else printed,
                roles=tuple(dict.fromkeys(role.text for role in roles)),
                age=self.roles.age(span),
                kin=any(role.kin for role in roles),
            )
            readings.append((span, reading))
        keep(doc, "person", readings)
        return doc

    def _shortest(self, name: str, full: Collection[str]) -> str:
        """Return "Нина" for "Нина Андреевна", who is the one Нина of the text with a surname."""
        given, _, rest = name.partition(" ")
        if not rest or self._surname_of(name):
            return name
        same = {one for one in full if one.partition(" ")[0] == given}
        return given if len(same) == 1 else name

    def _surname_of(self, name: str) -> str | None:
        last = _surname(name)
        return None if self.names.paradigms.patronymic_gender(last.lower()) else last


def _choose(mentions: Sequence[_Mention], fuller: Sequence[Analysis]) -> dict[int, Analysis | None]:
    """Return for each mention (by its start) how it is read.

    A bare surname is read as that of somebody whose full name the text has, else as some other
    mention of it that stands in the nominative, else by itself: never as another's.
    """
    surnames = {word for a in fuller for word in a.name.lower().split()[1:]}
    surnames |= {a.name.lower().split()[0] for a in fuller}
    plain = {a.name.lower() for m in mentions for a in m.analyses[:1] if a.case == _PROSE}
    chosen: dict[int, Analysis | None] = {}
    for mention in mentions:
        best = mention.analyses[0] if mention.analyses else None
        for known in (surnames, plain):
            fits = [a for a in mention.analyses if _surname(a.name).lower() in known]
            if fits and best:
                best = fits[0]
                break
        chosen[mention.start] = best
    return chosen


def _surname(name: str) -> str:
    return name.split()[-1]
