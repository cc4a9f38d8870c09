"""Check rules: every example, and lints that examples cannot see."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.rulebook.examples import annotate, examples, failure, hits, run
from custody_records.rulebook.linear import UP_TO, pattern_growth
from custody_records.rulebook.rule import Rule
from custody_records.rulebook.rule_sets import RuleSet


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule, and by which check.

    Checks: ``example``, ``no-example``, ``duplicate-id``, ``shadowed``, ``unreachable``,
    ``pattern``, ``slow``.
    """

    rule_set: str
    rule: str
    check: str
    message: str

    def __str__(self) -> str:
        return f"{self.rule_set}: {self.rule}: {self.check}: {self.message}"


def check_rule_set(rule_set: RuleSet, rules: list[Rule], nlp: Language) -> Iterator[Problem]:
    """Yield what the examples of a rule set's rules show, and what plain reading shows."""
    for rule in rules:
        if not rule.match:
            yield Problem(rule_set.name, rule.id, "no-example", "nothing shows what it is for")
        yield from _run(rule_set, rule, nlp)
        yield from _unreachable(rule_set, rule)
        for name, pattern in rule.patterns().items():
            try:
                re.compile(pattern)
            except re.error as error:
                yield Problem(
                    rule_set.name, rule.id, "pattern", f"{name} does not compile: {error}"
                )


def check_ids(rules_by_set: dict[str, list[Rule]]) -> Iterator[Problem]:
    """Yield every id that two rules share: an id stands in the records and must mean one rule."""
    owners: dict[str, str] = {}
    for rule_set, rules in rules_by_set.items():
        for rule in rules:
            if rule.id in owners:
                yield Problem(
                    rule_set, rule.id, "duplicate-id", f"rule set {owners[rule.id]} has it, too"
                )
            owners[rule.id] = rule_set


def check_speed(rule_set: RuleSet, rules: list[Rule], up_to: int = UP_TO) -> Iterator[Problem]:
    """Yield every pattern that takes more than time in proportion to hostile text."""
    for rule in rules:
        texts = tuple(f"{example.text} " for example in (*rule.match, *rule.no_match))
        for name, pattern in rule.patterns().items():
            try:
                compiled = re.compile(pattern)
            except re.error:
                continue  # check_rule_set tells it
            grown = pattern_growth(compiled, texts, up_to)
            if grown:
                yield Problem(rule_set.name, rule.id, "slow", f"{name}: {grown}")


def _run(rule_set: RuleSet, rule: Rule, nlp: Language) -> Iterator[Problem]:
    """Run the examples; a rule that loses on each of them to one other is shadowed by it."""
    winners: list[set[str]] = []
    failures = []
    for must_fire, example in examples(rule):
        doc = nlp.make_doc("") if rule_set.fire else annotate(nlp, example)
        found = run(rule_set, nlp, example) if rule_set.fire else hits(rule_set, doc)
        wrong = failure(rule, must_fire, example, found)
        if wrong:
            failures.append(Problem(rule_set.name, rule.id, "example", wrong))
        if must_fire:
            winners.append(_winners(rule, doc) if wrong else set())
    always = set.intersection(*winners) if winners else set()
    for winner in sorted(always):
        message = f"loses on every example of its own to {winner}"
        yield Problem(rule_set.name, rule.id, "shadowed", message)
    yield from failures


def _winners(rule: Rule, doc: Doc) -> set[str]:
    """Return the rules that a rule's spans were lost to."""
    return {d.by for d in doc._.decisions if d.rule == rule.id and d.outcome == "lost" and d.by}


def _unreachable(rule_set: RuleSet, rule: Rule) -> Iterator[Problem]:
    """Yield the entries of a word list that folded text can never hold."""
    for word in rule.words():
        folded = " ".join(word.casefold().split())
        if word != folded:
            message = f"{word!r} is looked up in folded text: write {folded!r}"
            yield Problem(rule_set.name, rule.id, "unreachable", message)
