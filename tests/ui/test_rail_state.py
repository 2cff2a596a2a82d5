"""What stands at the rail: open cases, and what is over its due date."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.follow_up import Agreement
from app.services.agreements import settle_agreement
from app.ui.context import Context
from app.ui.look import Look
from app.ui.main_window import rail_places
from app.ui.rail_state import RailState
from app.ui.widgets.rail import Rail
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office


@pytest.fixture
def rail(qtbot: QtBot, words: Words) -> Rail:
    made = Rail(words, rail_places(words))
    qtbot.addWidget(made)
    return made


def heard(rail: Rail) -> list[str]:
    """What a screen reader says of the entries that count something."""
    return [text for button in rail.findChildren(QPushButton) if "," in (text := button.accessibleName())]


def test_the_number_is_of_follow_ups_and_deadlines_that_are_over_and_of_no_promises(
    context: Context, office: Office, rail: Rail
) -> None:
    late, waiting, closed = office.case("Ida"), office.case("Bo"), office.case("Liv")
    office.measure(late)
    office.access_request(waiting, received_on=TODAY - timedelta(days=30))
    context.write(settle_agreement, Agreement(case_id=closed.id, what="Ringe", due=TODAY - timedelta(days=1)))
    RailState(context, rail).refresh()
    assert heard(rail) == ["Cases, 3 open cases", "Follow-ups, 2 over the due date"]


def test_no_number_stands_where_nothing_is_over(context: Context, office: Office, rail: Rail) -> None:
    office.measure(office.case(), start=TODAY)
    RailState(context, rail).refresh()
    assert heard(rail) == ["Cases, 1 open case"]


def test_larger_letters_widen_the_rail_until_name_and_count_stand_beside_each_other(qtbot: QtBot, look: Look) -> None:
    rail = Rail(Words("da"), rail_places(Words("da")))
    qtbot.addWidget(rail)
    rail.count("follow_ups", "3", "3 overdue", badge=True)
    rail.show()
    before = rail.width()
    look.choose("light", 1.6)
    try:
        button = next(b for b in rail.findChildren(QPushButton) if b.text() == "Opfølgninger")
        badge = next(label for label in button.findChildren(QLabel) if label.text() == "3")
        qtbot.waitUntil(lambda: rail.width() > before)
        assert button.width() >= button.sizeHint().width() + badge.width()
    finally:
        look.choose("light")
    qtbot.waitUntil(lambda: rail.width() == before)
