"""The calendar: what is planned and what is due, by month, by week, or as a list of the month's days."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app import labels
from app.core.attention import Tab
from app.core.calendar_view import CalendarDay, CalendarMark, calendar_days, week_of, weeks_of_month
from app.core.dates import weekday_date
from app.core.errors import Invalid
from app.core.records.follow_up import FollowUp
from app.services.follow_up_sheet import follow_up_sheet
from app.services.follow_ups import plan_for
from app.services.store import Act
from app.ui.context import Context, Destination, Place
from app.ui.dialogs.export_calendar import export_calendar
from app.ui.dialogs.plan_follow_up import PlanFollowUp
from app.ui.dialogs.register_follow_up import open_register
from app.ui.pages.calendar.calendar_words import cells, day_lines, month_title, spoken, week_title, weekdays
from app.ui.pages.page import Page
from app.ui.pages.work_opening import settle
from app.ui.prints.registry import HAND_OVER
from app.ui.widgets.button import Button, IconButton
from app.ui.widgets.calendar_grid import CalendarGrid
from app.ui.widgets.choice_fields import Option, SegmentedField
from app.ui.widgets.list_rows import ListRows
from app.ui.widgets.surfaces import Banner, Card, EmptyState, PageHeader
from app.ui.widgets.text import Text
from app.ui.widgets.work_lines import names_of

MONTH, WEEK, LIST = "month", "week", "list"
_KEPT = "calendar"
_SIDE_WIDTH = 300


class CalendarPage(Page):
    """Shows the days around a chosen one, and beside them what stands on it; what is dragged is planned there."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        words, today = context.words, context.today()
        self._day = today
        self._days: dict[date, CalendarDay] = {}
        self._marks: dict[str, CalendarMark] = {}
        self._header = PageHeader("")
        self.view = SegmentedField(
            [Option(MONTH, words.tr("Month")), Option(WEEK, words.tr("Week")), Option(LIST, words.tr("List"))]
        )
        self._before = IconButton("chevron-left", words.tr("Before"))
        self._after = IconButton("chevron-right", words.tr("After"))
        self._now = Button(words.tr("Today"))
        self.grid = CalendarGrid(words.tr("Calendar"), weekdays(words, week_of(today)), words.tr("+ {n} more"))
        self.days = ListRows(words.tr("The days of the month as a list"))
        self.list = ListRows(words.tr("What stands on the day"))
        self._empty = EmptyState(words.tr("Nothing on this day"), icon="calendar-days")
        self._list_none = EmptyState(words.tr("Nothing in this month"), icon="calendar-days")
        self.plan = Button(words.tr("Plan for another day …"))
        self._away = Button(words.tr("Away …"))
        self._away.setToolTip(words.tr("What falls due while you are away, on a sheet for whoever steps in"))
        self._file = IconButton("download", words.tr("Calendar file …"))
        self._banner = Banner("", "warning")
        self._side = Card(words.tr("What stands on the day"))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show the days around the chosen one as they stand now."""
        context, words, now = self.context, self.context.words, self.context.now()
        statuses, lines = context.statuses(), context.work()
        shown = week_of(self._day) if self.view.value() == WEEK else weeks_of_month(self._day)
        if self.view.value() == LIST:
            shown = tuple(day for day in shown if day.month == self._day.month)
        days = calendar_days(shown, statuses, lines, context.catalogue)
        names = names_of(statuses, lines)
        self._days = {one.day: one for one in days}
        self._marks = {found.key: found for one in days for found in one.marks}
        self._header.set_title(week_title(days, words) if self.view.value() == WEEK else month_title(self._day, words))
        first, last = days[0].week, days[-1].week
        self._header.set_subtitle(words.tr("weeks {first} to {last}", first=first, last=last) if first != last else "")
        if self.view.value() == LIST:
            told = day_lines(days, names, words, now, headed=True)
            self.days.set_lines(told)
            self._pages.setCurrentWidget(self.days if told else self._list_none)
        else:
            self.grid.chip_lines = 2 if self.view.value() == WEEK else 1
            self.grid.show_days(cells(days, self._day, names, words, now), now.date(), self._day)
            self._pages.setCurrentWidget(self.grid)
        self._show_day()

    def begin(self) -> None:
        """The days."""
        (self.days if self.view.value() == LIST else self.grid).setFocus()

    def lead_to(self, destination: Destination) -> None:
        """Show the month, the week or the list, as the destination's tab says."""
        if destination.tab in {MONTH, WEEK, LIST}:
            self.view.set_value(destination.tab)
            self.outdate()

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    def notice(self) -> str:
        """What is said above the days, "" while nothing is."""
        return "" if self._banner.isHidden() else self._banner.text()

    # Showing

    def _show_day(self) -> None:
        """What stands on the chosen day, beside the grid."""
        context, words = self.context, self.context.words
        day = self._days.get(self._day)
        self._side.setVisible(self.view.value() != LIST)
        if day is not None:
            names = names_of(context.statuses(), context.work())
            title = weekday_date(self._day, words.language)
            told = spoken(day, words).removeprefix(f"{title}, ")
            self._side.set_title(f"{title[0].upper()}{title[1:]}")
            self._side_told.setText(told)
            found = day_lines([day], names, words, context.now(), headed=False)
            self.list.set_lines(found)
            self.list.setVisible(bool(found))
            self._empty.setVisible(not found)
        self._offer()

    def _offer(self) -> None:
        """What can be done with the line one stands on."""
        mark = self._marks.get(self._current_list().current_key())
        self.plan.setEnabled(mark is not None and mark.can_be_moved)

    def _current_list(self) -> ListRows:
        return self.days if self.view.value() == LIST else self.list

    # Building

    def _lay_out(self) -> None:
        words = self.context.words
        self._side_told = Text("", "quiet", wrap=True)
        self.view.describe(words.tr("What to show"), "")
        self.view.set_value(MONTH)
        for widget in (self._before, self._now, self._after, self.view):
            self._header.middle.addWidget(widget)
        self._header.middle.addStretch(1)
        self._header.end.addWidget(self._away)
        self._header.end.addWidget(self._file)
        self._header.end.addWidget(self.plan)
        self._pages = QStackedWidget()
        for page in (self.grid, self.days, self._list_none):
            self._pages.addWidget(page)
        days = Card()
        days.body.addWidget(self._pages, 1)
        self._side.setFixedWidth(_SIDE_WIDTH)
        self._side.body.addWidget(self._side_told)
        for shown in (self.list, self._empty):
            self._side.body.addWidget(shown, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(days, 1)
        row.addWidget(self._side)
        self._banner.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(12)
        column.addWidget(self._header)
        column.addWidget(self._banner)
        column.addLayout(row, 1)
        QWidget.setTabOrder(self.grid, self.list)

    def _connect(self) -> None:
        remembered = self.context.settings.recall(_KEPT)
        if isinstance(remembered, dict):
            self.view.restore(remembered.get("view"))
        self.view.edited.connect(self._on_view)
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._now.clicked.connect(self._on_today)
        self.grid.chosen.connect(self._on_day)
        self.grid.turned.connect(self._turn)
        self.grid.entered.connect(self.list.setFocus)
        self.grid.opened.connect(self._on_opened)
        self.grid.moved.connect(self._on_moved)
        for shown in (self.list, self.days):
            shown.opened.connect(self._on_opened)
            shown.selectionModel().currentChanged.connect(self._on_current)
        self.plan.clicked.connect(self._on_plan)
        self._file.clicked.connect(self._on_file)
        self._away.clicked.connect(self._on_away)
        for keys in ("F2", "Ctrl+M"):
            again = QShortcut(QKeySequence(keys), self)
            again.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            again.activated.connect(self._on_plan)

    # Slots

    def _on_view(self) -> None:
        self.context.settings.remember(_KEPT, {"view": self.view.value()})
        self.refresh()

    def _on_before(self) -> None:
        self._turn(-1)

    def _on_after(self) -> None:
        self._turn(1)

    def _turn(self, count: int) -> None:
        by_week = self.view.value() == WEEK
        self._go_to(self._day + (timedelta(weeks=count) if by_week else relativedelta(months=count)))

    def _on_today(self) -> None:
        self._go_to(self.context.today())

    def _on_day(self, day: date) -> None:
        self._go_to(day)

    def _go_to(self, day: date) -> None:
        self._day = day
        self._banner.hide()
        self.refresh()

    def _on_current(self) -> None:
        self._offer()

    def _on_opened(self, key: str) -> None:
        mark = self._marks[key]
        case_id = mark.status.case_id
        if mark.line is not None:
            settle(self.context, mark.line, self)
        elif mark.can_be_moved:
            self.context.log(Act.LOOK_UP, case_id)
            open_register(self.context, case_id, self)
        elif mark.meeting is not None:
            self.context.go(Place.CASE, case_id, Tab.MEETINGS, mark.meeting.id)
        else:
            self.context.go(Place.CASE, case_id, Tab.FOLLOW_UPS, mark.follow_up.id if mark.follow_up else "")

    def _on_moved(self, key: str, day: date) -> None:
        """Plan what was dropped for that day; what keeps it from it, or is worth knowing, is said above the days."""
        mark, context, words = self._marks[key], self.context, self.context.words
        told = weekday_date(day, words.language)
        if day < context.today():
            self._say(
                words.tr(
                    "{day} has passed: a follow-up is planned for a day to come.", day=f"{told[0].upper()}{told[1:]}"
                )
            )
            return
        is_off, names = self._days[day].is_off, self._days[day].names
        try:
            follow_up_id = mark.follow_up.id if mark.follow_up else ""
            context.write(plan_for, mark.status.case_id, follow_up_id, day, context.today())
        except Invalid as refused:
            self._say("\n".join(labels.problem(words, problem) for problem in refused.problems))
            return
        self._go_to(day)
        if is_off:
            name = names.of(words.language) if names else words.tr("a day off")
            self._say(words.tr("Planned for {day}: {name}. Ctrl+Z takes it back.", day=told, name=name))

    def _on_file(self) -> None:
        export_calendar(self.context, self)

    def _say(self, text: str) -> None:
        self._banner.say(text, "warning")
        self._banner.show()

    def _on_away(self) -> None:
        self.context.go(Place.PRINTS, tab=HAND_OVER)

    def _on_plan(self) -> None:
        mark = self._marks.get(self._current_list().current_key())
        if mark is None or not mark.can_be_moved:
            return
        context, case_id = self.context, mark.status.case_id
        context.log(Act.LOOK_UP, case_id)
        sheet = context.read(follow_up_sheet, case_id, context.catalogue, context.today())
        wanted = mark.follow_up.id if mark.follow_up else ""
        record = next((one for one in sheet.follow_ups if one.id == wanted), FollowUp(case_id=case_id))
        PlanFollowUp(context, sheet, record, self).open()
