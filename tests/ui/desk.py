"""A caseworker's desk: a case in a foster family, and the forms of its follow-ups."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.follow_up import FollowUp
from app.core.records.measure import Measure
from app.services.follow_up_sheet import follow_up_sheet
from app.services.follow_ups import follow_ups_of_case
from app.ui.context import Context
from app.ui.dialogs.register_follow_up import RegisterFollowUp
from tests.conftest import TODAY
from tests.factories import Office

WEEK = timedelta(days=7)


class Desk:
    """A case in a foster family, and its form."""

    def __init__(self, context: Context, office: Office, qtbot: QtBot) -> None:
        self.context, self.office, self.qtbot = context, office, qtbot
        self.case: Case = office.case()
        self.measure: Measure = office.measure(self.case, office.a_type(step=4), start=TODAY - 10 * WEEK)

    def form(self, record: FollowUp | None = None) -> RegisterFollowUp:
        sheet = self.context.read(follow_up_sheet, self.case.id, self.context.catalogue, TODAY)
        dialog = RegisterFollowUp(self.context, sheet, record or FollowUp(case_id=self.case.id))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    def edit(self, dialog: RegisterFollowUp, **values: Any) -> None:
        """Fill in fields as a user does: every change is told."""
        for name, value in values.items():
            field = dialog.form.field(name)
            field.set_value(value)
            field.edited.emit()

    def kept(self) -> FollowUp:
        (record,) = self.context.read(follow_ups_of_case, self.case.id)
        return record


def press(dialog: QDialog, words: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == words).click()
