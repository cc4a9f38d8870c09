"""What two spellings of a person's name share: "Kasym-Jomart Tokayev", "Касым-Жомарт Токаев"."""

from custody_records.outputs.romanized import likely_key


def name_key(name: str) -> str:
    """Return the name's words as they sound; the page says that who shares it is likely one."""
    return likely_key(name)
