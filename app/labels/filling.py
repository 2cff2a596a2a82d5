"""Values of a code as a sentence shows them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.core.dates import screen_date
from app.core.names import Names
from app.words import Words


def filled(words: Words, sentence: str, values: Mapping[str, object]) -> str:
    """A marked sentence in the user's language with dates and names of the catalogue written out."""
    return words.tr(sentence, **{key: shown(words, value) for key, value in values.items()})


def shown(words: Words, value: object) -> object:
    """A date as on screen, a name in the user's language, several as a sentence lists them, anything else as it is."""
    if isinstance(value, date):
        return screen_date(value)
    if isinstance(value, tuple):
        return words.listed([str(shown(words, one)) for one in value])
    return value.of(words.language) if isinstance(value, Names) else value
