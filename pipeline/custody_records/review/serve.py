"""Serve a review on the loopback address of this machine, until it is stopped."""

import secrets
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from uvicorn import Config, Server

from custody_records.review.app import application
from custody_records.review.session import Review

HOST = "127.0.0.1"


@contextmanager
def prepared(review: Review, port: int) -> Iterator[tuple[str, Callable[[], None], Server]]:
    """Give the address, what serves it (until its server's ``should_exit``), and the server.

    ``port`` 0 takes any that is free. The token stands behind the ``#``, which browsers keep to
    themselves: it is in no log, no header, no request. Raises OSError if the port is taken.
    """
    with socket.socket() as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((HOST, port))
        bound.listen(128)
        taken = bound.getsockname()[1]
        token = secrets.token_urlsafe(32)
        config = Config(
            application(review, token=token, port=taken),
            log_level="warning",
            lifespan="off",
            ws="none",
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=2,
        )
        server = Server(config)
        address = f"http://{HOST}:{taken}/#token={token}"
        yield address, lambda: server.run(sockets=[bound]), server


def serve(review: Review, *, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted; ``ready`` gets the address, whose token lets the page in."""
    with prepared(review, port) as (address, run, _):
        ready(address)
        run()
