"""Places without the model: forms, gazetteer, contexts; with it where it is mistaken."""

from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc, Span

import custody_records.annotate.factories  # noqa: F401 - registers
from tests.resolved import resolved

Read = Callable[..., Doc]


@pytest.fixture(scope="module")
def read() -> Read:
    nlp = spacy.blank("en")
    nlp.add_pipe("names")
    nlp.add_pipe("places")

    def run(text: str, country: str | None = None, **entities: str) -> Doc:
        """``entities`` are what the model would say: label of each name, blanks as "_"."""
        doc = nlp.make_doc(text)
        doc._.country = country
        spans = []
        for name, label in entities.items():
            start = text.index(name.replace("_", " "))
            span = doc.char_span(start, start + len(name), label=label, alignment_mode="expand")
            assert isinstance(span, Span)
            spans.append(span)
        doc.ents = spans  # type: ignore[assignment]
        for _, component in nlp.pipeline:
            doc = component(doc)
        return doc

    return run


def named(doc: Doc) -> list[str]:
    return [place.name for place in resolved(doc, "places")]


# Text, country, model's entities, places, why.
READ = [
    ("Kazakhstan's jails, in Uzbekistan.", None, {}, ["Kazakhstan", "Uzbekistan"], "countries"),
    ("He moved from Taraz to Semey.", "KZ", {}, ["Taraz", "Semey"], "towns at home after 'from'"),
    ("in Oral", "KZ", {"Oral": "PERSON"}, ["Oral"], "the model's person is a town after 'in'"),
    ("Kazakh jails", "KZ", {"Kazakh": "GPE"}, [], "an adjective is no place"),
    ("as Chavkina said", "KZ", {"Chavkina": "GPE"}, [], "who speaks is no unknown place"),
    ("Hartley v. Uzbekistan", None, {"Uzbekistan": "GPE"}, [], "a party of a case"),
    ("It cost US$ 5 billion.", None, {}, [], "a currency"),
    ("the Atlantic Ocean", None, {"Atlantic_Ocean": "LOC"}, ["Atlantic Ocean"], "no article 'A'"),
    ("in Foobar, Uzbekistan", None, {"Foobar": "GPE"}, ["Foobar", "Uzbekistan"], "context"),
    ("He saw Foobar fall.", None, {"Foobar": "GPE"}, [], "unknown, without context"),
    ("The U.S. and the United States agree.", None, {}, ["United States"], "two names of one"),
    ("UFA MPs met in Canada.", "RU", {"UFA": "ORG"}, ["Canada"], "an acronym is no town"),
    ("the village of Granitny. Granitny is small.", "KZ", {}, ["Granitny"], "a name once sure"),
    ("He fled to Taxila.", None, {"Taxila": "GPE"}, ["Taxila"], "'to' after a verb of motion"),
    ("Talks with Zubaydah led to Zubaydah.", None, {"Zubaydah": "GPE"}, [], "'to' after another"),
    ("in Newcastle upon Tyne", "GB", {"Tyne": "GPE"}, ["Newcastle upon Tyne"], "small words"),
    ("in Almaty, Taraz and Semey", None, {"Taraz": "PERSON"}, ["Almaty", "Taraz", "Semey"], "list"),
    ("between Gori and Rustavi", "GE", {}, ["Gori", "Rustavi"], "two towns at home"),
    ("Both Gori and Rustavi agree.", "GE", {}, [], "a pair that nothing leads to"),
    ("Lincoln, Jackson and Grant", "US", {}, [], "a list of presidents"),
    ("the House of Commons of Canada", None, {}, [], "the end of a body's name"),
    ("the Congo Crisis, Taiwan Strait", None, {}, ["Taiwan Strait"], "the beginning of a name"),
    ("Kyiv says so, Georgetown says not.", None, {}, ["Kyiv"], "a large capital"),
    ("Amhara guards fled to Amhara.", "ET", {"Amhara": "NORP"}, ["Amhara"], "people by a region"),
    ("the Sistan and Baluchestan Province", "IR", {}, ["Sistan and Baluchestan Province"], "and"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "country", "entities", "expected", "why"), READ, ids=[case[4] for case in READ]
)
def test_places_are_read(
    read: Read,
    text: str,
    country: str | None,
    entities: dict[str, str],
    expected: list[str],
    why: str,
) -> None:
    assert named(read(text, country, **entities)) == expected, why


def test_a_link_says_which_rule_chose_it(read: Read) -> None:
    [place] = resolved(read("in Zhezqazghan", "KZ"), "places")
    assert place.link is not None
    assert (place.link.authority, place.link.id) == ("geonames", "1516589")
    assert [(p.by, p.id, p.base) for p in place.provenance][-1] == (
        "gazetteer",
        "place.link.home",
        "KZ",
    )


def test_the_gazetteer_is_named_where_it_made_an_entry(read: Read) -> None:
    [place] = resolved(read("in Uzbekistan"), "places")
    assert {p.by for p in place.provenance} == {"gazetteer"}


def test_an_entry_is_not_named_in_the_capitals_of_its_dateline(read: Read) -> None:
    [place, _] = resolved(
        read("ARSHALY, Kazakhstan -- People wait.\nThey are in Arshaly.", "KZ"), "places"
    )
    assert place.name == "Arshaly"
    assert [m.text for m in place.mentions] == ["ARSHALY", "Arshaly"]
