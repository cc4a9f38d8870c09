"""The table of nouns: what a word names, in which number, and that every component has the same."""

import pickle
from pathlib import Path

import pytest
import spacy

from custody_records.annotate import factories  # noqa: F401 - registers the components
from custody_records.annotate.lexicon.lexicon import Lexicon
from custody_records.annotate.lexicon.noun import Denotes
from custody_records.annotate.lexicon.nouns import Nouns
from custody_records.rulebook import RuleError, rules_dir

LEXICON = Lexicon.read(rules_dir())
NOUNS = LEXICON.nouns


@pytest.mark.parametrize(
    ("word", "kind", "expected"),
    [
        pytest.param("economist", "person", True, id="a profession is a person for all components"),
        pytest.param("Economists", "person", True, id="plural with a capital"),
        pytest.param("sons-in-law", "person", True, id="plural inside the word"),
        pytest.param("policewomen", "person", True, id="irregular plural by ending"),
        pytest.param("spokespeople", "person", True, id="second irregular plural"),
        pytest.param("committee", "body", True, id="a body"),
        pytest.param("committee", "person", False, id="a body is no person"),
        pytest.param("GmbH", "body", True, id="printed with capitals"),
        pytest.param("oblast", "region", True, id="a region"),
        pytest.param("jails", "prison", True, id="plural of a prison"),
        pytest.param("treaties", "document", True, id="plural in -ies"),
        pytest.param("mr", "person", False, id="a form of address is no person's noun"),
        pytest.param("table", "person", False, id="not in the table"),
    ],
)
def test_what_a_word_denotes(word: str, kind: Denotes, expected: bool) -> None:
    assert NOUNS.denotes(word, kind) is expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        pytest.param("ex-soldiers", True, id="the last part of a compound decides"),
        pytest.param("cellists", True, id="an ending of people"),
        pytest.param("lives", True, id="behind a number"),
        pytest.param("checklists", False, id="not every -ist is somebody"),
        pytest.param("reports", False, id="a thing"),
    ],
)
def test_who_is_counted(noun: str, expected: bool) -> None:
    assert NOUNS.is_person(noun) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("inmate", True, id="plain noun"),
        pytest.param("communist", False, id="an adjective, too"),
        pytest.param("communists", True, id="its plural is a noun"),
        pytest.param("lives", False, id="only behind a number"),
        pytest.param("gen", False, id="only beside a name"),
    ],
)
def test_people_of_running_text(word: str, expected: bool) -> None:
    assert (word in NOUNS.people()) is expected


@pytest.mark.parametrize(
    ("plural", "singular"),
    [
        pytest.param("prisoners", "prisoner", id="-s"),
        pytest.param("deputies", "deputy", id="-ies"),
        pytest.param("housewives", "housewife", id="-ves"),
        pytest.param("servicemen", "serviceman", id="-men"),
        pytest.param("churches", "church", id="-es"),
        pytest.param("passers-by", "passer-by", id="inside the compound"),
        pytest.param("people", "person", id="irregular"),
        pytest.param("Iraqis", "iraqi", id="capitalised"),
        pytest.param("prisoners’", "prisoner", id="a possessive"),
        pytest.param("status", "status", id="a singular in -us"),
        pytest.param("class", "class", id="a singular in -ss"),
    ],
)
def test_singular(plural: str, singular: str) -> None:
    assert NOUNS.inflector.singular(plural) == singular


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("guards", True, id="ends in -s"),
        pytest.param("staff", True, id="without -s"),
        pytest.param("news", False, id="no plural noun"),
        pytest.param("prisoner's", False, id="possessive"),
        pytest.param("Pamiris", True, id="a people, by its capital"),
        pytest.param("tennis", False, id="in lower case -is is no plural"),
    ],
)
def test_is_plural(word: str, expected: bool) -> None:
    assert NOUNS.inflector.is_plural(word) is expected


def test_plural_and_singular_of_every_row_are_each_other() -> None:
    for row in NOUNS.rows:
        for plural in NOUNS.plurals(row):
            assert any(entry.noun is row and entry.plural for entry in NOUNS.get(plural)), row


def test_no_word_is_a_head_of_two_kinds_of_body() -> None:
    heads = [
        head
        for kind in ("ministry", "court", "committee", "service", "force", "party", "media")
        for head in NOUNS.heads(kind)  # type: ignore[arg-type] # a literal of the loop
    ]
    assert len(heads) == len(set(heads))


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        pytest.param("inmate,person,,,\ninmate,person,,,", "has a row already", id="twice"),
        pytest.param("inmate,,,,", "says nothing", id="an empty row"),
        pytest.param("inmate,human,,,", "denotes", id="an unknown kind"),
        pytest.param("inmate,person,kind,,", "traits", id="an unknown trait"),
    ],
)
def test_a_row_that_cannot_be_used_is_an_error(tmp_path: Path, row: str, complaint: str) -> None:
    (tmp_path / "nouns.csv").write_text(f"word,denotes,traits,sex,plural\n{row}\n")
    (tmp_path / "inflection.yaml").write_bytes(
        (rules_dir() / "lexicon" / "en" / "inflection.yaml").read_bytes()
    )
    with pytest.raises(RuleError, match=complaint):
        Nouns.read(tmp_path)


def test_components_of_a_pipeline_share_one_lexicon_and_keep_it_when_pickled() -> None:
    nlp = spacy.blank("en")
    parts = [nlp.add_pipe(name) for name in ("people", "organizations", "figures")]
    again = pickle.loads(pickle.dumps(parts))  # noqa: S301 - what was pickled here
    for people, organizations, figures in (parts, again):
        lexicon = organizations.lexicon.lexicon
        assert people.roles.lexicon.lexicon is lexicon
        assert figures.lexicon.words._nouns is lexicon.nouns


def test_two_pipelines_share_nothing() -> None:
    one, two = (spacy.blank("en").add_pipe("people") for _ in range(2))
    assert one.roles.lexicon.lexicon is not two.roles.lexicon.lexicon  # type: ignore[attr-defined]
