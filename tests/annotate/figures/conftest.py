"""A pipeline of sentences and figures alone: no model is needed to read a number."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

import custody_records.annotate.factories  # noqa: F401 - registers


@pytest.fixture(scope="session")
def read() -> Callable[[str], Doc]:
    """Return what turns a text into a doc with figures."""
    nlp = spacy.blank("en")
    nlp.add_pipe("news_sentences")
    nlp.add_pipe("figures")
    return nlp
