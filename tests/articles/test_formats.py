"""One article, written down in every format and encoding, reads the same."""

import codecs
import json
from pathlib import Path

import pytest

from custody_records.articles.clean import clean
from custody_records.articles.decode import decode
from custody_records.articles.read import from_text, read

TITLE = "Two inmates die in colony LA-155/14"
STORY = "Two inmates died on Friday in the colony near Almaty, the Interior Ministry said."
RUSSIAN = (
    "В колонии ЛА-155/14 под Алматы умерли двое заключённых, сообщило министерство внутренних дел. "
    "Родственники говорят, что их избивали сотрудники. Прокуратура начала расследование."
)


def test_every_format_gives_the_same_article(tmp_path: Path) -> None:
    values = {"title": TITLE, "url": "https://example.org/a", "published": "2019-05-03"}
    front = "\n".join(f"{key}: {value}" for key, value in values.items())
    row = {**values, "text": STORY}
    files = {
        "a.txt": f"---\n{front}\n---\n{STORY}\n",
        "a.md": f"---\n{front}\n---\n# {TITLE}\n\n{STORY}\n",
        "a.json": json.dumps(row),
        "a.jsonl": json.dumps(row) + "\n",
        "a.csv": f'title,url,published,text\n"{TITLE}",{values["url"]},2019-05-03,"{STORY}"\n',
        "a.html": (
            f'<html lang="en"><head><title>{TITLE}</title><link rel="canonical" '
            f'href="{values["url"]}"><meta property="article:published_time" '
            f'content="2019-05-03T10:00:00+06:00"></head><body><article><h1>{TITLE}</h1>'
            f"<p>{STORY}</p></article></body></html>"
        ),
    }
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
        (article,) = read(tmp_path / name)
        assert article.body == f"{TITLE}\n\n{STORY}\n", name
        assert (article.info.title, article.info.url) == (TITLE, values["url"])
        assert article.info.published == "2019-05-03"
        basis = "front-matter" if name in {"a.txt", "a.md"} else "metadata"
        assert article.info.published_basis == basis
        assert article.info.language == "en"
        assert article.info.id == ("a-1" if name in {"a.jsonl", "a.csv"} else "a")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"]
)
def test_encodings_are_told_from_the_bytes(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), "a.txt").lstrip("\ufeff") == RUSSIAN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_with_curly_quotes_too(encoding: str) -> None:
    text = "“They beat us,” he said – twice. " * 8
    assert decode(text.encode(encoding), "a.txt") == text


def test_a_page_is_read_as_it_declares_itself() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}</body></html>'
    assert RUSSIAN in decode(page.encode("cp1251"), "a.html", html=True)


def test_one_broken_byte_does_not_change_the_encoding_of_a_page() -> None:
    raw = (RUSSIAN * 5).encode() + "Продолжение".encode()[:-1]
    assert decode(raw, "a.txt").startswith(RUSSIAN)


def test_a_byte_order_mark_is_no_part_of_the_front_matter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(codecs.BOM_UTF8 + f"---\r\ntitle: {TITLE}\r\n---\r\n{STORY}\r\n".encode())
    (article,) = read(path)
    assert article.body == f"{TITLE}\n\n{STORY}\n"


@pytest.mark.parametrize(
    ("printed", "cleaned"),
    [
        pytest.param("LA\u200b-155/8", "LA-155/8", id="zero-width space"),
        pytest.param("LA\u00ad-155/8", "LA-155/8", id="soft hyphen"),
        pytest.param("No.\u00a047", "No. 47", id="a hard space"),
        pytest.param("a\r\nb\rc\u2028d", "a\nb\nc\nd", id="line ends of other systems"),
        pytest.param("\u202eabc\u202c", "abc", id="text direction marks"),
        pytest.param("x\x00\x07\x1by", "xy", id="control characters"),
        pytest.param(
            "колонии\u0306", "колониӣ".replace("ӣ", "й"), id="decomposed by a file system"
        ),
        pytest.param("\ud800", "\ufffd", id="half a character from broken JSON"),
        pytest.param("a\tb", "a\tb", id="a tab stays"),
    ],
)
def test_characters_that_nobody_sees_are_gone(printed: str, cleaned: str) -> None:
    assert clean(printed) == cleaned


