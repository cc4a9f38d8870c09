"""The map under the points: land and borders of Natural Earth 1:110m (public domain)."""

import json
from importlib.resources import files
from typing import Any


def world() -> dict[str, Any]:
    """Return ``land`` (rings), ``borders`` and ``disputed`` (lines), and their ``source``.

    A line is a flat list in tenths of a degree: longitude and latitude of its first point, then
    the differences to each next one. See ``compile_world``.
    """
    text = files("custody_records.outputs.exports.report").joinpath("world.json").read_text("utf-8")
    told: dict[str, Any] = json.loads(text)
    return told
