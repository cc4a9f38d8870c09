"""Addresses within the page: readable, and the same in every run over the same records."""

import hashlib
from collections import Counter
from collections.abc import Iterable

_LONGEST = 60


def slug(text: str) -> str:
    """Return a text as part of an address: letters and digits of any script, joined by dashes."""
    words = "".join(char if char.isalnum() else " " for char in text).split()
    return "-".join(words)[:_LONGEST].strip("-") or "unnamed"


def addresses(things: Iterable[tuple[object, str]]) -> dict[object, str]:
    """Return key → slug of (key, title)s; where several have one slug, each gets a digest, too."""
    slugs = {key: slug(title) for key, title in things}
    # Without regard to case: "Riot" and "RIOT" would be one address to a careless reader.
    shared = Counter(text.casefold() for text in slugs.values())
    return {
        key: text if shared[text.casefold()] == 1 else f"{text}-{_digest(key)}"
        for key, text in slugs.items()
    }


def _digest(key: object) -> str:
    return hashlib.sha256(repr(key).encode("utf-8", "surrogatepass")).hexdigest()[:6]
