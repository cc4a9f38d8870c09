"""``extract explain``: why something stands in a record, or does not."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from custody_records.cli.options import MODEL, RULES

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from custody_records.articles.article import Article

# Read by rules alone, without a model: what is explained if no field is named.
_BY_RULE = ("facilities", "statutes")
_KNOWN = (*_BY_RULE, "people", "organizations", "places", "dates", "figures", "events")


@click.command("explain")
@click.argument("article", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("field", required=False, type=click.Choice(_KNOWN))
@click.argument("value", required=False)
@MODEL
@RULES
def command(
    article: Path, field: str | None, value: str | None, model: str, rules: str | None
) -> None:
    """Tell why ARTICLE has its facilities and statutes, or FIELD, or one VALUE of it.

    For each entry: what matched and by which rule. Then every span about which a rule decided:
    kept, claimed by a look-alike, lost in an overlap (and to which rule), refused (and why),
    merged (and into what). For a VALUE that is missing: at which step it was lost, be it that it
    was cut with the furniture, read as something else, or never matched at all.
    """
    from custody_records.articles.read import read
    from custody_records.outputs.explanation import entries, of_field
    from custody_records.outputs.verdict import verdict
    from custody_records.records.assemble import assemble
    from custody_records.rulebook import rules_dir
    from custody_records.rulebook.rule_sets import reasons

    fields = (field,) if field else _BY_RULE
    articles = list(read(article, rules=rules))
    by_rule = reasons(rules_dir(rules))
    for found, doc in zip(articles, _annotated(articles, fields, model, rules), strict=True):
        record = assemble(found, doc)
        click.echo(f"{found.info.id}: {found.info.title or ''}".rstrip(": "))
        if field and value:
            click.echo("\n".join(verdict(found, doc, record, field, value)))
        for name in fields:
            click.echo(f"\n{name}")
            for shown, made in entries(record, name, value):
                click.echo(f"  {shown}\n      {made}")
            click.echo(f"\n  decisions on {name}")
            for told, context in of_field(doc, name, value):
                by = f" ({_BY[told.outcome]} {told.by})" if told.by else ""
                click.echo(f"  {told.outcome:8} {context}")
                click.echo(f"           {told.rule}{by}")
                if told.rule in by_rule and told.outcome in ("claimed", "lost", "refused"):
                    click.echo(f"           rule: {by_rule[told.rule]}")


_BY = {"kept": "as", "claimed": "as", "lost": "to", "refused": "because", "merged": "into"}


def _annotated(
    articles: "list[Article]", fields: tuple[str, ...], model: str, rules: str | None
) -> "Iterator[Doc]":
    """Annotate by rules alone where that is enough: no model has to be loaded."""
    from custody_records.annotate.pipeline import Annotator, by_rule, prepare

    if set(fields) - set(_BY_RULE):
        yield from Annotator(model, rules).annotate(articles)
        return
    nlp = by_rule(rules, "en")
    for article in articles:
        doc = prepare(nlp, article)
        for _, component in nlp.pipeline:
            doc = component(doc)
        yield doc
