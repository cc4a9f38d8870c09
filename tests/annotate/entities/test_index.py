"""Disjoint sets, and which entity is mentioned where."""

from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.entities.entity import OrganizationEntity
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.entities.resolver import UnionFind

PAIRS = st.lists(st.tuples(st.integers(0, 19), st.integers(0, 19)), max_size=30)


@given(PAIRS)
def test_groups_are_the_connected_components(pairs: list[tuple[int, int]]) -> None:
    clusters = UnionFind(20)
    for one, other in pairs:
        clusters.join(one, other)
    groups = clusters.groups()
    assert sorted(n for group in groups for n in group) == list(range(20))
    assert [group[0] for group in groups] == sorted(min(group) for group in groups)
    where = {n: number for number, group in enumerate(groups) for n in group}
    assert all(where[one] == where[other] for one, other in pairs)


@given(PAIRS)
def test_the_order_of_joining_does_not_matter(pairs: list[tuple[int, int]]) -> None:
    forward, backward = UnionFind(20), UnionFind(20)
    for one, other in pairs:
        forward.join(one, other)
    for one, other in reversed(pairs):
        backward.join(other, one)
    assert forward.groups() == backward.groups()


SPANS = st.lists(st.tuples(st.integers(0, 80), st.integers(1, 12)), min_size=1, max_size=12)


@given(SPANS, st.integers(0, 90), st.integers(1, 8))
def test_an_entity_is_found_at_every_character_of_its_mentions(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    entities = [
        OrganizationEntity(
            id=number,
            type="organization",
            canonical=str(number),
            mentions=((first, first + size),),
            made=(),
        )
        for number, (first, size) in enumerate(spans)
    ]
    found = EntityIndex(entities).at("organization", start, start + length)
    sharing = [
        (first, first + size, number)
        for number, (first, size) in enumerate(spans)
        if first < start + length and start < first + size
    ]
    assert (found.id if found else None) == (min(sharing)[2] if sharing else None)
