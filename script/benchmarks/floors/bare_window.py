"""The floor of the first paint and of memory: a window with three widgets, as bare as PySide6 allows.

Prints the moment of its first paint on the machine's steady clock (s), and its memory then (KiB).
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


class Window(QWidget):
    """Tells when it was painted, and ends."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(960, 640)
        column = QVBoxLayout(self)
        column.addWidget(QLabel("Passphrase"))
        column.addWidget(QLineEdit())
        column.addWidget(QPushButton("Unlock"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Its children are painted when the event loop comes round again."""
        super().paintEvent(event)
        QTimer.singleShot(0, self.tell)

    def tell(self) -> None:
        """Say when, and how much memory there is in use."""
        now = time.monotonic()
        status = Path("/proc/self/status").read_text(encoding="ascii")
        memory = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
        sys.stdout.write(f'{{"painted": {now}, "memory": {memory}}}\n')
        QApplication.quit()


if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = Window()
    window.show()
    app.exec()
