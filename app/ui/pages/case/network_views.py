"""The views of a child's network, in the order of the switch."""

from __future__ import annotations

from app.ui.pages.case.genogram_view import GenogramView
from app.ui.pages.case.network_map_view import NetworkMapView
from app.ui.pages.case.network_view import NetworkView

VIEWS: tuple[type[NetworkView], ...] = (NetworkMapView, GenogramView)
