"""Tooltips of text that a person typed."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """The text as a tooltip shows it letter by letter: Qt would read a name like <b> as markup."""
    lines = escape(text).replace("\n", "<br>")
    return f"<div>{lines}</div>" if text else ""
