"""Facts under each other: short ones beside their labels, prose below."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.ui.widgets.facts import Facts

pytestmark = pytest.mark.usefixtures("look")

LONG = "Barnet møder i skolen hver dag og bliver fulgt ind af en voksen. " * 4


def places(facts: Facts) -> dict[str, tuple[int, int]]:
    """Where each text stands, in pixels from the left and the top."""
    labels = [label for label in facts.findChildren(QLabel) if label.isVisible()]
    return {label.text(): (label.x(), label.y()) for label in labels}


@pytest.mark.parametrize("prose", [True, False])
def test_a_long_value_has_the_whole_width_where_prose_is_expected(qtbot: QtBot, prose: bool) -> None:
    facts = Facts(prose=prose)
    qtbot.addWidget(facts)
    facts.resize(420, 400)
    facts.set_facts([("Day", "23-11-2026"), ("Nothing", ""), ("What the child said", LONG)])
    facts.show()

    found = places(facts)
    assert [label for label, _ in facts.facts()] == ["Day", "What the child said"]
    assert found["Day"][0] < found["23-11-2026"][0]
    label, said = found["What the child said"], found[LONG]
    assert (said[0] == label[0]) is prose
    assert (said[1] > label[1]) is prose


def test_facts_shown_anew_leave_nothing_of_the_old(qtbot: QtBot) -> None:
    facts = Facts(prose=True)
    qtbot.addWidget(facts)
    facts.show()
    facts.set_facts([("A", LONG), ("B", "b")])
    before = facts.sizeHint().height()
    for _ in range(5):
        facts.set_facts([("A", LONG), ("B", "b")])
    assert facts.sizeHint().height() == before
    facts.set_facts([("C", "c")])
    qtbot.waitUntil(lambda: {*places(facts)} == {"C", "c"})
