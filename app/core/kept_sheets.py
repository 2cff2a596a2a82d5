"""How many of the sheets that were handed out are kept: the newest, as far as there is room.

They lie in the encrypted store beside everything else, and each backup copies all of it. A sheet has about 100 kB, so
that a year of prints of a full caseload finds room, and the store stays one that is copied in a few seconds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

MIB = 1024 * 1024
MOST_OF_CASE = 24
"""Sheets of one case."""
MOST_BYTES_OF_CASE = 4 * MIB
MOST_BYTES = 32 * MIB
"""Of all sheets together."""
MOST_BYTES_OF_ONE = 8 * MIB
"""A sheet that is larger, as the file of a whole case may be, is not kept at all."""

_CASELOAD = ""
_FEW = 3  # more cases than these on a sheet, and it counts as one of the whole caseload


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as the rule sees it: its key, its size in bytes, when it was last handed out, and whose cases are on it.

    No case stands for a print of the whole caseload, which has room of its own; so have sheets of many children.
    """

    key: str
    size: int
    last_at: datetime
    case_ids: frozenset[str] = frozenset()


def giving_way(sheets: Iterable[Sheet]) -> frozenset[str]:
    """The keys of the sheets that are not kept any longer, the oldest first to go.

    A sheet of several children stays as long as one of them has room for it. The newest of a case always stays, unless
    it is too large by itself or all sheets together are.
    """
    gone: set[str] = set()
    number: Counter[str] = Counter()
    size: Counter[str] = Counter()
    whole = 0
    for sheet in sorted(sheets, key=lambda one: (one.last_at, one.key), reverse=True):
        owners = sheet.case_ids if 0 < len(sheet.case_ids) <= _FEW else {_CASELOAD}
        has_room = any(
            number[owner] == 0 or (number[owner] < MOST_OF_CASE and size[owner] + sheet.size <= MOST_BYTES_OF_CASE)
            for owner in owners
        )
        if sheet.size > MOST_BYTES_OF_ONE or whole + sheet.size > MOST_BYTES or not has_room:
            gone.add(sheet.key)
            continue
        whole += sheet.size
        for owner in owners:
            number[owner] += 1
            size[owner] += sheet.size
    return frozenset(gone)
