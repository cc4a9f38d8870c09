"""Which instrument a citation is of: beside it, shared with its neighbour, or named before."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from custody_records.annotate.statutes.grammar import Citation
from custody_records.annotate.statutes.mention import InstrumentMention

NEAR = 300  # characters: an instrument named in the sentence before
MOST_BACK = 60  # mentions that are looked back at
FAR = 2500  # characters: an instrument that is being cited

GLOSS = r"(?:\([^()]{0,400}\)|“[^”]{0,400}”|«[^»]{0,400}»|‘[^’]{0,400}’|\"[^\"\n]{0,400}\")"
_SMALL = (
    r"(?:of|under|in|to|from|by|the|its|their|his|country['’]s|republic['’]s|current|new|old|"
    r"former|then|revised|amended|respectively|un|united nations|domestic|national|state|"
    r"soviet|organic|general|rsfsr|ussr|(?:19|20)\d\d)"
)
_CHAPTER = r"(?:title|chapter|book|раздел\w{0,2}|глав\w{0,2})\s[\dIVXL]{1,5}"
_AFTER = re.compile(
    rf"\s*(?:{GLOSS})?\s*(?:(?:{_SMALL}(?!\w)|{_CHAPTER}|[,(])\s*){{0,6}}", re.IGNORECASE
)
_BEFORE = re.compile(
    r"(?:['’]s?)?[\s,:(–—.-]{0,4}(?:(?:its|under|in|,?\s*namely)\s+)?(?:§\s?)?(?:App\.\s?)?", re.I
)
_LINK = re.compile(
    rf"\s*(?:{GLOSS})?\s*(?:(?:and|or|и|или|as well as|а также|under|of|with|read|from|by|"
    r"against|also|both)(?!\w)\s*|[,;–—]\s*){0,4}",
    re.IGNORECASE,
)


# "статью 8 федерального закона о полиции", "статьи 4 Европейского договора": of an instrument that
# no rule knows, and so not of the code cited before.
_OF_ANOTHER = re.compile(
    r"\s(?:[А-ЯЁ]?[а-яё-]+(?:ого|его|ой|ей)\s){0,2}"
    r"(?i:закона|конвенции|пакта|протокола|договора|устава|хартии|положения|указа)(?!\w)"
)


# "prosecuted under Articles 207.3 and 280.3": of the criminal code, whatever was cited before.
_CHARGED = re.compile(
    r"\b(?:charg(?:ed?|es)|convicted|conviction|prosecuted|sentenced|jailed|imprisoned|indicted"
    r"|accused|found guilty|guilty|criminal (?:case|proceedings|charges)|investigation|punishable"
    r"|offen[cs]es?|crimes?)\b[^.;\n]{0,160}$"
    r"|(?:обвин|осужд|приговор|уголовн\w+ дел)[^.;\n]{0,160}$",
    re.IGNORECASE,
)
_CHARGED_REACH = 200
_PENAL_NAMES = frozenset({"Criminal Code", "Penal Code", "Criminal Law", "Islamic Penal Code"})
# "the Religion Law" sets no crimes, "the Anti-Terror Law" does.
_PENAL_LAW = re.compile(
    r"(?i)terror|extremis|drug|narcotic|crim|penal|secur|weapon|firearm|corrupt|traffick|cyber|press"
)
# Whose acts and codes have sections, and the constitution articles.
_ACTS_OF_SECTIONS = frozenset({"BD", "IN", "PK"})
# Instruments that nobody is charged under.
_NOT_PENAL = frozenset(
    {"Criminal Procedure Code", "Penal Enforcement Code", "Civil Code", "Constitution"}
    | {"Criminal Procedure Law", "Imprisonment Code", "Penitentiary Code"}
)

# "Section 8 housing", "Section 144 orders", "an Article III judge": what goes by a number that
# everybody knows is not of the act named before.
_BY_ITSELF = re.compile(
    r"\s(?:housing|evictions?|notices?|orders?|powers|stop-and-search|judges?|hearings?|bankruptcy"
    r"|expulsions?|visas?|punishments?|schools?|funding|funds)\b"
)
_TREATIES = frozenset({"convention", "covenant", "protocol", "treaty", "charter"})
# What "the Convention" may mean beside an instrument of the same kind.
_KIN = {
    "convention": ("covenant", "protocol"),
    "covenant": ("convention",),
    "treaty": ("convention", "covenant", "protocol", "charter"),
    "law": ("act", "decree"),
    "act": ("law",),
}


@dataclass(slots=True)
class Cited:
    """A citation with its instrument, and how the two were brought together."""

    citation: Citation
    mention: InstrumentMention | None = None
    how: str = "unknown"
    start: int = 0
    end: int = 0
    asked: str | None = None  # the kind that a generic word asked for

    @property
    def of_unnamed_treaty(self) -> bool:
        """Whether it is "of the Convention" and no convention is known."""
        return self.mention is None and self.asked in _TREATIES

    @property
    def attached(self) -> bool:
        """Whether the instrument stands beside the citation."""
        return self.how in ("after", "before", "shared")


def resolve(
    text: str,
    citations: list[Citation],
    mentions: list[InstrumentMention],
    bodies: list[InstrumentMention],
) -> list[Cited]:
    """Return every citation with the instrument that the text gives it, if it gives one."""
    cited = [Cited(c, start=c.start, end=c.end) for c in citations]
    _attach(text, cited, mentions)
    _share(text, cited)
    _name_generics(cited, mentions, bodies)
    _by_number(cited)
    _by_antecedent(text, cited, mentions)
    return cited


def _attach(text: str, cited: list[Cited], mentions: list[InstrumentMention]) -> None:
    index = 0
    for position, one in enumerate(cited):
        citation = one.citation
        while index < len(mentions) and mentions[index].end <= citation.start:
            index += 1
        before = mentions[index - 1] if index else None
        after = next((m for m in mentions[index : index + 3] if m.start >= citation.end), None)
        limit = cited[position + 1].citation.start if position + 1 < len(cited) else len(text)
        gap_before = text[before.end : citation.start] if before else ""
        adjoins = (
            before is not None and bool(_BEFORE.fullmatch(gap_before)) and before.name is not None
        )
        if after is not None and after.start < limit and after.start - citation.end < 460:
            gap = text[citation.end : after.start]
            loose = "," in gap and not re.search(r"\b(?:of|in|to|under)\b", gap)
            if _AFTER.fullmatch(gap) and fits(one, after) and not (loose and adjoins):
                one.mention, one.how, one.end = after, "after", after.end
                continue
        earlier = cited[position - 1] if position else None
        taken = earlier is not None and earlier.mention is before and earlier.how == "after"
        if adjoins and before is not None and fits(one, before) and not taken:
            one.mention, one.how, one.start = before, "before", before.start


def _share(text: str, cited: list[Cited]) -> None:
    """Give "Part 1 of Art. 130 (…) and Part 1 of Art. 293 of the Code" one instrument."""
    for one, following in zip(reversed(cited[:-1]), reversed(cited[1:]), strict=True):
        if one.mention is None and following.mention and following.how in ("after", "shared"):
            gap = text[one.citation.end : following.citation.start]
            if len(gap) < 460 and _LINK.fullmatch(gap) and fits(one, following.mention):
                one.mention, one.how = following.mention, "shared"


def _name_generics(
    cited: list[Cited], mentions: list[InstrumentMention], bodies: list[InstrumentMention]
) -> None:
    """Replace "the same code" by the last instrument of its kind.

    "The Convention" of a text that names none is that of the body it speaks of: the Committee
    against Torture watches over the Convention against Torture.
    """
    by_kind: dict[str, list[InstrumentMention]] = {}
    for mention in mentions:
        if mention.name is not None:
            by_kind.setdefault(mention.kind, []).append(mention)
    for one in cited:
        generic = one.mention
        if generic is None or generic.name is not None:
            continue
        kinds = (generic.kind, *_KIN.get(generic.kind, ()))
        known = [m for kind in kinds if (m := _last_before(by_kind.get(kind, []), generic.start))]
        watched = [body for body in bodies if body.kind in kinds]
        one.asked = generic.kind
        one.mention = max(known, key=lambda m: m.start) if known else next(iter(watched), None)
        one.how = "generic"


def _last_before(mentions: list[InstrumentMention], at: int) -> InstrumentMention | None:
    index = bisect_left(mentions, at, key=lambda mention: mention.start)
    return mentions[index - 1] if index else None


def _by_number(cited: list[Cited]) -> None:
    """An article that is cited elsewhere with its instrument is of that one."""
    known: dict[str, dict[str, InstrumentMention]] = {}
    for one in cited:
        if one.mention is not None and one.attached:
            for number in numbers(one.citation):
                known.setdefault(number, {})[one.mention.name or ""] = one.mention
    for one in cited:
        if one.mention is None and one.how == "unknown":
            found = [known[n] for n in numbers(one.citation) if len(known.get(n, ())) == 1]
            if found:
                one.mention, one.how = next(iter(found[0].values())), "number"


def _by_antecedent(text: str, cited: list[Cited], mentions: list[InstrumentMention]) -> None:
    named = [m for m in mentions if m.name is not None and not m.beside]
    attached = {id(one.mention) for one in cited if one.attached}
    codes = {m.name: m for m in reversed(named) if m.kind == "code"}
    last: Cited | None = None
    for before, one in zip([None, *cited], cited, strict=False):
        end = one.citation.end
        another = _OF_ANOTHER.match(text, end) or _BY_ITSELF.match(text, end)
        if one.mention is None and one.how == "unknown" and not another:
            if before is not None and _explains(text, before, one):
                choice = _treaty_before(named, one)
            else:
                choice = _nearest(text, one, named, attached, last)
                if not _punishes(choice) and _is_charged(text, one):
                    choice = _penal_before(named, one) or choice
                if choice is None and len(codes) == 1:
                    code = next(iter(codes.values()))
                    choice = code if fits(one, code) else None
                if not _punishes(choice) and _is_charged(text, one):
                    choice = _penal_before(named, one)
                choice = _of_sections(one, choice)
            if choice is not None:
                one.mention, one.how = choice, "antecedent"
        if one.mention is not None:
            last = one


def _of_sections(one: Cited, choice: InstrumentMention | None) -> InstrumentMention | None:
    """Return the constitution for "Article 21" beside an Indian act, which has sections."""
    articles = all(marker.level == "article" for marker in one.citation.markers)
    sectioned = choice is not None and choice.kind in ("act", "code")
    if choice is None or not (sectioned and articles and choice.jurisdiction in _ACTS_OF_SECTIONS):
        return choice
    return replace(choice, name="Constitution", kind="constitution", code="constitution")


def _punishes(choice: InstrumentMention | None) -> bool:
    """Tell whether somebody can be charged under an instrument; one that is unknown may be."""
    if choice is None:
        return True
    treaty = choice.kind in _TREATIES or choice.kind in ("rules", "principles", "constitution")
    other = choice.kind == "law" and not _PENAL_LAW.search(choice.name or "")
    return choice.name in _PENAL_NAMES or not (treaty or other or choice.name in _NOT_PENAL)


def _is_charged(text: str, one: Cited) -> bool:
    start = one.citation.start
    return bool(_CHARGED.search(text[max(0, start - _CHARGED_REACH) : start]))


def _penal_before(named: list[InstrumentMention], one: Cited) -> InstrumentMention | None:
    """Return the penal code that was named last before a citation, else the only one behind it."""
    penal = [m for m in named if m.name in _PENAL_NAMES]
    before = _last_before(penal, one.start)
    found = before or (penal[0] if len({m.name for m in penal}) == 1 else None)
    return found if fits(one, found) else None


def _explains(text: str, before: Cited, one: Cited) -> bool:
    """Tell "article 146 of the Criminal Code (arts. 1, 2 and 4)": the bracket is a treaty's."""
    return before.how == "after" and text[before.end : one.start].strip() == "("


