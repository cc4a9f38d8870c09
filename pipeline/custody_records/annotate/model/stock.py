"""Parts of a stock pipeline that run within a component of ours, and are written with it.

Their weights are not kept twice: ``to_disk`` copies them from where the model was loaded.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy import util
from spacy.language import Language
from spacy.vocab import Vocab

_CONFIG = "config.cfg"


class StockParts:
    """The parts ``names`` of a loaded pipeline, in its order; those that it lacks are left out.

    ``source``: where their weights lie, if not where the pipeline was loaded from.
    """

    def __init__(self, nlp: Language, names: Iterable[str], source: Path | None = None) -> None:
        wanted = frozenset(names)
        self.names = tuple(name for name in nlp.component_names if name in wanted)
        self.pipes: dict[str, Any] = {name: nlp.get_pipe(name) for name in self.names}
        self._source = source or nlp.path
        config = nlp.config
        self._config = util.copy_config(config)
        self._config["nlp"]["pipeline"] = list(self.names)
        self._config["nlp"]["disabled"] = []
        self._config["components"] = {n: config["components"][n] for n in self.names}
        self._config["initialize"] = {}

    def to_disk(self, path: Path) -> None:
        """Write the parts into a folder. Raises FileNotFoundError if the model is gone."""
        if self._source is None or not Path(self._source).is_dir():
            raise FileNotFoundError(
                "the model was not loaded from a folder, or the folder is gone: load it by "
                "spacy.load and write the pipeline again"
            )
        path.mkdir(parents=True, exist_ok=True)
        self._config.to_disk(path / _CONFIG, interpolate=False)
        for name in self.names:
            shutil.copytree(Path(self._source) / name, path / name, dirs_exist_ok=True)

    @classmethod
    def from_disk(cls, path: Path, vocab: Vocab) -> "StockParts":
        """Return the parts that ``to_disk`` wrote, with the vocabulary of the pipeline around."""
        config = util.load_config(path / _CONFIG, interpolate=False)
        nlp = util.load_model_from_config(config, vocab=vocab, auto_fill=True, validate=False)
        for name in nlp.component_names:
            nlp.get_pipe(name).from_disk(path / name, exclude=["vocab"])  # type: ignore[attr-defined] # stock pipes have it
        return cls(nlp, nlp.component_names, path)
