"""The shape of the event rules: what a file under ``rules/events`` may say."""

from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationInfo

from custody_records.annotate.arguments.roles import VERB_ROLES
from custody_records.annotate.events.needs import NEEDS
from custody_records.annotate.events.notation import LABELS, parse
from custody_records.annotate.events.word_lists import WordLists
from custody_records.contract.values import EventStatus, EventType
from custody_records.rulebook import Example, Rule, RuleFile


def check_path(path: str) -> None:
    """Raise ValueError for a step that does not exist."""
    if not path.split():
        raise ValueError("a path has at least one step")
    for step in path.split():
        name, _, _ = step.partition(":")
        if name in VERB_ROLES:
            continue
        unknown = sorted(set(name[1:].split("|")) - LABELS)
        if name[:1] not in ("<", ">") or unknown:
            roles = ", ".join(VERB_ROLES)
            raise ValueError(
                f"{path!r}: cannot read the step {step!r}: one of {roles}, or '>' or '<' and"
                f" dependency labels ({', '.join(sorted(LABELS))})"
            )


def _written_out(text: str, info: ValidationInfo) -> str:
    lists: WordLists = info.context["lists"] if info.context else WordLists()
    return lists.write_out(text)


def _tree(text: str, info: ValidationInfo) -> str:
    """Return a tree with its named lists of words written out. Raises ValueError."""
    written = _written_out(text, info)
    parse(written)
    return written


def _path(text: str, info: ValidationInfo) -> str:
    """Return a path with its named lists of words written out. Raises ValueError."""
    written = _written_out(text, info)
    check_path(written)
    return written


def _frame(frame: str, info: ValidationInfo) -> str:
    known = info.context["frames"] if info.context else {frame}
    if frame not in known:
        raise ValueError(f"no frame {frame!r} in frames.yaml; there are {_listed(known)}")
    return frame


def _need(need: str) -> str:
    if need not in NEEDS:
        raise ValueError(f"no need {need!r}; there are {_listed(NEEDS)}")
    return need


# An event tree and a frame path; docs/rule-languages.md describes both.
TreeSource = Annotated[str, AfterValidator(_tree)]
Path = Annotated[str, AfterValidator(_path)]
FrameName = Annotated[str, AfterValidator(_frame)]
NeedName = Annotated[str, AfterValidator(_need)]


class EventExample(Example):
    """An example of an event rule; ``article`` is the id of the article that it comes from."""

    article: str | None = None


class EventRule(Rule):
    """Words and constructions that tell one type of event.

    ``tree`` are patterns whose first word is the trigger; ``unless`` are trees that, found at the
    same trigger, refuse it. ``frame`` names how its participants are found. ``needs`` are what
    the words need beside themselves to tell an event. ``not_subjects`` are nouns of which it is
    not told ("riot police were sent to the colony" is no transfer).
    """

    match: tuple[EventExample, ...] = ()
    no_match: tuple[EventExample, ...] = ()
    frame: FrameName
    tree: tuple[TreeSource, ...] = ()
    unless: tuple[TreeSource, ...] = ()
    needs: tuple[NeedName, ...] = ()
    not_subjects: tuple[str, ...] = ()
    status: EventStatus | None = None
    kind: str | None = Field(
        default=None, description="mentions of different kinds are different events"
    )
    negated: bool = Field(default=False, description="tells the event only under a negation")
    subject_of: tuple[EventType, ...] = Field(
        default=(),
        description="without a subject of its own it is of whom the last event of these befell",
    )
    for_oneself: bool = Field(
        default=False, description="without a subject of its own it is of its actor, if he is held"
    )
    negation_of: tuple[EventType, ...] = Field(
        default=(), description="told where officials say that events of these types were not"
    )
    spoken: bool = Field(
        default=False,
        description="its clause is what somebody says, who is its actor and meets its needs",
    )
    ends_as: EventType | None = Field(
        default=None, description="where this type is told of the same people, it is that event"
    )


class EventRules(RuleFile):
    """One file: the rules of one type."""

    type: EventType
    rules: tuple[EventRule, ...]


class Frame(RuleFile):
    """How the participants of an event are reached from its trigger.

    Each role has paths in order; the first that reaches a participant is taken.
    ``actors_speak``: the act is a statement, so that its actors are its sources, too.
    ``apart``: nobody does it to himself: a subject is no actor.
    """

    id: str
    reason: str
    subjects: tuple[Path, ...] = ()
    actors: tuple[Path, ...] = ()
    actors_speak: bool = False
    apart: bool = False


class Frames(RuleFile):
    """``frames.yaml``."""

    frames: tuple[Frame, ...]

    def by_id(self) -> dict[str, Frame]:
        """Return the frames by their id."""
        return {frame.id: frame for frame in self.frames}


class Cue(Rule):
    """A word or construction that refuses an event or gives it a status.

    ``where`` says how the cue must stand to the trigger: ``on`` (it is the trigger, or a word of
    its construction), ``below`` (a child of one of them), ``above`` (it governs the trigger, no
    terminator between), ``subject`` (a participant or its determiner), ``sentence`` (near it).
    All of ``lemmas``, ``deps`` (its own label), ``tags`` and ``pos`` that are given must fit it.
    ``negated``: the cue word itself is negated ("does not believe that"); ``absent``: there is
    none of it ("no signs of", "did not find evidence of"); ``under``: words one of which must
    govern it ("*rejected* claims of").

    ``types`` and ``types_not`` limit it to event types, ``trigger`` to verbs or nouns. ``tree``:
    patterns whose first word is the trigger; one must fit; ``unless``: none of them may.
    ``negation``: it says that the event was not.

    ``unless_tied``: an event that names a person, a day or a facility is kept in spite of it;
    ``unless_named``: one that names a person; ``unless_above``: one that such a word governs,
    ``unless_right_above``: and none stands between;
    ``unless_official``: what officials say of a named person or facility.
    """

    where: Literal["on", "below", "above", "subject", "sentence"]
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
    unless_right_above: tuple[str, ...] = ()
    negation: bool = False
    negated: bool = False
    absent: bool = False
    under: tuple[str, ...] = ()
    unless_official: bool = False
    tree: tuple[TreeSource, ...] = ()
    unless: tuple[TreeSource, ...] = ()
    status: EventStatus | None = None


class Cues(RuleFile):
    """``refusals.yaml`` and ``status.yaml``. A word of ``terminators`` ends the reach upwards."""

    terminators: tuple[str, ...] = ()
    cues: tuple[Cue, ...]


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names))
