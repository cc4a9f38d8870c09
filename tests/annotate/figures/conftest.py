"""A pipeline of sentences and figures alone: no model is needed to read a number."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

import custody_records.annotate.factories  # noqa: F401 - registers
from tests.resolved import resolved

Read = Callable[[str], Doc]
Expected = list[tuple[float, float | None, str | None, str]]


def figures(doc: Doc) -> Expected:
    """Return (value, max, qualifier, unit) of each figure of a doc."""
    return [(f.value, f.max, f.qualifier, f.unit) for f in resolved(doc, "figures")]


@pytest.fixture(scope="session")
def read() -> Read:
    """Return what turns a text into a doc with figures."""
    nlp = spacy.blank("en")
    nlp.add_pipe("news_sentences")
    nlp.add_pipe("figures")
    return nlp
