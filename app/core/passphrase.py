"""How hard a passphrase is to guess: a rough word for the one who is choosing it, never a gate."""

from __future__ import annotations

import re
from enum import StrEnum
from math import log2

# A word somebody picks comes out of some four thousand; a character alone out of the letters of its kind.
_WORD_BITS = 12.0
_KINDS = ((r"[a-zæøå]", 26), (r"[A-ZÆØÅ]", 26), (r"\d", 10), (r"[^\w\s]", 20))
_OBVIOUS = ("password", "adgangskode", "kodeord", "forlæns", "forlaens", "herning", "qwerty", "1234", "abcd", "sommer")


class Strength(StrEnum):
    """How long a thief with the laptop would be busy."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """The strength of a passphrase: the fewer guesses of its words or of its characters decide."""
    bits = guesses(passphrase)
    limits = ((40, Strength.WEAK), (52, Strength.FAIR), (64, Strength.GOOD))
    return next((word for limit, word in limits if bits < limit), Strength.STRONG)


def guesses(passphrase: str) -> float:
    """Roughly how many bits a guesser who knows common words and habits has to try."""
    lowered = passphrase.casefold()
    for obvious in _OBVIOUS:
        lowered = lowered.replace(obvious, "")
    rest = re.sub(r"(.)\1+", r"\1", lowered)
    letters = sum(size for pattern, size in _KINDS if re.search(pattern, passphrase)) or 1
    by_letters = len(rest) * log2(letters)
    words = set(re.findall(r"[^\W\d_]{2,}", rest))
    others = len(re.sub(r"[^\W\d_]{2,}|\s", "", rest))
    by_words = len(words) * _WORD_BITS + others * 3.5
    return min(by_letters, by_words)
