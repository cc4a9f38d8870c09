"""An ingest that is killed at any moment loses nothing and leaves nothing half done."""

import hashlib
import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from custody_records.articles.read import read
from custody_records.ingest.folder import SOURCES
from custody_records.ingest.ingest import ingest

STORY = (
    "Riot number {n} broke out in colony LA-155/{n} on Friday, the ministry said. At least {n} "
    "inmates were taken to hospital, their relatives told reporters outside the gates.\n"
)
ARTICLES = 60


def names(corpus: Path) -> list[str]:
    return sorted(path.name for path in corpus.glob("*.txt"))


def check_whole(corpus: Path) -> None:
    """Every article of the corpus is whole, and its original lies beside it with its hash."""
    for path in corpus.glob("*.txt"):
        (article,) = read(path)
        number = article.info.title.removeprefix("Riot ") if article.info.title else ""
        assert article.body == f"Riot {number}\n\n" + STORY.format(n=number)
        head = path.read_text(encoding="utf-8")
        original = corpus / head.partition("\noriginal: ")[2].partition("\n")[0]
        assert original.parent.name == SOURCES
        assert hashlib.sha256(original.read_bytes()).hexdigest() == original.stem


@pytest.mark.slow
@pytest.mark.parametrize("form", ["files", "rows"])
def test_fifty_kills(tmp_path: Path, form: str) -> None:
    source = tmp_path / "in"
    source.mkdir()
    rows = [{"title": f"Riot {n}", "text": STORY.format(n=n)} for n in range(ARTICLES)]
    if form == "rows":
        (source / "all.jsonl").write_text("\n".join(map(json.dumps, rows)))
    else:
        for row in rows:
            (source / f"{row['title']}.txt").write_text(f"{row['title']}\n\n{row['text']}")
    whole = tmp_path / "whole"
    ingest([str(source)], whole)
    assert len(names(whole)) == ARTICLES
    corpus = tmp_path / "corpus"
    code = (
        "import sys; from pathlib import Path; from custody_records.ingest.ingest import ingest; "
        "from custody_records.articles.read import composer; import datasketch; composer(); "
        "print('ready', flush=True); ingest([sys.argv[1]], Path(sys.argv[2])); print('done')"
    )
    chance = random.Random(7)  # noqa: S311 - a test's moments
    done = 0
    for _ in range(25):
        command = [sys.executable, "-c", code, str(source), str(corpus)]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0.0, 0.6))
        process.kill()
        done += "done" in process.communicate()[0]
        if corpus.exists():
            check_whole(corpus)
            if len(names(corpus)) == ARTICLES:
                done += 1
                for path in [*corpus.glob("*.txt"), *(corpus / SOURCES).iterdir()]:
                    path.unlink()  # begin anew: the next kills meet an empty corpus
    ingest([str(source)], corpus)
    check_whole(corpus)
    assert names(corpus) == names(whole)
    assert [path for path in corpus.rglob("*") if path.name.endswith("-part")] == []
