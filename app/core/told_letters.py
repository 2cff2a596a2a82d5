"""Which letter that is drawn belongs to each letter that is told instead of it.

A print tells a line otherwise than its glyphs spell it where a word was broken with a hyphen, where words are read from
right to left and stand in turned order, and where a character without a glyph was spelled as its code.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from itertools import groupby

_BREAKS = frozenset("-\u2010\u2011\u00ad\x02\ufffe")  # hyphens, and what pdfium takes for one at the end of a line


def drawn_for(told: str, drawn: str) -> list[int | None]:
    """For each letter of `told` the place in `drawn` of the one that stands for it, None for blanks and the like.

    Words are paired with words of the same letters in their order; the rest in the order it stands, as far as it goes.
    """
    found: list[int | None] = [None] * len(told)
    waiting: defaultdict[str, deque[list[int]]] = defaultdict(deque)
    for word in _words(drawn):
        waiting[_key(drawn, word)].append(word)
    odd = []
    for word in _words(told):
        same = waiting[_key(told, word)]
        if same:
            _pair(told, word, drawn, same.popleft(), found)
        else:
            odd.append(word)
    left = sorted(word for same in waiting.values() for word in same)
    for word, there in zip(odd, left, strict=False):
        for number, place in enumerate(word):
            found[place] = there[number * len(there) // len(word)]
    return found


def _words(text: str) -> list[list[int]]:
    """The places of the letters of each word; a word goes on after a hyphen at the end of its line."""
    words: list[list[int]] = []
    for is_blank, group in groupby(range(len(text)), key=lambda place: text[place].isspace()):
        places = list(group)
        if is_blank:
            continue
        if words and text[words[-1][-1]] in _BREAKS:
            words[-1] += places
        else:
            words.append(places)
    return words


def _key(text: str, word: Sequence[int]) -> str:
    """What is the same of a word however it is broken and whichever way its brackets turn."""
    return "".join(text[place] for place in word if text[place].isalnum())


def _pair(told: str, word: Sequence[int], drawn: str, there: Sequence[int], found: list[int | None]) -> None:
    """Pair the letters of a word with those of the word that is drawn for it; signs that only one has are passed by."""
    places = iter(there)
    at = next(places, None)
    for place in word:
        if not told[place].isalnum() and (at is None or drawn[at] != told[place]):
            continue
        while at is not None and drawn[at] != told[place]:
            at = next(places, None)
        found[place] = at
        at = next(places, None)
