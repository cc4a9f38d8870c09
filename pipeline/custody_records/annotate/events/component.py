"""The component ``events``: what happened, to whom, where, when, and who says so."""

import re
from collections.abc import Iterable
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.vocab import Vocab

from custody_records.annotate import cache
from custody_records.annotate.arguments.argument import Argument
from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.arguments.lexicon import Lexicon, participants_of
from custody_records.annotate.arguments.resolve import Resolver
from custody_records.annotate.arguments.roles import follow
from custody_records.annotate.attributions.reading import Attribution
from custody_records.annotate.country.rules import load_countries
from custody_records.annotate.decisions import Decision, note
from custody_records.annotate.events.context import Context
from custody_records.annotate.events.demands import Demands
from custody_records.annotate.events.needs import unmet
from custody_records.annotate.events.reading import EventReading
from custody_records.annotate.events.schema import Cues, Domain, Frame, Frames
from custody_records.annotate.events.sentences import HITS
from custody_records.annotate.events.setting import Setting
from custody_records.annotate.events.sources import by_sentence, sources_of, status_by_source
from custody_records.annotate.events.together import share_setting
from custody_records.annotate.events.triggers import Hit
from custody_records.annotate.syntax.component import engine_of
from custody_records.annotate.syntax.engine import SyntaxEngine
from custody_records.annotate.text import text_of
from custody_records.contract.values import EventType
from custody_records.rulebook import read

# What befalls people only, not bodies.
PERSONAL: frozenset[EventType] = frozenset(
    [
        "torture_or_ill_treatment",
        "death_in_custody",
        "injury_or_illness",
        "self_harm_or_suicide",
        "hunger_strike",
        "arrest_or_detention",
        "criminal_case",
        "charge",
        "trial",
        "conviction_or_sentence",
        "acquittal_or_overturning",
        "release_or_amnesty",
        "transfer",
        "dismissal_or_discipline",
        "escape",
        "official_denial",
    ]
)
_I = frozenset(["i", "me", "my", "myself"])
_WE = frozenset(["we", "us", "our", "ourselves"])
_CLOSING = frozenset(".!;:,…”\"')]»")
_LINE_END = re.compile(r" *(?:\n|\Z)")
_BULLETS = frozenset("•-–—*·")
# Fields whose mentions are names: a trigger inside one ("Riot Police Department") tells nothing.
_NAMES = ("facilities", "statutes", "organizations", "people", "places")


