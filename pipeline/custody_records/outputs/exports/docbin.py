"""spaCy DocBin: every body tokenized, a span group a field, the entities of flat fields as ents."""

from pathlib import Path

from spacy.tokens import DocBin

from custody_records.outputs.exports.source import Source
from custody_records.outputs.exports.tokens import docs, flat
from custody_records.outputs.write import beside

NAME = "records.spacy"


def write(source: Source, folder: Path) -> list[Path]:
    """Write one DocBin; ``doc.user_data["article"]`` is the article's id."""
    held = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "SPACY"], store_user_data=True)
    for record, doc in docs(source):
        doc.ents = flat(doc)
        doc.user_data = {"article": record["article"]["id"]}
        held.add(doc)
    path = folder / NAME
    with beside(path) as part:
        part.write_bytes(held.to_bytes())
    return [path]
