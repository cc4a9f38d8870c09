"""One loaded component, and a record's facilities read with it."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from custody_records.annotate.facilities.facility_codes import FacilityCodes
from custody_records.contract import Facility
from custody_records.rulebook import rules_dir
from tests.resolved import resolved

Annotate = Callable[[str, str | None], Doc]
Read = Callable[[str, str | None], list[Facility]]


@pytest.fixture(scope="session")
def annotate() -> Annotate:
    component = FacilityCodes(rules_dir())
    nlp = spacy.blank("en")

    def run(text: str, country: str | None = None) -> Doc:
        doc = nlp.make_doc(text)
        doc._.country = country
        return component(doc)

    return run


@pytest.fixture(scope="session")
def read(annotate: Annotate) -> Read:
    def entries(text: str, country: str | None = None) -> list[Facility]:
        return resolved(annotate(text, country), "facilities")

    return entries
