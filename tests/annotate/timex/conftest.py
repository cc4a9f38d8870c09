"""A reader of single sentences: what the component makes of them on a given day."""

from collections.abc import Callable
from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from custody_records.annotate.readings import of_doc
from custody_records.annotate.timex.reading import Timex
from custody_records.annotate.timex.tagger import TimexTagger
from custody_records.rulebook import rules_dir

PUBLISHED = date(2019, 4, 24)  # a Wednesday

Reader = Callable[..., list[Timex]]


@pytest.fixture(scope="session")
def tagger() -> TimexTagger:
    tagger = TimexTagger(rules_dir())
    assert tagger.language("en")  # read before the examples are timed
    return tagger


@pytest.fixture(scope="session")
def read(tagger: TimexTagger) -> Reader:
    """Read a text; ``dates`` and ``people`` are spans that the model would take for such."""
    nlp = spacy.blank("en")
    nlp.add_pipe("news_sentences")

    def reader(
        text: str,
        published: date | None = PUBLISHED,
        dates: tuple[str, ...] = (),
        country: str | None = None,
        people: tuple[str, ...] = (),
    ) -> list[Timex]:
        doc = nlp(text)
        doc._.published, doc._.country = published, country
        named = [_entity(doc, span, "PERSON") for span in people]
        doc.ents = [*(_entity(doc, span, "DATE") for span in dates), *named]
        return of_doc(tagger(doc), "timex")

    return reader


def _entity(doc: Doc, span: str, label: str) -> object:
    at = doc.text.index(span)
    return doc.char_span(at, at + len(span), label=label)
