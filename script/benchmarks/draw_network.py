"""Lays out and drags on a network map of 40 people offscreen; prints the times of laying out and of each frame (ms)."""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from datetime import date

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.names import Names
from app.core.network_layout import Point, at, place
from app.core.records.documents import (
    DocumentMapPerson,
    DocumentRelation,
    DocumentSector,
    Letterhead,
    NetworkDocument,
)
from app.core.records.network import Invitation, RelationQuality, Ring, Support
from app.ui.look import Look
from app.ui.widgets.network_canvas import NetworkCanvas
from app.words import Words

_PEOPLE, _FRAMES, _RUNS = 40, 90, 15
_SECTORS = ("household", "kin", "school", "leisure", "friends", "professionals")
_NAMES = ("Karen Kjær", "Bo Lind", "Anne Marie Holm", "Maximiliane-Josephine Ågård", "Оксана Коваленко")


def crowded_map() -> NetworkDocument:
    """Forty people over all rings and sectors, each with a line to the child, every fifth with one to another."""
    people = tuple(
        DocumentMapPerson(
            id=f"p{number}",
            name=_NAMES[number % len(_NAMES)],
            role="Onkel",
            sector_key=_SECTORS[number % 6],
            ring=Ring(number // 6 % 3 + 1),
            angle=None,
            is_professional=number % 4 == 0,
            deceased=False,
            can_help="" if number % 3 else "weekender",
            invited=Invitation.NOT_ASKED,
            protected=False,
        )
        for number in range(_PEOPLE)
    )
    qualities, ways = list(RelationQuality), list(Support)
    lines = [
        DocumentRelation(from_id=None, to_id=one.id, quality=qualities[n % 5], support=ways[n % 4])
        for n, one in enumerate(people)
    ]
    lines += [
        DocumentRelation(
            from_id=people[n].id, to_id=people[(3 * n + 7) % _PEOPLE].id, quality=qualities[1], support=ways[0]
        )
        for n in range(0, _PEOPLE, 5)
    ]
    return NetworkDocument(
        head=Letterhead(municipality="", department="", caseworker="", on=date(2026, 3, 3)),
        child_first_name="Alma",
        child_age=9,
        number=None,
        drawn_on=None,
        drawn_by="",
        viewpoint="",
        sectors=tuple(DocumentSector(key=key, name=Names(da=key, en=key)) for key in _SECTORS),
        people=people,
        relations=tuple(lines),
    )


def layouts(document: NetworkDocument) -> list[float]:
    """The milliseconds it takes to find everybody's place."""
    found = []
    for _ in range(_RUNS):
        started = time.perf_counter()
        place(document.people, _SECTORS)
        found.append((time.perf_counter() - started) * 1000)
    return found


def frames(canvas: NetworkCanvas) -> list[float]:
    """The milliseconds of each frame while somebody is dragged once around the child."""
    picture = canvas.picture()
    if picture is None:
        raise RuntimeError("the map was not laid out")
    held = picture.nodes["p8"]
    start = picture.to_screen(Point(held.x, held.y)).toPoint()
    onto = QImage(canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    found = []
    for frame in range(_FRAMES):
        where = picture.to_screen(at(held.angle + 360 * frame / _FRAMES, 0.25 + 0.7 * (frame % 30) / 30)).toPoint()
        started = time.perf_counter()
        QTest.mouseMove(canvas, where)
        painter = QPainter(onto)
        canvas.render(painter, QPoint())
        painter.end()
        found.append((time.perf_counter() - started) * 1000)
    if canvas.dragged() != ("p8",):
        raise RuntimeError("nobody was dragged")
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start)
    # The first frame of a drag paints all that stays where it is, once.
    return found[1:]


def zooms(canvas: NetworkCanvas) -> list[float]:
    """The milliseconds of each frame while one looks nearer and from further off again."""
    onto = QImage(canvas.size(), QImage.Format.Format_ARGB32_Premultiplied)
    found = []
    for step in range(_FRAMES // 3):
        started = time.perf_counter()
        canvas.zoom_at(1.1 if step < _FRAMES // 6 else 1 / 1.1, QPointF(200, 200))
        painter = QPainter(onto)
        canvas.render(painter, QPoint())
        painter.end()
        found.append((time.perf_counter() - started) * 1000)
    return found


def main() -> None:
    """Measure and print."""
    app = QApplication([])
    Look(app, "light")
    canvas, document = NetworkCanvas(Words("da")), crowded_map()
    canvas.resize(620, 520)
    canvas.show_map(document, {person.id: n for n, person in enumerate(document.people, 1)}, {}, editable=True)
    canvas.show()
    QTest.qWait(50)
    slowest = statistics.quantiles(frames(canvas), n=20)[-1]
    told = {
        "layout": statistics.median(layouts(document)),
        "drag": slowest,
        "zoom": statistics.quantiles(zooms(canvas), n=20)[-1],
    }
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
