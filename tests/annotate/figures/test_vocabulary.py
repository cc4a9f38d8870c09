"""Sentences of the rules' own words: whatever they say, nothing breaks and nothing overlaps."""

import re
from collections.abc import Callable
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from custody_records.annotate.figures.lexicon import FigureLexicon
from custody_records.annotate.lexicon.lexicon import Lexicon
from custody_records.annotate.numbers import NumberReader
from custody_records.rulebook import rules_dir

_RULES = rules_dir()
_LEXICON = FigureLexicon(_RULES / "figures" / "en", Lexicon.read(_RULES))
_NUMBERS = NumberReader.load(_RULES, "en")
_CLASSES = _LEXICON.words.model_dump()
WORDS = sorted({word for words in _CLASSES.values() for word in words})
WORDS += sorted({*_LEXICON.bound_before, *_LEXICON.bound_after, *_LEXICON.by_label})
WORDS += sorted(set(re.findall(r"[a-z]{3,}", (_RULES / "figures/en/patterns.yaml").read_text())))
NUMBERS = [*_NUMBERS.words.cardinals, *_NUMBERS.words.scales, *_NUMBERS.words.ordinals]
NUMBERS += ["12", "1,200", "21 700", "10-15", "2019", "3.5", "0", "a dozen", "and a half"]
NOUNS = [
    "guards",
    "inmates",
    "people",
    "deaths",
    "colonies",
    "women",
    "others",
    "Officials",
    "NYPD",
]
MARKS = [",", ".", "-", "(", ")", "\n", "|", ":", "%", "“"]
PIECES = st.one_of(*(st.sampled_from(words) for words in (WORDS, NUMBERS, NOUNS, MARKS)))
SENTENCE = st.lists(PIECES, max_size=30).map(" ".join)


def check(doc: Doc) -> None:
    found = [reading for span in doc.spans["figures"] for reading in span._.figure]
    assert all(0 <= f.start < f.end <= len(doc.text) for f in found)
    assert all(f.unit and (f.max is None or f.max > f.value) for f in found)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=SENTENCE)
def test_no_sentence_breaks_it(read: Callable[[str], Doc], text: str) -> None:
    check(read(text))


@given(text=st.lists(st.sampled_from([*NUMBERS, *MARKS, "to", "and", "between"])).map(" ".join))
def test_numbers_stand_apart_whatever_their_order(text: str) -> None:
    found = list(_NUMBERS.read(text))
    assert all(a.end <= b.start for a, b in pairwise(found))
