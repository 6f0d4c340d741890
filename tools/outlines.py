"""Write generator/drawing/world.json from world-atlas's countries-50m.json (npm), itself Natural Earth 1:50m.

    python tools/outlines.py countries-50m.json generator/drawing/world.json

Natural Earth is in the public domain (https://www.naturalearthdata.com/about/terms-of-use/). The arcs are kept as they
are, so that two countries share one border; each ring has its box, so that a map reads those alone that it shows.
"""

from __future__ import annotations

import json
import sys
from itertools import accumulate, chain
from pathlib import Path


def compact(topology: dict) -> str:
    """Return the countries of a TopoJSON topology: names, rings as numbers of arcs, arcs as flat steps."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    boxes = [_box(arc, scale, translate) for arc in topology["arcs"]]
    countries = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        shapes = geometry.get("arcs", [])
        rings = shapes if geometry["type"] == "Polygon" else list(chain.from_iterable(shapes))
        boxed = [[ring, _around([boxes[number if number >= 0 else ~number] for number in ring])] for ring in rings]
        countries.append([geometry["properties"]["name"], boxed])
    arcs = [list(chain.from_iterable(arc)) for arc in topology["arcs"]]
    lines = {"countries": sorted(countries), "arcs": arcs}
    parts = [f'"{name}":[\n' + ",\n".join(_line(line) for line in found) + "\n]" for name, found in lines.items()]
    head = {"credit": "Natural Earth", "scale": scale, "translate": translate}
    return _line(head)[:-1] + ",\n" + ",\n".join(parts) + "}\n"


def _box(arc: list[list[int]], scale: list[float], translate: list[float]) -> list[float]:
    """Return west, south, east, north of an arc, in degrees."""
    points = list(accumulate(arc, lambda a, b: [a[0] + b[0], a[1] + b[1]]))
    return [
        round(end(point[axis] for point in points) * scale[axis] + translate[axis], 2)
        for end in (min, max)
        for axis in (0, 1)
    ]


def _around(boxes: list[list[float]]) -> list[float]:
    west, south, east, north = zip(*boxes, strict=True)
    return [min(west), min(south), max(east), max(north)]


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    target.write_text(compact(json.loads(source.read_text(encoding="utf-8"))), encoding="utf-8")
