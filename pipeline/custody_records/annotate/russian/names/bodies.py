"""Find bodies by the noun that opens their name, by abbreviations, quotation marks and domains."""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from custody_records.annotate.overlaps import Candidate
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names.positions import capitals, of_lemmas, of_words, tokens
from custody_records.annotate.russian.names.quotation import QUOTES, closing
from custody_records.annotate.russian.names.words import OrganizationWords
from custody_records.annotate.text import text_of

KIND = "organization"
_PHRASE = frozenset(["NOUN", "PROPN", "ADJ", "X", "VERB"])
_FRONT = ("amod", "conj", "appos", "flat:name")
_SHORT, _LONG = 2, 5  # letters of an abbreviation that may be anything, and of most
_LONGEST = 14  # tokens of a name


class BodyFinder:
    """Yields candidates of kind ``organization``; ``end`` is the end of the printed name."""

    def __init__(self, words: OrganizationWords) -> None:
        self.words = words
        self.domain = re.compile(words.domain)

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """Yield what the rules find in a doc."""
        for found in self.domain.finditer(text_of(doc)):
            yield Candidate(*found.span(), "organization.domain", reading=KIND)
        opening = of_lemmas(doc, self.words.nouns)
        typed = of_words(doc, self.words.type_words)
        for token in tokens(doc, opening | typed | set(capitals(doc))):
            lemma = token.lemma_
            if token.text in self.words.type_words and _is_quoted(token):
                yield from self._typed(token)
            elif lemma in self.words.nouns:
                yield from self._named(token)
            elif self._is_known(token, lemma):
                first, last = self._prefixed(token), self._tail(token, listed=False)
                end = last.idx + len(last)
                if not token.is_lower and (first != last or token.text not in self.words.local):
                    yield Candidate(first.idx, end, "organization.known", reading=KIND)
            elif token.text in self.words.type_words:
                yield from self._typed(token)

    def _is_title(self, noun: Token, first: Token) -> bool:
        """Tell whether a noun only says what kind of body the quotation marks name."""
        after = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
        common = first.is_lower or first.is_sent_start or first.i == 0
        return common and after.text in QUOTES and noun.lemma_ in self.words.title_nouns

    def _is_known(self, token: Token, lemma: str) -> bool:
        """Tell whether a word names a body by itself, or the model says so of an abbreviation."""
        if token.text in self.words.abbreviations:
            return True
        if lemma in self.words.words or lemma.partition("-")[0] in self.words.words:
            return True
        short = token.is_upper and token.is_alpha and _SHORT < len(token) <= _LONG
        no_body = self.words.not_bodies | self.words.type_words
        return short and token.ent_type_ == "ORG" and token.text not in no_body

    def _named(self, noun: Token) -> Iterator[Candidate]:
        first, last = self._front(noun), self._tail(noun)
        if self._is_title(noun, first):
            return  # "фонд «Общественный вердикт»": the name is what stands in the marks
        rule = self._rule(noun, first, last)
        if rule and not self._is_branch(noun, first, last):
            yield Candidate(first.idx, last.idx + len(last), rule, reading=KIND)

    def _is_branch(self, noun: Token, first: Token, last: Token) -> bool:
        """Tell whether a name is only another body's with a noun before it."""
        before, inner = noun.doc[first.i : noun.i], noun.doc[noun.i + 1 : last.i + 1]
        if noun.lemma_ in self.words.chambers:
            return any(t.lemma_ in self.words.chambers_of for t in inner)
        return (
            noun.lemma_ in self.words.branches
            and all(t.lemma_ in self.words.branch_adjectives for t in before)
            and any(t.lemma_ in self.words.nouns and not inner[0].is_lower for t in inner)
            and self.words.links.keys().isdisjoint(t.lower_ for t in inner)
        )

    def _prefixed(self, token: Token) -> Token:
        """Return the first word of "ГУ МВД", "СУ СК"."""
        before = token.nbor(-1) if token.i else token
        return before if before.text in self.words.prefixes else token

    def _typed(self, word: Token) -> Iterator[Candidate]:
        """Yield "ИА El.kz", "радио Азаттык", "ОФ «Правда»"."""
        after = word.nbor(1) if word.i + 1 < len(word.doc) else word
        site = self.domain.match(text_of(word.doc), after.idx)
        last = closing(after) or (after if after.is_alpha and not after.is_lower else None)
        if last is not None and after is not word:
            end = site.end() if site else last.idx + len(last)
            yield Candidate(word.idx, end, "organization.typed", reading=KIND)

    def _front(self, noun: Token) -> Token:
        """Return the first of the adjectives right before the noun that agree with it."""
        first, doc = noun, noun.doc
        while first.i > 0:
            before = doc[first.i - 1]
            hangs = before.head.i in (noun.i, first.i) and before.dep_ in _FRONT
            # "Верховный суд в августе ..."
            misread = before.pos_ == "ADJ" and before.dep_ == "ROOT"
            fits = (
                before.pos_ in ("ADJ", "PROPN", "VERB")
                and feature(before, "Case") == feature(noun, "Case")
                and (hangs or misread)
            )
            if not fits or before.sent.start != noun.sent.start:
                break
            first = before
        if first is not noun and first.is_lower and self._vague(first):
            following = doc[first.i + 1]
            return following if following.i <= noun.i else noun
        return first

    def _vague(self, adjective: Token) -> bool:
        """Tell whether an adjective in lower case only describes: no name begins with it."""
        return not re.search(self.words.naming_adjective, adjective.lemma_)

    def _tail(self, noun: Token, *, listed: bool = True) -> Token:
        """Return the last token of the phrase that goes on from a noun; ``listed``: past "и"."""
        doc, last, wanted, linked = noun.doc, noun, "Gen", False
        for token in doc[noun.i + 1 : noun.i + _LONGEST]:
            if token.is_sent_start:
                break
            if token.text in QUOTES:
                if not listed:
                    return last  # "спецназ ГСИН «Шумкар»"
                end = closing(token)
                return end if end is not None and token.i == last.i + 1 else last
            named = token.lower_ in self.words.named_for and noun.lemma_ in self.words.numbered
            if (
                named
                or token.text == "№"
                or (listed and token.pos_ == "CCONJ" and self._within(token, noun))
            ):
                continue
            led = self._led_on(token, last, noun)
            if led is not None:
                wanted, linked = led, True
                continue
            wanted = self._deed(last, noun).get("", wanted)
            of_verb = token.is_lower and token.head.pos_ == "VERB"  # "добились в суде отмены"
            if not self._goes_on(
                token, wanted, noun, near=linked or (last.i == noun.i and not of_verb)
            ):
                break
            if (last.i > noun.i or noun.is_lower) and self._is_above(token, noun):
                break
            if token.pos_ in ("NOUN", "PROPN", "X", "NUM"):
                last = token
                wanted, linked = "Gen", False
        return last

    def _deed(self, last: Token, noun: Token) -> dict[str, str]:
        """Return what the last noun of a name governs, if that is what the body is for."""
        return self.words.deeds.get(last.lemma_, {}) if last.i > noun.i else {}

    def _led_on(self, token: Token, last: Token, noun: Token) -> str | None:
        """Return the case behind a preposition by which a name goes on, None: it does not."""
        deed = self._deed(last, noun).get(token.lower_)
        if deed is None and token.lower_ in self.words.links and self._leads_on(token, noun):
            return self.words.links[token.lower_]
        return deed

    def _leads_on(self, link: Token, noun: Token) -> bool:
        """Tell whether a preposition is of the name: "УФСИН по Карелии", "ДУИС по ЗКО"."""
        after = link.nbor(1) if link.i + 1 < len(link.doc) else link
        region = noun.is_upper and link.i == noun.i + 1 and not after.is_lower
        subject = (
            noun.lemma_ in self.words.for_subjects
            and self.words.links[link.lower_] == "Dat"
            and after.is_lower
            and after.pos_ == "NOUN"
            and after.lemma_ not in self.words.no_subjects
        )
        return region or subject or self._within(link, noun)

    def _goes_on(self, token: Token, wanted: str, noun: Token, *, near: bool) -> bool:
        """Tell whether a name goes on with a word; ``near``: it can be of nothing else."""
        if token.pos_ == "NUM" or token.is_digit:
            return token.i > 0 and token.nbor(-1).text == "№"
        if _is_apposed(token):
            return True  # "Республики Беларусь", "полиции Жетысу": what is not declined
        if token.pos_ not in _PHRASE or token.ent_type_ == "PERSON":
            return False
        elsewhere = token.dep_ == "appos" and token.head.i < noun.i  # "службы полковника Бапаева"
        if elsewhere or (not near and not self._within(token, noun)):
            return False
        if token.is_lower and noun.is_upper and token.i == noun.i + 1:
            # "в УФСИН комментариев не дали"; "в ГУФСИН края"
            return token.lemma_ in self.words.territories and feature(token, "Case") == "Gen"
        if token.pos_ == "X" or (token.is_upper and len(token) > 1):
            return True
        if token.pos_ == "VERB" and feature(token, "VerbForm") != "Part":
            return False
        case = feature(token, "Case")
        return case in (wanted, "Gen") or (token.pos_ == "ADJ" and case is None)

    def _is_above(self, token: Token, noun: Token) -> bool:
        """Tell whether a word is the ministry of a body: "Комитет ... системы МВД" are two."""
        capital = not noun.is_lower or (noun.i > 0 and noun.nbor(-1).is_title)
        ministry = {token.text, token.lemma_} & self.words.ministries
        return capital and noun.lemma_ in self.words.levels and bool(ministry)

    @staticmethod
    def _within(token: Token, noun: Token) -> bool:
        """Tell whether a token hangs on the noun, by at most a few steps."""
        for _ in range(_LONGEST):
            if token.i == noun.i:
                return True
            if token.head.i == token.i:
                return False
            token = token.head
        return False

    def _is_proper(self, token: Token) -> bool:
        """Tell whether a word is a proper name and not another body: "управление Комитета"."""
        if token.is_lower or not token.is_alpha:
            return False
        lemma = token.lemma_
        return lemma not in self.words.nouns and token.text not in self.words.abbreviations

    def _rule(self, noun: Token, first: Token, last: Token) -> str | None:
        """Return the rule by which a noun with the words around it names a body, None: by none."""
        lemma, doc, words = noun.lemma_, noun.doc, self.words
        opens = first.is_sent_start or first.i == 0 or doc[first.i - 1].text in QUOTES
        adjectives = {t.lemma_ for t in doc[first.i : noun.i]}
        if adjectives & words.no_bodies.get(lemma, frozenset()):
            return None
        if self._is_capital(first, adjectives, opens=opens) and (
            last != first or not first.is_title
        ):
            return "organization.capital"
        complement = last.i > noun.i
        whole = words.complete_with.get(lemma, frozenset()) & adjectives
        if whole or lemma in words.alone or (complement and lemma in words.complete):
            return "organization.complete"
        generic = lemma in words.generic
        if lemma in words.numbered and self._is_labelled(doc[noun.i + 1 : last.i + 1]):
            return "organization.numbered"
        if not generic and any(map(self._is_proper, doc[first.i + 1 : last.i + 1])):
            return "organization.lower"
        if lemma in words.branches and last.text in words.abbreviations:
            # "управление собственной безопасности МВД"; "управление ФСИН" is a mention of the ФСИН
            return "organization.branch" if last.i > noun.i + 1 else None
        opening = first.is_title and complement and last.i > first.i + 1
        seated = first.is_title and self._is_seated(noun, first)
        return "organization.opening" if opens and (opening or seated) and not generic else None

    def _is_labelled(self, tail: Span) -> bool:
        """Tell whether what follows a noun is a number, a quoted or somebody's name."""
        opens = tail[0] if len(tail) > 1 else None
        if opens is None:
            return False
        return opens.text in ("№", *QUOTES) or opens.lower_ in self.words.named_for

    def _is_seated(self, noun: Token, first: Token) -> bool:
        """Tell "Саратовский областной суд", the adjective of a place before that of a level."""
        adjectives = [t.lemma_ for t in noun.doc[first.i : noun.i]]
        levels, seats = self.words.branch_adjectives, self.words.seats
        return (
            len(adjectives) > 1
            and adjectives[0] not in levels
            and not seats.isdisjoint(adjectives[1:])
            and noun.lemma_ not in self.words.branches
        )

    def _is_capital(self, first: Token, adjectives: set[str], *, opens: bool) -> bool:
        """Tell whether a name begins with a capital that no sentence gives it."""
        proper = first.is_title and not adjectives.isdisjoint(self.words.proper_adjectives)
        return proper or not (first.is_lower or (opens and first.is_title))


def _is_apposed(token: Token) -> bool:
    """Tell whether a name hangs on the word right before it, with it or without declension."""
    if token.pos_ != "PROPN" or token.is_lower or token.head.i != token.i - 1:
        return False
    if token.dep_ == "appos":
        return True
    return token.dep_ == "nmod" and token.ent_type_ != "PERSON"


def _is_quoted(word: Token) -> bool:
    """Tell whether a title in quotation marks follows a word."""
    return word.i + 1 < len(word.doc) and closing(word.nbor(1)) is not None
