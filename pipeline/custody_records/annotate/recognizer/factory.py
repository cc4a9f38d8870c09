"""Register the component ``sentence_entities``."""

from spacy.language import Language

from custody_records.annotate.recognizer.component import SentenceEntities


@Language.factory("sentence_entities", assigns=["doc.ents"])
def create(nlp: Language, name: str) -> SentenceEntities:
    """Create the component; it does nothing until it is given the stock recogniser."""
    return SentenceEntities()
