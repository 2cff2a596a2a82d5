"""Names as people type them."""

from __future__ import annotations


def split_name(text: str) -> tuple[str, str]:
    """First names and last name of a name typed in one line; the last word is the last name."""
    first, _, last = " ".join(text.split()).rpartition(" ")
    return (first, last) if first else (last, "")


def phone_numbers(text: str) -> tuple[str, ...]:
    """The telephone numbers of a line, one a piece: they are told apart by a comma, a semicolon or a line break."""
    pieces = text.replace(";", ",").replace("\n", ",").split(",")
    return tuple(piece.strip() for piece in pieces if piece.strip())
