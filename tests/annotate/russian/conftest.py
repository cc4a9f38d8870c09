from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.languages import LANGUAGES
from custody_records.annotate.pipeline import Annotator

Read = Callable[..., Doc]


@pytest.fixture(scope="session")
def russian(annotator: Annotator) -> Language:
    absent = LANGUAGES["ru"].absent()
    if absent:
        pytest.skip(f"without the extra 'ru': {', '.join(absent)}")
    return annotator.pipeline("ru")
