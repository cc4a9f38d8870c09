"""A trigger's arguments by the path that a rule names, whatever the verb's voice."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from custody_records.annotate.russian.impersonal import institution
from custody_records.annotate.russian.morphology.features import feature
from custody_records.annotate.tags import VERBS

_AGENTS = ("obl:agent", "obl")
_CONTENT = ("obj", "nsubj:pass", "obl", "nmod", "iobj", "ccomp", "xcomp", "appos")
_BELOW = ("nsubj", *_CONTENT)
_DATIVES = ("iobj", "obl", "nsubj", "nmod")
_NAMES = ("flat:name", "flat", "appos")
_DEEP = 3  # arcs below what hangs on a verb
_LOST = 9  # tokens before a verb in which its subject stands


def reach(token: Token, path: str) -> list[Token]:
    """Return the words that a path leads to from a trigger."""
    name, _, preposition = path.partition(":")
    if name == "under":
        return [c for c in _around(token) if _stands_under(c, preposition)]
    if name == "at":
        return institution(token, preposition)
    if name == "genitive":
        return [noun for one in (token, *_things(token)) for noun in _genitive(one)]
    if name in _OF_NOUNS:
        return _OF_NOUNS[name](token)
    return _verbal(token, name)


def _things(token: Token) -> list[Token]:
    """Return the thing of a verb that is one with it: "вину" of "снял вину с осужденного"."""
    things = _children(token, "obj", "nsubj:pass") if token.pos_ == "VERB" else []
    return [c for c in things if feature(c, "Animacy") == "Inan"]


def _around(token: Token) -> list[Token]:
    """Return what hangs on a trigger, on the thing that is one with it, or on the noun's verb."""
    return [c for one in (token, *_things(token), *_carrier(token)) for c in one.children]


def _carrier(noun: Token) -> list[Token]:
    """Return the verb of a noun that is its subject or object: "над активистом начался суд"."""
    carried = noun.pos_ == "NOUN" and noun.dep_ in ("nsubj", "obj", "nsubj:pass")
    return [noun.head] if carried and noun.head.pos_ in ("VERB", "AUX") else []


def _verbal(token: Token, name: str) -> list[Token]:
    verb = token if token.pos_ in ("VERB", "AUX", "ADJ") else None
    if verb is None:
        return []
    if name == "holder":
        return (
            _children(verb, "nsubj", "nsubj:pass")
            or _noun_described(verb)
            or _counted_subject(verb)
            or _shared(verb)
        )
    passive = is_passive(verb)
    if name == "recipient":
        return _recipient(verb)
    if name == "object":
        if passive:
            return (
                _children(verb, "nsubj:pass", "nsubj")
                or _noun_described(verb)
                or _shared(verb)
                or _lost_subject(verb)
            )
        return (
            _children(verb, "obj")
            or _counted_object(verb)
            or _counted_before(verb)
            or _object_taken_for_subject(verb)
            or _object_hung_on_a_noun(verb)
            or _shared_object(verb)
        )
    if passive:  # the logical subject
        return [c for c in verb.children if c.dep_ in _AGENTS and _bare(c, "Ins")]
    counted = {c.i for c in _counted_object(verb)}
    own = [c for c in _children(verb, "nsubj") if c.i not in counted or _children(verb, "obj")]
    return (
        own
        or _counted_subject(verb)
        or _noun_described(verb)
        or _shared(verb)
        or _lost_subject(verb)
    )


def _recipient(verb: Token) -> list[Token]:
    """Return the dative of a verb or of its object: "вынес осужденному приговор"."""
    things = _children(verb, "obj", "obl", "nsubj", "nsubj:pass")
    for level in (verb.children, (c for thing in things for c in thing.children)):
        found = [c for c in level if c.dep_ in _DATIVES and _bare(c, "Dat")]
        if found:
            return found
    return _children(verb, "iobj")


def _counted_object(verb: Token) -> list[Token]:
    """Return what is counted behind a verb whose doers nobody names: "привлекли 14 работников".

    The parser takes it for the subject.
    """
    if feature(verb, "Number") != "Plur" or _children(verb, "obj"):
        return []
    return [c for c in _children(verb, "nsubj") if c.i > verb.i and _is_counted(c)]


def _counted_subject(verb: Token) -> list[Token]:
    """Return a counted subject before a verb that the parser has hung otherwise."""
    numbers = (c for c in _children(verb, "nummod", "nummod:gov", "nsubj") if c.pos_ == "NUM")
    below = (noun for number in numbers for noun in _children(number, "nmod"))
    found = [c for c in _children(verb, "nmod", "obl") if _is_counted(c)]
    return [c for c in (*found, *below) if c.i < verb.i]


