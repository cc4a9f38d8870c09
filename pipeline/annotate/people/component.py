"""Read the names that are people, with what is said of them right there."""

from pathlib import Path

from spacy.tokens import Doc

from pipeline.annotate.names.lexicon import lexicon
from pipeline.annotate.names.name import names
from pipeline.annotate.names.words import Words, words_of
from pipeline.annotate.people import ages
from pipeline.annotate.people.reading import PersonReading
from pipeline.annotate.people.roles import RoleReader, Stretch, lists_of
from pipeline.annotate.text import text_of
from pipeline.annotate.trail import Decision, note


class People:
    """Writes ``doc.spans["people"]``, each span with ``span._.person``."""

    def __init__(self, rules: Path) -> None:
        self.roles = RoleReader(lexicon(rules))

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
        for run in lists_of(words, places):
            role = self.roles.of_group(words, run[0][0], bodies)
            single = words.gap(run[0][0] - 1) == " " or self.roles.picked(words, run[0][0])
            if role and (len(run) > 1 or single):
                shared |= {first: role for first, _ in run}
            role = self.roles.of_group_after(words, run[-1][1]) if len(run) > 1 else None
            if role:
                shared |= {first: role for first, _ in run if first not in shared}
        spans = []
        for (span, name), (first, last) in zip(found, places, strict=True):
            roles = self.roles.read(words, first, last, starts, bodies)
            if first in shared:
                roles.append(shared[first])
            span._.person = PersonReading(
                start=name.start,
                end=name.end,
                rule=name.rule,
                name=" ".join(text_of(doc)[name.start : name.end].split()),
                roles=tuple(dict.fromkeys(roles)),
                age=self.age(words, first, last, starts),
            )
            note(doc, Decision("people", name.rule, name.start, name.end, "kept"))
            spans.append(span)
        doc.spans["people"] = spans
        return doc

    def age(self, words: Words, first: int, last: int, starts: frozenset[int]) -> int | None:
        """Return the age that stands beside the name, or at the end of its sentence."""
        text, start, end = words.text, words.starts[first], words.ends[last]
        age, _ = ages.after(text, end)
        if age is not None:
            return age
        found = ages.before(text, start)
        if found:
            between, _ = words.within(found[1], start)
            if all(self.roles.phrases.modifies(words, i) for i in range(between, first)):
                return found[0]
        stop = ages.sentence_end(text, end)
        beyond = words.within(stop, stop)[0]
        following = next((words.starts[i] for i in range(last + 1, beyond) if i in starts), stop)
        return ages.later(text, end, min(stop, following))


def _bodies(doc: Doc, words: Words) -> dict[int, Stretch]:
    """Return for each word of an organization's name the first and last word of it."""
    bodies: dict[int, Stretch] = {}
    for _, name in names(doc, "organization"):
        first, stop = words.within(name.start, name.end)
        bodies |= dict.fromkeys(range(first, stop), (first, stop - 1))
    return bodies
