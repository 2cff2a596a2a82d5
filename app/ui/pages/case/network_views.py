"""The views of a child's network beside the map; with the first one in `VIEWS` the tab has a switch."""

from __future__ import annotations

from app.ui.pages.case.genogram_view import GenogramView
from app.ui.pages.case.network_view import NetworkView

VIEWS: tuple[type[NetworkView], ...] = (GenogramView,)
