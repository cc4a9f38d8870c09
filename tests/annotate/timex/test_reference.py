"""What an expression hangs on: the day of publication, the last date of the story, the verb."""

from datetime import date

import pytest

from tests.annotate.timex.conftest import Reader

# (text, values in order), published on Wednesday, 24 April 2019.
STORY = [
    # the last date of the story, not the day of publication
    (
        "Relatives said on April 20 that cars had entered the prison the previous day.",
        ["2019-04-20", "2019-04-19"],
    ),
    ("He was hurt on January 5. The next day people came.", ["2019-01-05", "2019-01-06"]),
    ("In May 2016 he left. The following year he came back.", ["2016-05", "2017"]),
    ("Held in October 2016, he was moved two months later.", ["2016-10", "2016-12"]),
    ("On June 9, 2014 they protested; on the same day they were freed.", ["2014-06-09"] * 2),
    ("In 2002 two men died. The same year a third did.", ["2002", "2002"]),
    # ... and where there is none, publication
    ("Cars entered the prison the previous day.", ["2019-04-23"]),
    # an apposition tells the day outright
    ("The clip appeared a week earlier, on April 2.", ["2019-04-02"] * 2),
    ("As the paper writes, on the eve, April 22, relatives came.", ["2019-04-22"] * 2),
    # a narrative of another year goes on in that year
    ("On April 14, 1997, it began. It was crushed on April 17.", ["1997-04-14", "1997-04-17"]),
    # ... but what is near the publication is of its own year
    ("Jailed since June 2012, he fell ill on April 20.", ["2012-06", "2019-04-20"]),
    # ... as far as the story has come since the year was printed
    (
        "He was seized on 14 April 2015. That November he was tried. In May he was moved.",
        ["2015-04-14", "2015-11", "2018-05"],
    ),
    # what hangs on a month hangs on the year told since
    ("In 2016 he sued. By the following summer he had won.", ["2016", "2017-SU"]),
    (
        "Tried in December 2015, he fell ill. In 2017 he died. The case was closed a month later.",
        ["2015-12", "2017", "XXXX-XX"],
    ),
    # a mere time of day is no day to go on from
    (
        "He was put in a cell on July 2, 2016. The guards came shortly before midnight. He died "
        "two days later.",
        ["2016-07-02", "2019-04-24T24:00", "2016-07-04"],
    ),
    # the end that a month has had
    ("At the end of the year the list held 40 names.", ["2018"]),
    # what was to be, what is going on, what has happened
    ("He was to have been heard in court on Friday.", ["2019-04-26"]),
    ("The mayor, who led the town, is running in June's elections.", ["2019-06"]),
    ("They should not speak about Monday's riot.", ["2019-04-22"]),
    # a list or range shares the year that is printed once
    ("In April and May 2018, they met.", ["2018-04", "2018-05"]),
    ("in February and March this year", ["2019-02", "2019-03"]),
    ("from November to February 2018", ["2017-11", "2018-02"]),
    # the day on which somebody tells of it is no day of the story ...
    (
        "He was held on April 5, his lawyer said on Monday. Two days later he was moved.",
        ["2019-04-05", "2019-04-22", "2019-04-07"],
    ),
    # what hangs on a day does not skip a month that was told since
    (
        "The riot began on April 19. In November 2018, ten men were killed. It was claimed a day "
        "later.",
        ["2019-04-19", "2018-11", "XXXX-XX-XX"],
    ),
    # ... but where the sentence has no other day, it is
    (
        "The envoy resigned, he said on Monday. Two days later he left.",
        ["2019-04-22", "2019-04-24"],
    ),
    # a story of an earlier week counts on in weekdays; sayings do not
    (
        "Two were caught on Friday, March 8, and two more in the early hours of Saturday.",
        ["2019-03-08", "2019-03-09TMO"],
    ),
    ("He was held on March 8, police said Saturday.", ["2019-03-08", "2019-04-20"]),
    # a range of weekdays that lies behind does not begin today
    ("We were there from Wednesday to Friday.", ["2019-04-17", "2019-04-19"]),
    ("It will sit from Wednesday to Friday.", ["2019-04-24", "2019-04-26"]),
    # an apposition tells the year outright
    (
        "In 1998 one fled. The last escape was some seven years before, in 2014.",
        ["1998", "2014", "2014"],
    ),
    ("A strike began on July 14. Half a year earlier, he was moved.", ["2018-07-14", "2018-01"]),
    # "a year earlier" beside a quarter is that quarter
    ("Sales fell in the first quarter of 2018 from a year earlier.", ["2018-Q1", "2017-Q1"]),
    # a time of day belongs to the day of its sentence
    ("On April 3 he was called at 15:25.", ["2019-04-03", "2019-04-03T15:25"]),
]


