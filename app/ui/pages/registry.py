"""Which page stands at which place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from app.services.custody import Custody
from app.ui.context import Context, Place
from app.ui.lock import IdleWatch
from app.ui.pages.calendar_page import CalendarPage
from app.ui.pages.case_page import CasePage
from app.ui.pages.cases_page import CasesPage
from app.ui.pages.follow_ups_page import FollowUpsPage
from app.ui.pages.overview_page import OverviewPage
from app.ui.pages.page import Page
from app.ui.pages.prints_page import PrintsPage
from app.ui.pages.settings_page import SettingsPage
from app.ui.pages.statistics_page import StatisticsPage


def pages(custody: Custody, watch: IdleWatch) -> Mapping[Place, Callable[[Context], Page]]:
    """The maker of each page; the settings also need the store's custody and the watch that locks it."""
    return {
        Place.OVERVIEW: OverviewPage,
        Place.CASES: CasesPage,
        Place.CASE: CasePage,
        Place.FOLLOW_UPS: FollowUpsPage,
        Place.CALENDAR: CalendarPage,
        Place.STATISTICS: StatisticsPage,
        Place.PRINTS: PrintsPage,
        Place.SETTINGS: partial(SettingsPage, custody=custody, watch=watch),
    }
