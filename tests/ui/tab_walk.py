"""A window gone through with Tab and with Shift+Tab: what is not reached, and what comes out of its order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QScrollArea, QWidget

_ASIDE = 40  # pixels to the right from which on something stands in another column


def faults_of_tab(window: QWidget) -> list[str]:
    """What Tab or Shift+Tab does not come to, and where Tab leads up the page again.

    What the walk itself puts away on its way, such as the details of another row, is not asked for.
    """
    wanted = [widget for widget in window.findChildren(QWidget) if _is_stop(widget, window)]
    if not wanted:
        return []
    window.activateWindow()
    if window.focusWidget() is None:
        wanted[0].setFocus()
    found = []
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        seen, stayed = _walk(window, key, wanted)
        missed = [one for one in stayed if not any(same in seen for same in _group(one))]
        found += [f"{key.name} misses {_told(one)}" for one in missed]
        if key is Qt.Key.Key_Tab:
            found += [f"{_told(a)} leads up to {_told(b)}" for a, b in pairwise(seen) if _leads_up(a, b)]
    return found


def _walk(window: QWidget, key: Qt.Key, wanted: list[QWidget]) -> tuple[list[QWidget], list[QWidget]]:
    """Where the key leads until it comes round, and which of those wanted stood there all the way."""
    seen: list[QWidget] = []
    while (there := window.focusWidget()) not in seen:
        seen.append(there)
        QTest.keyClick(there, key)
        wanted = [one for one in wanted if one.isVisible()]
    return seen, wanted


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    in_sight = widget.isVisible() and widget.isEnabled() and widget.window() is window
    return bool(takes_tab and in_sight and not widget.objectName().startswith("qt_"))


def _group(widget: QWidget) -> list[QWidget]:
    """Buttons of which one is chosen are one stop; arrow keys go from one to the next."""
    if isinstance(widget, QAbstractButton):
        group: QButtonGroup | None = widget.group()
        if group is not None and group.exclusive():
            return [*group.buttons()]
        parent = widget.parentWidget()
        if widget.autoExclusive() and parent is not None:
            return [one for one in parent.findChildren(QAbstractButton) if one.autoExclusive()]
    return [widget]


def _leads_up(before: QWidget, after: QWidget) -> bool:
    """Whether Tab goes up within one part of the window, other than to the next column or to begin anew."""
    shared = next(parent for parent in _parents(before) if parent is after or parent.isAncestorOf(after))
    is_part = len([*_parents(shared)]) > 1 and shared is not after and not before.isAncestorOf(after)
    if not is_part or _area(before) is not _area(after) or _begins_anew(before, after):
        return False
    there, here = before.mapTo(shared, QPoint()), after.mapTo(shared, QPoint())
    return here.y() + after.height() <= there.y() and here.x() < there.x() + _ASIDE


def _area(widget: QWidget) -> QWidget | None:
    """What scrolls with it."""
    return next((parent for parent in _parents(widget) if isinstance(parent, QScrollArea)), None)


def _begins_anew(before: QWidget, after: QWidget) -> bool:
    """Whether the window itself stands between them: the last leads to the first again."""
    there = before.nextInFocusChain()
    while there is not None and there is not after and not there.isWindow():
        there = there.nextInFocusChain()
    return there is not after


def _parents(widget: QWidget) -> Iterator[QWidget]:
    parent = widget.parentWidget()
    while parent is not None:
        yield parent
        parent = parent.parentWidget()


def _told(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    parents = [type(parent).__name__ for parent in _parents(widget)]
    return f"{type(widget).__name__} ({widget.accessibleName() or text}) in {' < '.join(parents[:3])}"
