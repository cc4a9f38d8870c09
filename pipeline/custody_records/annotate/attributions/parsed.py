"""Find who says what in a parsed sentence: verbs, phrases and nouns of saying.

The small parser often hangs the second half of a reported clause elsewhere ("Amnesty describes
prisons where inmates go hungry, fall ill and are tortured"), so that what a verb governs is read
on to the end of its clause by the words that can end it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Span, Token

from custody_records.annotate.arguments.roles import (
    SUBJECTS,
    child,
    is_passive,
    subject,
    surface_subject,
)
from custody_records.annotate.attributions.comments import (
    COMMAS,
    ClauseWords,
    behind_relative,
    commented,
    is_comment,
    is_set_apart,
)
from custody_records.annotate.tags import NOUNS, VERBS

_CONTENT = ("ccomp", "xcomp", "dobj", "pcomp", "oprd", "nsubjpass", "attr", "acl", "relcl")
_SMALL = frozenset(["ccomp", "xcomp", "oprd", "acomp"])
_OF_A_CLAUSE = ("cop", "mark", "aux", "auxpass")
_FINITE = frozenset(["VBD", "VBZ", "VBP", "VB", "MD"])
_PLURAL_OR_NAME = frozenset(["NNS", "NNP", "PRP", "DT"])
_LOST = frozenset(["advcl", "conj", "dep", "parataxis", "ROOT"])  # a verb without its subject
_DATELINE = 12  # tokens from a sentence's first to the dash behind its dateline
_DASHES = frozenset(["-", "--", "–", "—"])
_PART_OF_A_NAME = frozenset(["compound", "poss", "nmod"])
_SHORTEST = 4  # tokens before a closing verb: "Guards fled, relatives said."
_LONGEST = 16  # tokens back from a closing verb to its subject
_WITHIN = frozenset(["relcl", "acl", "advcl", "appos"])  # clauses inside another one


@dataclass(frozen=True, slots=True)
class Saying:
    """``content`` are indices of the parsed sentence; ``source`` the head of who says it."""

    cue: Token
    source: Token | None
    content: frozenset[int]


def by_verb(verb: Token, words: ClauseWords) -> Saying | None:
    """Return what a verb of saying governs, and its subject (in the passive, its agent)."""
    if verb.pos_ not in VERBS and not child(verb, "nsubj", "ccomp"):
        return None
    if (closing := _closing(verb)) is not None:
        return closing
    passive = is_passive(verb) and not (verb.dep_ == "acl" and governs_clause(verb))
    find = subject if passive else surface_subject
    own = find(verb, words.roles)
    source = _behind_dateline(own[0]) if own else None
    governed = _governed(verb, source, words)
    if governed is None:
        return None
    content = _widened(verb, own, governed[0], words) - {verb.i}
    clause = governed[1]
    if clause and source is not None and verb.doc[source.left_edge.i - 1].text == ";":
        content = {i for i in content if i > verb.i}  # "...; the army says that he hanged himself"
    if not content:
        return None
    if clause and (_is_concern(verb, words) or any(verb.doc[i].pos_ == "VERB" for i in content)):
        content |= set(range(max(content), _clause_end(verb, max(content), words)))
    return Saying(verb, source, frozenset(content))


def _behind_dateline(source: Token) -> Token:
    """Return the subject that the parser took for a part of "ALMATY, Kazakhstan -- Relatives"."""
    doc = source.doc
    set_off = (t for t in doc[source.i + 1 : _DATELINE] if doc[t.i - 1].whitespace_)
    dash = next((t for t in set_off if t.text in _DASHES), None)
    if dash is None or any(t.pos_ in VERBS for t in doc[: dash.i]):
        return source
    behind = (t for t in doc[dash.i + 1 :] if t.pos_ in NOUNS and t.dep_ not in _PART_OF_A_NAME)
    return next(behind, source)


def governs_clause(verb: Token) -> bool:
    """Tell whether a verb governs a clause with its "that": "the court held that"."""
    return any(c.dep_ == "ccomp" and child(c, "mark") is not None for c in verb.children)


def _widened(
    verb: Token, own: tuple[Token, str] | None, content: set[int], words: ClauseWords
) -> set[int]:
    """Return what a verb governs with what the parser hung elsewhere."""
    source = own[0] if own else None
    if not _clause(verb) and (is_set_apart(verb) or is_comment(verb, words)):
        content |= _around(verb, source, words)
    told = any(verb.doc[i].pos_ in VERBS for i in content)
    if not told and source is not None:
        content |= _behind(verb, source, words)
    return _below(verb, words) if verb.dep_ == "ROOT" and not content else content


def _around(verb: Token, source: Token | None, words: ClauseWords) -> set[int]:
    """Return what "as the newspaper writes, ..." or "the men, he said, ..." stands in."""
    whole = commented(verb) if is_comment(verb, words) else verb.doc
    if source is None:
        return {t.i for t in whole} - {t.i for t in verb.subtree}
    # "a man who, the charges say, was beaten"
    whole = behind_relative(verb.doc, min(verb.i, source.left_edge.i), words) or whole
    inside = {t.i for t in verb.subtree} if source in verb.children else {verb.i}
    return {t.i for t in whole} - inside


def _behind(verb: Token, source: Token, words: ClauseWords) -> set[int]:
    """Return what "accused by relatives of beating him" and "told Asia-Plus that ..." say."""
    agent = is_passive(verb) and source.i > verb.i
    found = set(range(source.i, len(verb.doc))) if agent else set()
    opened = _that(verb, words)
    return found | set(range(opened, _next_statement(verb, words))) if opened else found


def _below(verb: Token, words: ClauseWords) -> set[int]:
    """Return what hangs on a sentence's verb, up to where the text itself goes on.

    "After guards beat two inmates, the lawyer wrote to the prosecutor": it says no more.
    """
    aside = (c for c in verb.children if c.dep_ == "advcl" and child(c, "mark") is not None)
    content = {t.i for t in verb.subtree if t != verb} - {t.i for c in aside for t in c.subtree}
    goes_on = _next_statement(verb, words)
    return {i for i in content if i < goes_on}


def _next_statement(verb: Token, words: ClauseWords) -> int:
    """Return where the text itself goes on: "the lawyer wrote to him; he was moved in May"."""
    for token in verb.doc[verb.i :]:
        if token.text == ";":
            following = {t.lower_ for t in verb.doc[token.i + 1 : token.i + 3]}
            if following.isdisjoint(words.roles.closed.clause):
                return int(token.i)
    return len(verb.doc)


def _closing(verb: Token) -> Saying | None:
    """Return what closes a sentence after a comma where the parser lost the verb's subject.

    "..., a former inmate who asked not to be named said.", "..., the governor, Oleg Pak, admitted."
    """
    doc = verb.doc
    if verb.dep_ not in _LOST or child(verb, *SUBJECTS, "aux", "auxpass") or verb.i < _SHORTEST:
        return None
    if not all(t.is_space or t.text in COMMAS for t in doc[verb.right_edge.i + 1 :]):
        return None
    governs = any(t.dep_ in _CONTENT and t.pos_ in VERBS for t in verb.rights)
    source = None if governs else _behind_comma(verb)
    if source is None:
        return None
    role = source.dep_ == "appos" and source.tag_ != "NNS"  # several are no role of one name
    if role and source.head.pos_ == "PROPN" and source.head.i < source.i:
        source = source.head  # "..., A, a spokeswoman for the service, told B."
        name = [t for t in source.lefts if t.dep_ == "compound"]
        content = range((name[0] if name else source).i - 1)
    else:
        content = range(source.left_edge.i - 1)
    if not any(doc[i].tag_ in _FINITE for i in content):
        return None
    return Saying(verb, source, frozenset(content))


def _behind_comma(verb: Token) -> Token | None:
    """Return the noun before a verb whose phrase a comma opens, None if there is none near."""
    doc = verb.doc
    noun = doc[verb.i - 2] if doc[verb.i - 1].text == "," else doc[verb.i - 1]
    while noun.pos_ not in NOUNS or doc[noun.left_edge.i - 1].text != ",":
        if noun.head == noun or noun.head.i > noun.i or verb.i - noun.i > _LONGEST:
            return None
        noun = noun.head
    return noun


def _governed(
    verb: Token, source: Token | None, words: ClauseWords
) -> tuple[set[int], bool] | None:
    """Return the indices of what a verb governs, and whether some of it follows the verb.

    None for "found him guilty": a verdict, no statement.
    """
    content: set[int] = set()
    clause = False
    for below in verb.children:
        if below.dep_ in _SMALL and below.pos_ == "ADJ" and not child(below, *_OF_A_CLAUSE):
            return None
        if (below.dep_ in _CONTENT and below != source) or (
            below.dep_ == "prep" and below.lower_ in words.cues.carriers
        ):
            content |= {t.i for t in below.subtree}
            clause = clause or below.i > verb.i
    return content, clause


def _is_concern(verb: Token, words: ClauseWords) -> bool:
    """Tell whether all that follows is told: "drew attention to A, and to the death of B"."""
    felt = child(verb, "dobj")
    return felt is not None and felt.lower_ in words.cues.concerns


def by_phrase(word: Token, words: ClauseWords) -> Saying | None:
    """Return the object of "according to" / "in the opinion of" and the clause it stands in."""
    source = None
    if word.pos_ != "NOUN" or word.head.lower_ in words.cues.views:
        of = child(word, "prep")
        source = child(of, "pobj") if of is not None and of.lower_ in words.cues.holders else None
        source = source or child(word, "poss")
    if source is None:
        return None
    inside = {t.i for t in word.subtree}
    for below in word.head.rights:
        # "..., according to his lawyer, and the ministry opened a case": that is told without him.
        if below.dep_ == "conj" and below.i > source.i and child(below, *SUBJECTS):
            inside |= {t.i for t in below.subtree}
    content = frozenset(t.i for t in _clause_of(word, words) if t.i not in inside)
    return Saying(word, source, content) if content else None


def _clause_of(word: Token, words: ClauseWords) -> Iterable[Token]:
    """Return the clause to which "according to" belongs: within a sentence, that alone.

    "He was arrested in May and kept, according to his brother, in a cell": the arrest is not his.
    """
    doc, end = word.doc, word.right_edge.i + 1
    verb = doc[word.i - 2] if word.i > 1 and doc[word.i - 1].text == "," else word
    goes_on = end + 1 < len(doc) and doc[end].text == ","
    first = word.head if word.head.dep_ == "prep" and word.head.i < word.i else word
    if inside := behind_relative(doc, first.left_edge.i, words):
        return inside  # "which, in the lawyer's view, is no crime"
    return doc[verb.i :] if goes_on and verb.pos_ == "VERB" and verb.dep_ == "conj" else doc


def by_adjective(word: Token, words: ClauseWords) -> Saying | None:
    """Return who is certain of what: "relatives are convinced that he was beaten"."""
    whole = [word, *(c for c in word.lefts if c.dep_ == "auxpass")]
    if word.dep_ == "acomp":
        whole.append(word.head)
    source = next((c for token in whole for c in token.lefts if c.dep_ in SUBJECTS), None)
    clause = next((c for token in whole for c in token.rights if c.dep_ == "ccomp"), None)
    if source is None or clause is None:
        return None
    if any(c.tag_ == "MD" or c.dep_ == "neg" for token in whole for c in token.lefts):
        return None
    return Saying(word, source, frozenset(t.i for t in clause.subtree))


def by_noun(noun: Token, words: ClauseWords) -> Saying | None:
    """Return what hangs on a noun of saying ("claims by relatives that ...")."""
    if noun.pos_ != "NOUN":
        return None
    source, content = child(noun, "poss"), set[int]()
    owners = words.cues.owners
    if source is None and any(c.dep_ in ("acl", "ccomp") and child(c, "mark") for c in noun.rights):
        owners = owners | words.roles.closed.genitive  # "the claim of his wife that ..."
    for below in noun.children:
        if below.dep_ == "prep" and below.lower_ in owners:
            source = child(below, "pobj") or source
        elif below.dep_ == "prep" and below.lower_ in words.cues.channels and source is None:
            source = child(below, "pobj")  # "rumours on social networks that ..."
        elif below.dep_ in ("acl", "relcl", "ccomp", "appos") or (
            below.dep_ == "prep" and below.lower_ in words.cues.topics
        ):
            content |= {t.i for t in below.subtree}
    if source is None and noun.tag_ == "NNS" and child(noun, "det") is None:
        source = noun  # "following reports that ...": nobody else is named
    return Saying(noun, source, frozenset(content)) if content else None


def by_object(word: Token, words: ClauseWords) -> Saying | None:
    """Return who is cited: "citing a source in the police", "with reference to officials"."""
    source = child(word, "dobj", "pobj")
    for below in word.children:
        if source is None and below.dep_ == "prep" and below.lower_ in words.roles.closed.goal:
            source = child(below, "pobj")
    if source is None or (word.lower_.endswith("d") and is_passive(word)):
        return None
    if any(c.dep_ == "prep" and c.lower_ in words.cues.blames for c in word.rights):
        return None  # "the inspectors cited the jail for missed checks"
    inside = {t.i for t in word.subtree} if word.dep_ != "ROOT" else {word.i}
    content = frozenset(t.i for t in word.doc if t.i not in inside)
    return Saying(word, source, content) if content else None


def by_origin(verb: Token, words: ClauseWords) -> Saying | None:
    """Return from whom word comes: "the news comes from the agency", "learned from relatives"."""
    source = None
    for below in verb.children:
        if below.dep_ == "prep" and below.lower_ in words.roles.closed.origin:
            source = child(below, "pobj")
    if source is None:
        return None
    inside = {t.i for t in source.subtree} | {verb.i}
    content = frozenset(t.i for t in verb.doc if t.i not in inside)
    return Saying(verb, source, content) if content else None


FINDERS: dict[str, Callable[[Token, ClauseWords], Saying | None]] = {
    "verb": by_verb,
    "phrase": by_phrase,
    "noun": by_noun,
    "object": by_object,
    "origin": by_origin,
    "adjective": by_adjective,
}


def _that(verb: Token, words: ClauseWords) -> int | None:
    """Return the "that" which opens a clause the parser hung elsewhere."""
    for token in verb.doc[verb.i + 1 :]:
        if token.lower_ in words.roles.closed.clause and token.i + 1 < len(verb.doc):
            # "said under questioning that policemen had injured him": "that" is no determiner of
            # a plural or of a name.
            after = verb.doc[token.i + 1]
            opens = token.dep_ == "mark" or token.tag_ == "IN"
            if opens or (token.tag_ == "DT" and after.tag_ in _PLURAL_OR_NAME):
                return token.i
        if token.text in (";", ":") or token.tag_ in _FINITE:
            return None
    return None


def _clause_end(verb: Token, last: int, words: ClauseWords) -> int:
    """Return the index after the last token of the clause that a verb governs."""
    if verb.dep_ in _WITHIN:
        return max(verb.right_edge.i, last) + 1
    ends = [len(verb.doc)]
    for token in verb.doc[last + 1 :]:
        if token.text == ";" or token.lower_ in words.cues.other_side:
            ends.append(token.i)
            break
    for below in verb.children:
        if below.i > last and below.dep_ in ("conj", "parataxis") and below.pos_ in VERBS:
            ends.append(below.left_edge.i)  # "..., and the ministry denied it": another speaks
    return max(min(ends), last + 1)


def _clause(verb: Token) -> bool:
    """Tell whether a verb has what is said below it; whom it is said to is no such thing."""
    said = child(verb, "dobj")
    return child(verb, "ccomp", "xcomp") is not None or (
        said is not None and any(t.pos_ in VERBS for t in said.subtree)
    )


def without_asides(saying: Saying, words: ClauseWords) -> frozenset[int]:
    """Return the content up to a relative clause of its noun, which tells something else.

    "The court rejected the suit of an inmate who was beaten": that he was beaten is not denied.
    """
    doc = saying.cue.doc
    asides = [
        clause.left_edge.i
        for clause in (doc[i] for i in sorted(saying.content))
        if clause.dep_ == "relcl" and any(c.lower_ in words.roles.relative for c in clause.children)
    ]
    kept = frozenset(i for i in saying.content if not asides or i < asides[0])
    return kept or saying.content


def extent(content: frozenset[int], sentence: Span) -> tuple[int, int]:
    """Return the characters from the first to the last token of the content."""
    first, last = sentence[min(content)], sentence[max(content)]
    return first.idx, last.idx + len(last)
