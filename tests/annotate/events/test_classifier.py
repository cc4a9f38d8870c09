"""The classifier of sentences: what it sees, when it refuses and proposes, and why."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from custody_records.annotate.events.classifier.classifier import Scores, SentenceClassifier
from custody_records.annotate.events.classifier.features import features, masked, names
from custody_records.annotate.events.classifier.proposals import load_settings
from custody_records.annotate.events.classifier.reliability import load_least
from custody_records.annotate.events.event_types import ALL
from custody_records.annotate.events.weights import Weights
from custody_records.annotate.pipeline import Annotator
from custody_records.annotate.text import lower_of
from custody_records.contract.values import EventType
from custody_records.rulebook import RuleError, rules_dir
from tests.annotate.events.read import annotated, events

COLUMN = ALL.index("transfer")


def weights(**of_transfer: int) -> Weights:
    """Return weights of single words for one type; every other type is as likely as before."""
    table = np.zeros((len(of_transfer), len(ALL)), np.int16)
    table[:, COLUMN] = list(of_transfer.values())
    zeros = np.zeros(len(ALL), np.int32)
    return Weights(ALL, tuple(of_transfer), table, zeros - 2000, zeros - 2000, table[:0])


@pytest.fixture
def classifier(annotator: Annotator) -> Iterator[SentenceClassifier]:
    """The annotator's own classifier, whose weights a test may set."""
    held: SentenceClassifier = annotator.full.get_pipe("event_triggers").classifier  # type: ignore[attr-defined]
    before = held.weights, held.least, held.refuse_below, held.propose_from
    held.least = {}
    yield held
    held.weights, held.least, held.refuse_below, held.propose_from = before


def _doc(words: str, **groups: tuple[int, int]) -> Doc:
    doc = Doc(spacy.blank("en").vocab, words=words.split())
    for group, (start, end) in groups.items():
        doc.spans[group] = [Span(doc, start, end)]
    return doc


@pytest.mark.parametrize(
    ("doc", "expected"),
    [
        pytest.param(_doc("He was Moved"), ["he", "was", "moved"], id="words-in-lower-case"),
        pytest.param(_doc("12 men"), ["#", "men"], id="a-number-is-any-number"),
        pytest.param(
            _doc("Ivan Petrov died", people=(0, 2)),
            ["PERSON", None, "died"],
            id="a-name-is-one-word-of-its-kind",
        ),
        pytest.param(
            _doc("in Kara Prison", places=(1, 2), facilities=(1, 3)),
            ["in", "FACILITY", None],
            id="a-facility-named-for-a-town-is-a-facility",
        ),
    ],
)
def test_mentions_are_masked(doc: Doc, expected: list[str | None]) -> None:
    assert masked(doc, lower_of(doc)) == expected


def test_features_are_words_pairs_and_beginnings_each_with_its_words() -> None:
    assert features(["PERSON", None, "transferred"]) == [
        ("PERSON", (0,)),
        ("| PERSON", (0,)),
        ("transferred", (2,)),
        ("PERSON transferred", (0, 2)),
        ("trans-", (2,)),
        ("transferred |", (2,)),
    ]


@pytest.mark.parametrize("words", [[], [None], ["#", "PERSON", None, "escorted", "escorted"]])
def test_names_are_those_of_the_features(words: list[str | None]) -> None:
    assert names(words) == {name for name, _ in features(words)}


def test_a_sentence_of_no_words_has_no_trigger(classifier: SentenceClassifier) -> None:
    classifier.weights = weights(moved=1)
    doc = _doc("...")
    assert Scores(classifier, doc).word(doc[:], [True], "transfer") is None


def test_what_a_rule_reads_in_an_unlikely_sentence_is_refused_with_the_reason(
    annotator: Annotator, classifier: SentenceClassifier
) -> None:
    text = "Ivan Petrov was transferred to another prison on Monday."
    assert [e.type for e in events(annotated(annotator, text))] == ["transfer"]
    classifier.weights = weights(another=-9000)
    doc = annotated(annotator, text)
    assert events(doc) == []
    (why,) = (d.by for d in doc._.decisions if d.field == "events" and d.outcome == "refused")
    assert why.startswith("classifier.unlike: ")


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        pytest.param(-1.0, ["transfer"], id="more-like-than-the-rule-needs"),
        pytest.param(1.0, [], id="a-rule-that-is-seldom-right-needs-more"),
    ],
)
def test_a_rule_reads_in_sentences_that_are_as_like_as_it_needs(
    annotator: Annotator, classifier: SentenceClassifier, least: float, expected: list[str]
) -> None:
    text = "Ivan Petrov was transferred to another prison on Monday."
    classifier.weights = weights(another=0)  # the log-odds of any sentence
    classifier.refuse_below = dict.fromkeys(classifier.refuse_below, (COLUMN, -2.0))
    classifier.least = dict.fromkeys(load_least(rules_dir() / "events"), least)
    assert [e.type for e in events(annotated(annotator, text))] == expected


