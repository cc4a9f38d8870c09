"""From a citation with its instrument and context to readings, one for each rule it names."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from custody_records.annotate.statutes.cited import Cited, glosses
from custody_records.annotate.statutes.context import Context
from custody_records.annotate.statutes.countries import Jurisdictions
from custody_records.annotate.statutes.grammar import Group
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.penalties import FoundPenalty
from custody_records.annotate.statutes.reading import StatuteReading
from custody_records.annotate.statutes.references import Reference, read_number, references
from custody_records.annotate.statutes.rule_files import ResolutionRules
from custody_records.annotate.statutes.units import TOP

LONGEST_ROW = 20  # characters from the beginning of a row to its part
CARRY = 600  # characters from an article to a "Part 2" that goes on with it
_CELL_ENDS = re.compile(r"[ \t]{0,3}\|")
_GLUED = re.compile(r"[sS]{1,2}\.\d\d")

# Where a citation or an instrument stands, and what it was read as.
Found = tuple[int, int, list[StatuteReading]]


@dataclass(frozen=True, slots=True)
class StoryContext:
    """What of the doc the readings need; its text is built once."""

    text: str
    country: str | None
    published: date | None
    country_at: Callable[[int], str | None]


class ReadingMaker:
    """Makes readings; knows what signs mean in which country."""

    def __init__(self, places: Jurisdictions, rules: ResolutionRules) -> None:
        self._places = places
        self._rules = rules

    def read(
        self, story: StoryContext, one: Cited, context: Context, before: Found | None
    ) -> list[StatuteReading]:
        """Return a reading for each rule that a citation names; none if it is no citation."""
        if not counts(story.text, one, self._rules.legal_near.regex):
            return []
        carried = _carried(story.text, one, before)
        found = [
            self._reading(story, one, _extent(one, group), reference, carried)
            for group in one.citation.groups
            for reference in references(group)
        ]
        kept = dict.fromkeys(reading for reading in found if reading is not None)
        return [_with_context(story.text, one, context, reading) for reading in kept]

    def alone(
        self, story: StoryContext, mention: InstrumentMention, penalties: tuple[FoundPenalty, ...]
    ) -> StatuteReading:
        """Return the reading of an instrument that stands without an article."""
        version = self._places.version(mention.code, mention.jurisdiction, story.published)
        return StatuteReading(
            start=mention.start,
            end=mention.end,
            rule=mention.rule,
            instrument=mention.name,
            jurisdiction=mention.jurisdiction,
            version=version.id if version else None,
            named_at=(mention.start, mention.end),
            penalties=tuple(dict.fromkeys(found.penalty for found in penalties)),
            evidence=tuple(sorted({found.rule for found in penalties})),
        )

    def _reading(
        self,
        story: StoryContext,
        one: Cited,
        span: tuple[int, int],
        reference: Reference,
        carried: Found | None,
    ) -> StatuteReading | None:
        mention = one.mention
        jurisdiction = self._jurisdiction(story, one)
        code = mention.code if mention else "criminal_code"
        version = self._places.version(code, jurisdiction, story.published)
        inserted = self._places.inserted(code, jurisdiction, story.published)
        self._restore_index(reference, inserted)
        signs = self._places.signs(jurisdiction)
        undivided = frozenset(version.undivided if version else ())
        article, part, point = read_number(reference, signs, inserted, undivided)
        treaty = mention is not None and mention.jurisdiction in ("UN", "CoE")
        if treaty and part is None and point and point.isdigit():
            part, point = point, None  # the numbered "пункт" is the paragraph of UN English
        instrument = mention.name if mention else None
        if article is None:
            last = _antecedent(reference, carried)
            if last is None:
                return None
            article, instrument, jurisdiction = last.article, last.instrument, last.jurisdiction
            part = last.part if part is None and point is not None else part
        markers = one.citation.markers
        rules = {marker.id for marker in markers[1:]} | ({mention.rule} if mention else set())
        return StatuteReading(
            start=span[0],
            end=max(span[1], reference.end),
            rule=markers[0].id,
            instrument=instrument,
            title=mention.volume if mention else None,
            jurisdiction=jurisdiction,
            article=article,
            part=part,
            point=point,
            evidence=tuple(sorted(rules)),
            version=version.id if version and mention else None,
            named_at=(mention.start, mention.end) if mention and one.attached else None,
        )

    def _jurisdiction(self, story: StoryContext, one: Cited) -> str | None:
        """Return whose law is cited: the instrument's, else the country that the text is about."""
        if one.mention is None or one.mention.implied:
            if one.asked in self._rules.treaties:
                return None
            return self._places.told(story.text, one.start) or story.country_at(one.start)
        if one.mention.jurisdiction is None and _is_own(one, one.mention):
            return story.country_at(one.start)
        return one.mention.jurisdiction

    def _restore_index(self, reference: Reference, inserted: frozenset[str]) -> None:
        """Read "Article 216 1." as 216-1, a lost superscript, if there is such an article."""
        if reference.lost_index is None or reference.number is None:
            return
        index, end = reference.lost_index
        if f"{reference.number}-{index}" in (inserted or self._places.every_inserted):
            reference.number, reference.end = f"{reference.number}-{index}", end


