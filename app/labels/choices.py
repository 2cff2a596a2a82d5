"""What the choices of a form are called, one table a kind of choice."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.core.agreements import AgreementState
from app.core.attention import Tab
from app.core.caseload_rule import CaseloadLevel
from app.core.catalogue import RateUnit
from app.core.follow_up_state import FollowUpState
from app.core.ladder import MoveKind
from app.core.meeting_state import MeetingState
from app.core.purpose import Purpose
from app.core.records.assessment import AssessmentKind, NotificationOutcome, NotificationSource, ScreeningOutcome
from app.core.records.case import SchoolKind
from app.core.records.decision import ComplaintResult, DecisionKind
from app.core.records.family import CoupleKind, ParentKind
from app.core.records.file_access import Withheld
from app.core.records.follow_up import ContactForm, Informant, Outcome, Presence
from app.core.records.journal import EntryKind
from app.core.records.leader_remark import RemarkSource
from app.core.records.measure import Breakdown, EndReason
from app.core.records.meeting import ChildPart
from app.core.records.network import Invitation, RelationQuality, Ring, Support
from app.core.records.person import Gender
from app.core.records.plan import GoalStatus, PlanKind
from app.core.records.snippet import SnippetKind
from app.core.schedule import Track
from app.core.schedule_history import SlotState
from app.core.transfer import Transferable
from app.core.work_list import DueGroup, WorkKind
from app.words import Words, mark

_CHOICES: Mapping[type[Enum], Mapping[Enum, str]] = {
    ContactForm: {
        ContactForm.HOME_VISIT: mark("Home visit"),
        ContactForm.AT_PLACE: mark("Where the child lives"),
        ContactForm.OFFICE: mark("At the office"),
        ContactForm.SCHOOL: mark("At school or day care"),
        ContactForm.VIDEO: mark("Video"),
        ContactForm.PHONE: mark("Telephone"),
        ContactForm.OTHER: mark("In another way"),
    },
    Presence: {
        Presence.ALONE: mark("Alone with the child"),
        Presence.WITH_OTHERS: mark("Together with others"),
        Presence.OBSERVATION: mark("Observation or other direct contact"),
    },
    Outcome: {
        Outcome.CONTINUE: mark("Continue"),
        Outcome.ADJUST_PLAN: mark("Adjust the plan"),
        Outcome.CHANGE_MEASURE: mark("Change measure"),
        Outcome.NEW_ASSESSMENT: mark("New assessment"),
        Outcome.END: mark("End the measure"),
    },
    Informant: {
        Informant.CHILD: mark("The child"),
        Informant.PARENTS: mark("The parents"),
        Informant.SCHOOL: mark("The school"),
        Informant.WORKER: mark("The caseworker"),
    },
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
    EntryKind: {
        EntryKind.NOTE: mark("Note"),
        EntryKind.VISIT: mark("Visit"),
        EntryKind.CALL: mark("Telephone call"),
        EntryKind.CHILD_TALK: mark("Conversation with the child"),
        EntryKind.MEETING: mark("Meeting"),
        EntryKind.SUPERVISION: mark("Supervision visit"),
    },
    Ring: {
        Ring.CLOSE: mark("Close to the child"),
        Ring.REGULAR: mark("Regular contact"),
        Ring.DISTANT: mark("Distant contact"),
    },
    RelationQuality: {
        RelationQuality.STRONG: mark("Strong"),
        RelationQuality.ORDINARY: mark("Ordinary"),
        RelationQuality.WEAK: mark("Weak"),
        RelationQuality.STRAINED: mark("Strained"),
        RelationQuality.BROKEN: mark("Broken"),
    },
    Support: {
        Support.NONE: mark("No support"),
        Support.GIVEN: mark("Gives support"),
        Support.RECEIVED: mark("Receives support"),
        Support.BOTH: mark("Support both ways"),
    },
    Invitation: {
        Invitation.NOT_ASKED: mark("Not asked"),
        Invitation.ASKED: mark("Asked"),
        Invitation.YES: mark("Has said yes"),
        Invitation.NO: mark("Has said no"),
    },
    CoupleKind: {
        CoupleKind.MARRIED: mark("Married"),
        CoupleKind.COHABITING: mark("Living together"),
        CoupleKind.SEPARATED: mark("Separated"),
        CoupleKind.DIVORCED: mark("Divorced"),
    },
    ParentKind: {
        ParentKind.BIRTH: mark("By birth"),
        ParentKind.ADOPTIVE: mark("By adoption"),
        ParentKind.FOSTER: mark("Foster parent"),
    },
    Gender: {
        Gender.MALE: mark("Male"),
        Gender.FEMALE: mark("Female"),
        Gender.OTHER: mark("Other gender"),
        Gender.UNKNOWN: mark("Not noted"),
    },
    Transferable: {
        Transferable.FOLLOW_UP: mark("Follow-up"),
        Transferable.ENTRY: mark("Journal"),
        Transferable.PLAN: mark("Plan"),
        Transferable.MEETING: mark("Network meeting"),
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
    MoveKind: {
        MoveKind.ENTRY: mark("Came onto the ladder"),
        MoveKind.UP: mark("Moved up"),
        MoveKind.DOWN: mark("Moved down"),
        MoveKind.EXIT: mark("Left the ladder"),
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
    Track: {
        Track.GOAL: mark("Programme goal"),
        Track.LAW: mark("The law's deadline"),
    },
    FollowUpState: {
        FollowUpState.PLANNED: mark("Planned"),
        FollowUpState.ATTEMPTED: mark("Attempted"),
        FollowUpState.EXCUSED: mark("Excused"),
        FollowUpState.INCOMPLETE: mark("Held, to be completed"),
        FollowUpState.HELD: mark("Held"),
        FollowUpState.VOIDED: mark("Struck out"),
    },
    MeetingState: {
        MeetingState.PLANNED: mark("Planned"),
        MeetingState.CALLED_OFF: mark("Called off"),
        MeetingState.HELD: mark("Held"),
        MeetingState.VOIDED: mark("Struck out"),
    },
    ChildPart: {
        ChildPart.THERE: mark("The child took part"),
        ChildPart.THERE_FOR_PART: mark("The child took part for some of the time"),
        ChildPart.WORDS_BROUGHT: mark("The child's words were brought in"),
        ChildPart.NOT_HEARD: mark("The child had no part in it"),
    },
    AgreementState: {
        AgreementState.OPEN: mark("Open"),
        AgreementState.KEPT: mark("Kept"),
        AgreementState.NOT_KEPT: mark("Not kept"),
        AgreementState.VOIDED: mark("Struck out"),
    },
    DueGroup: {
        DueGroup.OVERDUE: mark("Over the due date"),
        DueGroup.TODAY: mark("Today"),
        DueGroup.THIS_WEEK: mark("This week"),
        DueGroup.NEXT_WEEK: mark("Next week"),
        DueGroup.LATER: mark("Later"),
    },
    WorkKind: {
        WorkKind.FOLLOW_UPS: mark("Follow-ups"),
        WorkKind.ASSESSMENTS: mark("Notifications and assessments"),
        WorkKind.PLANS: mark("Plans"),
        WorkKind.SUPERVISION: mark("Supervision visits"),
        WorkKind.YOUNG: mark("Young people and age gates"),
        WorkKind.COMPLAINTS: mark("Complaints and access to the file"),
        WorkKind.ENDINGS: mark("Dispensations, stays and protection"),
        WorkKind.MEETINGS: mark("Network meetings"),
        WorkKind.REMARKS: mark("What the team leader asked for"),
        WorkKind.PROMISES: mark("Promises"),
    },
    Withheld: {
        Withheld.THIRD_PARTY: mark("About somebody else"),
        Withheld.PROTECTED: mark("Protected name or address"),
        Withheld.CONFIDENCE: mark("Said by the child in confidence"),
        Withheld.SOURCE: mark("Who notified or told it"),
        Withheld.INTERNAL: mark("Internal working document"),
    },
    RemarkSource: {
        RemarkSource.SPARRING: mark("In sparring"),
        RemarkSource.SUMMARY: mark("On the summary"),
    },
    SlotState: {
        SlotState.ON_TIME: mark("Held on time"),
        SlotState.LATE: mark("Held late"),
        SlotState.MISSED: mark("Missed"),
        SlotState.DISPENSED: mark("Dispensed"),
        SlotState.OPEN: mark("Not held yet"),
    },
    Purpose: {
        Purpose.CASEWORK: mark("Casework"),
        Purpose.FILE_ACCESS: mark("Access to the file"),
        Purpose.COMPLAINT: mark("A complaint"),
        Purpose.LEADERSHIP: mark("Supervision by the team leader"),
    },
    CaseloadLevel: {
        CaseloadLevel.CALM: mark("Room for more"),
        CaseloadLevel.NOTED: mark("Near the limit"),
        CaseloadLevel.FULL: mark("At the limit"),
        CaseloadLevel.OVER: mark("Over the limit"),
    },
    Tab: {
        Tab.OVERVIEW: mark("Overview"),
        Tab.MEASURES: mark("Measures"),
        Tab.FOLLOW_UPS: mark("Follow-ups"),
        Tab.PLAN: mark("Plan"),
        Tab.NETWORK: mark("Network"),
        Tab.MEETINGS: mark("Meetings and tasks"),
        Tab.JOURNAL: mark("Journal"),
        Tab.ASSESSMENT: mark("Assessments"),
        Tab.PEOPLE: mark("People"),
        Tab.COMPLAINTS: mark("Complaints and breakdowns"),
    },
    RateUnit: {
        RateUnit.PER_DAY: mark("per day"),
        RateUnit.PER_YEAR: mark("per year"),
        RateUnit.PER_FAMILY: mark("per family"),
    },
}


def choice(words: Words, member: Enum) -> str:
    """The name of a choice in the user's language; KeyError for a kind that has none."""
    return words.tr(_CHOICES[type(member)][member])
