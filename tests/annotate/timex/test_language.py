"""The rules are those of the article's language."""

from datetime import date

import pytest
import spacy

from custody_records.annotate.timex.tagger import TimexTagger


@pytest.mark.parametrize(
    ("language", "values"),
    [
        pytest.param("en", ["2019-05-03"], id="told by the article"),
        pytest.param(None, ["2019-05-03"], id="told by the pipeline alone"),
        pytest.param("xx", [], id="without rules nothing is read"),
    ],
)
def test_a_text_is_read_by_the_rules_of_its_language(
    tagger: TimexTagger, language: str | None, values: list[str]
) -> None:
    doc = spacy.blank("en").make_doc("freed on 3 May 2019")
    doc._.published, doc._.language = date(2019, 6, 1), language
    assert [span._.timex.value for span in tagger(doc).spans["timex"]] == values
