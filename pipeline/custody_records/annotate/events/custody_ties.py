"""Whether words of custody tell where an event was, or of whom it is told.

"Two inmates died in the jail" is a death in custody; "a general who died in 1921" is none, though
the sentence is about the prison that bears his name.
"""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.tags import VERBS

_BESIDE = 10  # tokens between a name and a word of custody that says who he is


def is_tied(word: Token, trigger: Token, apart: frozenset[str]) -> bool:
    """Tell whether a word of custody in the trigger's parsed sentence is said of the event.

    ``apart``: prepositions before what is only beside it ("near the prison").
    """
    if is_apart(word, apart):
        return False
    above = {token.i: token for token in (word, *word.ancestors)}
    for token in (trigger, *trigger.ancestors):
        if token.i in above:
            return True
        if token.dep_ == "relcl":
            return False
    return False


def is_apart(word: Token, apart: frozenset[str]) -> bool:
    """Tell whether a word stands behind one of the prepositions for what is only beside it."""
    return word.dep_ == "pobj" and word.head.lower_ in apart


def is_left(facility: Token, trigger: Token, departed: frozenset[str]) -> bool:
    """Tell whether a facility below the trigger is one that its people have left.

    ``departed``: forms of verbs like "release", "leave": "died a year after leaving IK-6", but not
    "a man released from IK-6 told that two had died".
    """
    below = (t for t in facility.ancestors if trigger.is_ancestor(t))
    return any(t.lower_ in departed and t.pos_ in VERBS for t in below)


def known_people(doc: Doc, words: Sequence[int]) -> frozenset[int]:
    """Return the entities of the people who are named beside a word of custody somewhere.

    ``words``: the sorted tokens of words of custody.
    """
    index, found = EntityIndex.of(doc), set()
    for span in doc.spans.get("people", ()):
        at = bisect_left(words, span.start - _BESIDE)
        if at == len(words) or words[at] >= span.end + _BESIDE:
            continue
        entity = index.at("person", span.start_char, span.end_char)
        if entity is not None:
            found.add(entity.id)
    return frozenset(found)
