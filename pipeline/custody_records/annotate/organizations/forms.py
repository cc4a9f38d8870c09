"""Find bodies by a form of their own or by a word beside them: "justice ministry", "Erk party"."""

import re
from collections.abc import Iterator, Mapping

from custody_records.annotate.lexicon.noun import Denotes
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import Words
from custody_records.annotate.openings import WordPattern
from custody_records.annotate.organizations.rules import FormFile, SubjectFile

# A cue of this form is a list of words and parts of words, which Python finds faster than ``re``.
_WORDS = re.compile(r"[\w ’'-]+(?:\|[\w ’'-]+)*")


class Cue:
    """A regular expression that every match of a slower one holds."""

    def __init__(self, pattern: str) -> None:
        self._words = tuple(pattern.split("|")) if _WORDS.fullmatch(pattern) else ()
        self._pattern = re.compile(pattern)

    def is_in(self, text: str) -> bool:
        """Tell whether a text holds the cue."""
        if self._words:
            return any(word in text for word in self._words)
        return self._pattern.search(text) is not None


_NAME = r"[^\W\d_a-zа-яё][\w’'-]*(?:[ \u00a0][^\W\d_a-zа-яё][\w’'-]*){0,3}"
_BEFORE = frozenset([" ", "\u00a0", " “", ' "', " «"])
_AFTER = frozenset([" ", "\u00a0", "! ", ") "])
_MOST_WORDS = 5
_GENERIC: tuple[Denotes, ...] = ("body", "person", "prison", "building", "settlement", "region")

Hit = tuple[int, int, str]


def _compiled(pattern: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """Return a rule's pattern with its named parts written out."""
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern)


