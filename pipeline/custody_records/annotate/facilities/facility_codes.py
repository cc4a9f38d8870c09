"""Find the facilities of a text: codes, numbers and names, less what looks alike."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from spacy.tokens import Doc

from custody_records.annotate.country.digest import country_at
from custody_records.annotate.country.evidence import CountryCues
from custody_records.annotate.country.rules import load_countries
from custody_records.annotate.decisions import Decision, Outcome, note
from custody_records.annotate.facilities.context import Surroundings
from custody_records.annotate.facilities.family import FamilyCodes
from custody_records.annotate.facilities.gazetteer import FacilityGazetteer
from custody_records.annotate.facilities.joined import Joiner
from custody_records.annotate.facilities.lead import complete, kinds_told
from custody_records.annotate.facilities.linking import link
from custody_records.annotate.facilities.lists import CodeLists
from custody_records.annotate.facilities.named_hit import NamedHit
from custody_records.annotate.facilities.names import NamedFacilities
from custody_records.annotate.facilities.number_hit import NumberHit
from custody_records.annotate.facilities.numbered import NumberedInstitutions
from custody_records.annotate.facilities.reading import FacilityReading
from custody_records.annotate.facilities.rules import FacilityRules
from custody_records.annotate.facilities.scenes import Scenes
from custody_records.annotate.facilities.short_names import ShortNames
from custody_records.annotate.facilities.words import FacilityNoun, FacilityNouns, PrisonWords
from custody_records.annotate.lexicon.lexicon import ENGLISH
from custody_records.annotate.lookalikes import LookAlikes
from custody_records.annotate.overlaps import Candidate, Rank, resolve
from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.places.link import Linker
from custody_records.annotate.readings import in_tokens, write
from custody_records.annotate.text import text_of
from custody_records.contract.values import FacilityKind


class FacilityCodes:
    """Writes ``doc.spans["facilities"]``, each span with ``span._.facility``."""

    def __init__(self, rules: Path) -> None:
        loaded = FacilityRules(rules)
        self.gazetteer = FacilityGazetteer(loaded.gazetteer, loaded.endings)
        self.lexicon = CountryCues(load_countries(rules))
        self._colony_countries = loaded.words.colony_countries
        self._typed_numbers = loaded.words.typed_numbers
        self._rules = loaded
        self._joiner = Joiner(loaded.joins)
        self._words = PrisonWords(loaded.words, loaded.lists)
        self._families = FamilyCodes(loaded)
        self._lists = CodeLists(loaded.lists)
        self._numbered = NumberedInstitutions(loaded)
        self._gazetted = PlaceGazetteer.of(rules)
        self._places = Linker(self._gazetted)
        self._names = NamedFacilities(loaded, self.gazetteer, self.lexicon, self._gazetted)
        self._name_words = loaded.names.words
        self._lookalikes = LookAlikes(loaded.lookalikes)
        self._scenes = Scenes(
            loaded.surroundings, self._gazetted, self.lexicon, ShortNames.read(rules)
        )

    def __call__(self, doc: Doc) -> Doc:
        """Find facilities; tell in the decision log what was claimed, refused or lost."""
        text = text_of(doc)
        nouns = self._words.find(text)
        surroundings = Surroundings(
            text, nouns, self.lexicon, self._rules, self._gazetted, partial(country_at, doc)
        )
        candidates = list(self._lookalikes.candidates(text))
        for reading, refused in self._proposed(doc, text, nouns, surroundings):
            if refused:
                note(doc, _decision(reading.rule, reading.start, reading.end, "refused", refused))
            else:
                candidates.append(
                    Candidate(reading.start, reading.end, reading.rule, Rank.RULE, 0, reading)
                )
        kept, lost = resolve(candidates)
        for loser, winner in lost:
            if loser.rank is not Rank.CLAIM:
                note(doc, _decision(loser.rule, loser.start, loser.end, "lost", winner.rule))
        readings = []
        for candidate in kept:
            claimed = candidate.rank is Rank.CLAIM
            outcome: Outcome = "claimed" if claimed else "kept"
            note(doc, _decision(candidate.rule, candidate.start, candidate.end, outcome))
            if not claimed:
                readings.append(candidate.reading)
        readings = complete(text, self._joiner.join(text, readings), nouns, surroundings)
        readings = self._scenes.placed(text, readings, surroundings, doc._.country)
        readings = [replace(reading, region=self._is_region(reading.place)) for reading in readings]
        year = doc._.published.year if doc._.published else None
        linked = link(readings, self.gazetteer, year)
        linked = kinds_told(linked, nouns, partial(self._known_kind, doc.lang_))
        write(doc, "facility", sorted(in_tokens(doc, linked)), single=True)
        return doc

    def _proposed(
        self, doc: Doc, text: str, nouns: FacilityNouns, surroundings: Surroundings
    ) -> Iterator[tuple[FacilityReading, str | None]]:
        """Yield every reading that some rule proposes, with why it is refused, if it is."""
        country: str | None = doc._.country
        ends = []
        last: FacilityReading | None = None
        for code in self._families.find(text, nouns, country):
            listed = [code, *self._lists.after(text, code, nouns)]
            ends.append(listed[-1].end)
            readings = [
                self._with_context(
                    FacilityReading(h.start, h.end, h.rule, code=h.code, country=h.country),
                    surroundings,
                )
                for h in listed
            ]
            shared = _shared(readings)
            if last and self._lists.join(text, last.end, shared[0].start):
                shared = [_like(reading, last) for reading in shared]
            last = shared[-1]
            for hit, reading in zip(listed, shared, strict=True):
                yield reading, hit.refused
        for numbered in self._numbered.find(text, nouns, country):
            ends.append(numbered.end)
            here = country_at(doc, numbered.start)
            yield self._of_number(numbered, surroundings, here), numbered.refused
        for named in self._names.find(text, nouns, sorted(ends), partial(country_at, doc)):
            yield self._of_name(named, surroundings, country_at(doc, named.start)), named.refused

    def _with_context(
        self, reading: FacilityReading, surroundings: Surroundings
    ) -> FacilityReading:
        said = surroundings.of(reading.start, reading.end)
        kind, generic = reading.kind, reading.generic
        closer = said.noun and said.noun.kind in _CLOSER and kind in _WIDE
        if said.noun and (kind is None or generic or closer):
            kind, generic = self._kind(said.noun, reading.country), said.noun.generic
        return replace(reading, kind=kind, generic=generic, place=said.place)

    def _of_number(
        self, hit: NumberHit, surroundings: Surroundings, country: str | None
    ) -> FacilityReading:
        reading = self._with_context(
            FacilityReading(
                start=hit.start,
                end=hit.end,
                rule=hit.rule,
                kind=hit.kind,
                country=country,
                generic=hit.generic,
                numbered=hit.of_noun,
            ),
            surroundings,
        )
        told = hit.country or self._country_of(reading.place, country) or country
        # "Prison No. 4" is one by its number, whatever "prison" means elsewhere
        generic = reading.generic and not (hit.typed and told in self._typed_numbers)
        code = hit.code(told, self._typed_numbers)
        return replace(reading, country=told, code=code, generic=generic)

    def _of_name(
        self, hit: NamedHit, surroundings: Surroundings, country: str | None
    ) -> FacilityReading:
        noun = hit.noun
        said = surroundings.of(hit.start, hit.end, noun)
        told = said.noun
        place = said.place or (surroundings.place_of(noun, hit.name) if noun else None)
        _, _, town = hit.name.partition(", ")  # "Medium Security Custodial Centre, Kuje"
        place = place or (town if self._gazetted.settlements(town) else None)
        leading = self._leading_place(hit.name, country)
        if noun and noun.entry.titled == "always":
            place = place or leading
        country = hit.country or self._country_of(place or leading, country) or country
        kind = self._kind(told, country) if told else self._kind_of_name(hit)
        if self._of_women(hit.name) and kind in (None, *_WIDE):
            kind = "womens_colony"
        if hit.known and hit.known.kind == "juvenile_colony" and kind:
            kind = hit.known.kind  # "Banksia Hill Detention Centre"
        return FacilityReading(
            start=hit.start,
            end=hit.end,
            rule=hit.rule,
            name=hit.name,
            kind=kind,
            generic=told.generic if told else True,
            place=place,
            country=country,
            known=hit.known.id if hit.known else None,
        )

    def _leading_place(self, name: str, country: str | None) -> str | None:
        """Return the well-known city of the story's country that a name begins with.

        It is the place of "Pavlodar Labour Camp"; of "Monrovia Central Prison" only the country.
        """
        cue = next(iter(self.lexicon.find(name)), None)
        if cue is None or cue.start or cue.kind != "cue" or country not in (None, cue.country):
            return None
        leading = name[: cue.end]
        return leading if cue.end < len(name) and self._gazetted.settlements(leading) else None

    def _kind(self, noun: FacilityNoun, country: str | None) -> FacilityKind | None:
        """Return a prison word's kind in a country."""
        if noun.kind != noun.entry.kind or noun.entry.elsewhere is None:
            return noun.kind
        return noun.kind if country in self._colony_countries else noun.entry.elsewhere

    def _kind_of_name(self, hit: NamedHit) -> FacilityKind | None:
        """Return what the name itself says that it is: HMP, FCI and SCI are prisons."""
        return "juvenile_colony" if self._name_words.young.regex.match(hit.name) else hit.kind

    def _of_women(self, name: str) -> bool:
        """Tell whether a name says that women are held: "Tutwiler Prison for Women"."""
        return self._name_words.womens.regex.search(name) is not None

    def _known_kind(self, language: str, reading: FacilityReading) -> FacilityKind | None:
        """Return the kind of the gazetteer's row, else what most codes of colonies mean.

        Of codes in Russian texts the words around each tell it: ``russian/facility_kinds.py``.
        """
        if not reading.name and language != ENGLISH:
            return None
        if reading.known:
            return self.gazetteer.by_id[reading.known].kind
        coded = reading.code and reading.country in self._colony_countries
        return "correctional_colony" if coded else None

    def _is_region(self, place: str | None) -> bool:
        """Tell whether a place can only be a region: "Alabama", not "Vladimir"."""
        known = self._gazetted.find(place) if place else ()
        return bool(known) and all(each.kind != "settlement" for each in known)

    def _country_of(self, place: str | None, home: str | None) -> str | None:
        """Return the country of a place: Taganrog is in Russia in a story on Ukraine, too."""
        if place is None:
            return None
        cues = {cue.country for cue in self.lexicon.find(place)}
        if len(cues) == 1:
            return cues.pop()
        known, _ = self._places.link(place, home, ())
        return known.country if known else None


# "Women's colony IK-2" says more of it than the letters do.
_WIDE = ("correctional_colony", "prison")
_CLOSER = ("womens_colony", "juvenile_colony", "medical", "colony_settlement")


def _like(reading: FacilityReading, before: FacilityReading) -> FacilityReading:
    """Give a code of a list the kind of the one before it: "colonies LA-155/8 and UK-161/2"."""
    if reading.kind is not None:
        return reading
    return replace(reading, kind=before.kind, generic=before.generic)


def _shared(readings: list[FacilityReading]) -> list[FacilityReading]:
    """Let the codes of one list share what is said of them together.

    "Kapshagai's LA-155/8, /12 and /14 colonies", "LA-155/8 and 155/14 near Almaty".
    """
    told = next((r for r in readings if r.kind), readings[0])
    places = {reading.place for reading in readings if reading.place}
    place = places.pop() if len(places) == 1 else None
    return [
        replace(
            reading,
            kind=reading.kind or told.kind,
            generic=reading.generic if reading.kind else told.generic,
            place=reading.place or place,
        )
        for reading in readings
    ]


def _decision(rule: str, start: int, end: int, outcome: Outcome, by: str | None = None) -> Decision:
    return Decision("facilities", rule, start, end, outcome, by)
