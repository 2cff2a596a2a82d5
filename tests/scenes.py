"""A scene for every page, tab, dialog and print: what pictures are taken of, and what tests open one by one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget

from app.core.agreements import in_order
from app.core.case_file import in_period, mentions, name_search
from app.core.child_plan import child_plan
from app.core.family_proposal import proposed_ties
from app.core.joint_document import joint_document
from app.core.meeting_state import next_meeting
from app.core.plan_extract import plan_extract, proposed_extract
from app.core.records.case import LimitException
from app.core.records.family import Family, Relative
from app.core.records.file_access import EntryChoice, FileSelection, FileType, Passage, Withheld
from app.core.records.follow_up import FollowUp
from app.core.records.handed_print import HowHanded
from app.core.records.meeting import NetworkMeeting
from app.core.records.network import NetworkMap, RelationQuality, Ring
from app.core.records.plan import Goal, Plan
from app.core.records.snippet import Snippet, SnippetKind
from app.core.status import CaseStatus
from app.core.visit_sheet import for_paper
from app.reports.acute_report import acute_pdf
from app.reports.case_file_report import case_file_pdf
from app.reports.child_plan_report import child_plan_pdf
from app.reports.family_calendar_report import family_calendar_pdf
from app.reports.follow_up_minutes_report import follow_up_minutes_pdf
from app.reports.genogram_report import genogram_pdf
from app.reports.hand_over_report import hand_over_pdf
from app.reports.joint_plan_report import joint_plan_pdf
from app.reports.meeting_report import meeting_invitation_pdf, meeting_minutes_pdf
from app.reports.network_report import network_pdf
from app.reports.plan_extract_report import plan_extract_pdf
from app.reports.plan_report import plan_pdf
from app.reports.recovery_report import recovery_sheet
from app.reports.summary_report import summary_pdf
from app.reports.visit_sheet_report import visit_sheet_pdf
from app.services.acute import acute_document, acute_facts
from app.services.caseload import caseworker
from app.services.cases import close_case as close_case_service
from app.services.cases import void_case
from app.services.date_sheets import family_calendar_document, hand_over_document
from app.services.documents import letterhead, network_document, plan_document
from app.services.families import family_of_case
from app.services.file_access import (
    case_file_document,
    choices_of,
    names_passed_over,
    others_in_file,
    save_choices,
    save_selection,
    selection_for,
    selections_of_case,
)
from app.services.file_entries import file_entries
from app.services.follow_up_sheet import FollowUpSheet, follow_up_sheet
from app.services.genograms import genogram_document
from app.services.handed_prints import handed_prints as prints_handed_out
from app.services.measures import measures_of_case
from app.services.meeting_sheet import MeetingSheet, meeting_sheet
from app.services.minutes import follow_up_minutes, meeting_invitation, meeting_minutes
from app.services.network_maps import keep_version as keep_map_version_service
from app.services.network_maps import map_of_case, people_of_map
from app.services.network_maps import next_number as next_map_number
from app.services.people import people_of_case
from app.services.plans import issue_plan as issue_plan_service
from app.services.plans import next_number, plan_of_case, save_plan
from app.services.siblings import siblings_of_case
from app.services.snippets import save_snippet
from app.services.summaries import summary_document
from app.services.visit_sheets import visit_sheet
from app.ui.context import Place
from app.ui.dialogs import (
    add_relative,
    answer_exception,
    call_off_meeting,
    change_measure,
    change_passphrase,
    choose_extract,
    close_case,
    compare_maps,
    compare_plans,
    edit_acute,
    edit_case,
    edit_map_person,
    edit_person,
    edit_relation,
    edit_school_fact,
    edit_snippet,
    edit_tie,
    end_measure,
    enter_remarks,
    excuse_follow_up,
    export_calendar,
    find_anything,
    grant_dispensation,
    handed_prints,
    import_caseload,
    issue_plan,
    keep_map_version,
    last_time_today,
    make_case_file,
    map_with_child,
    move_child,
    new_recovery_key,
    not_transferred,
    open_case,
    pick_snippet,
    plan_follow_up,
    plan_meeting,
    print_document,
    propose_ties,
    quick_note,
    register_access_request,
    register_complaint,
    register_decision,
    register_follow_up,
    register_meeting,
    register_notification,
    reopen_case,
    save_print,
    settle_agreement,
    share_plan,
    show_help,
    show_log,
    sibling_rows,
    start_measure,
    visit_day,
    void_record,
    write_assessment,
    write_note,
    write_remark,
    write_task,
)
from app.ui.handing_out import handing_out
from app.ui.pages import (
    calendar_page,
    case_page,
    cases_page,
    follow_ups_page,
    overview_page,
    prints_page,
    settings_page,
    statistics_page,
)
from app.ui.pages.case import (
    assessment_tab,
    complaints_tab,
    follow_ups_tab,
    genogram_view,
    journal_tab,
    measures_tab,
    meetings_tab,
    network_map_view,
    network_tab,
    overview_tab,
    people_tab,
    plan_tab,
)
from app.ui.prints.plan import plan_order
from app.ui.prints.summary import summary_order
from tests.stage import Stage

Show = Callable[[Stage], QWidget]
_COMMANDS = (("New case", "Ctrl+N"), ("Quick note", "Ctrl+J"), ("Lock now", "Ctrl+L"), ("Undo", "Ctrl+Z"))


@dataclass(frozen=True, slots=True)
class Scene:
    """Something to look at. `shows` are the classes it is the scene of; `keeps_draft` of forms with a text to type."""

    name: str
    shows: tuple[type[QWidget], ...]
    show: Show
    keeps_draft: bool = True


@dataclass(frozen=True, slots=True)
class PrintScene:
    """A print to look at, page by page."""

    name: str
    draw: Callable[[Stage], bytes]


def page(place: Place, tab: str = "", item: str = "") -> Show:
    """The main window at a place."""

    def show(stage: Stage) -> QWidget:
        return stage.window(place, tab, item)

    return show


def dialog(make: Callable[[Stage], QWidget]) -> Show:
    """A dialog by itself."""

    def show(stage: Stage) -> QWidget:
        made = make(stage)
        made.show()
        return made

    return show


def _measure(stage: Stage, make: Callable[..., QWidget]) -> QWidget:
    there = stage.context.read(measures_of_case, stage.case_id)
    return make(stage.context, there[-1], there)


def _start(stage: Stage) -> QWidget:
    there = stage.context.read(measures_of_case, stage.case_id)
    return start_measure.StartMeasure(stage.context, stage.case_id, _child(stage), there)


def _move(stage: Stage) -> QWidget:
    there = stage.context.read(measures_of_case, stage.case_id)
    return move_child.MoveChild(stage.context, stage.case_id, _child(stage), there)


def _status(stage: Stage) -> CaseStatus:
    return stage.context.status(stage.case_id)


def _child(stage: Stage) -> str:
    return _status(stage).file.child.name


def _answer(stage: Stage) -> QWidget:
    asked = LimitException(id="asked", case_id=stage.case_id, reason="Barnet er i fare", asked_on=stage.context.today())
    return answer_exception.AnswerException(stage.context, asked)


def _sheet(stage: Stage) -> FollowUpSheet:
    return stage.context.read(follow_up_sheet, stage.case_id, stage.context.catalogue, stage.context.today())


def _snippets(stage: Stage) -> QWidget:
    """Some phrases of the caseworker's own, as asked for from a goal with some words chosen."""
    kept = (
        (SnippetKind.GOAL, "[barnet] er i skole fire dage om ugen"),
        (SnippetKind.GOAL, "[barnet] sover i sin egen seng hver nat, og er klar til skole kl. 7.30"),
        (SnippetKind.SUB_GOAL, "Følges ind i klassen de første ti minutter"),
        (SnippetKind.COMMENT, "Vi er enige om målene, og ser på dem igen ved næste opfølgning. " * 5),
    )
    for kind, text in kept:
        stage.context.write(save_snippet, Snippet(kind=kind, text=text))
    return pick_snippet.PickSnippet(stage.context, SnippetKind.GOAL, "Ali", "Ali kan sove")


