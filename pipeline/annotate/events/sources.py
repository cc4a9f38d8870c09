"""Who says that an event happened, and what the source makes of its status."""

from spacy.tokens import Doc, Span

from pipeline.annotate.arguments.lexicon import Lexicon
from pipeline.annotate.attributions.reading import Attribution
from pipeline.annotate.events.triggers import Hit
from pipeline.annotate.text import text_of
from pipeline.contract.values import EventStatus


def sources_of(hit: Hit, sentence: Span, attributions: list[Attribution]) -> list[Attribution]:
    """Return the attributions whose content holds the trigger, the innermost first."""
    word = sentence[hit.token.i]
    own = {sentence[index].idx for index in hit.words}
    holding = [
        a
        for a in attributions
        if sentence.start_char <= a.cue[0] < sentence.end_char
        and a.start <= word.idx < a.end
        and a.cue[0] not in own  # "found him guilty" is the event, no statement on it
    ]
    return sorted(holding, key=lambda a: (a.end - a.start, a.cue))


def status_by_source(
    said: list[Attribution], lexicon: Lexicon, doc: Doc
) -> tuple[EventStatus, str]:
    """Return the status of an accusation: reported where an official or a recording bears it out,
    else alleged, for what nobody is named for is unproved."""
    for attribution in said:
        if attribution.force == "denies":
            return "denied", "status.denied-by-source"
        if attribution.force == "claims":
            return "alleged", "status.claim-verb"
        if attribution.source is not None:
            words = text_of(doc)[attribution.source.start : attribution.source.end].lower().split()
            borne_out = lexicon.officials & set(words) or attribution.source.rule == "source.medium"
            if not borne_out:
                return "alleged", "status.side-in-the-matter"
    if not said:
        return "alleged", "status.unproved"
    return "reported", "status.plain"
