"""The review page in a real browser, by keyboard alone unless said otherwise."""

import json
from pathlib import Path
from typing import Any

import pytest

from custody_records.annotate.pipeline import Annotator
from custody_records.review.session import Review
from custody_records.review.start import open_review
from tests.browser import DESKTOP, PHONE, Visit, violations
from tests.review.conftest import BODIES, Serve, decide, lines, record, write_run


def ready(page: Any) -> Any:
    """Wait until an article is open."""
    page.wait_for_selector("#entries .entry, #entries .empty", state="attached")
    return page


def said(page: Any, text: str) -> None:
    """Wait until the page says something to a screen reader."""
    page.wait_for_selector(f"#status:has-text({json.dumps(text)})", state="attached")


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def tab_to(page: Any, name: str) -> None:
    """Press Tab until the control of a form is reached."""
    page.wait_for_selector("form.entry-form")
    for _ in range(40):
        here = page.evaluate(
            "(e => e.type === 'submit' ? 'save' : e.name || e.ariaLabel || '')"
            "(document.activeElement)"
        )
        if here == name or here == f"{name}: one more":
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {name}")


def kept(gold: Path, id_: str) -> dict[str, Any]:
    """Return the review file of an article."""
    path = gold.parent / "my-gold.review" / "decisions" / f"{id_}.json"
    return json.loads(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_three_articles_from_start_to_end_by_keyboard(
    visit: Visit, serve: Serve, review: Review, gold: Path
) -> None:
    page = ready(visit(serve(review)))
    # The first article: all of it is right, except that the place is none, and the age.
    press(page, "a", "a")  # the article's own data, the facility
    said(page, "accepted: IK-6")
    press(page, "e")
    tab_to(page, "age")
    page.keyboard.type("27")  # what was there is selected
    press(page, "Enter")
    said(page, "saved: Anton Berg")
    press(page, "n", "x")
    said(page, "rejected: Osh")
    press(page, "Shift+A")
    said(page, "accepted: 2 entries")
    press(page, "m")
    said(page, "Nothing here: 1 undecided")  # and on to the next one

    # The second has nothing: somebody is added, whom the extraction did not see.
    press(page, "a", "t", "ArrowDown", "ArrowRight", "3")
    said(page, "added: rained")
    press(page, "m")
    said(page, "Guards deny it")

    # The third: a figure is corrected, an event added with its form.
    press(page, "a", "a")
    said(page, "accepted: Vera Noll")
    press(page, "e")
    tab_to(page, "qualifier")
    page.keyboard.type("at l")
    tab_to(page, "save")
    press(page, "Enter")
    said(page, "saved: 12 inmates")
    press(page, "t", "s", "8")  # the sentence of the figure
    tab_to(page, "type")
    page.keyboard.type("official")
    tab_to(page, "sources")
    page.keyboard.type("Vera Noll")
    press(page, "Enter")
    tab_to(page, "save")
    press(page, "Enter")
    said(page, "saved: official denial")
    press(page, "m")
    said(page, "Every article is reviewed.")

    assert page.inner_text("#progress-text") == "3 of 3 reviewed"
    made = lines(gold)
    assert made["one"]["people"][0]["age"] == 27
    assert made["one"]["places"] == []
    assert [p["name"] for p in made["three"]["people"]] == ["rained"]
    assert made["two"]["figures"][0]["qualifier"] == "at_least"
    assert made["two"]["events"][0]["sources"] == ["Vera Noll"]
    assert made["two"]["events"][0]["evidence"] == BODIES["two"].split("\n")[2]


def test_undo_and_redo_reach_over_articles(
    visit: Visit, serve: Serve, review: Review, gold: Path
) -> None:
    page = ready(visit(serve(review)))
    press(page, "a", "x")
    said(page, "rejected: IK-6")
    press(page, ".")
    said(page, "Nothing here")
    press(page, "u")
    said(page, "undone")
    assert {d["verdict"] for d in kept(gold, "one")["decisions"].values()} == {"accepted"}
    press(page, "u")
    page.wait_for_selector("#entries .is-in", state="detached")
    assert kept(gold, "one")["state"] == "untouched"
    press(page, "Shift+U", "Shift+U")
    page.wait_for_selector("#entries .is-out")
    assert len(kept(gold, "one")["decisions"]) == 2


def test_undo_reaches_behind_a_reload(
    visit: Visit, serve: Serve, review: Review, gold: Path
) -> None:
    page = ready(visit(serve(review)))
    press(page, "a", "x")
    said(page, "rejected: IK-6")
    press(page, "u")
    said(page, "undone")
    page.reload()
    ready(page)
    press(page, "Shift+U")
    said(page, "done again")
    press(page, "u", "u")
    page.wait_for_selector("#entries .is-in", state="detached")
    assert kept(gold, "one")["state"] == "untouched"
    press(page, "u")
    said(page, "nothing to undo")


def test_words_become_mentions_and_lose_a_character(
    visit: Visit, serve: Serve, review: Review, gold: Path
) -> None:
    page = ready(visit(serve(review)))
    page.select_option("#field", "people")
    press(page, "Escape")
    page.locator("#entries .entry").first.focus()
    press(page, "j", "t", "ArrowUp", "Shift+ArrowRight", "Alt+ArrowLeft")
    press(page, "+")
    said(page, "one more place: Men hel")
    person = next(d for d in kept(gold, "one")["decisions"].values() if d["field"] == "people")
    assert person["value"]["mentions"][0] == {"text": "Men hel", "start": 0, "end": 7}


def test_a_new_event_takes_what_its_sentence_tells(
    visit: Visit, serve: Serve, review: Review
) -> None:
    page = ready(visit(serve(review)))
    press(page, "a", "t", "s", "8")
    page.wait_for_selector("form.entry-form")
    assert page.input_value("form [name=facility]") == "IK-6"
    assert page.input_value("form [name=date]") == "2019-05-03"
    press(page, "Escape")
    assert page.locator("form.entry-form").count() == 0


def test_the_proposal_can_be_taken_after_all(
    visit: Visit, serve: Serve, run: Path, gold: Path
) -> None:
    theirs = {"article": {"id": "two"}, "people": [{"name": "Vera Noll", "age": 7, "roles": []}]}
    gold.write_text(json.dumps(theirs))
    page = ready(visit(serve(open_review(run, gold, fields=["people"])), anchor="&article=two"))
    page.wait_for_selector("text=extraction: age –")
    press(page, "p")
    said(page, "accepted: Vera Noll")
    assert lines(gold)["two"]["people"][0]["age"] is None


def test_why_also_where_words_gave_nothing(
    visit: Visit, serve: Serve, review: Review, annotator: Annotator
) -> None:
    vars(review.explainer)["annotator"] = annotator
    page = ready(visit(serve(review)))
    press(page, "n", "w")  # the facility
    page.wait_for_selector("#why:has-text('rule: r')")
    page.wait_for_selector("#why:has-text('IK-6')")
    press(page, "Escape", "t", "ArrowLeft", "w")  # "in"
    page.wait_for_selector("#why:has-text('Matched by no rule and no model.')")


def test_the_help_tells_the_keys(visit: Visit, serve: Serve, review: Review) -> None:
    page = ready(visit(serve(review)))
    press(page, "?")
    assert "add the selected words to events" in page.inner_text("#help")
    press(page, "a", "Escape")
    assert page.locator("#entries .is-in").count() == 0  # nothing is decided behind it
    assert not page.locator("#help").is_visible()


def test_a_difference_leads_to_its_article(
    visit: Visit, serve: Serve, run: Path, gold: Path
) -> None:
    theirs = {"article": {"id": "two"}, "people": [{"name": "Noll", "mentions": ["Noll"]}]}
    gold.write_text(json.dumps(theirs))
    page = ready(visit(serve(open_review(run, gold, fields=["people"]))))
    press(page, "c")
    page.wait_for_selector("text=1 differences in 1 articles")
    page.get_by_role("link", name="Who is right?").click()
    ready(page)
    assert page.locator("li.chosen .name").inner_text() == "Vera Noll"
    press(page, "a")  # gold is wrong
    said(page, "accepted: Vera Noll")
    assert [p["name"] for p in lines(gold)["two"]["people"]] == ["Vera Noll"]


HOSTILE = [
    "<script>document.title='PWNED'</script>",
    "</textarea><img src=x onerror=\"document.title='PWNED'\">",
    "<!--<script>",
    "javascript:document.title='PWNED'",
    "{{data}} ${document.title='PWNED'} $& $1",
    "\u202eright to left\u202c \u2028\u2029 \U0001f512\U0001f512",
    '"><a href="https://evil.example">here</a>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(
    visit: Visit, serve: Serve, tmp_path: Path, annotator: Annotator, text: str
) -> None:
    body = f"{text}\n\n\U0001f512 {text} Ada"
    start = len(body) - 3
    mentions = [{"text": "Ada", "start": start, "end": start + 3}]
    people = [{"name": text, "roles": [text], "age": None, "mentions": mentions, "provenance": []}]
    found = record("a", body, people=people)
    found["article"] |= {"notice": text, "publisher": text, "title": text}
    run = write_run(tmp_path / "run", [found], {"a": body})
    review = open_review(run, tmp_path / "g.jsonl")
    vars(review.explainer)["annotator"] = annotator
    page = ready(visit(serve(review)))
    assert page.title() != "PWNED"
    assert page.locator("#article img, #article script, #article a, #values img").count() == 0
    assert page.locator("#text mark").all_inner_texts() == ["Ada"]  # offsets are true
    press(page, "n", "e")
    page.wait_for_selector("form.entry-form")
    press(page, "Escape", "w")
    page.wait_for_selector("#why h3")
    press(page, "Escape")
    page.mouse.dblclick(*center(page, "#text mark"))
    page.wait_for_selector("#selected")
    press(page, "3")
    said(page, "added: Ada")
    stored = (tmp_path / "g.review" / "decisions" / "a.json").read_text(encoding="utf-8")
    added = json.loads(stored)["decisions"]["added-1"]["value"]
    assert added["mentions"] == mentions


def center(page: Any, selector: str) -> tuple[float, float]:
    page.locator(selector).first.scroll_into_view_if_needed()
    box = page.locator(selector).first.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_nothing_hinders_a_screen_reader(
    visit: Visit, serve: Serve, review: Review, size: tuple[int, int], dark: bool
) -> None:
    decide(review, "one")
    page = ready(visit(serve(review), size=size, dark=dark))
    if size == PHONE:
        page.locator("#panes [data-pane=values]").click()
    page.locator("#entries .entry").first.click()
    press(page, "e")
    page.wait_for_selector("form.entry-form")
    assert violations(page) == []
    # Nothing is wider than the screen.
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    press(page, "Escape", "?")
    assert violations(page) == []


def test_a_phone_shows_one_part_at_a_time(visit: Visit, serve: Serve, review: Review) -> None:
    page = ready(visit(serve(review), size=PHONE))
    shown = [s for s in ("#articles", "#article", "#values") if page.locator(s).is_visible()]
    assert shown == ["#article"]
    page.locator("#text mark.of-people").first.click()
    page.locator("#panes [data-pane=values]").click()
    page.get_by_role("button", name="Accept", exact=True).click()
    said(page, "accepted: Anton Berg")


def test_differences_of_two_people_are_decided(
    visit: Visit, serve: Serve, run: Path, gold: Path
) -> None:
    def side(name: str) -> dict[str, Any]:
        people = [{"name": name, "mentions": [name]}, {"name": "The guards", "mentions": []}]
        return {"two": {"article": {"id": "two", "title": "Guards deny it"}, "people": people}}

    sides = [("anna", side("Vera Noll")), ("bo", side("Noll"))]
    review = open_review(run, gold, sides=sides, only=["two"], fields=["people"])  # type: ignore[arg-type]
    page = ready(visit(serve(review)))
    assert page.locator("#entries .is-in .name").all_inner_texts() == ["The guards"]
    page.locator("#entries .entry:has-text('Vera Noll')").click()
    press(page, "a")  # anna is right, so bo is not
    said(page, "All is decided")
    assert page.locator("#entries .is-out .name").all_inner_texts() == ["Noll"]
    press(page, "m")
    said(page, "Every article is reviewed.")
    assert {p["name"] for p in lines(gold)["two"]["people"]} == {"Vera Noll", "The guards"}
