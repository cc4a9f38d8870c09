"""The web application: the page's own files, and the API behind the guard."""

from functools import cache
from importlib.resources import files

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from custody_records.review.api import Api
from custody_records.review.guard import Guard
from custody_records.review.session import Review

_PAGE = "custody_records.review.page"
_SHARED = "custody_records.outputs.page"
_COMPARE = "custody_records.compare.page"
_KINDS = {".js": "text/javascript", ".css": "text/css", ".html": "text/html"}
# A page's address and the packages whose files it may load, by the first part of the path.
_PACKAGES = {"review": _PAGE, "shared": _SHARED, "compare": _COMPARE}
_PAGES = {"/": "index.html", "/compare": "compare.html"}


def application(review: Review, *, token: str, port: int) -> Starlette:
    """Return the application of one review; ``port`` is the one it will be reached at."""
    routes = [Route(path, _page(name)) for path, name in _PAGES.items()]
    routes += [Route("/static/{package:str}/{name:str}", _static), *Api(review).routes()]
    routes.append(Route("/favicon.ico", _no_icon))
    guard = Middleware(Guard, token=token, port=port)
    return Starlette(routes=routes, middleware=[guard])


def _page(name: str):  # type: ignore[no-untyped-def] # Starlette's own endpoint type is private
    async def page(request: Request) -> Response:
        return _file(_PAGE, name)

    return page


async def _no_icon(request: Request) -> Response:
    return Response(status_code=204)


async def _static(request: Request) -> Response:
    package = _PACKAGES.get(request.path_params["package"])
    name = request.path_params["name"]
    if package is None or not name.endswith((".js", ".css")):
        return PlainTextResponse("not found", 404)
    return _file(package, name)


def _file(package: str, name: str) -> Response:
    """Return one file of a package; its name is looked up there, never joined to a path."""
    content = _files(package).get(name)
    if content is None:
        return PlainTextResponse("not found", 404)
    kind = _KINDS["." + name.rsplit(".", 1)[-1]]
    return Response(content, media_type=f"{kind}; charset=utf-8")


@cache
def _files(package: str) -> dict[str, bytes]:
    """Return what of a package's own files may be asked for."""
    inside = [found for found in files(package).iterdir() if found.name.endswith(tuple(_KINDS))]
    return {found.name: found.read_bytes() for found in inside}
