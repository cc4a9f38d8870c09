"""The lints see what is wrong with rules; they are silent on sound ones."""

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate import extensions
from custody_records.annotate.decisions import Decision, note
from custody_records.rulebook.check import check_ids, check_rule_set, check_speed
from custody_records.rulebook.linear import Growth, growth
from custody_records.rulebook.rule import Rule
from custody_records.rulebook.rule_sets import RuleSet

extensions.register()
RULE_SET = RuleSet("try", load="", components=("try",))


class Pattern(Rule):
    pattern: str
    listed: tuple[str, ...] = ()

    def patterns(self) -> dict[str, str]:
        return {"pattern": self.pattern}

    def words(self) -> tuple[str, ...]:
        return self.listed


def rule(id: str, pattern: str, *, match: tuple[str, ...] = ("cat",), **more: object) -> Pattern:
    given = {"id": id, "reason": "to try", "pattern": pattern, "match": match, **more}
    return Pattern.model_validate(given)


def pipeline_of(*rules: Pattern) -> Language:
    """A pipeline in which the first rule that matches claims, and the others lose to it."""

    def find(doc: Doc) -> Doc:
        found = [r for r in rules if re.search(r.pattern, doc.text)]
        for r in found:
            if r is found[0]:
                note(doc, Decision("try", r.id, 0, 1, "claimed"))
            else:
                note(doc, Decision("try", r.id, 0, 1, "lost", found[0].id))
        return doc

    nlp = spacy.blank("en")
    name = f"try_{id(rules)}"
    Language.component(name, func=find)
    nlp.add_pipe(name)
    return nlp


def told(*rules: Pattern) -> list[tuple[str, str]]:
    return [(p.rule, p.check) for p in check_rule_set(RULE_SET, list(rules), pipeline_of(*rules))]


def test_sound_rules_have_no_problems() -> None:
    assert told(rule("a", "cat"), rule("b", "dog", match=("dog",), no_match=("cat",))) == []


def test_a_rule_that_does_not_fire_on_its_own_example() -> None:
    assert told(rule("a", "cow")) == [("a", "example")]


def test_a_rule_that_fires_where_it_must_not() -> None:
    assert told(rule("a", "cat", no_match=("cats",))) == [("a", "example")]


def test_a_rule_without_an_example() -> None:
    assert told(rule("a", "cat", match=())) == [("a", "no-example")]


def test_a_rule_that_always_loses_to_another_is_shadowed() -> None:
    problems = told(rule("a", "cat"), rule("b", "cats", match=("cats", "two cats")))
    assert ("b", "shadowed") in problems
    assert ("a", "shadowed") not in problems


def test_a_rule_that_loses_once_is_not_shadowed() -> None:
    problems = told(rule("a", "cat"), rule("b", "s", match=("cats", "dogs")))
    assert problems == [("b", "example")]


def test_a_word_that_folding_makes_unreachable() -> None:
    assert told(rule("a", "cat", listed=("cat", "Cat", "two  cats"))) == [("a", "unreachable")] * 2


def test_a_pattern_that_does_not_compile() -> None:
    broken = rule("a", "(cat", match=())
    problems = list(check_rule_set(RULE_SET, [broken], spacy.blank("en")))
    assert [p.check for p in problems] == ["no-example", "pattern"]


def test_an_id_that_two_rule_sets_share() -> None:
    problems = check_ids({"one": [rule("a", "x")], "two": [rule("a", "y"), rule("b", "z")]})
    assert [(p.rule_set, p.rule, p.check) for p in problems] == [("two", "a", "duplicate-id")]


class Clock:
    """A clock that a search moves, so that the test needs none."""

    def __init__(self, seconds_of: Callable[[int], float]) -> None:
        self.now = 0.0
        self._seconds_of = seconds_of

    def search(self, text: str) -> None:
        self.now += self._seconds_of(len(text))

    def __call__(self) -> float:
        return self.now


# (seconds that a text of n characters takes, whether that is too much, why)
GROWTHS = [
    (lambda n: n * 1e-6, False, "in proportion"),
    (lambda n: n * 1e-7 + 1e-4, False, "in proportion, and something beside"),
    (lambda n: n * 1e-6 if n < 200_000 else 1e9, False, "in proportion: no more is tried"),
    (lambda n: n**2 * 1e-9, True, "with the square"),
    (lambda n: n**1.5 * 1e-8, True, "faster than in proportion"),
    (lambda n: n * 1e-8 + n**2 * 1e-13, True, "with the square, which shows late"),
    (lambda n: 1e9 if n > 500 else 1e-6, True, "without bound"),
]


@pytest.mark.parametrize(("seconds_of", "slow", "why"), GROWTHS, ids=[g[2] for g in GROWTHS])
def test_growth(seconds_of: Callable[[int], float], slow: bool, why: str) -> None:
    clock = Clock(seconds_of)
    assert bool(growth(clock.search, ("a",), clock=clock)) is slow, why


def test_a_slow_pattern_is_told_with_its_growth(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock is not asked: what is measured is decided here."""
    grown = Growth("a", 100_000, 3.5, 0.03)
    monkeypatch.setattr(
        "custody_records.rulebook.check.pattern_growth",
        lambda pattern, examples, up_to: grown if pattern.pattern == "a.*!" else None,
    )
    rules = [rule("fast", "a!"), rule("slow", "a.*!"), rule("broken", "(")]
    (problem,) = check_speed(RULE_SET, rules)
    assert (problem.rule, problem.check) == ("slow", "slow")
    assert "3.500 s for 100,000 characters of 'a'" in problem.message
