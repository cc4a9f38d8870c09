"""What stands between a role and its determiner and is of the role: "their | cell leader"."""

from dataclasses import replace

from custody_records.annotate.names.words import SPACES, Words
from custody_records.annotate.people.phrases import Phrase, RolePhrases

_MOST = 2  # words


def widened(words: Words, phrase: Phrase, phrases: RolePhrases) -> Phrase:
    """Return a role in apposition with the words behind its determiner: "their | cell leader"."""
    determiners = phrases.wording.determiners
    i = phrase.first - 1
    for _ in range(_MOST):
        if i < 1 or words.texts[i].lower() in determiners:
            break
        if words.gap(i) not in SPACES or not phrases.qualifies(words, i):
            return phrase
        i -= 1
    if i >= 0 and words.texts[i].lower() in determiners:
        return replace(phrase, first=i + 1)
    return phrase


def qualified(words: Words, phrase: Phrase, phrases: RolePhrases) -> Phrase:
    """Return a title with the one word between it and a determiner, an age or a judgement.

    "the former | matatu conductor X", "24-year-old | robbery suspect X"
    """
    i = phrase.first - 1
    if i < 1 or not words.previous(i) or not words.next(i):
        return phrase
    before, low = words.previous(i).lower(), words.texts[i].lower()
    dropped = phrases.lexicon.titles.dropped
    opens = (
        before in phrases.wording.determiners
        or before in dropped
        or before.endswith(phrases.closed.age_endings)
    )
    judged = low.endswith((*phrases.closed.past_endings, *phrases.closed.age_endings))
    qualifies = phrases.qualifies(words, i) and low not in dropped
    return (
        replace(phrase, first=i) if opens and qualifies and (not judged or "-" in low) else phrase
    )
