"""The pages of the components, made from their factories and an example that is run.

python -m tests.docs.components    # rewrites docs/components
"""

import warnings
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from inspect import cleandoc
from pathlib import Path
from typing import Any, get_type_hints

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.checked import MissingRequirementWarning
from custody_records.annotate.extensions import SPAN_GROUPS
from custody_records.annotate.factories import COMPONENTS, Component
from custody_records.annotate.pipeline import Annotator

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "components"
INDEX = "README.md"
TEXT = (
    "The Interior Ministry said on 3 May 2019 that two guards of colony LA-155/8 in Almaty had "
    "beaten Anna Ivanova, a lawyer. They were charged under Article 146 of the Criminal Code of "
    "Kazakhstan."
)
RUSSIAN = (
    "МВД Казахстана сообщило 3 мая 2019 года, что двое сотрудников колонии ЛА-155/8 в Алматы "
    "избили адвоката Анну Иванову."
)
_HEAD = "Made from the factory and an example that was run (`python -m tests.docs.components`)."


def pages() -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of every page, the index first."""
    rows = [f"| [{c.name}]({c.name}.md) | {_first_line(c)} |" for c in COMPONENTS]
    yield (
        INDEX,
        "# Components\n\nEvery component is a spaCy factory: `nlp.add_pipe(NAME)` works in any "
        "pipeline once the package is\ninstalled, alone, behind the stock components, or in the "
        f"order of this table, which is that of a run.\n\n{_HEAD}\n\n| component | what it does |\n"
        "| --- | --- |\n" + "\n".join(rows) + "\n",
    )
    for component in COMPONENTS:
        yield f"{component.name}.md", page(component)


def page(component: Component) -> str:
    """Return the page of one component."""
    parts = [f"# {component.name}", _HEAD, _doc_of(component)]
    parts.append(
        "| | |\n| --- | --- |\n"
        f"| reads | {_codes(component.requires) or 'the text alone'} |\n"
        f"| assigns | {_codes(component.assigns) or 'nothing that others read by name'} |\n"
        "| options | `rules`: a folder of rules; null for the package's own |"
    )
    shown = "\n".join(example(component)) or "nothing in this text"
    text = RUSSIAN if component.name.startswith("russian") else TEXT
    parts.append(f"## Example\n\n> {text}\n\n```text\n{shown}\n```")
    return "\n\n".join(parts) + "\n"


def example(component: Component) -> list[str]:
    """Return a line for everything that the component adds to a doc of its example."""
    doc = _annotated("ru" if component.name.startswith("russian") else "en")
    lines: list[str] = []
    for attribute, group in SPAN_GROUPS.items():
        if f"span._.{attribute}" in component.assigns and group in doc.spans:
            lines += [f'doc.spans["{group}"]: {span.text.strip()!r}' for span in doc.spans[group]]
    for assigned in component.assigns:
        if assigned.startswith("doc._."):
            value = getattr(doc._, assigned.removeprefix("doc._."))
            lines.append(f"{assigned}: {_short(value)}")
    if "doc.ents" in component.assigns:
        lines += [f"doc.ents: {entity.text!r} {entity.label_}" for entity in doc.ents]
    if "token.sent_start" in component.assigns:
        lines += [f"doc.sents: {sentence.text.strip()!r}" for sentence in doc.sents]
    return lines


@lru_cache(maxsize=2)
def _annotated(language: str) -> Doc:
    annotator = Annotator()
    nlp: Language = annotator.pipeline(language)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MissingRequirementWarning)
        doc = nlp.make_doc(RUSSIAN if language == "ru" else TEXT)
        doc._.language = language
        for _, component in nlp.pipeline:
            doc = component(doc)
    return doc


def _doc_of(component: Component) -> str:
    """Return what the component's module and class say; a function tells its class by its type."""
    module, _, name = component.made_by.partition(":")
    target: Any = getattr(import_module(f"custody_records.annotate.{module}"), name)
    made = target if isinstance(target, type) else get_type_hints(target).get("return")
    if not isinstance(made, type):
        return cleandoc(target.__doc__ or "").replace("``", "`")
    told = [import_module(made.__module__).__doc__, made.__doc__]
    return "\n\n".join(cleandoc(text) for text in told if text).replace("``", "`")


def _first_line(component: Component) -> str:
    first = _doc_of(component).split("\n\n")[0].replace("\n", " ")
    return first.partition(": ")[2] or first


def _codes(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _short(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        kind = {getattr(one, "type", type(one).__name__) for one in value}
        return f"{len(value)} ({', '.join(sorted(map(str, kind)))})"
    return repr(value)


def write() -> None:
    """Write every page, and remove those of components that are gone."""
    FOLDER.mkdir(exist_ok=True)
    made = dict(pages())
    for path in FOLDER.glob("*.md"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
