"""Dates, places and facilities of a description: they belong to somebody, not to the event.

"Ma Thiri, the 1991 laureate", "the President of Russia", "US national Peter Yarrow", "a former
inmate of IK-6": appositions, offices, compounds and relative clauses date and place themselves.
"""

from spacy.tokens import Span, Token

from custody_records.annotate.entities.mentions import Mention
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.events.setting.rules import SettingWords
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.tags import NOUNS
from custody_records.annotate.text import lower_of

_MODIFIERS = frozenset(["compound", "nmod", "nummod", "amod", "poss", "npadvmod"])
_PHRASE = 8  # tokens from the head of a phrase to the facility that closes it


class Descriptions:
    """Tells descriptions by the parse, and by the tokens beside a mention."""

    def __init__(self, words: SettingWords, lexicon: ParticipantLexicon) -> None:
        self.words = words
        self.lexicon = lexicon

    def holds_date(self, date: Mention, hit: Hit, sentence: Span, parsed: Span) -> bool:
        """Tell whether a date says when a described thing was: "the 2018 novel", "born in 1975"."""
        before = lower_of(sentence.doc)[max(sentence.start, date.start - 4) : date.start]
        if not (self.words.born | self.words.than).isdisjoint(before):
            return True
        root = date.root(sentence, parsed)
        # "relieved the warden, Abel Toso, the same day": no name, whatever the parser takes it for.
        if is_apposed(root, hit.token) and root.dep_ != "appos":
            return True
        if before and before[-1] in self.words.dating:
            return False
        noun = root.head
        modifies = root.dep_ in _MODIFIERS and noun.pos_ in NOUNS and noun.i > root.i
        return modifies and noun.i not in hit.words

    def holds_place(self, place: Mention, hit: Hit, sentence: Span, parsed: Span) -> bool:
        """Tell whether a place says whence somebody or something is: "the President of Russia"."""
        root = place.root(sentence, parsed)
        if self._stands_before_a_person(place, sentence) or is_apposed(root, hit.token):
            return True
        noun = root.head
        if root.dep_ in _MODIFIERS and noun.pos_ in NOUNS and noun.i > root.i:
            return noun.lower_ not in self.words.located_bodies
        if root.dep_ in _MODIFIERS and noun.lower_ in self.words.born:
            return True  # "Australia-born Liam Foss"
        if root.dep_ != "pobj":
            return False
        of = noun.head
        if (
            noun.lower_ in self.lexicon.words.closed.origin
            and hit.type not in self.words.from_types
        ):
            return True
        if noun.i < hit.token.i and noun.lower_ in self.words.goal:
            return of.lower_ in self.lexicon.people  # "the ambassador to France died"
        genitive = noun.lower_ in self.lexicon.words.closed.genitive
        person = of.lower_ in self.lexicon.people | self.lexicon.uniformed
        return genitive and (person or self._is_body(of))

    def holds_facility(self, facility: Mention, hit: Hit, sentence: Span, parsed: Span) -> bool:
        """Tell whether a facility says where somebody once was or worked: "ex-head of IK-6"."""
        root = facility.root(sentence, parsed)
        described = any(t.dep_ in ("relcl", "acl") for t in (hit.token, *hit.token.ancestors))
        if not described and self._is_former(facility, sentence):
            return True  # but "a former guard of IK-6, who beat an inmate" did so there
        for above in (root, *root.ancestors):
            if above == hit.token or above.is_ancestor(hit.token):
                break
            # "the colony, IK-6, said": the name of the facility, no description; "Unit 18, a wing
            # of IK-6" is IK-6.
            its_name = (
                above.head.lower_ in self.words.facility_nouns or above.lower_ in self.words.parts
            )
            if hit.type in self.words.visited_types and above.lower_ in self.words.coming:
                continue  # "monitors, who came to IK-6, were not let in"
            if above.dep_ in ("appos", "relcl") and _is_set_off(above) and not its_name:
                return True
        return False

    def _is_former(self, facility: Mention, sentence: Span) -> bool:
        """Tell whether its phrase is of the past: "former head of IK-6"."""
        for index in range(
            facility.start - 1, max(sentence.start, facility.start - _PHRASE) - 1, -1
        ):
            token = sentence.doc[index]
            if token.is_punct:
                return False
            if token.lower_ in self.words.former:
                return True
        return False

    def _stands_before_a_person(self, place: Mention, sentence: Span) -> bool:
        """Tell whether a place is right before a noun for people: "US national Peter Yarrow"."""
        if place.end >= sentence.end:
            return False
        before = sentence.doc[place.start - 1].lower_ if place.start > sentence.start else ""
        word = sentence.doc[place.end].lower_
        person = word in self.lexicon.people or word in self.words.nationals
        return person and before not in self.words.inward

    def _is_body(self, noun: Token) -> bool:
        word = noun.lower_
        return word in self.lexicon.bodies and word not in self.words.located_bodies


def is_apposed(token: Token, trigger: Token) -> bool:
    """Tell whether a mention stands in an apposition that does not hold the trigger."""
    for above in (token, *token.ancestors):
        if above == trigger or above.is_ancestor(trigger):
            return False
        if above.dep_ == "appos" and _is_set_off(above):
            return not _is_of_a_list(above)
    return False


def _is_of_a_list(noun: Token) -> bool:
    """Tell whether the parser takes the second of a list for an apposition, which ends a sentence.

    "She sued the county, Sheriff Rusk and the company in May."
    """
    conjoined = any(c.dep_ == "conj" for c in noun.children)
    return conjoined and noun.right_edge.i + 1 >= len(noun.doc) - 1


def _is_set_off(clause: Token) -> bool:
    """Tell whether an apposition or relative clause stands behind a comma, bracket or dash.

    In "inmates of colony IK-6" the code is no aside, though the parser calls it an apposition; of
    a clause without a comma the noun is what it says.
    """
    start = clause.left_edge.i
    return start > 0 and clause.doc[start - 1].text in (",", "(", "–", "—", "-")
