"""Mails: what is attached, what is passed on, and headers that no standard allows."""

from pathlib import Path

import pytest

from custody_records.articles.article import Article
from custody_records.articles.read import read
from custody_records.ingest.ingest import ingest

STORY = "The prisoner Anna Kerimova died on Sunday in colony IK-6, her mother said to reporters."


def articles(folder: Path, mail: bytes) -> list[Article]:
    (folder / "m.eml").write_bytes(mail)
    report = ingest([str(folder / "m.eml")], folder / "corpus")
    assert [refused.reason for refused in report.refused] == []
    return [next(read(folder / "corpus" / added.file)) for added in report.added]


ATTACHED = f"""From: a@example.org
Date: Tue, 10 Jan 2017 14:12:48 +0000
Subject: Fwd: report
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="=B="

--=B=
Content-Type: text/plain; charset=utf-8

See the attached message, please, and call me back.

--=B=
Content-Type: message/rfc822

From: press@example.org
Subject: Death in IK-6
Date: Mon, 2 Jan 2017 10:00:00 +0000
Content-Type: text/plain; charset=utf-8

{STORY}

--=B=--
"""


def test_an_attached_message_is_an_article(tmp_path: Path) -> None:
    found = {a.info.title: a.info.published for a in articles(tmp_path, ATTACHED.encode())}
    assert found == {"Death in IK-6": "2017-01-02", "report": "2017-01-10"}


@pytest.mark.parametrize(
    ("mark", "labels", "day"),
    [
        pytest.param(
            "---------- Forwarded message ---------",
            ("From", "Date", "Subject"),
            "Mon, Jan 2, 2017 at 10:00 AM",
            id="English",
        ),
        pytest.param(
            "-------- Пересылаемое сообщение --------",
            ("От", "Дата", "Тема"),
            "02.01.2017 10:00",
            id="Russian",
        ),
        pytest.param(
            "-----Original Message-----",
            ("From", "Sent", "Subject"),
            "2 January 2017 10:00",
            id="old",
        ),
    ],
)
def test_a_message_that_is_passed_on_keeps_its_own_day(
    tmp_path: Path, mark: str, labels: tuple[str, str, str], day: str
) -> None:
    sender, date, subject = labels
    mail = (
        "From: a@example.org\nDate: Tue, 10 Jan 2017 14:12:48 +0000\nSubject: Fwd: report\n"
        "Content-Type: text/plain; charset=utf-8\n\nHello,\n\n"
        f"{mark}\n{sender}: Press <press@example.org>\n{date}: {day}\n{subject}: Death in IK-6\n\n"
        f"{STORY}\n"
    )
    (found,) = articles(tmp_path, mail.encode())
    assert (found.info.title, found.info.published) == ("Death in IK-6", "2017-01-02")
    assert "Hello" not in found.body
    (file,) = (tmp_path / "corpus").glob("*.txt")
    front = file.read_text(encoding="utf-8")
    assert 'mail_from: "Press <press@example.org>"' in front
    assert "mail_date: 2017-01-10" in front
    (original,) = (tmp_path / "corpus" / ".sources").iterdir()
    assert (original.suffix, original.read_bytes()) == (".eml", mail.encode())


PASSED_ON = f"""<html><body><div>Hello,</div><div>---------- Forwarded message ---------<br>
From: <b>Press</b> &lt;press@example.org&gt;<br>Date: Mon, Jan 2, 2017 at 10:00 AM<br>
Subject: Death in IK-6<br></div><p>{STORY}</p></body></html>"""
IN_TWO_FORMS = f"""Content-Type: multipart/alternative; boundary=B

--B
Content-Type: text/plain; charset=utf-8

Hello,

---------- Forwarded message ---------
From: Press <press@example.org>
Date: Mon, Jan 2, 2017 at 10:00 AM
Subject: Death in IK-6

{STORY}

--B
Content-Type: text/html; charset=utf-8

{PASSED_ON}
--B--
"""


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"Content-Type: text/html; charset=utf-8\n\n{PASSED_ON}", id="as a page"),
        pytest.param(IN_TWO_FORMS, id="as text and page"),
    ],
)
def test_a_page_that_is_passed_on_keeps_its_own_day_too(tmp_path: Path, body: str) -> None:
    head = "From: a@example.org\nDate: Tue, 10 Jan 2017 14:12:48 +0000\nSubject: Fwd: report\n"
    (found,) = articles(tmp_path, f"{head}MIME-Version: 1.0\n{body}".encode())
    assert (found.info.title, found.info.published) == ("Death in IK-6", "2017-01-02")
    assert found.body == f"Death in IK-6\n\n{STORY}\n"


def test_a_subject_in_bare_bytes_is_read(tmp_path: Path) -> None:
    mail = (
        "From: a@example.org\nSubject: Побои в колонии\nDate: Thu, 1 Jun 2023 10:53:30 +0800\n"
        "Content-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: 8bit\n\n"
        "В колонии ИК-6 сотрудники избили осуждённого, сообщила его мать.\n"
    )
    (found,) = articles(tmp_path, mail.encode("cp1251"))
    assert found.info.title == "Побои в колонии"


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("Content-Type: text/plain; charset=idna", id="an encoding of host names"),
        pytest.param("Content-Type: text/plain; charset=undefined", id="an encoding of nothing"),
        pytest.param('Content-Type: text/plain; charset="a\0b"', id="a NUL in its name"),
        pytest.param("Date: Mon, 2 Jan 2017 10:00:00 +9999", id="a zone that cannot be"),
        pytest.param("Date: Mon, 99 Foo 99999 99:99:99", id="a day that cannot be"),
        pytest.param("Subject: " + "=?utf-8?B?0J/QvtCx?= " * 5000, id="encoded words without end"),
    ],
)
def test_a_broken_header_costs_itself_alone(tmp_path: Path, header: str) -> None:
    mail = f"From: a@example.org\n{header}\n\n{STORY}\n"
    (found,) = articles(tmp_path, mail.encode())
    assert "Anna Kerimova" in found.body
