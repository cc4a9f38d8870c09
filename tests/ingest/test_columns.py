"""Pages of several columns are read one column after the other; tables are not."""

import io

import pytest

from custody_records.ingest.formats import pdf
from custody_records.ingest.limits import Limits

canvas = pytest.importorskip("reportlab.pdfgen.canvas")

TWO = [
    ["Two inmates of colony IK-6 died on", "The warden, Major Ivan Sidorenko,"],
    ["Monday, the penitentiary service", "denied that any inmate had been"],
    ["said. Their lawyer blamed guards", "beaten. Thirteen men were moved"],
    ["for the deaths in a letter to us.", "to another prison after the deaths."],
]
THREE = [
    ["Two inmates of the", "The warden denied", "Families came on"],
    ["colony died on a", "that any inmate was", "Tuesday to the gate"],
    ["Monday in May and", "beaten in his cell,", "and asked for news"],
    ["were buried there.", "and showed no film.", "of the other men."],
]
TABLE = [["Colony", "Deaths", "2019"], ["IK-6", "12", "14"], ["IK-7", "3", "5"], ["KP-9", "2", "2"]]


def page(rows: list[list[str]], lefts: tuple[int, ...], heading: str | None = None) -> bytes:
    """Return a PDF of one page; ``lefts`` are where the columns begin, in points."""
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=(595, 842))
    y = 760
    if heading:
        sheet.setFont("Helvetica", 16)
        sheet.drawString(72, y, heading)
        y -= 30
    sheet.setFont("Helvetica", 9)
    for row in rows:
        for left, text in zip(lefts, row, strict=True):
            sheet.drawString(left, y, text)
        y -= 12
    sheet.save()
    return file.getvalue()


def read_down(rows: list[list[str]]) -> str:
    return " ".join(" ".join(row[column] for row in rows) for column in range(len(rows[0])))


@pytest.mark.parametrize(
    ("rows", "lefts", "heading"),
    [
        pytest.param(TWO, (72, 330), None, id="two columns"),
        pytest.param(TWO, (72, 330), "Deaths in the colony are looked into", id="below a heading"),
        pytest.param(THREE, (60, 230, 400), None, id="three columns"),
    ],
)
def test_columns_are_read_one_after_the_other(
    rows: list[list[str]], lefts: tuple[int, ...], heading: str | None
) -> None:
    text = " ".join(pdf.draft(page(rows, lefts, heading), Limits()).text.split())
    assert text == " ".join(filter(None, [heading, read_down(rows)]))


def test_the_rows_of_a_table_stay_together() -> None:
    text = " ".join(pdf.draft(page(TABLE, (72, 230, 400)), Limits()).text.split())
    assert "IK-6 12 14" in text
