"""What the page asks the server: JSON in, JSON out."""

from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from custody_records.annotate.model.installed import ModelNotFoundError
from custody_records.compare.gold.read import GoldError
from custody_records.review.document import Document
from custody_records.review.forms import forms
from custody_records.review.overview import differences, overview
from custody_records.review.session import RefusedError, Review
from custody_records.review.store import ConflictError, StoreError


class Api:
    """The routes under ``/api/``."""

    def __init__(self, review: Review) -> None:
        self.review = review

    def routes(self) -> list[Route]:
        """Return the routes."""
        article = "/api/articles/{id:str}"
        return [
            Route("/api/session", self.session),
            Route("/api/differences", self.differences),
            Route(article, self.article),
            Route(f"{article}/decisions", self.decide, methods=["POST"]),
            Route(f"{article}/state", self.mark, methods=["POST"]),
            Route(f"{article}/explain", self.explain, methods=["POST"]),
        ]

    async def session(self, request: Request) -> Response:
        """Return what the page needs first: articles with their states, forms, the first article.

        That is the one asked for (``?article=ID``), else the first that is not reviewed.
        """
        told = await run_in_threadpool(overview, self.review)
        first = _first_to_open(told["articles"], request.query_params.get("article"))
        return await self._about(
            first, lambda id_: {**told, "forms": forms(), "opened": id_ and self._open(id_)}
        )

    async def differences(self, request: Request) -> Response:
        """Return the comparison of the records with the gold that is reviewed."""
        return JSONResponse(await run_in_threadpool(differences, self.review))

    async def article(self, request: Request) -> Response:
        """Return one article with its text, entries and decisions."""
        return await self._about(request.path_params["id"], self._open)

    async def decide(self, request: Request) -> Response:
        """Set decisions or take them back."""
        asked = await _json(request)
        changes = asked.get("changes")
        if not isinstance(changes, dict):
            return _refused(422, "no changes")
        return await self._about(
            request.path_params["id"],
            lambda id_: self._done(self.review.decide(id_, _version(asked), changes)),
        )

    async def mark(self, request: Request) -> Response:
        """Set an article's state."""
        asked = await _json(request)
        state = asked.get("state")
        if state not in ("reviewed", "in_work"):
            return _refused(422, "no such state")
        return await self._about(
            request.path_params["id"],
            lambda id_: self._done(self.review.mark(id_, _version(asked), state)),
        )

    async def explain(self, request: Request) -> Response:
        """Tell why a span of the text became what it is."""
        asked = await _json(request)
        start, end = asked.get("start"), asked.get("end")
        if not isinstance(start, int) or not isinstance(end, int):
            return _refused(422, "start and end are offsets")

        def told(id_: str) -> dict[str, Any]:
            record, body = self.review.record(id_), self.review.body(id_)
            return {"lines": self.review.explainer.span(record, body, start, end)}

        return await self._about(request.path_params["id"], told)

    async def _about(self, id_: str | None, work: Any) -> Response:
        if id_ is not None and id_ not in self.review.ids:
            return _refused(404, "no such article in this review")
        try:
            return JSONResponse(await run_in_threadpool(work, id_))
        except ConflictError as error:
            return JSONResponse({"current": self._shown(error.current)}, 409)
        except RefusedError as error:
            return _refused(422, str(error))
        except (StoreError, GoldError, ModelNotFoundError, OSError) as error:
            return _refused(500, str(error))

    def _open(self, id_: str) -> dict[str, Any]:
        return self._shown(self.review.document(id_))

    def _shown(self, document: Document) -> dict[str, Any]:
        id_ = document.article
        record = self.review.record(id_)
        return {
            "id": id_,
            "article": record["article"],
            "body": self.review.body(id_),
            "entries": [_sent(entry) for entry in self.review.entries(id_, document)],
            **self._done(document),
        }

    def _done(self, document: Document) -> dict[str, Any]:
        return {
            "version": document.version,
            "state": document.state,
            "open": len(self.review.open_keys(document)),
        }


def _sent(entry: dict[str, Any]) -> dict[str, Any]:
    """Return an entry without saying twice what was proposed and what stands."""
    same = entry.get("proposed") == entry["value"]
    return {**entry, "proposed": True} if same else entry


def _first_to_open(articles: list[dict[str, Any]], wanted: str | None) -> str | None:
    known = [one["id"] for one in articles]
    undone = [one["id"] for one in articles if one["state"] != "reviewed"]
    return next(iter([*(id_ for id_ in known if id_ == wanted), *undone, *known]), None)


async def _json(request: Request) -> dict[str, Any]:
    try:
        asked = await request.json()
    except ValueError:
        return {}
    return asked if isinstance(asked, dict) else {}


def _version(asked: dict[str, Any]) -> int:
    version = asked.get("version")
    if not isinstance(version, int) or version < 0:
        raise RefusedError("no version")
    return version


def _refused(status: int, why: str) -> Response:
    return JSONResponse({"error": why}, status)
