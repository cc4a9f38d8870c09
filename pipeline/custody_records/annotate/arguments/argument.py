"""A participant, place or day of something told, as a stretch of the text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Argument:
    """A stretch of the text that takes part in an event, and the step that found it.

    ``start`` and ``end`` are the noun phrase without article and number; ``head`` is the first
    character of its head word, by which a later room finds the entry that the phrase stands for.
    """

    start: int
    end: int
    head: int
    rule: str
