"""The shape of the event rules: what a file under ``rules/events`` may say."""

from pathlib import Path
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

from pipeline.annotate.events.notation import parse
from pipeline.contract.values import EventStatus, EventType
from pipeline.rulebook import Rule, read


class Closed(BaseModel):
    """A model that refuses unknown keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(Closed):
    """A sentence, what must be found in it, and the article it comes from, if it does."""

    text: str
    subjects: list[str] | None = None
    actors: list[str] | None = None
    status: EventStatus | None = None
    article: str | None = None


class EventRule(Rule):
    """Words and constructions that tell one type of event.

    ``tree`` are patterns in the short notation, ``dependency`` patterns as spaCy's
    DependencyMatcher takes them (the trigger is the node named ``trigger``), ``tokens`` patterns
    as its Matcher takes them (the trigger is the first token). ``unless`` are trees that, found
    at the same trigger, refuse it. ``frame`` names how its participants are found. ``needs``
    are the arguments without which the words tell no event.
    """

    match: list[str | Example] = []  # type: ignore[assignment] # examples carry more than text
    frame: str
    tree: list[str] = []
    dependency: list[list[dict[str, Any]]] = []
    tokens: list[list[dict[str, Any]]] = []
    unless: list[str] = []
    needs: list[str] = []
    status: EventStatus | None = None
    negated: bool = Field(default=False, description="tells the event only under a negation")

    @field_validator("tree", "unless")
    @classmethod
    def _readable(cls, trees: list[str]) -> list[str]:
        for tree in trees:
            parse(tree)
        return trees


class EventRules(Closed):
    """One file: the rules of one type."""

    type: EventType
    rules: list[EventRule]


class Frame(Closed):
    """How the participants of an event are reached from its trigger.

    Each role has paths in order; the first that reaches a participant is taken. A path is made of
    steps: ``subject``, ``object``, ``recipient`` (of a verb, whatever its voice), ``>dep:word``
    (down) and ``<dep`` (up).
    """

    id: str
    reason: str
    subjects: list[str] = []
    actors: list[str] = []


class Frames(Closed):
    """``frames.yaml``."""

    frames: list[Frame]


class Cue(Rule):
    """A word or construction that refuses an event or gives it a status.

    ``where`` says how the cue must stand to the trigger: ``on`` (it is the trigger, or a word of
    its construction), ``below`` (a child of one of them), ``above`` (it governs the trigger, no
    terminator between), ``subject`` (a participant or its determiner), ``before`` (earlier in the
    sentence), ``sentence`` (anywhere). All of ``words``, ``deps`` (its own label), ``tags`` and
    ``pos`` that are given must fit it. ``types`` and ``types_not`` limit it to event types,
    ``trigger`` to verbs or nouns. ``unless_tied``: an event that names a person, a day or a
    facility is kept in spite of it.
    """

    where: Literal["on", "below", "above", "subject", "before", "sentence"]
    words: list[str] = []
    deps: list[str] = []
    tags: list[str] = []
    pos: list[str] = []
    types: list[EventType] = []
    types_not: list[EventType] = []
    trigger: Literal["verb", "noun"] | None = None
    unless_tied: bool = False
    status: EventStatus | None = None


class Cues(Closed):
    """``refusals.yaml`` and ``status.yaml``. A word of ``terminators`` ends the reach upwards."""

    terminators: list[str] = []
    contested: list[EventType] = []
    cues: list[Cue]


def rules_by_type(folder: Path) -> list[EventRules]:
    """Return the rules of every event type that has a file ``rules/events/TYPE.yaml``."""
    paths = [folder / "events" / f"{type_}.yaml" for type_ in get_args(EventType)]
    return [read(path, EventRules) for path in paths if path.is_file()]
