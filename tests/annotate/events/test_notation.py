"""The short notation of patterns: what it says, and what it refuses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.events.notation import NotationError, parse
from custody_records.rulebook import read, rules_dir

FORMS = Forms(read(rules_dir() / "participants" / "irregular.yaml", Irregular))


def test_arrows_go_down_from_the_word_before_and_from_the_first_after_a_semicolon() -> None:
    tree = parse("put|place:VERB >prep in >pobj custody|detention ; >nsubj *")
    assert [(n.words, n.pos, n.above, n.way, n.deps) for n in tree.nodes] == [
        (("put", "place"), ("VERB",), None, "", ()),
        (("in",), (), 0, ">", ("prep",)),
        (("custody", "detention"), (), 1, ">", ("pobj",)),
        ((), (), 0, ">", ("nsubj",)),
    ]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        pytest.param("", "begins with a word", id="nothing"),
        pytest.param("beat guard", "'guard' is no arrow", id="two words without an arrow"),
        pytest.param("beat >dobj", "a word must follow '>dobj'", id="an arrow to nowhere"),
        pytest.param("> beat", "'>' is no word", id="an arrow from nowhere"),
        pytest.param("beat !<dobj guard", "only a word below", id="forbidden above"),
        pytest.param("beat !>det the ; >dobj guard", "stands last", id="forbidden not last"),
        pytest.param("beat >obj guard", "'obj' is no dependency label", id="unknown label"),
        pytest.param("beat:VB >dobj guard", "'VB' is no tag", id="unknown tag"),
        pytest.param("beat >dobj @guards", "'@guards' is not known here", id="unknown list"),
        pytest.param("beat||kick", "an empty word", id="an alternative without a word"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_quotes_it(source: str, told: str) -> None:
    with pytest.raises(NotationError) as error:
        parse(source)
    assert repr(source) in str(error.value)
    assert told in str(error.value)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        pytest.param("beat", {"beat", "beats", "beating"}, id="regular beside irregular"),
        pytest.param("convict", {"convicts", "convicted", "convicting"}, id="regular"),
        pytest.param("stop", {"stopped", "stopping"}, id="a doubled consonant"),
        pytest.param("injure", {"injured", "injuring", "injures"}, id="a final e"),
        pytest.param("deny", {"denied", "denies", "denying"}, id="y behind a consonant"),
        pytest.param("play", {"played", "plays"}, id="y behind a vowel"),
        pytest.param("take", {"took", "taken", "taking"}, id="irregular"),
        pytest.param("punish", {"punishes"}, id="a sibilant"),
    ],
)
def test_a_word_stands_for_its_forms(lemma: str, forms: set[str]) -> None:
    assert forms <= FORMS.of(lemma)


def test_a_seldom_verb_is_not_looked_for_in_the_nouns_forms() -> None:
    assert FORMS.of_all(["charge"], verbs=True) == {"charged", "charging"}
    assert {"charge", "charges"} <= FORMS.of_all(["charge"])


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=12))
def test_forms_are_finite_lower_case_and_hold_the_lemma(lemma: str) -> None:
    forms = FORMS.of(lemma)
    assert lemma in forms
    assert len(forms) < 15  # "be" has 13
    assert all(form == form.lower() for form in forms)


@given(st.text(max_size=60))
def test_any_text_is_a_pattern_or_an_error_of_the_notation(source: str) -> None:
    try:
        tree = parse(source)
    except NotationError as error:
        assert repr(source) in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert tree.nodes
