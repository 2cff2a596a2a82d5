"""Money in whole øre, and shares that add up."""

from __future__ import annotations

import re
from collections.abc import Sequence

_AMOUNT = re.compile(r"(-?)([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,12})(?:,([0-9]{1,2}))?")


def kroner(ore: int, language: str, *, whole: bool = False) -> str:
    """An amount of øre as "1.234,50 kr." in Danish and "DKK 1,234.50" in English; `whole` leaves the øre out."""
    sign = "-" if ore < 0 else ""
    amount = f"{round(abs(ore) / 100):,}" if whole else f"{abs(ore) // 100:,}.{abs(ore) % 100:02}"
    if language == "da":
        return f"{sign}{amount.translate(str.maketrans(',.', '.,'))} kr."
    return f"{sign}DKK {amount}"


def parse_kroner(text: str) -> int | None:
    """The øre of an amount as Danes type it: "1.234,50", "1234,5 kr."; None when it cannot be read."""
    typed = re.sub(r"\s|kr\.?$", "", text.strip().casefold())
    match = _AMOUNT.fullmatch(typed)
    if not match:
        return None
    ore = int(match[2].replace(".", "")) * 100 + int((match[3] or "0").ljust(2, "0"))
    return -ore if match[1] else ore


def percentages(parts: Sequence[int]) -> tuple[int, ...]:
    """Whole percent of counts, by largest remainder so that they add up to 100; all 0 where nothing was counted."""
    total = sum(parts)
    if total == 0:
        return (0,) * len(parts)
    whole = [100 * part // total for part in parts]
    by_remainder = sorted(range(len(parts)), key=lambda at: -(100 * parts[at] % total))
    for at in by_remainder[: 100 - sum(whole)]:
        whole[at] += 1
    return tuple(whole)
