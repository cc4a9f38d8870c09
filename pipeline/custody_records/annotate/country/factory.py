"""Register the component ``article_country``."""

from spacy.language import Language

from custody_records.annotate import extensions
from custody_records.annotate.country.article_country import ArticleCountry
from custody_records.rulebook import rules_dir

extensions.register()


@Language.factory("article_country", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> ArticleCountry:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return ArticleCountry(rules_dir(rules))
