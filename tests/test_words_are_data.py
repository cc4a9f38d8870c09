"""No word of a language stands in Python: word lists and patterns of words are in ``rules/``.

What is looked at in ``annotate``, ``articles`` and ``records``: every collection of strings, every
regular expression, and every string with which a word of a text is compared ("the", "ing", " of ").
Labels of models and grammars, keys and encodings are no words of a language; ``ALLOWED`` names the
files that hold them, with the reason.
"""

import ast
import re
from collections.abc import Iterator

from tests.conftest import ROOT

PACKAGE = ROOT / "pipeline" / "custody_records"
LOOKED_AT = ("annotate", "articles", "records")
_FEWEST = 3  # strings that make a list; two are an alternative
_WORD = re.compile(r"[^\W\d_]{3,}(?:[ '’-][^\W\d_]+)*")
# What holds words of a text, by how it is written: ``token.lower_``, ``words.texts[i]``.
_TEXTUAL = re.compile(
    r"""\.(?:lower_|text|lemma_|norm_|orth_)$ | \.(?:lower|casefold|upper)\(\)$ | \.gap\(.*\)$
    | \.texts\[.*\]$ | ^(?:word|words|low|lower|lowered|before|after|between|preposition|text|title
    |noun|given|office|prefix|pronoun|gap|form|lemma|rest|tail|head|name)(?:\[.*\])?$""",
    re.VERBOSE,
)
_COMPARING = frozenset(
    [
        "endswith",
        "startswith",
        "removeprefix",
        "removesuffix",
        "partition",
        "rpartition",
        "find",
        "rfind",
        "split",
        "count",
        "replace",
    ]
)
_TWO_LETTERS = re.compile(r"[^\W\d_]{2,}")
_KEY = re.compile(r"[a-zA-Z_]*[._{}<>/][A-Za-z_{}<>/]*|[A-Z-]+")  # "span._.", "{NAME}", "XXXX-"
# In a pattern: a run of letters that is no class, group name or flag.
_GROUP = re.compile(r"\(\?P?[<=!:P]*[A-Za-z_]*>?|\\.|\[[^\]]*\]|\{[^}]*\}")
_LETTERS = re.compile(r"[^\W\d_]{2,}")

# What is no word of a language: labels of the parsers, fields, keys and groups of this project.
STRUCTURE = frozenset(
    """acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp clf compound conj
    csubj csubjpass dative dep det dobj expl fixed flat intj iobj mark meta neg nmod npadvmod
    nsubj nsubjpass nummod obj obl oprd parataxis pcomp pobj poss preconj predet prep prt punct
    quantmod relcl root vocative xcomp discourse list orphan facilities facility statutes
    statute people person organizations organization places place dates date figures figure
    events event names name timex attributions attribution entities entity code kind country
    link published language url dateline publisher mentions text start end value max unit
    predicate qualifier modifier type status subjects actors sources evidence basis roles age
    instrument jurisdiction article part point offence penalties aliases id reason match
    no_match pattern rule rules gold model gazetteer kept claimed lost refused merged""".split()  # noqa: SIM905 - read as a list of words
)

# Start of a file's path → why its lists are none.
ALLOWED = {
    "annotate/checked.py": "names of Python",
    "annotate/model/": "names of Python and of parts of a model",
    "annotate/syntax/component.py": "names of components",
    "annotate/factories.py": "names of spaCy's attributes",
    "annotate/facilities/rules.py": "what a table says of its sources",
    "annotate/places/capitalised.py": "articles, as the contract folds them",
    "annotate/names/words.py": "articles written with a name, the form of a name in any language",
    "articles/identity.py": "names that a file system reserves",
    "annotate/arguments/roles.py": "steps of a frame's path",
    "annotate/attributions/parsed.py": "kinds of a cue",
    "annotate/attributions/speakers.py": "kinds of a source",
    "annotate/events/needs.py": "needs of a rule",
    "annotate/events/notation.py": "labels of the parsers",
    "annotate/events/setting/place.py": "kinds of a place",
    "annotate/figures/ellipsis/__init__.py": "names of Python",
    "annotate/names/lexicon.py": "denotations of the noun lexicon",
    "annotate/organizations/forms.py": "denotations of the noun lexicon",
    "annotate/statutes/": "levels and kinds of a reference, units of a length",
    "annotate/numbers/__init__.py": "names of Python",
    "annotate/russian/": "labels of morphology and syntax, names of packages",
    "annotate/timex/": "units of TIMEX3 and keys of rules",
    "articles/days.py": "names of groups of a pattern",
    "articles/formats/page/": "elements and classes of HTML, types of schema.org",
    "articles/formats/": "keys of files",
    "articles/furniture/": "keys of rules",
    "articles/header_fields.py": "the scheme of an address",
}