def _snippet(stage: Stage) -> QWidget:
    return edit_snippet.EditSnippet(stage.context, Snippet(text="[barnet] er i skole hver dag"), is_new=True)


def _follow_up(stage: Stage, make: Callable[..., QWidget]) -> QWidget:
    return make(stage.context, _sheet(stage), FollowUp(case_id=stage.case_id))


def _dispensation(stage: Stage) -> QWidget:
    """A pause that is being granted."""
    form = grant_dispensation.GrantDispensation(stage.context, _status(stage))
    form.form.set_values({"kind": "pause", "valid_until": stage.context.today() + timedelta(days=90)})
    form.form.edited.emit()
    return form


def _visit(stage: Stage) -> QWidget:
    """A visit to siblings, where the caseload has any; all of them are ticked."""
    context, today = stage.context, stage.context.today()
    families = {
        s.case_id: context.read(siblings_of_case, s.case_id, context.catalogue, today) for s in context.statuses()
    }
    case_id, found = max(families.items(), key=lambda family: len(family[1]))
    sheet = context.read(follow_up_sheet, case_id, context.catalogue, today)
    form = register_follow_up.RegisterFollowUp(context, sheet, FollowUp(case_id=case_id))
    if found:
        field = form.form.field(sibling_rows.FIELD)
        field.set_value(tuple(pair.case.id for pair in found))
        field.edited.emit()
    return form


