"""What laws are called in full: a family knows no abbreviation."""

from __future__ import annotations

import re
from typing import Final

_NAMES: Final = {
    "BL": "barnets lov",
    "SEL": "serviceloven",
    "FVL": "forvaltningsloven",
    "RSL": "retssikkerhedsloven",
}
_SHORT: Final = re.compile(rf"\b({'|'.join(_NAMES)})(?=\s*§)")


def in_full(paragraph: str) -> str:
    """A paragraph with the law's whole name: "barnets lov § 46" for "BL § 46"."""
    return _SHORT.sub(lambda found: _NAMES[found[1]], paragraph)
