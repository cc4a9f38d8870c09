"""Names of bodies that a word beside them gives away: "the newspaper Akhbor", "Ko'zgu channel"."""

import re
from collections.abc import Iterator

from pipeline.annotate.names.lexicon import Lexicon
from pipeline.annotate.names.words import Words

_SPACES = frozenset([" ", "\u00a0", " “", ' "', " «"])
# What a body is called right before its name.
_BEFORE = frozenset(
    [
        "newspaper",
        "agency",
        "website",
        "portal",
        "outlet",
        "broadcaster",
        "magazine",
        "newsletter",
        "channel",
        "ngo",
        "nonprofit",
        "organization",
        "organisation",
        "group",
        "movement",
        "company",
        "firm",
        "party",
        "foundation",
        "charity",
        "watchdog",
        "publication",
        "radio",
        "network",
        "association",
        "union",
        "bank",
        "retailer",
        "manufacturer",
        "airline",
    ]
)
# What follows a name and belongs to it, as the press writes it.
_AFTER = frozenset(["channel", "party"])
_DOMAIN = re.compile(
    r"(?<![\w@./-])[A-Z0-9][\w-]*\.(?:kz|kg|uz|tj|tm|ru|by|ua|az|am|ge|org|com|net|info|media|news|tv)\b"
    r"(?![\w/@-])"
)
_SERVICE = re.compile(
    r"\b(?:RFE/RL|Radio Liberty|Radio Free Europe|BBC|VOA|Voice of America|Deutsche Welle)[’']s "
    r"(?:[A-Z][\w-]+ ){1,2}Service\b"
)


class CueFinder:
    """Finds bodies by what stands before or after a capitalised stretch."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def find(self, words: Words) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, rule id) in characters."""
        for pattern, rule in ((_DOMAIN, "organization.domain"), (_SERVICE, "organization.service")):
            for found in pattern.finditer(words.text):
                yield found.start(), found.end(), rule
        for i, word in enumerate(words.texts):
            if word in _BEFORE and i + 1 < len(words) and words.gap(i) in _SPACES:
                last = self.run(words, i + 1)
                if last is not None:
                    yield *words.span(i + 1, last), "organization.named_kind"
            if word in _AFTER and i and words.gap(i - 1) in (" ", "! "):
                first = self.run_before(words, i - 1)
                if first is not None:
                    yield *words.span(first, i), "organization.kind_after"

    def name_word(self, words: Words, i: int) -> bool:
        """Tell whether word ``i`` can be of a name: a capital, no adjective, no title."""
        word = words.texts[i]
        return (
            words.capital(i)
            and word not in self.lexicon.demonyms
            and word not in self.lexicon.countries
            and word.lower() not in self.lexicon.words.function_words
            and word.lower() not in self.lexicon.words.calendar
            and not self.lexicon.is_title(word)
        )

    def run(self, words: Words, first: int) -> int | None:
        """Return the last word of the name that begins at ``first``."""
        if not self.name_word(words, first):
            return None
        last = first
        while (
            last + 1 < len(words)
            and last - first < 4
            and words.gap(last) == " "
            and self.name_word(words, last + 1)
        ):
            last += 1
        if last == first and words.texts[first] in self.lexicon.given:
            return None
        return last

    def run_before(self, words: Words, last: int) -> int | None:
        """Return the first word of the name that ends at ``last``."""
        if not self.name_word(words, last):
            return None
        first = last
        while (
            first
            and last - first < 3
            and words.gap(first - 1) == " "
            and self.name_word(words, first - 1)
            and not words.opens(first)
        ):
            first -= 1
        return first
