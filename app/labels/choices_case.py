"""What the choices about a case are called: measures, plan, assessment, decisions, the file."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.core.ladder import MoveKind
from app.core.records.assessment import AssessmentKind, NotificationOutcome, NotificationSource, ScreeningOutcome
from app.core.records.case import SchoolKind
from app.core.records.decision import ComplaintResult, DecisionKind
from app.core.records.file_access import Withheld
from app.core.records.measure import Breakdown, EndReason
from app.core.records.plan import GoalStatus, PlanKind
from app.core.records.snippet import SnippetKind
from app.words import mark

CASE: Mapping[type[Enum], Mapping[Enum, str]] = {
    EndReason: {
        EndReason.COMPLETED: mark("Completed as planned"),
        EndReason.GOALS_MET: mark("Goals met"),
        EndReason.MOVED: mark("Moved to another step"),
        EndReason.BREAKDOWN: mark("Breakdown of the placement"),
        EndReason.RETURN_HOME: mark("Returned home"),
        EndReason.DECLINED: mark("Declined by child or family"),
        EndReason.MOVED_AWAY: mark("Moved to another municipality"),
        EndReason.CASE_CLOSED: mark("Case closed"),
        EndReason.OTHER: mark("Another reason"),
    },
    Breakdown: {
        Breakdown.CHILD: mark("The child no longer wants it"),
        Breakdown.PLACE: mark("The place gives up"),
        Breakdown.BOTH: mark("Both the child and the place"),
    },
    MoveKind: {
        MoveKind.ENTRY: mark("Came onto the ladder"),
        MoveKind.UP: mark("Moved up"),
        MoveKind.DOWN: mark("Moved down"),
        MoveKind.EXIT: mark("Left the ladder"),
    },
    SchoolKind: {
        SchoolKind.DAY_CARE: mark("Day care"),
        SchoolKind.DAY_CARE_SUPPORT: mark("Day care with support"),
        SchoolKind.ORDINARY: mark("Ordinary school"),
        SchoolKind.ORDINARY_SUPPORT: mark("Ordinary school with support"),
        SchoolKind.SPECIAL: mark("Special school"),
        SchoolKind.NONE: mark("No school or day care"),
        SchoolKind.EDUCATION: mark("Education"),
        SchoolKind.WORK: mark("Work"),
    },
    PlanKind: {
        PlanKind.HANDLEPLAN: mark("Action plan (until 2023)"),
        PlanKind.CHILDS_PLAN: mark("The child's plan"),
        PlanKind.YOUTH_PLAN: mark("Youth plan"),
    },
    SnippetKind: {
        SnippetKind.PURPOSE: mark("Why there is a plan"),
        SnippetKind.REASON: mark("Why this measure"),
        SnippetKind.GOAL: mark("The goal"),
        SnippetKind.SUCCESS_SIGN: mark("We can see that it works when"),
        SnippetKind.SUB_GOAL: mark("What is done"),
        SnippetKind.SUPPORT: mark("Support for the family"),
        SnippetKind.COMMENT: mark("What everybody says"),
        SnippetKind.OTHER: mark("Other texts"),
    },
    GoalStatus: {
        GoalStatus.NOT_STARTED: mark("Not started"),
        GoalStatus.UNDER_WAY: mark("Under way"),
        GoalStatus.PARTLY_MET: mark("Partly met"),
        GoalStatus.MET: mark("Met"),
        GoalStatus.CHANGED: mark("Changed"),
        GoalStatus.DROPPED: mark("Dropped"),
    },
    NotificationSource: {
        NotificationSource.SCHOOL: mark("School"),
        NotificationSource.DAY_CARE: mark("Day care"),
        NotificationSource.HEALTH: mark("Health services"),
        NotificationSource.POLICE: mark("Police"),
        NotificationSource.MUNICIPALITY: mark("Another part of the municipality"),
        NotificationSource.FAMILY: mark("Family"),
        NotificationSource.CHILD: mark("The child"),
        NotificationSource.CITIZEN: mark("A citizen"),
        NotificationSource.ANONYMOUS: mark("Anonymous"),
        NotificationSource.OTHER: mark("Somebody else"),
    },
    NotificationOutcome: {
        NotificationOutcome.NOTHING: mark("No further steps"),
        NotificationOutcome.EARLY_HELP: mark("Early preventive help"),
        NotificationOutcome.SCREENING: mark("Screening"),
        NotificationOutcome.ASSESSMENT: mark("Child welfare assessment"),
        NotificationOutcome.ACUTE_MEASURE: mark("An acute measure"),
        NotificationOutcome.KNOWN_CASE: mark("Is taken up in the case that is open"),
    },
    ScreeningOutcome: {
        ScreeningOutcome.NO_NEED: mark("No need for support"),
        ScreeningOutcome.EARLY_HELP: mark("Early preventive help"),
        ScreeningOutcome.LIMITED: mark("Limited assessment"),
        ScreeningOutcome.ASSESSMENT: mark("Child welfare assessment"),
    },
    AssessmentKind: {
        AssessmentKind.LIMITED: mark("Limited assessment"),
        AssessmentKind.FULL: mark("Child welfare assessment"),
    },
    DecisionKind: {
        DecisionKind.PLACEMENT: mark("Placement"),
        DecisionKind.SUPPORT: mark("Supportive measure"),
        DecisionKind.YOUTH_PLAN: mark("Youth plan"),
        DecisionKind.YOUTH_SUPPORT: mark("Youth support"),
        DecisionKind.OTHER: mark("Another decision"),
    },
    ComplaintResult: {
        ComplaintResult.UPHELD: mark("Decision upheld"),
        ComplaintResult.CHANGED: mark("Decision changed"),
        ComplaintResult.RETURNED: mark("Returned to be decided anew"),
        ComplaintResult.ANNULLED: mark("Decision annulled"),
        ComplaintResult.DISMISSED: mark("Complaint dismissed"),
    },
    Withheld: {
        Withheld.THIRD_PARTY: mark("About somebody else"),
        Withheld.PROTECTED: mark("Protected name or address"),
        Withheld.CONFIDENCE: mark("Said by the child in confidence"),
        Withheld.SOURCE: mark("Who notified or told it"),
        Withheld.INTERNAL: mark("Internal working document"),
    },
}
