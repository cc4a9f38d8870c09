"""Who may talk to the review's server: this page in this browser, and nobody else.

- The socket is bound to the loopback address (``serve.py``).
- ``Host`` must be that address: a name of somebody else's that resolves to it (DNS rebinding)
  is refused.
- ``Origin``, where a browser sends it, must be the page's own, and ``Sec-Fetch-Site`` must not
  say that another site asks. No CORS header is ever sent.
- Everything under ``/api/`` needs the token in a header, which no form or link of another site
  can set without asking first (a preflight, which is refused).
- The answers' policy lets the page load and run its own files only: no inline script, no frame,
  no request to elsewhere, no markup made from text (Trusted Types).
"""

from hmac import compare_digest

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

TOKEN_HEADER = "x-review-token"  # noqa: S105 - the header's name
MOST_BYTES = 1_000_000  # of a request's body
_METHODS = frozenset({"GET", "HEAD", "POST"})
_PAGES = frozenset({"/", "/compare"})  # shells without data, which a person may open from anywhere
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}


class Guard:
    """Refuses every request that is not the page's own, and sets the headers of every answer."""

    def __init__(self, app: ASGIApp, *, token: str, port: int) -> None:
        self.app = app
        self.token = token
        self.hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
        self.origins = {f"http://{host}" for host in self.hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            return  # no web sockets, no lifespan

        async def armed(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers[name] = value
            await send(message)

        if refusal := self.refusal(scope):
            status, why = refusal
            await PlainTextResponse(why, status)(scope, receive, armed)
        else:
            await self.app(scope, receive, armed)

    def refusal(self, scope: Scope) -> tuple[int, str] | None:
        """Return the status and the reason if a request is refused, else None."""
        headers = Headers(scope=scope)
        if scope["method"] not in _METHODS:
            return 405, "method not allowed"
        if headers.get("host") not in self.hosts:
            return 421, "not a name of this server"
        if self._foreign(scope, headers):
            return 403, "another site may not ask"
        if scope["path"].startswith("/api/"):
            given = headers.get(TOKEN_HEADER, "")
            if not compare_digest(given.encode(), self.token.encode()):
                return 401, "the token is missing or wrong: open the address that was printed"
        if scope["method"] == "POST":
            return _bad_body(headers)
        return None

    def _foreign(self, scope: Scope, headers: Headers) -> bool:
        origin = headers.get("origin")
        if origin is not None and origin not in self.origins:
            return True
        site = headers.get("sec-fetch-site", "none")
        opened = headers.get("sec-fetch-dest") == "document" and scope["path"] in _PAGES
        return site not in ("same-origin", "none") and not opened


def _bad_body(headers: Headers) -> tuple[int, str] | None:
    if headers.get("content-type", "").split(";")[0] != "application/json":
        return 415, "JSON only"
    length = headers.get("content-length", "")
    if not length.isdigit():
        return 411, "no length given"
    if int(length) > MOST_BYTES:
        return 413, f"more than {MOST_BYTES} bytes"
    return None
