"""Calendar days as pages print them: ISO, numbers, month names of the region's languages."""

import re
from datetime import date

# First letters that tell a month, with the languages that print it so: English, Russian,
# Ukrainian, Belarusian, Kazakh, Uzbek; abbreviations end in a dot or not.
_MONTHS = (
    ("jan", "янв", "січ", "студз", "қаңтар", "yanvar"),
    ("feb", "фев", "лют", "ақпан", "fevral"),
    ("mar", "мар", "берез", "сакав", "наурыз", "mart"),
    ("apr", "апр", "квіт", "красав", "сәуір", "aprel"),
    ("may", "мая", "май", "трав", "мамыр"),
    ("jun", "июн", "черв", "чэрв", "маусым", "iyun"),
    ("jul", "июл", "лип", "ліп", "шілде", "iyul"),
    ("aug", "авг", "серп", "жнів", "тамыз", "avgust"),
    ("sep", "сен", "верес", "верас", "қыркүйек", "sentabr"),
    ("oct", "окт", "жовт", "кастр", "қазан", "oktabr"),
    ("nov", "ноя", "листоп", "лістап", "қараша", "noyabr"),
    ("dec", "дек", "груд", "снеж", "желтоқсан", "dekabr"),
)
_PREFIXES = {prefix: n for n, names in enumerate(_MONTHS, 1) for prefix in names}
_MONTH = "(?:" + "|".join(sorted(_PREFIXES, key=len, reverse=True)) + r")[^\W\d_]{0,8}\.?"
_YEAR = r"(?:19|20)\d\d"

_FOUR_DIGITS = re.compile(r"\d{4}")  # of the year, without which there is no full day
_DAY = re.compile(
    rf"""
    (?<![\d./-])
    (?:
      (?P<iso_y>{_YEAR})-(?P<iso_m>\d\d)-(?P<iso_d>\d\d)(?!\d)
    | (?P<num_d>\d{{1,2}})(?P<sep>[./-])(?P<num_m>\d{{1,2}})(?P=sep)(?P<num_y>{_YEAR})(?!\d)
    | (?P<ymd_y>{_YEAR})(?P<ysep>[./])(?P<ymd_m>\d{{1,2}})(?P=ysep)(?P<ymd_d>\d{{1,2}})(?!\d)
    | (?P<dmy_d>\d{{1,2}})(?:st|nd|rd|th)?[\s,.-]{{1,3}}(?:of\s)?(?P<dmy_m>{_MONTH})
      [\s,.-]{{1,3}}(?P<dmy_y>{_YEAR})(?!\d)
    | (?<![^\W\d_])(?P<mdy_m>{_MONTH})\s{{1,3}}(?P<mdy_d>\d{{1,2}})(?:st|nd|rd|th)?
      (?:,?\s{{1,3}}|,)(?P<mdy_y>{_YEAR})(?!\d)
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)


def days_in(text: str) -> list[tuple[int, int, date]]:
    """Return (start, end, day) of every full calendar day printed in a line, in order.

    ``03/04/2021`` may be March or April: it is left out, as nothing in it tells which. With dots
    or dashes the day comes first, as in the region's languages.
    """
    found: list[tuple[int, int, date]] = []
    if not _FOUR_DIGITS.search(text):
        return found
    for match in _DAY.finditer(text):
        if (day := _reading(match)) is not None:
            found.append((match.start(), match.end(), day))
    return found


def day_of(value: str) -> date | None:
    """Return the day that a metadata value names ("2019-07-31T10:00", "31 July 2019"), or None."""
    days = days_in(value)
    return days[0][2] if len(days) == 1 else None


def _reading(match: re.Match[str]) -> date | None:
    for form in ("iso", "num", "ymd", "dmy", "mdy"):
        if match[f"{form}_y"]:
            break
    year, month, day = (match[f"{form}_{part}"] for part in "ymd")
    number = int(month) if month.isdigit() else _month(month)
    number_of_day = int(day)
    if form == "num" and match["sep"] == "/":
        if number > 12:  # 07/31/2019
            number, number_of_day = number_of_day, number
        elif number_of_day <= 12 and number != number_of_day:
            return None
    try:
        return date(int(year), number, number_of_day)
    except ValueError:
        return None


def _month(name: str) -> int:
    name = name.casefold()
    return next(n for prefix, n in _PREFIXES.items() if name.startswith(prefix))
