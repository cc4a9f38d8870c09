"""Numbers whose noun stands with a word for the number: "the number of prisoners rose to 80"."""

import re
from collections.abc import Iterator

from custody_records.annotate.figures import unit as units
from custody_records.annotate.figures.ellipsis.bare import Antecedent, Bare

RULE = "figure.tally"
# A subject begins behind the last mark before its verb, at most so many characters away.
_MARKS = ".,;:!?()\n"
_SUBJECT = 90
_LABEL = re.compile(r"[ \t•*–-]*(?<![^\s•*–-])(?P<words>[^\W\d_][^\n:.;!?|]{2,60}):[ \t]*")


def tallied(bare: Bare) -> Antecedent | None:
    """Read "bring to ten the number of protests" and "the number of prisoners rose to 80"."""
    patterns = bare.lexicon.patterns
    start, end = bare.sentence
    after = patterns.tally_after.match(bare.text, bare.number.end, end)
    before = None if after else patterns.tally_before.search(bare.text, start, bare.number.start)
    position = after.end() if after else before.start("phrase") if before else None
    return _named(bare, position, end) if position is not None else None


def labelled(bare: Bare) -> Antecedent | None:
    """Read "Ill prisoners on our list: 1,564" and "Letters received: 63": a line's label.

    A plural right before the colon counts people or deaths, other things only with more said of
    them ("Views: 63" is a page's own count).
    """
    begin = bare.text.rfind("\n", 0, bare.start) + 1
    label = _LABEL.fullmatch(bare.text, begin, bare.start)
    first = label and units.read(bare.text, label.start("words"), label.end("words"), bare.lexicon)
    if not label or not first or first.start != label.start("words"):
        return None
    words = bare.lexicon.words
    alone = first.end == label.end("words")
    if alone and not words.is_person(first.head) and not words.is_death(first.head):
        return None
    return Antecedent(bare.text[first.start : first.end], first.head, RULE, told=True)


def changed(bare: Bare) -> Antecedent | None:
    """Read "Deaths in custody increased to 83": the subject of what rose or fell."""
    found = bare.lexicon.patterns.changed.search(bare.gap)
    if not found:
        return None
    end = bare.start - len(bare.gap) + found.start()
    earliest = max(bare.sentence[0], end - _SUBJECT)
    marks = (bare.text.rfind(mark, earliest, end) + 1 for mark in _MARKS)
    subjects = list(_phrases(bare, max(earliest, *marks), end))
    whole = [phrase for phrase in subjects if phrase.end == end]
    for phrase in [*whole[:1], *subjects]:
        return Antecedent(bare.text[phrase.start : phrase.end], phrase.head, RULE, told=True)
    return None


def _phrases(bare: Bare, begin: int, end: int) -> Iterator[units.Unit]:
    """Yield the countable phrases of a subject, without those who say that it changed."""
    reached = begin
    while True:
        word = next(units.words(bare.text, reached, end), None)
        if word is None:
            return
        phrase = units.read(bare.text, max(word.start - 1, 0), end, bare.lexicon)
        reached = word.end
        if phrase is None or phrase.start != word.start:
            continue
        verb = next(units.words(bare.text, phrase.end, end), None)
        if verb is None or verb.low not in bare.lexicon.words.speech:
            yield phrase


def changing(bare: Bare) -> Antecedent | None:
    """Read "was cut from 240 to 180 officers": what the number behind "to" counts."""
    patterns, end = bare.lexicon.patterns, bare.sentence[1]
    later = patterns.change_to.match(bare.text, bare.number.end, end)
    if later is None or not patterns.change_from.search(bare.gap):
        return None
    found = _named(bare, later.end(), end)
    counted = found and bare.lexicon.by_noun.get(bare.lexicon.words.singular(found.head)) is None
    return found if counted else None


def pronoun_changed(bare: Bare) -> Antecedent | None:
    """Read "It fell to 21,400": what the sentence before counts last."""
    begin = max(bare.sentence[0] - 2, 0)
    if not bare.lexicon.patterns.pronoun_changed.search(bare.text, begin, bare.start):
        return None
    last = next(bare.wholes(bare.sentences.back(bare.number.start, 1)), None)
    return Antecedent.of(last, RULE) if last else None


def _named(bare: Bare, position: int, end: int) -> Antecedent | None:
    phrase = units.read(bare.text, position, end, bare.lexicon)
    if phrase is None:
        return None
    return Antecedent(bare.text[phrase.start : phrase.end], phrase.head, RULE, told=True)
