"""A drawing on paper, with the words that are read aloud in its place."""

from __future__ import annotations

from reportlab.platypus import Flowable


class Figure(Flowable):  # type: ignore[misc]  # reportlab carries no types
    """The base of every drawing of our own: what is drawn is one picture to a screen reader, `alternative` its words.

    A drawing sets `alternative` in the language of the print, as a sentence that says what the eye would see.
    """

    alternative = ""