def _treaty_before(named: list[InstrumentMention], one: Cited) -> InstrumentMention | None:
    treaties = [m for m in named if m.kind in _TREATIES]
    return _last_before(treaties, one.start)


def _nearest(
    text: str,
    one: Cited,
    named: list[InstrumentMention],
    attached: set[int],
    last: Cited | None,
) -> InstrumentMention | None:
    """Return the last instrument before a citation that is cited or was just named."""
    start = one.citation.start
    if last is not None and (start - last.citation.end > FAR or not fits(one, last.mention)):
        last = None
    index = bisect_left(named, start, key=lambda mention: mention.start)
    for mention in reversed(named[max(0, index - MOST_BACK) : index]):
        if mention.end > start:
            continue
        if (last is not None and mention.end <= last.citation.end) or start - mention.end > FAR:
            break
        between = text[mention.end : start]
        just_named = len(between) < NEAR and (
            "\n\n" not in between or re.match(r"[^\n]{0,60}:\s*\n", between) is not None
        )
        if (just_named or id(mention) in attached) and fits(one, mention):
            return mention
    return last.mention if last else None


def numbers(citation: Citation) -> list[str]:
    """Return the article numbers of a citation as printed."""
    return [
        value.text
        for group in citation.groups
        if group.top is not None
        for value in group.top.values
        if value.text
    ]


def fits(one: Cited, mention: InstrumentMention | None) -> bool:
    """Tell whether an instrument can have what is cited: rules or articles, and so many."""
    if mention is None:
        return False
    rule_like = any(marker.level == "rule" for marker in one.citation.markers)
    ordered = any(marker.level == "order" for marker in one.citation.markers)
    if (
        mention.name is not None
        and not ordered
        and rule_like
        and mention.kind not in ("rules", "principles")
    ):
        return False
    if mention.limit is not None:
        for number in numbers(one.citation):
            digits = re.match(r"\d+", number)
            if digits and int(digits[0]) > mention.limit:
                return False
    return True
