"""Register the tokenizer and the components of the Russian engine, and put them together.

Their pipeline has what ours need: words, sentences, tags, trees, lemmas, names.
"""

from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.util import registry

from custody_records.annotate.russian.engine.annotations import SlovnetAnnotations
from custody_records.annotate.russian.engine.lemmas import PymorphyLemmas
from custody_records.annotate.russian.engine.sentences import RazdelSentences
from custody_records.annotate.russian.engine.tokens import RazdelTokenizer

ENGINE = ("razdel_sentences", "slovnet_annotations", "pymorphy_lemmas")


@registry.tokenizers("custody_records.RazdelTokenizer.v1")  # type: ignore[untyped-decorator]
def create_tokenizer() -> Callable[[Language], RazdelTokenizer]:
    """Return what makes the tokenizer of a pipeline."""
    return lambda nlp: RazdelTokenizer(nlp.vocab)


@Language.factory("razdel_sentences", assigns=["token.is_sent_start"])
def create_sentences(nlp: Language, name: str) -> RazdelSentences:
    """Create the component that finds sentences."""
    return RazdelSentences()


@Language.factory(
    "slovnet_annotations",
    requires=["token.is_sent_start"],
    assigns=["token.pos", "token.tag", "token.morph", "token.dep", "token.head", "doc.ents"],
)
def create_annotations(nlp: Language, name: str) -> SlovnetAnnotations:
    """Create the component that tags, parses and recognises names."""
    return SlovnetAnnotations(nlp.vocab)


@Language.factory("pymorphy_lemmas", requires=["token.pos"], assigns=["token.lemma"])
def create_lemmas(nlp: Language, name: str) -> PymorphyLemmas:
    """Create the component that finds lemmas."""
    return PymorphyLemmas()


def blank() -> Language:
    """Return an empty Russian pipeline with razdel's tokens."""
    config = {"nlp": {"tokenizer": {"@tokenizers": "custody_records.RazdelTokenizer.v1"}}}
    return spacy.blank("ru", config=config)


def load() -> Language:
    """Return the engine as a pipeline. Raises LookupError if its packages are not installed."""
    nlp = blank()
    for name in ENGINE:
        nlp.add_pipe(name)
    return nlp
