"""Where the steps and chips of the staircase stand. Plain numbers in pixels, so that any caseload can be tried."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import accumulate
from math import ceil


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StepNeeds:
    """What a step has to show: the widths its chips would like, in their order, and that of its name."""

    chips: tuple[float, ...] = ()
    name: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class StairPlace:
    """Where a step's block stands, whether its name runs upwards in it, and where its chips stand."""

    block: Box
    upright: bool
    chips: tuple[Box, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StairsMeasure:
    """The sizes everything is built of; they grow with the size of the text.

    Chips are `chip` high and at least `least` wide, which still shows a first name. `head` is the height a block
    needs for its name and number, `rise` the height of a step at its best and `flat` at its lowest. `pad` is the
    room beside a name, `narrow` the width of a step that nobody stands on while another needs the room.
    """

    chip: float = 28.0
    gap: float = 4.0
    least: float = 92.0
    most: float = 176.0
    head: float = 62.0
    rise: float = 84.0
    flat: float = 22.0
    pad: float = 16.0
    narrow: float = 46.0
    between: float = 6.0

    def scaled(self, by: float) -> StairsMeasure:
        """The sizes for text that many times as large."""
        return StairsMeasure(**{field.name: getattr(self, field.name) * by for field in fields(self)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stairs:
    """The whole drawing. `width` and `height` are what it needs: more than was offered where nothing tighter is left.

    `cut` is by how many pixels chips are narrower than they would like, summed up.
    """

    steps: tuple[StairPlace, ...]
    width: float
    height: float
    cut: float


def place_stairs(needs: Sequence[StepNeeds], width: float, height: float, sizes: StairsMeasure) -> Stairs:
    """Lay the stairs into `width` × `height`.

    Chips stand on their step in the order given, in one column as long as they fit, then in several. The steps get
    flatter, and those that nobody stands on narrower, where names would be cut otherwise; no chip gets narrower than
    `least`, and none is left out.
    """
    best: Stairs | None = None
    for tight in (False, True):
        for rise in _rises(sizes, height):
            plan = _Plan(needs, sizes, rise, tight)
            if not plan.fits(width, height):
                continue
            stairs = plan.placed(width, height)
            if best is None or stairs.cut < best.cut:
                best = stairs
            if not best.cut:
                return best
    if best is not None:
        return best
    plan = _Plan(needs, sizes, sizes.flat, True)
    width = max(width, plan.width_of_one_column())
    return plan.placed(width, max(height, plan.height_at(width)))


def _rises(sizes: StairsMeasure, height: float) -> Iterator[float]:
    """Heights of a step, the best first: the stairs take at most two thirds of the drawing."""
    best = min(sizes.rise, max(sizes.flat, height * 0.66 - sizes.head) / 5)
    for share in range(9):
        yield sizes.flat + (best - sizes.flat) * (8 - share) / 8


class _Plan:
    """One way to lay the stairs: how high a step is, and whether empty steps are narrow."""

    def __init__(self, needs: Sequence[StepNeeds], sizes: StairsMeasure, rise: float, tight: bool) -> None:
        self._needs, self._sizes, self._rise = needs, sizes, rise
        self._upright = [tight and not need.chips for need in needs]
        names = [need.name for need, up in zip(needs, self._upright, strict=True) if up]
        # A name that runs upwards needs its length in height, from the lowest block on.
        self._foot = max([sizes.head, *(name + sizes.chip + sizes.pad for name in names)])

    def fits(self, width: float, height: float) -> bool:
        """Whether all chips find room at their least width."""
        return sum(self._least_widths(height)) + self._gaps() <= width

    def width_of_one_column(self) -> float:
        """The width at which everything fits, however high."""
        return sum(self._least_widths(float("inf"))) + self._gaps()

    def height_at(self, width: float) -> float:
        """The height at which everything fits into the width."""
        height = self._block(len(self._needs) - 1) + self._sizes.chip
        longest = max((len(need.chips) for need in self._needs), default=0)
        for _ in range(longest):
            if self.fits(width, height):
                break
            height += self._sizes.chip + self._sizes.gap
        return height

    def placed(self, width: float, height: float) -> Stairs:
        """The places of everything; what is left of the width is shared out."""
        widths = self._widths(width, height)
        lefts = list(accumulate(widths[:-1], lambda x, w: x + w + self._sizes.between, initial=0.0))
        steps = tuple(
            StairPlace(
                block=Box(lefts[n], height - self._block(n), widths[n], self._block(n)),
                upright=self._upright[n],
                chips=tuple(self._chips(n, lefts[n], widths[n], height)),
            )
            for n in range(len(self._needs))
        )
        return Stairs(steps=steps, width=width, height=height, cut=sum(self._cuts(steps)))

    def _cuts(self, steps: Sequence[StairPlace]) -> Iterator[float]:
        """How much narrower each chip is than it would like, up to the width that any may have."""
        for need, place in zip(self._needs, steps, strict=True):
            for wish, box in zip(need.chips, place.chips, strict=True):
                yield max(0.0, min(wish, self._sizes.most) - box.w)

    def _block(self, number: int) -> float:
        return self._foot + number * self._rise

    def _gaps(self) -> float:
        return self._sizes.between * (len(self._needs) - 1)

    def _rows(self, number: int, height: float) -> int:
        """How many chips stand above each other on a step."""
        room = (height - self._block(number)) / (self._sizes.chip + self._sizes.gap)
        return max(1, int(min(room, len(self._needs[number].chips))))

    def _columns(self, number: int, height: float) -> int:
        return max(1, ceil(len(self._needs[number].chips) / self._rows(number, height)))

    def _least_widths(self, height: float) -> list[float]:
        return [self._column_width(n, height, self._sizes.least) for n in range(len(self._needs))]

    def _column_width(self, number: int, height: float, chip: float) -> float:
        if self._upright[number]:
            return self._sizes.narrow
        columns = self._columns(number, height)
        chips = columns * chip + (columns - 1) * self._sizes.gap if self._needs[number].chips else 0.0
        return max(chips, self._needs[number].name + self._sizes.pad)

    def _widths(self, width: float, height: float) -> list[float]:
        """Least widths, then what the longest chips would like, then equal shares of the rest."""
        least, sizes = self._least_widths(height), self._sizes
        liked = [
            self._column_width(n, height, min(sizes.most, max([sizes.least, *need.chips])))
            for n, need in enumerate(self._needs)
        ]
        free = max(0.0, width - self._gaps() - sum(least))
        asked = [max(0.0, wish - low) for wish, low in zip(liked, least, strict=True)]
        share = min(1.0, free / sum(asked)) if sum(asked) else 0.0
        widths = [low + ask * share for low, ask in zip(least, asked, strict=True)]
        return _levelled(widths, max(0.0, width - self._gaps() - sum(widths)), self._upright)

    def _chips(self, number: int, left: float, width: float, height: float) -> Iterator[Box]:
        """Columns of even length, filled from the top, standing on the block."""
        count = len(self._needs[number].chips)
        if not count:
            return
        sizes, columns = self._sizes, self._columns(number, height)
        room = (width - (columns - 1) * sizes.gap) / columns
        line, top = sizes.chip + sizes.gap, height - self._block(number)
        wishes = iter(self._needs[number].chips)
        for column in range(columns):
            length = count // columns + (column < count % columns)
            for row in range(length):
                wide = min(room, sizes.most, next(wishes))
                yield Box(left + column * (room + sizes.gap), top - (length - row) * line, wide, sizes.chip)


def _levelled(widths: list[float], free: float, upright: Sequence[bool]) -> list[float]:
    """Share out what is left so that the steps become as equal as they can; narrow ones stay so."""
    open_ones = sorted((n for n in range(len(widths)) if not upright[n]), key=lambda n: widths[n])
    levelled = list(widths)
    for place, _ in enumerate(open_ones, start=1):
        raised = open_ones[:place]
        following = levelled[open_ones[place]] if place < len(open_ones) else float("inf")
        lift = min(free / place, following - levelled[raised[-1]])
        for n in raised:
            levelled[n] += lift
        free -= lift * place
    return levelled
