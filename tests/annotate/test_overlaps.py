"""Who wins an overlap."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.overlaps import Candidate, Rank, resolve


def rule(start: int, end: int, name: str = "r", order: int = 0) -> Candidate:
    return Candidate(start, end, name, Rank.RULE, order)


def claim(start: int, end: int) -> Candidate:
    return Candidate(start, end, "claim", Rank.CLAIM)


def known(start: int, end: int) -> Candidate:
    return Candidate(start, end, "known", Rank.GAZETTEER)


def model(start: int, end: int) -> Candidate:
    return Candidate(start, end, "model", Rank.MODEL)


# (candidates, spans that are kept, why)
CASES = [
    ([rule(0, 5), rule(5, 9)], [(0, 5), (5, 9)], "touching is not overlapping"),
    ([rule(0, 5), rule(3, 9)], [(3, 9)], "the longer of two wins"),
    ([rule(0, 5), rule(3, 8)], [(0, 5)], "of one length, the one that starts first"),
    ([rule(0, 9), rule(2, 4)], [(0, 9)], "what lies inside loses"),
    ([claim(0, 3), rule(1, 9)], [(0, 3)], "a look-alike's claim beats a longer rule"),
    ([model(0, 9), rule(4, 6)], [(4, 6)], "a rule beats a longer span of the model"),
    ([claim(0, 3), model(0, 3)], [(0, 3)], "and a claim beats both"),
    ([rule(0, 6), rule(5, 10), rule(9, 12)], [(0, 6), (9, 12)], "a loser takes nothing with it"),
    ([model(0, 9), known(0, 4)], [(0, 9)], "a bare known name does not break a longer one"),
    ([rule(3, 5, "b", 1), rule(3, 5, "a", 2)], [(3, 5)], "one span, two rules: one stays"),
    ([], [], "nothing"),
]


@pytest.mark.parametrize(("candidates", "expected", "why"), CASES, ids=[c[2] for c in CASES])
def test_policy(candidates: list[Candidate], expected: list[tuple[int, int]], why: str) -> None:
    kept, lost = resolve(candidates)
    assert [(c.start, c.end) for c in kept] == expected
    assert len(kept) + len(lost) == len(candidates)


def test_of_one_span_the_higher_rank_is_kept() -> None:
    kept, _ = resolve([model(0, 4), known(0, 4)])
    assert [c.rule for c in kept] == ["known"]


def test_the_rule_that_stands_first_in_its_file_wins() -> None:
    kept, lost = resolve([rule(3, 5, "a", 2), rule(3, 5, "b", 1)])
    assert [c.rule for c in kept] == ["b"]
    assert [(loser.rule, winner.rule) for loser, winner in lost] == [("a", "b")]


CANDIDATES = st.lists(
    st.builds(
        lambda start, length, rank: Candidate(start, start + length, "r", rank),
        st.integers(0, 40),
        st.integers(1, 12),
        st.sampled_from(Rank),
    ),
    max_size=30,
)


@given(CANDIDATES)
def test_nothing_kept_overlaps_and_every_loser_does(candidates: list[Candidate]) -> None:
    kept, lost = resolve(candidates)
    assert all(one.end <= other.start for one, other in pairwise(kept))
    for loser, winner in lost:
        assert winner in kept
        assert winner.start < loser.end
        assert loser.start < winner.end


@given(CANDIDATES)
def test_a_loser_is_not_better_than_all_that_it_overlaps(candidates: list[Candidate]) -> None:
    """So the order in which candidates come does not matter either."""
    kept, lost = resolve(candidates)
    again, _ = resolve(reversed(candidates))
    assert [(c.start, c.end, c.rank) for c in kept] == [(c.start, c.end, c.rank) for c in again]
    for loser, _ in lost:
        mine = (loser.rank.tier, loser.end - loser.start)
        rivals = [k for k in kept if k.start < loser.end and loser.start < k.end]
        assert any((k.rank.tier, k.end - k.start) >= mine for k in rivals)
