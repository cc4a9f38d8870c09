"""Fetch one address: bounded in size, time and redirects, and only from the public internet."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from custody_records.ingest.errors import RefusedError
from custody_records.ingest.fetch.address import Target, parse, resolve
from custody_records.ingest.limits import Limits

_AGENT = "custody-records"
_BLOCK = 1 << 16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: ``url`` is the last one after redirects."""

    url: str
    media_type: str
    data: bytes


def fetch(url: str, limits: Limits) -> Fetched:
    """Return what stands at an http(s) address. Raises RefusedError.

    Redirects are followed by hand, since each leads to a name that must be checked anew.
    """
    ends = time.monotonic() + limits.time
    target = parse(url)
    for _ in range(limits.redirects + 1):
        answer = _ask(target, limits, ends)
        if isinstance(answer, Fetched):
            return answer
        target = parse(answer, base=target.url)
    raise RefusedError(f"more than {limits.redirects} redirects; raise --max-redirects")


def _ask(target: Target, limits: Limits, ends: float) -> Fetched | str:
    """Return the document, or the address to which the server sends us on."""
    left = ends - time.monotonic()
    if left <= 0:
        raise _late(limits)
    number = resolve(target, allow_private=limits.allow_private, seconds=left)
    connection = _Pinned(target, number, max(0.01, ends - time.monotonic()))
    # A server that sends a byte now and then never runs into the socket's own time limit.
    watchdog = threading.Timer(max(0.01, ends - time.monotonic()), connection.stop)
    watchdog.daemon = True
    watchdog.start()
    try:
        connection.request("GET", target.path, headers=_headers(target))
        response = connection.getresponse()
        if connection.stopped:  # a broken connection looks like an end to http.client
            raise _late(limits)
        if response.status in _REDIRECTS and (further := response.headers.get("Location")):
            return further
        if response.status != http.client.OK:
            raise RefusedError(f"the server answers {response.status} {response.reason}"[:120])
        data = _body(response, limits, ends)
        return Fetched(target.url, response.headers.get_content_type(), data)
    except RefusedError as error:
        if connection.stopped:
            raise _late(limits) from error
        raise
    except zlib.error as error:
        raise RefusedError(f"the server's packed answer is damaged ({error}); try again") from error
    except (OSError, http.client.HTTPException, ValueError, AttributeError) as error:
        # AttributeError: http.client's own, when the watchdog closes a connection under it.
        if time.monotonic() >= ends or connection.stopped:
            raise _late(limits) from error
        what = " ".join(str(error).split()) or type(error).__name__
        raise RefusedError(f"the connection failed: {what}"[:200]) from error
    finally:
        watchdog.cancel()
        connection.close()


def _body(response: http.client.HTTPResponse, limits: Limits, ends: float) -> bytes:
    declared = response.headers.get("Content-Length", "")
    if declared.isascii() and declared.isdigit():
        limits.check_size(int(declared[:18]))
    unpack = _unpacker(response.headers.get("Content-Encoding", ""))
    data = bytearray()
    while block := response.read1(_BLOCK):
        while block:
            room = limits.size + 1 - len(data)
            data += unpack.decompress(block, room) if unpack else block
            limits.check_size(len(data))
            block = unpack.unconsumed_tail if unpack else b""
        if time.monotonic() >= ends:
            raise _late(limits)
    if time.monotonic() >= ends:
        raise _late(limits)
    # Bytes that were announced and did not come, or packed ones without their end.
    if response.length or (unpack and not unpack.eof):
        raise RefusedError("the server broke off before the end; try again")
    return bytes(data)


def _unpacker(encoding: str) -> "zlib._Decompress | None":
    """We ask for plain bytes; some servers compress all the same."""
    if encoding.strip().lower() in {"", "identity"}:
        return None
    if encoding.strip().lower() in {"gzip", "x-gzip", "deflate"}:
        return zlib.decompressobj(zlib.MAX_WBITS | 32)
    raise RefusedError(f"the server packs its answer in an unknown way ({encoding[:20]})")


def _headers(target: Target) -> dict[str, str]:
    return {
        "Host": target.url.split("/")[2],
        "User-Agent": _AGENT,
        "Accept": "text/html, application/xhtml+xml, application/xml, */*;q=0.5",
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _late(limits: Limits) -> RefusedError:
    return RefusedError(f"not there within {limits.time:g} s; try again or raise --timeout")


class _Pinned(http.client.HTTPConnection):
    """A connection to a number that was checked, whatever the name says by now."""

    stopped = False

    def __init__(self, target: Target, number: str, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._target, self._number = target, number
        self._socket: socket.socket | None = None

    def connect(self) -> None:
        """Connect to the number; over TLS the certificate must be the name's."""
        plain = socket.create_connection((self._number, self.port), self.timeout)
        self._socket = self.sock = plain
        if self._target.scheme == "https":
            self._socket = self.sock = _tls().wrap_socket(plain, server_hostname=self.host)

    def stop(self) -> None:
        """Break the connection from another thread: whatever waits on it wakes up."""
        self.stopped = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)
            self._socket.close()


@cache
def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()
