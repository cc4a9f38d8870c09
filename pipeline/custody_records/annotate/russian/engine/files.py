"""Where the Russian models lie: files inside the ``natasha`` wheel, none of whose code is run.

natasha 1.6 imports pymorphy2, which newer Pythons cannot run; its models are plain archives that
slovnet and navec read by themselves.
"""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from custody_records.annotate.model.installed import version_of

_PACKAGES = ("natasha", "slovnet", "navec", "razdel", "pymorphy3", "pymorphy3_dicts_ru")
_DISTRIBUTIONS = tuple(name.replace("_", "-") for name in _PACKAGES)
_EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODELS = {
    "morph": "model/slovnet_morph_news_v1.tar",
    "syntax": "model/slovnet_syntax_news_v1.tar",
    "ner": "model/slovnet_ner_news_v1.tar",
}


def missing() -> tuple[str, ...]:
    """Return the packages of the extra that are not installed."""
    return tuple(name for name in _PACKAGES if find_spec(name) is None)


def versions() -> dict[str, str]:
    """Return the versions of the packages that shape a Russian record; nothing is imported."""
    return {name: version_of(name) for name in _DISTRIBUTIONS}


def _data() -> Path:
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise LookupError("package 'natasha' is not installed")
    return Path(spec.submodule_search_locations[0]) / "data"


@cache
def model(kind: str) -> Any:
    """Return slovnet's model of a kind (``morph``, ``syntax``, ``ner``) with its embeddings:

    ``encoder`` (of words), ``model`` and ``decoder``.
    """
    import slovnet

    classes = {"morph": slovnet.Morph, "syntax": slovnet.Syntax, "ner": slovnet.NER}
    loaded = classes[kind].load(str(_data() / _MODELS[kind]))
    return loaded.navec(embeddings()).infer


@cache
def embeddings() -> Any:
    """Return navec's vectors of words, in lower case, without the letter ё: 300 numbers each."""
    from navec import Navec

    return Navec.load(str(_data() / _EMBEDDINGS))