def test_a_likely_sentence_that_no_rule_knows_has_a_trigger(
    annotator: Annotator, classifier: SentenceClassifier
) -> None:
    text = "Guards teleported Ivan Petrov from Kara Prison on Monday."
    assert events(annotated(annotator, text)) == []
    classifier.weights = weights(teleported=9000)
    doc = annotated(annotator, text)
    (event,) = events(doc)
    assert (event.type, event.rule) == ("transfer", "transfer.classifier")
    assert doc.text[slice(*event.trigger)] == "teleported"
    assert [doc.text[a.start : a.end] for a in event.subjects] == ["Ivan Petrov"]
    assert any(
        d.rule == "transfer.classifier" and "'teleported'" in (d.by or "") for d in doc._.decisions
    )


def test_a_proposed_trigger_is_judged_as_a_rules_is(
    annotator: Annotator, classifier: SentenceClassifier
) -> None:
    classifier.weights = weights(teleported=9000)
    text = "Guards never teleported Ivan Petrov from Kara Prison."
    assert "transfer" not in [e.type for e in events(annotated(annotator, text))]


def test_weights_come_back_as_they_were_written(tmp_path: Path) -> None:
    path = tmp_path / "classifier.npz"
    weights(moved=500, died=-40).write(path)
    held = Weights.read(path, "train_event_classifier")
    assert held.features == ("moved", "died")
    assert held.table[:, COLUMN].tolist() == [500, -40]
    first = path.read_bytes()
    held.write(path)
    assert path.read_bytes() == first


def test_a_type_that_the_weights_do_not_know_is_never_refused(
    annotator: Annotator, classifier: SentenceClassifier
) -> None:
    held = weights(another=-9000)
    one = held.table[:, :1], held.bias[:1], held.base[:1], held.meanings[:, :1]
    classifier.weights = Weights(ALL[:1], held.features, *one)
    classifier.propose_from = classifier.propose_from[:1]
    classifier.refuse_below = {ALL[0]: (0, 0.0)}
    doc = annotated(annotator, "Ivan Petrov was transferred to another prison on Monday.")
    assert [e.type for e in events(doc)] == ["transfer"]


def test_a_file_that_holds_no_weights_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "classifier.npz"
    path.write_bytes(b"no archive")
    with pytest.raises(RuleError, match=rf"{path}.*: run python -m scripts\.train_event_linker$"):
        Weights.read(path, "train_event_linker")


@pytest.mark.parametrize(
    ("wrong", "right", "why"),
    [
        pytest.param("verb: carries", "verb: done_to", "no frame 'carries'", id="unknown-frame"),
        pytest.param("needs: [moon]", "needs: [domain]", "no need 'moon'", id="unknown-need"),
        pytest.param("from: 5", "from: 0.5", "propose_from", id="no-probability"),
    ],
)
def test_settings_are_checked_on_load(tmp_path: Path, wrong: str, right: str, why: str) -> None:
    shutil.copytree(rules_dir() / "events", tmp_path / "events")
    path = tmp_path / "events" / "classifier.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(right, wrong), encoding="utf-8")
    with pytest.raises(RuleError, match=why):
        load_settings(tmp_path)


def test_the_weights_that_ship_are_small() -> None:
    assert (rules_dir() / "events" / "classifier.npz").stat().st_size < 5_000_000


def test_training_learns_how_like_a_sentence_must_be_for_a_rule() -> None:
    pytest.importorskip("sklearn", reason="training needs the extra dev")
    from scripts.train_event_classifier import Example, weigh

    told, untold = frozenset(["transfer"]), frozenset[EventType]()
    examples, scores = [], []
    for rule, gold in (("good", (told, told, told)), ("bad", (untold, untold, told))):
        for score, types in zip((-1.0, 0.0, 1.0), gold, strict=True):
            examples.append(Example("a", (), types, frozenset([("transfer", rule)])))
            scores.append([score] * len(ALL))
    rows = {row.rule: row for row in weigh(examples, np.array(scores, np.float32))}
    assert (rows["bad"].mentions, rows["bad"].told) == (3, 1)
    assert rows["good"].least < rows["bad"].least


def test_training_learns_which_words_tell_a_type() -> None:
    pytest.importorskip("sklearn", reason="training needs the extra dev")
    from scripts.train_event_classifier import Example, train

    moved = Example("a", ("PERSON", "moved"), frozenset(["transfer"]), frozenset())
    others = [
        Example("b", ("PERSON", "cooked"), frozenset([type_]), frozenset())
        for type_ in ALL
        if type_ != "transfer"
    ]
    held = train([moved, *others] * 2)
    rows = held.known(["moved"]), held.known(["cooked", "unheard"])
    moved_to, cooked = held.logits(rows)[:, held.types.index("transfer")]
    assert moved_to > cooked
    said = held.of(held.known(["moved", "cooked", "unheard"]), "transfer")
    assert said.keys() == {"moved", "cooked"}
    assert said["moved"] > 0 > said["cooked"]
