"""The citations of a text by its sentences: which belong together, which a penalty is for."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from custody_records.annotate.statutes.cited import Cited
from custody_records.annotate.statutes.penalties import FoundPenalty
from custody_records.annotate.statutes.rule_files import ContextRules

MOST_SENTENCES = 3  # how many sentences may go on with the citations of one
LONGEST_GAP = 450
LONGEST_OFFENCE = 200  # characters between a penalty and the article it is for
_PARAGRAPH = 600  # characters in which a list follows its lead-in
_WORD = re.compile(r"\w+")
_NAMES = re.compile(r"[A-ZА-Я]\w{2,}(?:\s[A-ZА-Я][\w’-]+){0,3}")


@dataclass(frozen=True, slots=True)
class CitedText:
    """A text, its citations in order, and the bounds of its sentences.

    ``linked``: what may stand between two citations that are joined. ``by_sentence``: the numbers
    of the citations that take penalties, by their sentence's. Citations are told by number.
    """

    rules: ContextRules
    linked: re.Pattern[str]
    text: str
    cited: list[Cited]
    bounds: list[tuple[int, int]]
    by_sentence: dict[int, list[int]]

    def told_next(self, number: int) -> list[int]:
        """Return the citations of "A court sentenced him to ... He was convicted under ..."."""
        text, bounds, by_sentence = self.text, self.bounds, self.by_sentence
        left, right = bounds[number]
        sentences = self.rules.sentences.regex.search(text, left, right)
        if not sentences and not self.goes_on(number):
            return []
        for following in range(number + 1, min(number + 1 + MOST_SENTENCES, len(bounds))):
            begin, end = bounds[following]
            if "\n" in text[bounds[following - 1][1] - 1 : begin]:
                return []
            told = text[begin:end].strip()
            all_of_them = following == number + 1 or self.rules.several.regex.match(told)
            if all_of_them and self.rules.convicted.regex.match(told) and following in by_sentence:
                return by_sentence[following]
            if sentences and following == number + 1 and self.rules.refers.regex.match(told):
                return self._listed(following)
            if following in by_sentence or not self.goes_on(following):
                break
        return []

    def _listed(self, lead: int) -> list[int]:
        """Return the citations of the list below the sentence ``lead``."""
        bounds, end = self.bounds, self.bounds[lead][1]
        # "The verdict refers to the following norms:" and a list of them
        listed = (self.by_sentence.get(row, []) for row in range(lead, len(bounds)))
        found: list[int] = []
        for row, indexes in enumerate(listed, lead):
            blank = not self.text[slice(*bounds[row])].strip()
            if bounds[row][0] - end > _PARAGRAPH or (row > lead and not indexes and not blank):
                break
            found += indexes
        return found

    def goes_on(self, number: int) -> bool:
        """Tell whether a sentence goes on with what the one before it told."""
        if not number:
            return False
        text, bounds = self.text, self.bounds
        left, right = bounds[number]
        if "\n" in text[max(0, left - 1) : left] or "\n\n" in text[bounds[number - 1][1] : left]:
            return False
        sentence = text[left:right].lstrip()
        before = text[slice(*bounds[number - 1])]
        if self.rules.goes_on.regex.match(sentence) or (
            self.rules.each_sentenced.regex.match(sentence)
            and (
                self.rules.verdict.regex.search(before)
                or self.rules.each_sentenced.regex.match(before.lstrip())
            )
        ):
            return True
        named = _NAMES.match(sentence)  # "Guard Ivanov" is another than the "Guard Petrov" before
        return named is not None and _words(named[0]) <= _words(before)

    def told(
        self, here: list[int], offences: Sequence[str | None], found: FoundPenalty
    ) -> list[int]:
        """Return the citation whose place or offence is told behind a penalty, if one is."""
        behind = self.text[found.end : found.end + LONGEST_OFFENCE]
        place = self.rules.place_among.regex.match(behind)
        if place and 1 < len(here) >= self.rules.places[place["place"]]:
            return [here[self.rules.places[place["place"]] - 1]]
        offence = self.rules.for_offence.regex.match(behind)
        if not offence or len(here) == 1:
            return []
        words = _words(offence["offence"])
        meant = [index for index in here if _words(offences[index] or "") & words]
        return meant if len(meant) == 1 else []

    def targets(self, here: list[int], found: FoundPenalty) -> list[int]:
        """Return the citations that a penalty belongs to."""
        text, cited = self.text, self.cited
        at = bisect_right(here, found.start, key=lambda index: cited[index].end)
        following = here[at] if at < len(here) else None
        if following is not None and self._is_for(cited[following], found):
            return self.chain(here[at:])
        if not at:
            gap = text[found.end : cited[here[0]].start]
            return [] if self.rules.cites.regex.match(gap) else self.chain(here)
        chain = [here[at - 1]]
        if self.rules.last_alone.regex.match(text[cited[chain[0]].end : found.start]):
            return chain
        for index in reversed(here[: at - 1]):
            if not self._joined(cited[index], cited[chain[-1]]):
                break
            chain.append(index)
        return chain

    def _is_for(self, following: Cited, found: FoundPenalty) -> bool:
        """Tell "60 months for falsification (§ 1519)": the penalty is for what follows it."""
        gap = self.text[found.end : following.start]
        return len(gap) < LONGEST_OFFENCE and bool(self.rules.next_article.regex.match(gap))

    def chain(self, here: list[int]) -> list[int]:
        """Return the first of some citations with those that are joined to it."""
        chain = here[:1]
        for index in here[1:]:
            if not self._joined(self.cited[chain[-1]], self.cited[index]):
                break
            chain.append(index)
        return chain

    def _joined(self, one: Cited, following: Cited) -> bool:
        gap = self.text[one.end : following.start] if one.end <= following.start else ""
        if len(gap) >= LONGEST_GAP:
            return False
        linked = self.linked.fullmatch(gap) or self.rules.offence_between.regex.match(gap)
        return linked is not None or _is_list(gap)


def _is_list(gap: str) -> bool:
    """Tell the gap between two rows of a list: nothing but its end, a break and a bullet."""
    return "\n" in gap and not _WORD.search(gap)


def _words(sentence: str) -> set[str]:
    return set(_WORD.findall(sentence))
