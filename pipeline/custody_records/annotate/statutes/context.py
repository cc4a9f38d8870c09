"""What the text around a citation says of it: the offence's name, and penalties.

A penalty goes to the citation that it follows in its sentence, else to those that it precedes; a
sentence without a citation ("He received three more years.") goes on with those before it.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from custody_records.annotate.statutes.cited import Cited, glosses, numbers
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.offence import OffenceReader
from custody_records.annotate.statutes.penalties import FoundPenalty, PenaltyReader
from custody_records.annotate.statutes.rule_files import ContextRules
from custody_records.annotate.statutes.verdicts import Acquittals, SentencedBefore, sentence_of

MOST_SENTENCES = 3  # how many sentences may go on with the citations of one
LONGEST_GAP = 450
LEAD = 40  # characters before a law in which what leads to it stands
_JOINED = 6  # citations that one sentence joins
LONGEST_OFFENCE = 200  # characters between a penalty and the article it is for
_PARAGRAPH = 600  # characters in which a list follows its lead-in
_SENTENCE_ENDS = re.compile(r"\n+|(?<=[a-zа-я0-9)”\"][.!?])\s+(?=[A-ZА-Я“«])")
_WORD = re.compile(r"\w+")
_NAMES = re.compile(r"[A-ZА-Я]\w{2,}(?:\s[A-ZА-Я][\w’-]+){0,3}")


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
            self._share_out(text, cited, contexts, index, offence)
        self._assign(text, cited, contexts, bounds)
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
        self, text: str, cited: list[Cited], contexts: list[Context], index: int, offence: str
    ) -> None:
        """Give each of some joined citations its offence, where as many are told before them.

        "terrorism and secession under section 2 of the Law on ... and section 111 of the Code"
        """
        chain = self._chain(text, cited, list(range(index, min(index + _JOINED, len(cited)))))
        names = self._offences.names(offence)
        several = cited[chain[0]].start != cited[chain[-1]].start
        if len(names) == len(chain) > 1 and several and self._offences.are_acts(names):
            for each, name in zip(chain, names, strict=True):
                contexts[each].offence = name

    def _assign(
        self,
        text: str,
        cited: list[Cited],
        contexts: list[Context],
        bounds: list[tuple[int, int]],
    ) -> None:
        plain = _without_citations(text, cited)  # "Article 342 to 2.5 years" is no range of years
        by_sentence: dict[int, list[int]] = {}
        cleared = self._acquittals.of(text, cited, bounds)
        for index, one in enumerate(cited):
            if index not in cleared and self._takes_penalties(one):
                by_sentence.setdefault(sentence_of(bounds, one.start), []).append(index)
        group: list[int] = []
        since = 0  # sentences that went on with ``group``
        unit: str | None = None  # that of the last term, which "cut it to six" leaves out
        for number, (left, right) in enumerate(bounds):
            here = by_sentence.get(number, [])
            since = 0 if here else since + 1
            going = since <= MOST_SENTENCES and self._goes_on(text, bounds, number)
            group = here or (group if going else [])
            meant = group or self._told_next(text, bounds, by_sentence, number)
            if not meant:
                unit = None
                continue
            for each in self._penalties.find(plain, left, right, unit):
                unit = each.penalty.unit if each.penalty.kind == "imprisonment" else unit
                for index in self._told(text, contexts, meant, each) or self._targets(
                    text, cited, meant, each
                ):
                    contexts[index].penalties += (each,)
        for number, here in by_sentence.items():
            told = (found.penalty for index in here for found in contexts[index].penalties)
            if all(each.min is None or each.min != each.max for each in told):  # provided
                found = self._sentenced_before.find(plain, bounds, by_sentence, number)
                for index in self._chain(text, cited, here) if found else ():
                    contexts[index].penalties += found

    def _told_next(
        self,
        text: str,
        bounds: list[tuple[int, int]],
        by_sentence: dict[int, list[int]],
        number: int,
    ) -> list[int]:
        """Return the citations of "A court sentenced him to ... He was convicted under ..."."""
        left, right = bounds[number]
        sentences = self._rules.sentences.regex.search(text, left, right)
        if not sentences and not self._goes_on(text, bounds, number):
            return []
        for following in range(number + 1, min(number + 1 + MOST_SENTENCES, len(bounds))):
            begin, end = bounds[following]
            if "\n" in text[bounds[following - 1][1] - 1 : begin]:
                return []
            told = text[begin:end].strip()
            all_of_them = following == number + 1 or self._rules.several.regex.match(told)
            if all_of_them and self._rules.convicted.regex.match(told) and following in by_sentence:
                return by_sentence[following]
            if sentences and following == number + 1 and self._rules.refers.regex.match(told):
                return self._listed(text, bounds, by_sentence, following)
            if following in by_sentence or not self._goes_on(text, bounds, following):
                break
        return []

    def _listed(
        self,
        text: str,
        bounds: list[tuple[int, int]],
        by_sentence: dict[int, list[int]],
        lead: int,
    ) -> list[int]:
        """Return the citations of the list below the sentence ``lead``."""
        end = bounds[lead][1]
        # "The verdict refers to the following norms:" and a list of them
        listed = (by_sentence.get(row, []) for row in range(lead, len(bounds)))
        found: list[int] = []
        for row, indexes in enumerate(listed, lead):
            blank = not text[slice(*bounds[row])].strip()
            if bounds[row][0] - end > _PARAGRAPH or (row > lead and not indexes and not blank):
                break
            found += indexes
        return found

    def _goes_on(self, text: str, bounds: list[tuple[int, int]], number: int) -> bool:
        """Tell whether a sentence goes on with what the one before it told."""
        if not number:
            return False
        left, right = bounds[number]
        if "\n" in text[max(0, left - 1) : left] or "\n\n" in text[bounds[number - 1][1] : left]:
            return False
        sentence = text[left:right].lstrip()
        before = text[slice(*bounds[number - 1])]
        if self._rules.goes_on.regex.match(sentence) or (
            self._rules.each_sentenced.regex.match(sentence)
            and (
                self._rules.verdict.regex.search(before)
                or self._rules.each_sentenced.regex.match(before.lstrip())
            )
        ):
            return True
        named = _NAMES.match(sentence)  # "Guard Ivanov" is another than the "Guard Petrov" before
        return named is not None and _words(named[0]) <= _words(before)

    def _told(
        self, text: str, contexts: list[Context], here: list[int], found: FoundPenalty
    ) -> list[int]:
        """Return the citation whose place or offence is told behind a penalty, if one is."""
        behind = text[found.end : found.end + LONGEST_OFFENCE]
        place = self._rules.place_among.regex.match(behind)
        if place and 1 < len(here) >= self._rules.places[place["place"]]:
            return [here[self._rules.places[place["place"]] - 1]]
        offence = self._rules.for_offence.regex.match(behind)
        if not offence or len(here) == 1:
            return []
        words = _words(offence["offence"])
        meant = [index for index in here if _words(contexts[index].offence or "") & words]
        return meant if len(meant) == 1 else []

    def _targets(
        self, text: str, cited: list[Cited], here: list[int], found: FoundPenalty
    ) -> list[int]:
        """Return the citations that a penalty belongs to."""
        at = bisect_right(here, found.start, key=lambda index: cited[index].end)
        following = here[at] if at < len(here) else None
        if following is not None and self._is_for(text, cited[following], found):
            return self._chain(text, cited, here[at:])
        if not at:
            gap = text[found.end : cited[here[0]].start]
            return [] if self._rules.cites.regex.match(gap) else self._chain(text, cited, here)
        chain = [here[at - 1]]
        if self._rules.last_alone.regex.match(text[cited[chain[0]].end : found.start]):
            return chain
        for index in reversed(here[: at - 1]):
            if not self._joined(text, cited[index], cited[chain[-1]]):
                break
            chain.append(index)
        return chain

    def _is_for(self, text: str, following: Cited, found: FoundPenalty) -> bool:
        """Tell "60 months for falsification (§ 1519)": the penalty is for what follows it."""
        gap = text[found.end : following.start]
        return len(gap) < LONGEST_OFFENCE and bool(self._rules.next_article.regex.match(gap))

    def _chain(self, text: str, cited: list[Cited], here: list[int]) -> list[int]:
        """Return the first of some citations with those that are joined to it."""
        chain = here[:1]
        for index in here[1:]:
            if not self._joined(text, cited[chain[-1]], cited[index]):
                break
            chain.append(index)
        return chain

    def _joined(self, text: str, one: Cited, following: Cited) -> bool:
        gap = text[one.end : following.start] if one.end <= following.start else ""
        if len(gap) >= LONGEST_GAP:
            return False
        linked = self._linked.fullmatch(gap) or self._rules.offence_between.regex.match(gap)
        return linked is not None or _is_list(gap)

    def _takes_penalties(self, one: Cited) -> bool:
        named = one.mention.name if one.mention else None
        return self._is_penal(one) and named not in self._rules.no_penalties

    def _is_penal(self, one: Cited) -> bool:
        """Tell whether an instrument can name offences; the rights of a treaty are none."""
        return one.mention is None or self._names_offences(one.mention)

    def _names_offences(self, mention: InstrumentMention) -> bool:
        return mention.kind in self._rules.penal_kinds and mention.jurisdiction not in ("UN", "CoE")


def _is_list(gap: str) -> bool:
    """Tell the gap between two rows of a list: nothing but its end, a break and a bullet."""
    return "\n" in gap and not _WORD.search(gap)


def _without_citations(text: str, cited: list[Cited]) -> str:
    """Return the text with every citation blotted out, at the same offsets."""
    pieces, at = [], 0
    for one in cited:
        if one.start >= at:
            pieces += [text[at : one.start], "§" * (one.end - one.start)]
            at = one.end
    return "".join([*pieces, text[at:]])


def _words(sentence: str) -> set[str]:
    return set(_WORD.findall(sentence))


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
