"""Which part of a sentence a cue of saying tells: a clause, all of it, or what is spoken of."""

from spacy.tokens import Span, Token

from custody_records.annotate.russian.attributions.words import SayingCue
from custody_records.annotate.russian.morphology.features import feature

_CLAUSES = ("acl:relcl", "conj")  # what may be all that a remark within it covers
_DASHES = ("—", "–", "-")
_CLOSING = (",", "»", "”", "“", '"', "!", "?", "…", ".")  # before the dash of a remark
_OPENING = 3  # tokens in which a remark opens its sentence, whose it is then


class Content:
    """Finds what is said; ``about`` are the prepositions before what is only spoken of."""

    def __init__(self, about: frozenset[str]) -> None:
        self.about = about

    def of(self, sentence: Span, token: Token, cue: SayingCue) -> tuple[int, int]:
        """Return the characters that are said.

        What hangs on the verb as a clause, if it governs one; else what the cue is a remark in
        ("полагает министр", "по словам адвоката"): its clause or the whole sentence.
        """
        if cue.kind in ("noun", "preposition", "under"):
            return _around(sentence, token)
        clauses = [c for c in token.children if c.dep_ == "ccomp"]
        if clauses:
            first = min(t.i for c in clauses for t in c.subtree)
            if first > token.i:  # the parser hangs later clauses elsewhere
                return sentence.doc[first].idx, sentence.end_char
            last = sentence.doc[max(t.i for c in clauses for t in c.subtree)]
            return sentence.doc[first].idx, last.idx + len(last)
        about = [c for c in token.children if c.dep_ == "obl" and self.is_about(c)]
        if about:  # "брат говорит о следах побоев", "о побоях сообщил брат"
            last = max(token.subtree, key=lambda t: t.i)
            return min(token.idx, *(t.idx for c in about for t in c.subtree)), last.idx + len(last)
        if token.dep_ == "dep" or is_remark(token):
            return _around(sentence, token)
        if _ends(sentence, token) or any(
            c.dep_ == "parataxis" or c.text in (":", "—") for c in token.children
        ):
            return sentence.start_char, sentence.end_char
        return token.idx, sentence.end_char

    def is_about(self, token: Token) -> bool:
        """Tell whether a noun is what is spoken of: "о побоях"."""
        return feature(token, "Case") == "Loc" and any(
            c.dep_ == "case" and c.lower_ in self.about for c in token.children
        )


def is_remark(verb: Token) -> bool:
    """Tell whether a verb stands within or behind what is said: "объявил министр"."""
    if verb.dep_ == "parataxis":
        return True
    before = verb.doc[max(verb.sent.start, verb.i - 2) : verb.i]
    return len(before) == 2 and before[0].text in _CLOSING and before[1].text in _DASHES


def _around(sentence: Span, remark: Token) -> tuple[int, int]:
    """Return the characters of the clause in which a remark stands.

    Of "его вывели и, по словам очевидца, избили" the second part, of "Пак, по версии следствия,
    отключивший камеру, уволен" the relative clause; else the sentence.
    """
    whole = sentence.start_char, sentence.end_char
    if remark.i - sentence.start < _OPENING:
        return whole
    clause = next((t for t in remark.ancestors if t.dep_ in _CLAUSES or t.dep_ == "ROOT"), None)
    if clause is None or clause.dep_ == "ROOT" or clause.pos_ not in ("VERB", "ADJ"):
        return whole
    inside = [t.i for t in clause.subtree]
    last = sentence.doc[max(inside)]
    end = sentence.end_char if clause.dep_ == "conj" else last.idx + len(last)
    return sentence.doc[min(inside)].idx, end


def _ends(sentence: Span, verb: Token) -> bool:
    """Tell whether a verb and its speaker close a sentence: "..., извещает агентство"."""
    before = verb.nbor(-1) if verb.i > sentence.start else None
    behind = sentence.doc[verb.i + 1 : sentence.end]
    return (
        before is not None
        and before.text in (",", "»", *_DASHES)
        and any(t.dep_ == "nsubj" for t in verb.children if t.i > verb.i)
        and all(t.is_punct or verb.is_ancestor(t) for t in behind)
    )
