"""``extract rules``: what the pipeline knows, listed and checked."""

import json

import click

from custody_records.cli.options import RULES, at_least
from custody_records.cli.rules_ledger import ledger


@click.command("list")
@RULES
@click.option("--rule-set", "only", metavar="NAME", help="This set of rules alone.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON line for each rule.")
def list_rules(rules: str | None, only: str | None, as_json: bool) -> None:
    """Show every rule: id, rule set, reason, examples."""
    from custody_records.cli.rule_sets import loaded

    for rule_set, found in loaded(rules, only):
        for rule in found:
            if as_json:
                click.echo(
                    json.dumps(
                        {
                            "rule_set": rule_set.name,
                            "id": rule.id,
                            "reason": rule.reason,
                            "match": [example.text for example in rule.match],
                            "no_match": [example.text for example in rule.no_match],
                        },
                        ensure_ascii=False,
                    )
                )
            else:
                count = f"+{len(rule.match)} -{len(rule.no_match)}"
                click.echo(f"{rule_set.name:14} {rule.id:44} {count:8} {rule.reason}")


@click.command("check")
@RULES
@click.option("--rule-set", "only", metavar="NAME", help="This set of rules alone.")
@click.option(
    "--speed/--no-speed",
    default=True,
    show_default=True,
    help="Measure the patterns on hostile text; this takes minutes.",
)
@at_least(1_000, "--up-to", 1_000_000, "Characters of hostile text.")
def check(rules: str | None, only: str | None, speed: bool, up_to: int) -> None:
    """Run every example of every rule, and lint the rules.

    Lints: an id that two rules share, a rule without an example, one that always loses to
    another, a word that folding makes unreachable, a pattern that does not compile or that takes
    more than time in proportion to hostile text. Exit code 1 if anything is found.
    """
    from custody_records.cli.rule_sets import Pipelines, loaded
    from custody_records.rulebook.check import Problem, check_ids, check_rule_set, check_speed

    rule_sets = list(loaded(rules, only))
    pipelines = Pipelines(rules)
    problems: list[Problem] = list(
        check_ids({rule_set.name: found for rule_set, found in rule_sets})
    )
    for rule_set, found in rule_sets:
        problems += check_rule_set(rule_set, found, pipelines.of(rule_set))
        if speed:
            problems += check_speed(rule_set, found, up_to)
        examples = sum(len(rule.match) + len(rule.no_match) for rule in found)
        click.echo(f"{rule_set.name}: {len(found)} rules, {examples} examples", err=True)
    for problem in problems:
        click.echo(str(problem))
    raise SystemExit(1 if problems else 0)


@click.group("rules")
def command() -> None:
    """List the rules, or check them: every example and every lint."""


command.add_command(check)
command.add_command(ledger)
command.add_command(list_rules)
