"""Register the component ``article_country``."""

from spacy.language import Language

from pipeline.annotate import extensions
from pipeline.annotate.country.article_country import ArticleCountry
from pipeline.rulebook import rules_dir

extensions.register()


@Language.factory("article_country", default_config={"rules": None})
def create(nlp: Language, name: str, rules: str | None) -> ArticleCountry:
    """Create the component; ``rules`` is a folder of rules, None for the package's own."""
    return ArticleCountry(rules_dir(rules))
