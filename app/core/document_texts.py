"""Every text that somebody typed into a document: to look through them, and to tell them in other words."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeVar, cast

from app.core.names import Names
from app.core.records.documents import Letterhead
from app.core.records.file_access import Piece

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

D = TypeVar("D")


def typed_texts(part: object) -> Iterator[str]:
    """Every text somebody typed into a document; its head and the names of the catalogue hold none.

    What is given of a case file is the same in both languages where somebody typed it.
    """
    if type(part) is str:  # the code of an enumeration is a text too, but nobody typed it
        yield part
    elif isinstance(part, Piece):
        yield part.text.da
    elif isinstance(part, tuple):
        for one in part:
            yield from typed_texts(one)
    elif dataclasses.is_dataclass(part) and not isinstance(part, type | Letterhead | Names):
        for name in _typed_fields(part):
            yield from typed_texts(getattr(part, name))


def retold(document: D, tell: Callable[[str], str]) -> D:
    """The document with each text that somebody typed told by `tell`."""
    return cast("D", _retold(document, tell))


def _retold(part: object, tell: Callable[[str], str]) -> object:
    if type(part) is str:
        return tell(part)
    if isinstance(part, tuple):
        return tuple(_retold(one, tell) for one in part)
    if dataclasses.is_dataclass(part) and not isinstance(part, type | Letterhead | Names):
        return dataclasses.replace(part, **{name: _retold(getattr(part, name), tell) for name in _typed_fields(part)})
    return part


def _typed_fields(part: DataclassInstance) -> Iterator[str]:
    """The fields of a dataclass that may hold words; ids hold none."""
    for field in dataclasses.fields(part):
        if field.name != "id" and not field.name.endswith("_id"):
            yield field.name
