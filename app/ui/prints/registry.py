"""Which prints there are, in the order they are offered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from app.ui.context import Context
from app.ui.prints.acute import Acute
from app.ui.prints.case_file import CaseFile
from app.ui.prints.child_plan import child_plan_order
from app.ui.prints.choice import OfEachCase, OfVersion, PrintChoice
from app.ui.prints.family_calendar import family_calendar_order
from app.ui.prints.follow_up_minutes import follow_up_minutes_order, held_follow_ups
from app.ui.prints.genogram import genogram_order
from app.ui.prints.hand_over import Absence
from app.ui.prints.joint_plan import joint_plan_order, joint_plans
from app.ui.prints.network_map import chosen_map_order, kept_maps
from app.ui.prints.network_meeting import (
    held_meetings,
    invitation_order,
    meeting_minutes_order,
    planned_meetings,
)
from app.ui.prints.of_record import OfRecord
from app.ui.prints.plan import chosen_plan_order, issued_plans
from app.ui.prints.plan_extract import ExtractOfPlan
from app.ui.prints.summary import Summary
from app.ui.prints.visit_sheet import sheet_order
from app.words import mark

SUMMARY, PLAN, MAP, CALENDAR, HAND_OVER, SHEET = "summary", "plan", "map", "calendar", "hand_over", "visit"
CHILD_PLAN, EXTRACT, JOINT_PLAN = "child_plan", "plan_extract", "joint_plan"
GENOGRAM = "genogram"
MINUTES, MEETING, INVITATION = "follow_up_minutes", "meeting_minutes", "meeting_invitation"
ACUTE = "acute"
CASE_FILE = "case_file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A print that is offered: its key as a destination's tab, its name, and what makes the choice beside it.

    `of_child` tells a print of chosen children from one of the whole caseload; `hint` says what is on it.
    """

    key: str
    name: str
    choose: Callable[[Context], PrintChoice]
    of_child: bool = True
    hint: str = ""


PRINTS: tuple[Print, ...] = (
    Print(
        key=SUMMARY,
        name=mark("Caseload summary"),
        choose=Summary,
        of_child=False,
        hint=mark("All open cases on one sheet, without CPR numbers and addresses, with room for remarks."),
    ),
    Print(
        key=HAND_OVER,
        name=mark("Hand-over before an absence"),
        choose=Absence,
        of_child=False,
        hint=mark("What falls due while you are away, and what is overdue, for whoever steps in."),
    ),
    Print(key=PLAN, name=mark("Plan"), choose=partial(OfVersion, issued=issued_plans, order=chosen_plan_order)),
    Print(
        key=CHILD_PLAN,
        name=mark("Plan for the child"),
        choose=partial(OfVersion, issued=issued_plans, order=child_plan_order),
        hint=mark("Large letters, plain words and drawings: the child's own words, goals, helpers and rights."),
    ),
    Print(
        key=JOINT_PLAN,
        name=mark("Joint plan of siblings"),
        choose=partial(
            OfRecord,
            found=joint_plans,
            order=joint_plan_order,
            first=mark("The latest joint plan"),
            none=mark("This child has no joint plan. Share its plan with siblings in the plan's tab."),
        ),
        hint=mark("What siblings have in common once, and a part for each child."),
    ),
    Print(
        key=EXTRACT,
        name=mark("Extract of the plan for a provider"),
        choose=ExtractOfPlan,
        hint=mark("Purpose, the goals of one measure and the provider's own steps; nothing else of the plan."),
    ),
    Print(key=MAP, name=mark("Network map"), choose=partial(OfVersion, issued=kept_maps, order=chosen_map_order)),
    Print(
        key=GENOGRAM,
        name=mark("Genogram"),
        choose=partial(OfEachCase, order=genogram_order),
        hint=mark("Three generations of the family: who is whose child, and who is or was a couple."),
    ),
    Print(
        key=CALENDAR,
        name=mark("Follow-up calendar for the family"),
        choose=partial(OfEachCase, order=family_calendar_order),
    ),
    Print(
        key=MINUTES,
        name=mark("Follow-up minutes"),
        choose=partial(
            OfRecord,
            found=held_follow_ups,
            order=follow_up_minutes_order,
            first=mark("The latest follow-up"),
            none=mark("No follow-up was held yet."),
        ),
        hint=mark("What the child said stands on it only where it is ticked at the follow-up that it may be shared."),
    ),
    Print(
        key=MEETING,
        name=mark("Minutes of a network meeting"),
        choose=partial(
            OfRecord,
            found=held_meetings,
            order=meeting_minutes_order,
            first=mark("The latest meeting"),
            none=mark("No network meeting was held yet."),
        ),
        hint=mark("The child's words stand on it only where it is ticked at the meeting that they may be shared."),
    ),
    Print(
        key=INVITATION,
        name=mark("Invitation to a network meeting"),
        choose=partial(
            OfRecord,
            found=planned_meetings,
            order=invitation_order,
            first=mark("The next meeting"),
            none=mark("No network meeting is planned."),
        ),
    ),
    Print(key=SHEET, name=mark("Last time – today"), choose=partial(OfEachCase, order=sheet_order)),
    Print(
        key=ACUTE,
        name=mark("Acute-contact sheet"),
        choose=Acute,
        hint=mark("Whom to call and what to know at once, for the on-call service and the team alone."),
    ),
    Print(
        key=CASE_FILE,
        name=mark("Case file for access"),
        choose=CaseFile,
        hint=mark("The entries of the file by day, with an index and the reason for what is kept back."),
    ),
)
