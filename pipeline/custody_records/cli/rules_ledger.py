"""``extract rules ledger``: what each rule brings and what it costs, measured on gold."""

from pathlib import Path

import click

from custody_records.cli.options import MODEL, RULES


@click.command("ledger")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--gold",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    help="JSONL file, or folder of *.gold.json.",
)
@MODEL
@RULES
@click.option("--all", "everything", is_flag=True, help="Rules without any error, too.")
def ledger(
    paths: tuple[str, ...], gold: Path, model: str, rules: str | None, everything: bool
) -> None:
    """Account for every rule on the articles of PATH... (corpus/ if none is given).

    Sorted by harm: how many wrong entries name the rule. Rules that never fired, and rules that
    always lost their overlaps, stand at the end.
    """
    from custody_records.annotate.pipeline import Annotator
    from custody_records.articles.read import read
    from custody_records.cli.rule_sets import loaded
    from custody_records.compare.gold.read import Records
    from custody_records.compare.ledger import ledger as account
    from custody_records.records.assemble import assemble
    from custody_records.run.plan import sources

    right = Records(gold).reviewed()
    found = sources(list(paths) or ["corpus"])
    articles = [one for place in found for one in read(place.path, source=place.name, rules=rules)]
    known = [rule.id for _, held in loaded(rules, None) for rule in held]
    records, lost = {}, []
    for article, doc in zip(articles, Annotator(model, rules).annotate(articles), strict=True):
        if article.info.id in right:
            records[article.info.id] = assemble(article, doc).dump()
            lost += [(d.rule, d.by or "") for d in doc._.decisions if d.outcome == "lost"]
    rows = account(records, right, known, lost)
    click.echo(f"{'rule':44} {'fires':>6} {'right':>6} {'wrong':>6} {'lost':>5}")
    for row in rows:
        if row.wrong or everything:
            winner = f"  to {row.winners.most_common(1)[0][0]}" if row.winners else ""
            click.echo(
                f"{row.rule:44} {row.fires:6} {row.right:6} {row.wrong:6} {row.lost:5}{winner}"
            )
    idle = [row for row in rows if row.verdict]
    shadowed = [row.rule for row in idle if row.lost]
    click.echo(f"{len(idle) - len(shadowed)} of {len(rows)} rules never fired on these articles")
    if shadowed:
        click.echo(f"always shadowed: {', '.join(shadowed)}")
