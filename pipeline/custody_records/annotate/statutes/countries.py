"""Whose instrument it is, from the words beside its name; and what signs mean in a country."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from custody_records.annotate.country.evidence import CountryCues, Cue
from custody_records.annotate.country.rules import load_countries
from custody_records.annotate.openings import any_of
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rule_files import Country, CountryWords
from custody_records.annotate.statutes.rules import StatuteRules, Version

_REACH = 260  # characters from the beginning of a sentence to what it cites
_NEAR = 60  # characters beside a country
_SENTENCE_ENDS = re.compile(r"(?<=[a-z\d)”\"][.!?])[”\"]?\s+(?=[A-ZА-Я“])|\n+")


class ToldCountry:
    """Reads the country whose court, police or officials a sentence names before a citation."""

    def __init__(self, cues: CountryCues, words: CountryWords) -> None:
        self._cues = cues
        self._words = words

    def of(self, text: str, at: int) -> str | None:
        """Return the country that acts nearest before ``text[at]`` in its sentence."""
        window = text[max(0, at - _REACH) : at]
        ends = [found.end() for found in _SENTENCE_ENDS.finditer(window)]
        sentence = window[ends[-1] if ends else 0 :]
        for cue in sorted(self._cues.find(sentence), reverse=True):
            if not cue.rivals and self._acts(sentence, cue, whole=bool(ends) or at <= _REACH):
                return cue.country
        return None

    def _acts(self, sentence: str, cue: Cue, whole: bool) -> bool:
        """Tell "Russian prosecutors", "a court in Baku", "the Minsk City Court", "In Cairo,"."""
        words = self._words
        if words.body_behind.regex.match(sentence[cue.end : cue.end + _NEAR]):
            return True
        if cue.kind == "adjective":
            return False
        before = sentence[max(0, cue.start - _NEAR) : cue.start]
        opens = whole and words.opens.regex.fullmatch(sentence[: cue.start])
        return bool(opens or words.seat_before.regex.search(before))


_TREATY = Country(id="ZZ", dot="part")
_DEFAULT = Country(id="ZZ")
LONGEST_ABBREVIATION = 9  # characters


class Jurisdictions:
    """Names, demonyms and abbreviations of countries as legal texts use them."""

    def __init__(self, rules: StatuteRules, folder: Path) -> None:
        self._signs = {country.id: country for country in rules.countries.countries}
        self._versions = rules.versions
        self._families = {code.key: code.family or code.key for code in rules.codes}
        self._code_names = {code.key: code.name for code in rules.codes}
        self.every_inserted = frozenset(n for v in rules.versions for n in v.inserted)
        self._of: dict[str, str] = {}
        self._before: dict[str, str] = {}
        for row in load_countries(folder):
            self._of |= dict.fromkeys(row.names, row.code)
            self._before |= dict.fromkeys((*row.adjectives, *row.names), row.code)
        for country in rules.countries.countries:
            self._of |= dict.fromkeys(country.names, country.id)
            self._before |= dict.fromkeys((*country.before, *country.names), country.id)
        words = rules.countries.words
        self._united_nations = re.compile(words.united_nations)
        self._us_title = re.compile(words.us_title)
        self._behind = re.compile(
            rf"[’']?\s{{1,2}}(?:\d{{4}}\s{{1,2}})?(?:(?:{any_of(words.prepositions)})\s+)?(?:the\s+)?"
            rf"(?:{words.republic}\s+)?({any_of(set(self._of))})(?!\w)"
        )
        self._ahead = re.compile(
            rf"(?<![\w-])({any_of(set(self._before))})(?:['’]s?)?\s+"
            rf"(?:(?:{any_of(words.editions)}|(?:19|20)\d\d)\s+)?$"
        )
        self.told = ToldCountry(CountryCues(load_countries(folder), signs=True), words).of
        self._of_other = re.compile(words.of_other)

    def place(self, mention: InstrumentMention, text: str) -> InstrumentMention:
        """Return the mention with the country beside it taken in."""
        if mention.jurisdiction in ("UN", "CoE") or mention.name is None:
            return self._with_prefix(mention, text, self._united_nations)
        if mention.jurisdiction == "US" and mention.kind == "code":
            return self._with_prefix(mention, text, self._us_title)
        # "Kazakhstan's criminal code" is a name, "the criminal code" and "CC RK" are none alone
        spelled = mention.domestic and mention.end - mention.start > LONGEST_ABBREVIATION
        beside = mention.beside and not spelled
        before = text[max(0, mention.start - 48) : mention.start]
        ahead = self._ahead.search(before)
        behind = self._behind.match(text, mention.end)
        if behind:
            country, end = self._of[behind[1]], behind.end()
            return replace(mention, end=end, jurisdiction=country, beside=beside)
        if ahead and mention.jurisdiction in (None, self._before[ahead[1]]):
            start = mention.start - (len(before) - ahead.start())
            country = self._before[ahead[1]]
            return replace(mention, start=start, jurisdiction=country, beside=beside)
        if mention.domestic and self._of_other.match(text, mention.end):
            return replace(mention, foreign=True)
        return mention

    def _with_prefix(
        self, mention: InstrumentMention, text: str, prefix: re.Pattern[str]
    ) -> InstrumentMention:
        found = prefix.search(text[max(0, mention.start - 18) : mention.start])
        if found is None:
            return mention
        volume = found.groupdict().get("title")
        return replace(mention, start=mention.start - len(found[0]), volume=volume)

    def signs(self, jurisdiction: str | None) -> Country:
        """Return what a dot and a bracket mean there."""
        if jurisdiction in ("UN", "CoE"):
            return _TREATY
        return self._signs.get(jurisdiction or "", _DEFAULT)

    def version(self, code: str | None, country: str | None, day: date | None) -> Version | None:
        """Return the code that was in force on a day, the latest one if no day is known."""
        rows = [v for v in self._versions if (v.code, v.country) == (code, country)]
        if not rows:
            return None
        if day is None:
            return rows[-1]
        return next(
            (v for v in rows if v.since <= day and (v.until is None or day <= v.until)), rows[-1]
        )

    def inserted(self, code: str | None, country: str | None, day: date | None) -> frozenset[str]:
        """Return the articles with an index of the code in force; of all versions if undated."""
        if day is None:
            rows = [v for v in self._versions if (v.code, v.country) == (code, country)]
            return frozenset(number for row in rows for number in row.inserted)
        version = self.version(code, country, day)
        return frozenset(version.inserted if version else ())

    def local(self, code: str, country: str | None) -> str:
        """Return the kind that a country has for a family: Kazakhstan's Penal Code is criminal.

        A code that the text calls criminal stays so: Vietnam's is printed both ways.
        """
        if code == "criminal_code":
            return code
        kinds = [v.code for v in self._versions if v.country == country]
        if code in kinds:
            return code
        family = self._families[code]
        return next((kind for kind in kinds if self._families.get(kind) == family), code)

    def code_name(self, code: str) -> str:
        """Return the canonical English name of a kind of code."""
        return self._code_names[code]
