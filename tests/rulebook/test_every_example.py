"""Every example of every rule of every room is run."""

from functools import cache

import pytest
import spacy
from spacy.language import Language

from custody_records.annotate.languages import remedy
from custody_records.annotate.pipeline import Annotator
from custody_records.rulebook import rules_dir
from custody_records.rulebook.examples import examples, failure, run
from custody_records.rulebook.rooms import ROOMS, Room
from custody_records.rulebook.rule import Example, Rule

CASES = [
    pytest.param(room, rule, must_fire, example, id=f"{rule.id}: {example.text[:60]}")
    for room in ROOMS
    for rule in room.rules(rules_dir())
    for must_fire, example in examples(rule)
]


@cache
def by_rule(room: Room) -> Language:
    nlp = spacy.blank("en")
    for name in room.components:
        nlp.add_pipe(name)
    return nlp


@pytest.mark.parametrize(("room", "rule", "must_fire", "example"), CASES)
def test_example(
    room: Room, rule: Rule, must_fire: bool, example: Example, annotator: Annotator
) -> None:
    if remedy(room.language):
        pytest.skip(f"nothing reads {room.language!r} here")
    nlp = by_rule(room) if room.components else annotator.pipeline(room.language)
    wrong = failure(rule, must_fire, example, run(room, nlp, example))
    assert wrong is None, f"{rule.id} {wrong}"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_every_rule_has_something_it_must_fire_on(room: Room) -> None:
    assert [rule.id for rule in room.rules(rules_dir()) if not rule.match] == []


def test_no_two_rules_share_an_id() -> None:
    ids = [rule.id for room in ROOMS for rule in room.rules(rules_dir())]
    assert sorted(set(ids)) == sorted(ids)
