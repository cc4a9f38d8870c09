"""The frame paths: how a participant is reached from a trigger, checked when they are read.

A path is made of steps in order: ``subject``, ``object``, ``recipient`` and ``holder`` are a
verb's logical arguments whatever its voice (``arguments/roles.py``), ``>label`` goes down,
``<label`` up. ``:word|word`` after a step asks that it leads to one of the words.
"""

from custody_records.annotate.arguments.roles import VERB_ROLES
from custody_records.annotate.events.notation import LABELS


def check_path(path: str) -> None:
    """Raise ValueError for a step that does not exist."""
    if not path.split():
        raise ValueError("a path has at least one step")
    for step in path.split():
        name, _, _ = step.partition(":")
        if name in VERB_ROLES:
            continue
        unknown = sorted(set(name[1:].split("|")) - LABELS)
        if name[:1] not in ("<", ">") or unknown:
            roles = ", ".join(VERB_ROLES)
            raise ValueError(
                f"{path!r}: cannot read the step {step!r}: one of {roles}, or '>' or '<' and"
                f" dependency labels ({', '.join(sorted(LABELS))})"
            )