def _counted_before(verb: Token) -> list[Token]:
    """Return what is counted before it: "388 заключённых перевезли"; it needs an object."""
    if feature(verb, "Number") != "Plur" or feature(verb, "Voice") == "Mid":
        return []
    return [c for c in _children(verb, "nsubj") if c.i < verb.i and _is_counted(c)]


def _is_counted(noun: Token) -> bool:
    return feature(noun, "Case") == "Gen" and any(
        c.dep_.startswith("nummod") for c in noun.children
    )


def _object_taken_for_subject(verb: Token) -> list[Token]:
    """Return somebody in the accusative beside a verb in the plural: "осужденного водворили"."""
    described = verb.dep_ in ("acl", "amod")  # the tagger takes "водворяли" for a participle
    if feature(verb, "Number") != "Plur" or described or feature(verb, "VerbForm") == "Conv":
        return []
    return [
        c
        for c in _children(verb, "nsubj", "obl", "nmod", "iobj", "amod", "appos", "parataxis")
        if feature(c, "Case") in ("Gen", "Acc")
        and feature(c, "Number") == "Sing"
        and not any(below.dep_ == "case" for below in c.children)
        and (feature(c, "Animacy") == "Anim" or c.pos_ == "PROPN")
    ]


def _object_hung_on_a_noun(verb: Token) -> list[Token]:
    """Return somebody right before a verb without a doer: "в колонии №9 арестанта били".

    The parser takes the accusative for a genitive of the circumstance before it.
    """
    if feature(verb, "Number") != "Plur" or _children(verb, "nsubj"):
        return []
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    while before is not None and before.dep_ in _NAMES and before.head.i < before.i:
        before = before.head  # "Мурата Ахметова подвешивали"
    if before is None or before.dep_ != "nmod" or before.head.dep_ not in ("obl", "nmod"):
        return []
    somebody = feature(before, "Animacy") == "Anim" or before.pos_ == "PROPN"
    return [before] if somebody and any(_bare(before, case) for case in ("Gen", "Acc")) else []


def _is_somebody(noun: Token) -> bool:
    return noun.pos_ in ("NOUN", "PROPN") and feature(noun, "Animacy") == "Anim"