def _is_own(one: Cited, mention: InstrumentMention) -> bool:
    """Tell "Article 35-ter of the Penitentiary Act" of Italy: foreign acts have sections.

    "The Magnitsky Act" in a story of Russia is nobody's of that country.
    """
    articles = all(marker.level != "section" for marker in one.citation.markers)
    return one.how == "after" and mention.titled and not mention.foreign and articles


def _extent(one: Cited, group: Group) -> tuple[int, int]:
    """Return where a group stands, with the instrument if it stands beside it."""
    groups = one.citation.groups
    start = min(unit.start for unit in group.units)
    end = max(unit.end for unit in group.units)
    if group is groups[0]:
        start = min(start, one.start)
    if group is groups[-1]:
        end = max(end, one.end)
    return start, end


def counts(text: str, one: Cited, legal: re.Pattern[str]) -> bool:
    """Tell whether a citation is strong enough by itself or by what stands near."""
    markers = one.citation.markers
    if one.attached or one.how == "generic":
        return True
    if one.bare_sign:
        # "(no. 12244/86, § 32)" is a paragraph of a judgment, "Id. § 1997e" of the code before
        return one.how == "antecedent"
    tops = [marker for marker in markers if marker.level in TOP]
    if not tops:  # "Part 2 allows up to two years"; a "paragraph 337" is a report's
        return all(marker.level == "part" for marker in markers)
    # "in Section 31 of the stadium" is of no law, though one was cited before.
    section = one.how == "antecedent" and all(marker.level == "section" for marker in tops)
    if any(marker.strong for marker in tops) or (one.mention is not None and not section):
        return True
    if _GLUED.match(text, one.start):
        return True  # "s.146"
    if any(marker.level in ("rule", "order") for marker in tops):
        return any(marker.level == "order" for marker in tops)
    left = max(0, one.start - 160)
    left = max(left, text.rfind("\n\n", left, one.start))
    return bool(legal.search(text, left, one.end + 120))


def _carried(text: str, one: Cited, before: Found | None) -> Found | None:
    """Return the citation before if "Part 2" can go on with it: near, in the same paragraph."""
    if before is None or one.start - before[1] >= CARRY:
        return None
    return before if "\n\n" not in text[before[1] : one.start] or _is_row(text, one) else None


def _is_row(text: str, one: Cited) -> bool:
    """Tell a row of a table, "Part 1 | Incitement": its heading names the article."""
    line = text.rfind("\n", max(0, one.start - LONGEST_ROW), one.start) + 1
    begins = line > 0 and not text[line : one.start].strip(" |\t")
    return begins and _CELL_ENDS.match(text, one.citation.end) is not None


def _antecedent(reference: Reference, carried: Found | None) -> StatuteReading | None:
    """Return what "the same article", "the latter" or a bare "Part 2" goes on with."""
    if carried is None:
        return None
    last = carried[2][0] if reference.antecedent == "former" else carried[2][-1]
    return last if last.article is not None else None


def _with_context(
    text: str, one: Cited, context: Context, reading: StatuteReading
) -> StatuteReading:
    """Add the offence and the penalties that the text gives the citation."""
    beside = glosses(one.citation, text)
    offence = context.offence
    if reading.article in beside:
        offence = beside[reading.article]
    elif context.offences:
        offence = context.offences.get(reading.article or "")
    rules = {*reading.evidence, *context.rules, *(found.rule for found in context.penalties)}
    return replace(
        reading,
        offence=offence,
        penalties=tuple(dict.fromkeys(found.penalty for found in context.penalties)),
        evidence=tuple(sorted(rules)),
    )
