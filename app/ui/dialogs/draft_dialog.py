"""What the windows about a case or one of its records have in common."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app import labels
from app.ui.context import Context
from app.ui.stored_drafts import drafts_of
from app.ui.widgets.form_dialog import FormDialog


class DraftDialog(FormDialog):
    """A form whose draft is kept under `form` and `target`; problems are told in the words of the program."""

    def __init__(
        self,
        context: Context,
        *,
        form: str,
        target: str,
        title: str,
        subtitle: str = "",
        window: str = "",
        columns: int = 1,
        save_text: str = "",
        anyway_text: str = "",
        later_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context.words,
            title,
            partial(labels.problem, context.words),
            subtitle=subtitle,
            window=window,
            columns=columns,
            drafts=drafts_of(context, form, target),
            save_text=save_text,
            anyway_text=anyway_text,
            later_text=later_text,
            parent=parent,
        )
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
