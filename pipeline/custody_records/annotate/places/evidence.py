"""What one doc tells about the names in it: surnames, neighbours, free capitalised spans."""

from collections.abc import Iterator
from functools import cached_property

from spacy.tokens import Doc

from custody_records.annotate.names.lexicon import NameLexicon
from custody_records.annotate.places.capitalised import Word, capitalised, trim, word_after
from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.places.rules import Contexts
from custody_records.annotate.text import entities_of, text_of
from custody_records.contract.fold import place_key, plain, without_possessive

_LONGEST = 4
_MOST_RUN_ON = 5
_ABBREVIATED = 3
_TOWN_WORDS = 2
# What the model calls unknown towns.
_ODD = frozenset(["DATE", "NORP", "PRODUCT", "CARDINAL", "TIME", "QUANTITY"])
# Inhabitants from which a city may be half of a pair.
_PAIRED = 300_000


class Evidence:
    """Questions about the names of one doc."""

    def __init__(
        self, doc: Doc, gazetteer: PlaceGazetteer, contexts: Contexts, lexicon: NameLexicon
    ) -> None:
        self.text = text_of(doc)
        self.country: str | None = doc._.country
        self._model = entities_of(doc)
        self._gazetteer = gazetteer
        self._contexts = contexts
        self._patterns = contexts.patterns
        self._lexicon = lexicon
        self._none: dict[str, bool] = {}

    @cached_property
    def countries(self) -> frozenset[str]:
        """The country that the text is about and those that it names (ISO codes)."""
        spoken = (self.text[start:end] for start, end in self.wide_names)
        named = {k.country for name in spoken for k in self._gazetteer.wide(name)}
        return frozenset(c for c in (*named, self.country) if c)

    @cached_property
    def words(self) -> list[Word]:
        """The capitalised words of the text."""
        return capitalised(self.text)

    @cached_property
    def _surnames(self) -> frozenset[str]:
        names = [name.split() for name in self._entities("PERSON")]
        surnames = {place_key(without_possessive(name[-1])) for name in names if name[1:]}
        after_title = (
            place_key(word.text)
            for word, before in zip(self.words[1:], self.words, strict=False)
            if before.text.casefold() in self._contexts.titles and word.start == before.end + 1
        )
        return frozenset(surnames.union(after_title))

    def is_surname(self, name: str) -> bool:
        """Tell whether a name is the surname of a person of the text."""
        return place_key(name) in self._surnames

    @cached_property
    def _otherwise(self) -> frozenset[str]:
        """The spans that the model takes for something other than a place somewhere."""
        return frozenset(map(place_key, self._entities("PERSON", "ORG", "NORP", "PRODUCT")))

    def _entities(self, *labels: str) -> Iterator[str]:
        """Yield the printed names of the model's entities of some kinds."""
        return (self.text[start:end] for start, end, label in self._model if label in labels)

    def is_doubtful(self, name: str) -> bool:
        """Tell whether the model takes a name for a person, a body or a people elsewhere."""
        return place_key(name) in self._otherwise

    def is_unread(self, start: int, end: int) -> bool:
        """Tell whether the model has no name there, or takes it for what a town may look like.

        In the headline a capital tells nothing, before a noun a name may be an adjective.
        """
        after = word_after(self.text, end)
        title = "\n" not in self.text[:start]
        if title or after[:1].isupper() or self._lexicon.lexicon.nouns.get(after):
            return False
        return not any(
            first < end and start < last and label not in _ODD for first, last, label in self._model
        )

    def speaks(self, end: int) -> bool:
        """Tell whether a verb of speech stands behind a name that ends at ``end``."""
        return word_after(self.text, end) in self._lexicon.closed.speech

    def is_common(self, name: str) -> bool:
        """Tell whether a capitalised span of one or two words is of common words, or longer."""
        parts = name.split()
        nouns = self._lexicon.lexicon.nouns
        return len(parts) > _TOWN_WORDS or any(
            len(part) <= _ABBREVIATED
            or part.isupper()
            or not part.isalpha()
            or nouns.get(part.lower())
            or part.lower() in self._lexicon.things
            or part in self._lexicon.given
            or part in self._lexicon.demonyms
            for part in parts
        )

    def is_given(self, name: str) -> bool:
        """Tell whether a name is one word that people are called by: "Maria", "Murad"."""
        return name in self._lexicon.given

    def is_people(self, name: str) -> bool:
        """Tell whether a name is that of a people or its tongue: "Cebuano"."""
        return name in self._lexicon.demonyms

    def before_people(self, end: int) -> bool:
        """Tell whether several people follow a name that ends there: "Amhara inmates"."""
        return self._lexicon.lexicon.nouns.are_people(word_after(self.text, end))

    def is_none(self, name: str) -> bool:
        """Tell whether a name is an adjective, or has words that make it no place's."""
        if name not in self._none:  # it is asked of the same names again and again
            self._none[name] = self._is_none(name)
        return self._none[name]

    def _is_none(self, name: str) -> bool:
        if self._gazetteer.wide(name):
            # "Told Us"; "a SWAT team"
            return (len(name) < _ABBREVIATED and not name.isupper()) or self._is_acronym(name)
        parts = [part.casefold() for part in plain(name).split()]
        if not parts:
            return True
        whole = parts[0] if len(parts) == 1 else ""
        if self._lexicon.is_compound(parts[0]):
            return True  # "English-speaking regions"
        if parts[-1] in self._contexts.realms or (
            parts[0] in self._contexts.realms and whole == ""
        ):
            return False
        if (
            whole in self._contexts.never
            or whole in self._contexts.compass
            or place_key(name) in self._gazetteer.adjectives
        ):
            return True
        if any(part in self._contexts.parts_of_others for part in parts):
            return True
        first = (
            parts[0] in self._contexts.never or place_key(parts[0]) in self._gazetteer.adjectives
        )
        land = self._patterns.compass.match(name)  # "Western Visayas"
        return first and not land and not self._gazetteer.find(name)

    def _is_acronym(self, name: str) -> bool:
        """Tell whether a name is an acronym of no place: "SWAT", which is a valley, too."""
        return name.isupper() and name in self._lexicon.words.other_acronyms

    def is_realm(self, name: str) -> bool:
        """Tell whether a name of several words is a state's or a sea's by its generic word."""
        parts = name.casefold().split()
        return len(parts) > 1 and bool({parts[0], parts[-1]} & self._contexts.realms)

    def with_first_half(self, start: int, end: int) -> int:
        """Return the start of a known name cut at its "and": "Sistan and Baluchestan"."""
        before = self._patterns.first_half.search(self.text[max(0, start - 40) : start])
        if before is None:
            return start
        whole = max(0, start - 40) + before.start(1)
        known = self._gazetteer.wide(self.text[whole:end].rpartition(" ")[0])
        return whole if known else start

    def in_case_title(self, start: int, end: int) -> bool:
        """Tell whether a name is a party in a case's title: "Hartley v. the United Kingdom"."""
        return bool(
            self._patterns.versus_after.match(self.text, end)
            or self._patterns.versus_before.search(self.text[max(0, start - 12) : start])
        )

    def without_lead(self, start: int, end: int) -> tuple[int, int]:
        """Drop capitalised words in front that belong to no name: "In Kostanay region"."""
        while start < end:
            word, _, rest = self.text[start:end].partition(" ")
            if not rest or word.casefold() not in self._contexts.breakers:
                break
            start += len(word) + 1
        rest = self.text[start:end]
        return (start, start) if rest.casefold() in self._contexts.breakers else (start, end)

    def beside_known(self, start: int, end: int) -> bool:
        """Tell whether a name stands in a list of places, or before the place it lies in."""
        following = self._patterns.followed_by.match(self.text, end)
        if following and following.end() in self._place_starts:
            return True
        reach = max(0, start - 8)
        before = self._patterns.preceded_by.search(self.text[reach:start])
        return before is not None and reach + before.start() in self._place_ends

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """The model's places and the countries and areas of the text."""
        model = [
            trim(self.text, start, end)
            for start, end, label in self._model
            if label in {"GPE", "LOC"} and not self.is_none(self.text[start:end])
        ]
        return [*model, *self.wide_names]

    @cached_property
    def _place_starts(self) -> frozenset[int]:
        return frozenset(start for start, _ in self._places)

    @cached_property
    def _place_ends(self) -> frozenset[int]:
        return frozenset(end for _, end in self._places)

    @cached_property
    def wide_names(self) -> list[tuple[int, int]]:
        """The countries and areas that stand by themselves, the longest of each place."""
        return list(self._wide_names())

    def _wide_names(self) -> Iterator[tuple[int, int]]:
        reached = 0
        words = self.words
        for index, word in enumerate(words):
            if word.start < reached or word.text.casefold() not in self._gazetteer.first_words:
                continue
            if len(word.text) <= _ABBREVIATED and not word.text.isupper():
                continue  # "Told Us"
            for last in reversed(self._run(index)):
                start, end = word.start, words[last].end
                name = self.text[start:end]
                if self._gazetteer.wide(name):
                    if (
                        not self._is_acronym(name)
                        and not (self.is_people(name) and self.before_people(end))
                        and self._alone(index, last)
                        and not self.in_case_title(start, end)
                    ):
                        yield start, end
                    reached = end
                    break

    def _run(self, index: int) -> list[int]:
        """Return the indices of the words that may continue a name begun at ``index``."""
        run = [index]
        for last in range(index + 1, min(index + _LONGEST, len(self.words))):
            if (
                self.text[self.words[last - 1].end : self.words[last].start]
                not in self._contexts.joints
            ):
                break
            run.append(last)
        return run

    def _alone(self, first: int, last: int) -> bool:
        """Tell whether no capitalised word stands beside the name as a part of a longer one."""
        words, text = self.words, self.text
        if first:
            gap = text[words[first - 1].end : words[first].start]
            before = words[first - 1].text.casefold()
            if gap == " " and before not in self._contexts.breakers:
                return False
        return not (self.of_body(words[first].start) or self.before_kind(words[last].end))

    def of_body(self, start: int) -> bool:
        """Tell whether a name ends a body's: "House of Commons of Canada", "Bank of Georgia"."""
        found = self._patterns.of_body.search(self.text[max(0, start - 60) : start])
        if not found:
            return False
        head = found[1].casefold()
        sentence_start = (
            not self.text[: max(0, start - 60) + found.start()].rstrip(' "“(')[-1:].isalpha()
        )
        opens = sentence_start and head not in self._contexts.parts_of_others
        return (
            head not in self._contexts.titles and head not in self._contexts.breakers and not opens
        )

    def of_money(self, end: int) -> bool:
        """Tell whether a name that ends there tells a money: "Singapore dollars", "US$"."""
        sign = self.text[end : end + 2].lstrip(" ").startswith("$")
        return sign or word_after(self.text, end).casefold() in self._contexts.money

    def before_kind(self, end: int) -> bool:
        """Tell whether a name is the beginning of another: "Congo Crisis", "US$ 5 billion"."""
        if word_after(self.text, end) in self._contexts.not_here or self.of_money(end):
            return True
        for _ in range(_MOST_RUN_ON):
            found = self._patterns.run_on.match(self.text, end)
            if not found:
                return False
            if found[1].casefold() in self._contexts.parts_of_others:
                return True
            end = found.end()
        return False

    @cached_property
    def free_spans(self) -> list[tuple[int, int]]:
        """The longest runs of capitalised words joined by blanks, without breakers."""
        return list(self._free_spans())

    def _free_spans(self) -> Iterator[tuple[int, int]]:
        words, text = self.words, self.text
        index = 0
        while index < len(words):
            if words[index].text.casefold() in self._contexts.breakers:
                index += 1
                continue
            last = index
            while (
                last + 1 < len(words)
                and text[words[last].end : words[last + 1].start] == " "
                and words[last + 1].text.casefold() not in self._contexts.breakers
            ):
                last += 1
            yield words[index].start, words[last].end
            index = last + 1

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the known halves of pairs: "the Argentina-Chile border", "London-Bangkok"."""
        for word in self.words:
            halves = word.text.split("-")
            if len(halves) != 2 or self._gazetteer.find(word.text):
                continue
            if all(half[:1].isupper() and self._well_known(half) for half in halves):
                middle = word.start + len(halves[0])
                yield word.start, middle
                yield middle + 1, word.end

    def _well_known(self, name: str) -> bool:
        return any(
            k.kind == "country" or k.population >= _PAIRED for k in self._gazetteer.find(name)
        )

    def titled_names(self) -> Iterator[tuple[int, int]]:
        """Yield the settlements at home whose name opens with a title: "Bishop Auckland"."""
        for start, end in self.free_spans:
            first, _, rest = self.text[start:end].partition(" ")
            if rest and self._lexicon.is_title(first):
                known = self._gazetteer.settlements(self.text[start:end])
                if any(place.country == self.country for place in known):
                    yield start, end

    def joined_names(self) -> Iterator[tuple[int, int]]:
        """Yield known settlements whose name has small words: "Newcastle upon Tyne"."""
        for match in self._patterns.joined.finditer(self.text):
            if self._gazetteer.settlements(match[0]):
                yield match.span()

    def lists(self) -> Iterator[list[tuple[int, int]]]:
        """Yield runs of two and more names that commas and "and" join."""
        run: list[tuple[int, int]] = []
        for start, end in self.free_spans:
            if run and not self._patterns.between.fullmatch(self.text, run[-1][1], start):
                if len(run) > 1:
                    yield run
                run = []
            run.append((start, end))
        if len(run) > 1:
            yield run

    def is_place(self, start: int) -> bool:
        """Tell whether the model or the gazetteer's countries have a place at ``start``."""
        return start in self._place_starts
