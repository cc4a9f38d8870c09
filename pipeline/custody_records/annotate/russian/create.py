"""Make our Russian components; ``annotate/factories.py`` has the table of them."""

from functools import lru_cache
from pathlib import Path

from spacy.language import Language

from custody_records.annotate.attributions.schema import load_layout
from custody_records.annotate.attributions.signed import Signed
from custody_records.annotate.numbers import NumberReader
from custody_records.annotate.russian import participant_words
from custody_records.annotate.russian.attributions import words as saying
from custody_records.annotate.russian.attributions.carried import Carried
from custody_records.annotate.russian.attributions.component import RussianAttributions
from custody_records.annotate.russian.engine.lemmas import Morphology, PymorphyLemmas
from custody_records.annotate.russian.events.component import RussianEvents
from custody_records.annotate.russian.facility_names import FacilityNames
from custody_records.annotate.russian.facility_places import FacilityPlaces
from custody_records.annotate.russian.facility_words import FacilityPlaceWords
from custody_records.annotate.russian.figures import words as figure_words
from custody_records.annotate.russian.figures.component import RussianFigures
from custody_records.annotate.russian.morphology import paradigms
from custody_records.annotate.russian.morphology.persons import PersonNames
from custody_records.annotate.russian.morphology.phrases import Nominatives
from custody_records.annotate.russian.names import words
from custody_records.annotate.russian.names.bodies import BodyFinder
from custody_records.annotate.russian.names.component import RussianNames
from custody_records.annotate.russian.names.known import KnownBodies
from custody_records.annotate.russian.names.model import ModelNames
from custody_records.annotate.russian.names.placenames import PlaceFinder
from custody_records.annotate.russian.names.quoted import QuotedFinder
from custody_records.annotate.russian.names.spread import Spread
from custody_records.annotate.russian.organizations import RussianOrganizations
from custody_records.annotate.russian.people import RussianPeople
from custody_records.annotate.russian.places.component import RussianPlaces
from custody_records.annotate.russian.places.gazetteer import RussianGazetteer
from custody_records.annotate.russian.places.nominative import PlaceNames
from custody_records.annotate.russian.roles import RoleReader
from custody_records.annotate.russian.substantives import Substantives
from custody_records.rulebook import read

_PIPELINES = 2  # whose readers of names are held


def _morphology(nlp: Language) -> Morphology:
    """Return the pipeline's dictionary."""
    for _, component in nlp.pipeline:
        if isinstance(component, PymorphyLemmas):
            return component.morphology
    return Morphology()


# Several components read the same names: what one has worked out the others find.
@lru_cache(_PIPELINES)
def _place_names(morphology: Morphology, rules: Path) -> PlaceNames:
    regions = words.load(rules).places.regions
    return PlaceNames(morphology, paradigms.load(rules), RussianGazetteer.of(rules), regions)


@lru_cache(_PIPELINES)
def _person_names(morphology: Morphology, rules: Path) -> PersonNames:
    return PersonNames(morphology, paradigms.load(rules))


def substantives(nlp: Language, folder: Path) -> Substantives:
    """Create the component that makes nouns of participles which stand for people."""
    return Substantives(words.load(folder).people)


def facility_names(nlp: Language, folder: Path) -> FacilityNames:
    """Create the component that reads the official names of facilities."""
    lists = read(folder / "facilities" / "ru.yaml", FacilityPlaceWords)
    return FacilityNames(lists, Nominatives(_morphology(nlp)))


def facility_places(nlp: Language, folder: Path) -> FacilityPlaces:
    """Create the component that reads where a text places its facilities."""
    return FacilityPlaces(folder, _morphology(nlp))


def names(nlp: Language, folder: Path) -> RussianNames:
    """Create the component that decides what kind of thing a name names."""
    lists = words.load(folder)
    morphology = _morphology(nlp)
    people, places = _person_names(morphology, folder), _place_names(morphology, folder)
    verbs = frozenset(w for c in saying.load(folder).cues if c.kind == "verb" for w in c.lemmas)
    finders = (
        ModelNames(lists, people).find,
        BodyFinder(lists.organizations).find,
        KnownBodies(lists.organizations.known, morphology).find,
        QuotedFinder(lists.organizations, verbs).find,
        PlaceFinder(lists.places, RussianGazetteer.of(folder), places).find,
    )
    return RussianNames(finders, Spread(people, places))


def people(nlp: Language, folder: Path) -> RussianPeople:
    """Create the component that reads people."""
    morphology = _morphology(nlp)
    roles = RoleReader(words.load(folder).people, Nominatives(morphology))
    return RussianPeople(_person_names(morphology, folder), roles)


def organizations(nlp: Language, folder: Path) -> RussianOrganizations:
    """Create the component that reads organizations."""
    lists, morphology = words.load(folder), _morphology(nlp)
    return RussianOrganizations(
        lists,
        Nominatives(morphology),
        RussianGazetteer.of(folder),
        _place_names(morphology, folder),
        KnownBodies(
            lists.organizations.known
            | {name[:1].upper() + name[1:] for name in lists.organizations.known_quoted},
            morphology,
        ),
    )


def places(nlp: Language, folder: Path) -> RussianPlaces:
    """Create the component that reads places."""
    regions = words.load(folder).places.regions
    places = _place_names(_morphology(nlp), folder)
    return RussianPlaces(places, RussianGazetteer.of(folder), regions)


def figures(nlp: Language, folder: Path) -> RussianFigures:
    """Create the component that reads counted things."""
    people = words.load(folder).people
    return RussianFigures(
        NumberReader.load(folder, "ru"), figure_words.load(folder), people.roles | people.no_roles
    )


def attributions(nlp: Language, folder: Path) -> RussianAttributions:
    """Create the component that reads who says what."""
    people = words.load(folder).people
    carried = Carried(Signed(load_layout(folder)))
    return RussianAttributions(saying.load(folder), participant_words.load(folder), people, carried)


def events(nlp: Language, folder: Path) -> RussianEvents:
    """Create the component that reads events."""
    people = words.load(folder).people
    return RussianEvents(nlp.vocab, folder, participant_words.load(folder), people)
