"""Register the component ``news_sentences``."""

from spacy.language import Language

from custody_records.annotate.sentences.component import NewsSentences
from custody_records.rulebook import rules_dir


@Language.factory("news_sentences", assigns=["token.sent_start"], default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> NewsSentences:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return NewsSentences(rules_dir(rules))
