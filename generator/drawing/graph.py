"""Who has to do with whom: the ties of one actor around it, and the ties of all beside a column of names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from ..views.data import Link
from ..views.relations import Tie
from .labels import LINE, wrapped

NARROW, WIDE = 300, 660
"""Widths of the two forms of each picture in pixels."""
NAME, SMALL = 13.0, 12.0
"""Sizes of names, and of what ties them."""
SETTLED = 60
"""Actors up to which their order in the column is improved; beyond, it would take too long."""
_PAD, _GAP = 8.0, 12.0


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text: where its baseline starts, and what it is."""

    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in its box. `ties` are those that lead to it or from it, `labels` their words.

    `path` is the line between it and the middle, `heads` the arrow heads on it.
    """

    link: Link
    x: float
    y: float
    width: float
    height: float
    names: tuple[Words, ...]
    labels: tuple[Words, ...]
    ties: tuple[Tie, ...]
    kind: str
    away: bool
    back: bool
    path: str = ""
    heads: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """One actor in the middle (or on top), and those it has to do with."""

    width: int
    height: float
    middle: Node
    nodes: tuple[Node, ...]


def around(centre: Link, ties: Sequence[Tie], wide: int) -> Around:
    """Draw the ties of an actor: others to its left and right in the wide form, below it in the narrow one."""
    others: dict[str, list[Tie]] = {}
    for tie in ties:
        others.setdefault(tie.end.key if tie.start == centre else tie.start.key, []).append(tie)
    groups = list(others.values())
    return _sides(centre, groups, wide) if wide >= WIDE else _below(centre, groups, wide)


def _sides(centre: Link, groups: list[list[Tie]], wide: int) -> Around:
    column = wide * 0.345
    # Those that do something to the actor, or belong to it, stand before it; those it does something to, after it.
    left = [ties for ties in groups if ties[0].end == centre]
    right = [ties for ties in groups if ties[0].end != centre]
    if not left or not right:
        half = (len(groups) + 1) // 2 if len(groups) > 4 else 0 if left == [] else len(groups)
        left, right = groups[:half], groups[half:]
    sides = [_column(centre, left, 0, column), _column(centre, right, wide - column, column)]
    room = wide - 2 * column - 60
    middle = _box(centre, (), (wide - room) / 2, 0, room)
    high = max(middle.height, *(nodes[-1].y + nodes[-1].height if nodes else 0 for nodes in sides))
    middle = _box(centre, (), (wide - room) / 2, (high - middle.height) / 2, room)
    nodes = []
    for number, side in enumerate(sides):
        short = (high - (side[-1].y + side[-1].height if side else 0)) / 2
        start = middle.x + (middle.width if number else 0)
        for node in side:
            placed = _box(node.link, node.ties, node.x, node.y + short, node.width, centre)
            end = placed.x + (0 if number else placed.width)
            ahead = 1 if number else -1
            spot = placed.y + placed.height / 2
            path = _curve(start + 8 * ahead * placed.back, high / 2, end - 8 * ahead * placed.away, spot)
            heads = _head(end, spot, ahead) * placed.away + _head(start, high / 2, -ahead) * placed.back
            nodes.append(replace(placed, path=path, heads=heads))
    return Around(wide, round(high + 2, 1), middle, tuple(nodes))


def _below(centre: Link, groups: list[list[Tie]], wide: int) -> Around:
    middle = _box(centre, (), 0, 0, wide)
    nodes = []
    top = middle.height + _GAP * 1.5
    for ties in groups:
        node = _box(_other(centre, ties), ties, 34, top, wide - 34, centre)
        spot = top + node.height / 2
        path = f"M12 {middle.height + 8 * node.back:g}V{spot - 8:.1f}q0 8 8 8H{34 - 8 * node.away}"
        heads = _head(34, spot, 1) * node.away + f"M12 {middle.height:g}l-4.5 9h9z" * node.back
        nodes.append(replace(node, path=path, heads=heads))
        top += node.height + _GAP
    return Around(wide, round(top - _GAP + 2, 1), middle, tuple(nodes))


def _column(centre: Link, groups: list[list[Tie]], x: float, wide: float) -> list[Node]:
    found: list[Node] = []
    top = 0.0
    for ties in groups:
        found.append(_box(_other(centre, ties), ties, x, top, wide, centre))
        top += found[-1].height + _GAP
    return found


def _other(centre: Link, ties: Sequence[Tie]) -> Link:
    return ties[0].end if ties[0].start == centre else ties[0].start


def _box(link: Link, ties: Sequence[Tie], x: float, y: float, wide: float, centre: Link | None = None) -> Node:
    """Put an actor's name, and above it what ties it, into a box as high as the words need."""
    said = {tie.short.casefold(): tie.short[:1].upper() + tie.short[1:] for tie in ties}
    small = [line for label in said.values() for line in wrapped(label, wide - 2 * _PAD, SMALL, 2)]
    names = wrapped(link.label, wide - 2 * _PAD, NAME, 4)
    top = y + _PAD
    labels = tuple(Words(x + _PAD, round(top + (n + 0.8) * SMALL * LINE, 1), text) for n, text in enumerate(small))
    top += len(small) * SMALL * LINE + (2 if small else 0)
    lines = tuple(Words(x + _PAD, round(top + (n + 0.8) * NAME * LINE, 1), text) for n, text in enumerate(names))
    high = round(top + len(names) * NAME * LINE + _PAD - y, 1)
    kinds = {tie.kind for tie in ties}
    kind = next((kind for kind in ("acted", "attributed", "ordered", "decided") if kind in kinds), "belongs")
    away = any(tie.start == centre for tie in ties)
    back = any(tie.end == centre for tie in ties)
    return Node(link, round(x, 1), round(y, 1), round(wide, 1), high, lines, labels, tuple(ties), kind, away, back)


