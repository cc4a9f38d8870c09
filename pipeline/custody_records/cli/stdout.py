"""``extract run --stdout``: records on standard output, an article from standard input."""

import json
import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from custody_records.outputs.folder import RECORDS
from custody_records.run.local import run
from custody_records.run.options import Options
from custody_records.run.plan import sources
from custody_records.run.report import Report
from custody_records.run.watch import Watch

_HTML = re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def records_to_stdout(paths: Sequence[str], options: Options, jobs: int, watch: Watch) -> Report:
    """Print the records of all paths, one a line; ``-`` is an article on standard input.

    The same run as any, into a folder that is gone afterwards. Raises what ``run`` raises.
    """
    with TemporaryDirectory() as folder:
        given = [str(_standard_input(Path(folder))) if path == "-" else path for path in paths]
        output = Path(folder, "out")
        report = run(sources(given), options, output, jobs=jobs, watch=watch)
        with (output / RECORDS).open("rb") as records:
            shutil.copyfileobj(records, sys.stdout.buffer)
    return report


def _standard_input(folder: Path) -> Path:
    """Write what standard input holds to a file that its content gives the suffix of."""
    content = sys.stdin.buffer.read()
    path = folder / f"stdin{_suffix(content)}"
    path.write_bytes(content)
    return path


def _suffix(content: bytes) -> str:
    if _HTML.match(content[:4096]):
        return ".html"
    if content.lstrip()[:1] in (b"{", b"["):
        try:
            json.loads(content)
        except ValueError:
            return ".txt"
        return ".json"
    return ".txt"
