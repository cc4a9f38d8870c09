"""The head noun of a figure's unit (contract, section 3)."""

import pytest

from custody_records.compare.keys import head_noun


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        pytest.param("prison employees", "employee", id="the last word of a plain phrase"),
        pytest.param(
            "reports of torture and other ill-treatment", "report", id="up to the preposition"
        ),
        pytest.param("people detained in Almaty", "person", id="up to the participle"),
        pytest.param("prisoners serving life terms", "prisoner", id="also an active one"),
        pytest.param("killed inmates", "inmate", id="a participle in front is no end"),
        pytest.param("such imprisoned activists", "activist", id="nor after an adjective"),
        pytest.param("inmates who had been beaten", "inmate", id="up to the relative pronoun"),
        pytest.param("pre-trial investigations", "investigation", id="a hyphen in the adjective"),
        pytest.param("women", "woman", id="irregular plurals"),
        pytest.param("Crimean Tatars", "tatar", id="names of peoples"),
        pytest.param("court hearings", "hearing", id="a noun that looks like a participle"),
    ],
)
def test_head(unit: str, head: str) -> None:
    assert head_noun(unit) == head
