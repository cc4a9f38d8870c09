"""Codes of facilities as a parser that was trained on news can read them: as names."""

from collections.abc import Mapping
from pathlib import Path

from spacy.tokens import Doc, Span

from custody_records.annotate.cache import cached
from custody_records.annotate.text import lower_of
from custody_records.rulebook import RuleFile, WordList, read


class CodeWords(RuleFile):
    """``layout/codes.yaml``; the file says what each list is for."""

    name: str
    nouns: WordList


class CodeNames:
    """Gives the words of a code, and the nouns before it, other forms for the parse.

    In "guards at Colony No. 7 beat him" the verb is lost; "guards at Colony Omsk" is read right.
    """

    def __init__(self, rules: Path) -> None:
        self._words = read(rules / "layout" / "codes.yaml", CodeWords)

    def forms(self, sentence: Span) -> Mapping[int, int]:
        """Return number of a token of the sentence → the form to be parsed, as spaCy's number."""
        known = cached(sentence.doc, "code_forms", self._of)
        if not known:
            return known
        inside = known.keys() & set(range(sentence.start, sentence.end))
        return {token - sentence.start: known[token] for token in inside}

    def _of(self, doc: Doc) -> dict[int, int]:
        found: dict[int, int] = {}
        strings, lower = doc.vocab.strings, lower_of(doc)
        name = strings.add(self._words.name)
        for span in doc.spans.get("facilities", ()):
            if not any("d" in token.shape_ for token in span):
                continue
            first = span.start
            while first and lower[first - 1] in self._words.nouns:
                first -= 1
            for token in doc[first : span.end]:
                if lower[token.i] in self._words.nouns:
                    found[token.i] = strings.add(token.text.title())
                elif token.i >= span.start and not token.is_lower:
                    found[token.i] = name
        return found
