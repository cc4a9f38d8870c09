"""Build the annotators: the stock model's parts that are needed, and our components.

A text that the model can read goes through all of them; a text in a language of ``LANGUAGES``
through that entry's engine and components, loaded when the first one comes; a text in any other
language through the rule components alone, which do not care about the language (facility codes
and statutes).
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from itertools import groupby
from typing import Any, cast

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate import factories
from custody_records.annotate.languages import LANGUAGES
from custody_records.annotate.lexicon.lexicon import ENGLISH
from custody_records.annotate.model import installed
from custody_records.annotate.model.arithmetic import use_openblas
from custody_records.annotate.recognizer.component import SentenceEntities
from custody_records.annotate.resources import lexicon_of
from custody_records.annotate.syntax.component import SentenceSyntax
from custody_records.annotate.text import remember
from custody_records.articles.article import Article
from custody_records.rulebook import check_folder, rules_dir
from custody_records.rulebook.trial import try_patterns

factories.register()

# Component names in the order they run. The rule components that need no model come first.
BY_RULE = ("news_sentences", "article_country", "facility_codes", "statute_references")
# Of the stock model; sentences carry no lemmas, and have their ends from news_sentences.
NEEDLESS = ("lemmatizer", "senter")
EVENTS = ("event_triggers", "attributions", "events", "linked_events", "merged_events")
NAMES = ("names", "places", "facility_mentions", "organizations", "people")
WITH_MODEL = ("timex", *NAMES, "figures", "entities", *EVENTS)


class Annotator:
    """Turns articles into annotated docs; holds the loaded model.

    ``rules`` is the folder of rules it was given, None for the package's own.
    """

    def __init__(self, model: str = installed.DEFAULT, rules: str | None = None) -> None:
        self.rules = rules
        if rules is not None:
            folder_of_rules = rules_dir(rules)
            check_folder(folder_of_rules)
            try_patterns(folder_of_rules)
        folder = {"rules": rules}
        self._others: dict[str, Language] = {}
        self.full = installed.load(model, exclude=NEEDLESS)
        use_openblas(self.full)
        if self.full.lang == ENGLISH:
            _keep_whole(self.full, lexicon_of(self.full, rules_dir(rules)).closed.hyphenated)
        # How long an article may be is decided where it is read (articles/limits.py).
        self.full.max_length = 10**9
        syntax = cast(SentenceSyntax, self.full.add_pipe("sentence_syntax"))
        syntax.take_from(self.full)
        entities = cast(SentenceEntities, self.full.add_pipe("sentence_entities"))
        names = "sentence_entities"
        if not entities.take_from(self.full):  # a model of another kind runs as it is
            self.full.remove_pipe(names)
            names = "ner"
        for name in BY_RULE:
            self.full.add_pipe(name, before=names, config=folder)
        for name in WITH_MODEL:
            self.full.add_pipe(name, config=folder)

    def pipeline(self, language: str) -> Language:
        """Return the pipeline for a language, loaded when its first article comes.

        A language that nothing reads, or whose packages are not installed, has the rules alone.
        """
        if language == self.language:
            return self.full
        entry = LANGUAGES.get(language)
        readable = entry is not None and not entry.absent()
        key = language if readable else "xx"
        if key not in self._others:
            nlp = entry.pipeline(self.rules) if entry and readable else by_rule(self.rules)
            nlp.max_length = self.full.max_length
            self._others[key] = nlp
        return self._others[key]

    @property
    def language(self) -> str:
        """ISO 639-1 code of the language that the model reads."""
        return self.full.lang or "und"

    @contextmanager
    def memory(self) -> Iterator[None]:
        """Free, at the end of the block, the words that its docs brought; the docs end with it.

        Without it the vocabulary grows with every new word of a run, without bound.
        """
        with ExitStack() as zones:
            zones.enter_context(self.full.memory_zone())
            for nlp in self._others.values():
                zones.enter_context(nlp.memory_zone())
            yield

    def annotate(self, articles: Iterable[Article]) -> Iterator[Doc]:
        """Yield one annotated doc an article, in order."""
        for language, batch in groupby(articles, lambda a: a.info.language):
            nlp = self.pipeline(language)
            yield from nlp.pipe(prepare(nlp, article) for article in batch)

    def components(self, article: Article) -> tuple[Doc, list[tuple[str, Callable[[Doc], Doc]]]]:
        """Return the bare doc of one article and the components that it goes through, by name."""
        nlp = self.pipeline(article.info.language)
        return prepare(nlp, article), nlp.pipeline


def _keep_whole(nlp: Language, words: Iterable[str]) -> None:
    """Have the tokenizer keep words with a hyphen whole, also with capitals."""
    tokenizer: Any = nlp.tokenizer
    for word in sorted(words):
        for form in sorted({word, word.capitalize(), word.title()}):
            tokenizer.add_special_case(form, [{"ORTH": form}])


def by_rule(rules: str | None, language: str = "xx") -> Language:
    """Return the pipeline that needs no model; ``rules`` is a folder or None.

    ``language`` gives its tokenizer: that of any language where no model reads the text.
    """
    nlp = spacy.blank(language)
    for name in (*BY_RULE, "entities"):
        nlp.add_pipe(name, config={"rules": rules})
    return nlp


def prepare(nlp: Language, article: Article) -> Doc:
    """Return the tokenized doc of an article, with what the components need to know of it."""
    doc = nlp.make_doc(article.body)
    remember(doc, article.body)
    published = article.info.published
    doc._.published = date.fromisoformat(published) if published else None
    doc._.language = article.info.language
    doc._.url = article.info.url
    doc._.publisher = article.info.publisher
    doc._.dateline = article.written_at or article.info.dateline
    return doc
