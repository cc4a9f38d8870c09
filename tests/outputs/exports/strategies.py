"""Records of every shape that the contract allows, made from its own models."""

from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from custody_records.contract import ENTRIES, FIELDS, SCHEMA_VERSION
from tests.outputs.exports.conftest import article

# Everything but control characters (which reading removes) and lone surrogates.
text = st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=12)
nasty = st.sampled_from(
    [
        "=1+1",
        "+1",
        "@SUM(A1)",
        "'",
        "''",
        "-",
        "_x0041_",
        "http://a.b",
        "2019-04-24",
        "12",
        "\u202e",
    ]
)
words = st.one_of(text, nasty)
_name = words.filter(bool)
_mention = st.tuples(_name, st.integers(0, 99)).map(
    lambda m: {"text": m[0], "start": m[1], "end": m[1] + len(m[0])}
)
_maker = st.fixed_dictionaries(
    {"by": st.sampled_from(["rule", "model"]), "id": _name, "base": st.none() | words}
)
_link = st.none() | st.fixed_dictionaries(
    {
        "authority": _name,
        "id": _name,
        "latitude": st.none() | st.floats(-90, 90),
        "longitude": st.none() | st.floats(-180, 180),
        "verified": st.sampled_from([None, True, False]),
    }
)
_number = st.integers(0, 10**6) | st.floats(0, 1e6).filter(lambda n: not n.is_integer())
_penalty = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["fine", "life"]),
        "min": st.none() | _number,
        "max": st.none() | _number,
        "unit": st.sampled_from([None, "year"]),
    }
)
_common = {"mentions": st.lists(_mention, max_size=2), "provenance": st.lists(_maker, max_size=2)}
_maybe = st.none() | words
_many = st.lists(words, max_size=2)

_FORMS: dict[str, dict[str, st.SearchStrategy[Any]]] = {
    "facilities": {
        "code": _name,
        "name": _maybe,
        "kind": st.sampled_from([None, "prison"]),
        "place": _maybe,
        "country": st.sampled_from([None, "KZ"]),
        "aliases": _many,
        "link": _link,
    },
    "statutes": {
        "instrument": _name,
        "jurisdiction": st.sampled_from([None, "UN"]),
        "title": _maybe,
        "article": _maybe,
        "part": _maybe,
        "point": _maybe,
        "offence": _maybe,
        "penalties": st.lists(_penalty, max_size=2),
    },
    "people": {"name": _name, "roles": _many, "age": st.none() | st.integers(0, 99)},
    "organizations": {"name": _name},
    "places": {"name": _name, "link": _link},
    "dates": {
        "value": st.sampled_from(["2019-04-24", "XXXX-04-24", "1899-12-31", "199", "2019-W16"]),
        "end": st.sampled_from([None, "2020"]),
        "modifier": st.sampled_from([None, "END"]),
    },
    "figures": {
        "value": st.integers(0, 99),
        "max": st.none() | st.integers(100, 200),
        "qualifier": st.sampled_from([None, "about"]),
        "unit": words,
        "predicate": _maybe,
    },
}
_BASIS = st.none() | st.fixed_dictionaries(
    dict.fromkeys(("facility", "place", "date"), st.sampled_from([None, "sentence", "article"]))
)
_EVENT = {
    "basis": _BASIS,
    "type": st.sampled_from(["trial", "escape"]),
    "status": st.sampled_from(["reported", "denied"]),
    "facility": _maybe,
    "place": _maybe,
    "date": st.sampled_from([None, "2019-04-24"]),
    "subjects": _many,
    "actors": _many,
    "sources": _many,
    "evidence": st.lists(_mention, min_size=1, max_size=2),
    "provenance": st.lists(_maker, max_size=2),
}


@st.composite
def corpora(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Return up to three records, some fields absent."""
    records = []
    for number in range(draw(st.integers(0, 3))):
        told = {"title": draw(_maybe), "published": draw(st.sampled_from([None, "2019-07-31"]))}
        record: dict[str, Any] = {
            "schema_version": SCHEMA_VERSION,
            "article": article(f"a{number}", **told),
        }
        for field in FIELDS:
            form = _EVENT if field == "events" else {**_FORMS[field], **_common}
            if draw(st.booleans()):
                entries = draw(st.lists(st.fixed_dictionaries(form), max_size=2))
                TypeAdapter(list[ENTRIES[field]]).validate_python(entries)  # type: ignore[misc]
                record[field] = entries
        records.append(record)
    return records
