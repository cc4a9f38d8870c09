"""The review as a whole: how far each article is, and what differs from gold."""

from functools import lru_cache
from typing import Any

from custody_records.compare.attributes import agreement
from custody_records.compare.differences import Difference
from custody_records.compare.differences import differences as every_difference
from custody_records.compare.likeness import likeness
from custody_records.compare.page.build import page_data
from custody_records.compare.score import score
from custody_records.compare.summary import summarise
from custody_records.review.document import ARTICLE
from custody_records.review.session import Review


def overview(review: Review) -> dict[str, Any]:
    """Return the articles with their states, the fields, and who reviews what."""
    return {
        "name": review.name,
        "gold": str(review.gold.path),
        "fields": list(review.fields),
        "sides": [side.name for side in review.sides],
        "articles": [_article(review, id_) for id_ in review.ids],
    }


def _article(review: Review, id_: str) -> dict[str, Any]:
    record = review.records[id_]
    article = record["article"]
    state, open_ = _progress(review, id_, record)
    return {
        "id": id_,
        "title": article.get("title") or id_,
        "published": article.get("published"),
        "state": state,
        "open": open_,
    }


def _progress(review: Review, id_: str, record: dict[str, Any]) -> tuple[str, int]:
    """Return an article's state and the number of undecided entries.

    Of thousands of articles most are untouched: nothing has to be compared for these.
    """
    touched = id_ in review.gold or review.store.load(id_) is not None
    if touched or len(review.sides) > 1:
        document = review.document(id_)
        return document.state, len(review.open_keys(document))
    entries = sum(len(record.get(name) or ()) for name in review.fields if name != ARTICLE)
    return "untouched", entries + (ARTICLE in review.fields)


def differences(review: Review) -> dict[str, Any]:
    """Return the data of the comparison page: the records against the gold that counts."""
    gold = {id_: r for id_, r in review.gold.reviewed().items() if id_ in review.ids}
    found = list(every_difference(review.records, gold))
    summary = summarise(score(review.records, gold))
    entries = lru_cache(maxsize=1)(lambda id_: review.entries(id_, review.document(id_)))

    def entry_of(difference: Difference) -> str | None:
        return _meant(difference, entries(difference.article))

    return page_data(found, review.records, gold, review.bodies, summary, entry_of)


def _meant(difference: Difference, entries: list[dict[str, Any]]) -> str | None:
    """Return the key of the entry that a difference is about: the likest of its field."""
    side = "proposed" if difference.ours else "value"
    wanted = difference.ours or difference.gold or {}
    field = difference.field
    held = [e for e in entries if e["field"] == field and e.get(side)]
    ranked = [
        (likeness(field, e[side], wanted) + agreement(field, e[side], wanted), e["key"])
        for e in held
    ]
    return max(ranked, default=(0, None))[1]
