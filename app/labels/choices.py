"""What the choices of a form are called, one table a kind of choice; here those of the program itself."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from app.core.attention import Tab
from app.core.caseload_rule import CaseloadLevel
from app.core.catalogue import RateUnit
from app.core.purpose import Purpose
from app.labels.choices_case import CASE
from app.labels.choices_people import PEOPLE
from app.labels.choices_work import WORK
from app.words import Words, mark

_PROGRAM: Mapping[type[Enum], Mapping[Enum, str]] = {
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
_CHOICES = {**_PROGRAM, **CASE, **PEOPLE, **WORK}


def choice(words: Words, member: Enum) -> str:
    """The name of a choice in the user's language; KeyError for a kind that has none."""
    return words.tr(_CHOICES[type(member)][member])
