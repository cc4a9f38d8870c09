"""The named body or person that "the ministry", "the group" or "the lawyer" speaks of again."""

from collections.abc import Callable, Iterable

from spacy.tokens import Doc, Token

from pipeline.annotate.arguments.argument import Argument
from pipeline.annotate.arguments.lexicon import Lexicon

_DEFINITE = frozenset(["the", "this", "that", "same"])


def is_bare(noun: Token) -> bool:
    """Tell whether a noun stands with "the" and nothing else: it speaks of what was named."""
    before = [c for c in noun.lefts if c.dep_ not in ("punct", "cc")]
    definite = len(before) == 1 and before[0].lower_ in _DEFINITE
    return definite and not any(c.dep_ in ("prep", "relcl", "acl", "appos") for c in noun.rights)


def body_named(doc: Doc, index: int, word: str, lexicon: Lexicon) -> Argument | None:
    """Return the last body named before a token that has the word in its name.

    "The group", "the watchdog" stand for the last one named that does not speak for the state.
    """
    named = last_name(doc, "organizations", index, lambda words: word in words)
    if named is None and word in lexicon.groups:
        named = last_name(doc, "organizations", index, lexicon.officials.isdisjoint)
    return named


def person_of_role(doc: Doc, index: int, word: str) -> Argument | None:
    """Return the last person named before a token of whom the text says the role."""
    return last_name(doc, "people", index, lambda words: word in words)


def roles_of(doc: Doc, start: int) -> tuple[str, ...]:
    """Return the roles that the text gives to the person named at a character.

    A name repeated without its title ("Petrov denied it") has those of the fuller name.
    """
    people = [span._.person for span in doc.spans.get("people", ())]
    named = next((person for person in people if person.start == start), None)
    if named is None:
        return ()
    last = named.name.split()[-1:]
    return tuple(r for person in people if person.name.split()[-1:] == last for r in person.roles)


def last_name(
    doc: Doc, group: str, index: int, fits: Callable[[frozenset[str]], bool]
) -> Argument | None:
    """Return the last name before a token whose words (for a person, whose roles') fit."""
    attribute = "person" if group == "people" else "organization"
    found = None
    for span in doc.spans.get(group, ()):
        if span.end > index or (found is not None and span.start <= found[0]):
            continue
        reading = getattr(span._, attribute)
        texts = reading.roles if group == "people" else (reading.name,)
        if fits(_words(texts)):
            found = span.start, reading
    if found is None:
        return None
    reading = found[1]
    return Argument(reading.start, reading.end, reading.start, f"named-{attribute}")


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(
        word for text in texts for word in text.lower().replace("’", " ").replace("'", " ").split()
    )
