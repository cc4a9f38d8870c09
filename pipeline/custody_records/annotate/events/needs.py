"""What a trigger needs beside itself to tell an event, by the name that rules give it."""

from spacy.tokens import Span, Token

from custody_records.annotate.arguments.antecedents import PLURAL, SINGULAR
from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.lexicon import Lexicon
from custody_records.annotate.arguments.namesakes import Namesakes, words_of
from custody_records.annotate.events.triggers import Hit
from custody_records.annotate.text import lower_of, text_of

Places = tuple[Argument | None, Argument | None, Argument | None]


_PRONOUNS = SINGULAR | PLURAL | frozenset(["who", "whom", "all", "both"])


def unmet(
    hit: Hit,
    sentence: Span,
    lexicon: Lexicon,
    subjects: list[Argument],
    actors: list[Argument],
    setting: Places,
    custody_words: frozenset[str],
    heads: list[Token],
) -> str | None:
    """Return the name of the first need that is not met, else None.

    ``subjects``, ``actors``: somebody of that role; ``setting``: a facility, place or date in the
    sentence; ``tie``: any of these; ``custody``: a facility, or a word of imprisonment;
    ``official``: an actor who speaks for the state; ``advocate``: one who takes up a cause.
    """
    facility, place, date = setting
    near = facility is not None and facility.rule != "facility.only"
    here = place is not None and place.basis == "sentence"
    words_here = lower_of(sentence.doc)[sentence.start : sentence.end]
    custody = not custody_words.isdisjoint(words_here)
    settled = near or here or date is not None
    for need in hit.rule.needs:
        met = {
            "subjects": bool(subjects),
            "actors": bool(actors),
            "setting": settled,
            "dated": date is not None or facility is not None,
            "statute": _in_statutes(sentence),
            "no_statute": not _in_statutes(sentence),
            "domain": True,  # seen to before the parse
            "people": bool(subjects) or any(head.lower_ in _PRONOUNS for head in heads),
            "grounded": near or bool(subjects),
            "named": any(a.is_named for a in subjects),
            "tie": settled or bool(subjects),
            "custody_or_named": any(a.is_named for a in subjects)
            or facility is not None
            or custody,
            "custody": facility is not None or custody,
            "official": _has(actors, sentence, lexicon.officials)
            or _in_role(actors, sentence, lexicon, lexicon.officials),
            "advocate": _has(actors, sentence, lexicon.advocates)
            or _in_role(actors, sentence, lexicon, lexicon.causes)
            or any(_is_unofficial_body(actor, sentence, lexicon) for actor in actors),
        }[need]
        if not met:
            return f"needs.{need}"
    for argument in subjects:
        words = text_of(sentence.doc)[argument.start : argument.end].lower().split()
        if words and words[-1] in hit.rule.not_subjects:
            return f"not_subjects.{words[-1]}"
    return None


def _in_statutes(sentence: Span) -> bool:
    return any(
        span._.statute and any(reading.article for reading in span._.statute)
        for span in sentence.doc.spans.get("statutes", ())
        if sentence.start <= span.start < sentence.end
    )


def _has(arguments: list[Argument], sentence: Span, words: frozenset[str]) -> bool:
    text = text_of(sentence.doc)
    return any(words & words_of(text[a.start : a.end]) for a in arguments)


def _in_role(
    actors: list[Argument], sentence: Span, lexicon: Lexicon, words: frozenset[str]
) -> bool:
    """Tell whether an actor is a person whose role the text says by one of the words."""
    namesakes = Namesakes.of(sentence.doc, lexicon)
    return any(words & namesakes.roles(actor.start) for actor in actors)


def _is_unofficial_body(actor: Argument, sentence: Span, lexicon: Lexicon) -> bool:
    """Tell whether an actor is a named body that does not speak for the state."""
    text = text_of(sentence.doc)[actor.start : actor.end]
    return actor.kind == "organization" and not lexicon.officials & words_of(text)
