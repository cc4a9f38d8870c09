"""Whether a trigger tells an event, and with what status."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.events.event_types import TypeTraits
from custody_records.annotate.russian.events.schema import ContextWords, RussianEventRule
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.names.words import plain
from custody_records.annotate.russian.participant_words import ParticipantWords
from custody_records.annotate.text import text_of
from custody_records.contract.values import EventStatus

# Why a denied trigger tells no event; what officials deny is an event of its own.
NEGATED = "refuse.negated"


class Judge:
    """Knows the words of ``context.yaml``."""

    def __init__(self, context: ContextWords, words: ParticipantWords) -> None:
        self.context = context
        self.words = words

    def refuses(self, trigger: Token, rule: RussianEventRule) -> str | None:
        """Return why a trigger tells no event, None if it may tell one."""
        verb = self._verb(trigger)
        negated = self.is_negated(trigger) or self.is_negated(verb)
        if negated != rule.negated and not rule.any_polarity:
            return NEGATED if negated else "refuse.affirmed"
        reason = self._is_no_fact(trigger, verb)
        if reason:
            return reason
        if self._is_topic(trigger) and not (rule.topics and self._is_reported(trigger)):
            return "refuse.topic"
        governor = self._governor(verb)
        tried = rule.attempts and governor in self.context.trying
        if governor in self.context.doubtful and not tried and rule.status != "denied":
            return "refuse.doubtful"
        if text_of(trigger.doc)[trigger.sent.end_char - 1 : trigger.sent.end_char] == "?":
            return "refuse.question"
        return None

    def _is_no_fact(self, trigger: Token, verb: Token) -> str | None:
        """Return why what stands beside a trigger makes it no single fact, None if nothing does."""
        for child in (*trigger.children, *verb.children):
            if child.lower_ in self.context.conditional:
                return "refuse.conditional"
            if child.dep_ == "mark" and child.lower_ in self.context.refusing_marks:
                return "refuse.condition"
        if any(map(self._is_total, (trigger, verb, trigger.sent.root))):
            return "refuse.total"
        asked = trigger.i != verb.i and verb.lemma_ in self.context.doubtful
        return "refuse.asked-for" if asked else None  # "просил об освобождении"

    def is_negated(self, token: Token) -> bool:
        """Tell whether a word is denied."""
        return any(
            c.lower_ in self.context.negation and c.dep_ in ("advmod", "cc", "det")
            for c in token.children
        )

    def _is_topic(self, trigger: Token) -> bool:
        """Tell whether a noun in the plural is only spoken of: "о тюремных протестах"."""
        plural = trigger.pos_ == "NOUN" and feature(trigger, "Number") == "Plur"
        return plural and any(
            c.dep_ == "case" and c.lower_ in self.context.about for c in trigger.children
        )

    def _is_total(self, word: Token) -> bool:
        """Tell whether a word counts what was over a period: "за год в колониях умерли двое"."""
        for child in word.children:
            if child.lemma_ in self.context.totals:
                return True
            period = child.dep_ in ("obl", "nmod") and child.lemma_ in self.context.periods
            if period and any(c.lower_ == self.context.within for c in child.children):
                return True
        return False

    def _is_reported(self, trigger: Token) -> bool:
        """Tell whether what is spoken of is told as a fact: "сообщил о пытках в ИК-6"."""
        above = trigger.head
        return above.i != trigger.i and above.lemma_ in self.context.reporting

    def status(
        self,
        trigger: Token,
        rule: RussianEventRule,
        traits: TypeTraits,
        said: Sequence[Attribution],
    ) -> EventStatus:
        """Return the status of an event."""
        verb = self._verb(trigger)
        carried = verb.i != trigger.i and traits.befallen  # "расследуют гибель": that is no plan
        if not carried and self._is_ahead(verb):
            return "ordered_or_planned"
        if rule.status is not None:
            return rule.status
        if any(a.force == "denies" for a in said):
            return "denied"
        if (
            traits.contested
            and said
            and not any(self.is_official(trigger.doc, a.source) for a in said)
        ):
            return "alleged"
        if traits.contested and any(a.force == "claims" for a in said):
            return "alleged"
        return "reported"

    def _is_ahead(self, verb: Token) -> bool:
        """Tell whether a verb tells what is yet to come or only ordered."""
        if feature(verb, "Tense") == "Fut" or self._governor(verb) in self.context.planning:
            return True
        return bool({c.lemma_ for c in verb.children} & self.context.planned)

    def is_official(self, doc: Doc, source: Argument | None) -> bool:
        """Tell whether somebody speaks for the state, by his name, phrase or roles."""
        return source is not None and bool(
            _words_of(doc, source, self.words) & self.words.officials
        )

    def is_staff(self, doc: Doc, actor: Argument) -> bool:
        """Tell whether somebody works in a facility and is no prisoner."""
        words = _words_of(doc, actor, self.words)
        return bool(words & self.words.staff) and not words & self.words.prisoners

    @staticmethod
    def _verb(trigger: Token) -> Token:
        """Return the verb that carries a noun trigger, else the trigger."""
        if trigger.pos_ in ("VERB", "AUX", "ADJ"):
            return trigger
        head = trigger.head
        return (
            head
            if head.pos_ == "VERB" and trigger.dep_ in ("obj", "nsubj", "nsubj:pass", "obl")
            else trigger
        )

    def _governor(self, verb: Token) -> str:
        """Return the lemma of the verb under which another stands as an infinitive."""
        if feature(verb, "VerbForm") != "Inf":
            return ""
        above = verb.head
        return above.lemma_ if above.i != verb.i else ""


def _words_of(doc: Doc, somebody: Argument, known: ParticipantWords) -> set[str]:
    """Return the words of somebody's phrase, name and roles."""
    span = doc.char_span(somebody.start, somebody.end, alignment_mode="expand")
    words = {t.lemma_ for t in span} | {t.lower_ for t in span} if span else set()
    entity = doc._.entities[somebody.entity] if somebody.entity is not None else None
    if entity is None:
        return words
    roles = {
        w.removeprefix(known.former_prefix)
        for role in getattr(entity, "roles", ())
        for w in plain(role).lower().split()
    }
    return words | roles | set(plain(entity.canonical).lower().split())
