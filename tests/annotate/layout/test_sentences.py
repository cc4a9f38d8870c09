"""Where sentences end in news: not after abbreviations and initials, but at lines and quotes."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

import custody_records.annotate.factories  # noqa: F401 - registers
from custody_records.annotate.layout.boundaries import load
from custody_records.annotate.layout.component import LONGEST
from custody_records.rulebook import rules_dir
from custody_records.rulebook.examples import examples


def splitter() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("news_sentences")
    return nlp


NLP = splitter()


@pytest.mark.parametrize(
    "text",
    [example.text for rule in load(rules_dir()) for _, example in examples(rule)],
)
def test_every_example_is_two_sentences(text: str) -> None:
    # match: the abbreviation ends none; no_match: the like word does
    assert len(list(NLP(text).sents)) == 2


CASES = [
    pytest.param(
        "V. Kozlov said no. G. Ibadoglu agreed.",
        ["V. Kozlov said no.", "G. Ibadoglu agreed."],
        id="an initial belongs to the name after it",
    ),
    pytest.param(
        "They met in block B. The guard left.",
        ["They met in block B.", "The guard left."],
        id="a lone capital before a function word ends its sentence",
    ),
    pytest.param(
        "“I was beaten.” The guard left.",
        ["“I was beaten.”", "The guard left."],
        id="the quotation mark belongs to the sentence that it closes",
    ),
    pytest.param(
        "“Why?” he asked. They left.",
        ["“Why?” he asked.", "They left."],
        id="what goes on in lower case after a question or exclamation mark is the same sentence",
    ),
    pytest.param(
        "Kozlov of the Alga! party came. He sat.",
        ["Kozlov of the Alga! party came.", "He sat."],
        id="what goes on in lower case after a question or exclamation mark is the same sentence",
    ),
    pytest.param(
        "• first item\n• second\nwrapped on\nand on. End.",
        ["• first item", "• second\nwrapped on\nand on.", "End."],
        id="lines of a list are sentences; a wrapped line is none",
    ),
    pytest.param(
        "A title\n\nIt began. It ended.",
        ["A title", "It began.", "It ended."],
        id="lines of a list are sentences; a wrapped line is none",
    ),
    pytest.param(
        "It rose by 3.5 percent. See 24.kg.",
        ["It rose by 3.5 percent.", "See 24.kg."],
        id="numbers keep their points",
    ),
    pytest.param(
        "He is in the U.S. The U.S. Army came.",
        ["He is in the U.S.", "The U.S. Army came."],
        id='"U.S." ends a sentence only before a function word',
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sent.text.strip() for sent in NLP(text).sents] == expected


@given(st.text(alphabet=". ?!\nAbc“”)\x00\u2028", max_size=80))
def test_any_text_is_covered_by_its_sentences(text: str) -> None:
    doc = NLP(text)
    assert "".join(sent.text_with_ws for sent in doc.sents) == text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("word " * 500, LONGEST, id="at the bound"),
        pytest.param("word " * 180 + ", " + "word " * 300, 181, id="behind the last pause"),
        pytest.param("word " * 90 + ", " + "word " * 500, LONGEST, id="a pause too far back"),
    ],
)
def test_a_text_without_full_stops_is_cut(text: str, first: int) -> None:
    sentences = list(NLP(text).sents)
    assert len(sentences[0]) == first
    assert max(map(len, sentences)) <= LONGEST
    assert "".join(sentence.text_with_ws for sentence in sentences) == text
