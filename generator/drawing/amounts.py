"""A picture of numbers: each on one scale from nought, drawn as its words bound it. Nothing is added up or averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..numbers import Amount, Qualifier
from ..views.pictures import Measure, Measures

LEFT, RIGHT = 14.0, 86.0
"""Per cent where nought and the largest number lie; beyond both there is room for an arrow."""
MOST_TICKS = 4


@dataclass(frozen=True, slots=True)
class Sign:
    """How an amount is drawn, in per cent of the width.

    `shape`: `dot` for a number as it is, `ring` for "about", `bar` from low to high, `from` an arrow to the right for
    "at least", `to` an arrow to the left for "up to"; these two are `open` where the number itself is left out ("over",
    "nearly"). `none` where no number is stated ("several"). An arrow has no length: nobody says how far it goes.
    """

    shape: str
    start: float
    end: float
    open: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A number and its sign."""

    row: Measure
    sign: Sign


@dataclass(frozen=True, slots=True)
class Tick:
    """A number that the scale names."""

    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Numbers of one unit on one scale."""

    measures: Measures
    ticks: tuple[Tick, ...]
    lines: tuple[Line, ...]


def drawn(groups: Sequence[Measures]) -> tuple[Chart, ...]:
    """Draw groups of numbers; those of one unit share a scale, so that their lengths can be compared."""
    tops: dict[str, float] = {}
    for group in groups:
        tops[group.unit] = max([tops.get(group.unit, 0.0), *(_top(row.amount) for row in group.rows)])
    return tuple(_chart(group, tops[group.unit]) for group in groups)


def _top(amount: Amount | None) -> float:
    """The largest number that an amount states; 0 where it states none."""
    if amount is None:
        return 0.0
    return max([0.0, *(float(bound) for bound in (amount.low, amount.best, amount.high) if bound is not None)])


def _chart(group: Measures, top: float) -> Chart:
    step = _step(top) if top else 1.0
    ticks = [number * step for number in range(int(top / step * 1.0001) + 1)] if top else []
    return Chart(
        group,
        tuple(Tick(_at(tick, top), f"{tick:,.10g}" if tick < 1e9 else f"{tick:.3g}") for tick in ticks),
        tuple(Line(row, sign(row.amount, top)) for row in group.rows),
    )


def _step(top: float) -> float:
    """Return the smallest of 1, 2, 5, 10, 20 … that names few enough numbers."""
    size = 1e-9
    while True:
        for step in (size, 2 * size, 5 * size):
            if top / step <= MOST_TICKS:
                return max(1.0, step) if top >= 1 else step
        size *= 10


def _at(number: float, top: float) -> float:
    return round(LEFT + number / (top or 1.0) * (RIGHT - LEFT), 2)


def sign(amount: Amount | None, top: float) -> Sign:
    """Return how an amount is drawn on a scale that ends with `top`."""
    if amount is None or amount.qualifier is Qualifier.VAGUE:
        return Sign("none", LEFT, LEFT)
    low, best, high = (None if n is None else _at(float(n), top) for n in (amount.low, amount.best, amount.high))
    match amount.qualifier:
        case Qualifier.ABOUT if best is not None:
            return Sign("ring", best, best)
        case Qualifier.AT_LEAST | Qualifier.OVER if low is not None:
            return Sign("from", low, low, open=amount.qualifier is Qualifier.OVER)
        case Qualifier.UP_TO | Qualifier.NEARLY if high is not None:
            return Sign("to", high, high, open=amount.qualifier is Qualifier.NEARLY)
        case _ if low is not None and high is not None and low != high:
            return Sign("bar", low, high)
    spot = best if best is not None else low if low is not None else high
    return Sign("none", LEFT, LEFT) if spot is None else Sign("dot", spot, spot)
