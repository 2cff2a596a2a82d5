"""Everything that was written in a case as entries of its file, each under the labels it has on screen and paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import Enum

from sqlalchemy.orm import Session

from app import labels
from app.core import codec
from app.core.case_file import in_order
from app.core.catalogue import Catalogue, UnknownEntry
from app.core.dates import screen_date
from app.core.names import Names
from app.core.records.assessment import Assessment, Finding, Notification
from app.core.records.decision import Complaint, Decision
from app.core.records.documents import DocumentGoal, NetworkDocument, PlanDocument
from app.core.records.file_access import FileEntry, FilePart, FileType
from app.core.records.follow_up import Agreement, FollowUp
from app.core.records.journal import JournalEntry
from app.core.records.leader_remark import LeaderRemark
from app.core.records.measure import Measure
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import MapVersion
from app.core.records.person import Person
from app.core.records.plan import PlanVersion
from app.services import network_maps, plans
from app.services.agreements import agreements_of_case
from app.services.assessments import assessments_of_case, findings_of_case, notifications_of_case
from app.services.decisions import complaints_of_case, decisions_of_case
from app.services.follow_ups import follow_ups_of_case
from app.services.journal import entries_of_case
from app.services.leader_remarks import remarks_of_case
from app.services.measures import measures_of_case
from app.services.meetings import guests_of_case, meetings_of_case
from app.words import Words, mark


def file_entries(session: Session, case_id: str, catalogue: Catalogue) -> tuple[FileEntry, ...]:
    """The entries of a case by their days, struck out ones among them; what was never held or issued is none."""
    agreed: dict[str, list[Agreement]] = defaultdict(list)
    for agreement in agreements_of_case(session, case_id):
        agreed[agreement.follow_up_id or agreement.meeting_id or ""].append(agreement)
    findings = findings_of_case(session, case_id)
    guests = guests_of_case(session, case_id)
    writer = _Writer(catalogue)
    found: list[FileEntry] = [
        *(writer.notification(one) for one in notifications_of_case(session, case_id)),
        *(writer.assessment(one, findings.get(one.id, ())) for one in assessments_of_case(session, case_id)),
        *(writer.decision(one) for one in decisions_of_case(session, case_id)),
        *(writer.complaint(one) for one in complaints_of_case(session, case_id)),
        *(writer.measure(one) for one in measures_of_case(session, case_id)),
        *(
            writer.follow_up(one, one.held_on, agreed[one.id])
            for one in follow_ups_of_case(session, case_id)
            if one.held_on is not None
        ),
        *(
            writer.meeting(one, one.held_on, agreed[one.id], guests)
            for one in meetings_of_case(session, case_id)
            if one.held_on is not None
        ),
        *(writer.entry(one) for one in entries_of_case(session, case_id)),
        *(writer.remark(one) for one in remarks_of_case(session, case_id)),
        *(writer.plan(one) for one in plans.versions_of_case(session, case_id)),
        *(writer.map(one) for one in network_maps.versions_of_case(session, case_id)),
    ]
    return in_order(found)


_TITLES: Mapping[FileType, str] = {
    FileType.NOTIFICATION: mark("Notification"),
    FileType.DECISION: mark("Decision"),
    FileType.MEASURE: mark("Measure"),
    FileType.FOLLOW_UP: mark("Follow-up"),
    FileType.JOURNAL: mark("Journal"),
    FileType.MEETING: mark("Network meeting"),
    FileType.PLAN: mark("Plan"),
    FileType.MAP: mark("Network map"),
    FileType.COMPLAINT: mark("Complaint"),
    FileType.REMARK: mark("Remark of the team leader"),
}


class _Writer:
    """Writes records as entries, in both languages: the print chooses."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._words = Words("da"), Words("en")

    def notification(self, record: Notification) -> FileEntry:
        """What came in, and how it was assessed."""
        day = record.received_at.astimezone().date()
        return self._entry(
            FileType.NOTIFICATION,
            record.id,
            day,
            None,  # not from whom it came: the title stands in the index even where that is kept back
            self._typed("source", mark("From"), labels.choice(self._words[0], record.source)),
            self._typed("summary", mark("What it says"), record.summary),
            self._fact("outcome", mark("Outcome"), self._choice(record.outcome)),
            self._typed("conclusion", mark("Assessment"), record.conclusion),
            struck=record.voided_on is not None,
        )

    def assessment(self, record: Assessment, findings: Sequence[Finding]) -> FileEntry:
        """The way from awareness to the conclusion, with what was found in each theme."""
        return self._entry(
            FileType.ASSESSMENT,
            record.id,
            record.aware_on,
            self._choice(record.kind),
            self._fact("screening", mark("Screening"), self._choice(record.screening_outcome)),
            self._typed("screening_reason", mark("Why"), record.screening_reason),
            self._typed("child_said", mark("What the child said"), record.child_said),
            self._typed("no_conversation", mark("Why there was no conversation"), record.no_conversation_reason),
            self._typed("parents_view", mark("The parents' view"), record.parents_view),
            *(
                FilePart(key=f"finding:{one.theme_key}", label=self._theme(one, record), text=Names(one.text, one.text))
                for one in findings
                if one.text.strip()
            ),
            self._typed("preliminary", mark("Preliminary assessment"), record.preliminary_text),
            self._typed("conclusion", mark("Conclusion"), record.conclusion),
            self._day("finished", mark("Finished on"), record.finished_on),
            struck=record.voided_on is not None,
        )

    def _theme(self, finding: Finding, record: Assessment) -> Names:
        """What the theme was called then; a finding whose theme the catalogue lost is given out all the same."""
        try:
            return self._catalogue.theme(finding.theme_key, record.aware_on).names
        except UnknownEntry:
            return self._both(mark("What was found"))

    def decision(self, record: Decision) -> FileEntry:
        """What was decided by which law."""
        return self._entry(
            FileType.DECISION,
            record.id,
            record.decided_on,
            self._choice(record.kind),
            self._typed("what", mark("What was decided"), record.what),
            self._typed("paragraph", mark("Legal basis"), record.paragraph),
            self._typed("purpose", mark("Purpose"), record.purpose),
            self._typed("duration", mark("Expected duration"), record.expected_duration),
            self._typed("plan_reason", mark("Why no plan"), record.plan_reason),
            struck=record.voided_on is not None,
        )

    def complaint(self, record: Complaint) -> FileEntry:
        """Who complained of what, and the answer."""
        return self._entry(
            FileType.COMPLAINT,
            record.id,
            record.received_on,
            None,
            self._typed("complainant", mark("Who complains"), record.complainant),
            self._typed("about", mark("What it is about"), record.about),
            self._fact("result", mark("Result"), self._choice(record.result)),
            self._day("answered", mark("Answered on"), record.answered_on),
            self._typed("answer", mark("The answer"), record.answer),
            struck=record.voided_on is not None,
        )

    def measure(self, record: Measure) -> FileEntry:
        """A measure from its start, with how it ended."""
        return self._entry(
            FileType.MEASURE,
            record.id,
            record.start,
            self._catalogue.measure_type(record.type_key, record.start).names,
            self._typed("provider", mark("Provider"), record.provider),
            self._typed("place", mark("Place"), record.place),
            self._typed("paragraph", mark("Legal basis"), record.paragraph),
            self._typed("reason", mark("Reason"), record.reason),
            self._typed("parents_goals", mark("The parents' own goals"), record.parents_goals),
            self._typed("next_step", mark("Next step"), record.next_step),
            self._day("end", mark("Ended"), record.end),
            self._fact("end_reason", mark("Why it ended"), self._choice(record.end_reason)),
            self._typed("end_note", mark("Remarks"), record.end_note),
            struck=record.voided_on is not None,
        )

    def follow_up(self, record: FollowUp, held_on: date, agreed: Sequence[Agreement]) -> FileEntry:
        """A follow-up that was held, with what was agreed."""
        return self._entry(
            FileType.FOLLOW_UP,
            record.id,
            held_on,
            self._choice(record.form),
            self._typed("place", mark("Place"), record.place),
            self._typed("participants", mark("Who took part"), record.participants),
            self._typed("child_said", mark("What the child said"), record.child_said),
            self._typed("no_conversation", mark("Why there was no conversation"), record.no_conversation_reason),
            self._typed("custody", mark("Contact with the custody holder"), record.custody_contact),
            self._typed("assessment", mark("Assessment"), record.assessment),
            self._fact("outcome", mark("Outcome"), self._choice(record.outcome)),
            self._typed("rhythm_reason", mark("Why this rhythm"), record.rhythm_reason),
            self._typed("open_questions", mark("Open questions"), record.open_questions),
            *self._agreed(agreed),
            struck=record.voided_on is not None,
        )

    def meeting(
        self, record: NetworkMeeting, held_on: date, agreed: Sequence[Agreement], guests: Mapping[str, Person]
    ) -> FileEntry:
        """A network meeting that was held, with who came and what was promised."""
        came = [guests[guest.person_id].name for guest in record.guests if guest.came]
        return self._entry(
            FileType.MEETING,
            record.id,
            held_on,
            None,
            self._typed("place", mark("Place"), record.place),
            self._typed("purpose", mark("Purpose"), record.purpose),
            self._typed("agenda", mark("Agenda"), record.agenda),
            self._typed("others", mark("Who took part"), ", ".join(one for one in (*came, record.others) if one)),
            self._typed("child_words", mark("What the child said"), record.child_words),
            self._typed("minutes", mark("Minutes"), record.minutes),
            self._typed("decisions", mark("Decisions"), record.decisions),
            *self._agreed(agreed),
            struck=record.voided_on is not None,
        )

    def entry(self, record: JournalEntry) -> FileEntry:
        """A journal entry."""
        return self._entry(
            FileType.JOURNAL,
            record.id,
            record.on,
            self._choice(record.kind),
            self._typed("with_whom", mark("With whom"), record.with_whom),
            self._typed("text", mark("Text"), record.text),
            struck=record.voided_on is not None,
        )

    def remark(self, record: LeaderRemark) -> FileEntry:
        """What the team leader said: written for the casework alone, and offered like everything else."""
        return self._entry(
            FileType.REMARK,
            record.id,
            record.said_on,
            None,
            self._typed("said_by", mark("By whom"), record.said_by),
            self._typed("text", mark("Text"), record.text),
            self._typed("to_do", mark("What is to be done"), record.to_do),
            self._typed("settled_how", mark("Settled"), record.settled_how),
            struck=record.voided_on is not None,
        )

    def plan(self, record: PlanVersion) -> FileEntry:
        """An issued plan as it was frozen, a part a goal."""
        document = codec.from_text(record.document, PlanDocument)
        return self._entry(
            FileType.PLAN,
            record.id,
            record.issued_on,
            self._version(record.number),
            self._typed("legal_basis", mark("Legal basis"), document.legal_basis),
            self._typed("purpose", mark("Purpose"), document.purpose),
            self._typed("measure_reason", mark("Why this measure"), document.measure_reason),
            self._typed("duration", mark("Expected duration"), document.expected_duration),
            *(self._typed(f"goal:{n}", mark("Goal"), _goal(goal)) for n, goal in enumerate(document.goals)),
            self._typed("support", mark("Support for the family"), document.family_support),
            self._typed("child_comment", mark("The child's comments"), document.child_comment),
            self._typed("parents_comment", mark("The parents' comments"), document.parents_comment),
            self._typed("disagreement", mark("Disagreement"), document.disagreement),
            self._typed("participants", mark("Who took part"), document.participants),
            self._typed("given_to", mark("Given to"), record.given_to),
        )

    def map(self, record: MapVersion) -> FileEntry:
        """A kept map as the table of its people; protected ones stand as their role."""
        document = codec.from_text(record.document, NetworkDocument)
        people = "\n".join(
            ": ".join(part for part in (", ".join(p for p in (one.name, one.role) if p), one.can_help) if part)
            for one in document.people
        )
        return self._entry(
            FileType.MAP,
            record.id,
            record.drawn_on,
            self._version(record.number),
            self._typed("drawn_by", mark("Drawn by"), document.drawn_by),
            self._typed("people", mark("People"), people),
        )

    # The parts

    def _entry(
        self,
        type_: FileType,
        record_id: str,
        day: date,
        about: Names | None,
        *parts: FilePart | None,
        struck: bool = False,
    ) -> FileEntry:
        title = self._title(type_)
        if about is not None:
            title = Names(f"{title.da}: {about.da}", f"{title.en}: {about.en}")
        told = tuple(part for part in parts if part is not None)
        return FileEntry(key=f"{type_}:{record_id}", type=type_, day=day, title=title, parts=told, is_struck=struck)

    def _title(self, type_: FileType) -> Names:
        if type_ is FileType.ASSESSMENT:
            danish, english = (words.trp("case", "Assessment") for words in self._words)  # the work, not its result
            return Names(danish, english)
        return self._both(_TITLES[type_])

    def _typed(self, key: str, label: str, text: str) -> FilePart | None:
        stripped = _BREAKS.sub("\n", text.strip())
        return FilePart(key=key, label=self._both(label), text=Names(stripped, stripped)) if stripped else None

    def _fact(self, key: str, label: str, names: Names | None) -> FilePart | None:
        return FilePart(key=key, label=self._both(label), text=names, is_typed=False) if names else None

    def _day(self, key: str, label: str, day: date | None) -> FilePart | None:
        told = screen_date(day)
        return self._fact(key, label, Names(told, told)) if day else None

    def _agreed(self, agreements: Sequence[Agreement]) -> Iterator[FilePart | None]:
        for agreement in agreements:
            said = (agreement.what, agreement.responsible, screen_date(agreement.due))
            text = ", ".join(part for part in said if part.strip())
            yield self._typed(f"agreed:{agreement.id}", mark("What was agreed"), text)

    def _version(self, number: int) -> Names:
        danish, english = (words.tr("version {number}", number=number) for words in self._words)
        return Names(danish, english)

    def _choice(self, member: Enum | None) -> Names | None:
        if member is None:
            return None
        danish, english = (labels.choice(words, member) for words in self._words)
        return Names(danish, english)

    def _both(self, text: str) -> Names:
        danish, english = (words.tr(text) for words in self._words)
        return Names(danish, english)


_BREAKS = re.compile("\r\n|[\r\u2029]")
"""Ends of lines as they may have been brought in; a screen counts each as one character."""


def _goal(goal: DocumentGoal) -> str:
    """A goal in plain lines: what it is, the child's own words, the sign of success, and who does what by when."""
    steps = (
        ", ".join(part for part in (sub.what, sub.responsible, screen_date(sub.deadline), sub.rhythm) if part)
        for sub in goal.sub_goals
    )
    return "\n".join(line for line in (goal.goal, goal.own_words, goal.success_sign, *steps) if line.strip())
