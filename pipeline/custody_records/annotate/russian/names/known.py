"""Find bodies that are known by name, in any case: "Новой газетой", "Русью сидящей"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.overlaps import Candidate
from custody_records.annotate.russian.engine.lemmas import Morphology
from custody_records.annotate.russian.names.positions import capitals, tokens

KIND = "organization"
RULE, PUBLISHER = "organization.known", "organization.publisher"
_CACHE = 20_000  # words


class KnownBodies:
    """Yields a candidate for each mention of a known name; its words may be declined."""

    def __init__(self, names: Iterable[str], morphology: Morphology) -> None:
        self.morphology = morphology
        self._lemmas = lru_cache(_CACHE)(self._read_lemmas)
        self._by_first: dict[str, list[tuple[str, tuple[frozenset[str], ...]]]] = defaultdict(list)
        for name in sorted(names):
            words = tuple(self._lemmas(word) for word in name.lower().split())
            for lemma in sorted(words[0]):
                self._by_first[lemma].append((name, words))

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Yield the longest known name at each word that begins one, and the publisher's own."""
        publisher = tuple(self._lemmas(word) for word in (doc._.publisher or "").lower().split())
        for token in tokens(doc, capitals(doc)):
            if publisher and self._fits(token, publisher):
                last = doc[token.i + len(publisher) - 1]
                if not _in_dateline(doc[token.i : last.i + 1]):
                    end = last.idx + len(last)
                    yield Candidate(token.idx, end, PUBLISHER, reading=KIND)
            if not (token.is_alpha or "-" in token.text or "." in token.text):
                continue
            found = self._longest(token)
            if found is not None:
                last = doc[token.i + len(found.split()) - 1]
                yield Candidate(token.idx, last.idx + len(last), RULE, reading=KIND)

    def name(self, span: Span) -> str | None:
        """Return a known body's name in the nominative if a span is it and nothing else."""
        found = self._longest(span[0])
        return found if found is not None and len(found.split()) == len(span) else None

    def _longest(self, token: Token) -> str | None:
        found = {
            name
            for lemma in self._lemmas(token.lower_)
            for name, words in self._by_first.get(lemma, ())
            if self._fits(token, words)
        }
        return max(sorted(found), key=lambda name: len(name.split()), default=None)

    def _fits(self, token: Token, words: tuple[frozenset[str], ...]) -> bool:
        span = token.doc[token.i : token.i + len(words)]
        return len(span) == len(words) and all(
            lemmas & self._lemmas(t.lower_) for t, lemmas in zip(span, words, strict=True)
        )

    def _read_lemmas(self, word: str) -> frozenset[str]:
        readings = self.morphology.readings(word)
        return frozenset({word} | {str(r.normal_form) for r in readings})


def _in_dateline(span: Span) -> bool:
    """Tell whether a name is that of the agency before its story, as in a dateline ("— ТАСС.")."""
    before, after = span.doc[: span.start][-1:].text, span.doc[span.end :][:1].text
    return before in (".", "—", "–", "-", "/", "(") and after in (".", "—", "–", "-", "/", ")")
