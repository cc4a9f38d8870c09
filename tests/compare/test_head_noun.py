"""The head noun of a figure's unit (contract, section 3)."""

import pytest

from custody_records.compare.head_noun import head_noun


@pytest.mark.parametrize(
    ("unit", "head"),
    [
        ("prison employees", "employee"),  # the last word of a plain phrase
        ("reports of torture and other ill-treatment", "report"),  # up to the preposition
        ("people detained in Almaty", "person"),  # up to the participle
        ("prisoners serving life terms", "prisoner"),  # ... also an active one
        ("killed inmates", "inmate"),  # a participle in front is no end
        ("such imprisoned activists", "activist"),  # ... nor after an adjective
        ("inmates who had been beaten", "inmate"),  # up to the relative pronoun
        ("pre-trial investigations", "investigation"),
        ("women", "woman"),  # irregular plurals
        ("Crimean Tatars", "tatar"),  # names of peoples
        ("court hearings", "hearing"),  # a noun that looks like a participle
    ],
)
def test_head(unit: str, head: str) -> None:
    assert head_noun(unit) == head
