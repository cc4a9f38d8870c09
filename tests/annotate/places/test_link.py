import pytest

from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.places.link import Linker
from custody_records.rulebook import rules_dir

LINKER = Linker(PlaceGazetteer(rules_dir()))

# Name, country of the article, countries it names, id, rule.
LINKED = [
    ("Kazakhstan", "KZ", [], "geonames:1522867", "place.link.country"),
    ("Qaraghandy", "KZ", [], "geonames:609655", "place.link.home"),
    ("Karaganda", "KZ", [], "geonames:609655", "place.link.home"),
    ("Qaraghandy region", "KZ", [], "iso-3166-2:KZ-35", "place.link.home"),
    ("Almaty Province", "KZ", [], "iso-3166-2:KZ-19", "place.link.home"),
    # Two towns of one name: the article's country decides, or those it names.
    ("Pokrov", "RU", [], "geonames:507599", "place.link.home"),
    ("Pokrov", None, ["UA"], "geonames:698436", "place.link.named"),
    ("Pokrov", None, [], None, "place.link.elsewhere"),
    # One place so much larger that others would be told apart.
    ("Paris", "KZ", [], "geonames:2988507", "place.link.dominant.largest"),
    # A state at home, a country elsewhere.
    ("Georgia", "US", [], "iso-3166-2:US-GA", "place.link.home"),
    ("Georgia", "GE", [], "geonames:614540", "place.link.country"),
    # The gazetteer does not know every village, and never guesses.
    ("Granitny", "KZ", [], None, "place.link.unknown"),
]


@pytest.mark.parametrize(("name", "home", "named", "id_", "rule"), LINKED)
def test_a_name_is_linked_by_a_stated_rule_or_left_open(
    name: str, home: str | None, named: list[str], id_: str | None, rule: str
) -> None:
    known, choice = LINKER.link(name, home, named)
    assert (known and f"{known.authority}:{known.id}", choice) == (id_, rule)


@pytest.mark.parametrize(
    "spellings",
    [
        ("Qaraghandy", "Karaganda", "Karagandy"),
        ("Oskemen", "Ust-Kamenogorsk", "Öskemen"),
        ("Aqtobe", "Aktobe", "Aktyubinsk"),
        ("Nur-Sultan", "Astana"),
        ("Oral", "Uralsk"),
        ("Qyzylorda", "Kyzylorda"),
        ("Mahiliou", "Mogilev"),
        ("Kyiv", "Kiev"),
    ],
)
def test_spellings_of_one_place_reach_it(spellings: tuple[str, ...]) -> None:
    countries = ["KZ", "BY", "UA"]
    ids = {getattr(LINKER.link(name, None, countries)[0], "id", None) for name in spellings}
    assert len(ids) == 1
    assert None not in ids
