"""The people of whom a sentence tells, where nothing counts them."""

from custody_records.annotate.figures import unit as units
from custody_records.annotate.figures.ellipsis.bare import Bare

_REACH = 500  # characters


def person_noun(bare: Bare, start: int, end: int) -> units.Word | None:
    """Return the last plural noun for human beings in a span, without those who speak or act.

    "Officials said 20 died": they are not the ones. "Guards shot at us, and two were wounded":
    nor are they, since what befell the two is done by officers. "Eleven were shot by reservists on
    the road, 17 recaptured": nor are those behind "by".
    """
    words = bare.lexicon.words
    last = known = None
    position = max(start, end - _REACH)
    previous, agent = "", False
    while position < end:
        for word in units.words(bare.text, position, end):
            predicated, previous = previous in words.copulas, word.low
            position = word.end
            if predicated:  # "14 of the dead were women and four were babies"
                continue
            if last and last.end + 1 == word.start and _sets_apart(last, word, bare):
                last = known
            joined = agent and (word.low not in words.stops or word.low in words.and_)
            agent = joined or word.low in words.agent_prepositions
            if not joined and bare.lexicon.names_people(word.text):
                last, known = word, last
        position += 1
    return last


def _sets_apart(noun: units.Word, verb: units.Word, bare: Bare) -> bool:
    """Tell whether the verb right behind a noun makes it the speaker or the agent."""
    words = bare.lexicon.words
    if verb.low in words.speech:
        return True
    suffered = not bare.after or any(word in words.of_people for word in bare.after)
    active = verb.low in words.pasts or words.is_regular_past(verb.low)
    return suffered and active and words.is_official(noun.text)
