"""``extract rules list``: every rule with its room, its reason and how many examples it has."""

import json

import click


@click.command("list")
@click.option("--rules", type=click.Path(exists=True, file_okay=False), help="Folder of rules.")
@click.option("--room", "only", metavar="ROOM", help="This room alone.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON line for each rule.")
def list_rules(rules: str | None, only: str | None, as_json: bool) -> None:
    """Show every rule: id, room, reason, examples."""
    from custody_records.cli.rules_rooms import loaded

    for room, found in loaded(rules, only):
        for rule in found:
            if as_json:
                click.echo(
                    json.dumps(
                        {
                            "room": room.name,
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
                click.echo(f"{room.name:14} {rule.id:44} {count:8} {rule.reason}")
