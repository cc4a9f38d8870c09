"""Several people named in a row: "A, 31, B and C", "bloggers A and B, lawyer C and activist D".

A group stands for itself in an apposition ("three colleagues - A, B and C - were released") and
is what a later "all three", "both" or "they" means. Found on the tokens alone: parsers take long
rows apart in the wrong places.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from custody_records.annotate.entities.references.referent import Referent
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.text import lower_of, sentences_of

_MARKS = frozenset([",", ";", "/"])
_OPENERS = frozenset([",", "-", "--", "–", "—", ":", "(", ";"])
_ROLE_WORDS = 3  # words that may stand before a name: "human rights lawyer C"
_HEAD_OF_ROLE = 4  # words up to the noun of a longer role: "the former head of its guards, Major C"
OTHERS_REACH = 12  # "A and two other members of the committee, B and C"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Group:
    """People named in a row, in tokens ``start`` to ``end`` (exclusive) of the doc.

    ``size``: how many it has with those whom it only counts ("A, B and three others").
    """

    start: int
    end: int
    heads: tuple[int, ...]
    members: tuple[Referent, ...]
    size: int


def groups(doc: Doc, people: Iterable[Span], words: ParticipantLexicon) -> list[Group]:
    """Return the rows of two or more people, each within one sentence, in text order."""
    found: list[Group] = []
    row: list[Span] = []
    joining = words.phrases.joiners | words.phrases.company
    linked = False
    ends = [sentence.end for sentence in sentences_of(doc)]
    sentence = 0
    for span in sorted(people, key=lambda s: s.start):
        while sentence < len(ends) and ends[sentence] <= (row[-1].start if row else span.start):
            sentence += 1
        between = _between(doc, row[-1], span, words) if row else []
        same = bool(row) and span.start < ends[sentence] and row[-1].end <= span.start
        if same and len(row) < _LONGEST and _joins(between, words):
            row.append(span)
            linked = linked or not joining.isdisjoint(between)
            continue
        if len(row) > 1 and (linked or _others(doc, row, words) is not None):
            found.append(_group(doc, row, words))
        row, linked = [span], False
    if len(row) > 1 and (linked or _others(doc, row, words) is not None):
        found.append(_group(doc, row, words))
    return found


def _between(doc: Doc, one: Span, other: Span, words: ParticipantLexicon) -> list[str]:
    """Return the words between two names in lower case, without a title such as "Ko" or "Ms."."""
    end = other.start
    if end - 1 > one.end and doc[end - 1].is_title and doc[end - 1].lower_ not in words.people:
        end -= 1
    return lower_of(doc)[one.end : end]


def _others(doc: Doc, row: list[Span], words: ParticipantLexicon) -> int | None:
    """Return how many others without names close a row, 0 if it does not say; else None.

    "A, B and three others", "A, B and several presenters".
    """
    after = lower_of(doc)[row[-1].end : row[-1].end + OTHERS_REACH]
    while after[:1] == [","]:
        after = after[1:]
    if not after or after[0] not in words.phrases.joiners:
        return None
    near = after[1 : 2 + _ROLE_WORDS]
    if not any(word in words.people or word in words.phrases.others for word in near):
        return None
    return words.sizes.get(near[0], 0)


def _joins(between: list[str], words: ParticipantLexicon) -> bool:
    """Tell whether the words between two names make one row of them."""
    if _in_company(between, words):
        return True
    if not between or len(between) > OTHERS_REACH:
        return False
    if not words.phrases.others.isdisjoint(between[:4]):
        return between[0] in words.phrases.joiners and between[-1] in _OPENERS
    links = _MARKS | words.phrases.joiners
    if between[0] not in links and not (between[0] == "(" and ")" in between):
        return False
    role = [w for w in between if w not in links and w not in ("(", ")") and not w.isdigit()]
    if len(role) > _ROLE_WORDS:
        return _is_long_role(between, role, words)
    return not role or role[-1] in words.people


def _is_long_role(between: list[str], role: list[str], words: ParticipantLexicon) -> bool:
    """Tell whether a role with its "of ..." stands before a name: "and the head of guards, C"."""
    if words.phrases.joiners.isdisjoint(between[:2]) or role[0] not in words.articles:
        return False
    head = next((n for n, word in enumerate(role[:_HEAD_OF_ROLE]) if word in words.people), None)
    if head is None or words.phrases.before_rows.isdisjoint(role[head + 1 : head + 2]):
        return False
    return between[-1] in _OPENERS or role[-1] in words.people


def _in_company(between: list[str], words: ParticipantLexicon) -> bool:
    """Tell whether a name is that of somebody's company: "A was arrested, along with B"."""
    for index in range(len(between) - 1, max(0, len(between) - 2 - _ROLE_WORDS), -1):
        if between[index] in words.closed.companion and between[index - 1] in words.phrases.company:
            role = between[index + 1 :]
            return not role or role[-1] in words.people or role[-1] in _OPENERS
    return False


