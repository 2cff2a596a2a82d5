"""Frozen documents as JSON text and back: what an issued version keeps."""

from __future__ import annotations

import json
from datetime import date
from typing import TypeVar

from cattrs.preconf.json import make_converter

T = TypeVar("T")

_CONVERTER = make_converter()
_CONVERTER.register_unstructure_hook(date, date.isoformat)
_CONVERTER.register_structure_hook(date, lambda text, _: date.fromisoformat(text))


def to_text(document: object) -> str:
    """The document as JSON with sorted keys: the same document gives the same text."""
    return json.dumps(_CONVERTER.unstructure(document), ensure_ascii=False, sort_keys=True)


def from_text(text: str, kind: type[T]) -> T:
    """The document of a JSON text; raises ValueError or a cattrs error where it is not one of this kind."""
    return _CONVERTER.structure(json.loads(text), kind)
