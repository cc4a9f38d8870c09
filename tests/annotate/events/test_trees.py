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
        # A code alone, and a noun for a facility, are both a facility.
        ("escape >prep from >pobj @facility", "Two men escaped from IK-6.", {4}, True),
        ("escape >prep from >pobj @facility", "Two men escaped from the colony.", set(), True),
        ("escape >prep from >pobj @facility", "Two men escaped from the fire.", set(), False),
        # Somewhere below: the parser may hang "from the colony" on the men.
        ("flee >>pobj colony", "Two men fled from the colony.", set(), True),
        ("flee >>dobj colony", "Two men fled from the colony.", set(), False),
        # A word that must not be there.
        ("protest <pobj in ; !>det *", "He cut his veins in protest.", set(), True),
        ("protest <pobj in ; !>det *", "He died in the protest.", set(), False),
        # What is counted stands for the word that counts it; what is only "of" it does not.
        ("riot >nsubj prisoner", "Dozens of prisoners rioted in May.", set(), True),
        ("riot >nsubj prisoner", "Friends of prisoners rioted in May.", set(), False),
        # Who does it in the passive stands for the preposition.
        ("beat >nsubj|agent guard", "Two men were beaten by guards.", set(), True),
        ("beat >nsubj|agent guard", "Two guards were beaten by men.", set(), False),
        # A verb has the subject that it shares, the noun of a relative clause, of a participle.
        ("beat >nsubj guard", "Guards stormed the cell and beat him.", set(), True),
        ("beat >nsubj guard", "The guards who beat him were fired.", set(), True),
        ("beat >nsubjpass inmate", "Two inmates were stripped and beaten.", set(), True),
        ("beat >nsubjpass inmate", "An inmate beaten in May has died.", set(), True),
        ("refuse >nsubj inmate", "The inmate was held and refused medicine.", set(), False),
        ("escape >nsubj guard", "Two inmates were held by guards and escaped.", set(), False),
        ("send >nsubjpass lawyer", "Her lawyer came and was sent away.", set(), True),
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
