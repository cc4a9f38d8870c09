"""What shapes a result, as one hash: the same fingerprint and the same input, the same record.

Code, rules, model, options and the libraries that read, tag and compute. Nothing heavy is
imported to tell: a run over an unchanged corpus does not load spaCy.
"""

import hashlib
import json
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from custody_records.annotate.languages import LANGUAGES, readable
from custody_records.annotate.model.installed import MODELS, ModelNotFoundError, resolve, version_of
from custody_records.rulebook import fingerprint as rules_fingerprint
from custody_records.rulebook import rules_dir
from custody_records.rulebook.fingerprint import digest_of, files
from custody_records.run.options import Options

_PACKAGE = Path(__file__).resolve().parents[1]
# Packages whose code cannot change a record.
_AFTER = ("cli", "compare")
_LIBRARIES = (
    "spacy",
    "thinc",
    "numpy",
    "pydantic",
    "dateparser",
    "charset-normalizer",
    "trafilatura",
    "py3langid",
    "PyYAML",
)


def fingerprint(options: Options) -> str:
    """Return the hash (hex) of everything but the input that shapes a record."""
    parts = {
        "code": code(),
        "rules": rules_fingerprint(rules_dir(options.rules)),
        "model": model(options.model)["sha256"],
        "languages": languages(),
        "options": shaping(options),
        "libraries": versions(),
    }
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def shaping(options: Options) -> dict[str, Any]:
    """Return the options that shape a record and are told by nothing else here."""
    names = ("published", "max_bytes", "max_characters")
    return {name: getattr(options, name) for name in names}


@cache
def code() -> str:
    """Return the hash of the package's own code, so that an edit counts without a release."""
    own = files(_PACKAGE, ".py")
    return digest_of(tuple(sorted(f for f in own if f[0].partition("/")[0] not in _AFTER)))


@cache
def versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that shape a record."""
    found = {"python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    for name in _LIBRARIES:
        found[name] = version_of(name)
    return found


@cache
def languages() -> dict[str, dict[str, str]]:
    """Return, for each language that is read beside the model's, the versions of its packages."""
    return {code: LANGUAGES[code].packages() for code in readable()}


@cache
def model(name: str) -> dict[str, str]:
    """Return a model's name, version and the hash of what tells it from any other.

    That is its description (``meta.json`` with version and scores, ``config.cfg``) and the sizes
    of its files; the weights themselves can be gigabytes. Raises ModelNotFoundError.
    """
    target = resolve(name)
    spec = find_spec(target) if target.isidentifier() else None
    folder = Path(spec.origin).parent if spec and spec.origin else Path(target)
    digest = hashlib.sha256()
    described = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.suffix != ".pyc"):
        name = path.relative_to(folder).as_posix()
        digest.update(f"{name}\0{path.stat().st_size}\n".encode())
        if path.name in ("meta.json", "config.cfg"):
            digest.update(path.read_bytes())
        if name == "meta.json":
            described = json.loads(path.read_bytes())
    if not described:
        raise ModelNotFoundError(
            f"model {name!r} is neither an alias ({', '.join(MODELS)}), nor an installed package, "
            "nor a folder with a spaCy model"
        )
    return {
        # A package that only carries the model has it in a folder of its own ("_model").
        "package": target if spec else folder.as_posix().removesuffix("/_model").rpartition("/")[2],
        "language": str(described.get("lang", "und")),
        "name": str(described.get("name", "")),
        "version": str(described.get("version", "")),
        "sha256": digest.hexdigest(),
    }