def test_the_title_is_the_first_line_once() -> None:
    for text in (STORY, f"{TITLE}\n\n{STORY}", f"{TITLE.upper()}\n{TITLE}\n\n{STORY}"):
        assert from_text(text, title=TITLE).body == f"{TITLE}\n\n{STORY}\n"


def test_a_caption_that_says_something_stays_and_its_credit_goes(tmp_path: Path) -> None:
    caption = "Relatives wait outside the colony in Zarechny on May 3."
    page = (
        f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>"
        f'<figure><img src="x.jpg"><figcaption>{caption} <span class="credit">© 2019 AFP</span>'
        f"</figcaption></figure><p>{STORY}</p><h2>What the family says</h2><ul><li>They were not "
        f"told.</li><li>They want an inquiry.</li></ul><p>{STORY.replace('Two', 'Three')}</p>"
        "</article></body></html>"
    )
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    (article,) = read(path)
    assert article.body.splitlines()[2] == caption
    assert "AFP" not in article.body
    assert (
        "What the family says\n\n• They were not told.\n• They want an inquiry.\n" in article.body
    )


def test_the_hash_of_the_text_is_the_same_for_the_same_words() -> None:
    one = from_text(f"{TITLE}\n\n{STORY}", id="one", publisher="A")
    other = from_text(f"{TITLE}\n{STORY.replace(' ', '  ')}\n", id="other", publisher="B")
    assert one.text_hash == other.text_hash
    assert one.text_hash != from_text(f"{TITLE}\n\n{STORY} Really.", id="third").text_hash


def test_an_address_tells_the_day() -> None:
    info = from_text(STORY, url="https://example.org/news/2018/11/14/riot").info
    assert (info.published, info.published_basis) == ("2018-11-14", "url")
    assert from_text(STORY, url="https://example.org/a/1081231.html").info.published is None


def test_an_option_dates_only_what_tells_no_day(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(f"{TITLE}\nPublished: 3 May 2019\n\n{STORY}")
    for name, day, basis in (("a", "2020-01-01", "option"), ("b", "2019-05-03", "text")):
        (article,) = read(tmp_path / f"{name}.txt", published="2020-01-01")
        assert (article.info.published, article.info.published_basis) == (day, basis)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param(RUSSIAN, "ru", id="Russian"),
        pytest.param(
            "Қазақстандағы түрмеде тұтқындар өздеріне жарақат салды деп хабарлайды",
            "kk",
            id="Kazakh",
        ),
        pytest.param(
            "Бишкектеги түрмөдө камактагылар нааразылык акциясын өткөрүштү", "ky", id="Kyrgyz"
        ),
        pytest.param(
            "Дар зиндони Хуҷанд шӯриш ба амал омад ва даҳҳо нафар кушта шуданд", "tg", id="Tajik"
        ),
        pytest.param(
            "Ўзбекистонда Жаслиқ қамоқхонаси ёпилди, деб хабар берди вазирлик",
            "uz",
            id="Uzbek in Cyrillic",
        ),
        pytest.param(
            "O‘zbekistonda Jasliq qamoqxonasi yopildi, deb xabar berdi vazirlik",
            "uz",
            id="Uzbek in Latin",
        ),
        pytest.param(
            "У калоніі ў Бабруйску палітвязня перавялі ў ШІЗА на дзесяць сутак",
            "be",
            id="Belarusian",
        ),
        pytest.param(
            "У колонії засудженим не надають медичну допомогу, повідомляє омбудсмен",
            "uk",
            id="Ukrainian",
        ),
        pytest.param("Der Gefangene wurde in die Strafkolonie verlegt", "de", id="German"),
        pytest.param(
            "Kazakh Inmates Reportedly Maim Themselves To Protest Conditions", "en", id="English"
        ),
        pytest.param("Riot in prison LA-155/8", "en", id="a short headline with a code"),
    ],
)
def test_short_texts_tell_their_language(text: str, language: str) -> None:
    assert from_text(text).info.language == language


