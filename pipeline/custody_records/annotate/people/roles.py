"""Who a person is said to be, around one mention: titles before, appositions on either side."""

import re

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.words import PLURAL_POSSESSIVE, SPACES, Words
from custody_records.annotate.people.ages import sentence_end
from custody_records.annotate.people.forward import ForwardReader
from custody_records.annotate.people.phrases import (
    Phrase,
    RolePhrases,
    bracketed,
)
from custody_records.annotate.people.qualifiers import qualified, widened
from custody_records.annotate.people.words import PeopleWords
from custody_records.annotate.people.writing import Offsets, RoleWriter

STOPPED = re.compile(r"\s*[,.;:()–—|\n]|$")
# ", a lawyer", " (lawyer)", " – lawyer"; in a row of a table, " | lawyer".
OPENED = re.compile(r"\s*[,(]\s?| [–—-]{1,2} | \| ")
_CLOSING = (",", ".", ";")
_JOINING = SPACES | {") "}  # before the "and" of two roles
_MOST_CALLING = 12  # words between a role and the name by which its bearer is called


class RoleReader:
    """Reads the roles of a mention; indices are those of its first and last word."""

    def __init__(self, lexicon: NameLexicon, wording: PeopleWords) -> None:
        self.lexicon = lexicon
        self.closed = lexicon.closed
        self.wording = wording.roles
        self.ages = wording.ages
        self.phrases = RolePhrases(lexicon, wording)
        self.writer = RoleWriter(self.phrases)
        self.forward = ForwardReader(self.phrases)

    def read(
        self, words: Words, first: int, last: int, names: frozenset[int], bodies: dict[int, Offsets]
    ) -> list[str]:
        """Return the roles; ``names`` are the words at which people's names begin.

        ``bodies`` has for each word of an organization's name the first and last word of it.
        """
        last, honours = self.forward.past_honours(words, last)
        before = [qualified(words, p, self.phrases) for p in self.phrases.before(words, first)]
        start = self.past_courtesy(words, before[0].first if before else first)
        titled = bool(before) or start < first
        apposed = self.apposed_before(words, start, last, titled=titled)
        # "the minister of health Ivan Petrenko, singer Olga Sidorenko": another's office
        apposed = [p for p in apposed if not self.holds_name(words, p, names)]
        found = [*apposed, *before] or self.called_before(words, first)
        found += [*self.after(words, last, names), *honours]
        return [role for phrase in found if (role := self.writer.written(words, phrase, bodies))]

    def holds_name(self, words: Words, phrase: Phrase, names: frozenset[int]) -> bool:
        """Tell whether a person stands in a role, not as whose it is: "a lawyer for | Amri"."""
        return any(
            i in names and words.texts[i - 1] not in self.closed.belonging
            for i in range(phrase.first, phrase.last + 1)
        )

    def called_before(self, words: Words, first: int) -> list[Phrase]:
        """Return the role of whom the text calls by the name: "an offender who calls himself X"."""
        begin = words.starts[max(0, first - _MOST_CALLING)]
        called = self.wording.called.search(words.text, begin, words.starts[first])
        if not called:
            return []
        last = words.within(called.start() - 1, called.start())[0]
        phrase = self.ends_in(words, last)
        return [widened(words, phrase, self.phrases)] if phrase else []

    def kin(self, roles: list[str]) -> bool:
        """Tell whether one of the roles makes somebody's relative: "wife", "eldest son"."""
        kinship = self.lexicon.titles.kinship
        return any(self.nouns_of(role)[-1] in kinship for role in roles)

    def nouns_of(self, role: str) -> list[str]:
        """Return the words of a role before its "of ...", in lower case."""
        words = role.lower().split()
        tail = (i for i, word in enumerate(words) if i and word in self.closed.genitive)
        return words[: next(tail, None)]

    def past_courtesy(self, words: Words, first: int) -> int:
        """Return where "Mr", "Dr" or "the" begins that stands before a name or its title.

        "The applicant, Mr Kerimbekov, ...", "Her brother, the lawyer Khursand Mamadshoev, ..."
        """
        while first and words.gap(first - 1) in (" ", "\u00a0", ". "):
            word = words.texts[first - 1]
            courtesy = (
                word.lower() in self.lexicon.titles.courtesy
                or word in self.lexicon.honorifics.words
                # "its ambassador, German Markus Lederer,"
                or (word in self.lexicon.demonyms and words.capital(first - 1))
            )
            if not courtesy and word not in self.closed.definite:
                break
            first -= 1
        return first

    def apposed_before(self, words: Words, first: int, last: int, *, titled: bool) -> list[Phrase]:
        """Return the role in "The warden, Major Bauyrzhan Qalymov, told" and "Judge: A. B."."""
        if first == 0:
            return []
        gap = words.gap(first - 1)
        closed = STOPPED.match(words.text, words.ends[last]) or self.wording.of_body.match(
            words.text, words.ends[last]
        )
        if closed and gap in SPACES and first > 1 and words.texts[first - 1] in self.wording.be:
            # "The judge was Oksana Poluyanova."
            phrase = self.ends_in(words, first - 2)
            return [phrase] if phrase and self.introduced(words, phrase, strictly=True) else []
        if gap == ": ":
            phrase = self.ends_in(words, first - 1)
            labelled = phrase and (phrase.first == 0 or "\n" in words.gap(phrase.first - 1))
            return [phrase] if phrase and labelled else []
        return self.before_comma(words, first) if gap == ", " and (closed or titled) else []

    def before_comma(self, words: Words, first: int) -> list[Phrase]:
        """Return the roles to which the name that begins at ``first`` is an apposition."""
        phrase = self.ends_in(words, self.before_once(words, first - 1))
        if phrase is None:
            return []
        i = phrase.first - 1
        if i > 0 and words.texts[i] in self.closed.conjunctions and words.previous(i):
            # "his wife and vice president, Rosario Murillo,"
            other = self.ends_in(words, i - 1)
            if other and self.introduced(words, other, strictly=True):
                return [other, phrase]
        phrase = widened(words, phrase, self.phrases)
        return [phrase] if self.introduced(words, phrase) else []

    def before_once(self, words: Words, last: int) -> int:
        """Return the last word before "at the time" that ends at ``last``, ``last`` without it."""
        for adverb in self.wording.once:
            parts = adverb.split()
            if words.texts[last - len(parts) + 1 : last + 1] == parts and last > len(parts):
                return last - len(parts)
        return last

    def introduced(self, words: Words, phrase: Phrase, *, strictly: bool = False) -> bool:
        """Tell whether a role phrase begins a noun phrase: after "the", "his", "Kazakhstan's".

        ``strictly`` leaves out the start of a sentence.
        """
        i = phrase.first - 1
        if i < 0 or words.opens(phrase.first):
            return not strictly
        if (
            words.texts[i] in self.closed.indefinite
            and i
            and words.gap(i - 1) == ", "
            and words.capital(i - 1)
        ):
            # "Mostafa Tajzadeh, a reformist politician, Saeed Madani, a sociologist"
            return False
        return (
            words.texts[i].lower() in self.wording.determiners
            or (words.capital(phrase.head) and phrase.last > phrase.head and words.gap(i) == ", ")
            or words.gap(i) in PLURAL_POSSESSIVE
            or words.gap(i) in self.phrases.possessive
            or words.texts[i] in self.lexicon.demonyms
            or words.texts[i].lower() in self.lexicon.titles.dropped
        )

    def ends_in(self, words: Words, last: int) -> Phrase | None:
        """Return the role phrase that ends at word ``last``, tail and all."""
        if self.phrases.is_role(words.texts[last]):
            return Phrase(self.phrases.leftward(words, last), last, last)
        for head in range(last - 1, max(-1, last - 13), -1):
            if any(c in words.gap(head) for c in ",.;:()\n"):
                return None
            if self.phrases.is_role(words.texts[head]):
                first = self.phrases.leftward(words, head)
                if self.phrases.tail(words, head) == last:
                    return Phrase(first, head, last)
                begun = first > 0 and self.begins(words, first - 1)
                if not begun or not self.aside(words, head + 1):
                    return None
                charged = tuple(words.texts[head + 1 : head + 3]) == self.wording.charge
                return Phrase(first, head, self.phrases.tail(words, head) if charged else head)
        return None

    def aside(self, words: Words, i: int) -> bool:
        """Tell whether what is no part of a role opens: "A nurse | at the prison, Fatou Diop"."""
        after = words.texts[i]
        return after in self.wording.aside or after.endswith(self.closed.past_endings)

    def begins(self, words: Words, i: int) -> bool:
        """Tell whether a determiner at ``i`` begins a sentence or is "a": "a defendant in ..."."""
        return words.opens(i) or words.texts[i].lower() in self.closed.indefinite

    def after(self, words: Words, last: int, names: frozenset[int]) -> list[Phrase]:
        """Return the roles in appositions after the name, or after "is" and "works as"."""
        text, found = words.text, []
        end = words.ends[last]
        if words.texts[last] in self.lexicon.parts.generations and text[end : end + 1] == ".":
            end += 1
        _, position = self.ages.after(text, end)
        if origin := self.wording.origin.match(text, position):
            position = origin.end()
        copula = self.wording.copula.match(text, position)
        if copula:
            phrase = self.said_to_be(words, copula, names)
            return [phrase] if phrase else []
        for _ in range(3):
            opened = OPENED.match(text, position)
            if not opened:
                break
            i = words.within(opened.end(), opened.end() + 1)[0]
            phrase = self.apposed(words, i, names)
            if phrase is None:
                break
            found.append(phrase)
            end = self.past_acronym(words, phrase.last)
            if whence := self.wording.whence.match(text, words.ends[end]):
                # "a teacher from Marivan and a member of the union"
                end = words.within(whence.end() - 1, whence.end())[0]
            while (
                end + 2 < len(words)
                and words.texts[end + 1] in self.closed.conjunctions
                and words.gap(end) in _JOINING
            ):
                more = self.apposed(words, end + 2, names)
                if more is None:
                    break
                found.append(more)
                end = self.past_acronym(words, more.last)
            position = self.past_brackets(text, words.ends[end])
        return found or self.serving(words, last, names)

    def said_to_be(
        self, words: Words, copula: re.Match[str], names: frozenset[int]
    ) -> Phrase | None:
        """Return the role behind "is" or "works as": "X was a 51-year-old loan broker"."""
        i = words.within(copula.end(), copula.end() + 1)[0]
        loose = copula["article"] is not None
        phrase = self.forward.read(words, i, loose=loose) if i < len(words) else None
        if phrase is None or i in names:
            return None
        ended = self.wording.closed.match(words.text, words.ends[phrase.last])
        told = ended or (loose and self.reduced(words, phrase))
        return phrase if told else None

    def serving(self, words: Words, last: int, names: frozenset[int]) -> list[Phrase]:
        """Return the role that the rest of the sentence gives, up to the next name."""
        stop = sentence_end(words.text, words.ends[last])
        beyond = words.within(stop, stop)[0]
        stop = next((words.starts[i] for i in range(last + 1, beyond) if i in names), stop)
        served = self.wording.serves.search(words.text, words.ends[last], stop)
        if not served:
            return []
        phrase = self.forward.read(words, words.within(served.end(), served.end() + 1)[0])
        return [phrase] if phrase else []

    def apposed(self, words: Words, i: int, names: frozenset[int]) -> Phrase | None:
        """Return the role that begins at word ``i`` as an apposition, None if none does."""
        for skip in self.wording.adverbs:
            if words.text.startswith(skip + " ", words.starts[i] if i < len(words) else 0):
                i += len(skip.split())
        bare = i
        while i < len(words) and (
            words.texts[i].lower() in self.wording.determiners
            or words.texts[i].endswith(self.closed.age_endings)
        ):
            i += 1
        if i in names:
            # "Olga Mikhailova, Navalny's lawyer, said": the owner is not of the role.
            i = self.past_owner(words, i)
        if i >= len(words) or i in names:
            return None
        phrase = self.begun(words, i, bare=i == bare)
        if phrase is None:
            return None
        # ", lawyer Snezhanna Kim": the role of the next name; "The Hague" opens no role.
        if self.of_next(words, phrase, names):
            return None
        if any(k in names for k in range(i, phrase.head + 1)):
            return None
        if words.texts[phrase.head].lower() in self.lexicon.titles.ranks and any(
            k in names for k in range(phrase.head, phrase.last + 1)
        ):
            # ", Captain of the Internal Service Artur Galeev": the rank of the next name
            return None
        return (
            phrase
            if self.wording.closed.match(words.text, words.ends[phrase.last])
            or (phrase.last > phrase.head)
            or self.reduced(words, phrase)
            else None
        )

    def begun(self, words: Words, i: int, *, bare: bool) -> Phrase | None:
        """Return the role that begins at ``i``; a ``bare`` one has no article before it."""
        if words.texts[i - 1] in self.wording.relative:
            return None  # "Maria Santos, whose father died"
        phrase = self.forward.read(words, i, loose=not bare)
        if phrase is None and bare:
            # ", sugar cane worker, 39, died"
            phrase = self.forward.read(words, i, loose=True)
            if phrase and words.gap(phrase.last)[:1] not in _CLOSING:
                return None
        return phrase

    def of_next(self, words: Words, phrase: Phrase, names: frozenset[int]) -> bool:
        """Tell whether a role stands before the next name, be it joined to another role.

        ", lawyer Snezhanna Kim", ", philanthropist and writer Daw Khin Myint"
        """
        i = phrase.last + 1
        while i < len(words) and words.previous(i):
            if i in names:
                return True
            if (
                words.texts[i] in self.closed.conjunctions
                and i + 1 < len(words)
                and i == phrase.last + 1
            ):
                more = self.forward.read(words, i + 1)
                if more is None:
                    return False
                i = more.last + 1
            elif words.texts[i] in self.lexicon.honorifics.words:
                i += 1
            else:
                return False
        return False

    def past_owner(self, words: Words, i: int) -> int:
        """Return the word behind the possessive of the name at ``i``; ``i`` if it has none."""
        for k in range(i, min(i + 4, len(words) - 1)):
            if words.gap(k) in self.phrases.possessive:
                return k + 1
            if words.gap(k) not in SPACES or not words.capital(k + 1):
                break
        return i

    def reduced(self, words: Words, phrase: Phrase) -> bool:
        """Tell whether a participle or adverb follows: "an economist known also abroad"."""
        after = words.texts[phrase.last + 1] if phrase.last + 1 < len(words) else ""
        if after in self.closed.genitive and words.texts[phrase.last + 2 : phrase.last + 3]:
            # "a welder of 23"
            return words.texts[phrase.last + 2].isdigit()
        return words.gap(phrase.last) in SPACES and (
            after.endswith(self.closed.participle_endings) or after in self.wording.loose
        )

    @staticmethod
    def past_acronym(words: Words, last: int) -> int:
        """Return the word in brackets behind a role: "deputy for the Democratic Party | (HDP)"."""
        glossed = last + 1 < len(words) and bracketed(words, last + 1)
        return last + 1 if glossed and words.texts[last + 1].isupper() else last

    @staticmethod
    def past_brackets(text: str, position: int) -> int:
        """Return where the text goes on after " (247 thousand subscribers)"."""
        bracket = re.compile(r" \([^()\n]{0,80}\)").match(text, position)
        return bracket.end() if bracket else position
