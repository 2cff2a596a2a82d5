"""The one shape of a view of a child's network beside the map."""

from __future__ import annotations

from typing import ClassVar

from app.ui.pages.case.case_tab import CaseTab


class NetworkView(CaseTab):
    """The same people drawn in another way; `title` stands on the switch. What it can do it shows by itself."""

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""
