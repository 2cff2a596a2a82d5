"""The buttons that look nearer at a drawing, from further off, and at all of it."""

from __future__ import annotations

from app.ui.widgets.button import IconButton
from app.ui.widgets.map_sheet import MapSheet
from app.words import Words


class ZoomButtons:
    """Three buttons for a drawing, laid out by whoever shows it; `whole` is what the last one is called.

    What cannot be done now is dimmed.
    """

    def __init__(self, words: Words, sheet: MapSheet, whole: str) -> None:
        self._sheet = sheet
        self.nearer = IconButton("plus", words.tr("Look nearer (Ctrl and plus)"))
        self.further = IconButton("minus", words.tr("Look from further off (Ctrl and minus)"))
        self.whole = IconButton("search", whole)
        self.nearer.clicked.connect(sheet.zoom_in)
        self.further.clicked.connect(sheet.zoom_out)
        self.whole.clicked.connect(sheet.zoom_to_fit)
        sheet.zoomed.connect(self._tell)
        sheet.resized.connect(self._tell)
        self._tell()

    def all(self) -> tuple[IconButton, ...]:
        """The buttons in the order they stand in."""
        return self.nearer, self.further, self.whole

    def _tell(self) -> None:
        zoom = self._sheet.camera.zoom
        self.further.setEnabled(zoom > 1)
        self.whole.setEnabled(zoom > 1)
        self.nearer.setEnabled(self._sheet.camera.is_far)
