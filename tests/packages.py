"""The packages and what each imports, read from the code: for the test of order and the picture.

python -m tests.packages    # rewrites the picture in CONTRIBUTING.md
"""

import ast
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "pipeline" / "custody_records"
PAGE = ROOT / "CONTRIBUTING.md"
BEGIN, END = "<!-- packages: begin -->", "<!-- packages: end -->"
NAME = "custody_records"

# The way of the data: a package imports from those above it, never from one below.
ORDER = (
    "contract",
    "errors",
    "deadline",
    "lock",
    "rulebook",
    "articles",
    "ingest",
    # One doc's annotations: what all components share, then the components in the order they run.
    "annotate.tags",
    "annotate.cache",
    "annotate.text",
    "annotate.decisions",
    "annotate.extensions",
    "annotate.readings",
    "annotate.overlaps",
    "annotate.openings",
    "annotate.lookalikes",
    "annotate.checked",
    "annotate.serialization",
    "annotate.lexicon",
    "annotate.resources",
    "annotate.numbers",
    "annotate.layout",
    "annotate.model",
    "annotate.recognizer",
    "annotate.syntax",
    "annotate.country",
    "annotate.names",
    "annotate.places",
    "annotate.facilities",
    "annotate.organizations",
    "annotate.people",
    "annotate.naming",
    "annotate.statutes",
    "annotate.timex",
    "annotate.figures",
    "annotate.participants",
    "annotate.entities",
    "annotate.arguments",
    "annotate.attributions",
    "annotate.events",
    "annotate.russian",
    "annotate.languages",
    "annotate.factories",
    "annotate.pipeline",
    "records",
    "outputs",
    "compare",
    "run",
    "review",
    "cli",
)


def imports() -> dict[str, set[str]]:
    """Return, for every package of ``ORDER``'s kind, the packages that it imports from."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        if parts[-1].startswith("__") and len(parts) < 3:  # a package's own, or the top's
            continue
        own = _package(parts)
        found[own] |= {name for name in _imported(path) if name != own}
    return dict(found)


def _package(parts: tuple[str, ...]) -> str:
    if parts[0] == "annotate" and len(parts) > 1 and parts[1] != "__init__":
        return f"annotate.{parts[1]}"
    return parts[0]


def _imported(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            # "from custody_records.annotate import decisions" names the package behind "import".
            modules = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for module in modules:
            first, _, rest = module.partition(".")
            if first == NAME and rest and not rest.startswith("__"):
                found.add(_package(tuple(rest.split("."))))
    return {name for name in found if name in ORDER}


def picture() -> str:
    """Return a Mermaid graph: arrows from a package to those that use it, implied ones left out."""
    uses = {name: above for name, above in imports().items() if name in ORDER}
    lines = ["```mermaid", "flowchart TD"]
    for name in ORDER:
        lines.append(f"  {_id(name)}[{name}]")
    for name in ORDER:
        direct = uses.get(name, set())
        implied = set().union(*(_all_above(other, uses) for other in direct)) if direct else set()
        lines += [f"  {_id(other)} --> {_id(name)}" for other in ORDER if other in direct - implied]
    return "\n".join([*lines, "```"])


def _all_above(name: str, uses: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = list(uses.get(name, ()))
    while waiting:
        other = waiting.pop()
        if other not in found:
            found.add(other)
            waiting.extend(uses.get(other, ()))
    return found


def _id(name: str) -> str:
    return name.replace(".", "_")


def page_with_picture() -> str:
    """Return CONTRIBUTING.md with the picture as the code has it now."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{picture()}\n{END}{after}"


if __name__ == "__main__":
    PAGE.write_text(page_with_picture(), encoding="utf-8")
