"""What the text around a citation says of it: the offence's name, and penalties.

A penalty goes to the citation that it follows in its sentence, else to those that it precedes; a
sentence without a citation ("He received three more years.") goes on with the one before it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.offence import OffenceReader, helps
from custody_records.annotate.statutes.penalties import FoundPenalty, PenaltyReader

_PENAL = frozenset({"code", "act", "law", "ordinance", "decree"})
_NO_PENALTIES = frozenset({"Criminal Procedure Code", "Penal Enforcement Code", "Civil Code"})
# A sentence that goes on with the article of the one before it.
_GOES_ON = re.compile(
    r"[“\"]?(?:The (?:court|judge|maximum|minimum|article|charge|offen[cs]e|penalty|punishment|"
    r"provision|sentence|crime|law)|A (?:court|judge)|He|She|They|It|This|Both|Each|All|"
    r"If convicted|If found guilty|Judge|Суд|Статья|Санкция|Максимальн|Он|Она|Ему|Ей|Им|"
    r"(?:On|In) [^.]{3,40}, (?:the |a )?(?:[Cc]ourt|[Jj]udge|he|she|they))\b"
)
_SENTENCES = re.compile(r"\b(?:sentenced|jailed|handed|imprisoned|gave|given)\b|приговор")
_CONVICTED = re.compile(
    r"(?:He|She|They|Both|All|The court|The judge|Он|Она|Их)\b[^.;]{0,60}"
    r"\b(?:guilty|convicted|признан\w*|осужд\w+)"
)
_LINKED = re.compile(
    r"\s*(?:[(“«\"][^()“”«»\"]{0,400}[)”»\"])?\s*"
    r"(?:(?:and|or|и|as well as|а также|under|also|read|with)(?!\w)|[,;\s])*",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Context:
    """What was found around one citation; ``offences`` by the article's printed number."""

    offence: str | None = None
    penalties: tuple[FoundPenalty, ...] = ()
    rules: tuple[str, ...] = ()


class ContextReader:
    """Reads offences and penalties around the citations of a doc."""

    def __init__(self, offences: OffenceReader, penalties: PenaltyReader) -> None:
        self._offences = offences
        self._penalties = penalties

    def read(self, doc: Doc, text: str, cited: list[Cited]) -> list[Context]:
        """Return the context of each citation, in their order."""
        contexts = [Context() for _ in cited]
        bounds = sentences(doc, text, cited)
        for index, one in enumerate(cited):
            left, right = bounds[_sentence_of(bounds, one.start)]
            earlier = cited[index - 1].end if index else 0
            found = self._offences.read(text, one, max(left, earlier), right)
            if found is None or not _is_penal(one):
                continue
            target = index - 1 if index and helps(text, one) else index
            contexts[target].offence, rule = found
            contexts[target].rules = (rule,)
        self._assign(text, cited, contexts, bounds)
        return contexts

    def _assign(
        self,
        text: str,
        cited: list[Cited],
        contexts: list[Context],
        bounds: list[tuple[int, int]],
    ) -> None:
        plain = _without_citations(text, cited)  # "Article 342 to 2.5 years" is no range of years
        by_sentence: dict[int, list[int]] = {}
        for index, one in enumerate(cited):
            by_sentence.setdefault(_sentence_of(bounds, one.start), []).append(index)
        for number, (left, right) in enumerate(bounds):
            here = by_sentence.get(number, [])
            before = by_sentence.get(number - 1, []) if number else []
            if not here and not (before and self._goes_on(text, bounds, number)):
                before = self._told_next(text, bounds, by_sentence, number)
                if not before:
                    continue
            for found in self._penalties.find(plain, left, right):
                for index in self._targets(text, cited, here or before, found):
                    if _takes_penalties(cited[index]):
                        contexts[index].penalties += (found,)

    def _told_next(
        self,
        text: str,
        bounds: list[tuple[int, int]],
        by_sentence: dict[int, list[int]],
        number: int,
    ) -> list[int]:
        """Return the citations of "A court sentenced him to ... He was convicted under ..."."""
        following = by_sentence.get(number + 1, [])
        if not following or not _SENTENCES.search(text, *bounds[number]):
            return []
        left, right = bounds[number + 1]
        told = _CONVICTED.match(text[left:right].lstrip())
        return following if told and "\n" not in text[bounds[number][1] - 1 : left] else []

    def _goes_on(self, text: str, bounds: list[tuple[int, int]], number: int) -> bool:
        left, right = bounds[number]
        between = text[bounds[number - 1][1] : left]
        same_paragraph = "\n\n" not in between and "\n" not in text[left - 1 : left]
        sentence = text[left:right].lstrip()
        named = re.match(r"[A-ZА-Я]\w{2,}", sentence)
        told = named is not None and named[0] in _words(text[slice(*bounds[number - 1])])
        return same_paragraph and (told or bool(_GOES_ON.match(sentence)))

    def _targets(
        self, text: str, cited: list[Cited], here: list[int], found: FoundPenalty
    ) -> list[int]:
        """Return the citations that a penalty belongs to."""
        ahead = [i for i in here if cited[i].end <= found.start]
        if ahead:
            chain = [ahead[-1]]
            for index in reversed(ahead[:-1]):
                if not _linked(text, cited[index], cited[chain[-1]]):
                    break
                chain.append(index)
            return chain
        chain = [here[0]]
        for index in here[1:]:
            if not _linked(text, cited[chain[-1]], cited[index]):
                break
            chain.append(index)
        return chain


def _without_citations(text: str, cited: list[Cited]) -> str:
    """Return the text with every citation blotted out, at the same offsets."""
    pieces, at = [], 0
    for one in cited:
        if one.start >= at:
            pieces += [text[at : one.start], "§" * (one.end - one.start)]
            at = one.end
    return "".join([*pieces, text[at:]])


def _words(sentence: str) -> set[str]:
    return set(re.findall(r"\w+", sentence))


def _linked(text: str, one: Cited, following: Cited) -> bool:
    gap = text[one.end : following.start] if one.end <= following.start else ""
    return len(gap) < 450 and bool(_LINKED.fullmatch(gap))


def _takes_penalties(one: Cited) -> bool:
    return _is_penal(one) and (one.mention is None or one.mention.name not in _NO_PENALTIES)


def _is_penal(one: Cited) -> bool:
    """Tell whether an instrument can name offences; the rights of a treaty are none."""
    mention = one.mention
    return mention is None or (mention.kind in _PENAL and mention.jurisdiction not in ("UN", "CoE"))


def sentences(doc: Doc, text: str, cited: list[Cited]) -> list[tuple[int, int]]:
    """Return (start, end) of every sentence; none ends within a citation ("Art. 130")."""
    if doc.has_annotation("SENT_START"):
        starts = [sentence.start_char for sentence in doc.sents]
    else:
        starts = [
            0,
            *(
                m.end()
                for m in re.finditer(r"\n+|(?<=[a-zа-я0-9)”\"][.!?])\s+(?=[A-ZА-Я“«])", text)
            ),
        ]
    inside = sorted((one.start, one.end) for one in cited)
    begins = [start for start, _ in inside]
    kept = []
    for start in sorted({0, *starts}):
        index = bisect_right(begins, start) - 1
        if not (index >= 0 and inside[index][0] < start < inside[index][1]):
            kept.append(start)
    return [(a, b) for a, b in zip(kept, [*kept[1:], len(text)], strict=True) if a < b or not text]


def _sentence_of(bounds: list[tuple[int, int]], at: int) -> int:
    return max(0, bisect_right(bounds, at, key=lambda bound: bound[0]) - 1)
