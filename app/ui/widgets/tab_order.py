"""Where Tab leads to: what is made late comes after all else in the window, unless it is put in its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_in_tab_order(place: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab come to these, and what stands in them, before `place`, which stood there when the window was made."""
    late = [widget for part in parts for widget in (part, *part.findChildren(QWidget))]
    before = place.previousInFocusChain()
    while before is not None and before is not place and (before in late or not _is_stop(before)):
        before = before.previousInFocusChain()
    if late and before is not None and before is not place:
        for earlier, later in pairwise((before, *filter(_is_stop, late))):
            QWidget.setTabOrder(earlier, later)
        for holder in (*reversed(late), *_above(late[0])):
            _fetch(holder)


def _fetch(holder: QWidget) -> None:
    """Let what hands the focus on stand beside the one that gets it: Tab would come back to that one from its end."""
    proxy = holder.focusProxy()
    if proxy is not None and holder.isAncestorOf(proxy):
        holder.setFocusProxy(None)  # type: ignore[arg-type]  # the binding does not know that it may be none
        holder.setFocusProxy(proxy)


def _above(part: QWidget) -> Iterator[QWidget]:
    """What hands the focus on to it or to its neighbours, from within outwards."""
    above = part.parentWidget()
    while above is not None and above.focusProxy() is not None:
        yield above
        above = above.parentWidget()


def _is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at it, and at nothing else for it."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
