"""Read the names that are people, with what is said of them right there."""

from bisect import bisect_left, bisect_right
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span

from custody_records.annotate.names.lexicon import NameLexicon, names_of
from custody_records.annotate.names.name import names
from custody_records.annotate.names.words import Words, words_of
from custody_records.annotate.people.ages import sentence_end, sentence_start
from custody_records.annotate.people.groups import GroupReader
from custody_records.annotate.people.reading import PersonReading
from custody_records.annotate.people.roles import Offsets, RoleReader
from custody_records.annotate.people.words import PeopleWords
from custody_records.annotate.readings import keep
from custody_records.annotate.text import text_of


class People:
    """Writes ``doc.spans["people"]``, each span with ``span._.person``."""

    def __init__(self, lexicon: NameLexicon, wording: PeopleWords) -> None:
        self.ages = wording.ages
        self.roles = RoleReader(lexicon, wording)
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
        shared: dict[int, str] = {}
        paired: dict[int, int | None] = {}
        for run in self.groups.lists(words, places):
            role = self.groups.of_group(words, run[0][0], bodies, several=len(run) > 1)
            single = words.gap(run[0][0] - 1) == " " or self.groups.picked(words, run[0][0])
            if role and (len(run) > 1 or single):
                shared |= {first: role for first, _ in run}
            elif len(run) == 1 and (role := self.groups.of_pronoun(words, run[0][0])):
                shared[run[0][0]] = role
            pair = self.ages.pair(words.text, words.ends[run[-1][1]]) if len(run) == 2 else None
            if pair:
                paired |= dict(zip((first for first, _ in run), pair, strict=True))
            role = self.groups.of_group_after(words, run[-1][1], lone=len(run) == 1)
            if role:
                shared |= {first: role for first, _ in run if first not in shared}
        readings = []
        for (span, name), (first, last) in zip(found, places, strict=True):
            roles = self.roles.read(words, first, last, starts, bodies)
            if first in shared:
                roles.append(shared[first])
            reading = PersonReading(
                start=name.start,
                end=name.end,
                rule=name.rule,
                name=" ".join(text_of(doc)[name.start : name.end].split()),
                roles=tuple(dict.fromkeys(roles)),
                kin=self.roles.kin(roles),
                age=paired[first] if first in paired else self.age(words, first, last, starts),
            )
            readings.append((span, reading))
        _recall(words, keep(doc, "person", readings), self.roles)
        return doc

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
        behind = self.ages.said(text, end)
        if behind is not None:
            return behind
        stop = sentence_end(text, end)
        beyond = words.within(stop, stop)[0]
        following = next((words.starts[i] for i in range(last + 1, beyond) if i in starts), stop)
        return self.ages.later(text, end, min(stop, following))


def _recall(words: Words, spans: list[Span], roles: RoleReader) -> None:
    """Give "the 47-year-old detainee" to the one person of whom the sentence before speaks.

    Whose age the text has told is meant already. The sentence must name nobody before the words
    ("The lawyer X, appearing for Y, said that the 33-year-old was ill"), and the one before it, of
    those that name people, one person only.
    """
    text = words.text
    starts = [span._.person.start for span in spans]
    ends = [span._.person.end for span in spans]
    told_ages = {span._.person.age for span in spans}
    for opened, closed, age in roles.ages.definite(text):
        start = sentence_start(text, opened)
        last = bisect_right(ends, start) - 1
        if last < 0 or age in told_ages:
            continue
        since = bisect_left(starts, sentence_start(text, starts[last]))
        others = {spans[k]._.person.name for k in range(since, last + 1)}
        if len(others) > 1 or "\n\n" in text[ends[last] : start].strip():
            continue
        i = words.within(closed, closed)[1]
        phrase = roles.forward.read(words, i)
        beyond = words.ends[phrase.last] if phrase else closed + 1
        after = bisect_left(starts, beyond)
        if after < len(starts) and starts[after] - beyond <= 1:
            continue  # "the 42-year-old Major Mirsaid Qodirov"
        if bisect_right(ends, opened) - 1 > last:
            continue
        told = spans[last]._.person
        role = roles.written(words, phrase, {}) if phrase else None
        more = (role,) if role and role not in told.roles else ()
        spans[last]._.person = replace(told, age=told.age or age, roles=told.roles + more)


def _bodies(doc: Doc, words: Words) -> dict[int, Offsets]:
    """Return for each word of an organization's name the first and last word of it."""
    bodies: dict[int, Offsets] = {}
    for _, name in names(doc, "organization"):
        first, stop = words.within(name.start, name.end)
        bodies |= dict.fromkeys(range(first, stop), (first, stop - 1))
    return bodies


def create(nlp: Language, rules: Path) -> People:
    """Create the component from a folder of rules."""
    return People(names_of(nlp, rules), PeopleWords.read(rules))
