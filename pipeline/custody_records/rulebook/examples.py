"""Run a rule's own examples and tell which fail, and how."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from custody_records.rulebook.folder import rules_dir
from custody_records.rulebook.rule import Example, Fields, Rule
from custody_records.rulebook.rule_sets import RuleSet


@dataclass(frozen=True, slots=True)
class Hit:
    """What ``rule`` made of an example; ``reading`` is None where it only claimed a span."""

    rule: str
    reading: Any


def examples(rule: Rule) -> Iterator[tuple[bool, Example]]:
    """Yield (whether the rule must fire, example) for every example of a rule."""
    yield from ((True, example) for example in rule.match)
    yield from ((False, example) for example in rule.no_match)


def run(rule_set: RuleSet, nlp: Language, example: Example) -> list[Hit]:
    """Return what the rule set's rules made of an example's text, in text order."""
    if rule_set.fire:
        return [Hit(rule, reading) for rule, reading in rule_set.fired(example.text, rules_dir())]
    return hits(rule_set, annotate(nlp, example))


def annotate(nlp: Language, example: Example) -> Doc:
    """Return the doc of an example's text, annotated as part of the article that it tells of."""
    doc = nlp.make_doc(example.text)
    doc._.country = example.country
    doc._.published = example.published
    doc._.publisher = example.publisher
    doc._.language = example.language or nlp.lang
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc


def hits(rule_set: RuleSet, doc: Doc) -> list[Hit]:
    """Return the readings of the span group, then what the rules did by the decision log."""
    found = []
    for span in doc.spans.get(rule_set.group, ()) if rule_set.group else ():
        held = getattr(span._, str(rule_set.attribute))
        for reading in held if isinstance(held, tuple) else (held,):
            found.append(Hit(reading.rule, reading))
    if rule_set.group is None:
        kept = (d for d in doc._.decisions if d.field == rule_set.name and d.outcome == "kept")
        found.extend(Hit(decision.rule, {rule_set.name: decision.by}) for decision in kept)
    claims = (d for d in doc._.decisions if d.field == rule_set.name and d.outcome == "claimed")
    found.extend(Hit(decision.rule, None) for decision in claims)
    return found


def failure(rule: Rule, must_fire: bool, example: Example, found: list[Hit]) -> str | None:
    """Return what is wrong with how ``rule`` did on its example; None if it did well."""
    mine = [hit.reading for hit in found if rule.id in (hit.rule, *_evidence(hit.reading))]
    if not must_fire:
        return f"fires on {example.text!r} and must not" if mine else None
    if not mine:
        others = ", ".join(sorted({hit.rule for hit in found})) or "no rule at all"
        return f"does not fire on {example.text!r}; what fires: {others}"
    expected = example.expected
    if expected is None:
        return None
    if len(expected) != len(mine):
        return f"makes {len(mine)} readings of {example.text!r}, not {len(expected)}: {mine}"
    for wanted, reading in zip(expected, mine, strict=True):
        wrong = differences(wanted, reading)
        if wrong:
            return f"reads {example.text!r} with {wrong}"
    return None


def _evidence(reading: Any) -> tuple[str, ...]:
    """Return the other rules that took part in a reading, where its rule set keeps them."""
    return tuple(getattr(reading, "evidence", ()))


def differences(wanted: Fields, reading: Any) -> str:
    """Return "name: value, not value" for every named attribute that is not as wanted."""
    wrong = []
    for name, value in wanted.items():
        got = reading[name] if isinstance(reading, dict) else getattr(reading, name)
        if plain(got) != plain(value):
            wrong.append(f"{name}: {got!r}, not {value!r}")
    return ", ".join(wrong)


def plain(value: Any) -> Any:
    """Return tuples as lists and models as dicts, so that YAML's values can be compared."""
    if hasattr(value, "model_dump"):
        return plain(value.model_dump())
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value
