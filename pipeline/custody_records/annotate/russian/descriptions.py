"""What a text calls its people where it does not name them: "правозащитница", "офицер"."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from custody_records.annotate.entities.entity import Entity, PersonEntity
from custody_records.annotate.entities.index import EntityIndex
from custody_records.annotate.russian.doc_lemmas import lemmas
from custody_records.annotate.russian.morphology.phrases import Nominatives
from custody_records.annotate.russian.names.words import PeopleWords
from custody_records.annotate.russian.participant_words import ParticipantWords
from custody_records.annotate.russian.participants import Participants
from custody_records.annotate.tags import NOUNS


class RussianDescriptions:
    """Adds the roles by which a text speaks of its people to ``doc._.entities``."""

    def __init__(self, words: ParticipantWords, people: PeopleWords, phrases: Nominatives) -> None:
        self.words = words
        self._roles = people.roles - people.kin - words.dead
        self.people = people
        self.phrases = phrases

    def __call__(self, doc: Doc) -> Doc:
        """Complete the people of a doc whose entities are resolved."""
        participants = Participants(doc, self.words, self.people)
        if not participants.index.of_type("person"):
            return doc
        told: dict[int, list[str]] = {}
        held = lemmas(doc)
        for token in (doc[i] for i, lemma in enumerate(held) if lemma in self._roles):
            entity = participants.described(token) if self._describes(token) else None
            if entity is not None:
                told.setdefault(entity.id, []).append(self.phrases.one_of(token))
        if told:
            doc._.entities = tuple(_with(e, told.get(e.id, ())) for e in doc._.entities)
            EntityIndex.renew(doc)
        return doc

    def _describes(self, token: Token) -> bool:
        """Tell whether a word is a role that stands alone, with neither a name nor an owner."""
        if token.pos_ not in NOUNS:
            return False
        after = token.nbor(1) if token.i + 1 < len(token.doc) else token
        beside = after.ent_type_ == "PERSON" or token.dep_ in ("appos", "xcomp")
        return not beside and not any(
            c.dep_ in ("nmod", "appos", "flat:name", "amod") for c in token.children
        )


def _with(entity: Entity, roles: list[str] | tuple[()]) -> Entity:
    if not isinstance(entity, PersonEntity) or not roles:
        return entity
    known = {role.lower() for role in entity.roles}
    new = [role for role in dict.fromkeys(roles) if role.lower() not in known]
    return replace(entity, roles=(*entity.roles, *new))
