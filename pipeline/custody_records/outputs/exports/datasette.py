"""What Datasette is told of the database: titles, facets, links to sources."""

from typing import Any

_FACETS = {
    "articles": ["publisher", "language", "published_basis"],
    "facilities": ["code", "kind", "country"],
    "statutes": ["instrument", "jurisdiction", "article"],
    "people": ["name"],
    "organizations": ["name"],
    "places": ["name"],
    "dates": ["modifier"],
    "figures": ["unit", "qualifier"],
    "events": ["type", "status", "facility"],
}
_LABELS = {"articles": "title", "facilities": "code", "people": "name"}


def metadata() -> dict[str, Any]:
    """Return the metadata of the database ``records``."""
    tables: dict[str, Any] = {
        table: {"facets": facets, "size": 50} for table, facets in _FACETS.items()
    }
    for table, column in _LABELS.items():
        tables[table]["label_column"] = column
    return {
        "title": "custody-records",
        "description": "Records extracted from news articles on prisons and detention. "
        "Check every row against its article before you publish it.",
        "databases": {"records": {"tables": tables}},
    }
