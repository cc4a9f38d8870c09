"""What the text around a citation says of it: the offence's name, and penalties.

A penalty goes to the citation that it follows in its sentence, else to those that it precedes; a
sentence without a citation ("He received three more years.") goes on with those before it.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from spacy.tokens import Doc

from custody_records.annotate.statutes.cited import Cited, glosses, numbers
from custody_records.annotate.statutes.cited_text import MOST_SENTENCES, CitedText
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.offence import OffenceReader
from custody_records.annotate.statutes.penalties import FoundPenalty, PenaltyReader
from custody_records.annotate.statutes.rule_files import ContextRules
from custody_records.annotate.statutes.verdicts import Acquittals, SentencedBefore, sentence_of

LEAD = 40  # characters before a law in which what leads to it stands
_JOINED = 6  # citations that one sentence joins
_SENTENCE_ENDS = re.compile(r"\n+|(?<=[a-zа-я0-9)”\"][.!?])\s+(?=[A-ZА-Я“«])")


@dataclass(slots=True)
class Context:
    """What was found around one citation.

    ``offences`` by the article's printed number, where several are told in the same order.
    """

    offence: str | None = None
    offences: dict[str, str] = field(default_factory=dict)
    penalties: tuple[FoundPenalty, ...] = ()
    rules: tuple[str, ...] = ()


class ContextReader:
    """Reads offences and penalties around the citations of a doc."""

    def __init__(
        self, rules: ContextRules, offences: OffenceReader, penalties: PenaltyReader
    ) -> None:
        self._rules = rules
        self._offences = offences
        self._penalties = penalties
        self._acquittals = Acquittals(rules)
        self._sentenced_before = SentencedBefore(rules, penalties)
        words = "|".join(rules.linked)
        self._linked = re.compile(
            r"\s*(?:[(“«\"][^()“”«»\"]{0,400}[)”»\"])?\s*" rf"(?:(?:{words})(?!\w)|[,;\s])*", re.I
        )

    def read(self, doc: Doc, text: str, cited: list[Cited]) -> list[Context]:
        """Return the context of each citation, in their order."""
        if not cited:
            return []
        contexts = [Context() for _ in cited]
        bounds = sentences(doc, text, cited)
        story = CitedText(
            self._rules, self._linked, text, cited, bounds, self._by_sentence(text, cited, bounds)
        )
        for index, one in enumerate(cited):
            left, right = bounds[sentence_of(bounds, one.start)]
            earlier = cited[index - 1].end if index else 0
            found = self._offences.read(text, one, max(left, earlier), right)
            if found is None or not self._is_penal(one):
                continue
            target = index - 1 if index and self._offences.helps(text, one) else index
            offence, rule = found
            articles = numbers(one.citation)
            contexts[target].offences = self._offences.respective(text, one, found, articles)
            single = target != index or self._offences.of_each(offence, rule, articles)
            if single or glosses(one.citation, text):
                contexts[target].offence = offence
            contexts[target].rules = (rule.id,)
            self._share_out(story, contexts, index, offence)
        self._assign(story, contexts)
        return contexts

    def alone(
        self, doc: Doc, text: str, cited: list[Cited], mentions: list[InstrumentMention]
    ) -> dict[int, tuple[FoundPenalty, ...]]:
        """Return by its start the penalties of a law without an article: "jailed under the Act"."""
        rules = self._rules
        led = [
            mention
            for mention in mentions
            if mention.name not in rules.no_penalties
            and self._names_offences(mention)
            and rules.law_alone.regex.search(text, max(0, mention.start - LEAD), mention.start)
        ]
        if not led:
            return {}
        bounds = sentences(doc, text, cited)
        taken = {sentence_of(bounds, one.start) for one in cited}
        found: dict[int, tuple[FoundPenalty, ...]] = {}
        for mention in led:
            number = sentence_of(bounds, mention.start)
            left, right = bounds[number]
            before = text[left : mention.start]
            if (
                number not in taken
                and rules.law_imposes.regex.search(text, left, right)
                and not rules.cleared_before.regex.search(before)
            ):
                found[mention.start] = tuple(
                    each
                    for each in self._penalties.find(text, left, right)
                    if each.penalty.kind != "arrest"
                    and not rules.cites.regex.match(text[each.end : mention.start])
                )
        return found

    def _share_out(
        self, story: CitedText, contexts: list[Context], index: int, offence: str
    ) -> None:
        """Give each of some joined citations its offence, where as many are told before them.

        "terrorism and secession under section 2 of the Law on ... and section 111 of the Code"
        """
        cited = story.cited
        chain = story.chain(list(range(index, min(index + _JOINED, len(cited)))))
        names = self._offences.names(offence)
        several = cited[chain[0]].start != cited[chain[-1]].start
        if len(names) == len(chain) > 1 and several and self._offences.are_acts(names):
            for each, name in zip(chain, names, strict=True):
                contexts[each].offence = name

    def _by_sentence(
        self, text: str, cited: list[Cited], bounds: list[tuple[int, int]]
    ) -> dict[int, list[int]]:
        """Return the citations that take penalties, by the number of their sentence."""
        by_sentence: dict[int, list[int]] = {}
        cleared = self._acquittals.of(text, cited, bounds)
        for index, one in enumerate(cited):
            if index not in cleared and self._takes_penalties(one):
                by_sentence.setdefault(sentence_of(bounds, one.start), []).append(index)
        return by_sentence

    def _assign(self, story: CitedText, contexts: list[Context]) -> None:
        """Give each citation the penalties that its sentence tells, or one that goes on with it."""
        # "Article 342 to 2.5 years" is no range of years
        plain = _without_citations(story.text, story.cited)
        offences = [context.offence for context in contexts]
        group: list[int] = []
        since = 0  # sentences that went on with ``group``
        unit: str | None = None  # that of the last term, which "cut it to six" leaves out
        for number, (left, right) in enumerate(story.bounds):
            here = story.by_sentence.get(number, [])
            since = 0 if here else since + 1
            going = since <= MOST_SENTENCES and story.goes_on(number)
            group = here or (group if going else [])
            meant = group or story.told_next(number)
            if not meant:
                unit = None
                continue
            for each in self._penalties.find(plain, left, right, unit):
                unit = each.penalty.unit if each.penalty.kind == "imprisonment" else unit
                for index in story.told(meant, offences, each) or story.targets(meant, each):
                    contexts[index].penalties += (each,)
        self._assign_before(plain, story, contexts)

    def _assign_before(self, plain: str, story: CitedText, contexts: list[Context]) -> None:
        """Give citations without a penalty of their own what a sentence before them imposed."""
        for number, here in story.by_sentence.items():
            told = (found.penalty for index in here for found in contexts[index].penalties)
            if all(each.min is None or each.min != each.max for each in told):  # provided
                find = self._sentenced_before.find
                found = find(plain, story.bounds, story.by_sentence, number)
                for index in story.chain(here) if found else ():
                    contexts[index].penalties += found

    def _takes_penalties(self, one: Cited) -> bool:
        named = one.mention.name if one.mention else None
        return self._is_penal(one) and named not in self._rules.no_penalties

    def _is_penal(self, one: Cited) -> bool:
        """Tell whether an instrument can name offences; the rights of a treaty are none."""
        return one.mention is None or self._names_offences(one.mention)

    def _names_offences(self, mention: InstrumentMention) -> bool:
        return mention.kind in self._rules.penal_kinds and mention.jurisdiction not in ("UN", "CoE")


def _without_citations(text: str, cited: list[Cited]) -> str:
    """Return the text with every citation blotted out, at the same offsets."""
    pieces, at = [], 0
    for one in cited:
        if one.start >= at:
            pieces += [text[at : one.start], "§" * (one.end - one.start)]
            at = one.end
    return "".join([*pieces, text[at:]])


def sentences(doc: Doc, text: str, cited: list[Cited]) -> list[tuple[int, int]]:
    """Return (start, end) of every sentence; none ends within a citation ("Art. 130")."""
    marks, offsets = doc.to_array(["SENT_START", "IDX"]).T  # no object for each token
    if marks[1:].any():
        starts = offsets[marks == 1].tolist()
    else:
        starts = [found.end() for found in _SENTENCE_ENDS.finditer(text)]
    inside = sorted((one.start, one.end) for one in cited)
    begins = [start for start, _ in inside]
    kept = []
    for start in sorted({0, *starts}):
        index = bisect_left(begins, start) - 1
        if not (index >= 0 and inside[index][0] < start < inside[index][1]):
            kept.append(start)
    return [(a, b) for a, b in zip(kept, [*kept[1:], len(text)], strict=True) if a < b or not text]
