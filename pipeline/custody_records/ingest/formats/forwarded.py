"""A message within a message: what somebody passed on has its own day, sender and subject."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil import parser as dates

from custody_records.articles.days import days_in
from custody_records.articles.own import own
from custody_records.rulebook import RuleFile

Label = Literal["sender", "date", "subject", "other"]

_MARKS = re.compile(r"[-–—_=>*:\s]+")
_LINE = re.compile(r"[>*\s]*(?P<label>[^\W\d_][^:\n]{0,20}?)\*?\s*:\s*\*?(?P<value>[^\n]{0,400})")
_HEAD = 12  # lines below the mark in which its header stands
_FIRST = 40  # lines of a mail in which the mark stands: what is quoted below an answer is none


class MailRules(RuleFile):
    """``reading/mail.yaml``."""

    forwarded: frozenset[str]
    labels: dict[Label, tuple[str, ...]]
    prefixes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The message that a mail passes on; ``published`` is an ISO date."""

    text: str
    sender: str | None = None
    subject: str | None = None
    published: str | None = None


def mail_rules() -> MailRules:
    """Return the rules of mail, read once."""
    return own("mail.yaml", MailRules)


def subject_of(subject: str | None) -> str | None:
    """Return a subject without what answering and passing on put before it."""
    left = (subject or "").strip()
    while (found := re.match(r"([^\W\d_]{2,6})(?:\[\d+\])?\s*:\s*", left)) and (
        found[1].casefold() in mail_rules().prefixes
    ):
        left = left[found.end() :]
    return left or None


def forwarded_in(text: str) -> Forwarded | None:
    """Return the message that a mail's text passes on, None if it passes on none."""
    rules = mail_rules()
    kinds = {word: kind for kind, words in rules.labels.items() for word in words}
    lines = text.splitlines()
    for number, line in enumerate(lines[:_FIRST]):
        if _MARKS.sub(" ", line).strip().casefold() not in rules.forwarded:
            continue
        told: dict[str, str] = {}
        at = number + 1
        for below in lines[number + 1 : number + 1 + _HEAD]:
            found = _LINE.fullmatch(below)
            kind = kinds.get(found["label"].strip().casefold()) if found else None
            if found and kind:
                told.setdefault(kind, found["value"].strip())
            elif below.strip(" >*"):
                break
            at += 1
        if told:
            return Forwarded(
                text="\n".join(lines[at:]),
                sender=told.get("sender") or None,
                subject=subject_of(told.get("subject")),
                published=_day(told.get("date", "")),
            )
    return None


def _day(value: str) -> str | None:
    if days := days_in(value):
        return days[0][2].isoformat()
    try:
        found: date = dates.parse(value, fuzzy=True).date()
    except (ValueError, OverflowError, TypeError):
        return None
    return found.isoformat()
