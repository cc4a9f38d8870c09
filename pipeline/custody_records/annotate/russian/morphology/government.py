"""What the words around a name tell of its case and gender: its verb, preposition, or office."""

from collections.abc import Sequence

from spacy.tokens import Token

from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.morphology.paradigms import Case, Gender

Told = tuple[frozenset[Case], Gender | None]

_SUBJECTS = ("nsubj", "nsubj:pass")
_NOMINATIVE: frozenset[Case] = frozenset({"Nom"})
_OBJECT: frozenset[Case] = frozenset({"Acc", "Gen"})  # of people they are one form
_GENITIVE: frozenset[Case] = frozenset({"Gen"})
_NOTHING: Told = frozenset(), None


def told_by(tokens: Sequence[Token], governs: dict[str, frozenset[Case]]) -> Told:
    """Return the cases that a name can have where it stands, none if nothing tells; and a gender.

    ``governs``: the cases that a preposition is followed by.
    """
    inside = range(tokens[0].i, tokens[-1].i + 1)
    root = next((t for t in tokens if t.head.i not in inside or t.head.i == t.i), tokens[0])
    before = tokens[0].nbor(-1) if tokens[0].i else None
    if before is not None and before.lower_ in governs:
        return governs[before.lower_], None
    head = root.head
    if root.dep_ in ("appos", "nmod") and head.i < tokens[0].i and head.pos_ == "NOUN":
        return _beside(root, head)
    return _under(root)


def _beside(name: Token, noun: Token) -> Told:
    """Read "адвокат Зибейда Рагимова", "жена Олима Ризаева": the office's case, or a genitive."""
    agreed = _agreed(noun) if noun.dep_ in _SUBJECTS else None
    if agreed == "Fem" and feature(noun, "Gender") == "Masc":
        return _NOMINATIVE, agreed  # "следователь Александра Витте опросила"
    if name.dep_ == "nmod":
        cased = any(c.dep_ == "case" for c in name.children)
        return _NOTHING if cased else (_GENITIVE, None)
    case = feature(noun, "Case")
    animate = feature(noun, "Animacy") == "Anim"
    if not animate or case is None:
        return _NOTHING
    gender: Gender | None = "Fem" if feature(noun, "Gender") == "Fem" else None
    gender = gender if feature(noun, "Number") == "Sing" else None
    cases = _OBJECT if case in _OBJECT else frozenset[Case]((case,))  # type: ignore[arg-type] # a case of UD
    return cases, gender or agreed


def _under(name: Token) -> Told:
    if name.dep_ in _SUBJECTS:
        return _NOMINATIVE, _agreed(name)
    if name.dep_ == "obj":
        return _OBJECT, None
    return _NOTHING


def _agreed(subject: Token) -> Gender | None:
    """Return the gender in which a verb agrees with its subject."""
    gender = feature(subject.head, "Gender")
    if feature(subject.head, "Tense") != "Past" or gender not in ("Masc", "Fem"):
        return None
    return "Fem" if gender == "Fem" else "Masc"
