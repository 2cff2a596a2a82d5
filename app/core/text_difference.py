"""What changed in a text, word by word, so that a reader sees at once what was taken out and what was put in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_MOST: Final = 60_000
"""Pairs of equal words up to which two texts are compared word by word; beyond that it would take long."""

_ALIKE: Final = 0.3
"""Share of words in common below which a text counts as written anew: scattered words tell a reader nothing."""

_SHORT: Final = 3
"""Letters of a word that, left alone between two changes, is read with them."""

_MARKS: Final = '.,;:!?()[]»«“”"…'
_WORD = re.compile(rf"\s+|[{re.escape(_MARKS)}]|[^\s{re.escape(_MARKS)}]+")


class Mark(StrEnum):
    """Whether a piece stands in both texts, only in the one after, or only in the one before."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and where it stands."""

    mark: Mark
    text: str


Pieces = tuple[Piece, ...]


def difference(before: str, after: str) -> Pieces:
    """The pieces of both texts in reading order, what was taken out before what stands in its place.

    All but what is added read together are the text before, all but what is removed the text after.
    """
    if before == after:
        return _joined([(before, before)])
    old, new = _WORD.findall(before), _WORD.findall(after)
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    middle = _compared(old[start : len(old) - end], new[start : len(new) - end])
    head, tail = "".join(old[:start]), "".join(old[len(old) - end :])
    return _joined([(head, head), *middle, (tail, tail)])


def whole(before: str, after: str) -> Pieces:
    """Two values that are read as one word each, such as dates: the same, or the one in place of the other."""
    return _joined([(before, after)])


_Pair = tuple[str, str]


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _compared(old: Sequence[str], new: Sequence[str]) -> list[_Pair]:
    """The words between what both begin and end with, as pairs of what stands before and after."""
    changed = ("".join(old), "".join(new))
    # Spaces stand everywhere: only words decide what belongs together, and each takes the space behind it along.
    olds, news = _with_space(old), _with_space(new)
    keys = [word for word, _ in olds], [word for word, _ in news]
    there = Counter(keys[1])
    if sum(there[word] for word in keys[0]) > _MOST:
        return [changed]
    matcher = SequenceMatcher(None, *keys, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [changed]
    pairs: list[_Pair] = []
    for code, a, b, c, d in matcher.get_opcodes():
        pairs += _equal(olds[a:b], news[c:d]) if code == "equal" else _replaced(olds[a:b], news[c:d])
    return _readable(pairs)


def _with_space(words: Sequence[str]) -> list[_Pair]:
    """Each word and the space behind it; a space that stands first is behind an empty word."""
    found: list[_Pair] = []
    for word in words:
        if not word.isspace():
            found.append((word, ""))
        elif found:
            found[-1] = (found[-1][0], word)
        else:
            found.append(("", word))
    return found


def _equal(olds: Sequence[_Pair], news: Sequence[_Pair]) -> Iterator[_Pair]:
    for (word, space), (_, other) in zip(olds, news, strict=True):
        yield (word, word)
        yield (space, other)


def _replaced(olds: Sequence[_Pair], news: Sequence[_Pair]) -> Iterator[_Pair]:
    """Words in place of others; the space behind both is left as it was."""
    before, after = "".join(map("".join, olds)), "".join(map("".join, news))
    space = olds[-1][1] if olds and news and olds[-1][1] == news[-1][1] else ""
    yield (before.removesuffix(space), after.removesuffix(space))
    yield (space, space)


def _readable(pairs: Sequence[_Pair]) -> list[_Pair]:
    """The pairs with a short word that stands alone between two changes taken into them."""
    runs, found, is_open = _runs(pairs), list[_Pair](), False
    for place, (before, after) in enumerate(runs):
        is_lonely = before == after and 0 < place < len(runs) - 1 and len(before.strip()) <= _SHORT
        if is_open or is_lonely:
            found[-1] = (found[-1][0] + before, found[-1][1] + after)
        else:
            found.append((before, after))
        is_open = is_lonely
    return found


def _runs(pairs: Iterable[_Pair]) -> list[_Pair]:
    """The pairs, with what is the same and what is changed in turn."""
    found: list[_Pair] = []
    for before, after in pairs:
        if found and (found[-1][0] == found[-1][1]) == (before == after):
            found[-1] = (found[-1][0] + before, found[-1][1] + after)
        elif before or after:
            found.append((before, after))
    return found


def _joined(pairs: Iterable[_Pair]) -> Pieces:
    """The pairs as pieces; nothing stands beside another of its kind, and no piece is empty."""
    pieces: list[Piece] = []
    for before, after in _runs(pairs):
        if before == after:
            pieces.append(Piece(Mark.SAME, before))
        else:
            pieces += [Piece(mark, text) for mark, text in ((Mark.REMOVED, before), (Mark.ADDED, after)) if text]
    return tuple(pieces)