def _curve(x1: float, y1: float, x2: float, y2: float) -> str:
    middle = (x1 + x2) / 2
    return f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"


def _head(x: float, y: float, ahead: int) -> str:
    """Return an arrow head with its point here, that goes right (1) or left (-1)."""
    return f"M{x:.1f} {y:.1f}l{-9 * ahead} -4.5v9z"


# all actors


@dataclass(frozen=True, slots=True)
class Bow:
    """A tie between two names of the column."""

    tie: Tie
    path: str
    head: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the column, its dot and its lines."""

    link: Link
    x: float
    y: float
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Actors one below the other, the ties between them as bows beside them."""

    width: int
    height: float
    names: tuple[Name, ...]
    bows: tuple[Bow, ...]


def column(ties: Sequence[Tie], wide: int) -> Column:
    """Draw all ties; actors with much to do with each other stand close together."""
    room = wide * 0.34
    order = _order(ties)
    names: list[Name] = []
    top = 6.0
    for link in order:
        lines = wrapped(link.label, wide - room - 14, NAME, 2)
        high = len(lines) * NAME * LINE
        words = tuple(
            Words(round(room + 12, 1), round(top + (n + 0.8) * NAME * LINE, 1), text) for n, text in enumerate(lines)
        )
        names.append(Name(link, round(room, 1), round(top + high / 2, 1), words))
        top += high + 8
    at = {name.link.key: (number, name.y) for number, name in enumerate(names)}
    farthest = max([1, *(abs(at[tie.start.key][0] - at[tie.end.key][0]) for tie in ties)])
    bows = []
    for (start, end), group in groupby(sorted(ties, key=_ends), key=_ends):
        for number, tie in enumerate(group):
            (one, y1), (two, y2) = at[start], at[end]
            # The farther apart, the wider the bow, which reaches three quarters as far as its handles.
            part = abs(one - two) / farthest
            reach = max(14.0, (20 + (room - 20) * part) / 0.75 - 12 - 7 * number)
            path = f"M{room - 6:.1f} {y1}C{room - reach:.1f} {y1} {room - reach:.1f} {y2} {room - 14:.1f} {y2}"
            bows.append(Bow(tie, path, _head(room - 5, y2, 1)))
    return Column(wide, round(top, 1), tuple(names), tuple(bows))


def _ends(tie: Tie) -> tuple[str, str]:
    return tie.start.key, tie.end.key


def _order(ties: Iterable[Tie]) -> list[Link]:
    """Order actors so that bows stay short: neighbours next to each other, then each where it makes them shortest."""
    links = {link.key: link for tie in ties for link in (tie.start, tie.end)}
    order = _neighbours(frozenset(_ends(tie) for tie in ties))
    return [links[key] for key in order]


@lru_cache(maxsize=8)
def _neighbours(pairs: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    near: dict[str, set[str]] = {}
    for one, other in sorted(pairs):
        near.setdefault(one, set()).add(other)
        near.setdefault(other, set()).add(one)
    order: list[str] = []
    for start in sorted(near, key=lambda key: (len(near[key]), key)):  # Cuthill and McKee, 1969
        queue = [] if start in order else [start]
        for key in queue:
            if key not in order:
                order.append(key)
                queue += sorted(near[key] - set(order), key=lambda one: (len(near[one]), one))
    return tuple(_settled(order, pairs) if len(order) <= SETTLED else order)


def _settled(order: list[str], pairs: frozenset[tuple[str, str]]) -> list[str]:
    """Move one after the other to where all bows together are shortest, until none moves."""
    best, moved = _length(order, pairs), True
    while moved:
        moved = False
        for key in tuple(order):
            others = [one for one in order if one != key]
            tries = ([*others[:place], key, *others[place:]] for place in range(len(order)))
            length, place = min((_length(one, pairs), place) for place, one in enumerate(tries))
            if length < best:
                best, order, moved = length, [*others[:place], key, *others[place:]], True
    return order


def _length(order: list[str], pairs: frozenset[tuple[str, str]]) -> int:
    at = {key: place for place, key in enumerate(order)}
    return sum(abs(at[one] - at[other]) for one, other in pairs)
