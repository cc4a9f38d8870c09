"""What the people package proposes to the naming step: capitalised spans that are people."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spacy.tokens import Doc

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words, words_of
from custody_records.annotate.overlaps import Candidate, Rank
from custody_records.annotate.people.evidence import AGED, TITLED, PersonEvidence
from custody_records.annotate.people.offices import Offices
from custody_records.annotate.people.runs import NameRuns
from custody_records.annotate.people.words import PeopleWords

_CLOSING = (",", ".", ";", ")")


class _Lead(NamedTuple):
    """What stands before a capital: a list that it goes on, a title, an office with its "of".

    ``apposed``: behind a role and a comma.
    """

    joined: bool
    title: bool
    office: bool
    apposed: bool

    @property
    def any(self) -> bool:
        return self.joined or self.title or self.office


class PersonProposer:
    """Proposes people by title, by age, by given name, by ending and by initials."""

    def __init__(self, rules: Path, lexicon: NameLexicon, runs: NameRuns) -> None:
        self.lexicon = lexicon
        self.runs = runs
        wording = PeopleWords.read(rules)
        self.offices = Offices(lexicon, self.runs.heads, wording.roles.small_in_office)
        self.evidence = PersonEvidence(lexicon, self.runs, wording.ages.patterns.evidence)

    def __call__(self, doc: Doc) -> Iterator[Candidate]:
        """Yield the candidates of one doc."""
        words = words_of(doc)
        listed = -1  # the last word of the name before, if it is one of a list of people
        reached = -1  # the last word of a name that opens with a title's word
        for i in range(len(words)):
            if i <= reached or not words.capital(i):
                continue
            lead = self.lead(words, i, listed)
            last = self.end(words, i, lead)
            if last is None:
                continue
            rule = self.rule(words, i, last, lead)
            if rule == TITLED and (lead.joined or self.offices.plural_before(words, i)):
                listed = last
            if rule and self.lexicon.is_title(words.texts[i]):
                reached = last
            if rule:
                yield from self.candidate(words, i, last, rule)

    def lead(self, words: Words, i: int, listed: int) -> _Lead:
        """Return what stands before word ``i``."""
        joined = listed >= 0 and self.offices.joined(words, listed, i)
        title = not joined and self.offices.title_before(words, i)
        office = not (joined or title) and self.offices.office_before(words, i)
        return _Lead(joined, title, office, self.offices.apposed(words, i))

    def end(self, words: Words, i: int, lead: _Lead) -> int | None:
        """Return the last word of the name that begins at ``i``, None if none begins there."""
        inner = words.previous(i) and not lead.any and words.capital(i - 1)
        if inner and not self.fresh(words, i):
            return None
        last = self.runs.end(words, i)
        if last is None:
            return None
        listed = lead.any and last == i + 1 and self.given_title(words.texts[i])
        if self.lexicon.is_title(words.texts[i]) and not (listed or self.named_so(words, i, last)):
            return None
        if lead.any and last > i + 1 and words.texts[i].lower() in self.lexicon.titles.religious:
            # "opposition leaders Hassan Mushaima and Sheikh Ali Salman"
            return None
        return last

    def rule(self, words: Words, i: int, last: int, lead: _Lead) -> str | None:
        """Return what makes the words a person, None if nothing does."""
        sure = last > i and (lead.joined or self.royal(words, i))
        if sure and not self.evidence.spoiled(words, last):
            return TITLED
        apposed = lead.apposed and words.gap(last)[:1] in _CLOSING
        titled = lead.joined or lead.title or ((lead.office or apposed) and last > i)
        return self.evidence.rule(words, i, last, titled=titled)

    def candidate(self, words: Words, first: int, last: int, rule: str) -> Iterator[Candidate]:
        """Yield the candidate, with the point of "Jr."; none for a country."""
        start, end = words.span(first, last)
        if words.texts[last] in self.lexicon.parts.generations and words.text[end : end + 1] == ".":
            end += 1
        if words.text[start:end] not in self.lexicon.countries:
            form = self.evidence.of_month, self.evidence.of_elements
            firm = rule in (TITLED, AGED) or any(tells(words, first, last) for tells in form)
            rank = Rank.RULE if firm else Rank.GAZETTEER
            yield Candidate(start, end, rule, rank, reading="person")

    def fresh(self, words: Words, i: int) -> bool:
        """Tell whether a name can begin at ``i`` although a capital stands before it."""
        before = words.texts[i - 1]
        return (
            not self.runs.part(words, i - 1)
            or (words.opens(i - 1) and before not in self.lexicon.given)
            or (words.texts[i] in self.lexicon.given and before not in self.lexicon.given)
        )

    def given_title(self, word: str) -> bool:
        """Tell whether a title is a given name behind a role: "lawyers Emir Kulov and ..."."""
        religious = self.lexicon.is_form_of_address(word)
        return word in self.lexicon.parts.title_names and not religious

    def named_so(self, words: Words, i: int, last: int) -> bool:
        """Tell whether a title at ``i`` is a given name: "Akim Daniyarov, a prisoner".

        By what is said behind the name, or because its neighbours in a list are whole names.
        """
        word = words.texts[i]
        if word in self.lexicon.given:
            # "Sheikh Hasina", but "Sheikh | Ali Salman"
            return last == i + 1 or not self.lexicon.is_form_of_address(word)
        # "Prince Kwaku Adjei, a taxi driver": of titles that are no rank, two names may follow
        longest = i + (2 if word in self.lexicon.parts.royal_titles else 1)
        if word not in self.lexicon.parts.title_names or not i < last <= longest:
            return False
        if self.evidence.aged(words, i, last) or self.evidence.apposed(words, last, office=False):
            return True
        if self.royal(words, i):
            return True
        joined = not self.lexicon.closed.conjunctions.isdisjoint(words.texts[last + 1 : last + 2])
        after = last + (2 if joined else 1)
        if after >= len(words) or words.gap(after - 1) not in (", ", " "):
            return False
        opened = i == 0 or words.gap(i - 1) in (", ", " — ", " – ", ": ", " - ")
        end = self.runs.end(words, after) if opened and words.capital(after) else None
        named = words.texts[after] in self.lexicon.given or self.royal(words, after)
        return end is not None and end > after and named

    def royal(self, words: Words, i: int) -> bool:
        """Tell whether a family name follows a title that stands before given names."""
        if words.texts[i] not in self.lexicon.parts.royal_titles or words.next(i) == "":
            return False
        name = words.texts[i + 1]
        family = name in self.lexicon.family or self.lexicon.looks_like_surname(name)
        return family and name not in self.lexicon.given
