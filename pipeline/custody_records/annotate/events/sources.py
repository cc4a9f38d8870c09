"""Who says that an event happened, and what the source makes of its status."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Self

from spacy.tokens import Doc, Span

from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.cache import cached
from custody_records.annotate.events.hit import Hit
from custody_records.annotate.layout.paragraphs import Layout
from custody_records.annotate.participants.lexicon import ParticipantLexicon
from custody_records.annotate.readings import held_by
from custody_records.annotate.text import lower_of, starts_of, text_of
from custody_records.contract.values import EventStatus

_NOBODY = ("document", "recording")  # kinds of sources that are not who says something


@dataclass(frozen=True, slots=True)
class SourceWords:
    """Words by which a sentence speaks of an event as known, or does what it says; lower case."""

    known_determiners: frozenset[str]
    background: frozenset[str]
    brings: frozenset[str]
    performed: frozenset[str]
    when: frozenset[str]
    where: frozenset[str]
    silent: frozenset[str]
    asked: frozenset[str]
    moments: frozenset[str]

    @classmethod
    def of(cls, lists: Mapping[str, frozenset[str]]) -> Self:
        """Take them from the lists of ``words.yaml``."""
        return cls(**{field.name: lists[field.name] for field in fields(cls)})


def by_sentence(doc: Doc) -> dict[int, list[Attribution]]:
    """Return the attributions that concern each sentence, by its first character.

    One of the sentence's own stands where its cue is; a carried one covers the whole sentence.
    """
    layout = Layout.of(doc)
    found: dict[int, list[Attribution]] = {}
    for span in doc.spans.get("attributions", ()):
        for one in held_by(span, "attribution"):
            at = one.cue[0] if one.reach == "own" else one.start
            found.setdefault(layout.starts[layout.at(at)], []).append(one)
    return found


def speakers_of_act(
    cue: int, actors: Iterable[Argument], attributions: Sequence[Attribution]
) -> list[Argument]:
    """Return who speaks in an act that is a statement, whose word stands at the character ``cue``.

    "The ministry denies it," says he who tells of it: the ministry does. In "It denied this" who
    that is, is told with what is said.
    """
    speakers = [_as_speaker(actor, attributions) for actor in actors]
    return speakers or [a.source for a in attributions if a.source and a.cue[0] == cue]


def _as_speaker(actor: Argument, attributions: Iterable[Attribution]) -> Argument:
    """Return who an actor is as the one who speaks: "the branch" for the service whose it is."""
    said = (a.source for a in attributions if a.source_at and a.source_at[0] == actor.head)
    return next((source for source in said if source is not None), actor)


def speakers_of(said: Iterable[Attribution]) -> list[Argument]:
    """Return who says it: a document or a recording that nobody is named for is nobody."""
    return [a.source for a in said if a.source and a.source.kind not in _NOBODY]


def sources_of(
    hit: Hit, sentence: Span, attributions: list[Attribution], words: SourceWords
) -> list[Attribution]:
    """Return the attributions of a sentence whose content holds the trigger, innermost first."""
    told_apart = _is_known(hit, words) or _is_aside(hit)
    performed = hit.token.head.i if _is_performed(hit, words) else None
    word = sentence[hit.token.i]
    at_a_place = _clause_on_a_place(hit, sentence, words)
    own = {sentence[index].idx for index in (*hit.words, performed) if index is not None}
    holding = [
        a
        for a in attributions
        if a.start <= word.idx < a.end
        and a.force != "asks"
        and not (told_apart and a.reach != "quotation")
        and _reaches(a, hit)
        and not _is_unsaid(a, hit, sentence, words)
        and a.cue[0] not in own  # "found him guilty" is the event, no statement on it
        and not _describes_source(hit, sentence, a)
        and not (at_a_place and a.cue[0] < at_a_place)
    ]
    return sorted(holding, key=lambda a: (a.end - a.start, a.cue))


def _clause_on_a_place(hit: Hit, sentence: Span, words: SourceWords) -> int:
    """Return where a clause begins that tells an event of a place spoken of, else 0.

    "A source believes that they were taken to Dale, where a poet died in May": the source speaks of
    them alone.
    """
    token = hit.token
    opened = next((c for c in token.lefts if c.lower_ in words.where), None)
    if token.dep_ != "relcl" or opened is None or opened.i == 0:
        return 0
    return sentence[opened.i].idx if token.doc[opened.i - 1].text == "," else 0


def _describes_source(hit: Hit, sentence: Span, said: Attribution) -> bool:
    """Tell whether an event is told of a source, and not by it: "according to A, released in May".

    Where the source is told to say something in a clause of its own ("men who said that they were
    beaten"), the cue stands in that clause too.
    """
    if said.source_at is None:
        return False
    above = {sentence[token.i].idx for token in (hit.token, *hit.token.ancestors)}
    cue = next((t for t in hit.token.doc if sentence[t.i].idx == said.cue[0]), None)
    if said.source_at[0] not in above or cue is None:
        return False
    return all(sentence[token.i].idx != said.source_at[0] for token in (cue, *cue.ancestors))


def _is_known(hit: Hit, words: SourceWords) -> bool:
    """Tell whether the sentence speaks of an event as known, and says something else.

    "The border service said that its men had been more vigilant after the unrest" tells of the
    men; that there was an unrest is no word of the service.
    """
    token = hit.token
    if token.dep_ == "advcl" and hit.traits.public_act:
        # "He was in good health when he was arrested": what is said is that he was.
        return any(c.dep_ == "advmod" and c.lower_ in words.when for c in token.lefts)
    if token.dep_ == "relcl" and token.head.lower_ in words.moments:
        return True  # "they banged on the door on the night he was taken ill"
    if token.pos_ != "NOUN" or any(token.doc[i].pos_ == "VERB" for i in hit.words):
        return False
    if not any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in words.known_determiners)
        for c in token.children
    ):
        return False
    if token.dep_ == "pobj":
        return token.head.lower_ in words.background
    return token.dep_ == "nsubj" and token.head.lower_ in words.brings


def _is_aside(hit: Hit) -> bool:
    """Tell whether a public act is told in passing of somebody of whom something else is said.

    "Petrov, who was arrested in May, fell ill, his lawyer said" and "Petrov, arrested in May, fell
    ill, ...": the lawyer speaks of the illness.
    """
    token = hit.token
    if token.dep_ not in ("relcl", "acl") or not hit.traits.public_act:
        return False
    return any(t.text == "," for t in token.doc[token.head.i + 1 : token.i])


def _is_performed(hit: Hit, words: SourceWords) -> bool:
    """Tell whether the word of saying does what it says: "declared a hunger strike"."""
    token = hit.token
    return token.dep_ == "dobj" and token.head.lower_ in words.performed


def _is_unsaid(said: Attribution, hit: Hit, sentence: Span, words: SourceWords) -> bool:
    """Tell whether the text says what somebody does not: "did not say if guards had beaten him"."""
    if said.force == "denies" or said.reach != "own":
        return False
    cue = next((t for t in hit.token.doc if sentence[t.i].idx == said.cue[0]), None)
    if cue is None:
        return False
    if any(c.tag_ == "TO" for c in cue.lefts):  # "has yet to tell her how he died"
        return any(t.lower_ in words.asked for t in hit.token.doc[cue.i + 1 : hit.token.i])
    return any(c.lower_ in words.silent for c in cue.lefts)


def _reaches(said: Attribution, hit: Hit) -> bool:
    """Tell whether an event may be part of what another sentence says to be somebody's word.

    An account goes on to what a side in the matter accuses others of. All else is the text's own:
    "Visits have been suspended since May" is background.
    """
    if said.reach != "goes-on":
        return True
    return said.force != "denies" and hit.token.pos_ == "VERB" and hit.traits.contested


def status_by_source(
    said: Sequence[Attribution], lexicon: ParticipantLexicon, sentence: Span
) -> EventStatus:
    """Return the status of an accusation: reported where an official or a recording bears it out,
    or the text itself in a paragraph where nobody speaks, else alleged: it is unproved."""
    doc = sentence.doc
    for attribution in said:
        if attribution.force == "denies":
            return "denied"
        if attribution.force == "claims":
            return "alleged"
        if attribution.source is not None:
            words = text_of(doc)[attribution.source.start : attribution.source.end].lower().split()
            borne_out = lexicon.officials & set(words) or attribution.source.kind == "recording"
            if not borne_out:
                return "alleged"
    return "alleged" if not said and _somebody_speaks(sentence, lexicon.saying) else "reported"


def _somebody_speaks(sentence: Span, saying: Container[str]) -> bool:
    """Tell whether anybody speaks in a sentence's paragraph; ``saying`` are the words for it."""
    doc, layout = sentence.doc, Layout.of(sentence.doc)
    spoken = cached(doc, "spoken", lambda doc: _spoken(doc, layout, saying))
    return layout.paragraphs[layout.at(sentence.start_char)] in spoken


def _spoken(doc: Doc, layout: Layout, saying: Container[str]) -> set[int]:
    """Return the paragraphs that hold an attribution or a word of saying."""
    cues = (span.start_char for span in doc.spans.get("attributions", ()))
    said = (at for at, word in zip(starts_of(doc), lower_of(doc), strict=True) if word in saying)
    return {layout.paragraphs[layout.at(at)] for at in (*cues, *said)}
