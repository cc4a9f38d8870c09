"""Look-alikes: beside every one a near miss that is a date."""

from datetime import date

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from custody_records.annotate.lookalikes import LookAlike, load
from custody_records.annotate.timex.tagger import TimexTagger
from custody_records.rulebook import rules_dir
from tests.annotate.timex.conftest import Reader

NOTHING = [
    "guarded 24/7 by men with AK-47 rifles",
    "he won 3-1, 2:1 and 25:17",
    "in colony LA-155/18, ZhD-158/7, UYa-64/71, IK-6 and room 305",
    "application nos. 12244/86 and 12383/86",
    "(document A/HRC/WGAD/2018/15)",
    "law No. 2010-15 and decree № 1998",
    "call +7 (727) 000-00-00 or Tel: 000 111 82-2100",
    "version 3.8.0 of the program, 10.12.2019.4",
    "You may go. They march. Prices fall. They spring up. The sun rose and he sat.",
    "the Sun, the Sunday Times, the Daily Mail and Kazakhstan Today",
    "the April 6 Movement on 8 March Street",
    "after Friday prayers and the Bloody Sunday inquiry",
    "a march for Freedom, a March for Freedom",
    "the Arab Spring",
    "a man in his forties, a man in his 40s",
    "on February 30, 2012 and 31.13.2019",
    "on February 30",
    "in the year 0000, in 99999, on 00.00.0000",
    "$2000, €1998, #2015 and 2019%",
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_lookalike_is_no_date(read: Reader, text: str) -> None:
    assert [(text[t.start : t.end], t.value) for t in read(text)] == []


NEAR_MISSES = [
    pytest.param("freed on 24 July", "2018-07-24", id="a day, no rifle"),
    pytest.param("on Sunday, the Times wrote", "2019-04-21", id="a weekday before a newspaper"),
    pytest.param("in May 2018 they may", "2018-05", id="a month before a modal verb"),
    pytest.param("in March they march", "2019-03", id="a month before a verb"),
    pytest.param("on April 6 the movement met", "2019-04-06", id="a day before a movement"),
    pytest.param("on Friday, after prayers", "2019-04-19", id="a Friday of prayers"),
    pytest.param("in the '40s", "194", id="a decade"),
    pytest.param("on February 28, 2012", "2012-02-28", id="the last day of February"),
    pytest.param("on February 29, 2012", "2012-02-29", id="a leap day"),
    pytest.param("in the spring of 2010", "2010-SP", id="a season"),
    pytest.param("in 2018", "2018", id="a year"),
]


@pytest.mark.parametrize(("text", "value"), NEAR_MISSES)
def test_its_near_miss_is_one(read: Reader, text: str, value: str) -> None:
    assert [t.value for t in read(text)] == [value]


def test_an_event_known_by_its_date_has_that_date_and_names_no_day_of_the_story(
    read: Reader,
) -> None:
    (event,) = read("Since 9/11 much has changed.")
    assert (event.value, event.borrowed) == ("2001-09-11", True)


def test_a_span_that_a_statute_claims_is_no_date(tagger: TimexTagger) -> None:
    doc = spacy.blank("en").make_doc("the Law of 5 May 2012 and on 5 May 2012")
    doc._.published = date(2019, 4, 24)
    doc.spans["statutes"] = [doc[0:6]]
    found = tagger(doc).spans["timex"]
    assert [span.start for span in found] == [8]


WITH_CUES = [rule for rule in load(rules_dir(None) / "timex" / "en") if rule.cues]


@given(st.data())
@pytest.mark.parametrize("rule", WITH_CUES, ids=lambda rule: rule.id)
def test_whatever_a_pattern_matches_holds_one_of_its_cues(
    rule: LookAlike, data: st.DataObject
) -> None:
    """A text without a cue is not searched: a match without one would be lost."""
    text = data.draw(st.from_regex(rule.pattern))
    assert any(cue in text for cue in rule.cues)
