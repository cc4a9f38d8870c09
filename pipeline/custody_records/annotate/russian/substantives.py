"""Participles that stand for people: "осужденный", "задержанные", "заключенных ИК-6".

The parser takes them for what describes the word behind them, and their lemmas lead to the verb
("осудить"). Where no noun agrees with them they are nouns themselves.
"""

import re
from functools import lru_cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from custody_records.annotate.russian.morphology.features import feature, set_feature
from custody_records.annotate.russian.names.words import load, plain

_CACHE = 20_000  # words


class Substantives:
    """Gives such words the lemma, the part of speech and the place in the tree of a noun."""

    def __init__(self, nlp: Language, rules: Path) -> None:
        words = load(rules).people
        self.roles = words.roles
        self.endings = words.substantive_endings
        self._ending = re.compile(words.participle)
        # A word in lower case → its lemma if it stands for somebody.
        self._person = lru_cache(_CACHE)(self._read)

    def __call__(self, doc: Doc) -> Doc:
        """Mend one doc; its facilities are found."""
        codes = {t.i for span in doc.spans.get("facilities", ()) for t in span}
        strings = doc.vocab.strings
        words = doc.to_array("LOWER").tolist()
        people = {word for word in set(words) if self._person(strings[word])}
        for i, word in enumerate(words):
            token = doc[i]
            if word not in people or token.pos_ not in ("VERB", "ADJ", "NOUN", "PROPN"):
                continue
            lemma = self._lemma(token)
            if lemma is None:
                continue
            head = token.head
            if token.dep_ in ("amod", "acl") and head.i > token.i:
                if head.i not in codes and _agree(token, head):
                    continue  # "осужденный надзиратель"
                _swap(token, head)
            token.lemma_ = lemma
            token.pos_ = "NOUN"
            set_feature(token, "Animacy", "Anim")
        return doc

    def _lemma(self, token: Token) -> str | None:
        """Return "осужденный" for "осужденных", None for a word that stands for nobody."""
        if feature(token, "Variant") == "Short" or feature(token, "VerbForm") == "Fin":
            return None
        return self._person(token.lower_)

    def _read(self, word: str) -> str | None:
        word = plain(word)
        stem = self._ending.sub("", word)
        if stem == word:
            return None
        return next((stem + e for e in self.endings if stem + e in self.roles), None)


def _agree(token: Token, head: Token) -> bool:
    case, number = feature(head, "Case"), feature(head, "Number")
    return head.pos_ in ("NOUN", "PROPN", "ADJ") and (
        feature(token, "Case") in (case, None) and feature(token, "Number") in (number, None)
    )


def _swap(token: Token, head: Token) -> None:
    """Let ``token`` take the place of ``head``, which becomes what stands in genitive below it."""
    above, label = head.head, head.dep_
    root = above.i == head.i
    moved = [c for c in head.children if c.i != token.i and c.i < token.i]
    token.head = token if root else above
    token.dep_ = label
    head.head = token
    head.dep_ = "nmod"
    for child in moved:
        child.head = token
    below = (*head.children, *token.children)
    verb = next((c for c in below if feature(c, "VerbForm") == "Fin"), None)
    if root and verb is not None:  # "Осужденный ИК-6 умер", with the verb below the code
        verb.head, verb.dep_ = verb, "ROOT"
        token.head, token.dep_ = verb, "nsubj"
