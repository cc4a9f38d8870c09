"""What speaks for or against a match: the model's entities, earlier claims, look-alikes."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import starmap

from spacy.tokens import Doc

from custody_records.annotate.decisions import Decision
from custody_records.annotate.lookalikes import Claim
from custody_records.annotate.text import entities_of, text_of
from custody_records.annotate.timex.contexts import Contexts
from custody_records.annotate.timex.grammar import Found
from custody_records.annotate.timex.intervals import Interval, Intervals
from custody_records.annotate.timex.reading import Timex

_TIME_LABELS = frozenset(("DATE", "TIME"))
_COUNT_LABELS = frozenset(("CARDINAL", "QUANTITY", "MONEY", "PERCENT", "ORDINAL"))
_CLAIMING_FIELDS = ("facilities", "statutes")
# "Navruz Nasyrlaev", "Ramazan Yesergepov": a given name, not a feast.
_NAME_FOLLOWS = re.compile(r" [^\W\d_a-zа-яё]")


# A capitalised word right behind a name, of which no date goes on.
_SURNAME = re.compile(r" [^\W\d_a-zа-яё][^\W\d_]+(?![^\W_]|[ .,]{0,2}\d)")
# How far the words before a month are looked at that make it one even beside its namesake.
_BEFORE = 16


def _bearers(entities: Iterable[Interval], text: str) -> frozenset[str]:
    """Return the words of people's names of two words and more, as printed.

    A model may end a name before its month: "Warden Augustus" before "March was moved".
    """
    words: set[str] = set()
    for entity in entities:
        if entity.label != "PERSON":
            continue
        follows = _SURNAME.match(text, entity.end)
        name = text[entity.start : follows.end() if follows else entity.end].split()
        words.update(word.strip(",.’'") for word in name if len(name) > 1)
    return frozenset(words)


class Evidence:
    """Answers for one doc; collects what it refuses in ``refused``."""

    def __init__(self, doc: Doc, claims: Iterable[Claim], contexts: Contexts) -> None:
        """Gather what the entities of a doc and its earlier components say."""
        self._contexts = contexts
        entities = list(starmap(Interval, entities_of(doc)))
        self._text = text_of(doc)
        self._named = entities
        claims = sorted(claims, key=lambda claim: (claim.start, claim.end))
        self._entities = Intervals(entities)
        self._events = [claim for claim in claims if claim.rule.value]
        claimed = [Interval(claim.start, claim.end, claim.rule.id) for claim in claims]
        taken = (
            Interval(span.start_char, span.end_char, field)
            for field in _CLAIMING_FIELDS
            for span in doc.spans.get(field, ())
        )
        self._claimed = Intervals([*claimed, *taken])
        self.refused = [Decision("timex", s.label, s.start, s.end, "claimed") for s in claimed]

    @cached_property
    def _bearers(self) -> frozenset[str]:
        """The months and weekdays that people of the text are called by, as printed."""
        told = (m for p in self._contexts.bearers for m in p.finditer(self._text))
        months = (month for match in told for month in match.groups() if month)
        return _bearers(self._named, self._text).union(months)

    def allows(self, found: Found) -> bool:
        """Whether a match may stand; a refusal is noted with its reason."""
        by = self._objection(found)
        if by is None and found.rule.means == "nothing":
            self.refused.append(Decision("timex", found.rule.id, found.start, found.end, "claimed"))
            return False
        if by:
            self.refused.append(
                Decision("timex", found.rule.id, found.start, found.end, "refused", by)
            )
        return by is None

    def free(self, start: int, end: int) -> bool:
        """Whether nothing has claimed a part of a span."""
        return not any(self._claimed.touching(start, end))

    def _objection(self, found: Found) -> str | None:
        start, end = found.start, found.end
        claimed = next(self._claimed.touching(start, end), None)
        if claimed:
            return claimed.label
        rule = found.rule
        if rule.needs or rule.weak or rule.may_be_name:
            labels = {entity.label for entity in self._entities.touching(start, end)}
            if rule.needs and not labels & _TIME_LABELS:
                return "no-entity"
            if rule.weak and labels & _COUNT_LABELS:
                return "counted"
            if rule.may_be_name and "PERSON" in labels:
                return "person"
            if rule.may_be_name and self._is_bearer(found):
                return "person"
            forename = found.lexemes.text[start:end].casefold() in self._contexts.forenames
            unseen = labels.isdisjoint(_TIME_LABELS)
            if forename and unseen and _NAME_FOLLOWS.match(found.lexemes.text, end):
                return "name-follows"
        if "named" in rule.set and _NAME_FOLLOWS.match(found.lexemes.text, end):
            return "name-follows"
        return None

    def _is_bearer(self, found: Found) -> bool:
        """Whether a month or weekday is somebody: "John May was dismissed. May had known"."""
        text = found.lexemes.text
        if text[found.start : found.end] not in self._bearers:
            return False
        before = max(found.start - _BEFORE, 0)
        return not self._contexts.dated.search(text, before, found.start)

    def events(self) -> Iterator[Timex]:
        """Yield the look-alikes that name an event by its date."""
        for claim in self._events:
            value = str(claim.rule.value)
            yield Timex(claim.start, claim.end, claim.rule.id, "DATE", value, borrowed=True)
