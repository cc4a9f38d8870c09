"""Who wrote an article, from the line that says so."""

import re

from custody_records.articles.days import days_in

_BYLINE = re.compile(
    r"""
    (?:(?:written|reported|text|story|words|prepared)\s+)?
    (?:by|authors?\s?:|автор\s?:|text\s?:|текст\s?:)\s+
    (?P<author>[^\W\d_].{1,90}?)
    (?:\s*(?:
        [|·•] | ,\s(?:staff|editor|correspondent|reporter|special) | \s-\s | \d{1,2}[\s.]
      | \s(?:(?:senior|chief|special|staff|court|courts|crime|political|legal|local|health)\s)*
        (?:reporter|writer|correspondent|columnist)\b
      | \ssource\s?: | \s\S+@\S | \sin\s[^\W\d_][\w’'-]+(?:\s[^\W\d_][\w’'-]+){0,2}$
    ).*)?$
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "11:24, 12 April 2021, Bishkek - 24 News agency, by Nurlan Asanov"
_BEHIND_AGENCY = re.compile(
    r"\d{1,2}:\d\d,? [^|]{10,60}\b[Nn]ews agency, (?:by )?"
    r"(?P<author>[^\W\d_][^\s,]+(?: [^\W\d_][^\s,]+){1,2})"
)
_NOBODY = re.compile(
    r"^(?:admin\w*|administrator|editors?|staff|webmaster|the\s\w+|guest|redakt\w*|редакция|"
    r"e-?mail|keyword.*|post|phone|sms|clicking.*|continuing.*|country|region|topic|date|user)$",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\b(?:illustrations?|photos?|photographs?|pictures?|drawings?)\s+by\b", re.I)


def author_in(line: str) -> str | None:
    """Return the author that a byline names, None if the line is no byline.

    Every word of a name is capitalised ("By the end of May" is none) but for particles.

    >>> author_in("By RFE/RL's Kazakh Service")
    "RFE/RL's Kazakh Service"
    """
    if len(line) > 120 or _PICTURE.search(line):
        return None
    behind = _BEHIND_AGENCY.fullmatch(line)
    if behind:
        return behind["author"]
    days = days_in(line)
    if days and days[0][0] > 0:  # "By Jane Doe May 3, 2019"
        line = line[: days[0][0]].rstrip(" ,|·-–—")
    found = _BYLINE.fullmatch(line.strip())
    if not found:
        return None
    author = " ".join(found["author"].split()).rstrip(",;")
    names, _, place = author.rpartition(", ")
    if " " in names and " " not in place:
        author = names  # "By Chinonso Alozie, Owerri"
    words = author.split()
    small = [w for w in words if w[0].islower()]
    if _NOBODY.match(author) or author.endswith(".") or len(words) > 10:
        return None
    if any(
        w not in {"and", "de", "van", "von", "der", "al", "el", "of", "the", "for"} for w in small
    ):
        return None
    return author
