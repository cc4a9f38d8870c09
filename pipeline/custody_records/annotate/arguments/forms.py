"""Every inflected form that a word of the rules may take, made without a model.

Used to look for triggers in raw tokens, before anything is parsed, and in the patterns
themselves. More forms than English has (``stoped`` beside ``stopped``) do no harm: no text
has them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from custody_records.rulebook import CasedRegex, RuleData


class Irregular(RuleData):
    """``irregular.yaml``: how words are inflected, and the forms that no rule of spelling gives.

    ``regular``: (what a lemma looks like, its forms as templates); each that fits adds its forms.

    ``seldom_verbs``: words whose plain form and form in -s are all but always the noun's
    ("convicts", "charges"); where a pattern asks for the verb these forms are not looked at.
    """

    regular: tuple[tuple[CasedRegex, tuple[str, ...]], ...] = ()
    forms: dict[str, list[str]]
    seldom_verbs: frozenset[str] = frozenset()


class Forms:
    """Knows the irregular forms of ``rules/participants/irregular.yaml``."""

    def __init__(self, irregular: Irregular) -> None:
        self.regular = [
            (re.compile(rf"(?:{shape.pattern})\Z", shape.flags), forms)
            for shape, forms in irregular.regular
        ]
        self.irregular: Mapping[str, list[str]] = irregular.forms
        self.seldom_verbs = irregular.seldom_verbs
        self._known: dict[str, frozenset[str]] = {}  # the rules name a lemma many times

    def of(self, lemma: str) -> frozenset[str]:
        """Return the lower-case forms of a lemma, itself among them."""
        known = self._known.get(lemma)
        if known is None:
            known = self._known[lemma] = frozenset(self._made(lemma))
        return known

    def _made(self, lemma: str) -> Iterator[str]:
        yield lemma
        yield from self.irregular.get(lemma, ())
        for shape, forms in self.regular:
            if shape.match(lemma):  # not expand(), which reads its template every time
                yield from (shape.sub(form, lemma, count=1) for form in forms)

    def of_all(self, lemmas: Iterable[str], *, verbs: bool = False) -> frozenset[str]:
        """Return the forms of several lemmas; ``verbs``: they are asked for as verbs only."""
        found = {form for lemma in lemmas for form in self.of(lemma)}
        if verbs:
            found -= {
                f for lemma in self.seldom_verbs.intersection(lemmas) for f in (lemma, lemma + "s")
            }
        return frozenset(found)
