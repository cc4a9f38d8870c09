"""Random texts of the Russian rules' own words go through the pipeline: none fails."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from custody_records.annotate.text import remember
from custody_records.articles.article import Article
from custody_records.records.assemble import assemble
from tests.annotate import random_docs
from tests.annotate.test_own_vocabulary import CASES, DAYS, INFO, MARKS, ODD

FILES = (
    "attributions/ru.yaml",
    "events/ru",
    "figures/ru.yaml",
    "names/ru",
    "numbers/ru.yaml",
    "organizations/ru.yaml",
    "participants/ru.yaml",
    "people/ru.yaml",
    "places/ru/words.yaml",
    "timex/ru",
)
NAMES = ["Анна", "Иванова", "Минске", "Алматы", "ФСИН", "суд", "мая", "ИК-6", "ЛА-155/8", "он"]


def run(nlp: Language, inputs: int) -> None:
    own = [word for word in random_docs.words(*FILES) if not word.isascii()]
    mixed = [*MARKS, *ODD, *NAMES]
    pieces = own + mixed * (1 + len(own) // len(mixed))

    @settings(max_examples=inputs, database=None, suppress_health_check=list(HealthCheck))
    @given(words=st.lists(st.sampled_from(pieces), max_size=14), case=CASES, published=DAYS)
    def no_text_breaks_it(words, case, published: date | None) -> None:  # type: ignore[no-untyped-def]
        text = case(" ".join(words))
        with nlp.memory_zone():
            doc = nlp.make_doc(text)
            remember(doc, text)
            doc._.published, doc._.language = published, "ru"
            for _, component in nlp.pipeline:
                doc = component(doc)
            assemble(Article(INFO, text), doc)

    no_text_breaks_it()


def test_no_russian_text_breaks_a_component(russian: Language) -> None:
    run(russian, 20)


@pytest.mark.slow
def test_no_russian_text_of_two_thousand_breaks_a_component(russian: Language) -> None:
    run(russian, 2_000)
