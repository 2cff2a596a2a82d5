"""The two texts that a difference was made of, read off it again."""

from __future__ import annotations

from app.core.text_difference import Mark, Pieces


def text_before(pieces: Pieces) -> str:
    """All but what was added."""
    return "".join(piece.text for piece in pieces if piece.mark is not Mark.ADDED)


def text_after(pieces: Pieces) -> str:
    """All but what was taken out."""
    return "".join(piece.text for piece in pieces if piece.mark is not Mark.REMOVED)
