"""Any citation that the grammar can build is read back as what it was built from."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.annotate.statutes.conftest import Read

NUMBERS = st.one_of(
    st.integers(1, 599).map(str),
    st.tuples(st.integers(10, 599), st.integers(1, 9)).map(lambda n: f"{n[0]}-{n[1]}"),
    st.tuples(st.integers(10, 399), st.integers(1, 9)).map(lambda n: f"{n[0]}.{n[1]}"),
)
PARTS = st.one_of(st.none(), st.integers(1, 9).map(str))
POINTS = st.one_of(st.none(), st.integers(1, 9).map(str), st.sampled_from("abcd"))


@dataclass(frozen=True)
class Rule:
    article: str
    part: str | None
    point: str | None


RULES = st.builds(Rule, NUMBERS, PARTS, POINTS).filter(lambda r: r.part or not r.point)

INSTRUMENTS = {
    "Criminal Code": ("the Criminal Code", "the Penal Code of Russia", "the Russian Criminal Code"),
    "Code of Administrative Offences": ("the Code of Administrative Offenses",),
    "Official Secrets Act 1911": ("the Official Secrets Act 1911",),
}
NAMED = st.sampled_from([(n, p) for n, printed in INSTRUMENTS.items() for p in printed])


def english_falling(rule: Rule, word: str, comma: str) -> str:
    part = f"{comma}part {rule.part}" if rule.part else ""
    point = f"{comma}point {rule.point}" if rule.point else ""
    return f"{word} {rule.article}{part}{point}"


def english_rising(rule: Rule, word: str, comma: str) -> str:
    point = f"point {rule.point} of " if rule.point else ""
    part = f"part {rule.part} of " if rule.part else ""
    return f"{point}{part}{word} {rule.article}"


def bracketed(rule: Rule, word: str, comma: str) -> str:
    part = f"({rule.part})" if rule.part else ""
    point = f"({rule.point})" if rule.point else ""
    return f"{word} {rule.article}{part}{point}"


def russian_falling(rule: Rule, word: str, comma: str) -> str:
    part = f" ч. {rule.part}" if rule.part else ""
    point = f" п. {rule.point}" if rule.point else ""
    return f"ст. {rule.article}{part}{point}"


def russian_rising(rule: Rule, word: str, comma: str) -> str:
    point = f"п. {rule.point} " if rule.point else ""
    part = f"ч. {rule.part} " if rule.part else ""
    return f"{point}{part}ст. {rule.article}"


STYLES = st.sampled_from(
    [english_falling, english_rising, bracketed, russian_falling, russian_rising]
)
WORDS = st.sampled_from(["Article", "article", "Art.", "art."])
COMMAS = st.sampled_from([", ", " "])


@given(rule=RULES, style=STYLES, word=WORDS, comma=COMMAS, named=NAMED)
@settings(max_examples=300, deadline=None)
def test_one_citation_reads_back(rule, style, word, comma, named, read: Read) -> None:
    text = f"He was charged under {style(rule, word, comma)} of {named[1]} in May."
    found = read(text, "RU")
    assert [(r.instrument, r.article, r.part, r.point) for r in found] == [
        (named[0], rule.article, rule.part, rule.point)
    ]
    assert text[found[0].start : found[0].end].endswith(named[1].removeprefix("the "))


@given(
    articles=st.lists(st.integers(100, 599), min_size=2, max_size=6, unique=True),
    joiner=st.sampled_from([" and ", ", and ", " & ", " or "]),
)
@settings(max_examples=100, deadline=None)
def test_a_list_gives_an_entry_for_each(articles, joiner, read: Read) -> None:
    head = ", ".join(map(str, articles[:-1]))
    found = read(f"under Articles {head}{joiner}{articles[-1]} of the Criminal Code")
    assert [r.article for r in found] == [str(n) for n in articles]


@given(
    first=st.integers(10, 400), length=st.integers(1, 20), dash=st.sampled_from(["-", "–", " to "])
)
@settings(max_examples=100, deadline=None)
def test_a_range_gives_an_entry_for_each(first, length, dash, read: Read) -> None:
    last = first + length
    if len(str(first)) != len(str(last)):
        return
    found = read(f"under Articles {first}{dash}{last} of the Criminal Code")
    assert [r.article for r in found] == [str(n) for n in range(first, last + 1)]


@given(parts=st.lists(st.integers(1, 9), min_size=2, max_size=4, unique=True), article=NUMBERS)
@settings(max_examples=100, deadline=None)
def test_parts_share_their_article(parts, article, read: Read) -> None:
    head = ", ".join(map(str, parts[:-1]))
    found = read(f"parts {head} and {parts[-1]} of Article {article} of the Criminal Code", "RU")
    assert [(r.article, r.part) for r in found] == [(article, str(p)) for p in parts]


@given(text=st.text(alphabet="Article §ст.()1,-–«“ of the Criminal Code part 5\n", max_size=300))
@settings(max_examples=300, deadline=None)
def test_no_text_is_an_error_and_offsets_stay_inside(text, read: Read) -> None:
    for reading in read(text):
        assert 0 <= reading.start < reading.end <= len(text)
