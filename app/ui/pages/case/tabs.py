"""Which tabs a case has, in their order. A tab is added here and nowhere else."""

from __future__ import annotations

from app.ui.pages.case.assessment_tab import AssessmentTab
from app.ui.pages.case.case_tab import CaseTab
from app.ui.pages.case.complaints_tab import ComplaintsTab
from app.ui.pages.case.follow_ups_tab import FollowUpsTab
from app.ui.pages.case.journal_tab import JournalTab
from app.ui.pages.case.measures_tab import MeasuresTab
from app.ui.pages.case.meetings_tab import MeetingsTab
from app.ui.pages.case.network_tab import NetworkTab
from app.ui.pages.case.overview_tab import OverviewTab
from app.ui.pages.case.people_tab import PeopleTab
from app.ui.pages.case.plan_tab import PlanTab

TABS: tuple[type[CaseTab], ...] = (
    OverviewTab,
    MeasuresTab,
    FollowUpsTab,
    PlanTab,
    NetworkTab,
    MeetingsTab,
    JournalTab,
    AssessmentTab,
    PeopleTab,
    ComplaintsTab,
)
