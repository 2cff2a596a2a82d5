"""Where a line may end: not inside "BL § 46" or "6. januar", and inside a word only where no line is wide enough."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from app.core.dates import MONTHS

NO_BREAK = "\u00a0"

_MONTH = "|".join(sorted({name for names in MONTHS.values() for name in names}))
_LEADS = (
    "ad|bilag|ca|kap|kl|kr|litra|max|min|mål|nr|pkt|punkt|side|stk|tlf|trin|uge|§§?"
    "|approx|goal|no|nos|page|part|section|step|tel|week"
)
_UNITS = (
    "%|‰|pct|procent|kr|øre|år|års|måneders?|måned|mdr|md|ugers?|uge|dages?|dag|døgn|timers?|time|minutters?|minut|min"
    "|gange|gang|point|km|cm|mm|m|kg|g|l"
    "|years?|months?|weeks?|days?|hours?|minutes?|times|percent|points?|am|pm"
)
_TIES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(\w) (?=§)",  # BL § 46, barnets lov § 91
        r"\b(barnets) (?=lov\b)",
        r"(·) (?=\S)",  # a line ends before the dot that parts two facts, never with it
        rf"(?<!\w)((?:{_LEADS})\.?) (?=\d)",  # § 46, stk. 1, kl. 14, uge 47
        rf"(\d) (?=(?:{_UNITS})(?!\w))",  # 4 uger, 84 %, 500 kr.
        r"(\d) (?=(?:[–-]|af|of) ?\d)",  # 0 – 10, 7 af 10
        r"(\d[ \xa0](?:[–-]|af|of)) (?=\d)",
        r"(?<!\d)(\d{1,2}\.) (?=(?-i:[a-zæøå]))",  # 6. januar, 3. klasse
        rf"(\d) (?=(?:{_MONTH})\b)",  # 6 January
        rf"\b({_MONTH}) (?=\d{{4}}\b)",  # januar 2025
    )
)
_TIED = re.compile(r"[\d§·]")  # nothing is tied without one of these
_BREAK_AFTER = "-–/@._" + NO_BREAK
_LEAST = 3  # letters that stay together at each end of a parted word
_VOWELS = "aeiouyæøåäöéü"
_SYLLABLE = re.compile(
    f"(?:[bdfgkpstv]r|[bfgkps]l|[gks]n|s[kmptv]|s[kpt]r|spl|[dkt]v|[bcdfghjklmnpqrstvwxz])?[{_VOWELS}]", re.IGNORECASE
)
"""How a Danish syllable begins: with a vowel and no more consonants before it than a word begins with."""
_JOINT = re.compile("(?:dom|else|hed|ing|skab|tet|tion)s$", re.IGNORECASE)
"""How the first part of a Danish compound often ends; the s is never parted from it."""


def kept_together(text: str) -> str:
    """The text with hard spaces where what belongs together would be parted at the end of a line.

    That is between a law and its paragraph, a day and its month, a number and its unit or the word that leads it, and
    between a dot that parts two facts and the second of them.
    """
    if not _TIED.search(text):
        return text
    for tie in _TIES:
        text = tie.sub(rf"\1{NO_BREAK}", text)
    return text


def broken(word: str, width_of: Callable[[str], float], widest: float) -> tuple[str, ...]:
    """The word in pieces no wider than `widest`: cut after a mark that is there, else between syllables with a hyphen.

    What is no word, such as a long number, is cut without one. A single letter stays whole however wide it is.
    """
    pieces = []
    while len(word) > 1 and width_of(word) > widest:
        piece, word = _parted(word, width_of, widest)
        pieces.append(piece)
    return (*pieces, word)


def _parted(word: str, width_of: Callable[[str], float], widest: float) -> tuple[str, str]:
    """The first piece of a word that is too wide, and the rest."""
    fits = max(1, bisect_right(range(1, len(word)), widest, key=lambda length: width_of(word[:length])))
    marked = max(word.rfind(mark, 1, fits) for mark in _BREAK_AFTER) + 1
    if marked:
        return word[:marked].rstrip(NO_BREAK), word[marked:]
    between = [at for at in range(fits, 0, -1) if _are_letters(word, at) and width_of(f"{word[:at]}-") <= widest]
    if between:
        at = next((at for at in between if _is_seam(word, at)), between[0])
        return f"{word[:at]}-", word[at:]
    return word[:fits], word[fits:]


def _are_letters(word: str, at: int) -> bool:
    """Whether a hyphen may stand here: only letters that have capitals stand near, as in languages that hyphenate."""
    near = word[max(0, at - _LEAST) : at + _LEAST]
    return len(near) == 2 * _LEAST and all(letter.lower() != letter.upper() for letter in near)


def _is_seam(word: str, at: int) -> bool:
    """Whether a syllable ends here: the next takes all the consonants it can begin with, but no s of a compound."""
    if _JOINT.search(word, 0, at):
        return True
    longer = _SYLLABLE.match(word, at - 1)
    taken = longer is not None and longer.end() > at and word[at - 1].lower() not in _VOWELS
    return not taken and not _JOINT.search(word, 0, at + 1) and _SYLLABLE.match(word, at) is not None