def _planned(stage: Stage, make: Callable[..., QWidget]) -> QWidget:
    planned = FollowUp(id="planned", case_id=stage.case_id, planned_on=stage.context.today())
    return make(stage.context, planned, _status(stage).file.measures)


def _drawn(stage: Stage) -> NetworkMap:
    drawn = stage.context.read(map_of_case, stage.case_id)
    assert drawn is not None
    return drawn


def _map_person(stage: Stage) -> QWidget:
    drawn = _drawn(stage)
    return edit_map_person.EditMapPerson(stage.context, drawn, _status(stage).file.child, drawn.people[0])


def _relation(stage: Stage) -> QWidget:
    drawn = _drawn(stage)
    people = stage.context.read(people_of_map, stage.case_id)
    names = {place.id: people[place.person_id].name for place in drawn.people}
    return edit_relation.EditRelation(stage.context, drawn, names, drawn.people[0].id)


def _on_map(stage: Stage) -> QWidget:
    """The map with the person chosen of whom most is told."""
    fullest = max(_drawn(stage).people, key=lambda place: len(place.can_help))
    return stage.window(Place.CASE, "network", fullest.id)


def _genogram(stage: Stage, person: int = 0) -> QWidget:
    """The genogram beside the map, with somebody of the list chosen where that is asked for."""
    window = stage.window(Place.CASE, "network")
    (tab,) = window.findChildren(network_tab.NetworkTab)
    tab.switch.set_value("1")
    tab.switch.edited.emit()
    (view,) = window.findChildren(genogram_view.GenogramView)
    if person:
        view.show_item(view.table.rows()[person].person.id)
    return window


def _no_genogram(stage: Stage) -> QWidget:
    """The genogram of a case in which nobody has told yet how the family belongs together."""
    window = _genogram(stage)
    read = stage.context.read
    bare = next(s.case_id for s in reversed(stage.context.statuses()) if not read(family_of_case, s.case_id).ties)
    stage.context.go(Place.CASE, bare, "network")
    return window


def _family(stage: Stage) -> Family:
    return stage.context.read(family_of_case, stage.case_id)


def _relative(stage: Stage) -> QWidget:
    """A child of one of the parents, so that the other parent is asked for too."""
    family = _family(stage)
    parent = family.parents_of(family.child_id)[0]
    return add_relative.AddRelative(stage.context, stage.case_id, family, parent, Relative.CHILD)


def _tie(stage: Stage) -> QWidget:
    family = _family(stage)
    return edit_tie.EditTie(stage.context, family, family.couples[0].one_id, family.couples[0])


def _proposed_ties(stage: Stage) -> QWidget:
    """What the roles tell as long as nobody has entered a tie."""
    context, family = stage.context, _family(stage)
    roles = {key: context.catalogue.role(part.role_key, context.today()).kin for key, part in family.parts.items()}
    untied = Family(child_id=family.child_id, people=family.people, parts=family.parts)
    proposed = proposed_ties(untied, roles)
    return propose_ties.ProposeTies(context, stage.case_id, family, proposed)


def _compared_maps(stage: Stage) -> QWidget:
    """An earlier map, as it might have been, on the way to the working one; the version is there while this is made."""
    context, case_id = stage.context, stage.case_id
    number = context.read(next_map_number, case_id)
    now = context.read(network_document, case_id, context.catalogue, context.today(), number=number)
    people = [
        replace(person, ring=Ring(person.ring % 3 + 1), angle=None) if place % 4 == 1 else person
        for place, person in enumerate(now.people)
        if place % 5 != 2
    ]
    there = {None, *(person.id for person in people)}
    lines = [
        replace(line, quality=RelationQuality.WEAK) if place % 6 == 0 else line
        for place, line in enumerate(now.relations)
        if {line.from_id, line.to_id} <= there
    ]
    earlier = context.today() - timedelta(days=400)
    then = replace(now, people=tuple(people), relations=tuple(lines), drawn_on=earlier)
    context.write(keep_map_version_service, case_id, then, earlier)
    made = compare_maps.CompareMaps(context, case_id)
    context.undo()
    made.slider.setValue(60)
    return made


def _reopened(stage: Stage) -> QWidget:
    """A case that is closed while the window is made, and open for the scenes after it."""
    closed = stage.context.today() - timedelta(days=12)
    stage.context.write(close_case_service, stage.case_id, closed, "Flyttet til anden kommune", False)
    made = reopen_case.ReopenCase(stage.context, stage.case_id)
    stage.context.undo()
    return made


def _person(stage: Stage) -> QWidget:
    found = stage.context.read(people_of_case, stage.case_id)[0]
    return edit_person.EditPerson(stage.context, stage.case_id, found.person, found.part)


