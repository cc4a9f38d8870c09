"""CoNLL-2003: a token a line with its IOB2 tag, blank lines between sentences and documents.

Columns are ``token -X- -X- tag`` as CoNLL-2003 readers expect. Where mentions overlap, the
longest wins; events are left out (their evidence is whole sentences).
"""

from pathlib import Path

from spacy.tokens import Doc

from custody_records.outputs.exports.source import Source
from custody_records.outputs.exports.tokens import docs, flat
from custody_records.outputs.write import whole

NAME = "records.conll"


def write(source: Source, folder: Path) -> list[Path]:
    """Write one file; a ``-DOCSTART-`` line begins every article."""
    path = folder / NAME
    with whole(path) as file:
        for record, doc in docs(source):
            file.write(f"-DOCSTART- -X- -X- O\n# id = {record['article']['id']}\n\n")
            file.write(_lines(doc))
    return [path]


def _lines(doc: Doc) -> str:
    tags = ["O"] * len(doc)
    for span in flat(doc):
        for token in span:
            tags[token.i] = f"{'B' if token.i == span.start else 'I'}-{span.label_}"
    lines: list[str] = []
    for token, tag in zip(doc, tags, strict=True):
        if token.is_space:
            if "\n" in token.text and lines and lines[-1]:
                lines.append("")
        else:
            # A token never holds white space, or the columns would shift.
            lines.append(f"{''.join(token.text.split())} -X- -X- {tag}")
    return "\n".join([*lines, "", ""])
