"""The head noun of a counted phrase, as a lemma: two units are the same thing if they share it.

The contract: a unit's head noun is its last word before the first preposition, relative pronoun
or participle. Lemmas come from simplemma, a dictionary lemmatizer that needs no model.
"""

import re
from functools import lru_cache

import simplemma

from custody_records.contract.fold import plain

_STOPS = re.compile(
    "of|in|at|from|for|with|without|on|by|to|under|against|about|between|among|over|during|"
    "after|before|since|near|inside|outside|within|across|around|behind|per|as|"
    "who|whom|whose|which|that|where|when"
)
_IRREGULAR_PLURALS = frozenset({"people", "men", "women", "children", "staff", "police", "cattle"})


@lru_cache(maxsize=50_000)
def head_noun(unit: str) -> str:
    """Return the lemma of the head noun of ``unit``, or "" if it has no word.

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
