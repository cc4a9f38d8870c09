"""Self-contained pages: data, style and script in one file that works offline in any browser.

What comes from articles reaches the page as JSON only, and the page's script puts it on screen
as text nodes, never as markup. A content security policy allows that script (by its hash) and
nothing else: hostile text has nothing to run, and the page has nobody to talk to.
"""

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

_SHARED = "custody_records.outputs.page"


def render(package: str, data: dict[str, Any], *, scripts: Sequence[str] = ("page.js",)) -> str:
    """Return the page of a package (its page.html, page.css and scripts) with ``data``.

    The scripts are one script to the browser, in the order given, after ``element.js``.
    """
    script = _read(_SHARED, "element.js") + "\n".join(_read(package, name) for name in scripts)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    parts = {
        "{{policy}}": policy,
        "{{style}}": _read(_SHARED, "base.css") + _read(package, "page.css"),
        "{{script}}": script,
        "{{data}}": embedded(json.dumps(data, ensure_ascii=False, sort_keys=True)),
    }
    page = _read(package, "page.html")
    for mark, content in parts.items():  # the data last: nothing in it is replaced
        page = page.replace(mark, content, 1)
    return page


def embedded(text: str) -> str:
    """Return JSON for an element of the page: no "<" in it, so that nothing can end the element."""
    return text.replace("<", "\\u003c")


def _read(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text(encoding="utf-8")
