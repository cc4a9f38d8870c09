"""Whom "the lawyer said", "his mother says" or a heading's "sister alleges" speaks of, by roles."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.nouns import is_bare
from custody_records.annotate.attributions.last_speakers import speaker_of_role
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.entities.references.roles import Roles
from custody_records.annotate.participants.lexicon import ParticipantLexicon

_TELLS_MORE = frozenset(["prep", "relcl", "acl", "appos"])  # labels of what says which one it is


class Offices:
    """Finds the bearer of an office. ``alike``: words for one office ("counsel", "lawyer")."""

    def __init__(self, alike: Iterable[frozenset[str]], lexicon: ParticipantLexicon) -> None:
        self.lexicon = lexicon
        self._alike = {word: (word, *sorted(words - {word})) for words in alike for word in words}

    def bearer(self, head: Token, sentence: Span, before: Sequence[Attribution]) -> Argument | None:
        """Return who spoke last, was named last or is the only one of the text with an office."""
        word = head.lower_
        titled = head.pos_ == "PROPN"  # "Commissioner General"
        if not (titled or word in self.lexicon.people) or self.lexicon.is_plural(word):
            return None
        roles = Roles.of(sentence.doc)
        if is_bare(head, self.lexicon.phrases.anaphoric):
            for each in self._alike.get(word, (word,)):
                speaker = speaker_of_role(roles, each, before)
                if speaker is not None:
                    return speaker.found_by("source.role")
                meant = roles.last(sentence.start + head.i, each)
                if meant is not None:
                    return Argument.of(meant, "source.role")
        only = roles.alone(word)
        if only is None or not self._may_be_the_only_one(head, roles.of_person(only.entity)):
            return None
        return Argument.of(only, "source.only-one")

    def _may_be_the_only_one(self, head: Token, held: frozenset[str]) -> bool:
        """Tell whether a noun stands with nothing but "the", "his" (of kin) or its own title."""
        allowed = self.lexicon.phrases.anaphoric | held
        if head.lower_ in self.lexicon.kin:
            allowed |= self.lexicon.phrases.possessive
        lefts = (c.lower_ for c in head.lefts if not c.is_punct)
        return all(word in allowed for word in lefts) and not any(
            c.dep_ in _TELLS_MORE for c in head.rights
        )
