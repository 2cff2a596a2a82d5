"""Which tabs a case has, in their order. A tab is added here and nowhere else."""

from __future__ import annotations

from app.ui.pages.case.case_tab import CaseTab

TABS: tuple[type[CaseTab], ...] = ()
