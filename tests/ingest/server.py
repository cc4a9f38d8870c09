"""A web server on this machine that answers well, badly, slowly, or not at all."""

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = (
    "<html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>Two inmates died "
    "in colony LA-155/14 on Friday, the ministry said in a statement about {title}.</p><p>Their "
    "relatives say that both had been beaten by the guards for days.</p></article></body></html>"
)
FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Steppe Courier</title><link>{base}</link>
<item><title>Riot in Karabulak</title><link>{base}/page?riot</link>
<pubDate>Mon, 12 Apr 2021 09:30:00 +0600</pubDate></item>
<item><title>Gone</title><link>{base}/missing</link></item>
<item><title>Inner</title><link>http://169.254.169.254/latest/meta-data</link></item>
</channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Steppe</title>
<entry><title>Riot</title><link href="{base}/page?atom"/><published>2021-05-06T07:08:09Z</published>
</entry></feed>"""


class _Handler(BaseHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        base = f"http://127.0.0.1:{self.server.server_port}"
        name, _, query = self.path.lstrip("/").partition("?")
        answer = getattr(self, f"answer_{name.replace('/', '_')}", None)
        with suppress(OSError):
            if answer is None:
                self.send_error(404)
            else:
                answer(base, query)

    def send(self, body: bytes, media_type: str = "text/html", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        headers.setdefault("Content_Length", str(len(body)))
        for key, value in headers.items():
            if value:
                self.send_header(key.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def answer_page(self, base: str, query: str) -> None:
        self.send(PAGE.format(title=f"Riot {query} in a colony").encode())

    def answer_feed(self, base: str, query: str) -> None:
        self.send(FEED.format(base=base).encode(), "text/html")  # as many servers say

    def answer_atom(self, base: str, query: str) -> None:
        self.send(ATOM.format(base=base).encode(), "application/atom+xml")

    def answer_moved(self, base: str, query: str) -> None:
        """Redirect ``query`` times, then to the page."""
        left = int(query)
        self.send_response(302)
        self.send_header("Location", f"/moved?{left - 1}" if left > 1 else "/page?moved")
        self.end_headers()

    def answer_away(self, base: str, query: str) -> None:
        """Redirect to the address in the query."""
        self.send_response(301)
        self.send_header("Location", query)
        self.end_headers()

    def answer_hang(self, base: str, query: str) -> None:
        time.sleep(20)

    def answer_dripheaders(self, base: str, query: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        for n in range(200):
            self.wfile.write(f"X-{n}: {n}\r\n".encode())
            time.sleep(0.1)

    def answer_dripbody(self, base: str, query: str) -> None:
        self.send(b"", Content_Length="1000")
        for _ in range(200):
            self.wfile.write(b"x")
            time.sleep(0.1)

    def answer_short(self, base: str, query: str) -> None:
        """Announce more than is sent."""
        self.send(b"<html>", Content_Length="100000")

    def answer_huge(self, base: str, query: str) -> None:
        self.send(b"", Content_Length=str(10**12))

    def answer_endless(self, base: str, query: str) -> None:
        self.send(b"", Content_Length="")
        for _ in range(100_000):
            self.wfile.write(b"<p>more of it</p>" * 1000)

    def answer_bomb(self, base: str, query: str) -> None:
        self.send(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def answer_packed(self, base: str, query: str) -> None:
        page = PAGE.format(title="Packed riot in a colony").encode()
        self.send(gzip.compress(page), Content_Encoding="gzip")

    def answer_brokengzip(self, base: str, query: str) -> None:
        packed = bytearray(gzip.compress(PAGE.format(title="Riot").encode()))
        packed[20:40] = b"\xff" * 20
        self.send(bytes(packed), Content_Encoding="gzip")

    def answer_nogzip(self, base: str, query: str) -> None:
        self.send(PAGE.format(title="Riot").encode(), Content_Encoding="gzip")

    def answer_halfgzip(self, base: str, query: str) -> None:
        self.send(gzip.compress(PAGE.format(title="Riot").encode())[:100], Content_Encoding="gzip")

    def answer_nonsense(self, base: str, query: str) -> None:
        self.wfile.write(b"\x00\xff nonsense\r\n\r\n")

    def answer_manyheaders(self, base: str, query: str) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\n")

    def answer_picture(self, base: str, query: str) -> None:
        self.send(b"\x89PNG\r\n\x1a\n" + bytes(100), "image/png")

    def answer_cyrillic(self, base: str, query: str) -> None:
        page = (
            '<html><head><meta charset="windows-1251"><title>Бунт в колонии</title></head><body>'
            "<h1>Бунт в колонии</h1><p>В колонии ЛА-155/14 начался бунт, сообщили в министерстве "
            "внутренних дел. Трое заключённых ранены, ведётся следствие.</p></body></html>"
        )
        self.send(page.encode("cp1251"))


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of a server that runs until the end of the block."""
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    httpd.daemon_threads = True
    httpd.block_on_close = False
    threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}"
    finally:
        httpd.shutdown()
        httpd.server_close()


@contextmanager
def deaf() -> Iterator[str]:
    """Yield the address of a socket that takes connections and never says a word."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(5)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
