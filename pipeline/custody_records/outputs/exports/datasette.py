"""What Datasette is told of the database: titles, descriptions, facets, questions to ask."""

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
    "events": ["type", "status", "told", "facility"],
}
_LABELS = {"articles": "title", "events": "event", "facilities": "code", "people": "name"}
_SORTED = {"articles": {"sort_desc": "published"}, "events": {"sort_desc": "day"}}
_HIDDEN = ("bodies", "mentions", "people_roles", "statutes_penalties", "events_participants")

_ABOUT = {
    "events": "Who did what to whom, when, where, and who says so. A row an event an article.",
    "facilities": "Places of detention. Rows of one thing_id are one facility where thing_sure.",
    "statutes": "Articles of laws, and laws by name, that the articles refer to.",
    "people": "People by the fullest form of the name that their article prints.",
    "organizations": "Bodies by the fullest form of the name that their article prints.",
    "places": "Places by name, with coordinates where nothing is ambiguous.",
    "dates": "Days and periods that the articles mention, as TIMEX3 values.",
    "figures": "Counted people and things.",
    "articles": "What was read.",
}
_COLUMNS = {
    "event": "The event in words; (?) stands behind what its sentence does not state",
    "date_precision": "How exact the date is told: day, month, year, ...",
    "day": "The first day of the date, to sort by; none where no year is told",
    "told": "stated: facility, place and date stand in the event's sentence; inferred: not all do",
    "evidence_text": "The sentences that tell it, as printed",
    "facility_basis": "sentence, reference: stated; paragraph, article: inferred; so place_, date_",
    "subjects": "To whom it happened",
    "actors": "Who did it",
    "sources": "Who says so",
    "code": "Canonical code (LA-155/8, IK-6); empty for a facility known by name alone",
    "latitude": "Degrees WGS 84, of the point that point_is_of tells",
    "longitude": "Degrees WGS 84, of the point that point_is_of tells",
    "point_is_of": "settlement; region: its centre; country: its capital, or none",
    "thing_id": "The same for the same thing across articles",
    "thing_sure": "0 where only a name or number says that it is the same thing",
    "published_basis": "Where the publication date was found",
}

_QUERIES = {
    "events_of_a_facility": {
        "title": "What happened in a facility?",
        "description": "By code or name, as in the records: LA-155/8, Black Dolphin",
        "sql": "select e.date, e.event, e.told, e.evidence_text, a.title, a.publisher, a.url\n"
        "from events e join articles a on a.id = e.article_id\n"
        "where e.facility in (select code from facilities where code = :facility or name = "
        ":facility)\n  or e.facility = :facility\norder by e.day, a.id",
    },
    "who_denies_what": {
        "title": "Who denies what?",
        "sql": "select p.name, e.event, e.date, e.evidence_text, a.title, a.url\n"
        "from events e join events_participants p on p.entry_id = e.id and p.part = 'sources'\n"
        "join articles a on a.id = e.article_id\n"
        "where e.status = 'denied' or e.type = 'official_denial'\norder by p.name, e.date",
    },
    "articles_by_law": {
        "title": "Which articles of the press cite a law?",
        "description": "The law's name, and its article if you like: Criminal Code, 146",
        "sql": "select s.instrument, s.jurisdiction, s.article, s.part, s.offence, a.published,\n"
        "  a.title, a.publisher, a.url\nfrom statutes s join articles a on a.id = s.article_id\n"
        "where s.instrument like '%' || :law || '%' and (:article = '' or s.article = :article)\n"
        "order by s.instrument, s.article, a.published",
    },
}


def metadata(columns: dict[str, list[str]]) -> dict[str, Any]:
    """Return the metadata of the database ``records`` with the given columns of its tables."""
    tables: dict[str, Any] = {
        table: {
            "description": _ABOUT[table],
            "facets": facets,
            "facet_size": 8,
            "size": 50,
            "columns": {name: _COLUMNS[name] for name in columns[table] if name in _COLUMNS},
            **_SORTED.get(table, {}),
        }
        for table, facets in _FACETS.items()
    }
    for table, column in _LABELS.items():
        tables[table]["label_column"] = column
    for table in _HIDDEN:
        tables[table] = {"hidden": True}
    return {
        "title": "custody-records",
        "description": "Records extracted from news articles on prisons and detention. "
        "Check every row against its article before you publish it.",
        "databases": {"records": {"tables": tables, "queries": _QUERIES}},
    }
