"""What two entries must share to be the same thing (contract, section 3).

For every field but events equality is the equality of a key, unless the entries ``conflict``;
events are compared by ``same_event``. Neither is an equivalence (two entries may each equal a
third one).
"""

import re
from collections.abc import Hashable
from functools import lru_cache
from typing import Any

import simplemma

from custody_records.contract.fold import fold, plain

_STOPS = re.compile(
    "of|in|at|from|for|with|without|on|by|to|under|against|about|between|among|over|during|"
    "after|before|since|near|inside|outside|within|across|around|behind|per|as|"
    "who|whom|whose|which|that|where|when"
)
_IRREGULAR_PLURALS = frozenset({"people", "men", "women", "children", "staff", "police", "cattle"})


@lru_cache(maxsize=50_000)
def head_noun(unit: str) -> str:
    """Return the lemma of the head noun of ``unit``, or "" if it has no word.

    The contract: its last word before the first preposition, relative pronoun or participle. Two
    units are the same thing if they share it. Lemmas come from simplemma, a dictionary lemmatizer
    that needs no model.

    >>> head_noun("reports of torture")
    'report'
    >>> head_noun("people detained in Almaty")
    'person'
    """
    words = [word for word in plain(unit.casefold()).split() if word]
    for index, word in enumerate(words[1:], start=1):
        if _STOPS.fullmatch(word) or _is_participle_after_noun(words[index - 1], word):
            words = words[:index]
            break
    return _lemma(words[-1].strip(".,;:\"'()“”")) if words else ""


def _is_participle_after_noun(before: str, word: str) -> bool:
    """Tell "people detained" and "prisoners serving" from "such imprisoned activists"."""
    plural = before in _IRREGULAR_PLURALS or (before.endswith("s") and not before.endswith("ss"))
    return plural and word.endswith(("ed", "ing"))


def _lemma(noun: str) -> str:
    if noun in {"people", "persons"}:  # the dictionary keeps "people" as it is
        return "person"
    lemma = str(simplemma.lemmatize(noun, lang="en")).casefold()
    # Names of peoples are not in the dictionary: Kazakhs, Yazidis.
    if lemma == noun and noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return lemma


Entry = dict[str, Any]


def key(field: str, entry: Entry) -> Hashable:
    """Return the key of an entry; two entries of ``field`` are equal when their keys are
    and nothing is in conflict."""
    match field:
        case "facilities":
            return entry.get("code") or (folded(entry.get("name")),)
        case "statutes":
            return tuple(
                folded(entry.get(part)) for part in ("instrument", "article", "part", "point")
            )
        case "people" | "organizations" | "places":
            return fold(entry["name"])
        case "dates":
            return (entry["value"], entry.get("end"))
        case "figures":
            return (entry["value"], entry.get("max"), head_noun(entry["unit"]))
    raise ValueError(f"the entries of {field!r} have no key")


def conflict(field: str, ours: Entry, gold: Entry) -> bool:
    """Tell whether entries of one key differ in what counts only where both have it.

    "18 U.S.C. § 3" is not "42 U.S.C. § 3", and either may be an untitled "Section 3".
    """
    if field != "statutes":
        return False
    mine, theirs = folded(ours.get("title")), folded(gold.get("title"))
    return None not in (mine, theirs) and bool(mine != theirs)


def folded(value: Any) -> Any:
    """Return text folded, anything else as it is."""
    return fold(value) if isinstance(value, str) else value


def same_event(ours: Entry, gold: Entry) -> bool:
    """Tell whether two events are equal: one type, something shared, no conflict."""
    if ours["type"] != gold["type"]:
        return False
    shared = False
    for name in ("facility", "place", "date"):
        mine, theirs = folded(ours.get(name)), folded(gold.get(name))
        if mine is None or theirs is None:
            continue
        if mine == theirs:
            shared = True
        elif name != "place":
            return False
    return shared or not folds(ours.get("subjects")).isdisjoint(folds(gold.get("subjects")))


def folds(values: list[str] | None) -> frozenset[str]:
    """Return the folded items of a list."""
    return frozenset(fold(value) for value in values or ())
