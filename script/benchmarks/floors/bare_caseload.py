"""The floor of opening a caseload and a case: plain SELECTs of the same rows, and a window with a label.

Prints milliseconds: from the key to the painted window, and for each case from the choice to the painted label.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel

from script.benchmarks.floors.bare_rows import connect, rows

_CASES = 8


class Painted(QObject):
    """Sees that a label was painted."""

    seen = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note the painting and let everything through."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def show(label: QLabel, count: int) -> None:
    """Show the label with a number of rows and wait until it is painted."""
    painted = Painted()
    label.installEventFilter(painted)
    label.setText(f"{count} rows")
    label.show()
    label.update()  # the next case may have as many rows
    while not painted.seen:
        QApplication.processEvents()


def main(path: Path, key: str) -> None:
    """Open, show, and go through some cases."""
    _app = QApplication([])
    started = time.perf_counter()
    connection = connect(path, key)
    ids = [row[0] for row in connection.execute("SELECT id FROM case_file WHERE closed IS NULL")]
    connection.execute("SELECT * FROM catalogue_item").fetchall()
    label = QLabel()
    label.resize(1366, 768)
    show(label, rows(connection, ids))
    overview = (time.perf_counter() - started) * 1000
    cases = []
    for case_id in ids[:_CASES]:
        started = time.perf_counter()
        show(label, rows(connection, [case_id]))
        cases.append((time.perf_counter() - started) * 1000)
    sys.stdout.write(json.dumps({"overview": overview, "first_case": cases[0], "cases": cases[1:]}) + "\n")


main(Path(sys.argv[1]), sys.argv[2])
