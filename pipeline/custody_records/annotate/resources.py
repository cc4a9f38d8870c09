"""What several components of a pipeline read once and share: lexicons and gazetteers.

They are held for the pipeline that asked for them, not in the module: two pipelines with two
folders of rules do not meet, and what a pipeline has read goes when it goes. A component holds what
it was given, so that pickling the pipeline carries everything along, each thing once.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from spacy.language import Language

from custody_records.annotate.lexicon.lexicon import Lexicon

Resource = TypeVar("Resource")
_OF_PIPELINE: WeakKeyDictionary[Language, dict[tuple[str, Path], Any]] = WeakKeyDictionary()


def shared(nlp: Language, name: str, folder: Path, load: Callable[[], Resource]) -> Resource:
    """Return the resource ``name`` of a folder of rules, made by ``load`` once for the pipeline."""
    held = _OF_PIPELINE.setdefault(nlp, {})
    key = name, folder.resolve()
    if key not in held:
        held[key] = load()
    found: Resource = held[key]
    return found


def lexicon_of(nlp: Language, folder: Path) -> Lexicon:
    """Return the pipeline's lexicon of a folder of rules. Raises RuleError."""
    return shared(nlp, "lexicon", folder, lambda: Lexicon.read(folder))
