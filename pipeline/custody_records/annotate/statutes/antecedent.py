"""Which instrument a citation is of that stands without one: the one named or cited before."""

from bisect import bisect_left
from dataclasses import dataclass, replace

from custody_records.annotate.statutes.cited import Cited, fits
from custody_records.annotate.statutes.countries import Jurisdictions
from custody_records.annotate.statutes.mention import InstrumentMention
from custody_records.annotate.statutes.rule_files import ResolutionRules

NEAR = 300  # characters: an instrument named in the sentence before
MOST_BACK = 60  # mentions that are looked back at
FAR = 2500  # characters: an instrument that is being cited
_CHARGED_REACH = 200
_PENAL = "statute.antecedent.penal"  # the criminal code that nothing names


@dataclass(frozen=True, slots=True)
class _Known:
    """The instruments of a text, in text order; ``code`` is its only code."""

    named: list[InstrumentMention]
    code: InstrumentMention | None
    attached: set[int]


class Antecedents:
    """Finds the instrument that a text goes on with."""

    def __init__(self, rules: ResolutionRules, places: Jurisdictions) -> None:
        self._rules = rules
        self._places = places

    def resolve(self, text: str, cited: list[Cited], mentions: list[InstrumentMention]) -> None:
        """Give every citation that is still open the instrument named before it, if any."""
        known = self._known(cited, mentions)
        last: Cited | None = None
        for one in cited:
            if one.open:
                choice = self._choose(text, known, one, last)
                if choice is not None:
                    one.mention, one.how = choice, "antecedent"
            if one.mention is not None:
                last = one

    def _known(self, cited: list[Cited], mentions: list[InstrumentMention]) -> _Known:
        named = [m for m in mentions if m.name is not None and not m.beside]
        codes = {m.name: m for m in reversed(named) if m.kind == "code"}
        return _Known(
            named=named,
            code=next(iter(codes.values())) if len(codes) == 1 else None,
            attached={id(one.mention) for one in cited if one.attached},
        )

    def _choose(
        self, text: str, known: _Known, one: Cited, last: Cited | None
    ) -> InstrumentMention | None:
        if one.bare_sign:
            return _signed_before(one, last)
        choice = self._nearest(text, one, known, last)
        if choice is None and known.code is not None and fits(one, known.code):
            choice = known.code
        if choice is None and self._is_penal(text, one):
            return _criminal_code(one.citation.start)
        return self._of_sections(one, choice)

    def _is_penal(self, text: str, one: Cited) -> bool:
        """Tell whether the sentence of an article without a code speaks of its prosecution."""
        start = one.citation.start
        articles = all(marker.strong for marker in one.citation.markers[:1])
        before = text[max(0, start - _CHARGED_REACH) : start]
        return articles and self._rules.penal.regex.search(before) is not None

    def _of_sections(
        self, one: Cited, choice: InstrumentMention | None
    ) -> InstrumentMention | None:
        """Return the constitution for "Article 21" beside an Indian act, which has sections."""
        if choice is None or choice.kind not in ("act", "code"):
            return choice
        articles = all(marker.level == "article" for marker in one.citation.markers)
        if not articles or self._places.signs(choice.jurisdiction).acts_of == "articles":
            return choice
        return replace(choice, name="Constitution", kind="constitution", code="constitution")

    def _nearest(
        self, text: str, one: Cited, known: _Known, last: Cited | None
    ) -> InstrumentMention | None:
        """Return the last instrument before a citation that is cited or was just named."""
        start = one.citation.start
        if last is not None and (start - last.citation.end > FAR or not fits(one, last.mention)):
            last = None
        index = bisect_left(known.named, start, key=lambda mention: mention.start)
        for mention in reversed(known.named[max(0, index - MOST_BACK) : index]):
            if mention.end > start:
                continue
            cited_later = last is not None and mention.end <= last.citation.end
            if cited_later or start - mention.end > FAR:
                break
            in_use = id(mention) in known.attached or self._just_named(text[mention.end : start])
            if in_use and fits(one, mention):
                return mention
        return last.mention if last else None

    def _just_named(self, between: str) -> bool:
        """Tell whether an instrument was named in the same paragraph, or leads a list in."""
        if len(between) >= NEAR:
            return False
        return "\n\n" not in between or bool(self._rules.unnamed_list.regex.match(between))


def last_before(mentions: list[InstrumentMention], at: int) -> InstrumentMention | None:
    """Return the last mention that begins before an offset."""
    index = bisect_left(mentions, at, key=lambda mention: mention.start)
    return mentions[index - 1] if index else None


def _signed_before(one: Cited, last: Cited | None) -> InstrumentMention | None:
    """Return the code that is cited by signs before "Id. § 1997e(a)" or a bare "§ 1997e(e)"."""
    if last is None or not last.signed or one.citation.start - last.citation.end > FAR:
        return None
    return last.mention


def _criminal_code(at: int) -> InstrumentMention:
    """Return the criminal code that an article means without its name."""
    return InstrumentMention(
        at, at, _PENAL, "Criminal Code", "code", code="criminal_code", implied=True
    )
