"""What comes in is data: no module of the package evaluates or unpickles anything."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

PACKAGE = ROOT / "pipeline" / "custody_records"
EVALUATING = frozenset({"eval", "exec", "compile", "__import__"})
PICKLES = frozenset({"pickle", "cPickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle"})
LOADING = frozenset({"load", "loads", "Unpickler", "allow_pickle"})
UNSAFE = frozenset({"unsafe_load", "full_load", "UnsafeLoader", "FullLoader", "Loader"})


def _evaluated(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name)) if name in EVALUATING:
                yield f"{name}() in line {node.lineno}"
            case ast.Attribute(value=ast.Name(id=module), attr=name) if (
                module in PICKLES and name in LOADING
            ) or (module == "yaml" and name in UNSAFE):
                yield f"{module}.{name} in line {node.lineno}"
            case ast.ImportFrom(module=module) if module in PICKLES:
                yield f"{module} in line {node.lineno}"
            case ast.keyword(arg="allow_pickle" | "shell", value=ast.Constant(value=True)):
                yield f"{node.arg} in line {node.value.lineno}"


def found(text: str) -> list[str]:
    return list(_evaluated(ast.parse(text)))


def test_no_module_evaluates_or_unpickles() -> None:
    paths: list[Path] = sorted(PACKAGE.rglob("*.py"))
    assert len(paths) > 300
    told = {path.name: found(path.read_text(encoding="utf-8")) for path in paths}
    assert {name: lines for name, lines in told.items() if lines} == {}


def test_what_would_be_told() -> None:
    assert found(
        "eval(x)\npickle.loads(x)\nyaml.unsafe_load(x)\nnp.load(x, allow_pickle=True)"
    ) == [
        "eval() in line 1",
        "pickle.loads in line 2",
        "yaml.unsafe_load in line 3",
        "allow_pickle in line 4",
    ]
    assert found("re.compile(x)\nyaml.load(x, Loader=mine)") == []
