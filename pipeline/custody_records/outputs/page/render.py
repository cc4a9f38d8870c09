"""Self-contained pages: data, style and script in one file that works offline in any browser.

What comes from articles reaches the page as JSON only, and the page's script puts it on screen
as text nodes, never as markup. A content security policy allows that script (by its hash) and
nothing else: hostile text has nothing to run, and the page has nobody to talk to.
"""

import base64
import hashlib
import json
from importlib.resources import files
from typing import Any

_SHARED = "custody_records.outputs.page"


def render(room: str, data: dict[str, Any]) -> str:
    """Return the page of a package ``room`` (its page.html, page.css, page.js) with ``data``."""
    script = _read(_SHARED, "element.js") + _read(room, "page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    # "<" cannot stand in the data, so no text of an article can end the script element.
    held = json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
    parts = {
        "{{policy}}": policy,
        "{{style}}": _read(_SHARED, "base.css") + _read(room, "page.css"),
        "{{script}}": script,
        "{{data}}": held,
    }
    page = _read(room, "page.html")
    for mark, content in parts.items():  # the data last: nothing in it is replaced
        page = page.replace(mark, content, 1)
    return page


def _read(room: str, name: str) -> str:
    return files(room).joinpath(name).read_text(encoding="utf-8")
