"""The rows of a form that say who the caseworker is: the same at set-up and under settings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.core.records.caseload import Caseworker
from app.ui.widgets.form import Form
from app.ui.widgets.text_fields import LineField
from app.words import Words

_TEXTS = ("name", "municipality", "department", "phone", "email", "team_leader")


def add_caseworker_rows(form: Form, words: Words) -> None:
    """Add the rows to a form of two columns."""
    form.add("name", words.tr("Your name"), LineField(), required=True, whole=True)
    form.add("municipality", words.tr("Municipality"), LineField())
    form.add("department", words.tr("Department"), LineField())
    form.add("phone", words.tr("Telephone"), LineField())
    form.add("email", words.tr("E-mail"), LineField())
    form.add("team_leader", words.tr("Team leader"), LineField(), whole=True)
    form.add(
        "districts",
        words.tr("Districts"),
        LineField(limit=1_000),
        help_text=words.tr("With commas between them: Herning, Ikast, Brande"),
        whole=True,
    )


def show_caseworker(form: Form, caseworker: Caseworker) -> None:
    """Fill the rows."""
    form.set_values({name: getattr(caseworker, name) for name in _TEXTS})
    form.set_values({"districts": ", ".join(caseworker.districts)})


def caseworker_in(form: Form, before: Caseworker) -> Caseworker:
    """The caseworker as the rows say; the rest stays as it was before."""
    values = form.values()
    typed = (part.strip() for part in str(values["districts"]).split(","))
    # A district written twice, once with small letters, is one: the first is how it is spelled.
    districts = {part.casefold(): part for part in reversed([*typed]) if part}
    texts: dict[str, Any] = {name: str(values[name]) for name in _TEXTS}
    return replace(before, **texts, districts=tuple(reversed(districts.values())))
