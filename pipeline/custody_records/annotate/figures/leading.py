"""What stands before a number: a bound, a determiner, a label that makes it no figure."""

import re
from dataclasses import dataclass

from custody_records.annotate.figures.lexicon import FigureLexicon, QualifierRule
from custody_records.annotate.numbers import Number

_REACH = 48
_CAPITALISED = re.compile(r"(?:(?<=[\s(\"“])|^)([^\W\d_][\w.&’'-]*)(?<!['’]s)[ \xa0]$")


@dataclass(slots=True)
class Leading:
    """``start`` is where the words that belong to the number begin.

    ``yields``: the number is refused unless a place or time that was read before it ends there.
    ``verb``: or unless people are counted, since the label may be a verb ("count 64 people").
    """

    start: int
    bound: QualifierRule | None = None
    definite: bool = False
    distinct: bool = False
    refused: str | None = None
    yields: bool = False
    verb: bool = False


def read(text: str, number: Number, line_start: int, lexicon: FigureLexicon) -> Leading:
    """Read leftwards from a number, at most to the start of its line."""
    leading = Leading(number.start)
    while True:
        before = text[max(line_start, leading.start - _REACH) : leading.start]
        found = lexicon.leading.search(before)
        if not found:
            break
        leading.start -= len(before) - found.start()
        if found["bound"]:
            rule = lexicon.bound_before[_plain(found["bound"])]
            previous = before[: found.start()].split()[-1:]
            if previous and previous[0].casefold() in rule.not_after:
                leading.start += len(before) - found.start()
                break
            leading.bound = leading.bound or rule
        leading.definite |= bool(found["definite"])
        leading.distinct |= bool(found["distinct"])
    leading.refused, leading.yields = _refused(text, number, line_start, leading, lexicon)
    label = lexicon.label.search(text[max(line_start, leading.start - _REACH) : leading.start])
    leading.verb = label is not None and label["label"] in lexicon.verbs
    return leading


def _plain(wording: str) -> str:
    return " ".join(wording.casefold().split())


def _refused(
    text: str, number: Number, line_start: int, leading: Leading, lexicon: FigureLexicon
) -> tuple[str | None, bool]:
    """Return the rule that makes the number a name, an order or a date, and whether it yields."""
    before = text[max(line_start, leading.start - _REACH) : leading.start]
    if leading.bound or "," in text[number.start : number.end]:
        return None, False  # "groups count at least 18", "the Prevention of Torture 1,012 people"
    label = lexicon.label.search(before)
    # "No. Thirty-two prisoners had applied": an answer, and a sentence
    answer = label and label["label"].endswith(".") and not number.in_digits
    named = number.in_digits or (text[number.start].isupper() and not answer)
    rule = label and lexicon.by_label[_plain(label["label"])]
    # "the Group of 20 leaders", but "a group of 12 lawyers"
    counted = label and label["label"] in lexicon.words.counted_groups
    fits = rule is not None and (rule.up_to is None or number.value <= rule.up_to)
    if rule and fits and not counted and (named or rule.before_words):
        return rule.id, rule.yields
    if number.start == line_start and re.match(r"[.)]\s", text[number.end : number.end + 2]):
        return "figure.not.list-number", False
    name = _CAPITALISED.search(before)
    named_by = name and name[1].casefold() not in lexicon.words.openers and _is_name(name[1])
    if number.in_digits and leading.start == number.start and name and named_by:
        # "Forum 18 reports", "Zone 41 guards"; but "On 7 December", "Another 29 people".
        return ("figure.not.name", True) if before[: name.start()].strip() else (None, False)
    return None, False


def _is_name(word: str) -> bool:
    return (word[0].isupper() and not word.isupper()) or (word.isupper() and len(word) > 1)
