"""Who of those that have spoken so far is meant by "he said" or "the lawyer said"."""

from collections.abc import Sequence

from spacy.tokens import Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.entities.references.roles import Roles

SPEAKERS = 12  # attributions among which the one with a role is looked for
_IN_FORCE = 1200  # characters for which a speaker stays the one who "he" is


def speaker_of_role(roles: Roles, word: str, before: Sequence[Attribution]) -> Argument | None:
    """Return the last speaker of whom the text says the role."""
    for one in reversed(before[-SPEAKERS:]):
        if one.source is not None and word in roles.of_person(one.source.entity):
            return one.source
    return None


def in_force(sentence: Span, before: Sequence[Attribution]) -> Argument | None:
    """Return the last speaker, if he spoke not long before."""
    for attribution in reversed(before):
        if sentence.start_char - attribution.cue[0] >= _IN_FORCE:
            return None
        if attribution.source is not None:
            return attribution.source
    return None
