"""Every inflected form that a word of the rules may take, made without a model.

Used to look for triggers in raw tokens, before anything is parsed, and in the patterns
themselves. More forms than English has (``stoped`` beside ``stopped``) do no harm: no text
has them.
"""

from collections.abc import Iterable, Mapping

from custody_records.rulebook import RuleData

_VOWELS = frozenset("aeiou")


class Irregular(RuleData):
    """``irregular.yaml``: lemma → the forms that no rule of spelling gives.

    ``seldom_verbs``: words whose plain form and form in -s are all but always the noun's
    ("convicts", "charges"); where a pattern asks for the verb these forms are not looked at.
    """

    forms: dict[str, list[str]]
    seldom_verbs: frozenset[str] = frozenset()


class Forms:
    """Knows the irregular forms of ``rules/participants/irregular.yaml``."""

    def __init__(self, irregular: Irregular) -> None:
        self.irregular: Mapping[str, list[str]] = irregular.forms
        self.seldom_verbs = irregular.seldom_verbs

    def of(self, lemma: str) -> frozenset[str]:
        """Return the lower-case forms of a lemma, itself among them."""
        found = {lemma, *self.irregular.get(lemma, ()), *_regular(lemma)}
        return frozenset(found)

    def of_all(self, lemmas: Iterable[str], *, verbs: bool = False) -> frozenset[str]:
        """Return the forms of several lemmas; ``verbs``: they are asked for as verbs only."""
        found = {form for lemma in lemmas for form in self.of(lemma)}
        if verbs:
            found -= {
                f for lemma in self.seldom_verbs.intersection(lemmas) for f in (lemma, lemma + "s")
            }
        return frozenset(found)


def _regular(lemma: str) -> set[str]:
    if not lemma.isalpha():
        return {lemma + "s"}
    if lemma.endswith("e"):
        return {lemma + "s", lemma + "d", lemma[:-1] + "ing"}
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    forms = {lemma + "s", lemma + "ed", lemma + "ing"}
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.add(lemma + "es")
    if lemma[-2:-1] in _VOWELS and lemma[-1] not in _VOWELS:
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return forms
