"""How wide the columns of a table are until somebody drags one: as wide as their words, within the table."""

from __future__ import annotations

from collections.abc import Sequence

# The most a column is given beyond its words where the table is wide, in pixels: lines are read across.
_AIR = 36
# The widest a column is made in a table that scrolls to the side anyway, in pixels.
_SCROLLED = 160


def shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Widths in pixels of columns that want so much and need at least so much, in a table `room` wide.

    Where they want more than there is the widest give way, all to one width, and none below its least; where even
    that is too much the table scrolls. What is left over is spread among them.
    """
    spare = room - sum(wanted)
    if spare >= 0:
        air = min(_AIR, spare // len(wanted))
        return [width + air for width in wanted]
    if sum(least) > room:
        return _held(wanted, least, _SCROLLED)
    low, high = 0, max(wanted)
    while high - low > 1:
        level = (low + high) // 2
        low, high = (level, high) if sum(_held(wanted, least, level)) <= room else (low, level)
    return _held(wanted, least, low)


def _held(wanted: Sequence[int], least: Sequence[int], level: int) -> list[int]:
    """The widths where none may be wider than `level` but for its least."""
    return [max(small, min(large, level)) for large, small in zip(wanted, least, strict=True)]
