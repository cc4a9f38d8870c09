"""The short notation's patterns match as spaCy's DependencyMatcher matches them."""

from typing import Any

import pytest
from spacy.matcher import DependencyMatcher
from spacy.tokens import Doc

from custody_records.annotate.arguments.forms import Forms, Irregular
from custody_records.annotate.events.logical import Subjects
from custody_records.annotate.events.notation import FACILITY, Tree, parse
from custody_records.annotate.events.rules import load_lists, rules_by_type
from custody_records.annotate.events.trees import Facts, TreeMatcher
from custody_records.annotate.pipeline import Annotator, prepare
from custody_records.annotate.syntax.component import engine_of
from custody_records.articles.read import read
from custody_records.rulebook import read as read_rules
from custody_records.rulebook import rules_dir
from custody_records.run.plan import sources
from tests.conftest import ROOT

NOUNS = load_lists(rules_dir())["facility_nouns"]


def dependency_pattern(tree: Tree, forms: Forms) -> list[dict[str, Any]]:
    """Return the pattern in the form that DependencyMatcher takes."""
    pattern: list[dict[str, Any]] = []
    for index, node in enumerate(tree.nodes):
        attributes: dict[str, Any] = {}
        if node.words:
            attributes["LOWER"] = {
                "IN": sorted(forms.of_all(node.words, verbs=node.pos == ("VERB",)))
            }
        if node.pos:
            attributes["POS"] = {"IN": list(node.pos)}
        step: dict[str, Any] = {"RIGHT_ID": str(index), "RIGHT_ATTRS": attributes}
        if node.above is not None:
            step |= {"LEFT_ID": str(node.above), "REL_OP": node.way}
            if node.way == ">" and node.deps:
                attributes["DEP"] = {"IN": list(node.deps)}
            elif node.deps:
                below = pattern[node.above]["RIGHT_ATTRS"]
                below["DEP"] = {"IN": list(node.deps)}
        pattern.append(step)
    return pattern


@pytest.fixture(scope="module")
def sentences(annotator: Annotator) -> list[Doc]:
    """Parsed sentences of the corpus."""
    engine = engine_of(annotator.full)
    found: list[Doc] = []
    for source in sources([str(ROOT / "corpus")])[:12]:
        for article in read(source.path):
            doc = annotator.full.get_pipe("news_sentences")(prepare(annotator.full, article))
            engine.request(doc.sents)
            found += [engine.of(sentence).doc for sentence in doc.sents]
    assert len(found) > 150
    return found


def test_every_pattern_of_the_rules_matches_the_same(
    annotator: Annotator, sentences: list[Doc]
) -> None:
    vocab = annotator.full.vocab
    forms = Forms(read_rules(rules_dir() / "participants" / "irregular.yaml", Irregular))
    facts = [Facts(doc) for doc in sentences]
    for of_sentence in facts:
        of_sentence.subjects = Subjects((), (), (), ())  # which DependencyMatcher does not know
    matches = 0
    for file in rules_by_type(rules_dir()):
        for rule in file.rules:
            for source in (*rule.tree, *rule.unless):
                tree = parse(source)
                if any(
                    n.never or n.way == ">>" or FACILITY in n.words or "agent" in n.deps
                    for n in tree.nodes
                ):
                    continue  # beyond what DependencyMatcher can say; tested below
                theirs = DependencyMatcher(vocab)
                theirs.add("pattern", [dependency_pattern(tree, forms)])
                ours = TreeMatcher(tree, forms, vocab, NOUNS)
                words = [frozenset(forms.of_all(node.words)) for node in tree.nodes if node.words]
                for doc, fact in zip(sentences, facts, strict=True):
                    lower = {token.lower_ for token in doc}
                    if any(lower.isdisjoint(some) for some in words):
                        assert ours(fact) == []
                        continue
                    expected = sorted(found for _, found in theirs(doc))
                    assert sorted(ours(fact)) == expected, (source, doc.text)
                    matches += len(expected)
    assert matches > 100


@pytest.mark.parametrize(
    ("source", "text", "facilities", "found"),
    [
        pytest.param(
            "escape >prep from >pobj @facility",
            "Two men escaped from IK-6.",
            {4},
            True,
            id="a code is a facility",
        ),
        pytest.param(
            "escape >prep from >pobj @facility",
            "Two men escaped from the colony.",
            set(),
            True,
            id="a noun is a facility",
        ),
        pytest.param(
            "escape >prep from >pobj @facility",
            "Two men escaped from the fire.",
            set(),
            False,
            id="a fire is none",
        ),
        pytest.param(
            "flee >>pobj colony", "Two men fled from the colony.", set(), True, id="somewhere below"
        ),
        pytest.param(
            "flee >>dobj colony",
            "Two men fled from the colony.",
            set(),
            False,
            id="below with another label",
        ),
        pytest.param(
            "protest <pobj in ; !>det *",
            "He cut his veins in protest.",
            set(),
            True,
            id="a word that must not be there",
        ),
        pytest.param(
            "protest <pobj in ; !>det *",
            "He died in the protest.",
            set(),
            False,
            id="and it is there",
        ),
        pytest.param(
            "riot >nsubj prisoner",
            "Dozens of prisoners rioted in May.",
            set(),
            True,
            id="what is counted",
        ),
        pytest.param(
            "riot >nsubj prisoner",
            "Friends of prisoners rioted in May.",
            set(),
            False,
            id='what is only "of" it',
        ),
        pytest.param(
            "beat >nsubj|agent guard",
            "Two men were beaten by guards.",
            set(),
            True,
            id="who does it in the passive",
        ),
        pytest.param(
            "beat >nsubj|agent guard",
            "Two guards were beaten by men.",
            set(),
            False,
            id="to whom it is done is not",
        ),
        pytest.param(
            "beat >nsubj guard",
            "Guards stormed the cell and beat him.",
            set(),
            True,
            id="a shared subject",
        ),
        pytest.param(
            "beat >nsubj guard",
            "The guards who beat him were fired.",
            set(),
            True,
            id="the noun of a relative clause",
        ),
        pytest.param(
            "beat >nsubjpass inmate",
            "Two inmates were stripped and beaten.",
            set(),
            True,
            id="a shared subject of the passive",
        ),
        pytest.param(
            "beat >nsubjpass inmate",
            "An inmate beaten in May has died.",
            set(),
            True,
            id="the noun of a participle",
        ),
        pytest.param(
            "refuse >nsubj inmate",
            "The inmate was held and refused medicine.",
            set(),
            False,
            id="a past tense behind a passive",
        ),
        pytest.param(
            "escape >nsubj guard",
            "Two inmates were held by guards and escaped.",
            set(),
            False,
            id="an active verb behind a passive",
        ),
        pytest.param(
            "send >nsubjpass lawyer",
            "Her lawyer came and was sent away.",
            set(),
            True,
            id="a passive behind an active verb",
        ),
    ],
)
def test_facilities_forbidden_and_counting_words(
    annotator: Annotator, source: str, text: str, facilities: set[int], found: bool
) -> None:
    forms = Forms(read_rules(rules_dir() / "participants" / "irregular.yaml", Irregular))
    doc = annotator.full.make_doc(text)
    parsed = engine_of(annotator.full).of(doc[:])
    matcher = TreeMatcher(parse(source), forms, annotator.full.vocab, NOUNS, frozenset(["dozens"]))
    assert bool(matcher(Facts(parsed.doc, frozenset(facilities)))) is found