def lists_of_words(tree: ast.Module) -> Iterator[tuple[int, str, list[str]]]:
    """Yield (line, owner, words) of every collection of bare words and every pattern of words."""
    for owner, top in owners(tree):
        choices = {  # of a Literal type: values of a rule's key
            id(node.slice)
            for node in ast.walk(top)
            if isinstance(node, ast.Subscript) and getattr(node.value, "id", "") == "Literal"
        }
        for node in ast.walk(top):
            if id(node) in choices:
                continue
            if isinstance(node, ast.Set | ast.List | ast.Tuple | ast.Dict):
                held = node.keys if isinstance(node, ast.Dict) else node.elts
                words = [
                    item.value
                    for item in held
                    if isinstance(item, ast.Constant)
                    and isinstance(item.value, str)
                    and _WORD.fullmatch(item.value)
                    and not item.value.isupper()
                    and item.value not in STRUCTURE
                ]
                if len(words) >= _FEWEST:
                    yield node.lineno, owner, words
            elif words := compared(node):
                yield node.lineno, owner, words
            elif is_call(node, "split") and isinstance(node.func.value, ast.Constant):
                yield node.lineno, owner, str(node.func.value.value).split()
            elif is_call(node, "compile") and node.args:
                words = [w for text in strings(node.args[0]) for w in letters(text)]
                words = [w for w in words if w not in STRUCTURE]
                if words:
                    yield node.lineno, owner, words


def compared(node: ast.AST) -> list[str]:
    """Return the words with which a text, or one word of it, is compared here."""
    if isinstance(node, ast.Compare):
        sides = [node.left, *node.comparators]
        held = ast.Constant | ast.Tuple | ast.Set | ast.List
        if not any(_TEXTUAL.search(ast.unparse(side)) for side in sides):
            return []
        found = [text for side in sides if isinstance(side, held) for text in strings(side)]
    elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") in _COMPARING:
        found = [text for argument in node.args[:1] for text in literals(argument)]
    else:
        return []
    return [
        text
        for text in found
        if _TWO_LETTERS.search(text) and not _KEY.fullmatch(text) and text not in STRUCTURE
    ]


def literals(node: ast.expr) -> Iterator[str]:
    """Yield the strings of a constant, or of a tuple of constants."""
    if isinstance(node, ast.Constant | ast.Tuple):
        yield from strings(node)


def owners(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    for statement in tree.body:
        if isinstance(statement, ast.Assign | ast.AnnAssign):
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            yield getattr(target, "id", "?"), statement
        elif isinstance(statement, ast.FunctionDef | ast.ClassDef):
            yield statement.name, statement


def is_call(node: ast.AST, name: str) -> bool:
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == name
    )


def strings(node: ast.expr) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def letters(pattern: str) -> list[str]:
    plain = re.sub(r"(?m)(?<!\\)#.*$", " ", pattern) if "\n" in pattern else pattern
    return _LETTERS.findall(_GROUP.sub(" ", plain))


def found() -> Iterator[tuple[str, str, int, list[str]]]:
    for package in LOOKED_AT:
        for path in sorted((PACKAGE / package).rglob("*.py")):
            name = path.relative_to(PACKAGE).as_posix()
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for line, owner, words in lists_of_words(tree):
                yield name, owner, line, words


def test_words_are_data() -> None:
    wrong = [
        f"{name}:{line}: {owner}: {', '.join(words[:6])}"
        for name, owner, line, words in found()
        if not name.startswith(tuple(ALLOWED))
    ]
    assert not wrong, "move these to rules/, or say why they are no words:\n" + "\n".join(wrong)


def test_every_exception_is_needed() -> None:
    names = {name for name, _, _, _ in found()}
    idle = [start for start in ALLOWED if not any(name.startswith(start) for name in names)]
    assert idle == []
