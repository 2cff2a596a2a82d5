"""A part of a form that is shown and hidden as one."""

from __future__ import annotations

from typing import Any, TypeVar

from PySide6.QtWidgets import QWidget

from app.ui.widgets.columns import Columns
from app.ui.widgets.field import Field
from app.ui.widgets.form import Form, heading
from app.ui.widgets.form_row import FormRow

AnyField = TypeVar("AnyField", bound=Field[Any])


class FormPart(Columns):
    """A stretch of a form that is shown and hidden as one, such as what is asked about one of several children.

    Its rows are rows of the form, called with `prefix` before their names. `leave_out` asks for none of them any more.
    """

    def __init__(self, form: Form, prefix: str) -> None:
        super().__init__(form.most_columns())
        self.prefix = prefix
        self._form, self._is_begun = form, False
        self.setProperty("look", "clear")
        form.add_widget(self)

    def add(
        self,
        name: str,
        label: str,
        field: AnyField,
        *,
        help_text: str = "",
        required: bool = False,
        whole: bool = False,
    ) -> AnyField:
        """Add a row and return its field."""
        self._is_begun = True
        full = self.prefix + name
        return self._form.add_at(self, full, label, field, help_text=help_text, required=required, whole=whole)

    def add_heading(self, text: str, subtitle: str = "") -> None:
        """Begin a group of rows."""
        self.put(heading(text, subtitle, above=4 if self._is_begun else 0), whole=True)

    def add_widget(self, widget: QWidget, *, whole: bool = True) -> None:
        """Put something that is not a field between the rows."""
        self.put(widget, whole=whole)

    def leave_out(self, is_out: bool) -> None:
        """Ask for nothing in this part, or again; what stands in it is kept."""
        self._form.leave_out(self.prefix, is_out)

    def row(self, name: str) -> FormRow:
        """The row called `name` in this part; raises KeyError."""
        return self._form.row(self.prefix + name)
