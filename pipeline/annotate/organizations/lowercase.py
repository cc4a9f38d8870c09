"""Names of bodies in lower case: "Navoi city court", "the justice ministry"."""

import re
from collections.abc import Iterator

from pipeline.annotate.organizations.rules import SubjectFile

_NAME = r"[^\W\d_a-zа-яё][\w’'-]*(?:[ \u00a0][^\W\d_a-zа-яё][\w’'-]*){0,3}"
_OFFICES = (
    r"(?:prosecutor(?:[’']s|s[’'])? office"
    r"|police department|police service|(?:interior|internal) affairs department"
    r"|department of internal affairs|justice department|anti-corruption (?:service|agency)"
    r"|penitentiary (?:department|service)|(?:penal|prison) service|court)"
)


class LowercaseFinder:
    """Finds a lower-case body that a proper name or a ministry's subject makes a name."""

    def __init__(self, subjects: SubjectFile) -> None:
        levels = "|".join(sorted(map(re.escape, subjects.levels)))
        topics = "|".join(sorted(map(re.escape, subjects.ministries)))
        self.patterns = (
            (
                "organization.lowercase_ministry",
                re.compile(
                    rf"\b(?:(?:foreign|internal) affairs|{topics})(?: and [a-z]+)? [Mm]inistry\b"
                    rf"|\b[Mm]inistry of (?:(?:internal|foreign) affairs|{topics})\b"
                ),
            ),
            (
                "organization.lowercase_court",
                re.compile(
                    rf"(?<![\w’'-])(?:{_NAME}) (?:(?:{levels}) )+(?:{_OFFICES})\b(?: No\. ?\d+)?"
                ),
            ),
            (
                "organization.lowercase_office",
                re.compile(
                    rf"\b(?:(?:{levels}) )?(?:{_OFFICES}) (?:of|for) (?:the )?(?:{_NAME})"
                    rf"(?: (?:region|district|city|province|oblast|county))?"
                ),
            ),
        )

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, rule id) in characters."""
        for rule, pattern in self.patterns:
            for found in pattern.finditer(text):
                yield found.start(), found.end(), rule
