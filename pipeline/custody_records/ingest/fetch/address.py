"""Addresses: which may be asked at all, and to which machine a name leads.

An address given from outside must not make this machine ask its own network (server-side request
forgery). The name is resolved once, every answer is checked, and the connection goes to the
checked number itself, so that a second answer of the name server cannot lead elsewhere.
"""

import ipaddress
import re
import socket
import threading
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from custody_records.ingest.errors import RefusedError

_PORTS = {"http": 80, "https": 443}
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_SAFE = "%/:=&?~#+!$,;'@()*[]-._"
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PRIVATE = "an address in a private network; pass --allow-private if that is meant"


@dataclass(frozen=True, slots=True)
class Target:
    """A parsed address: ``url`` is it in plain ASCII, ``path`` with its query."""

    url: str
    scheme: str
    host: str
    port: int
    path: str


def parse(url: str, base: str | None = None) -> Target:
    """Return the parts of an http(s) address. Raises RefusedError."""
    try:
        parts = urlsplit(urljoin(base, url) if base else url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
    except (ValueError, UnicodeError) as error:
        raise RefusedError(f"not an address: {error}; check it") from error
    if parts.scheme not in _PORTS:
        raise RefusedError(f"{parts.scheme or 'no scheme'}: only http and https are fetched")
    if not host or _CONTROL.search(parts.netloc):
        raise RefusedError("not an address: no host in it; check it")
    if parts.username is not None or parts.password is not None:
        raise RefusedError("an address with a user name in it; remove the name")
    path = quote(_CONTROL.sub("", parts.path) or "/", safe=_SAFE)
    query = quote(_CONTROL.sub("", parts.query), safe=_SAFE)
    port = _PORTS[parts.scheme] if port is None else port
    bare = f"[{host}]" if ":" in host else host
    netloc = bare if port == _PORTS[parts.scheme] else f"{bare}:{port}"
    whole = urlunsplit((parts.scheme, netloc, path, query, ""))
    return Target(whole, parts.scheme, host, port, urlunsplit(("", "", path, query, "")))


def resolve(target: Target, *, allow_private: bool, seconds: float) -> str:
    """Return the number (IPv4 or IPv6) to connect to. Raises RefusedError.

    If one of the name's numbers is private, none is used: public names that also point into a
    private network are made for nothing else.
    """
    numbers = _numbers(target, seconds)
    if not numbers:
        raise RefusedError(f"{target.host}: no such host; check the address")
    if not allow_private:
        for number in numbers:
            if not is_public(number):
                raise RefusedError(f"{target.host} is {_PRIVATE}")
    return numbers[0]


def is_public(number: str) -> bool:
    """Tell whether a number belongs to the public internet, whatever form it is written in."""
    address = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address.teredo:
            inner = address.teredo[1]
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _numbers(target: Target, seconds: float) -> list[str]:
    """Ask the name servers, for no longer than ``seconds``: the system's call has no limit."""
    found: list[str] = []
    failed: list[OSError | UnicodeError] = []

    def ask() -> None:
        try:
            for *_, where in socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM):
                if str(where[0]) not in found:
                    found.append(str(where[0]))
        except (OSError, UnicodeError) as error:
            failed.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(seconds)
    if asking.is_alive():
        raise RefusedError(f"{target.host}: no answer within {seconds:g} s; raise --timeout")
    return list(found)
