"""The classifier of Russian sentences: what it sees, when it refuses and proposes."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc

from custody_records.annotate.events.classifier.classifier import SentenceClassifier
from custody_records.annotate.events.classifier.features import masked
from custody_records.annotate.events.event_types import ALL
from custody_records.annotate.russian.doc_lemmas import lemmas
from custody_records.annotate.russian.events.meanings import Meanings
from custody_records.rulebook import rules_dir
from tests.annotate.events.read import events

COLUMN = ALL.index("transfer")
MOVED = "Осужденного Ивана Петрова этапировали из ИК-6 в понедельник."
UNKNOWN = "Охранники телепортировали осужденного Ивана Петрова из ИК-6 в понедельник."


@pytest.fixture
def classifier(russian: Language) -> Iterator[SentenceClassifier]:
    """The pipeline's own classifier, whose weights a test may set."""
    held: SentenceClassifier = russian.get_pipe("russian_events").classifier  # type: ignore[attr-defined]
    before = held.weights, held.least, held.refuse_below, held.propose_from
    held.least = {}
    yield held
    held.weights, held.least, held.refuse_below, held.propose_from = before


def _teach(classifier: SentenceClassifier, **of_transfer: int) -> None:
    """Give weights to lemmas for one type; every other type is as likely as before."""
    table = np.zeros((len(of_transfer), len(ALL)), np.int16)
    table[:, COLUMN] = list(of_transfer.values())
    zeros = np.zeros(len(ALL), np.int32)
    classifier.weights = replace(
        classifier.weights,
        features=tuple(of_transfer),
        table=table,
        bias=zeros - 2000,
        base=zeros - 2000,
        meanings=np.zeros_like(classifier.weights.meanings),
    )
    classifier.refuse_below = dict.fromkeys(classifier.refuse_below, (COLUMN, -3.0))


def _read(russian: Language, text: str) -> Doc:
    doc = russian.make_doc(text)
    doc._.language = "ru"
    for _, component in russian.pipeline:
        doc = component(doc)
    return doc


def test_what_a_rule_reads_in_an_unlikely_sentence_is_refused_with_the_reason(
    russian: Language, classifier: SentenceClassifier
) -> None:
    _teach(classifier, понедельник=0)
    assert [e.type for e in events(_read(russian, MOVED))] == ["transfer"]
    _teach(classifier, этапировать=-9000)
    doc = _read(russian, MOVED)
    assert events(doc) == []
    assert any(
        d.outcome == "refused" and (d.by or "").startswith("classifier.unlike: ")
        for d in doc._.decisions
    )


def test_a_likely_sentence_that_no_rule_knows_has_a_trigger(
    russian: Language, classifier: SentenceClassifier
) -> None:
    _teach(classifier, телепортировать=0)
    assert events(_read(russian, UNKNOWN)) == []
    _teach(classifier, телепортировать=9000)
    doc = _read(russian, UNKNOWN)
    (event,) = events(doc)
    assert (event.type, event.rule) == ("transfer", "transfer.ru.classifier")
    assert doc.text[slice(*event.trigger)] == "телепортировали"
    assert len(event.subjects) == 1


def test_a_proposed_trigger_is_judged_as_a_rules_is(
    russian: Language, classifier: SentenceClassifier
) -> None:
    _teach(classifier, телепортировать=9000)
    text = UNKNOWN.replace("телепортировали", "не телепортировали")
    assert "transfer" not in [e.type for e in events(_read(russian, text))]


def test_the_meanings_of_words_add_up_to_that_of_their_sentence(russian: Language) -> None:
    doc = _read(russian, f"{MOVED} Он жаловался на холод.")
    sentences = list(doc.sents)
    meanings = Meanings(doc, masked(doc, lemmas(doc)))
    rows = meanings.of(sentences)
    weights = np.linspace(-1, 1, rows.shape[1], dtype=np.float32)
    for sentence, row in zip(sentences, rows, strict=True):
        shares = meanings.shares(sentence, weights)
        assert sum(shares.values()) == pytest.approx(float(row @ weights), abs=1e-4)
        assert "Петрова" not in [sentence[index].text for index in shares]


def test_a_sentence_without_known_words_means_nothing(russian: Language) -> None:
    doc = _read(russian, "Ъъъ.")
    meanings = Meanings(doc, masked(doc, lemmas(doc)))
    assert not meanings.of(list(doc.sents)).any()
    assert meanings.shares(next(doc.sents), np.ones(600, np.float32)) == {}


def test_the_weights_that_ship_are_small() -> None:
    assert (rules_dir() / "events" / "ru" / "classifier.npz").stat().st_size < 1_500_000
