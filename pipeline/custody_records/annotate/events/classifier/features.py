"""What the classifier sees of a sentence: its words, with the kind of a mention in its place."""

from collections.abc import Sequence

from spacy.tokens import Doc

# Groups of mentions, what masks a later one last: a facility named for a town is a facility.
_MASKS = (
    ("timex", "DATE"),
    ("places", "PLACE"),
    ("people", "PERSON"),
    ("organizations", "BODY"),
    ("statutes", "STATUTE"),
    ("facilities", "FACILITY"),
)
_NUMBER = "#"
_EDGE = "|"
_STEM = 5  # characters that the forms of one word have in common, as a rule

Feature = tuple[str, tuple[int, ...]]


def masked(doc: Doc, words: Sequence[str]) -> list[str | None]:
    """Return a word for each token: as in ``words``, masked, or None inside a mention, for a space.

    ``words``: the lower-case form or lemma of each token. A mention is one word, at its first
    token; a number in digits is "#".
    """
    seen: list[str | None] = [
        None if word.isspace() else _NUMBER if word[0].isdigit() else word for word in words
    ]
    for group, label in _MASKS:
        for span in doc.spans.get(group, ()):
            seen[span.start : span.end] = [label] + [None] * (len(span) - 1)
    return seen


def names(words: Sequence[str | None]) -> set[str]:
    """Return the features of a sentence's masked words by name, as ``features`` does, sooner."""
    seen = [word for word in words if word is not None]
    begun = [f"{word[:_STEM]}-" for word in seen if len(word) > _STEM and word.islower()]
    return {*seen, *map("{} {}".format, [_EDGE, *seen], [*seen, _EDGE]), *begun}


def features(words: Sequence[str | None]) -> list[Feature]:
    """Return the features of a sentence's masked words, each with the indices of its words.

    Features are words, pairs of neighbours (the sentence's edges count), and how words begin.
    """
    found: list[Feature] = []
    before, at = _EDGE, ()  # type: str, tuple[int, ...]
    for index, word in enumerate(words):
        if word is None:
            continue
        found.append((word, (index,)))
        found.append((f"{before} {word}", (*at, index)))
        if len(word) > _STEM and word.islower():
            found.append((f"{word[:_STEM]}-", (index,)))
        before, at = word, (index,)
    found.append((f"{before} {_EDGE}", at))
    return found