def _assessment(stage: Stage) -> QWidget:
    """The fullest assessment of the caseload, else a new one."""
    found = [one for status in stage.context.statuses() for one in status.file.assessments if one.kind is not None]
    fullest = max(found, key=lambda one: len(one.conclusion), default=None)
    case_id = fullest.case_id if fullest else stage.case_id
    return write_assessment.WriteAssessment(stage.context, case_id, fullest)


def _file_kept_back(stage: Stage) -> FileSelection:
    """A selection of the last year in which one entry is left out and each name in another is kept back."""
    context, today = stage.context, stage.context.today()
    wanted = context.read(selection_for, stage.case_id)
    year = today - timedelta(days=365)
    selection = replace(wanted, id="file" + stage.case_id[4:], asked_by="Jesper Hedegaard", first=year)
    entries = in_period(context.read(file_entries, stage.case_id, context.catalogue, today), selection)
    others = context.read(others_in_file, selection)
    search = name_search(others, context.read(names_passed_over, selection))
    named = max(entries, key=lambda entry: (entry.type is not FileType.CASE, len(mentions(entry, search, today))))
    internal = next((entry for entry in entries if entry.type is FileType.REMARK), entries[0])
    found = tuple(
        Passage(part=one.part, start=one.start, text=one.text, why=Withheld.THIRD_PARTY)
        for one in mentions(named, search, today)
    )
    if selection not in context.read(selections_of_case, stage.case_id):
        context.write(save_selection, selection, today)
        first = EntryChoice(selection_id=selection.id, entry=internal.key, left_out=Withheld.INTERNAL)
        second = EntryChoice(selection_id=selection.id, entry=named.key, passages=found)
        context.write(save_choices, (first,) if named is internal else (first, second))
    return selection


def _file(stage: Stage) -> QWidget:
    """The selection, at the entry in which somebody is named."""
    choices = stage.context.read(choices_of, _file_kept_back(stage).id).values()
    made = make_case_file.MakeCaseFile(stage.context, stage.case_id)
    made.entries.choose(max(choices, key=lambda choice: len(choice.passages)).entry)
    return made


def _remark(stage: Stage) -> QWidget:
    """A remark of the team leader that is open."""
    remarks = _status(stage).file.remarks
    return write_remark.WriteRemark(stage.context, stage.case_id, next((r for r in remarks if r.is_open), None))


def _import(stage: Stage) -> QWidget:
    return import_caseload.ImportCaseload(stage.context)


def _print(stage: Stage) -> QWidget:
    return print_document.PrintDocument(stage.context, plan_order(stage.context, stage.case_id), _child(stage))


def _compared_plans(stage: Stage) -> QWidget:
    """A version beside what became of the plan after it; both stand only while the window is made."""
    context, case_id = stage.context, stage.case_id
    number = context.read(next_number, case_id)
    document = context.read(plan_document, case_id, context.catalogue, context.today(), number=number)
    context.write(issue_plan_service, case_id, document, context.today(), "Familien")
    plan = context.read(plan_of_case, case_id)
    assert plan is not None
    first, *rest = plan.goals
    words = first.goal.split()
    goal, said = " ".join((*words[:2], "selv", *words[3:])), f"{first.own_words} Og min lillebror."
    turned = replace(first, goal=goal, own_words=said, target=9)
    new = Goal(goal="Jeg har en ven med hjemme hver uge", own_words="Jeg vil gerne vise mit værelse.")
    goals = (*rest[1:], turned, new)
    context.write(
        save_plan, replace(plan, purpose=f"{plan.purpose} Vi ser på det igen til sommer.", goals=goals), context.today()
    )
    made = compare_plans.ComparePlans(context, case_id)
    context.undo()
    context.undo()
    return made


def _searched(stage: Stage) -> QWidget:
    """A print with words looked for and found in it."""
    shown = print_document.PrintDocument(stage.context, plan_order(stage.context, stage.case_id), _child(stage))
    preview = shown.pane.preview
    preview.find_bar.field.set_value(_status(stage).file.child.first_name)
    shown.pane.shown.connect(preview.open_search)
    return shown


def _handed(stage: Stage) -> QWidget:
    """What was handed out, with one of each kind."""
    context, days = stage.context, (0, 3, 3, 20, 264)
    for number, (how, back) in enumerate(zip((*HowHanded, *HowHanded), days, strict=False)):
        order = summary_order(context) if number == 1 else plan_order(context, stage.case_id)
        out = handing_out(context, order, b"%%PDF %d" % number, context.words, how, 3)
        handed = replace(out.handed, id=f"{number:032}", at=out.handed.at - timedelta(days=back))
        if not any(one.id == handed.id for one in context.read(prints_handed_out)):
            replace(out, handed=handed).carry_out(lambda leave: leave())
    return handed_prints.HandedPrints(context)


