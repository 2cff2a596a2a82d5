"""Text as it is kept: what was typed, without marks that turn what stands around it."""

from __future__ import annotations

import re

_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks without a shape that say in which direction is read (UAX #9): they come with a paste, and an open one turns the
words after it, whosoever they are. Letters know their direction without them."""


def without_turning(text: str) -> str:
    """The text without marks of direction; Arabic and Hebrew words stay what they are."""
    return text if text.isascii() else _TURNING.sub("", text)