@pytest.mark.parametrize(("text", "values"), STORY, ids=[t for t, _ in STORY])
def test_the_chain_of_reference(read: Reader, text: str, values: list[str]) -> None:
    assert [t.value for t in read(text)] == values


TITLED = "Officers jailed over November torture\n\nThey held men after the November 2017 unrest."


def test_a_month_of_a_title_is_that_of_its_lead(read: Reader) -> None:
    assert [timex.value for timex in read(TITLED)] == ["2017-11", "2017-11"]


TENSE = [
    ("The trial continues on Friday with the evidence of a nurse.", "2019-04-26"),
    ("The next hearing is on Thursday.", "2019-04-25"),
    ("If the well is not mended before July, more people will die.", "2019-07"),
    ("The case goes back to 2 July, when a convict was beaten.", "2018-07-02"),
    ("The page, which continues a series begun on Friday, names nobody.", "2019-04-19"),
    ("The appeal will be heard on 9 October.", "2019-10-09"),
    ("The session was put off to the second half of May.", "2019-05"),
    # the same weekday, told of and to come; the day's own name is today
    ("He was freed on Friday.", "2019-04-19"),
    ("He will be freed on Friday.", "2019-04-26"),
    ("The court is to consider it on Friday.", "2019-04-26"),
    ("Police said on Friday that it will go on.", "2019-04-19"),
    ("He was freed on Wednesday.", "2019-04-24"),
    ("He will stay in custody until Friday.", "2019-04-26"),
    # months
    ("He was freed in May.", "2018-05"),
    ("He will be freed in May.", "2019-05"),
    ("He had been freed in June.", "2018-06"),
    ("The vote is expected in January.", "2020-01"),
    # what is set for a day is ahead; a date that something bears by itself is not
    ("A trial date of March 14 has been agreed.", "2020-03-14"),
    ("Papers with a date of March 14 were found.", "2019-03-14"),
    ("A hearing has been set for Jan. 5.", "2020-01-05"),
    ("The trial has been postponed until 12 January.", "2020-01-12"),
    ("A judge remanded the two men in custody until 12 January.", "2020-01-12"),
    ("He was moved to a mission whose mandate runs out in January.", "2020-01"),
    ("They had their arrest prolonged to 12 January.", "2020-01-12"),
    ("He was bailed to 12 January.", "2020-01-12"),
    ("A visit has been promised in January.", "2020-01"),
    ("Her plea comes up in January.", "2020-01"),
    ("They walked 90 kilometres to camp on 12 January.", "2019-01-12"),
    ("Fighting raged until Friday.", "2019-04-19"),
    # "last", "this", "next"
    ("this past Sunday", "2019-04-21"),
    ("this coming Friday", "2019-04-26"),
    ("on Friday last.", "2019-04-19"),
    ("this past March", "2019-03"),
    ("Last July 4 a riot broke out.", "2018-07-04"),
    ("last Wednesday", "2019-04-17"),
    ("next Wednesday", "2019-05-01"),
    ("this Friday", "2019-04-26"),
    ("last April", "2018-04"),
    ("next April", "2020-04"),
    ("late last July", "2018-07"),
]


@pytest.mark.parametrize(("text", "value"), TENSE, ids=[t for t, _ in TENSE])
def test_which_one_is_meant(read: Reader, text: str, value: str) -> None:
    assert [t.value for t in read(text)] == [value]


