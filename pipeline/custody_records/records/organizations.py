"""Gather the mentions of organizations into one entry for each body."""

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.organizations.reading import OrganizationReading
from custody_records.annotate.text import text_of
from custody_records.contract import Organization
from custody_records.records.gather import mentions, provenance, readings

_SMALL = frozenset(["of", "the", "and", "for", "on", "in", "to", "against", "&", "de", "la"])
# What may stand between a name and its acronym: ' (', ', ', ' ("', ', or '.
_BRACKET = re.compile(r"[’']?s?\s?[(,]\s?(?:or )?[\"“«]?")
# "Viasna" in an article on the Viasna Human Rights Centre
_KIND = re.compile(
    r" (?:human rights )?(?:cent(?:re|er)|foundation|organi[sz]ation|society|network|association)"
)
_SYLLABLES = re.compile(r"[A-Z][a-z]{1,3}[A-Z][a-z]{1,4}")
_TYPE_WORDS = ("party", "movement", "group", "news agency", "agency", "newspaper", "channel")


@dataclass(slots=True)
class Body:
    """One organization so far."""

    readings: list[OrganizationReading] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    printed: dict[str, OrganizationReading] = field(default_factory=dict)

    def add(self, reading: OrganizationReading) -> None:
        """Take in a mention."""
        self.readings.append(reading)
        self.names.add(fold(reading.name))
        first = self.printed.setdefault(reading.name, reading)
        if reading.start < first.start:
            self.printed[reading.name] = reading

    @property
    def name(self) -> str:
        """Return the fullest form printed: no acronym, most words, longest, first."""
        best = max(
            self.printed.values(),
            key=lambda r: (not is_acronym(r.name), len(r.name.split()), len(r.name), -r.start),
        )
        return best.name


def gather(doc: Doc) -> list[Organization]:
    """Return the article's organizations in the order of their first mention."""
    found: list[OrganizationReading] = readings(doc, "organizations", "organization")
    pairs = _acronyms(text_of(doc), found)
    bodies: list[Body] = []
    for reading in sorted(found, key=lambda r: (-len(r.name), r.start)):
        body = next((b for b in bodies if _same(b, reading, pairs)), None)
        if body is None:
            body = Body()
            bodies.append(body)
        elif body.name != reading.name:
            note(
                doc,
                Decision(
                    "organizations", reading.rule, reading.start, reading.end, "merged", body.name
                ),
            )
        body.add(reading)
    bodies.sort(key=lambda b: min(r.start for r in b.readings))
    return [_entry(doc, body) for body in bodies]


def _entry(doc: Doc, body: Body) -> Organization:
    group: list[Any] = sorted(body.readings, key=lambda r: r.start)
    return Organization(name=body.name, mentions=mentions(doc, group), provenance=provenance(group))


def fold(name: str) -> str:
    """Return the name in lower case with plain apostrophes and hyphens."""
    return re.sub(r"[‐‑–-]", "-", re.sub(r"[’ʻʼ‘`]", "'", " ".join(name.lower().split())))


def is_acronym(name: str) -> bool:
    """Tell whether the name is one word that is mostly capitals: "OSCE", "QAZhD", or "BuCor"."""
    if " " in name or len(name) < 2:
        return False
    return sum(c.isupper() for c in name) * 2 > len(name) or bool(_SYLLABLES.fullmatch(name))


def initials(name: str) -> str:
    """Return the first letters of a name's greater words."""
    return "".join(w[0] for w in re.split(r"[\s-]+", name) if w.lower() not in _SMALL).upper()


def _acronyms(text: str, found: list[OrganizationReading]) -> dict[str, set[str]]:
    """Return for each acronym in brackets the names that it follows."""
    pairs: dict[str, set[str]] = {}
    in_order = sorted(found, key=lambda r: r.start)
    for one, after in pairwise(in_order):
        between = text[one.end : after.start]
        closed = text[after.end : after.end + 2].lstrip('"”»')[:1]
        if len(between) <= 6 and _BRACKET.fullmatch(between) and closed in (")", ",", "."):
            full, short = sorted((one.name, after.name), key=is_acronym)
            if (
                is_acronym(short)
                and not is_acronym(full)
                and ("(" in between or "or" in between or _spells(full, short))
            ):
                pairs.setdefault(fold(short), set()).add(fold(full))
    return pairs


def _spells(full: str, short: str) -> bool:
    return initials(full).startswith(short.upper()[:2])


def _same(body: Body, reading: OrganizationReading, pairs: dict[str, set[str]]) -> bool:
    """Tell whether the mention names the body."""
    short = fold(reading.name)
    if short in body.names or (
        reading.known and any(reading.known == r.known for r in body.printed.values())
    ):
        return True
    if pairs.get(short, set()) & body.names:
        return True
    if reading.known and any(name.startswith(f"{fold(reading.known)} of ") for name in body.names):
        # "ACLU" in an article on the American Civil Liberties Union of Kentucky
        return True
    if is_acronym(reading.name):
        return len(short) >= 3 and any(
            initials(r.name) == reading.name.upper() for r in body.printed.values() if " " in r.name
        )
    return any(_shorter(short, r) for r in body.printed.values())


def _shorter(short: str, full: OrganizationReading) -> bool:
    """Tell whether ``short`` is ``full`` without its country, its type word or "UN"."""
    long = fold(full.name)
    if full.country_tail and long.removesuffix(full.country_tail.lower()).strip() == short:
        return True
    if full.country_head and long == f"{full.country_head.lower()} {short}":
        return True
    if long.startswith(f"{short} ") and _KIND.fullmatch(long, len(short)):
        return True
    return any(long == f"{short} {word}" for word in _TYPE_WORDS)
