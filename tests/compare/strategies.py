"""Random records, of few values so that entries often meet."""

from typing import Any

from hypothesis import strategies as st

NAMES = ["Almaty", "the Almaty", "Almaty’s", "Almaty region", "Osh", "OSH", "Toqaev", "Q. Toqaev"]
_name = st.sampled_from(NAMES)
_maybe = st.none() | _name
_number = st.sampled_from([1, 2, 3])
_code = st.sampled_from([None, "LA-155/8", "IK-2"])
_date = st.sampled_from([None, "2019-04-24", "2019-W16"])

facility = st.fixed_dictionaries(
    {"code": _code, "name": _name, "kind": st.sampled_from([None, "prison"])}
)
statute = st.fixed_dictionaries(
    {
        "instrument": st.sampled_from([None, "Criminal Code", "the criminal code"]),
        "article": st.sampled_from([None, "146", "174"]),
        "part": st.sampled_from([None, "1"]),
        "point": st.none(),
        "title": st.sampled_from([None, "18", "42"]),
        "offence": st.sampled_from([None, "torture"]),
    }
)
name = st.fixed_dictionaries({"name": _name})
date = st.fixed_dictionaries(
    {"value": st.sampled_from(["2019-04-24", "2019"]), "end": st.sampled_from([None, "2020"])}
)
figure = st.fixed_dictionaries(
    {
        "value": _number,
        "max": st.none() | _number,
        "unit": st.sampled_from(["inmates", "inmate", "two inmates held", "guards"]),
        "qualifier": st.sampled_from([None, "about"]),
    }
)
event = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["trial", "escape"]),
        "facility": _maybe,
        "place": _maybe,
        "date": _date,
        "subjects": st.lists(_name, max_size=2),
        "status": st.sampled_from(["reported", "alleged"]),
    }
)
ENTRIES: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "facilities": facility,
    "statutes": statute,
    "people": name,
    "organizations": name,
    "places": name,
    "dates": date,
    "figures": figure,
    "events": event,
}


@st.composite
def records(draw: st.DrawFn, id_: str = "a") -> dict[str, Any]:
    """Return a record with every field."""
    lists = {field: draw(st.lists(entry, max_size=5)) for field, entry in ENTRIES.items()}
    return {"article": {"id": id_}, **lists}
