"""Fields on screen that stand for the attributes of a record, where the form is the record and saves by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from app.ui.widgets.field import Field

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

R = TypeVar("R", bound="DataclassInstance")
Fields = Mapping[str, Field[Any]]


def show_record(shown: Fields, record: DataclassInstance) -> None:
    """Show the record's values; a field that says the same already keeps its cursor and what can be taken back."""
    for name, field in shown.items():
        value = getattr(record, name)
        wanted = value.strip() if isinstance(value, str) else value
        if field.value() != wanted:
            field.set_value(value)


def read_record(shown: Fields, record: R) -> R:
    """The record with what the fields hold; codes become members of the enum that the record has there."""
    values: dict[str, Any] = {}
    for name in _names(record, shown):
        before, value = getattr(record, name), shown[name].value()
        values[name] = type(before)(value) if isinstance(before, Enum) else value
    return replace(record, **values)


def _names(record: DataclassInstance, shown: Fields) -> Iterable[str]:
    return (field.name for field in fields(record) if field.name in shown)
