"""Words as the models' numbers: the same as the models' own encoders give."""

import pytest

from custody_records.annotate.russian.engine import files


@pytest.mark.parametrize("kind", ["morph", "syntax", "ner"])
def test_forms_are_numbered_as_by_the_model(kind: str) -> None:
    if files.missing():
        pytest.skip("the Russian extra is not installed")
    encoder = files.model(kind).infer.encoder
    words = ["Осужденный", "ИК-6", "умер", "3", "мая", "unknown", "умер", "."]
    assert encoder.item(words) == tuple(encoder.encoder.item(words))
