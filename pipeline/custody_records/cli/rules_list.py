"""``extract rules list``: every rule with its rule set, its reason and how many examples it has."""

import json

import click

from custody_records.cli.options import RULES


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
