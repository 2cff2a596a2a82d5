"""Laws by their whole names."""

from __future__ import annotations

import pytest

from app.core.law_names import in_full


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("BL § 46", "barnets lov § 46"),
        ("SEL §§ 52 og 58, jf. BL § 91", "serviceloven §§ 52 og 58, jf. barnets lov § 91"),
        ("barnets lov § 46", "barnets lov § 46"),
        ("ABL § 4", "ABL § 4"),
        ("BL", "BL"),
        ("", ""),
    ],
)
def test_only_the_abbreviation_before_a_paragraph_is_told_in_full(short: str, full: str) -> None:
    assert in_full(short) == full
