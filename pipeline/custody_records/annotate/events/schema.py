"""The shape of the event rules: what a file under ``rules/events`` may say."""

import re
from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import Field, field_validator

from custody_records.annotate.events.notation import parse
from custody_records.contract.values import EventStatus, EventType
from custody_records.rulebook import Example, Rule, RuleFile, read

_NAMED_WORDS = re.compile(r"@(\w+)")


class EventExample(Example):
    """An example of an event rule; ``article`` is the id of the article that it comes from."""

    article: str | None = None


class EventRule(Rule):
    """Words and constructions that tell one type of event.

    ``tree`` are patterns in the short notation, ``dependency`` patterns as spaCy's
    DependencyMatcher takes them (the trigger is the node named ``trigger``), ``tokens`` patterns
    as its Matcher takes them (the trigger is the first token). ``unless`` are trees that, found
    at the same trigger, refuse it. ``frame`` names how its participants are found. ``needs``
    are the arguments without which the words tell no event. ``not_subjects`` are nouns of which
    it is not told ("riot police were sent to the colony" is no transfer).
    """

    match: tuple[EventExample, ...] = ()
    no_match: tuple[EventExample, ...] = ()
    frame: str
    tree: tuple[str, ...] = ()
    dependency: tuple[list[dict[str, Any]], ...] = ()
    tokens: tuple[list[dict[str, Any]], ...] = ()
    unless: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    not_subjects: tuple[str, ...] = ()
    status: EventStatus | None = None
    kind: str | None = Field(
        default=None, description="tellings of different kinds are different happenings"
    )
    negated: bool = Field(default=False, description="tells the event only under a negation")

    @field_validator("tree", "unless")
    @classmethod
    def _readable(cls, trees: tuple[str, ...]) -> tuple[str, ...]:
        for tree in trees:
            parse(tree)
        return trees


class EventRules(RuleFile):
    """One file: the rules of one type."""

    type: EventType
    rules: tuple[EventRule, ...]


class Frame(RuleFile):
    """How the participants of an event are reached from its trigger.

    Each role has paths in order; the first that reaches a participant is taken. A path is made of
    steps: ``subject``, ``object``, ``recipient`` (of a verb, whatever its voice), ``>dep:word``
    (down) and ``<dep`` (up). ``actors_speak``: the act is a statement, so that its actors are its
    sources, too.
    """

    id: str
    reason: str
    subjects: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    actors_speak: bool = False


class Frames(RuleFile):
    """``frames.yaml``. A path may name a list of ``words`` by its name: ``>xcomp:@free``."""

    words: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    frames: tuple[Frame, ...]

    def by_id(self) -> dict[str, Frame]:
        """Return the frames with the words written out in their paths. Raises KeyError."""
        return {
            frame.id: frame.model_copy(
                update={
                    "subjects": tuple(self._written_out(path) for path in frame.subjects),
                    "actors": tuple(self._written_out(path) for path in frame.actors),
                }
            )
            for frame in self.frames
        }

    def _written_out(self, path: str) -> str:
        return _NAMED_WORDS.sub(lambda name: "|".join(self.words[name[1]]), path)


class Domain(RuleFile):
    """``domain.yaml``: words that show a text, and a sentence, to be about custody."""

    words: tuple[str, ...]
    custody: tuple[str, ...]


class Cue(Rule):
    """A word or construction that refuses an event or gives it a status.

    ``where`` says how the cue must stand to the trigger: ``on`` (it is the trigger, or a word of
    its construction), ``below`` (a child of one of them), ``above`` (it governs the trigger, no
    terminator between), ``subject`` (a participant or its determiner), ``before`` (earlier in the
    sentence), ``sentence`` (anywhere). All of ``lemmas``, ``deps`` (its own label), ``tags`` and
    ``pos`` that are given must fit it. ``types`` and ``types_not`` limit it to event types,
    ``trigger`` to verbs or nouns. ``unless_tied``: an event that names a person, a day or a
    facility is kept in spite of it; ``unless_named``: one that names a person; ``unless_above``:
    one that such a word governs. ``negated``: the cue word itself is negated ("does not believe
    that"). ``tree``: patterns in the short notation whose first word is the trigger; one must fit.
    ``coordinated``: a cue above reaches a trigger coordinated with what it governs, or not.
    """

    where: Literal["on", "below", "above", "subject", "before", "sentence"]
    lemmas: tuple[str, ...] = ()
    deps: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    types: tuple[EventType, ...] = ()
    types_not: tuple[EventType, ...] = ()
    trigger: Literal["verb", "noun"] | None = None
    unless_tied: bool = False
    unless_named: bool = False
    unless_above: tuple[str, ...] = ()
    negation: bool = False
    negated: bool = False
    tree: tuple[str, ...] = ()
    coordinated: bool = True
    status: EventStatus | None = None

    @field_validator("tree")
    @classmethod
    def _readable(cls, trees: tuple[str, ...]) -> tuple[str, ...]:
        for tree in trees:
            parse(tree)
        return trees


class Cues(RuleFile):
    """``refusals.yaml`` and ``status.yaml``. A word of ``terminators`` ends the reach upwards."""

    terminators: tuple[str, ...] = ()
    contested: tuple[EventType, ...] = ()
    cues: tuple[Cue, ...]


def rules_by_type(folder: Path) -> list[EventRules]:
    """Return the rules of every event type that has a file ``rules/events/TYPE.yaml``."""
    paths = [folder / "events" / f"{type_}.yaml" for type_ in get_args(EventType)]
    return [read(path, EventRules) for path in paths if path.is_file()]