class FormFinder:
    """Runs the rules of ``organizations/forms.yaml``; yields (start, end, rule id)."""

    def __init__(self, file: FormFile, subjects: SubjectFile, lexicon: NameLexicon) -> None:
        self.lexicon = lexicon
        self.never = subjects.never
        self.creeds = subjects.creeds
        self.determiners = file.determiners
        self.particles = file.particles
        parts = {
            "{name}": _NAME,
            "{levels}": "|".join(sorted(map(re.escape, subjects.levels))),
            "{ministries}": "|".join(sorted(map(re.escape, subjects.ministries))),
            "{offices}": file.offices,
            "{foreign}": file.foreign,
        }
        self.media = frozenset(lexicon.lexicon.nouns.heads("media"))
        self.weak = frozenset(rule.id for rule in file.rules if rule.weak)
        self.patterns = []
        self.before: dict[str, str] = {}
        self.after: dict[str, str] = {}
        self.opening: dict[str, tuple[str, re.Pattern[str]]] = {}
        for rule in file.rules:
            if rule.pattern and rule.cue:
                pattern = _compiled(rule.pattern, parts)
                self.patterns.append((rule.id, Cue(rule.cue), WordPattern(pattern)))
            self.before |= dict.fromkeys(rule.before, rule.id)
            self.after |= dict.fromkeys(rule.after, rule.id)
            if rule.tail:
                tail = _compiled(rule.tail, parts)
                self.opening |= dict.fromkeys(rule.opens, (rule.id, tail))
        self.beside = frozenset(self.before) | frozenset(self.after)

    def find(self, words: Words) -> Iterator[Hit]:
        """Yield what the rules find in a text."""
        for rule, cue, pattern in self.patterns:
            if not pattern.anywhere or cue.is_in(words.text):
                yield from self.matched(words, rule, pattern)
        yield from self.opened(words)
        for i in words.where(self.beside):
            word = words.texts[i]
            before, after = self.before.get(word), self.after.get(word)
            if before and i + 1 < len(words) and words.gap(i) in _BEFORE:
                yield from self.behind_word(words, i, before)
            if after and i and words.gap(i - 1) in _AFTER:
                yield from self.before_word(words, i, after)

    def matched(self, words: Words, rule: str, pattern: WordPattern) -> Iterator[Hit]:
        """Yield what a pattern finds: its named group that matched, else all that has a name."""
        for found in pattern.finditer(words.text):
            named = next((g for g in found.groupdict() if found[g]), None)
            if named and named.startswith("body") and not self.bare(words, *found.span(named)):
                continue
            if named:
                yield *found.span(named), rule
                continue
            start = self.past_determiner(found[0], found.start())
            if self.has_name(words, found[0], start, found.end()):
                yield start, found.end(), rule

    def opened(self, words: Words) -> Iterator[Hit]:
        """Yield each name that begins with a type word: "Fiscalía General de la República"."""
        for i in words.where(self.opening):
            rule, tail = self.opening[words.texts[i]]
            found = tail.match(words.text, words.ends[i])
            if not found:
                continue
            last = words.within(found.start(), found.end())[1] - 1
            while last > i and words.capital(last) and not self.of_name(words, last):
                last -= 1  # "told Radio Bulawan Monday"
            if last > i:
                yield *words.span(i, last), rule

    def bare(self, words: Words, start: int, end: int) -> bool:
        """Tell whether a span can be the bare name of a body: no "Separately", no "Monday"."""
        i, _ = words.within(start, start + 1)
        manner = words.opens(i) and words.texts[i].endswith(self.lexicon.closed.adverb_endings)
        last = words.within(end - 1, end)[1] - 1
        nouns = self.lexicon.lexicon.nouns
        # "told the Court", but "told the Herald"
        generic = i == last and nouns.denotes(words.texts[i].lower(), *_GENERIC)
        power = i == last and words.texts[i] in self.lexicon.words.powers  # "told the House"
        if power or (generic and words.texts[i] not in self.media):
            return False
        return self.of_name(words, i) and self.of_name(words, last) and not manner

    def past_determiner(self, printed: str, start: int) -> int:
        """Return where a hit begins behind a word that only opens the sentence."""
        first, space, _ = printed.partition(" ")
        return start + len(first) + 1 if space and first in self.determiners else start

    def behind_word(self, words: Words, i: int, rule: str) -> Iterator[Hit]:
        """Yield the name behind the word ``i`` of a type: "the channel | Ne Deidi"."""
        last = self.forward(words, i + 1)
        medium = self.lexicon.lexicon.nouns.denotes(words.texts[i], "medium")
        if last is not None and (medium or not self.human(words, i + 1, last)):
            yield words.starts[i + 1], self.with_mark(words, last), rule

    def before_word(self, words: Words, i: int, rule: str) -> Iterator[Hit]:
        """Yield the name before the word ``i`` of a type: "Erk | party"."""
        last = self.before_gloss(words, i)
        first = self.backward(words, last)
        if first is not None and f"{words.texts[i - 1]} {words.texts[i]}" not in self.never:
            yield *words.span(first, i if last == i - 1 else last), rule

    @staticmethod
    def with_mark(words: Words, last: int) -> int:
        """Return the end of a name, behind a mark that is of it: "the channel Ne Deidi?, began"."""
        end, gap = words.ends[last], words.gap(last)
        own = gap[:1] in ("?", "!") and (
            gap[1:2] in (",", ";", ")")
            or (gap[1:] == " " and last + 1 < len(words) and words.texts[last + 1].islower())
        )
        return end + 1 if own else end

    def has_name(self, words: Words, printed: str, start: int, end: int) -> bool:
        """Tell whether a hit with a capital in it has a name, not only "The Kazakh ... court"."""
        if printed.islower() or "inistry" in printed:
            return True
        first, last = words.within(start, end)
        return any(words.capital(i) and self.of_name(words, i) for i in range(first, last)) or (
            printed[0].isdigit()
        )

    def of_name(self, words: Words, i: int) -> bool:
        """Tell whether the capitalised word ``i`` can be of a name: no adjective, no title."""
        word, low = words.texts[i], words.texts[i].lower()
        lists = self.lexicon.words
        return (
            words.capital(i)
            and word not in self.lexicon.demonyms
            and low not in self.lexicon.closed.function_words
            and low not in self.lexicon.closed.calendar
            and word not in lists.other_acronyms
            # "the trade union REP"
            and (word.isupper() or not self.lexicon.is_title(word))
        )

    def named(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` can be of a body's name beside its type word."""
        return self.of_name(words, i) and words.texts[i] not in self.lexicon.countries

    @staticmethod
    def before_gloss(words: Words, i: int) -> int:
        """Return the last word of a name before "party": in "Butun X (United X) party" of X."""
        last = i - 1
        if words.gap(last) != ") ":
            return last
        while last > 0 and i - last < 8 and words.gap(last - 1) != " (":
            last -= 1
        return last - 1

    def forward(self, words: Words, first: int) -> int | None:
        """Return the last word of the name that begins at ``first``, None if none does."""
        if not self.named(words, first) and not self.country_first(words, first):
            return None
        last = first
        while words.next(last) and last - first + 1 < _MOST_WORDS:
            # "La Voix des Détenus"
            inner = words.next(last) in self.particles and words.next(last + 1)
            further = last + (2 if inner else 1)
            if further >= len(words) or not self.of_name(words, further):
                break
            last = further
        return None if last == first and words.texts[first] in self.lexicon.given else last

    def human(self, words: Words, first: int, last: int) -> bool:
        """Tell whether what opens with a given name is a person: "the union | Ivan Petrenko"."""
        family = words.texts[last]
        return words.texts[first] in self.lexicon.given and (
            family in self.lexicon.given
            or family in self.lexicon.family
            or self.lexicon.looks_like_surname(family)
        )

    def country_first(self, words: Words, first: int) -> bool:
        """Tell whether a body's name opens with a country: "the group Iran Human Rights"."""
        return (
            words.texts[first] in self.lexicon.countries
            and words.next(first) != ""
            and words.next(first + 1) != ""
            and self.named(words, first + 1)
            and self.named(words, first + 2)
        )

    def backward(self, words: Words, last: int) -> int | None:
        """Return the first word of the name that ends at ``last``, None if none does."""
        country = words.texts[last] in self.lexicon.countries and last > 0
        if not (self.named(words, last) or (country and self.named(words, last - 1))):
            return None
        first = last
        while (
            words.previous(first)
            and last - first + 1 < _MOST_WORDS
            and self.named(words, first - 1)
            and not words.opens(first)
        ):
            first -= 1
        if first == last and words.texts[first] in self.lexicon.words.powers:
            return None  # "Opposition party"
        while words.previous(first) in self.creeds:
            first -= 1
        if words.texts[first] in self.creeds:
            # "Belarusian Christian Democracy party"
            first -= words.previous(first) in self.lexicon.demonyms
        return first
