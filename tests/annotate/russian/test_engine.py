import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from custody_records.annotate.russian.engine.heads import ROOT, mend, one_tree

heads = st.integers(1, 30).flatmap(
    lambda n: st.lists(st.integers(ROOT, n - 1), min_size=n, max_size=n)
)


@given(heads)
def test_any_choice_of_heads_becomes_one_tree(chosen: list[int]) -> None:
    tree = one_tree(chosen)
    assert tree.count(ROOT) == 1
    for word in range(len(tree)):
        steps = 0
        while tree[word] != ROOT:
            word = tree[word]
            steps += 1
            assert steps <= len(tree)


@given(st.lists(heads, min_size=1, max_size=4))
def test_the_trees_of_a_block_are_those_of_its_sentences(chosen: list[list[int]]) -> None:
    rows, sentences = [0], []
    for sentence in chosen:
        first = len(rows)
        sentences.append((first, first + len(sentence)))
        rows += [first + head for head in sentence]
        rows.append(len(rows))
    block = np.array(rows)
    mend(block, sentences)
    for sentence, (first, end) in zip(chosen, sentences, strict=True):
        assert (block[first:end] - first).tolist() == one_tree(sentence)


@given(text=st.text(st.sampled_from(" \n\t.,«»—-/аБёЁ1xҚ\u00a0\u0301"), max_size=60))
def test_tokens_join_to_the_text_again(russian: Language, text: str) -> None:
    assert russian.make_doc(text).text == text


@given(text=st.text(st.sampled_from(' \n\t.,:;«»()"—-/!?…_1аБёЁqҚ^'), max_size=40))
def test_tokens_are_those_of_razdel(russian: Language, text: str) -> None:
    tokenize = pytest.importorskip("razdel").tokenize
    words = [token.text for token in russian.make_doc(text) if not token.is_space]
    assert words == [token.text for token in tokenize(text)]


@given(text=st.text(st.sampled_from(" \n.!«»—аБ1"), max_size=40))
def test_no_text_crashes_the_engine(russian: Language, text: str) -> None:
    assert russian(text).text == text


@pytest.mark.parametrize(
    ("text", "first_words"),
    [
        pytest.param(
            "Его осудили по ст. 99 УК РК. Срок он отбывает в ИК-6.",
            ["Его", "Срок"],
            id="an abbreviation ends no sentence",
        ),
        pytest.param(
            "Об этом сообщил А. Б. Сериков. Других подробностей нет.",
            ["Об", "Других"],
            id="initials end no sentence",
        ),
        pytest.param("Бунт в колонии\n\nТрое ранены.", ["Бунт", "Трое"], id="a line ends one"),
    ],
)
def test_sentences(russian: Language, text: str, first_words: list[str]) -> None:
    assert [sentence[0].text for sentence in russian(text).sents] == first_words


def test_a_doc_has_tags_trees_lemmas_and_names(russian: Language) -> None:
    doc = russian("Начальника колонии Игоря Савельева задержали в Павлодаре.")
    verb = next(token for token in doc if token.dep_ == "ROOT")
    assert (verb.text, verb.lemma_, verb.pos_) == ("задержали", "задержать", "VERB")
    assert (doc[0].lemma_, doc[0].dep_, doc[0].morph.get("Case")) == ("начальник", "obj", ["Acc"])
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Игоря Савельева", "PERSON"),
        ("Павлодаре", "GPE"),
    ]


def test_a_sentence_without_end_is_cut(russian: Language) -> None:
    doc = russian("слово " * 1000)
    assert max(len(sentence) for sentence in doc.sents) <= 250


def test_the_models_together_say_what_each_says_alone(russian: Language) -> None:
    from custody_records.annotate.russian.engine import files

    doc = russian(
        "Начальник ИК-6 Игорь Савельев сообщил, что бунт в колонии подавлен. В Павлодаре, по "
        "словам адвоката Ёлкиной, задержаны трое сотрудников ДУИС. Проверка идёт."
    )
    for sentence in doc.sents:
        words = [token.text.replace("Ё", "Е").replace("ё", "е") for token in sentence]
        alone = {}
        for kind in ("morph", "syntax", "ner"):
            infer = files.model(kind)
            batch = next(infer.encoder([words]))
            found = infer.model(batch.word_id, batch.shape_id, batch.pad_mask)
            alone[kind] = infer, found, ~batch.pad_mask
        infer, found, _ = alone["morph"]
        tags = [infer.decoder.tags_vocab.decode(tag) for tag in infer.model.head.decode(found)[0]]
        assert [token.pos_ for token in sentence] == [tag.partition("|")[0] for tag in tags]
        infer, found, mask = alone["syntax"]
        tree = one_tree([int(head) - 1 for head in infer.model.head.decode(found.head_id, mask)[0]])
        heads = [sentence.start + (n if head == ROOT else head) for n, head in enumerate(tree)]
        assert [token.head.i for token in sentence] == heads
        infer, found, mask = alone["ner"]
        (bio,) = infer.model.head.crf.decode(found, mask)
        named = [infer.decoder.tags_vocab.decode(tag) != "O" for tag in bio]
        assert [bool(token.ent_type_) for token in sentence] == named
