"""Subjects that a verb has without an arc of its own: shared, relative and of participles.

"Police stormed the house and arrested him": police arrested him. "The guards who beat him": the
guards. "An inmate beaten by guards": the inmate was beaten.
"""

from collections.abc import Sequence

from spacy.strings import get_string_id

_NSUBJ, _NSUBJPASS = get_string_id("nsubj"), get_string_id("nsubjpass")
_CONJ, _RELCL = get_string_id("conj"), get_string_id("relcl")
_AUXPASS, _ACL = get_string_id("auxpass"), get_string_id("acl")
_AUX, _VBN = get_string_id("aux"), get_string_id("VBN")
_OF_PARTICIPLE = {_VBN: _NSUBJPASS, get_string_id("VBD"): _NSUBJPASS}
_SUBJECTS = frozenset([_NSUBJ, _NSUBJPASS])


class Subjects:
    """Of one parsed sentence: labels, heads and children by token, labels as spaCy's numbers.

    ``meant``: subject of a relative clause → the noun that the clause is about.
    """

    def __init__(
        self,
        dep: Sequence[int],
        head: Sequence[int],
        children: Sequence[Sequence[int]],
        tags: Sequence[int],
    ) -> None:
        self._shared: dict[int, dict[int, int]] = {}  # verb → its subject → its label
        self.meant: dict[int, int] = {}
        own: dict[int, dict[int, int]] = {}
        for token, label in enumerate(dep):
            if label in _SUBJECTS:
                own.setdefault(head[token], {})[token] = label
        for token, label in enumerate(dep):
            if label == _RELCL:
                self.meant.update(dict.fromkeys(own.get(token, ()), head[token]))
            elif label == _CONJ and token not in own:
                first = self._shared.get(head[token]) or own.get(head[token])
                voice = _voice(token, head[token], dep, children, tags)
                if first and voice is not None:
                    self._shared[token] = dict.fromkeys(first, voice)
            elif label == _ACL and token not in own:
                self._shared[token] = {head[token]: _OF_PARTICIPLE.get(tags[token], _NSUBJ)}

    def shared(self, verb: int) -> list[int]:
        """Return the subjects that a verb shares, none that hang on it."""
        return list(self._shared.get(verb, ()))

    def label(self, token: int, verb: int) -> int | None:
        """Return the label of a token as a shared subject of a verb, or None: it is none."""
        return self._shared[verb].get(token) if verb in self._shared else None


def _voice(
    verb: int,
    first: int,
    dep: Sequence[int],
    children: Sequence[Sequence[int]],
    tags: Sequence[int],
) -> int | None:
    """Return the label of a coordinated verb's subject; None where its voice is not certain.

    Behind a passive a bare participle goes on with it ("was held and beaten"), and what the tagger
    takes for a past tense may do so, too ("was held and refused medicine").
    """
    below = {dep[child] for child in children[verb]}
    if _AUXPASS in below:
        return _NSUBJPASS
    if _AUX in below or not any(dep[child] == _AUXPASS for child in children[first]):
        return _NSUBJ
    return _NSUBJPASS if tags[verb] == _VBN else None
