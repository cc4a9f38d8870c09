"""What kind of thing a span of several words names, given what the model takes it for."""

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.names.name import Kind
from custody_records.annotate.names.words import Words
from custody_records.annotate.naming.votes import Votes
from custody_records.annotate.organizations.rules import SubjectFile
from custody_records.annotate.people.runs import NameRuns


class Judge:
    """Judges spans of two words and more."""

    def __init__(self, lexicon: NameLexicon, runs: NameRuns, subjects: SubjectFile) -> None:
        self.lexicon = lexicon
        self.runs = runs
        self.heads = lexicon.lexicon.nouns.head_words()
        self.subjects = subjects.subjects
        self.held_in = subjects.of_prison
        self.never = subjects.never | lexicon.words.phrases

    def kind(self, words: Words, first: int, last: int, kind: Kind, votes: Votes) -> Kind | None:
        """Return the kind of the span, None if it is no name."""
        parts = words.texts[first : last + 1]
        if self.nothing(words, first, last, parts):
            return None
        if kind == "person" and not self.of_prison(parts):
            return self.of_person(words, first, last)
        if kind == "organization" and self.of_office(words, first, last):
            return None
        if self.of_prison(parts):
            return "facility"
        low = [part.lower() for part in parts]
        head = self.head(low)
        if head in self.lexicon.things or low[0] in self.lexicon.titles.offices:
            # "Minister of Internal Affairs", "Commissioner for Human Rights": office-holders.
            return None if head not in self.lexicon.lands else "place"
        if head in self.lexicon.lands:
            return "place"
        if low[-1] in self.lexicon.buildings:
            return "facility"
        if self.like_person(words, first, last, kind):
            return "person"
        if kind == "place" and parts[-1] in self.heads:
            return "organization"
        return votes.majority(" ".join(parts), kind)

    def nothing(self, words: Words, first: int, last: int, parts: list[str]) -> bool:
        """Tell whether a span is adjectives, days, or a phrase that names nothing."""
        adjectives = all(
            p in self.lexicon.demonyms or p.lower() in self.lexicon.closed.calendar for p in parts
        )
        return (
            adjectives
            or " ".join(parts) in self.never
            or not any(words.capital(i) for i in range(first, last + 1))
        )

    def of_prison(self, parts: list[str]) -> bool:
        """Tell whether a span names where people are held: "Mesa Processing Center".

        A prison's noun may stand in front: "U.S. Penitentiary Marlow".
        """
        if self.held_in(*parts[-2:]):
            return True
        prisons = self.lexicon.lexicon.nouns.denotes
        inner = (part for part in parts[:-1] if part not in self.subjects)
        return parts[-1] not in self.heads and any(prisons(p.lower(), "prison") for p in inner)

    def of_person(self, words: Words, first: int, last: int) -> Kind | None:
        """Judge what the model takes for a person."""
        parts = words.texts[first : last + 1]
        given = parts[0] in self.lexicon.given
        low = parts[-1].lower()
        if any(p in self.heads for p in parts) and not given:
            return "organization" if parts[-1] in self.heads else None
        if self.lexicon.lexicon.nouns.denotes(low, "settlement"):
            return "place" if first < last else None
        if low in self.lexicon.buildings and not given:
            return "facility"
        if low in self.lexicon.lands and not given:
            return "place"
        if low in self.lexicon.titles.beside.spoiling and last > first + 1:
            return None  # "Simon Bolivar Street"
        if not given and words.before(first) in self.lexicon.closed.definite:
            # "the Kenya Kwanza", "the Libertadores Cup": people have no article
            return None
        named = all(
            words.capital(i) or words.texts[i] in self.lexicon.particles
            for i in range(first, last + 1)
        )
        return "person" if named and not any(c.isdigit() for p in parts for c in p) else None

    def like_person(self, words: Words, first: int, last: int, kind: Kind) -> bool:
        """Tell whether what the model takes for a body or a place has the form of a person.

        "Phumzile Mlambo-Ngcuka": two halves of a double name; "Gough Whitlam": a family name
        after a word that is no place, adjective or known word of a body.
        """
        if self.runs.end(words, first) != last:
            return False
        given, family = words.texts[first], words.texts[last]
        surname = self.lexicon.looks_like_surname(family)
        if kind == "place":
            return given in self.lexicon.given and surname
        halves = family.split("-")
        double = len(halves) == 2 and all(half[:1].isupper() and len(half) > 2 for half in halves)
        return surname or double or family in self.lexicon.family

    def of_office(self, words: Words, first: int, last: int) -> bool:
        """Tell whether a span is of somebody's office and no body by itself.

        "Internal Affairs" of "Minister of Internal Affairs", "Kyaddondo East" before "MP", "Public
        Relations" before "Officer", "Additional Standing Counsel".
        """
        parts = words.texts[first : last + 1]
        begun = first
        while begun > 2 and (
            words.texts[begun - 1] in self.lexicon.closed.conjunctions
            or words.texts[begun - 1] in self.subjects
        ):
            # "Minister of Home Affairs and | Internal Security"
            begun -= 1
        ministers = (
            begun > 1
            and words.texts[begun - 1] in self.lexicon.closed.belonging
            and words.texts[begun - 2].lower() in self.lexicon.titles.offices
            and all(
                part in self.subjects or part in self.lexicon.closed.conjunctions for part in parts
            )
        )
        qualifies = self.before_title(words, last) and all(
            p.lower() in self.lexicon.titles.modifiers
            or p in self.subjects
            or p in self.lexicon.countries
            or p in self.lexicon.demonyms
            for p in parts
        )
        title = self.lexicon.is_title(parts[-1]) and not (
            parts[-1] in self.heads or parts[-1] in self.subjects
        )
        return ministers or qualifies or title

    def before_title(self, words: Words, i: int) -> bool:
        """Tell whether a title follows: "Interior" of "Interior Minister Turgumbaev"."""
        return i + 1 < len(words) and self.lexicon.is_title(words.texts[i + 1])

    def head(self, low: list[str]) -> str:
        """Return the last word before the first preposition ("convention" of "Convention on")."""
        for i, word in enumerate(low):
            if i and word in self.lexicon.words.behind_heads:
                return low[i - 1]
        return low[-1]
