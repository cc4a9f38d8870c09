"""Random texts of the rules' own words go through every component: none fails, offsets hold.

A folder of rules gives the words; names, tags and trees are random, so that a component meets
what no model would make of a sentence, too.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from custody_records.annotate.pipeline import BY_RULE, WITH_MODEL
from custody_records.annotate.text import remember
from custody_records.articles.article import Article
from custody_records.contract import ArticleInfo
from custody_records.records.assemble import assemble
from tests.annotate import random_docs

NAMED = ("names", "places", "organizations", "people")


@dataclass(frozen=True)
class OwnWords:
    """Files or folders of rules that give the words, and the components that are fed with them.

    Those components alone run, behind sentences and random names: most inputs are for them; the
    record is written of what they found.
    """

    words: tuple[str, ...]
    components: tuple[str, ...]


ALL = (*BY_RULE, *WITH_MODEL)
OWN_WORDS = {
    "attributions": OwnWords(("attributions/cues.yaml", "participants"), ALL),
    "country": OwnWords(("country",), ("article_country",)),
    "entities": OwnWords(("entities",), (*BY_RULE, "timex", *NAMED, "figures", "entities")),
    "events": OwnWords(("events",), ALL),
    "facilities": OwnWords(("facilities",), ("article_country", "facility_codes", "entities")),
    "figures": OwnWords(("figures/en", "numbers"), ("timex", "figures", "entities")),
    "layout": OwnWords(("layout",), ()),
    "lexicon": OwnWords(("lexicon",), (*NAMED, "figures", "entities")),
    "names": OwnWords(("names",), (*NAMED, "entities")),
    "organizations": OwnWords(("organizations",), (*NAMED, "entities")),
    "people": OwnWords(("people",), (*NAMED, "entities")),
    "places": OwnWords(
        ("places/forms.yaml", "places/contexts.yaml", "places/regions.csv"), (*NAMED, "entities")
    ),
    "setting": OwnWords(("setting", "events/status.yaml", "timex/en"), ALL),
    "statutes": OwnWords(("statutes",), ("article_country", "statute_references", "entities")),
    "timex": OwnWords(("timex/en", "numbers/en.yaml"), ("timex", "entities")),
}
MARKS = [*".,;:()-–/'\"“”|", "\n", "\n\n", "'s", "1", "12", "2019", "1,200", "3.5", "LA-155/8"]
SHORT = ["the", "of", "in", "on", "and", "to", "by", "was", "were", "said", "he", "who", "IK-6"]
NAMES = ["Anna", "Ivanova", "Almaty", "Kazakhstan", "Ministry", "Court", "May", "Friday", "Mr"]
ODD = ["\u00ad", "\u200b", "ﬁ", "İ", "ß", "й", "\u202e", "😀", "\t", "\u2028"]
CASES = st.sampled_from([str, str, str, str.title, str.upper])
DAYS = st.sampled_from([None, None, date(2019, 4, 24), date.min, date.max])
URLS = st.sampled_from([None, "https://a.kz/2019/05/03/b", "http://[", "x"])
INFO = ArticleInfo(
    id="a",
    source="a.txt",
    title=None,
    publisher=None,
    author=None,
    url=None,
    published=None,
    published_basis="none",
    language="en",
    dateline=None,
    sha256="0" * 64,
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return random_docs.english()


def texts(own_words: OwnWords) -> st.SearchStrategy[str]:
    own = random_docs.words(*own_words.words)
    mixed = [*own[:50], *MARKS, *SHORT, *NAMES, *ODD]
    half_and_half = own + mixed * (1 + len(own) // len(mixed))  # one draw a word: twice as fast
    return st.lists(st.sampled_from(half_and_half), max_size=12).map(" ".join)


def check(
    nlp: Language, own_words: OwnWords, text: str, published: date | None, url: str | None
) -> None:
    doc = nlp.make_doc(text)
    remember(doc, text)
    doc._.published, doc._.url, doc._.language = published, url, "en"
    for name, component in nlp.pipeline:
        if name in ("news_sentences", "random_entities", *own_words.components):
            doc = component(doc)
    offsets = [(span.start_char, span.end_char) for group in doc.spans.values() for span in group]
    assert all(0 <= start < end <= len(text) for start, end in offsets)
    if doc._.entities is not None:
        assemble(Article(INFO, text), doc)  # which checks the exact offsets and every value


@pytest.mark.parametrize("name", sorted(OWN_WORDS))
def test_no_text_breaks_a_component(nlp: Language, name: str) -> None:
    run(nlp, OWN_WORDS[name], 15)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(OWN_WORDS))
def test_no_text_of_a_hundred_thousand_breaks_a_component(nlp: Language, name: str) -> None:
    whole = OWN_WORDS[name].components == ALL  # costs twice as much
    run(nlp, OWN_WORDS[name], 3_000 if whole else 7_600)


def run(nlp: Language, own_words: OwnWords, inputs: int) -> None:
    # The same inputs every time: what fails belongs to the change.
    @settings(
        max_examples=inputs,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(text=texts(own_words), case=CASES, published=DAYS, url=URLS)
    def no_text_breaks_it(
        text: str, case: Callable[[str], str], published: date | None, url: str | None
    ) -> None:
        with nlp.memory_zone():  # or the vocabulary grows with every new word
            check(nlp, own_words, case(text), published, url)

    no_text_breaks_it()
