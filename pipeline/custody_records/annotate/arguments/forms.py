"""Every inflected form that a word of the rules may take, made without a model.

Used to look for triggers in raw tokens, before anything is parsed, and in the patterns
themselves. More forms than English has (``stoped`` beside ``stopped``) do no harm: no text
has them.
"""

from collections.abc import Iterable, Mapping

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
        self.regular = irregular.regular
        self.irregular: Mapping[str, list[str]] = irregular.forms
        self.seldom_verbs = irregular.seldom_verbs

    def of(self, lemma: str) -> frozenset[str]:
        """Return the lower-case forms of a lemma, itself among them."""
        found = {lemma, *self.irregular.get(lemma, ())}
        for shape, forms in self.regular:
            fits = shape.fullmatch(lemma)
            if fits:
                found.update(fits.expand(form) for form in forms)
        return frozenset(found)

    def of_all(self, lemmas: Iterable[str], *, verbs: bool = False) -> frozenset[str]:
        """Return the forms of several lemmas; ``verbs``: they are asked for as verbs only."""
        found = {form for lemma in lemmas for form in self.of(lemma)}
        if verbs:
            found -= {
                f for lemma in self.seldom_verbs.intersection(lemmas) for f in (lemma, lemma + "s")
            }
        return frozenset(found)
