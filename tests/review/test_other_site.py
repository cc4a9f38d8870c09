"""A page of another site, open in the same browser, can neither read nor write."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from custody_records.review.session import Review
from tests.review.conftest import Serve, decide
from tests.review.test_page import ready

# What the other site tries: each gives what it could read, or the name of the error.
TRIES = {
    "reads": "(await fetch(target + '/api/session')).text()",
    "reads with a guess": (
        "(await fetch(target + '/api/session', {headers: {'X-Review-Token': 'x'}})).text()"
    ),
    "reads the shell": "(await fetch(target + '/')).text()",
    "reads blindly": (
        "fetch(target + '/api/session', {mode: 'no-cors'})"
        ".then(async a => await a.text() || 'none')"
    ),
    "runs its scripts": (
        "new Promise((done, fail) => { const s = document.createElement('script');"
        " s.src = target + '/static/review/state.js'; s.type = 'module';"
        " s.onload = () => done('loaded'); s.onerror = fail; document.body.append(s); })"
    ),
    "writes": (
        "(await fetch(target + '/api/articles/one/state', {method: 'POST',"
        " headers: {'Content-Type': 'application/json'}, body: JSON.stringify(change)})).text()"
    ),
    "writes blindly": (
        "fetch(target + '/api/articles/one/state', {method: 'POST', mode: 'no-cors',"
        " body: JSON.stringify(change)}).then(async a => await a.text() || 'none')"
    ),
    "frames it": (
        "new Promise(done => { const f = document.createElement('iframe'); f.src = target + '/';"
        " f.onload = () => { try { done(f.contentDocument.body.innerText || 'none') }"
        " catch { done('none') } }; document.body.append(f); })"
    ),
    "opens it": (
        "new Promise(done => { const w = open(target + '/'); setTimeout(() => {"
        " try { done(w.document.body.innerText) } catch { done('none') } }, 1000); })"
    ),
}


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """The address of another site's page, on this machine."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>elsewhere</title><body></body>")

        def log_message(self, *_: object) -> None: ...

    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_another_site_gets_nothing(
    browser: Any, serve: Serve, review: Review, gold: Path, elsewhere: str
) -> None:
    decide(review, "one")
    address = serve(review)
    target = urlsplit(address)
    context = browser.new_context()
    ready_page = context.new_page()
    ready_page.goto(address)  # the reviewer works in the same browser
    ready(ready_page)
    page = context.new_page()
    page.goto(elsewhere)
    told = {}
    for name, code in TRIES.items():
        script = f"""async ([target, change]) => {{
            try {{ return String(await {code}); }} catch (error) {{ return 'none'; }} }}"""
        change = {"version": 1, "state": "reviewed"}
        told[name] = page.evaluate(script, [f"{target.scheme}://{target.netloc}", change])
    assert told == dict.fromkeys(TRIES, "none")
    assert review.document("one").version == 1  # nothing was written
    assert not gold.exists()
    context.close()
