"""CPR numbers (personnumre): what ten digits say, what is wrong with them, and how they are shown.

The rules are those of the CPR office's "Personnummeret i CPR": the seventh digit and the year give the century; a
check digit that does not fit is no error since numbers without it are given out; a day of the month plus 60 marks a
replacement number (erstatningsnummer).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.core.errors import Problem, Severity
from app.core.records.person import Gender, Person

_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_REPLACEMENT = 60


@dataclass(frozen=True, slots=True)
class Cpr:
    """A CPR number that can be: ten digits of a day that exists."""

    digits: str
    birth_date: date
    is_replacement: bool

    @property
    def gender(self) -> Gender:
        """Odd last digits are given to men, even ones to women; a replacement number tells nothing for sure."""
        return Gender.MALE if int(self.digits[-1]) % 2 else Gender.FEMALE

    @property
    def fits_check_digit(self) -> bool:
        """Whether it meets modulus 11. Valid numbers that do not have been given out since 2007."""
        return sum(w * int(d) for w, d in zip(_WEIGHTS, self.digits, strict=True)) % 11 == 0


def digits_of(text: str) -> str:
    """The text without the spaces and the hyphen people write in a CPR number."""
    return re.sub(r"[\s-]", "", text)


def parse_cpr(text: str) -> Cpr | None:
    """The number that a text says; None when it is not ten digits or names a day that never was."""
    digits = digits_of(text)
    if not re.fullmatch(r"[0-9]{10}", digits):
        return None
    day, month, year = int(digits[:2]), int(digits[2:4]), int(digits[4:6])
    is_replacement = day > _REPLACEMENT
    try:
        born = date(_century(int(digits[6]), year) + year, month, day - _REPLACEMENT * is_replacement)
    except ValueError:
        return None
    return Cpr(digits, born, is_replacement)


def masked(digits: str) -> str:
    """The number as it is shown: the birth date and four dots; blank stays blank."""
    return f"{digits[:6]}-••••" if digits else ""


def shown(digits: str) -> str:
    """The number in full, revealed on purpose: DDMMYY-SSSS; blank stays blank."""
    return f"{digits[:6]}-{digits[6:]}" if digits else ""


def check_cpr(person: Person) -> tuple[Problem, ...]:
    """Errors for what cannot be a CPR number; hints and warnings for what does not fit. Blank is allowed."""
    digits = digits_of(person.cpr)
    if not digits:
        return ()
    if not re.fullmatch(r"[0-9]{10}", digits):
        return (Problem("cpr", "cpr-not-ten-digits"),)
    cpr = parse_cpr(digits)
    if cpr is None:
        return (Problem("cpr", "cpr-impossible-date"),)
    found = []
    if cpr.is_replacement:
        found.append(Problem("cpr", "cpr-replacement", Severity.HINT))
    elif not cpr.fits_check_digit:
        found.append(Problem("cpr", "cpr-check-digit", Severity.HINT))
    if person.birth_date is not None and person.birth_date != cpr.birth_date:
        found.append(Problem("cpr", "cpr-other-birth-date", Severity.WARNING, {"day": cpr.birth_date}))
    tells_gender = person.gender in (Gender.MALE, Gender.FEMALE) and not cpr.is_replacement
    if tells_gender and person.gender is not cpr.gender:
        found.append(Problem("cpr", "cpr-other-gender", Severity.WARNING))
    return tuple(found)


def _century(seventh: int, year: int) -> int:
    """The century by the seventh digit and the year within it."""
    if seventh <= 3:
        return 1900
    if seventh in (4, 9):
        return 2000 if year <= 36 else 1900
    return 2000 if year <= 57 else 1800
