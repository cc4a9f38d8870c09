"""What is said over sentences: quotations, lists, a source named afterwards, accounts that go on.

Works on the attributions that sentences themselves give. Each way has a ``reach`` of its own, so
that whoever reads them may trust some more than others.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Doc

from custody_records.annotate.attributions.reading import Attribution, Reach
from custody_records.annotate.attributions.schema import SourceCues
from custody_records.annotate.layout.paragraphs import Layout
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import lower_of

_ACCOUNT = 3  # sentences back to the one that says whose account it is
_TAIL = 16  # tokens of a sentence that only says who said the last one
_IN_FORCE = 600  # characters for which a quotation without a speaker has the last one


class Across:
    """Carries the attributions of one doc to sentences that have none of their own.

    ``passing``: the cues that name a report only in passing ("complaints of torture"), so that no
    account goes on after them. ``citing``: those that name whom a speaker cites.
    """

    def __init__(
        self,
        doc: Doc,
        layout: Layout,
        cues: Iterable[str],
        passing: frozenset[str],
        citing: frozenset[str],
        words: SourceCues,
        lexicon: ParticipantLexicon,
    ) -> None:
        self.lexicon = lexicon
        self._doc = doc
        self._opening = lexicon.words.closed.clause
        self.words = words
        self.layout = layout
        self._lower = lower_of(doc)
        self.citing = citing
        self.passing = passing
        self.cues = frozenset(cues)
        self._has_cue: dict[int, bool] = {}

    def helpful(self, told: Iterable[int]) -> list[int]:
        """Return the sentences whose parse may tell the source of one that tells an event.

        ``told``: the sentences that tell an event, which are parsed in any case.
        """
        told = set(told)
        found: set[int] = set()
        for number in told:
            quotation = self.layout.quotation_of(number)
            if quotation is not None:
                found.update(n for n in self.layout.around(quotation) if self._cued(n))
            else:
                found.update(n for n in self._beside(number) if self._cued(n))
        return sorted(found - told)

    def carried(self, told: Iterable[int], said: Iterable[Attribution]) -> list[Attribution]:
        """Return attributions of sentences that tell an event and do not say who says so."""
        by_sentence: dict[int, list[Attribution]] = defaultdict(list)
        spoken: set[int] = set()
        for attribution in said:
            number = self.layout.at(attribution.cue[0])
            if attribution.source is not None:
                by_sentence[number].append(attribution)
            if attribution.source is not None or attribution.force != "asks":
                spoken.add(number)
        found: list[Attribution] = []
        for number in sorted(told):
            speakers, reach = self._speakers(number, by_sentence)
            if reach == "goes-on" and number in spoken:
                continue  # "Relatives are said to be convinced that ...": whoever says so
            sentence = self.layout.sentences[number]
            for one in speakers:
                carried = replace(
                    one, start=sentence.start_char, end=sentence.end_char, reach=reach
                )
                found.append(carried)
        return found

    def _speakers(
        self, number: int, said: dict[int, list[Attribution]]
    ) -> tuple[list[Attribution], Reach]:
        quotation = self.layout.quotation_of(number)
        if quotation is not None:
            for near in self.layout.around(quotation):
                outside = [
                    a for a in said.get(near, ()) if not quotation.start <= a.cue[0] < quotation.end
                ]
                if outside:
                    # "..., Petrova wrote, citing the mother": both say so.
                    cited = [a for a in outside[1:] if a.rule in self.citing]
                    return (outside[:1] + cited if cited else outside[-1:]), "quotation"
            last = self._last(quotation.start, said)
            return ([last] if last else []), "quotation"
        told = self._told_next(number, said)
        if told is not None:
            return told
        head = self.layout.heads[number]
        if head is not None and said.get(head) and self._opens_a_list(head):
            return said[head], "list"
        for before in self._back(number):
            accounts = [
                a
                for a in said.get(before, ())
                if a.rule not in self.passing and not self.layout.is_quoted(a.cue[0])
            ]
            if accounts:
                return [a for a in accounts if not _is_within(a, accounts)][-1:], "goes-on"
        return [], "own"

    def _told_next(
        self, number: int, said: dict[int, list[Attribution]]
    ) -> tuple[list[Attribution], Reach] | None:
        """Return who says it by the next sentence, or by its own, None: neither tells."""
        after = number + 1
        together = self.layout.together(number, after)
        if together and self._only_names_the_source(after):
            return said.get(after, []), "afterwards"
        return ([], "own") if said.get(number) else None

    def _says_nothing(self, words: Iterable[str]) -> bool:
        """Tell whether words make a word of saying one of silence: "does not comment"."""
        return not self.words.silent.isdisjoint(words)

    def _last(self, character: int, said: dict[int, list[Attribution]]) -> Attribution | None:
        number = self.layout.at(character)
        while number >= 0 and character - self.layout.starts[number] < _IN_FORCE:
            before = [a for a in said.get(number, ()) if a.cue[0] < character]
            if before:
                return before[-1]
            number -= 1
        return None

    def _beside(self, number: int) -> list[int]:
        near = []
        if self.layout.together(number, number + 1) and self._only_names_the_source(number + 1):
            near.append(number + 1)
        if self._cued(number):
            return near
        near += [n for n in self._back(number) if self._cued(n)][:1]
        head = self.layout.heads[number]
        if head is not None and self._opens_a_list(head):
            near.append(head)
        return near

    def _back(self, number: int) -> list[int]:
        """Return the sentences before one whose account may go on in it, the nearest first."""
        found: list[int] = []
        for before in range(number - 1, number - 1 - _ACCOUNT, -1):
            if not self.layout.together(number, before) or self.layout.turns(before + 1):
                break
            found.append(before)
            if self._cued(before):
                break
        return found

    def _only_names_the_source(self, number: int) -> bool:
        """Tell whether a sentence is "The press service of the ministry reported this."."""
        words = self._words(number)
        if len(words) > _TAIL:
            return False
        # In lower case, for "state" is a cue and "State Penitentiary Service" is none.
        printed = [t.text for t in self.layout.sentences[number] if not t.is_space]
        said = [n for n, word in enumerate(printed) if word in self.cues]
        if len(said) != 1 or self._says_nothing(words):
            return False
        before, after = words[: said[0]], words[said[0] + 1 :]
        if len(after) < 2:
            return "," not in before  # "His life is in danger, doctors say." says something else
        of_it = not self.words.anaphors.isdisjoint(before[:2])
        return (
            (
                of_it
                and (
                    (before[-1:] and before[-1] in self.words.be) or after[0] in self.words.origins
                )
            )
            or after[0] in self.words.pointing
            or not (
                self.words.topics.isdisjoint(after[-3:-1])
                or self.words.anaphors.isdisjoint(after[-2:])
            )
        )

    def _opens_a_list(self, number: int) -> bool:
        words = self._words(number)
        return words[-1:] == [":"] or not self.words.examples.isdisjoint(words)

    def _words(self, number: int) -> list[str]:
        return [word for word in self._all_words(number) if not word.isspace()]

    def _all_words(self, number: int) -> list[str]:
        sentence = self.layout.sentences[number]
        return self._lower[sentence.start : sentence.end]

    def _cued(self, number: int) -> bool:
        known = self._has_cue.get(number)
        if known is None:
            known = self._has_cue[number] = not self.cues.isdisjoint(self._all_words(number))
        return known


def _is_within(one: Attribution, others: Iterable[Attribution]) -> bool:
    """Tell whether somebody only reports it: "A said that the men had accused guards"."""
    return any(
        other.start <= one.cue[0] < other.end and not one.start <= other.cue[0] < one.end
        for other in others
    )
