"""The sure members of a list decide what the model's are."""

from custody_records.annotate.naming.lists import harmonized
from custody_records.annotate.overlaps import Candidate, Rank

TEXT = "Fine Gael, Samfylking and Labour met Mary Lou."


def candidate(name: str, kind: str, rank: Rank) -> Candidate:
    start = TEXT.index(name)
    return Candidate(start, start + len(name), "rule", rank, reading=kind)


def kinds(names: list[Candidate]) -> list[str]:
    return [name.reading for name in harmonized(TEXT, names, frozenset([", ", " and "]))]


MODEL = candidate("Samfylking", "person", Rank.MODEL)
LAST = candidate("Mary Lou", "person", Rank.MODEL)
GAEL = candidate("Fine Gael", "organization", Rank.GAZETTEER)
LABOUR = candidate("Labour", "organization", Rank.GAZETTEER)


def test_two_sure_members_overrule_the_model_within_the_list_only() -> None:
    expected = ["organization", "organization", "organization", "person"]
    assert kinds([GAEL, MODEL, LABOUR, LAST]) == expected


def test_one_sure_member_is_not_enough() -> None:
    assert kinds([GAEL, MODEL]) == ["organization", "person"]


def test_sure_members_that_disagree_decide_nothing() -> None:
    place = candidate("Labour", "place", Rank.GAZETTEER)
    assert kinds([GAEL, MODEL, place]) == ["organization", "person", "place"]
