"""The order of the packages: every import points against the way of the data."""

from tests.packages import ORDER, PAGE, imports, page_with_picture


def test_every_package_has_its_place() -> None:
    unlisted = sorted(set(imports()) - set(ORDER))
    assert not unlisted, f"put them into ORDER of tests/packages.py: {unlisted}"
    gone = sorted(set(ORDER) - set(imports()))
    assert not gone, f"take them out of ORDER of tests/packages.py: {gone}"


def test_nothing_flows_backwards() -> None:
    place = {name: number for number, name in enumerate(ORDER)}
    wrong = [
        f"{name} imports from {other}, which comes after it"
        for name, uses in imports().items()
        for other in sorted(uses)
        if place[other] > place[name]
    ]
    assert wrong == []


def test_the_picture_is_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == page_with_picture(), "python -m tests.packages"
