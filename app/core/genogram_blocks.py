"""People of a genogram who are moved together, until they stand clear of those beside them."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass
class Block:
    """People who are moved together: where each stands, and from where to where each line is taken."""

    across: dict[str, float] = field(default_factory=dict)
    rows: dict[int, tuple[float, float]] = field(default_factory=dict)

    def move(self, distance: float) -> None:
        """Move everybody to the right."""
        self.across = {key: x + distance for key, x in self.across.items()}
        self.rows = {row: (low + distance, high + distance) for row, (low, high) in self.rows.items()}

    def take(self, other: Block) -> None:
        """Let the people of another block, who stand clear already, be part of this one."""
        self.across |= other.across
        for row, (low, high) in other.rows.items():
            here = self.rows.get(row, (low, high))
            self.rows[row] = (min(low, here[0]), max(high, here[1]))

    def clearance(self, right: Block) -> float:
        """How far a block must be moved so that it stands right of this one in every line they share."""
        return max(
            (high - right.rows[row][0] for row, (_, high) in self.rows.items() if row in right.rows), default=-math.inf
        )

    def whole_clearance(self, right: Block) -> float:
        """The same; where they share no line, how far until the one stands right of all of the other."""
        shared = self.clearance(right)
        if shared > -math.inf:
            return shared
        return max(high for _, high in self.rows.values()) - min(low for low, _ in right.rows.values())

    def beside(self, right: Block) -> None:
        """Put a block to the right of this one."""
        right.move(self.whole_clearance(right))
        self.take(right)
