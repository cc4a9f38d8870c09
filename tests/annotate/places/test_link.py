import pytest

from custody_records.annotate.places.gazetteer import PlaceGazetteer
from custody_records.annotate.places.link import Linker
from custody_records.rulebook import rules_dir

LINKER = Linker(PlaceGazetteer(rules_dir()))

# Name, country of the article, countries it names, id, rule.
LINKED = [
    pytest.param("Kazakhstan", "KZ", [], "geonames:1522867", "place.link.country", id="a country"),
    pytest.param(
        "Qaraghandy",
        "KZ",
        [],
        "geonames:609655",
        "place.link.home",
        id="a town of the article's country",
    ),
    pytest.param(
        "Karaganda", "KZ", [], "geonames:609655", "place.link.home", id="its other spelling"
    ),
    pytest.param(
        "Qaraghandy region", "KZ", [], "iso-3166-2:KZ-35", "place.link.home", id="its region"
    ),
    pytest.param(
        "Almaty Province", "KZ", [], "iso-3166-2:KZ-19", "place.link.home", id="its province"
    ),
    pytest.param(
        "Pokrov",
        "RU",
        [],
        "geonames:507599",
        "place.link.home",
        id="two towns of one name: the article's country decides, or those it names",
    ),
    pytest.param(
        "Pokrov",
        None,
        ["UA"],
        "geonames:698436",
        "place.link.named",
        id="a country that the article names",
    ),
    pytest.param("Pokrov", None, [], None, "place.link.elsewhere", id="no country tells which"),
    pytest.param(
        "Paris",
        "KZ",
        [],
        "geonames:2988507",
        "place.link.dominant.largest",
        id="much larger than its namesakes",
    ),
    pytest.param("Georgia", "US", [], "iso-3166-2:US-GA", "place.link.home", id="a state at home"),
    pytest.param(
        "Georgia", "GE", [], "geonames:614540", "place.link.country", id="a country elsewhere"
    ),
    pytest.param(
        "Granitny",
        "KZ",
        [],
        None,
        "place.link.unknown",
        id="the gazetteer does not know every village, and never guesses",
    ),
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
