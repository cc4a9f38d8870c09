"""Who is let in: requests as another site, another host name or a stranger would send them."""

import http.client
import json
from urllib.parse import urlsplit

import pytest

from custody_records.review.guard import MOST_BYTES, Guard
from custody_records.review.session import Review
from tests.review.conftest import Serve

HOST = {"host": "127.0.0.1:80", "x-review-token": "t"}
POST = {**HOST, "content-type": "application/json", "content-length": "2"}


def _refusal(headers: dict[str, str], path: str = "/api/session", method: str = "GET") -> int:
    async def nothing(*_: object) -> None: ...

    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": raw}
    refused = Guard(nothing, token="t", port=80).refusal(scope)  # noqa: S106 - of this test
    return refused[0] if refused else 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="the page itself"),
        pytest.param({"host": "localhost:80"}, 200, id="by its other name"),
        pytest.param({"origin": "http://127.0.0.1:80"}, 200, id="own origin"),
        pytest.param({"sec-fetch-site": "same-origin"}, 200, id="own site"),
        pytest.param({"host": "evil.example:80"}, 421, id="a name that resolves here (rebinding)"),
        pytest.param({"host": "127.0.0.1:81"}, 421, id="another port"),
        pytest.param({"host": ""}, 421, id="no host"),
        pytest.param({"origin": "http://evil.example"}, 403, id="another site"),
        pytest.param({"origin": "http://127.0.0.1:81"}, 403, id="another server of this machine"),
        pytest.param({"origin": "null"}, 403, id="a file, a sandboxed frame"),
        pytest.param({"sec-fetch-site": "cross-site"}, 403, id="asked by another site"),
        pytest.param({"sec-fetch-site": "same-site"}, 403, id="asked by another port"),
        pytest.param({"x-review-token": ""}, 401, id="no token"),
        pytest.param({"x-review-token": "tt"}, 401, id="a wrong token"),
        pytest.param({"x-review-token": "\xe9"}, 401, id="a token that is not ASCII"),
    ],
)
def test_reading(headers: dict[str, str], status: int) -> None:
    assert _refusal({**HOST, **headers}) == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        pytest.param({}, 200, id="the page itself"),
        pytest.param({"content-type": "text/plain"}, 415, id="a form's type, sent unasked"),
        pytest.param({"content-type": "application/x-www-form-urlencoded"}, 415, id="a form"),
        pytest.param({"content-length": str(MOST_BYTES + 1)}, 413, id="too much"),
        pytest.param({"content-length": ""}, 411, id="a stream without end"),
    ],
)
def test_writing(headers: dict[str, str], status: int) -> None:
    assert _refusal({**POST, **headers}, method="POST") == status


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "DELETE", "TRACE"])
def test_other_methods_are_refused(method: str) -> None:
    assert _refusal(POST, method=method) == 405


def test_a_link_may_open_the_shell_but_nothing_else() -> None:
    opened = {**HOST, "sec-fetch-site": "cross-site", "sec-fetch-dest": "document"}
    assert _refusal(opened, "/") == 200
    assert _refusal(opened, "/api/session") == 403
    assert _refusal({**opened, "sec-fetch-dest": "iframe"}, "/") == 403


def test_the_server_over_a_real_socket(review: Review, serve: Serve) -> None:
    address = urlsplit(serve(review))
    token = address.fragment.removeprefix("token=")

    def ask(path: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection("127.0.0.1", address.port or 0, timeout=10)
        connection.request("GET", path, headers=headers)
        return connection.getresponse()

    assert address.hostname == "127.0.0.1"
    told = json.loads(ask("/api/session", **{"X-Review-Token": token}).read())
    assert [one["id"] for one in told["articles"]] == ["one", "three", "two"]
    assert ask("/api/session").status == 401
    assert ask("/api/session", Host="evil.example").status == 421
    shell = ask("/")
    text = shell.read().decode()
    assert "Anton" not in text  # nothing of an article without the token
    policy = shell.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "access-control-allow-origin" not in shell.headers
    for path in (
        "/static/review/../../../pyproject.toml",
        "/static/review/..%2f..%2fserve.py",
        "/static/review/__init__.py",
        "/static/nowhere/page.css",
        "/static/review/",
    ):
        assert ask(path).status == 404, path
    for id_ in ("..%2f..%2fetc", "nobody"):
        assert ask(f"/api/articles/{id_}", **{"X-Review-Token": token}).status == 404