class Events:
    """Writes ``doc.spans["events"]``, each span with ``span._.event``, a tuple of readings."""

    def __init__(self, vocab: Vocab, folder: Path, engine: SyntaxEngine, lexicon: Lexicon) -> None:
        self.engine = engine
        forms = Forms(read(folder / "participants" / "irregular.yaml", Irregular))
        self.lexicon = lexicon
        domain = read(folder / "events" / "domain.yaml", Domain)
        self.custody_words = forms.of_all(domain.custody)
        self.countries = frozenset(n for c in load_countries(folder) for n in c.names)
        frames = read(folder / "events" / "frames.yaml", Frames)
        self.frames: dict[str, Frame] = frames.by_id()
        self.refusals = Context(read(folder / "events" / "refusals.yaml", Cues), forms, vocab)
        self.status = Context(read(folder / "events" / "status.yaml", Cues), forms, vocab)

    def __call__(self, doc: Doc) -> Doc:
        """Read the events of a doc from the triggers found before."""
        resolver, setting = Resolver.of(doc, self.lexicon), Setting(doc, self.countries)
        named = {t.i for group in _NAMES for span in doc.spans.get(group, ()) for t in span}
        said = by_sentence(doc)
        demands = Demands(doc)
        told: list[EventReading] = []
        sentences = list(doc.spans.get("event_sentences", ()))
        hits_of = cache.values(doc).get(HITS, {})
        for sentence in sentences:
            kept: set[tuple[int, EventType]] = set()
            for hit in hits_of.get(sentence.start, ()):
                if (hit.token.i, hit.type) in kept:
                    continue
                if sentence.start + hit.token.i in named:
                    self._refuse(doc, sentence, hit, "refuse.inside-a-name")
                elif hit.refused_by:
                    self._refuse(doc, sentence, hit, hit.refused_by)
                elif sentence.start_char in demands:
                    paths = self.frames[hit.rule.frame].subjects
                    wanted = self._participants(
                        paths, hit, sentence, resolver, [], people_only=True
                    )
                    demands.note(sentence.start_char, wanted)
                    self._refuse(doc, sentence, hit, "refuse.demanded-in-a-list")
                elif reading := self._read(
                    hit, sentence, resolver, setting, said.get(sentence.start_char, [])
                ):
                    told.append(reading)
                    kept.add((hit.token.i, hit.type))
        paragraphs = {s.start_char: setting.paragraph_of[s.start] for s in sentences}
        told = share_setting(demands.lend(told), paragraphs)
        spans = []
        for sentence in sentences:
            here = tuple(r for r in told if r.start == sentence.start_char)
            if here:
                span = doc[sentence.start : sentence.end]
                span._.event = here
                spans.append(span)
        doc.spans["events"] = spans
        return doc

    def _read(
        self,
        hit: Hit,
        sentence: Span,
        resolver: Resolver,
        setting: Setting,
        attributions: list[Attribution],
    ) -> EventReading | None:
        parsed, frame = self.engine.of(sentence), self.frames[hit.rule.frame]
        heads: list[Token] = []
        subjects = self._participants(
            frame.subjects,
            hit,
            sentence,
            resolver,
            heads,
            attributions,
            people_only=hit.type in PERSONAL,
        )
        actors = self._participants(frame.actors, hit, sentence, resolver, heads, attributions)
        starts = {a.cue[0] for a in attributions if a.reach == "own"}
        cues = frozenset(n for n, t in enumerate(sentence if starts else ()) if t.idx in starts)
        facility = setting.facility(hit, sentence, parsed)
        date = setting.date(hit, sentence, parsed, cues - {hit.token.i})
        place = setting.place(hit, sentence, parsed, cues - {hit.token.i})
        named = any(a.is_definite for a in (*subjects, *actors))
        tied = named or date is not None or (facility is not None and facility.basis == "sentence")
        missing = unmet(
            hit,
            sentence,
            self.lexicon,
            subjects,
            actors,
            (facility, place, date),
            self.custody_words,
            heads,
        )
        if missing:
            self._refuse(sentence.doc, sentence, hit, missing)
            return None
        refusal = self.refusals.find(hit, heads, tied=tied, named=named)
        negated = refusal or not hit.rule.negated
        if (
            not negated
            and self.refusals.find(hit, heads, tied=tied, named=named, negation=True) is None
        ):
            self._refuse(sentence.doc, sentence, hit, "refuse.affirmed")
            return None
        if refusal is not None:
            self._note_cue(sentence, hit, refusal.id)
            self._refuse(sentence.doc, sentence, hit, refusal.id)
            return None
        said = sources_of(hit, sentence, attributions)
        speakers = [a.source for a in said if a.source is not None]
        if frame.actors_speak:
            speakers += actors
        cue = self.status.find(hit, heads, tied=tied, named=named)
        status, status_rule = hit.rule.status or "reported", "status.plain"
        if cue is not None and cue.status is not None:
            status, status_rule = cue.status, cue.id
            self._note_cue(sentence, hit, cue.id)
        elif hit.rule.status is None and hit.type in self.status.contested:
            status, status_rule = status_by_source(said, self.lexicon, sentence.doc)
        reading = EventReading(
            start=sentence.start_char,
            end=_printed_end(sentence),
            rule=hit.rule.id,
            type=hit.type,
            kind=hit.rule.kind,
            trigger=(sentence[hit.token.i].idx, sentence[hit.token.i].idx + len(hit.token)),
            status=status,
            status_rule=status_rule,
            facility=facility,
            place=place,
            date=date,
            subjects=tuple(subjects),
            actors=tuple(actors),
            heading=_is_heading(sentence),
            subjects_printed=tuple(text_of(sentence.doc)[a.start : a.end] for a in subjects),
            actors_printed=tuple(text_of(sentence.doc)[a.start : a.end] for a in actors),
            sources=tuple(speakers),
        )
        note(
            sentence.doc,
            Decision("events", hit.rule.id, *reading.trigger, "kept"),
        )
        return reading

    def _participants(
        self,
        paths: Iterable[str],
        hit: Hit,
        sentence: Span,
        resolver: Resolver,
        heads: list[Token],
        said: Iterable[Attribution] = (),
        *,
        people_only: bool = False,
    ) -> list[Argument]:
        """Return what the first path that leads to a participant gives."""
        for path in paths:
            reached = follow(hit.token, path)
            if reached is None:
                continue
            heads.append(reached[0])
            found = resolver.all(reached[0], sentence, reached[1], held=people_only)
            if people_only:
                found = [a for a in found if self._is_of_people(a, sentence.doc)]
            found = found or self._speaking(reached[0], sentence, said)
            if found:
                return found
        return []

    def _speaking(
        self, token: Token, sentence: Span, said: Iterable[Attribution]
    ) -> list[Argument]:
        """Return whom "I" or "we" stands for: who says it."""
        many = token.lower_ in _WE
        if not many and token.lower_ not in _I:
            return []
        at = sentence[token.i].idx
        holding = [a for a in said if a.source is not None and a.start <= at < a.end]
        for one in sorted(holding, key=lambda a: a.end - a.start):
            source = one.source
            assert source is not None  # noqa: S101 - picked by it
            word = text_of(sentence.doc)[source.head : source.end].split(" ")[0].lower()
            body = source.kind == "organization" or self.lexicon.is_plural(word)
            if body == many:
                return [source.found_by("speaker", "name")]
        return []

    def _is_of_people(self, argument: Argument, doc: Doc) -> bool:
        """Tell whether an argument can be somebody whom an arrest or a death befalls."""
        if argument.kind == "organization":
            return False
        word = text_of(doc)[argument.head : argument.end].split(" ")[0].lower()
        return word not in self.lexicon.bodies or word in self.lexicon.people

    @staticmethod
    def _note_cue(sentence: Span, hit: Hit, cue: str) -> None:
        word = sentence[hit.token.i]
        note(
            sentence.doc,
            Decision("event_context", cue, word.idx, word.idx + len(word), "kept", hit.rule.id),
        )

    @staticmethod
    def _refuse(doc: Doc, sentence: Span, hit: Hit, by: str) -> None:
        word = sentence[hit.token.i]
        note(
            doc,
            Decision("events", hit.rule.id, word.idx, word.idx + len(word), "refused", by),
        )


def _is_heading(sentence: Span) -> bool:
    """Tell whether a sentence is a line of its own without closing punctuation or bullet."""
    whole = text_of(sentence.doc)
    text = whole[sentence.start_char : sentence.end_char].strip()
    at = sentence.start_char
    while at and whole[at - 1] == " ":
        at -= 1
    alone = at == 0 or whole[at - 1] == "\n"
    ends = _LINE_END.match(whole, _printed_end(sentence)) is not None
    return alone and ends and text[-1:] not in _CLOSING and text[:1] not in _BULLETS


def _printed_end(sentence: Span) -> int:
    """Return the end of a sentence without the white space that closes it."""
    printed = text_of(sentence.doc)[sentence.start_char : sentence.end_char]
    return sentence.start_char + len(printed.rstrip())


def create(nlp: Language, rules: Path) -> Events:
    """Create the component from a folder of rules; it shares the pipeline's syntax engine."""
    return Events(nlp.vocab, rules, engine_of(nlp), participants_of(nlp, rules))
