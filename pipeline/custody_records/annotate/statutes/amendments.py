"""Find amendments that are cited by their ordinals: "the First and Fourteenth Amendments"."""

import re
from collections.abc import Iterable, Iterator

from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.annotate.statutes.rules import Amendment

_ORDINAL = (
    r"(?:Twenty[- ])?(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth"
    r"|Ninth)|Tenth|Eleventh|Twelfth|Thirteenth|Fourteenth|Fifteenth|Sixteenth|Seventeenth"
    r"|Eighteenth|Nineteenth|Twentieth"
)
_CITED = re.compile(
    rf"(?<![\w-])(?P<others>(?:(?:{_ORDINAL}),? (?:and |or )?){{0,4}})"
    rf"(?P<last>(?:{_ORDINAL}) Amendments?)(?![\w-])"
)
_ONE = re.compile(_ORDINAL)
_AMERICAN = re.compile(r"[ \u00a0](?:to|of)[ \u00a0]the[ \u00a0](?:U\.?S\.?|United States)\b")
# Looked for first: most texts have none.
_SIGN = " Amendment"


class AmendmentFinder:
    """Reads amendments; each of a list is a rule of its own."""

    def __init__(self, rules: Iterable[Amendment]) -> None:
        self._rules = [
            (rule, re.compile(r"[ \u00a0](?:" + "|".join(rule.not_right) + ")")) for rule in rules
        ]

    def find(self, text: str, country: str | None) -> Iterator[StatuteReading]:
        """Yield a reading for every amendment that the text cites."""
        if _SIGN not in text:
            return
        for rule, refused in self._rules:
            home = country if country in rule.home else None
            for match in _CITED.finditer(text):
                if refused.match(text, match.end()):
                    continue
                jurisdiction = "US" if _AMERICAN.match(text, match.end()) else home
                stretches = [
                    *(
                        (m.start() + match.start(), m.end() + match.start())
                        for m in _ONE.finditer(match["others"])
                    ),
                    match.span("last"),
                ]
                for start, end in stretches:
                    ordinal = text[start:end].removesuffix("s").removesuffix(" Amendment")
                    yield StatuteReading(
                        start=start,
                        end=end,
                        rule=rule.id,
                        instrument="Constitution",
                        jurisdiction=jurisdiction,
                        article=f"{ordinal} Amendment",
                    )
