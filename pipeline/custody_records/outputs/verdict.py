"""One value of one field: where it stands in the record, or at which step it was lost."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from custody_records.articles.article import Article
from custody_records.contract import Record
from custody_records.contract.fold import fold
from custody_records.outputs.explanation import entries

SAYS = {
    "claimed": "claimed as something else by {by_or_rule}",
    "lost": "matched by {rule}, lost the overlap to {by}",
    "refused": "matched by {rule}, refused: {by}",
    "merged": "matched by {rule}, merged into {by}",
    "kept": "kept by {rule}",
}


def verdict(article: Article, doc: Doc, record: Record, field: str, value: str) -> Iterator[str]:
    """Yield lines that tell what became of ``value`` (a canonical value or what is printed)."""
    if list(entries(record, field, value)):
        yield f"{value!r} is in the record"
        return
    if getattr(record, field) is None:
        yield f"{field} were not extracted from this article at all"
        return
    places = [found.span() for found in _pattern(value).finditer(article.body)]
    if not places:
        for cut in article.cuts:
            if _pattern(value).search(cut.text):
                yield f"cut with the furniture by {cut.rule}: {' '.join(cut.text.split())[:120]!r}"
                return
        yield f"{value!r} is not printed in the article; ask for it as the article prints it"
        return
    for start, end in places:
        yield f"{article.body[start:end]!r} at {start}:"
        told = list(_at(doc, record, field, start, end))
        yield from told or ["  matched by no rule and no model"]


def _at(doc: Doc, record: Record, field: str, start: int, end: int) -> Iterator[str]:
    seen = set()
    for decision in doc._.decisions:
        if decision.start < end and start < decision.end and decision not in seen:
            seen.add(decision)
            line = SAYS[decision.outcome].format(
                rule=decision.rule, by=decision.by, by_or_rule=decision.by or decision.rule
            )
            printed = " ".join(doc.text[decision.start : decision.end].split())
            yield f"  {decision.field}: {printed!r} {line}"
    for name, mention in record.mentions():
        if name not in (field, "events") and mention.start < end and start < mention.end:
            yield f"  {name}: {mention.text!r} is a mention there"
    for entity in doc.ents:
        if entity.start_char < end and start < entity.end_char:
            yield f"  the model saw {entity.label_} {entity.text!r}"


def _pattern(value: str) -> re.Pattern[str]:
    """Return a pattern for what is printed, whatever its case, spaces, quotes and dashes."""
    words = [re.escape(word) for word in fold(value).split()] or [re.escape(value)]
    loose = r"\s+".join(words).replace(r"\-", "[-‐-―−]").replace("'", "['‘’ʼ]")
    return re.compile(rf"(?<!\w){loose.replace(chr(34), '[“”«»' + chr(34) + ']')}(?!\w)", re.I)
