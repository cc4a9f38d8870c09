"""Whom "говорит она" and "по его словам" mean: who has just been speaking, before anybody else."""

from dataclasses import replace

from spacy.tokens import Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.russian.participants import Participants

_SUBJECTS = ("nsubj", "nsubj:pass")
_FURTHEST = 2  # sentences back in which somebody has spoken


class Speakers:
    """Finds the sources of a doc; knows who spoke last."""

    def __init__(self, participants: Participants) -> None:
        self.participants = participants
        self._last: tuple[Argument, int] | None = None  # with the number of the sentence

    def of(self, token: Token, number: int) -> Argument | None:
        """Return who speaks in a sentence, by the word beside the cue."""
        gender = self.participants.gender_of_pronoun(token)
        goes_on = self._going_on(token, number, gender) if gender else None
        found = goes_on or next(iter(self.participants.of(token)), None)
        if found is not None:
            self._last = found, number
        return found

    def _going_on(self, pronoun: Token, number: int, gender: str) -> Argument | None:
        if self._last is None:
            return None
        speaker, spoke = self._last
        if number - spoke > _FURTHEST or self._gender(speaker) not in (gender, None):
            return None
        between = (s for s in self._between(pronoun.sent, spoke, number))
        if any(self._tells_of_another(sentence, speaker, gender) for sentence in between):
            return None
        return replace(speaker, reference="pronoun")

    def _gender(self, speaker: Argument) -> str | None:
        """Return the gender of a speaker; a body has none that a pronoun for people agrees with."""
        if speaker.kind == "organization":
            return ""
        return self.participants.gender_of(speaker)

    @staticmethod
    def _between(sentence: Span, first: int, last: int) -> list[Span]:
        found: list[Span] = []
        for _ in range(first + 1, last):
            start = (found[-1] if found else sentence).start
            found.append(sentence.doc[start - 1].sent)
        return found

    def _tells_of_another(self, sentence: Span, speaker: Argument, gender: str) -> bool:
        """Tell whether the subject of a sentence is another person whom the pronoun may mean."""
        for child in sentence.root.children:
            if child.dep_ in _SUBJECTS and child.pos_ != "PRON":
                other = next(iter(self.participants.of(child, bodies=False)), None)
                if other is not None and other.entity != speaker.entity:
                    return feature(child, "Gender") in (gender, None)
        return False
