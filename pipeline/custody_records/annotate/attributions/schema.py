"""The shape of ``cues.yaml`` and ``layout.yaml`` in ``rules/attributions``."""

from pathlib import Path
from typing import Literal, Self, get_args

from pydantic import model_validator

from custody_records.annotate.attributions.reading import Force
from custody_records.rulebook import Rule, RuleFile, WordList, read


class SourceCue(Rule):
    """Words that tell who says something.

    ``kind``: ``verb`` (its subject says what it governs), ``phrase`` (a preposition: its object
    says the whole clause), ``noun`` (a report or claim: its owner says what hangs on it),
    ``object`` (whom somebody cites says the rest of the sentence), ``origin`` (from whom word comes
    does), ``adjective`` (who is certain of something says the clause that it governs).

    What must hold for a cue to count: ``only`` are the nouns that alone can say by this word ("an
    inquest heard"); ``media_only``: only what carries a report can ("a video shows"); ``many``: a
    single person cannot; ``subjects``: one of these is its subject ("the news comes from");
    ``beside``: one of these hangs on it ("gave examples"); ``clause``: a clause does ("held that");
    ``not_objects``: none of these is its object ("rejected his appeal").

    ``passing``: it names a report and tells none, so that no account goes on after it; nouns
    always do.
    """

    kind: Literal["verb", "phrase", "noun", "object", "origin", "adjective"]
    lemmas: tuple[str, ...]
    force: Force = "says"
    media_only: bool = False
    passing: bool = False
    many: bool = False
    only: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    not_objects: tuple[str, ...] = ()
    clause: bool = False


class LayoutRule(Rule):
    """Where a name stands beside what it says; ``marks`` part the two.

    ``kind``: ``signature`` (the name follows a quotation), ``turn`` (the name opens a line),
    ``interview`` (``marks`` close a question; ``questions`` and ``answers`` are the letters that
    open one, ``asked_by`` the words before the name of who asks, ``asking`` those before whom).
    """

    kind: Literal["signature", "turn", "interview"]
    marks: tuple[str, ...]
    questions: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    asked_by: tuple[str, ...] = ()
    asking: tuple[str, ...] = ()


class LayoutRules(RuleFile):
    """The whole file ``layout.yaml``; each kind once."""

    layout: tuple[LayoutRule, ...]

    def of(self, kind: str) -> LayoutRule:
        """Return the rule of a kind."""
        return next(rule for rule in self.layout if rule.kind == kind)

    @model_validator(mode="after")
    def _each_kind_once(self) -> Self:
        kinds = sorted(rule.kind for rule in self.layout)
        if kinds != sorted(get_args(LayoutRule.model_fields["kind"].annotation)):
            raise ValueError(f"layout: one rule each of signature, turn and interview, not {kinds}")
        return self


class SourceCues(RuleFile):
    """The whole file.

    ``recordings``, ``media`` and ``documents`` can say something without being people; what a
    recording shows is borne out; of what is ``owned`` ("her information") only the owner says.
    ``voices`` speak for a body that has the name. ``indefinite``
    pronouns are printed as sources. ``addressing``: verbs whose name after them is who is told
    ("told RFE/RL"). ``attached``: which prepositions belong to a source's phrase
    ("a source in law enforcement"). ``anaphors`` speak of what was just told ("reported this"),
    ``examples`` open a list of what somebody tells, ``be``: before a passive that only says who.
    The file says what the lists of function words are for.
    """

    recordings: tuple[str, ...]
    media: tuple[str, ...]
    documents: tuple[str, ...]
    owned: tuple[str, ...]
    voices: tuple[str, ...]
    indefinite: tuple[str, ...]
    addressing: tuple[str, ...]
    same_office: tuple[WordList, ...]
    attached: dict[str, tuple[str, ...]]
    anaphors: WordList
    examples: WordList
    be: WordList
    holders: WordList
    channels: WordList
    topics: WordList
    origins: WordList
    pointing: WordList
    silent: WordList
    carriers: WordList
    concerns: WordList
    blames: WordList
    owners: WordList
    views: WordList
    other_side: WordList
    speaks_for: WordList
    vague: WordList
    issued_by: WordList
    cues: tuple[SourceCue, ...]


def load(folder: Path) -> tuple[Rule, ...]:
    """Return the cues of attribution and the rules of layout. Raises RuleError."""
    cues = read(folder / "attributions" / "cues.yaml", SourceCues).cues
    return (*cues, *load_layout(folder).layout)


def load_layout(folder: Path) -> LayoutRules:
    """Return the rules by which the layout tells who speaks. Raises RuleError."""
    return read(folder / "attributions" / "layout.yaml", LayoutRules)
