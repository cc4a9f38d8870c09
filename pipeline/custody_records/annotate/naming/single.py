"""What kind of thing a span of one word names, given what the model takes it for."""

from custody_records.annotate.lexicon.noun import Trait
from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.name import Kind
from custody_records.annotate.names.words import Words
from custody_records.annotate.naming.votes import Votes

# "Belgazprombank", "Privatbank"; "Burbank" and "Eubank" are shorter.
_BANK = 9
_FEWEST_BEFORE = 2  # words: a noun and "from"
# Who holds an office or a profession is often of a body: "a researcher from Memorial".
_OF_BODY: tuple[Trait, ...] = ("office", "profession")
# Words of a text that says what it names more than once.
SHORT_TEXT = 100


class SingleWords:
    """Judges spans of one word."""

    def __init__(self, lexicon: NameLexicon, subjects: frozenset[str]) -> None:
        self.lexicon = lexicon
        self.heads = lexicon.lexicon.nouns.head_words()
        self.subjects = subjects
        self.possessives = lexicon.closed.possessive_gaps
        lists = lexicon.words
        self.no_names = self.heads | lists.powers | lists.other_acronyms | lists.never
        self.no_names_in_lower_case = lexicon.closed.calendar | lexicon.things | lexicon.buildings

    def kind(self, words: Words, i: int, last: int, kind: Kind, votes: Votes) -> Kind | None:
        """Return the kind of word ``i``, None if it is no name."""
        word = words.texts[i]
        if self.common(words, i, kind) or self.described(words, i, kind):
            return None
        if word in self.lexicon.countries:
            return "place"
        if word.lower().endswith(self.lexicon.words.body_endings) and len(word) >= _BANK:
            return "organization"
        if kind != "place" and self.located(words, i, kind) and word not in words.after_capitals:
            return "place"
        if kind == "person" and word.isupper() and 2 <= len(word) <= 6:
            return "organization"
        if kind == "organization" and not word.isupper() and self.human(words, i):
            return "person"
        if kind == "person" and self.only_opens(words, i):
            return None
        if kind != "place" and self.before_building(words, i):
            return "facility"
        return votes.majority(word, kind)

    def common(self, words: Words, i: int, kind: Kind) -> bool:
        """Tell whether word ``i`` is no name: a common noun, a title, an adjective, a day."""
        word, low = words.texts[i], words.texts[i].lower()
        lexicon = self.lexicon
        # also "Prisons" of "Chief Inspector of Prisons"
        if word in self.no_names or low in self.no_names_in_lower_case or not words.capital(i):
            return True
        people = (
            word in lexicon.demonyms
            or lexicon.is_title(low)
            or lexicon.lexicon.nouns.are_people(low)
        )
        counted = words.before(i) in lexicon.titles.beside.articles  # "a Finn and a Karen"
        if people and (counted or word not in lexicon.given):
            return True
        amount = word[1:].isdigit() or ("." in word and word[-1].isdigit())
        numbered = not word.isalpha() and any(c.isdigit() for c in word)
        if numbered and (kind != "organization" or amount):
            # "P99 a month", "the N18", "GHS1.80"
            return True
        told = low in words.lower_case or low.endswith(lexicon.words.doctrine_endings)
        return lexicon.is_compound(word) or (kind != "place" and told)

    def described(self, words: Words, i: int, kind: Kind) -> bool:
        """Tell whether word ``i`` is an adjective before a noun, or a thing by its article."""
        after = words.next(i)
        if after in self.lexicon.words.ethnic_nouns:
            return True
        if kind == "person" and words.before(i) in self.lexicon.closed.definite:
            return words.texts[i] not in self.lexicon.given or after.islower()
        if kind == "organization" and self.of_minister(words, i):
            return True
        return (
            kind == "organization"
            and self.lexicon.is_title(after)
            and (words.texts[i] in self.subjects or words.texts[i].lower() in self.modifiers)
        )

    def of_minister(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` is what an office is for: "Minister for the Interior"."""
        k = i - 1
        if k > 1 and words.texts[k].lower() in self.lexicon.closed.definite:
            k -= 1
        return (
            k > 0
            and words.texts[i] in self.subjects
            and words.texts[k] in self.lexicon.closed.belonging
            and words.texts[k - 1].lower() in self.lexicon.titles.offices
        )

    @property
    def modifiers(self) -> frozenset[str]:
        """What may stand before a title as a part of a role."""
        return self.lexicon.titles.modifiers

    def located(self, words: Words, i: int, kind: Kind) -> bool:
        """Tell whether what stands before word ``i`` leads to a place: "in", "a rider from".

        "At" a name that is no place somebody aims ("a yard at Wau", but "shouted at Petrov"). Who
        is "from" what the model takes for a body may be of it ("a researcher from Memorial"), but
        not people without office or profession.
        """
        if self.inside(words, i):
            return True
        if i < _FEWEST_BEFORE or words.texts[i].isupper():
            return False
        before, owner = words.previous(i), words.texts[i - 2]
        known = words.texts[i] in self.lexicon.given or words.gap(i) in self.possessives
        if known or words.gap(i - 2) not in (" ", ", "):
            return False
        if before in self.lexicon.closed.origin:
            return self.hails(owner, kind)
        if before not in self.lexicon.words.at or not owner.islower():
            return False
        if kind == "organization":
            return self.lexicon.lexicon.nouns.denotes(owner, "building", "landform", "settlement")
        aimed = owner in self.lexicon.words.aiming or owner in self.lexicon.closed.function_words
        return not (aimed or self.lexicon.is_title(owner))

    def hails(self, owner: str, kind: Kind) -> bool:
        """Tell whether ``owner`` is a person's noun, beside a body one of no office."""
        nouns = self.lexicon.lexicon.nouns
        found = [e.noun for e in nouns.get(owner.lower()) if "person" in e.noun.denotes]
        if kind == "person":
            return bool(found)
        return any(noun.traits.isdisjoint(_OF_BODY) for noun in found)

    def inside(self, words: Words, i: int) -> bool:
        """Tell whether "in", "near" or the like stands right before word ``i``."""
        led = words.previous(i) in self.lexicon.words.place_prepositions
        return led and not words.texts[i].isupper()

    def human(self, words: Words, i: int) -> bool:
        """Tell whether a bare word is a person: by its ending, its verb, or as a given name."""
        word = words.texts[i]
        if self.lexicon.looks_like_surname(word) or self.acts(words, i):
            return True
        if i > 1 and words.previous(i) in self.lexicon.closed.genitive:
            return words.texts[i - 2] in self.lexicon.words.of_persons
        if words.before(i) in self.lexicon.words.determiners:
            return False
        speaks = words.next(i) in self.lexicon.closed.speech
        family = word in self.lexicon.family or word in self.lexicon.family_first
        return word in self.lexicon.given or (speaks and family)

    def only_opens(self, words: Words, i: int) -> bool:
        """Tell whether a capital is a sentence's alone: "Bleach was poured on the floor".

        The word stands once in a text of some length, and neither its form nor its verb is a
        person's.
        """
        if not words.opens(i) or self.human(words, i):
            return False
        return len(words) > SHORT_TEXT and words.counts[words.texts[i]] == 1

    def acts(self, words: Words, i: int) -> bool:
        """Tell whether what only people do follows a bare word: "Hawkins was re-elected"."""
        if words.before(i) in self.lexicon.words.determiners:
            return False
        for k in range(i + 1, min(i + 5, len(words))):
            if not words.previous(k):
                return False
            if words.texts[k] in self.lexicon.words.human_acts:
                return True
            between = words.texts[k] in self.lexicon.words.auxiliaries
            if not between and not words.texts[k].endswith(self.lexicon.closed.adverb_endings):
                return False
        return False

    def before_building(self, words: Words, i: int) -> bool:
        """Tell whether a building is named: "the Evin prison", "Alabama's Donaldson prison"."""
        definite = i > 0 and (
            words.texts[i - 1] in self.lexicon.closed.definite
            or words.gap(i - 1) in self.lexicon.closed.possessive_gaps
        )
        return definite and words.next(i) in self.lexicon.buildings