def _share_plan(stage: Stage) -> QWidget:
    """The plan of the child with most siblings; a child whose plan was never begun gets one for the moment."""
    context, today = stage.context, stage.context.today()
    pairs = {s.case_id: context.read(siblings_of_case, s.case_id, context.catalogue, today) for s in context.statuses()}
    case_id = max(pairs, key=lambda one: len(pairs[one]))
    plan = context.read(plan_of_case, case_id)
    goals = (Goal(goal="Vi spiser sammen hver aften"), Goal(goal="Vi kommer i skole til tiden"))
    return share_plan.SharePlan(context, case_id, plan or Plan(case_id=case_id, goals=goals))


def _extract_chosen(stage: Stage) -> QWidget:
    """The extract of one child's plan among the prints."""
    window = stage.window(Place.PRINTS)
    stage.context.go(Place.PRINTS, stage.case_id, "plan_extract")
    return window


def _choose_extract(stage: Stage) -> QWidget:
    context = stage.context
    document = context.read(plan_document, stage.case_id, context.catalogue, context.today(), number=1)
    return choose_extract.ChooseExtract(context.words, document, proposed_extract(document, "Kontaktpædagogen"))


def _find(stage: Stage) -> QWidget:
    """The search with something found and a command beside it."""
    words = stage.context.words
    commands = [find_anything.Command(words.tr(name), keys, stage.context.find_asked.emit) for name, keys in _COMMANDS]
    made = find_anything.FindDialog(stage.context, commands)
    made.findChildren(QLineEdit)[0].setText(_status(stage).file.child.first_name[:1])
    return made


def _meetings(stage: Stage) -> MeetingSheet:
    return stage.context.read(meeting_sheet, stage.case_id, stage.context.catalogue, stage.context.today())


def _planned_meeting(stage: Stage) -> QWidget:
    """The meeting that waits, else a new one."""
    sheet = _meetings(stage)
    return plan_meeting.PlanMeeting(
        stage.context, sheet, next_meeting(sheet.meetings) or NetworkMeeting(case_id=stage.case_id)
    )


def _held_meeting(stage: Stage) -> QWidget:
    """The meeting held last, with all that was promised at it."""
    sheet = _meetings(stage)
    held = [one for one in sheet.meetings if one.is_held]
    return register_meeting.RegisterMeeting(
        stage.context, sheet, held[-1] if held else NetworkMeeting(case_id=stage.case_id)
    )


def _called_off_meeting(stage: Stage) -> QWidget:
    planned = next_meeting(_meetings(stage).meetings) or NetworkMeeting(
        case_id=stage.case_id, planned_on=stage.context.today()
    )
    return call_off_meeting.CallOffMeeting(stage.context, planned)


def _settled(stage: Stage) -> QWidget:
    """A promise that is being moved to another day."""
    promise = in_order(_status(stage).file.agreements)[0]
    form = settle_agreement.SettleAgreement(stage.context, promise)
    form.form.set_values({"kept": settle_agreement.MOVED, "due": stage.context.today() + timedelta(days=14)})
    form.form.edited.emit()
    return form


def _on_task(stage: Stage) -> QWidget:
    """The tab with a promise chosen."""
    return stage.window(Place.CASE, "meetings", in_order(_status(stage).file.agreements)[0].id)


