"""Verbs in the plural without a subject, whose doer is the institution in which they act."""

from spacy.tokens import Token

from custody_records.annotate.russian.morphology.features import feature


def institution(verb: Token, preposition: str) -> list[Token]:
    """Return the words for who speaks or acts in "во ФСИН заявили"."""
    if feature(verb, "Number") != "Plur" or feature(verb, "VerbForm") != "Fin":
        return []
    if any(c.dep_ in ("nsubj", "nsubj:pass") for c in verb.children):
        return []
    return [
        noun
        for noun in verb.children
        if noun.dep_ == "obl"
        and feature(noun, "Case") in ("Loc", None)
        and any(c.dep_ == "case" and c.lemma_ == preposition for c in noun.children)
    ]
