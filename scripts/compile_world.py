"""Make ``world.json``, the map under the points, from Natural Earth 1:110m (public domain).

    python -m scripts.compile_world countries-110m.json

The input is TopoJSON of Natural Earth's countries, as the npm package ``world-atlas`` 2.0.2 has
it. Coordinates are rounded to a tenth of a degree and told as differences. A border one side of
which has no ISO number is drawn as disputed, and so is none between Ukraine and Crimea (the
General Assembly's resolution 68/262): the map takes nobody's word for a line that is fought over.
"""

import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

_SOURCE = "Natural Earth 1:110m, public domain"
_TENTHS = 10
# Longitude and latitude of Perekop, where the data has a border that this map does not draw.
_NO_BORDER = ((32.5, 45.0), (35.5, 46.6))
_UNNUMBERED = {None, "732"}  # no ISO number; Western Sahara

Line = list[tuple[int, int]]


def main(path: str) -> None:
    """Write ``world.json`` beside this module."""
    atlas = json.loads(Path(path).read_text(encoding="utf-8"))
    arcs = [_degrees(arc, atlas["transform"]) for arc in atlas["arcs"]]
    world = {"source": _SOURCE, "land": list(_land(atlas, arcs)), **_borders(atlas, arcs)}
    target = Path(str(files("custody_records.outputs.exports.report")), "world.json")
    target.write_text(json.dumps(world, separators=(",", ":")) + "\n", encoding="utf-8")


def _degrees(arc: list[list[int]], transform: dict[str, list[float]]) -> list[tuple[float, float]]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append(
            (
                x * transform["scale"][0] + transform["translate"][0],
                y * transform["scale"][1] + transform["translate"][1],
            )
        )
    return points


def _land(atlas: Any, arcs: list[Any]) -> Iterator[list[int]]:
    (land,) = atlas["objects"]["land"]["geometries"]
    for polygon in land["arcs"]:
        for ring in polygon:
            points = [point for number in ring for point in _arc(arcs, number)]
            line = _unwrapped(_rounded(points))
            # Antarctica goes around the pole and does not close on a flat map.
            if len(line) < 4 or line[0][0] != line[-1][0]:
                continue
            yield _differences(line)
            if max(x for x, _ in line) > 180 * _TENTHS:  # Chukotka, once more at the other edge
                yield _differences([(x - 360 * _TENTHS, y) for x, y in line])


def _borders(atlas: Any, arcs: list[Any]) -> dict[str, list[list[int]]]:
    """Return the arcs that two countries share, as sure and disputed borders."""
    owners: dict[int, list[str | None]] = {}
    for country in atlas["objects"]["countries"]["geometries"]:
        for number in _numbers(country["arcs"]):
            owners.setdefault(number if number >= 0 else ~number, []).append(country.get("id"))
    found: dict[str, list[list[int]]] = {"borders": [], "disputed": []}
    for number, ids in sorted(owners.items()):
        line = _rounded(arcs[number])
        if (
            len(ids) < 2
            or len(line) < 2
            or ({"643", "804"} == set(ids) and _is_perekop(arcs[number]))
        ):
            continue
        kind = "disputed" if _UNNUMBERED & set(ids) else "borders"
        found[kind].append(_differences(line))
    return found


def _numbers(nested: Any) -> Iterator[int]:
    for item in nested:
        if isinstance(item, list):
            yield from _numbers(item)
        else:
            yield item


def _is_perekop(points: list[tuple[float, float]]) -> bool:
    (left, low), (right, high) = _NO_BORDER
    return all(left < x < right and low < y < high for x, y in points)


def _arc(arcs: list[list[tuple[float, float]]], number: int) -> list[tuple[float, float]]:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _rounded(points: list[tuple[float, float]]) -> Line:
    line: Line = []
    for x, y in points:
        point = round(x * _TENTHS), round(y * _TENTHS)
        if not line or line[-1] != point:
            line.append(point)
    return line


def _unwrapped(line: Line) -> Line:
    """Return a line that goes on over the antimeridian instead of jumping to the other edge."""
    found: Line = []
    shift = 0
    for x, y in line:
        if found and abs(x + shift - found[-1][0]) > 180 * _TENTHS:
            shift += 360 * _TENTHS if x + shift < found[-1][0] else -360 * _TENTHS
        found.append((x + shift, y))
    return found


def _differences(line: Line) -> list[int]:
    told = list(line[0])
    for (x, y), (next_x, next_y) in pairwise(line):
        told += [next_x - x, next_y - y]
    return told


if __name__ == "__main__":
    main(sys.argv[1])