SCENES: tuple[Scene, ...] = (
    Scene("overview", (overview_page.OverviewPage,), page(Place.OVERVIEW)),
    Scene("cases", (cases_page.CasesPage,), page(Place.CASES)),
    Scene("follow-ups", (follow_ups_page.FollowUpsPage,), page(Place.FOLLOW_UPS)),
    Scene("case-overview", (case_page.CasePage, overview_tab.OverviewTab), page(Place.CASE, "overview")),
    Scene("case-measures", (measures_tab.MeasuresTab,), page(Place.CASE, "measures")),
    Scene("case-follow-ups", (follow_ups_tab.FollowUpsTab,), page(Place.CASE, "follow_ups")),
    Scene("case-plan", (plan_tab.PlanTab,), page(Place.CASE, "plan")),
    Scene("case-network", (network_tab.NetworkTab, network_map_view.NetworkMapView), page(Place.CASE, "network")),
    Scene("case-genogram", (genogram_view.GenogramView,), _genogram),
    Scene("case-genogram-empty", (), _no_genogram),
    Scene("case-genogram-person", (), lambda stage: _genogram(stage, person=2)),
    Scene("add-relative", (add_relative.AddRelative,), dialog(_relative)),
    Scene("edit-tie", (edit_tie.EditTie,), dialog(_tie), keeps_draft=False),
    Scene("propose-ties", (propose_ties.ProposeTies,), dialog(_proposed_ties), keeps_draft=False),
    Scene("case-network-person", (), _on_map),
    Scene("case-meetings", (meetings_tab.MeetingsTab,), page(Place.CASE, "meetings")),
    Scene("case-tasks", (), _on_task),
    Scene(
        "network-with-child",
        (map_with_child.MapWithChild,),
        dialog(lambda stage: map_with_child.MapWithChild(stage.context, stage.case_id)),
    ),
    Scene("compare-maps", (compare_maps.CompareMaps,), dialog(_compared_maps)),
    Scene("case-journal", (journal_tab.JournalTab,), page(Place.CASE, "journal")),
    Scene("case-assessment", (assessment_tab.AssessmentTab,), page(Place.CASE, "assessment")),
    Scene("case-complaints", (complaints_tab.ComplaintsTab,), page(Place.CASE, "complaints")),
    Scene("case-people", (people_tab.PeopleTab,), page(Place.CASE, "people")),
    Scene("calendar", (calendar_page.CalendarPage,), page(Place.CALENDAR)),
    Scene("calendar-week", (), page(Place.CALENDAR, "week")),
    Scene("calendar-list", (), page(Place.CALENDAR, "list")),
    Scene("statistics", (statistics_page.StatisticsPage,), page(Place.STATISTICS)),
    Scene("prints", (prints_page.PrintsPage,), page(Place.PRINTS)),
    Scene("prints-hand-over", (), page(Place.PRINTS, "hand_over")),
    Scene("settings", (settings_page.SettingsPage,), page(Place.SETTINGS)),
    Scene("open-case", (open_case.OpenCase,), dialog(lambda stage: open_case.OpenCase(stage.context))),
    Scene("edit-case", (edit_case.EditCase,), dialog(lambda stage: edit_case.EditCase(stage.context, stage.case_id))),
    Scene(
        "close-case", (close_case.CloseCase,), dialog(lambda stage: close_case.CloseCase(stage.context, stage.case_id))
    ),
    Scene(
        "reopen-case",
        (reopen_case.ReopenCase,),
        dialog(_reopened),
        keeps_draft=False,
    ),
    Scene("answer-exception", (answer_exception.AnswerException,), dialog(_answer)),
    Scene(
        "register-follow-up",
        (register_follow_up.RegisterFollowUp,),
        dialog(partial(_follow_up, make=register_follow_up.RegisterFollowUp)),
    ),
    Scene(
        "plan-follow-up",
        (plan_follow_up.PlanFollowUp,),
        dialog(partial(_follow_up, make=plan_follow_up.PlanFollowUp)),
    ),
    Scene(
        "export-calendar",
        (export_calendar.ExportCalendar,),
        dialog(lambda stage: export_calendar.ExportCalendar(stage.context, stage.case_id)),
        keeps_draft=False,
    ),
    Scene(
        "excuse-follow-up",
        (excuse_follow_up.ExcuseFollowUp,),
        dialog(partial(_planned, make=excuse_follow_up.ExcuseFollowUp)),
    ),
    Scene(
        "grant-dispensation",
        (grant_dispensation.GrantDispensation,),
        dialog(_dispensation),
    ),
    Scene("visit-to-siblings", (), dialog(_visit)),
    Scene("edit-map-person", (edit_map_person.EditMapPerson,), dialog(_map_person)),
    Scene("edit-relation", (edit_relation.EditRelation,), dialog(_relation), keeps_draft=False),
    Scene("edit-person", (edit_person.EditPerson,), dialog(_person)),
    Scene(
        "keep-map-version",
        (keep_map_version.KeepMapVersion,),
        dialog(lambda stage: keep_map_version.KeepMapVersion(stage.context, _drawn(stage), _child(stage))),
    ),
    Scene("start-measure", (start_measure.StartMeasure,), dialog(_start)),
    Scene(
        "change-measure",
        (change_measure.ChangeMeasure,),
        dialog(partial(_measure, make=change_measure.ChangeMeasure)),
    ),
    Scene("end-measure", (end_measure.EndMeasure,), dialog(partial(_measure, make=end_measure.EndMeasure))),
    Scene("move-child", (move_child.MoveChild,), dialog(_move)),
    Scene(
        "void-record",
        (void_record.VoidRecord,),
        dialog(lambda stage: void_record.VoidRecord(stage.context, _child(stage), void_case, stage.case_id)),
    ),
    Scene(
        "change-passphrase",
        (change_passphrase.ChangePassphraseDialog,),
        dialog(lambda stage: change_passphrase.ChangePassphraseDialog(stage.context, stage.custody)),
    ),
    Scene(
        "new-recovery-key",
        (new_recovery_key.NewRecoveryKeyDialog,),
        dialog(lambda stage: new_recovery_key.NewRecoveryKeyDialog(stage.context, stage.custody)),
    ),
    Scene(
        "help",
        (show_help.HelpDialog,),
        dialog(lambda stage: show_help.HelpDialog(stage.context.words, Place.SETTINGS)),
    ),
    Scene("log", (show_log.AccessLogDialog,), dialog(lambda stage: show_log.AccessLogDialog(stage.context))),
    Scene(
        "edit-school-fact",
        (edit_school_fact.EditSchoolFact,),
        dialog(lambda stage: edit_school_fact.EditSchoolFact(stage.context, stage.case_id, _child(stage))),
    ),
    Scene("import-caseload", (import_caseload.ImportCaseload,), dialog(_import)),
    Scene("pick-snippet", (pick_snippet.PickSnippet,), dialog(_snippets)),
    Scene("edit-snippet", (edit_snippet.EditSnippet,), dialog(_snippet)),
    Scene(
        "issue-plan", (issue_plan.IssuePlan,), dialog(lambda stage: issue_plan.IssuePlan(stage.context, stage.case_id))
    ),
    Scene("share-plan", (share_plan.SharePlan,), dialog(_share_plan), keeps_draft=False),
    Scene("choose-extract", (choose_extract.ChooseExtract,), dialog(_choose_extract), keeps_draft=False),
    Scene("prints-plan-extract", (), _extract_chosen),
    Scene("compare-plans", (compare_plans.ComparePlans,), dialog(_compared_plans), keeps_draft=False),
    Scene("print-document", (print_document.PrintDocument,), dialog(_print)),
    Scene("print-search", (), dialog(_searched)),
    Scene(
        "quick-note",
        (quick_note.QuickNoteDialog,),
        dialog(lambda stage: quick_note.QuickNoteDialog(stage.context, stage.case_id)),
    ),
    Scene(
        "save-print",
        (save_print.SavePrint,),
        dialog(lambda stage: save_print.SavePrint(stage.context.words, locked=True)),
        keeps_draft=False,
    ),
    Scene(
        "write-note",
        (write_note.WriteNote,),
        dialog(lambda stage: write_note.WriteNote(stage.context, stage.case_id, _child(stage))),
    ),
    Scene("plan-meeting", (plan_meeting.PlanMeeting,), dialog(_planned_meeting)),
    Scene("register-meeting", (register_meeting.RegisterMeeting,), dialog(_held_meeting)),
    Scene("call-off-meeting", (call_off_meeting.CallOffMeeting,), dialog(_called_off_meeting)),
    Scene("settle-agreement", (settle_agreement.SettleAgreement,), dialog(_settled)),
    Scene(
        "write-task",
        (write_task.WriteTask,),
        dialog(lambda stage: write_task.WriteTask(stage.context, _meetings(stage))),
    ),
    Scene(
        "register-notification",
        (register_notification.RegisterNotification,),
        dialog(lambda stage: register_notification.RegisterNotification(stage.context, stage.case_id)),
    ),
    Scene("write-assessment", (write_assessment.WriteAssessment,), dialog(_assessment)),
    Scene(
        "register-decision",
        (register_decision.RegisterDecision,),
        dialog(lambda stage: register_decision.RegisterDecision(stage.context, stage.case_id)),
    ),
    Scene(
        "register-complaint",
        (register_complaint.RegisterComplaint,),
        dialog(lambda stage: register_complaint.RegisterComplaint(stage.context, stage.case_id)),
    ),
    Scene(
        "register-access-request",
        (register_access_request.RegisterAccessRequest,),
        dialog(lambda stage: register_access_request.RegisterAccessRequest(stage.context, stage.case_id)),
    ),
    Scene(
        "last-time-today",
        (last_time_today.LastTimeToday,),
        dialog(lambda stage: last_time_today.LastTimeToday(stage.context, stage.case_id)),
    ),
    Scene(
        "not-transferred",
        (not_transferred.NotTransferred,),
        dialog(lambda stage: not_transferred.NotTransferred(stage.context)),
    ),
    Scene("visit-day", (visit_day.VisitDay,), dialog(lambda stage: visit_day.VisitDay(stage.context))),
    Scene("handed-prints", (handed_prints.HandedPrints,), dialog(_handed)),
    Scene(
        "edit-acute", (edit_acute.EditAcute,), dialog(lambda stage: edit_acute.EditAcute(stage.context, stage.case_id))
    ),
    Scene("make-case-file", (make_case_file.MakeCaseFile,), dialog(_file), keeps_draft=False),
    Scene("write-remark", (write_remark.WriteRemark,), dialog(_remark)),
    Scene(
        "enter-remarks",
        (enter_remarks.EnterRemarks,),
        dialog(lambda stage: enter_remarks.EnterRemarks(stage.context)),
    ),
    Scene("find", (find_anything.FindDialog,), dialog(_find)),
)


