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
                # A verb of another voice has another subject: "were held and beat a guard".
                first = self._shared.get(head[token]) or own.get(head[token])
                if first and not _changes_voice(token, head[token], dep, children, tags):
                    self._shared[token] = first
            elif label == _ACL and token not in own:
                self._shared[token] = {head[token]: _OF_PARTICIPLE.get(tags[token], _NSUBJ)}

    def shared(self, verb: int) -> list[int]:
        """Return the subjects that a verb shares, none that hang on it."""
        return list(self._shared.get(verb, ()))

    def label(self, token: int, verb: int) -> int | None:
        """Return the label of a token as a shared subject of a verb, or None: it is none."""
        return self._shared[verb].get(token) if verb in self._shared else None


NO_SUBJECTS = Subjects((), (), (), ())


def _changes_voice(
    verb: int,
    first: int,
    dep: Sequence[int],
    children: Sequence[Sequence[int]],
    tags: Sequence[int],
) -> bool:
    """Tell whether a coordinated verb is of another voice than the first: "was held and escaped".

    Without an auxiliary of its own a participle goes on with the first one's.
    """
    below = {dep[child] for child in children[verb]}
    passive = any(dep[child] == _AUXPASS for child in children[first])
    if _AUXPASS in below:
        return not passive
    return passive and (tags[verb] != _VBN or _AUX in below)
