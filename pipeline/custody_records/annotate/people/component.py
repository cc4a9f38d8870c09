"""Read the names that are people, with what is said of them right there."""

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.names.lexicon import names_of
from custody_records.annotate.names.name import names
from custody_records.annotate.names.words import Words, words_of
from custody_records.annotate.people.ages import sentence_end
from custody_records.annotate.people.groups import GroupReader
from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.people.recalled import Recalled
from custody_records.annotate.people.roles import RoleReader
from custody_records.annotate.people.rules import load
from custody_records.annotate.people.words import PeopleWords
from custody_records.annotate.people.writing import Offsets
from custody_records.annotate.readings import keep, of_doc
from custody_records.annotate.text import text_of


class People:
    """Writes ``doc.spans["people"]``, each span with ``span._.person``."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        self.aliases = frozenset(rule.id for rule in load(rules) if rule.alias)
        wording = PeopleWords.read(rules)
        self.ages = wording.ages
        self.roles = RoleReader(names_of(nlp, rules), wording)
        self.groups = GroupReader(self.roles)

    def __call__(self, doc: Doc) -> Doc:
        """Take the names that the naming step found to be people."""
        words = words_of(doc)
        found = list(names(doc, "person"))
        places = []
        for _, name in found:
            first, stop = words.within(name.start, name.end)
            places.append((first, stop - 1))
        starts = frozenset(first for first, _ in places)
        bodies = _bodies(doc, words)
        groups = self.groups.lists(words, places)
        shared, told = self.of_groups(words, groups, starts, bodies)
        readings = []
        for (span, name), (first, last) in zip(found, places, strict=True):
            roles = self.roles.read(words, first, last, starts, bodies)
            if first in shared:
                roles.append(shared[first])
            elif not roles and (role := told.get(first)):
                roles.append(role)
            reading = PersonReading(
                start=name.start,
                end=name.end,
                rule=name.rule,
                name=" ".join(text_of(doc)[name.start : name.end].split()),
                roles=tuple(dict.fromkeys(roles)),
                kin=self.roles.kin(roles),
                alias=name.rule in self.aliases,
                age=self.age(words, first, last, starts),
            )
            readings.append((span, reading))
        Recalled(words, keep(doc, "person", readings), self.roles).read()
        return doc

    def of_groups(
        self,
        words: Words,
        groups: list[list[tuple[int, int]]],
        starts: frozenset[int],
        bodies: dict[int, Offsets],
    ) -> tuple[dict[int, str], dict[int, str | None]]:
        """Return what is said of the members of lists, and what was told before the lists."""
        shared: dict[int, str] = {}
        told: dict[int, str | None] = {}
        for run in groups:
            role = self.groups.of_group(words, run[0][0], bodies, several=len(run) > 1)
            # "Speaking to reporters, Home Secretary A. B. said": she is none of them
            opened = words.gap(self.groups.opening(words, run[0][0]) - 1) == " "
            single = opened or self.groups.picked(words, run[0][0])
            if role and (len(run) > 1 or single):
                shared |= {first: role for first, _ in run}
            elif len(run) == 1 and (role := self.groups.of_pronoun(words, run[0][0])):
                shared[run[0][0]] = role
            if len(run) > 1 and run[0][0] not in shared:
                role = self.groups.told_before(words, run[0][0], len(run), starts, bodies)
                told |= dict.fromkeys((first for first, _ in run), role)
        return shared, told

    def age(self, words: Words, first: int, last: int, starts: frozenset[int]) -> int | None:
        """Return the age that stands beside the name, or at the end of its sentence."""
        text, start, end = words.text, words.starts[first], words.ends[last]
        age, _ = self.ages.after(text, end)
        if age is not None:
            return age
        found = self.ages.before(text, start)
        if found:
            between, _ = words.within(found[1], start)
            if all(self.roles.phrases.modifies(words, i) for i in range(between, first)):
                return found[0]
        stop = sentence_end(text, end)
        beyond = words.within(stop, stop)[0]
        following = next((words.starts[i] for i in range(last + 1, beyond) if i in starts), stop)
        return self.ages.later(text, end, min(stop, following))


def _bodies(doc: Doc, words: Words) -> dict[int, Offsets]:
    """Return for each word of an organization's or a facility's name its first and last word."""
    bodies: dict[int, Offsets] = {}
    facilities = [(reading.start, reading.end) for reading in of_doc(doc, "facility")]
    for start, end in [(n.start, n.end) for _, n in names(doc, "organization")] + facilities:
        first, stop = words.within(start, end)
        bodies |= dict.fromkeys(range(first, stop), (first, stop - 1))
    return bodies
