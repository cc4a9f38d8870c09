"""The linker's weights: one logistic regression, in whole numbers, looked up by role and type."""

from collections import defaultdict
from collections.abc import Iterable
from math import sqrt
from pathlib import Path

from custody_records.annotate.events.linking.context import Role
from custody_records.annotate.events.weights import SCALE, Weights, reasons
from custody_records.contract.values import EventType

_PARTS = "\t"  # between the parts of a feature's name in the file


def names(role: Role, type_: EventType, features: Iterable[str]) -> Iterable[str]:
    """Yield the names under which features are learned: of the role, and of the type, too."""
    for feature in features:
        yield f"{role}{_PARTS}{feature}"
        yield f"{role}{_PARTS}{feature}{_PARTS}{type_}"


class LinkerWeights:
    """Scores the features of an entity in a role of an event mention.

    Sums of whole numbers, added one by one: an entity has some fifty features, a doc a hundred
    entities to score, and nothing that is as small pays an array.
    """

    def __init__(self, weights: Weights) -> None:
        """``weights`` have one column and the names that ``names`` gives."""
        self._bias = int(weights.bias[0])
        # by role, feature: by type of the event (None: of any)
        self._of: dict[str, dict[str, dict[str | None, int]]] = defaultdict(dict)
        table = weights.table[:, 0].tolist()
        for name, weight in zip(weights.features, table, strict=True):
            role, feature, *type_ = name.split(_PARTS)
            self._of[role].setdefault(feature, {})[type_[0] if type_ else None] = weight

    @classmethod
    def read(cls, path: Path) -> "LinkerWeights":
        """Read the file that ``scripts.train_event_linker`` writes. Raises RuleError."""
        return cls(Weights.read(path, "train_event_linker"))

    def logit(self, role: Role, type_: EventType, features: Iterable[str]) -> float:
        """Return the log-odds that an entity takes a role.

        The weights of the features that are known are added and divided by the root of their
        number, as ``Weights.logits`` does.
        """
        of_role, total, count = self._of[role], 0, 0
        for feature in features:
            if feature in of_role:
                known = of_role[feature]
                for key in (None, type_):
                    if key in known:
                        total, count = total + known[key], count + 1
        return (total / sqrt(max(count, 1)) + self._bias) / SCALE

    def reasons(self, role: Role, type_: EventType, features: Iterable[str]) -> str:
        """Return the features that say most for a role, and against it, in words."""
        of_role = self._of[role]
        known = {feature: of_role[feature] for feature in features if feature in of_role}
        return reasons({name: of.get(None, 0) + of.get(type_, 0) for name, of in known.items()})