def _group(doc: Doc, row: list[Span], words: ParticipantLexicon) -> Group:
    members = tuple(Referent.named(span, "person") for span in row)
    size = len(row) + (_others(doc, row, words) or 0)
    return Group(row[0].start, row[-1].end, tuple(s.end - 1 for s in row), members, size)


def _is_role(between: list[str], words: ParticipantLexicon) -> bool:
    """Tell whether what stands right before a name is nothing or a role: "the painter", "Major"."""
    return not between or any(word in words.people | words.uniformed for word in between)


def _without_age(between: list[str], words: ParticipantLexicon) -> list[str]:
    """Return the words before a name without "23-year-old"."""
    return [w for w in between if not w.isdigit() and w not in words.ages and w != "-"]


def single(span: Span) -> Group:
    """Return the row of one that a single name is."""
    member = Referent.named(span, "person")
    return Group(span.start, span.end, (span.end - 1,), (member,), 1)


def named_among(
    doc: Doc, index: int, end: int, group: Group | None, words: ParticipantLexicon
) -> Group | None:
    """Return the row behind a plural noun if it names some of those whom the noun counts, or None.

    "Three prisoners, including A, ...", "12 people, among them A and B, were detained".
    """
    if group is None or group.start >= end:
        return None
    before = lower_of(doc)[index + 1 : group.start]
    opened = next((n for n, word in enumerate(before) if word in words.phrases.some_named), None)
    if opened is None or not set(before[:opened]) <= _OPENERS | words.phrases.before_rows:
        return None
    role = before[opened + 1 :]
    return group if len(role) <= _ROLE_WORDS + 1 else None


def apposed_after(
    doc: Doc, index: int, end: int, group: Group | None, words: ParticipantLexicon
) -> Group | None:
    """Return the row behind a noun if it names those whom the noun counts or describes, or None.

    "Two of the 11, A and B, were moved", "three colleagues - A, B and C - were released": the row
    is set off by a comma, dash, colon or bracket on both sides. ``index``: the noun; ``end``:
    where the sentence ends.
    """
    if group is None or group.start >= end:
        return None
    before = lower_of(doc)[index + 1 : group.start]
    if not before:
        return group  # "four residents A, B, C and D"
    if len(before) <= OTHERS_REACH and words.phrases.naming.fullmatch(" ".join(before)):
        return group
    opened = next((n for n, word in enumerate(before) if word in _OPENERS), None)
    role = [] if opened is None else _without_age(before[opened + 1 :], words)
    if opened is None or len(role) > _ROLE_WORDS or not _is_role(role, words):
        return None
    if opened and before[0] not in words.phrases.before_rows:
        return None
    closed = group.end >= end or lower_of(doc)[group.end] in _OPENERS | {".", ")", "!", "?"}
    return group if closed else None
