"""The further numbers of a list that a numbered institution opens or ends."""

import re
from collections.abc import Iterator
from dataclasses import replace

from custody_records.annotate.facilities.letters import DASH, NUMBER_SIGN, SPACE
from custody_records.annotate.facilities.list_rules import ListFile, any_of
from custody_records.annotate.facilities.number_hit import DIGITS, NUMBER_ENDS, NumberHit

_PREVIOUS_REACH = 20  # characters before a number in which the one before it stands


class NumberLists:
    """Reads the numbers around a number, by the words of ``lists.yaml``."""

    def __init__(self, words: ListFile) -> None:
        joined = any_of(words.conjunctions)
        # The number before in a list: "N2, N8 and" and "No. 2, ".
        self._previous = re.compile(
            rf"(?<!\w)(?:{NUMBER_SIGN}{SPACE}?|N{DASH}?)(?P<number>{DIGITS})"
            rf"(?:,{SPACE}?(?:{joined})?|{SPACE}(?:{joined})){SPACE}$"
        )
        # The next number of a list: ", No. 4", " and 7", "and -5"; places may stand between.
        self._next = re.compile(
            rf"{words.place}?(?:,{SPACE}?(?:{joined})?|;|{SPACE}(?:{joined}|&)){SPACE}"
            rf"(?:(?:{any_of(words.within)}){SPACE})?"
            rf"(?P<item>(?P<sign>{NUMBER_SIGN}{SPACE}?|{DASH})?(?P<number>{DIGITS})){NUMBER_ENDS}"
        )
        self._closes = words.closing

    def after(self, text: str, first: NumberHit, plural: bool) -> Iterator[NumberHit]:
        """Yield the further numbers: "No. 2, 5 and 7", "No. 1 in Hrodna, No. 4 in ..."."""
        end = first.end
        while following := self._next.match(text, end):
            end = following.end()
            if not following["sign"] and not (plural and self._closes.match(text, end)):
                return
            number = int(following["number"])
            yield replace(first, start=following.start("item"), end=end, number=number)

    def before(self, text: str, last: NumberHit) -> Iterator[NumberHit]:
        """Yield the numbers of a list that ends in ``last``: "N2, N8 and N15 establishments"."""
        start = last.start
        while found := self._previous.search(text, max(0, start - _PREVIOUS_REACH), start):
            start = found.start()
            yield replace(last, start=start, end=found.end("number"), number=int(found["number"]))
