"""The chart of a goal's scores: told apart without colour, told by words, and by a table that says the same."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.core.goal_scores import ScorePoint, Scores
from app.core.records.follow_up import Informant
from app.ui.theme import load
from app.ui.widgets.score_chart import GoalScores, ScoreChart, in_words
from app.ui.widgets.score_lines import LineKey, line_pen, spread
from app.ui.widgets.sparkline import Sparkline
from app.words import Words

_FIRST, _SECOND = date(2026, 1, 5), date(2026, 3, 2)
_SCORES: Scores = {
    Informant.CHILD: (ScorePoint(_FIRST, 2), ScorePoint(_SECOND, 6)),
    Informant.SCHOOL: (ScorePoint(_SECOND, 6),),
}


@pytest.fixture
def chart(qtbot: QtBot) -> ScoreChart:
    made = ScoreChart(Words("en"))
    qtbot.addWidget(made)
    made.resize(600, 168)
    made.show_scores(_SCORES, 2, 8)
    made.show()
    return made


def test_all_that_is_drawn_is_said_in_words(chart: ScoreChart) -> None:
    assert chart.accessibleName() == (
        "The child – 05-01-2026: 2, 02-03-2026: 6 · The school – 02-03-2026: 6 · began at 2 · target 8"
    )
    assert in_words(Words("en"), {}, None, None) == ""


def test_marks_on_one_place_are_both_told_with_their_day(chart: ScoreChart) -> None:
    both = chart.told_at(chart._place(_SCORES[Informant.SCHOOL][0]))
    assert both == "The child: 6 of 10 on 02-03-2026\nThe school: 6 of 10 on 02-03-2026"
    assert chart.told_at(QPointF(0, 0)) == ""
    place = chart._place(_SCORES[Informant.CHILD][0]).toPoint()
    QApplication.sendEvent(chart, QHelpEvent(QEvent.Type.ToolTip, place, chart.mapToGlobal(place)))
    assert "The child: 2 of 10 on 05-01-2026" in QToolTip.text()
    QToolTip.hideText()


def test_higher_scores_stand_higher_and_later_ones_to_the_right(chart: ScoreChart) -> None:
    early, late = (chart._place(point) for point in _SCORES[Informant.CHILD])
    assert early.x() < late.x()
    assert early.y() > late.y()


def test_a_single_score_has_a_place_and_an_empty_chart_is_drawn(qtbot: QtBot, chart: ScoreChart) -> None:
    chart.show_scores({Informant.CHILD: (ScorePoint(_FIRST, 5),)}, None, None)
    assert chart.rect().contains(chart._place(ScorePoint(_FIRST, 5)).toPoint())
    assert not chart.grab().isNull()
    chart.show_scores({}, None, None)
    assert not chart.grab().isNull()


def test_every_informant_has_dashes_of_their_own() -> None:
    theme = load("light")
    patterns = {tuple(line_pen(theme, informant).dashPattern()) for informant in Informant}
    assert len(patterns) == len(Informant)


def test_the_table_is_the_charts_twin_and_follows_it(qtbot: QtBot) -> None:
    scores = GoalScores(Words("en"))
    qtbot.addWidget(scores)
    assert scores.isHidden()
    scores.show_scores(_SCORES, 2, 8)
    scores.turn.click()
    table = scores.table
    assert table is not None
    cells = [[column.text(row) for column in table.model.columns] for row in table.rows()]
    assert cells == [["02-03-2026", "6", "6"], ["05-01-2026", "2", "–"]]

    later = {**_SCORES, Informant.CHILD: (ScorePoint(_SECOND, 9),)}
    scores.show_scores(later, 2, 8)
    assert [[c.text(row) for c in table.model.columns] for row in table.rows()] == [["02-03-2026", "9", "6"]]
    scores.turn.click()
    assert scores.table is None
    scores.turn.click()
    scores.show_scores({Informant.WORKER: (ScorePoint(_FIRST, 1),)}, None, None)
    assert scores.table is None
    scores.show_scores({}, None, None)
    assert scores.isHidden()


@pytest.mark.parametrize(
    ("wanted", "placed"),
    [
        ([], []),
        ([10, 50], [10, 50]),
        ([50, 50, 50], [50, 62, 74]),
        ([60, 50, 51], [74, 50, 62]),
        ([99, 98], [100, 88]),
        ([0, 0], [5, 17]),
    ],
)
def test_labels_stand_apart_near_where_they_belong_and_within_the_bounds(
    wanted: list[float], placed: list[float]
) -> None:
    assert spread(wanted, 12, 5, 100) == placed


def test_the_small_curve_draws_one_line_or_one_for_each(qtbot: QtBot) -> None:
    spark = Sparkline()
    qtbot.addWidget(spark)
    spark.show_scores(_SCORES, 8, "both")
    both = spark.grab().toImage()
    spark.show_curve(_SCORES[Informant.CHILD], 8, "<b>")
    assert spark.toolTip() == "<div>&lt;b&gt;</div>"
    assert spark.grab().toImage() != both
    key = LineKey(Informant.PARENTS, "The parents 4")
    qtbot.addWidget(key)
    assert not key.grab().isNull()
    assert key.childAt(QPoint(2, 2)) is not None