def _plan(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(plan_document, stage.case_id, context.catalogue, context.today())
    return plan_pdf(document, context.words)


def _extract(stage: Stage) -> bytes:
    context, status = stage.context, _status(stage)
    document = context.read(plan_document, stage.case_id, context.catalogue, context.today(), number=3)
    measure = document.measures[0]
    choice = proposed_extract(document, measure.provider)
    head = context.read(letterhead, context.today())
    return plan_extract_pdf(
        plan_extract(document, measure, measure.provider or status.file.child.name, choice, head), context.words
    )


def _joint_plan(stage: Stage) -> bytes:
    """The plan of the fullest case as that of two: a sibling has the first half of its goals, worded alike."""
    context = stage.context
    plan = context.read(plan_document, stage.case_id, context.catalogue, context.today())
    half = tuple(replace(goal, own_words="", scores=()) for goal in plan.goals[: (len(plan.goals) + 1) // 2])
    steps = tuple(replace(step, here=step.number == 1) for step in plan.steps)
    sibling = replace(plan, child_first_name="Ida", child_name="Ida", goals=half, steps=steps, next_step="")
    return joint_plan_pdf(joint_document((plan, sibling)), context.words)


def _child_plan(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(plan_document, stage.case_id, context.catalogue, context.today())
    return child_plan_pdf(child_plan(document, context.today()), context.words)


def _network(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(network_document, stage.case_id, context.catalogue, context.today())
    return network_pdf(document, context.words)


def _print_genogram(stage: Stage) -> bytes:
    context = stage.context
    return genogram_pdf(
        context.read(genogram_document, stage.case_id, context.catalogue, context.today()), context.words
    )


def _summary(stage: Stage) -> bytes:
    context = stage.context
    return summary_pdf(context.read(summary_document, context.catalogue, context.today()), context.words)


def _family_calendar(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(family_calendar_document, stage.case_id, context.catalogue, context.today())
    return family_calendar_pdf(document, context.words)


def _hand_over(stage: Stage) -> bytes:
    context, first = stage.context, stage.context.today()
    document = context.read(hand_over_document, context.catalogue, context.now(), first, first + timedelta(days=13))
    return hand_over_pdf(document, context.words)


def _visit_sheet(stage: Stage) -> bytes:
    context = stage.context
    sheet = context.read(visit_sheet, stage.case_id, context.catalogue, context.now())
    return visit_sheet_pdf(for_paper(sheet), context.words)


def _recovery_sheet(stage: Stage) -> bytes:
    context = stage.context
    groups = tuple(f"{letters}{letters[::-1]}" for letters in ("AB", "C2", "D3", "EF", "G4", "HJ", "K5", "LM"))
    return recovery_sheet(context.read(caseworker), groups, context.today(), context.words)


def _follow_up_minutes(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(follow_up_minutes, stage.case_id, "", context.catalogue, context.today())
    return follow_up_minutes_pdf(document, context.words)


def _meeting_minutes(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(meeting_minutes, stage.case_id, "", context.catalogue, context.today())
    return meeting_minutes_pdf(document, context.words)


def _invitation(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(meeting_invitation, stage.case_id, "", context.catalogue, context.today())
    return meeting_invitation_pdf(document, context.words)


def _acute(stage: Stage) -> bytes:
    """The sheet of the child of whom most is known at once."""
    context, today = stage.context, stage.context.today()
    told = {s.case_id: context.read(acute_facts, s.case_id) for s in context.statuses()}
    fullest = max(told, key=lambda case_id: (len(told[case_id].not_told), case_id == stage.case_id))
    return acute_pdf(context.read(acute_document, fullest, context.catalogue, today), context.words)


def _case_file(stage: Stage) -> bytes:
    context = stage.context
    document = context.read(case_file_document, _file_kept_back(stage), context.catalogue, context.today())
    return case_file_pdf(document, context.words, lambda: None)


PRINTS: tuple[PrintScene, ...] = (
    PrintScene("print-case-file", _case_file),
    PrintScene("print-acute", _acute),
    PrintScene("print-follow-up-minutes", _follow_up_minutes),
    PrintScene("print-meeting-minutes", _meeting_minutes),
    PrintScene("print-meeting-invitation", _invitation),
    PrintScene("print-child-plan", _child_plan),
    PrintScene("print-plan-extract", _extract),
    PrintScene("print-joint-plan", _joint_plan),
    PrintScene("print-family-calendar", _family_calendar),
    PrintScene("print-hand-over", _hand_over),
    PrintScene("print-plan", _plan),
    PrintScene("print-network", _network),
    PrintScene("print-genogram", _print_genogram),
    PrintScene("print-summary", _summary),
    PrintScene("print-visit-sheet", _visit_sheet),
    PrintScene("print-recovery-key", _recovery_sheet),
)


class StageClock:
    """A clock that stands at a Monday morning, and moves on by a second whenever it is asked."""

    def __init__(self) -> None:
        self._now = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def made_path(folder: Path, caseload: str) -> Path:
    """Where the store of a caseload is made once, to be copied for each stage."""
    return folder / f"{caseload}.db"
