"""How long the rule components take for a megabyte, on news and on hostile text.

    python -m tests.benchmarks.rules_linear [FOLDER_OF_TEXTS] [--up-to 1000000] [--component NAME]

Prints processor seconds per megabyte (a million characters) of each component that needs no
model: on the texts of the folder said one after the other up to the size, and on hostile text of
several sizes. Linear is what keeps its seconds per megabyte from one size to the next. A figure
of one machine; nothing is asserted.
"""

import argparse
import time
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.tokens import Doc

from custody_records.annotate.pipeline import BY_RULE

SIZES = (10_000, 100_000, 1_000_000)
HOSTILE = {
    "letters": "a",
    "capitals": "A ",
    "digits": "1 ",
    "numbers": "No. 1, ",
    "codes": "LA-155/8, ",
    "prison words": "the penal colony ",
    "places": "prison in Almaty, ",
    "quotes": 'prison "Aa" ',
    "articles": "Article 1, ",
    "dashes": "A-",
    "spaces": " ",
}


def news(folder: Path, size: int) -> str:
    """Return the folder's texts, repeated until they have ``size`` characters."""
    text = "\n\n".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.txt")))
    return (text * (size // len(text) + 1))[:size]


def seconds(component: str, doc: Doc) -> float:
    nlp = spacy.blank("en")
    pipe = nlp.add_pipe(component)
    start = time.process_time()
    pipe(doc)
    return time.process_time() - start


def rows(components: tuple[str, ...], texts: dict[str, list[str]]) -> Iterator[str]:
    nlp = spacy.blank("en")
    nlp.max_length = 10**8
    for component in components:
        for name, sized in texts.items():
            figures = []
            for text in sized:
                doc = nlp.make_doc(text)
                figures.append(f"{seconds(component, doc) * 1e6 / len(text):7.2f}")
            yield f"{component:20} {name:14} {' '.join(figures)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, help="folder of .txt files")
    parser.add_argument("--up-to", type=int, default=SIZES[-1])
    parser.add_argument("--only", help="one kind of text")
    parser.add_argument("--component", choices=BY_RULE, help="one component")
    given = parser.parse_args()
    sizes = [size for size in SIZES if size <= given.up_to]
    texts = {name: [unit * (size // len(unit)) for size in sizes] for name, unit in HOSTILE.items()}
    if given.folder:
        texts["news"] = [news(given.folder, size) for size in sizes]
    if given.only:
        texts = {given.only: texts[given.only]}
    print(f"seconds per megabyte at {', '.join(f'{size:,}' for size in sizes)} characters")
    for row in rows((given.component,) if given.component else BY_RULE, texts):
        print(row, flush=True)


if __name__ == "__main__":
    main()
