"""The contract's page has the keys that the models have."""

from tests.docs.contract import PAGE, page


def test_the_tables_of_the_contract_are_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.docs.contract"
