"""Whom a later word may stand for, and the likeliest of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from custody_records.annotate.entities.references.referent import Referent


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name or noun that a later word may stand for; ``index`` is its first token."""

    index: int
    sentence: int
    named: bool
    plural: bool
    sex: str | None
    meant: Referent
    office: bool = False
    owned: str = ""
    owner: str = ""
    official: bool = False
    speaks: bool = False


def likeliest(fitting: Sequence[Candidate], sex: str | None, *, held: bool) -> Candidate:
    """Return whom of the sentence named last a word means: seldom who only speaks or guards.

    "Guards beat two inmates. One of them died."
    """
    nearest = [c for c in fitting if c.sentence == fitting[-1].sentence]
    likely = [c for c in nearest if not c.official] if held else nearest
    likely = [c for c in likely if c.named or not c.speaks] or likely or nearest
    known = [c for c in likely if sex is not None and c.sex == sex]
    # "A is 63 now, a thin man": a name of which nothing tells the sex, before a noun, is meant.
    told = known and (known[0].named or not likely[0].named)
    return known[0] if told else likely[0]
