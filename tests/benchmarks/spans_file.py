"""Read a file of named spans: lines of ``{tokens, tags}`` or of ``{text, spans}``.

Labels of many schemes are folded onto three; what is not in the table is not scored. Facilities
are in none of the three: sets differ on whether a building is a place or a body.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TYPES = ("PERSON", "ORGANIZATION", "LOCATION")

LABELS = {
    "person": "PERSON",
    "per": "PERSON",
    "politician": "PERSON",  # CrossNER
    "scientist": "PERSON",
    "writer": "PERSON",
    "musicalartist": "PERSON",
    "researcher": "PERSON",
    "organization": "ORGANIZATION",
    "organisation": "ORGANIZATION",
    "org": "ORGANIZATION",
    "politicalparty": "ORGANIZATION",
    "university": "ORGANIZATION",
    "band": "ORGANIZATION",
    "location": "LOCATION",
    "loc": "LOCATION",
    "locorg": "LOCATION",  # factRuEval: a place that acts
    "gpe": "LOCATION",
    "country": "LOCATION",
    "place": "LOCATION",
}

NO_SPACE_BEFORE = frozenset([",", ".", ";", ":", "!", "?", ")", "]", "'s", "’s", "'", "’", "%"])
NO_SPACE_AFTER = frozenset(["(", "[", "$"])


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its gold spans: ``(start, end, type)`` in characters."""

    id: str
    text: str
    spans: frozenset[tuple[int, int, str]] = field(default_factory=frozenset)


def read(path: Path) -> list[Example]:
    """Return the examples of a file. Raises KeyError for a line of neither form."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_example(json.loads(line), n) for n, line in enumerate(lines, 1) if line.strip()]


def _example(row: dict[str, Any], number: int) -> Example:
    name = str(row.get("doc_id") or row.get("id") or number)
    if "tokens" in row:
        text, offsets = detokenize(row["tokens"])
        return Example(name, text, frozenset(_from_tags(row["tags"], offsets)))
    found = ((s["start"], s["end"], LABELS.get(s["label"].lower())) for s in row["spans"])
    return Example(name, row["text"], frozenset((s, e, t) for s, e, t in found if t))


def detokenize(tokens: list[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return running text, as both systems read it, and each token's offsets in it."""
    text, offsets, glue, quoted = "", [], True, False
    for word in tokens:
        closes = word == '"' and quoted
        if len(word) > 2 and word[0] in "'’" and text[-2:].strip() in ("O", "D", "d", "l", "L"):
            glue = True  # "O 'Connor", as some sets split it
        if not glue and not closes and word not in NO_SPACE_BEFORE:
            text += " "
        offsets.append((len(text), len(text) + len(word)))
        text += word
        quoted ^= word == '"'
        glue = word in NO_SPACE_AFTER or (word == '"' and quoted)
    return text, offsets


def _from_tags(tags: list[str], offsets: list[tuple[int, int]]) -> list[tuple[int, int, str]]:
    """Read BIO or BIOES: a span runs until O, another label or the next B- or S-."""
    spans: list[tuple[int, int, str]] = []
    label, start = "", 0
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, kind = tag.partition("-")
        if label and (prefix in "BSO" or kind != label):
            if label.lower() in LABELS:
                spans.append((offsets[start][0], offsets[i - 1][1], LABELS[label.lower()]))
            label = ""
        if prefix != "O" and not label:
            label, start = kind, i
    return spans
