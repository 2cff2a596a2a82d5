"""What the choices about the work are called: follow-ups, meetings, promises, what is due."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.core.agreements import AgreementState
from app.core.follow_up_state import FollowUpState
from app.core.meeting_state import MeetingState
from app.core.records.follow_up import ContactForm, Informant, Outcome, Presence
from app.core.records.journal import EntryKind
from app.core.records.leader_remark import RemarkSource
from app.core.records.meeting import ChildPart
from app.core.schedule import Track
from app.core.schedule_history import SlotState
from app.core.transfer import Transferable
from app.core.work_list import DueGroup, WorkKind
from app.words import mark

WORK: Mapping[type[Enum], Mapping[Enum, str]] = {
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
    RemarkSource: {
        RemarkSource.SPARRING: mark("In sparring"),
        RemarkSource.SUMMARY: mark("On the summary"),
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
    Track: {
        Track.GOAL: mark("Programme goal"),
        Track.LAW: mark("The law's deadline"),
    },
    SlotState: {
        SlotState.ON_TIME: mark("Held on time"),
        SlotState.LATE: mark("Held late"),
        SlotState.MISSED: mark("Missed"),
        SlotState.DISPENSED: mark("Dispensed"),
        SlotState.OPEN: mark("Not held yet"),
    },
    Transferable: {
        Transferable.FOLLOW_UP: mark("Follow-up"),
        Transferable.ENTRY: mark("Journal"),
        Transferable.PLAN: mark("Plan"),
        Transferable.MEETING: mark("Network meeting"),
    },
    EntryKind: {
        EntryKind.NOTE: mark("Note"),
        EntryKind.VISIT: mark("Visit"),
        EntryKind.CALL: mark("Telephone call"),
        EntryKind.CHILD_TALK: mark("Conversation with the child"),
        EntryKind.MEETING: mark("Meeting"),
        EntryKind.SUPERVISION: mark("Supervision visit"),
    },
}