WITHOUT_BASE = [
    ("on Friday", "XXXX-WXX-5"),
    ("on April 24", "XXXX-04-24"),
    ("in January", "XXXX-01"),
    ("yesterday", "XXXX-XX-XX"),
    ("last week", "XXXX-WXX"),
    ("in the third quarter", "XXXX-Q3"),
    ("in the winter of last year", "XXXX-WI"),
    ("on Friday night", "XXXX-WXX-5TNI"),
    ("at 10:30 a.m.", "XXXX-XX-XXT10:30"),
]


@pytest.mark.parametrize(("text", "value"), WITHOUT_BASE, ids=[t for t, _ in WITHOUT_BASE])
def test_without_a_base_nothing_is_invented(read: Reader, text: str, value: str) -> None:
    assert [t.value for t in read(text, None)] == [value]


def test_without_a_base_the_years_that_the_text_prints_count(read: Reader) -> None:
    text = "Sent to a camp since the beginning of August. Picked up on 7 September 2010."
    assert [t.value for t in read(text, None)] == ["2010-08", "2010-09-07"]


UNDATED = [
    # near a date with its year a bare one shares it, on either side
    ("Dated 19 July 2022. He was held on 17 July.", ["2022-07-19", "2022-07-17"]),
    ("In May 2016 he was held. In October he was tried.", ["2016-05", "2016-10"]),
    ("In 2016 he was held. On 5 May he was tried.", ["2016", "2016-05-05"]),
    # ... not when many months lie between, nor for what is to come, nor for a side note
    ("Held since 2 December 2023. On 8 October they wrote.", ["2023-12-02", "XXXX-10-08"]),
    ("Sued in December 2016. A hearing is set for Jan. 5.", ["2016-12", "XXXX-01-05"]),
    ("He fled on September 6. Jailed since February 2019.", ["XXXX-09-06", "2019-02"]),
    (
        "In 1998 it opened." + " It is a prison." * 40 + " In January he fell ill.",
        ["1998", "XXXX-01"],
    ),
    # the day of the news, told in the lead, is as good as that of publication
    (
        "Four men died on Friday 8 October 2021. By Sunday two were caught. In July nobody had.",
        ["2021-10-08", "2021-10-10", "2021-07"],
    ),
    ("Log of a jail, August 2023\n\n9 August. A man died.", ["2023-08", "2023-08-09"]),
    # a sentence ends between a month and the year of the next
    ("He came in July. In 2018 he left.", ["XXXX-07", "2018"]),
    # what hangs on an unknown year has none
    ("It began on May 3. It ended on the 19th.", ["XXXX-05-03", "XXXX-05-19"]),
    # weekdays are not known without a year
    ("It is held on the last Monday of May.", []),
    # one date in figures tells how the others are to be read
    ("on 03/05/2021 and on 14/02/2022", ["2021-05-03", "2022-02-14"]),
    ("on 03/05/2021 and on 02/14/2022", ["2021-03-05", "2022-02-14"]),
]


@pytest.mark.parametrize(("text", "values"), UNDATED, ids=[t[:60] for t, _ in UNDATED])
def test_an_undated_text_tells_only_what_is_near(
    read: Reader, text: str, values: list[str]
) -> None:
    assert [t.value for t in read(text, None)] == values


def test_what_a_value_was_resolved_against_is_told(read: Reader) -> None:
    first, second = read("On April 20 he wrote. The next day he was moved.")
    assert (first.anchor, second.anchor) == ("2019-04-24", "2019-04-20")


def test_a_text_on_years_long_gone_is_read_from_within(read: Reader) -> None:
    text = (
        "War began in September 1939. France fell in June 1940. In June 1941 the front moved east. "
        "In December, it froze. In April 1942 it thawed, and on 8 May 1945 it ended."
    )
    assert "1941-12" in [t.value for t in read(text, date(2019, 4, 24))]


def test_a_story_of_today_on_years_long_gone_begins_with_its_day(read: Reader) -> None:
    text = (
        "On 3 April a court heard the case again. The war began in September 1939. The camp was "
        "built in June 1940, burnt in June 1941, closed in April 1942 and sold on 8 May 1945."
    )
    assert read(text, date(2019, 4, 24))[0].value == "2019-04-03"
