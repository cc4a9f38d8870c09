"""Pages built as content systems and hand-made sites build them: the story, whole, and no more."""

from pathlib import Path

import pytest

from custody_records.articles.article import Article
from custody_records.articles.read import read

TITLE = "Two inmates die in colony near Almaty"
STORY = [
    "Two inmates died on Friday in colony LA-155/14 near Almaty, the Interior Ministry said.",
    "Relatives of the dead men told reporters that guards had beaten them on May 1.",
    "“We were not let in,” one of them said.",
    "The colony's warden, Major Bauyrzhan Qalymov, denied the accusations.",
    "An investigation under Article 146 of the Criminal Code has been opened, prosecutors said.",
]
PAGES = {
    "paragraphs of line breaks": (
        f"<title>{TITLE} - Site News</title><body><div id=menu><a href=/>Home</a> <a>News</a></div>"
        f"<h2>{TITLE}</h2><div class=date>3 May 2019</div><div>{'<br><br>'.join(STORY)}</div>"
        "<div>Copyright 2019 Site News</div>"
    ),
    "layout by tables": (
        f"<title>Site: {TITLE}</title><body><table><tr><td width=150><a>Home</a><br><a>News</a><br>"
        f"<a>Photos</a></td><td><font size=5><b>{TITLE}</b></font><br><font>03.05.2019</font>"
        f"<p>{'<p>'.join(STORY)}</td></tr></table><center>(c) Site, 2019</center>"
    ),
    "nothing but divisions": (
        f"<title>{TITLE} | The Site</title><meta property='og:site_name' content='The Site'><body>"
        "<div class=header><div><a>World</a><a>Asia</a></div><div>Tuesday, 25 June 2024</div></div>"
        f"<div class=post-title>{TITLE}</div><div class=meta>By <a>Jane Doe</a> <span>May 3, 2019"
        f"</span></div><div class=body>{''.join(f'<div>{p}</div>' for p in STORY[:3])}"
        "<div class=read-also><b>Read also</b> <a href=x>Riot in Karaganda colony</a></div>"
        f"{''.join(f'<div>{p}</div>' for p in STORY[3:])}</div><div class=footer>© 2024</div>"
    ),
    "a paragraph that is a link": (
        f"<title>{TITLE}</title><body><article><h1>{TITLE}</h1><time datetime=2019-05-03>May 3"
        f"</time><p>{STORY[0]}</p><p><a href=y>{STORY[1]}</a></p>"
        f"{''.join(f'<p>{p}</p>' for p in STORY[2:])}<ul class=tags><li>prison</li></ul></article>"
        "<section class=comments><h3>Comments</h3><p>Olga: my brother was beaten there too, they "
        "beat everybody who complains to the prosecutor.</p></section>"
    ),
    "marked up for machines": (
        f'<title>{TITLE}</title><script type="application/ld+json">{{"@graph":[{{"@type":'
        '"NewsArticle","datePublished":"2019-05-03T09:00:00Z","dateModified":"2023-01-01"}]}'
        f"</script><body><main><h1>{TITLE}</h1>{''.join(f'<p>{p}</p>' for p in STORY)}"
        "<div>Embed share <p>The code has been copied to your clipboard.</p></div></main>"
    ),
}


def article(folder: Path, page: str) -> Article:
    path = folder / "a.html"
    path.write_text(f"<!doctype html><html><meta charset=utf-8>{page}</html>", encoding="utf-8")
    (found,) = read(path)
    return found


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_story_is_whole_and_alone(tmp_path: Path, page: str) -> None:
    found = article(tmp_path, page)
    assert [line for line in found.body.splitlines() if line] == [TITLE, *STORY]


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_the_day_is_the_articles_not_the_pages(tmp_path: Path, page: str) -> None:
    assert article(tmp_path, page).info.published == "2019-05-03"


def test_a_byline_of_the_page_is_the_author(tmp_path: Path) -> None:
    assert article(tmp_path, PAGES["nothing but divisions"]).info.author == "Jane Doe"


def test_the_crawl_date_of_a_page_without_a_day_is_not_taken(tmp_path: Path) -> None:
    page = (
        f"<title>{TITLE}</title><body><div>Tuesday, 25 June 2024</div><h1>{TITLE}</h1><article>"
        f"{''.join(f'<p>{p}</p>' for p in STORY)}</article><footer>© 2010-2024 Site</footer>"
    )
    info = article(tmp_path, page).info
    assert (info.published, info.published_basis) == (None, "none")


def test_a_page_of_very_many_parts_is_its_own_lines_without_its_menus(tmp_path: Path) -> None:
    lines = "".join(
        f"<p>Inmate {n} was beaten in the colony, said his lawyer.</p>" for n in range(11_000)
    )
    path = tmp_path / "a.html"
    path.write_text(
        "<html><head><title>List of inmates | Courier</title></head><body>"
        "<nav><a href='/'>Home</a></nav><article><h1>List of inmates</h1>"
        f"<p>The ministry published a list on Friday.</p>{lines}</article>"
        "<footer>Contact the editors</footer></body></html>",
        encoding="utf-8",
    )
    (article,) = read(path)
    assert article.info.title == "List of inmates"
    assert article.body.startswith("List of inmates\n\nThe ministry published a list on Friday.\n")
    assert article.body.count("was beaten in the colony") == 11_000
    assert "Home" not in article.body
    assert "Contact" not in article.body
