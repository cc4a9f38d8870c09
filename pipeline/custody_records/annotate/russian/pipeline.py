"""The Russian pipeline up to our components: words, sentences, tags, trees, lemmas, names."""

from spacy.language import Language

from custody_records.annotate.russian.engine.factory import blank

ENGINE = ("razdel_sentences", "slovnet_annotations", "pymorphy_lemmas")


def load() -> Language:
    """Return the engine as a pipeline. Raises LookupError if its packages are not installed."""
    nlp = blank()
    for name in ENGINE:
        nlp.add_pipe(name)
    return nlp
