"""The shape of the Russian event rules: ``rules/events/ru``."""

from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator

from custody_records.annotate.events.event_types import FacilityReach
from custody_records.annotate.events.notation import UD_LABELS, parse
from custody_records.contract.values import EventStatus, EventType
from custody_records.rulebook import Rule, RuleData, RuleError, kept, read

Need = Literal[
    "people", "held", "actors", "grounded", "here", "tie", "named", "official", "stated",
    "staff", "statute", "no_statute", "free", "near", "sentenced",
]  # fmt: skip
# How a participant is reached from the trigger: a verb's logical arguments whatever its voice, what
# hangs on a noun in the genitive, under a preposition ("under:над"), is its possessive, or is the
# institution in which a plural without a subject acts ("at:в": "во ФСИН заявили").
# "deep": the first person anywhere in what hangs on the verb ("отклонил жалобу осужденного");
# "content": the first person in what is asked for or looked into ("жалоба на арест Иванова");
# "whose": for whom the subject acts ("мать Иванова обратилась"); "self": the subject, a prisoner;
# "patient": the object of the verb above a noun ("при задержании избили Иванова"); "gone": what
# stands in the genitive of a negation ("его не стало"); "governed": the object of the infinitive
# below ("осужденного спасти не удалось").
_BY_ARGUMENT = ("subject", "object", "holder", "recipient", "governed", "gone")
_OF_NOUNS = ("genitive", "above", "deep", "content", "whose", "self", "patient")
STEPS = frozenset((*_BY_ARGUMENT, *_OF_NOUNS))


def _tree(source: str) -> str:
    parse(source, UD_LABELS)
    return source


def _path(path: str) -> str:
    name, _, preposition = path.partition(":")
    if name not in STEPS and not (name in ("under", "at") and preposition):
        steps = ", ".join(sorted(STEPS))
        raise ValueError(f"no path {path!r}; there are {steps}, under:ПРЕДЛОГ, at:ПРЕДЛОГ")
    return path


TreeSource = Annotated[str, AfterValidator(_tree)]
Path_ = Annotated[str, AfterValidator(_path)]


class RussianEventRule(Rule):
    """Words and constructions that tell one type of event.

    ``tree``: patterns over lemmas and Universal Dependencies, whose first word is the trigger.
    ``unless``: trees that refuse it. ``subjects`` and ``actors``: paths, the first that reaches
    somebody counts. ``needs``: what must be found beside the words: ``people`` a subject, ``held``
    a subject who is or was in custody or a facility of the sentence, ``free`` no subject who is
    called a prisoner, ``actors`` an actor, ``grounded`` a subject or a facility of the paragraph,
    ``near`` such a facility, ``here`` a facility, place or date in the sentence, ``tie`` a subject
    or what ties it to a setting, ``named`` a subject with a name, ``official`` an actor who speaks
    for the state, ``stated`` such a source, ``staff`` an actor who works in a facility,
    ``sentenced`` a word of a sentence passed or a named subject, ``statute`` an article of a law,
    ``no_statute`` none.

    ``negated``: it is told by a negation ("не пустили"); ``any_polarity``: with or without one.
    ``subject_of``: without a subject of its own it is of whom the last event of these types befell.
    ``negation_of``: it is told where officials say that events of these types were not.
    ``attempts``: it counts when only tried ("пытался бежать"). ``topics``: it
    counts when only spoken of ("сообщил о пытках"). ``facility``: how far the facility may be
    sought, where not as for other rules of the type.
    """

    tree: tuple[TreeSource, ...]
    unless: tuple[TreeSource, ...] = ()
    subjects: tuple[Path_, ...] = ()
    actors: tuple[Path_, ...] = ()
    needs: tuple[Need, ...] = ()
    status: EventStatus | None = None
    facility: FacilityReach | None = None
    kind: str | None = None
    negated: bool = False
    any_polarity: bool = False
    attempts: bool = False
    topics: bool = False
    actors_speak: bool = False
    subject_of: tuple[EventType, ...] = ()
    negation_of: tuple[EventType, ...] = ()


class RussianEventRules(RuleData):
    """One file: the rules of one type."""

    type: EventType
    rules: tuple[RussianEventRule, ...]


class ContextWords(RuleData):
    """``context.yaml``: words around a trigger that refuse an event or give it a status."""

    custody: frozenset[str]
    negation: frozenset[str]
    conditional: frozenset[str]
    refusing_marks: frozenset[str]
    planning: frozenset[str]
    doubtful: frozenset[str]
    about: frozenset[str]
    reporting: frozenset[str]
    trying: frozenset[str]
    planned: frozenset[str]
    totals: frozenset[str]
    periods: frozenset[str]
    within: str
    sentence: frozenset[str]


@kept("events/ru")
def load(rules: Path) -> tuple[RussianEventRules, ...]:
    """Return the rules of every type that has a file, in the contract's order. Raises RuleError."""
    folder = rules / "events" / "ru"
    found = []
    for type_ in get_args(EventType):
        path = folder / f"{type_}.yaml"
        if not path.exists():
            continue  # a new type may have English rules alone
        file = read(path, RussianEventRules)
        if file.type != type_:
            raise RuleError(f"{path}:1: type: this file's type is {type_!r}, not {file.type!r}")
        found.append(file)
    return tuple(found)


def load_context(rules: Path) -> ContextWords:
    """Return the words around triggers. Raises RuleError."""
    return read(rules / "events" / "ru" / "context.yaml", ContextWords)