def _lost_subject(verb: Token) -> list[Token]:
    """Return a subject that the parser has hung on no verb: "отец Иванова, Пётр, обратился"."""
    finite = feature(verb, "VerbForm") == "Fin" or feature(verb, "Variant") == "Short"
    if not finite or feature(verb, "Person") in ("1", "2"):
        return []
    for before in reversed(verb.doc[max(verb.sent.start, verb.i - _LOST) : verb.i]):
        if before.pos_ in VERBS:
            return []
        hung = before.dep_ in ("parataxis", "appos", "dep") and before.head.i != before.i - 1
        hung = hung or (before.dep_ == "nsubj" and before.head.pos_ not in ("VERB", "ADJ"))
        # "В последнем слове Иванов вину не признал": no genitive of the noun before it
        hung = hung or (before.dep_ == "nmod" and before.pos_ == "PROPN")
        nominative = feature(before, "Case") == "Nom" and feature(before, "Animacy") == "Anim"
        if hung and nominative and feature(before, "Number") == feature(verb, "Number"):
            return [before]
    return []


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive."""
    if feature(verb, "Voice") == "Pass":
        return True
    return any(c.dep_ == "nsubj:pass" for c in verb.children)


def _children(token: Token, *labels: str) -> list[Token]:
    return [c for c in token.children if c.dep_ in labels]


def _noun_described(verb: Token) -> list[Token]:
    """Return the noun of a participle or relative clause: "избитый надзирателями заключённый"."""
    if feature(verb, "VerbForm") == "Part" and verb.dep_ in ("acl", "amod", "appos"):
        return [verb.head]
    return []


def _shared(verb: Token) -> list[Token]:
    """Return the subject that a verb shares with the one on which it hangs."""
    shares = verb.dep_ in ("conj", "xcomp", "ccomp") or (
        verb.dep_ == "advcl" and feature(verb, "VerbForm") == "Conv"
    )
    if not shares or verb.head.pos_ not in ("VERB", "ADJ") or verb.head.i == verb.i:
        return []
    if verb.dep_ in ("conj", "ccomp") and not _agree(verb, verb.head):
        return []  # "он пожаловался, и его увезли": somebody else did it
    return _children(verb.head, "nsubj", "nsubj:pass")


def _agree(one: Token, other: Token) -> bool:
    """Tell whether two verbs can have one subject: "она сообщила, что подаст жалобу"."""
    genders = {feature(one, "Gender"), feature(other, "Gender")} - {None}
    persons = {feature(one, "Person"), feature(other, "Person")} - {None}
    same = feature(one, "Number") == feature(other, "Number") and not persons & {"1", "2"}
    return same and len(genders) < 2


def _shared_object(verb: Token) -> list[Token]:
    """Return the object that coordinated verbs share: "задержали и избили активиста"."""
    found = [t for c in verb.children if c.dep_ == "conj" for t in _children(c, "obj")]
    if found or verb.dep_ != "conj" or verb.head.pos_ != "VERB":
        return found
    return _children(verb.head, "obj")


def _genitive(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        own = child.dep_ == "det" and child.pos_ in ("DET", "PRON")
        if own or (child.dep_ in ("nmod", "appos") and _bare(child, "Gen")):
            yield child


def _of_verb_above(noun: Token) -> list[Token]:
    """Return who has or does it by the verb above: "голодовку выдержали двое арестантов"."""
    verb = noun.head
    if verb.pos_ not in ("VERB", "ADJ") or noun.dep_ not in ("obj", "obl", "iobj", "xcomp"):
        return []
    return _verbal(verb, "holder")


def _patient(noun: Token) -> list[Token]:
    """Return to whom the verb above was done: "при задержании избили активиста"."""
    return _verbal(noun.head, "object") if noun.dep_ == "obl" else []


def _deep(verb: Token) -> list[Token]:
    """Return the first person in what hangs on a verb: "отклонил жалобу осужденного"."""
    level = [c for one in (verb, *_carrier(verb)) for c in one.children if c.dep_ in _BELOW]
    for _ in range(_DEEP):
        level = [c for one in level for c in one.children if c.dep_ in _BELOW]
        found = [c for c in level if feature(c, "Animacy") == "Anim"]
        found = found or [c for c in level if c.pos_ == "PROPN"]
        if found:
            return found[:1]
    return []


def _content(trigger: Token) -> list[Token]:
    """Return the first person in what is asked, filed or looked into: "жалобу на арест Иванова".

    Neither is it whoever does it, nor to whom it goes ("просит прокурора Котова о проверке").
    """
    words = (trigger, *_carrier(trigger))
    level = [c for one in words for c in one.children if c.dep_ in _CONTENT]
    for _ in range(_DEEP):
        within = [one for one in level if not _is_addressee(one)]
        level = [c for one in within for c in one.children if c.dep_ in _BELOW]
        found = [c for c in level if _is_somebody(c) and not _is_addressee(c)]
        if found:
            return found[:1]
    return []


def _is_addressee(noun: Token) -> bool:
    return feature(noun, "Animacy") == "Anim" and feature(noun, "Case") in ("Dat", "Nom")


def _whose(verb: Token) -> list[Token]:
    """Return for whom somebody acts who acts: "мать Иванова обратилась", "защита Иванова"."""
    return [noun for doer in _verbal(verb, "subject") for noun in _genitive(doer)]


def _gone(verb: Token) -> list[Token]:
    """Return what is no more, in the genitive of a negation: "его не стало"."""
    return [c for c in verb.children if c.dep_ in _BELOW and _bare(c, "Gen")]


def _governed(verb: Token) -> list[Token]:
    """Return the object of the infinitive below: "осужденного спасти не удалось"."""
    return [t for c in _children(verb, "xcomp", "csubj") for t in _children(c, "obj")]


_OF_NOUNS: dict[str, Callable[[Token], list[Token]]] = {
    "above": _of_verb_above,
    "deep": _deep,
    "content": _content,
    "whose": _whose,
    "self": lambda verb: _verbal(verb, "subject"),
    "patient": _patient,
    "gone": _gone,
    "governed": _governed,
}


def _stands_under(token: Token, preposition: str) -> bool:
    return token.dep_ in ("obl", "nmod", "iobj", "obl:agent") and any(
        c.dep_ == "case" and c.lower_ == preposition for c in token.children
    )


def _bare(token: Token, case: str) -> bool:
    """Tell whether a noun stands in a case without a preposition; surnames correct the tagger."""
    if any(c.dep_ == "case" for c in token.children):
        return False
    surnames = (c for c in token.children if c.dep_ in _NAMES and c.i == token.i + 1)
    return any(feature(c, "Case") == case for c in (token, *surnames))