def test_a_clipping_with_labels_above_its_text() -> None:
    text = (
        f"Title: {TITLE}\nDate: 3 May 2019\nSource: Asia-Plus\nURL: https://a.example/b\n\n{STORY}"
    )
    article = from_text(text)
    assert article.body == f"{TITLE}\n\n{STORY}\n"
    info = article.info
    assert (info.title, info.published, info.url) == (TITLE, "2019-05-03", "https://a.example/b")


def test_the_head_of_a_ruling_is_no_clipping() -> None:
    text = f"{TITLE}\n\nJudge: Vusal Qurbanov\nDefendant: Gubad Ibadoglu\n\n{STORY}"
    assert from_text(text).body == f"{text}\n"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        pytest.param(
            "The Laurel Valley Ledger\nServing two counties\n\n"
            "Two jailers plead guilty in beating\n\nBy Jane Mwangi\n15 September 2023\n\n",
            "Two jailers plead guilty in beating",
            id="an outlet with its motto above the headline",
        ),
        pytest.param(
            "PRISON SERVICE\nOffice of the Spokesperson\nHOME   MEDIA   CONTACT\n\n"
            "PRESS RELEASES   STATEMENTS\n\n"
            "Two jailers plead guilty in beating\n\n3 March 2021\n\n",
            "Two jailers plead guilty in beating",
            id="an office and its menus above the headline",
        ),
        pytest.param(
            "Aravot Daily News | Society\n\n"
            "Convict sews lips to demand a new trial\n\n27 June 2024\n\n",
            "Convict sews lips to demand a new trial",
            id="an outlet with its section above the headline",
        ),
        pytest.param(
            "Observatoire Carthage\nALERT | 6 May 2024 | Original: French\n\n"
            "Jailed lawyer must be taken to hospital\n\n",
            "Jailed lawyer must be taken to hospital",
            id="an outlet with the day above the headline",
        ),
        pytest.param(
            "Riot in prison | Asia-Plus\n\nBy Jane Mwangi\n27 June 2024\n\n",
            "Riot in prison | Asia-Plus",
            id="a headline with the outlet behind it",
        ),
        pytest.param(
            "Riot in Osh prison\nDeath toll rises to six\n\nBy Jane Mwangi\n3 March 2021\n\n"
            "What we know about the riot\n\n",
            "Riot in Osh prison",
            id="a headline in two lines and a heading",
        ),
    ],
)
def test_what_stands_above_a_headline_is_none(head: str, title: str) -> None:
    body = (
        "Two jailers pleaded guilty in court on Monday to the beating of an inmate, officials said."
    )
    assert from_text(head + body + "\n").info.title == title


def test_a_headline_that_the_page_prints_in_part_is_not_repeated() -> None:
    title = f"{TITLE}, ministry of internal affairs says in statement"
    assert from_text(f"{TITLE}...\n\n{STORY}", title=title).body == f"{title}\n\n{STORY}\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param(
            "Guards of the colony beat inmates. The lawyer\nof Bauyrzhan Qalymov, Anna\nIvanova, "
            "said so.\n",
            None,
            id="lines of a broken sentence",
        ),
        pytest.param(
            "The lawyer was\nAnna\nIvanova. She was freed.\n",
            "The lawyer was",
            id="what stands first stays first",
        ),
        pytest.param(
            "- 17 May:\n\nTwo inmates of the colony died, the ministry said.\n", None, id="an item"
        ),
        pytest.param("17 May:\n\nTwo inmates died, the ministry said.\n", None, id="a label"),
        pytest.param(
            "Two held over the video\nof a beating\n\nTwo inmates were beaten, he said.\n",
            "Two held over the video",
            id="a headline in two lines",
        ),
    ],
)
def test_no_line_is_moved_up_out_of_its_paragraph(text: str, title: str | None) -> None:
    article = from_text(text, language="en")
    assert article.info.title == title
    assert article.body.split() == text.split()


def test_a_labelled_day_under_the_first_paragraph_is_the_publication_day(tmp_path: Path) -> None:
    lead = "NEW DELHI: A court on Thursday granted bail to an activist held in a jail since 2020."
    text = f"{TITLE}\n\n{lead}\n\nPublished: April 7, 2022, 18:32 IST\n\n{STORY}"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (info,) = [article.info for article in read(tmp_path / "a.txt")]
    assert (info.published, info.published_basis) == ("2022-04-07", "text")
