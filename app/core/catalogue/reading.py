"""From rows to entries: one reader for the files that are shipped and for what the store keeps."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from app.core.catalogue import entries
from app.core.catalogue.entries import Entry, RateUnit
from app.core.catalogue.rows import CatalogueRow
from app.core.interval import Interval
from app.core.names import Names
from app.core.records.family import Kin
from app.core.records.person import Gender

_W = TypeVar("_W", bound=StrEnum)


def _text(raw: object) -> str:
    if not isinstance(raw, str) or not raw.strip():
        raise ValueError("needs a text")
    return raw


def _names(raw: object) -> Names:
    if not isinstance(raw, Mapping):
        raise ValueError("needs a Danish and an English name")
    for language, called in (("da", "Danish"), ("en", "English")):
        if not isinstance(raw.get(language), str) or not raw[language].strip():
            raise ValueError(f"the {called} name is missing")
    if unknown := sorted(set(raw) - {"da", "en"}):
        raise ValueError(f"no such language '{unknown[0]}'")
    return Names(raw["da"], raw["en"])


def _whole(lowest: int, highest: int) -> Callable[[object], int]:
    def read(raw: object) -> int:
        if not isinstance(raw, int) or isinstance(raw, bool) or not lowest <= raw <= highest:
            raise ValueError(f"needs a whole number from {lowest} to {highest}")
        return raw

    return read


def _flag(raw: object) -> bool:
    if not isinstance(raw, bool):
        raise ValueError("needs true or false")
    return raw


def _interval(raw: object) -> Interval:
    try:
        return Interval.parse(_text(raw))
    except ValueError as error:
        raise ValueError("needs an interval such as 14d, 6w or 3m") from error


def _one_of(kind: type[_W]) -> Callable[[object], _W]:
    def read(raw: object) -> _W:
        try:
            return kind(_text(raw))
        except ValueError as error:
            raise ValueError(f"needs one of {', '.join(kind)}") from error

    return read


def _texts(raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list | tuple):
        raise ValueError("needs a list")
    return tuple(_text(one) for one in raw)


@dataclass(frozen=True, slots=True)
class _Attribute:
    """How one attribute is read, which field takes it, and the kind of row it refers to, if it does."""

    read: Callable[[object], Any]
    field: str = ""
    refers_to: str = ""


@dataclass(frozen=True, slots=True)
class _Kind:
    """The entry that a kind of row becomes, and its attributes."""

    entry: type[Entry]
    attributes: Mapping[str, _Attribute]


def _kind(entry: type[Entry], **attributes: Callable[[object], Any] | _Attribute) -> _Kind:
    both = {"order": _whole(0, 100_000), **attributes}
    return _Kind(entry, {name: a if isinstance(a, _Attribute) else _Attribute(a) for name, a in both.items()})


def _key_of(kind: str, field: str = "") -> _Attribute:
    return _Attribute(_text, field or f"{kind}_key", kind)


_KINDS: Mapping[str, _Kind] = {
    "step": _kind(
        entries.LadderStep,
        number=_whole(0, 99),
        names=_names,
        short_names=_names,
        explanation=_names,
        beside=_flag,
        needs_way_out=_flag,
    ),
    "group": _kind(entries.AccountingGroup, names=_names),
    "regime": _kind(entries.Regime, names=_names, first=_interval, then=_interval, after_first_year=_interval),
    "law_rule": _kind(entries.LawRule, names=_names, first=_interval, then=_interval, at_least=_interval),
    "paragraph": _kind(entries.Paragraph, text=_text, law_rule=_key_of("law_rule")),
    "measure_type": _kind(
        entries.MeasureType,
        names=_names,
        short_names=_names,
        step=_key_of("step"),
        group=_key_of("group"),
        is_placement=_flag,
        regime=_key_of("regime"),
        law_rule=_key_of("law_rule"),
        paragraphs=_Attribute(_texts, "paragraph_keys", "paragraph"),
        evidence_level=_whole(1, 4),
        usual_duration=_interval,
    ),
    "rate": _kind(
        entries.Rate,
        type=_key_of("measure_type", "type_key"),
        names=_names,
        ore=_whole(0, 10**12),
        unit=_one_of(RateUnit),
    ),
    "clarification": _kind(entries.Clarification, names=_names, paragraph=_text),
    "theme": _kind(entries.Theme, names=_names, youth=_flag),
    "sector": _kind(entries.Sector, names=_names),
    "role": _kind(
        entries.Role,
        names=_names,
        sector=_key_of("sector"),
        is_professional=_flag,
        may_have_custody=_flag,
        is_sibling=_flag,
        kin=_one_of(Kin),
        gender=_one_of(Gender),
    ),
    "closed_day": _kind(entries.ClosedDay, names=_names, month=_whole(1, 12), day=_whole(1, 31), closed=_flag),
    "rules": _kind(
        entries.ProgramRules,
        caseload_limit=_whole(1, 1000),
        caseload_noted_from=_whole(1, 1000),
        bridge_days=_whole(0, 366),
        usual_stay=_interval,
        longest_stay=_interval,
        spoken_within=_interval,
        contact_within=_interval,
        score_grace=_interval,
    ),
    "deadline": _kind(
        entries.DeadlineRule,
        names=_names,
        paragraph=_text,
        within=_interval,
        hours=_whole(1, 1000),
        working_days=_whole(1, 1000),
        age=_whole(0, 120),
        notice=_interval,
    ),
    "age_gate": _kind(entries.AgeGate, age=_whole(0, 120), names=_names, paragraph=_text, notice=_interval),
}


def read_entry(row: CatalogueRow) -> Entry:
    """The entry that a row says; raises CatalogueError for anything it may not or must say."""
    kind = _KINDS.get(row.kind)
    if kind is None:
        raise row.error("kind", f"no such kind of row '{row.kind}'")
    if row.valid_to is not None and row.valid_to <= row.valid_from:
        raise row.error("valid_to", "the row ends before it begins")
    values: dict[str, Any] = {"key": row.key, "valid_from": row.valid_from, "valid_to": row.valid_to}
    for name, raw in row.data.items():
        attribute = kind.attributes.get(name)
        if attribute is None:
            raise row.error(name, "no such key")
        try:
            values[attribute.field or name] = attribute.read(raw)
        except ValueError as error:
            raise row.error(name, str(error)) from error
    if "short_names" in kind.attributes and "names" in values:
        values.setdefault("short_names", values["names"])  # most names are short already
    _demand_all(row, kind, values)
    return kind.entry(**values)


def references(row: CatalogueRow) -> list[tuple[str, str, str]]:
    """What a row that was read refers to: attribute, kind and key of each."""
    found = []
    for name, attribute in _KINDS[row.kind].attributes.items():
        raw = row.data.get(name)
        if attribute.refers_to and raw is not None:
            found += [(name, attribute.refers_to, str(key)) for key in (raw if isinstance(raw, list) else [raw])]
    return found


def _demand_all(row: CatalogueRow, kind: _Kind, values: Mapping[str, Any]) -> None:
    needed = {f.name for f in dataclasses.fields(kind.entry) if f.default is dataclasses.MISSING}
    for name, attribute in kind.attributes.items():
        field = attribute.field or name
        if field in needed and field not in values:
            raise row.error(name, "is missing")
