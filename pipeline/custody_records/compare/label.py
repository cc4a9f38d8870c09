"""One line that names an entry to a person."""

from typing import Any

from custody_records.compare.keys import Entry


def label(field: str, entry: Entry) -> str:
    """Return a short name of an entry, such as ``Criminal Code, art. 146, part 2``."""
    return " ".join(_named(field, entry).split())


def _named(field: str, entry: Entry) -> str:
    match field:
        case "facilities":
            return _join(entry.get("code"), entry.get("name"))
        case "statutes":
            numbers = [
                f"{word} {entry[key]}"
                for key, word in (("article", "art."), ("part", "part"), ("point", "point"))
                if entry.get(key)
            ]
            return ", ".join([entry.get("instrument") or "unknown instrument", *numbers])
        case "dates":
            end = f"/{entry['end']}" if entry.get("end") else ""
            modifier = f" ({entry['modifier']})" if entry.get("modifier") else ""
            return f"{entry['value']}{end}{modifier}"
        case "figures":
            top = f"-{entry['max']}" if entry.get("max") is not None else ""
            return f"{entry['value']}{top} {entry['unit']}"
        case "events":
            tied = _join(entry.get("facility"), entry.get("place"), entry.get("date"))
            return f"{entry['type']} ({tied})" if tied else str(entry["type"])
    return str(entry["name"])


def _join(*parts: Any) -> str:
    return ", ".join(str(part) for part in parts if part)
