"""The catalogue: what the ladder, the measures, the rules and the lists were on any day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from app.core.catalogue.checks import check
from app.core.catalogue.entries import (
    AccountingGroup,
    AgeGate,
    Clarification,
    ClosedDay,
    DeadlineRule,
    Entry,
    LadderStep,
    LawRule,
    MeasureType,
    Paragraph,
    ProgramRules,
    Rate,
    Regime,
    Role,
    Sector,
    Theme,
)
from app.core.catalogue.reading import read_entry
from app.core.catalogue.rows import CatalogueRow

_E = TypeVar("_E", bound=Entry)


class UnknownEntry(LookupError):
    """A key that the catalogue never had."""


class Catalogue:
    """All dated rows, looked up by key and day.

    A lookup of one key gives the version in force that day. On a day that no version covers it gives the last
    version before, else the first one after, so that an old measure keeps its name; an unknown key raises
    UnknownEntry. A lookup of a list gives what may be chosen that day, in its order.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._versions: dict[type[Entry], dict[str, list[Entry]]] = {}
        for entry in sorted(entries, key=lambda entry: (entry.order, entry.valid_from)):
            self._versions.setdefault(type(entry), {}).setdefault(entry.key, []).append(entry)
        for of_key in self._versions.values():
            for versions in of_key.values():
                versions.sort(key=lambda entry: entry.valid_from)

    @classmethod
    def from_rows(cls, rows: Iterable[CatalogueRow]) -> Catalogue:
        """Read and check rows of all kinds together; raises CatalogueError."""
        pairs = [(row, read_entry(row)) for row in rows]
        check(pairs)
        return cls(entry for _, entry in pairs)

    def step(self, key: str, day: date) -> LadderStep:
        """A step of the ladder."""
        return self._one(LadderStep, key, day)

    def steps(self, day: date) -> tuple[LadderStep, ...]:
        """The steps from the lowest up, the one beside the ladder first."""
        return tuple(sorted(self._all(LadderStep, day), key=lambda step: step.number))

    def step_beside(self, day: date) -> LadderStep:
        """The step beside the ladder, where a child without a measure stands."""
        key = next(key for key, versions in self._of(LadderStep).items() if any(v.beside for v in versions))
        return self.step(key, day)

    def measure_type(self, key: str, day: date) -> MeasureType:
        """A measure type; for a measure ask with its start, so that it keeps the version of its time."""
        return self._one(MeasureType, key, day)

    def measure_types(self, day: date) -> tuple[MeasureType, ...]:
        """The measure types to choose from, from the lowest step up, each step in its order."""
        types = self._all(MeasureType, day)
        return tuple(sorted(types, key=lambda type_: (self.step(type_.step_key, day).number, type_.order)))

    def measure_types_on(self, step_key: str, day: date) -> tuple[MeasureType, ...]:
        """The measure types of one step, in their order."""
        return tuple(type_ for type_ in self._all(MeasureType, day) if type_.step_key == step_key)

    def step_of(self, type_key: str, day: date) -> LadderStep:
        """The step that a measure of this type, started that day, stands on."""
        return self.step(self.measure_type(type_key, day).step_key, day)

    def paragraphs_of(self, type_: MeasureType, day: date) -> tuple[Paragraph, ...]:
        """The paragraphs a measure of this type may stand on that day, the usual one first."""
        found = (self._one(Paragraph, key, day) for key in type_.paragraph_keys)
        return tuple(paragraph for paragraph in found if paragraph.holds_on(day))

    def paragraphs(self, day: date) -> tuple[Paragraph, ...]:
        """Every paragraph in force that day."""
        return self._all(Paragraph, day)

    def paragraph_called(self, text: str) -> Paragraph | None:
        """The paragraph written like this, if the catalogue has it."""
        wanted = " ".join(text.split()).casefold()
        every = (versions[-1] for versions in self._of(Paragraph).values())
        return next((paragraph for paragraph in every if paragraph.text.casefold() == wanted), None)

    def regime(self, key: str, day: date) -> Regime:
        """A follow-up schedule of the programme."""
        return self._one(Regime, key, day)

    def law_rule(self, key: str, day: date) -> LawRule:
        """The law's follow-up rule in force that day."""
        return self._one(LawRule, key, day)

    def deadline_rule(self, key: str, day: date) -> DeadlineRule | None:
        """The rule of a deadline counted from that day; None where no law or programme set one then."""
        return next((rule for rule in self.deadline_rules(key) if rule.holds_on(day)), None)

    def deadline_rules(self, key: str) -> tuple[DeadlineRule, ...]:
        """Every version of a deadline's rule, the earliest first."""
        return tuple(self._of(DeadlineRule).get(key, ()))

    def age_gates(self) -> tuple[AgeGate, ...]:
        """The birthdays that change something, in every version: each holds for birthdays in its time."""
        return tuple(gate for versions in self._of(AgeGate).values() for gate in versions)

    def rules(self, day: date) -> ProgramRules:
        """The numbers of the model in force that day."""
        return self._one(ProgramRules, next(iter(self._of(ProgramRules))), day)

    def groups(self, day: date) -> tuple[AccountingGroup, ...]:
        """The accounting groups of the statistics."""
        return self._all(AccountingGroup, day)

    def group(self, key: str, day: date) -> AccountingGroup:
        """An accounting group."""
        return self._one(AccountingGroup, key, day)

    def rates(self, type_key: str, day: date) -> tuple[Rate, ...]:
        """What a measure type costs that day, one rate a level; empty where none is known."""
        return tuple(rate for rate in self._all(Rate, day) if rate.type_key == type_key)

    def clarifications(self, day: date) -> tuple[Clarification, ...]:
        """What may be going on while a child is under clarification."""
        return self._all(Clarification, day)

    def clarification(self, key: str, day: date) -> Clarification:
        """One kind of clarification."""
        return self._one(Clarification, key, day)

    def themes(self, day: date) -> tuple[Theme, ...]:
        """The themes of any plan, and of an assessment."""
        return tuple(theme for theme in self._all(Theme, day) if not theme.youth)

    def youth_themes(self, day: date) -> tuple[Theme, ...]:
        """The themes that a youth plan asks for besides (barnets lov § 108)."""
        return tuple(theme for theme in self._all(Theme, day) if theme.youth)

    def theme(self, key: str, day: date) -> Theme:
        """A theme of a plan."""
        return self._one(Theme, key, day)

    def sectors(self, day: date) -> tuple[Sector, ...]:
        """The sectors of the network map, clockwise from the top."""
        return self._all(Sector, day)

    def sector(self, key: str, day: date) -> Sector:
        """A sector of the network map."""
        return self._one(Sector, key, day)

    def roles(self, day: date) -> tuple[Role, ...]:
        """What people can be to a child."""
        return self._all(Role, day)

    def role(self, key: str, day: date) -> Role:
        """What somebody is to a child."""
        return self._one(Role, key, day)

    def closed_days(self, day: date) -> tuple[ClosedDay, ...]:
        """The days on which the municipality may be closed, ticked or not."""
        return self._all(ClosedDay, day)

    def is_closed(self, day: date) -> bool:
        """Whether the municipality is closed that day without its being a public holiday."""
        return any(c.closed and (c.month, c.day) == (day.month, day.day) for c in self.closed_days(day))

    def _of(self, kind: type[_E]) -> dict[str, list[_E]]:
        return self._versions.get(kind, {})  # type: ignore[return-value]  # filed under their own type

    def _one(self, kind: type[_E], key: str, day: date) -> _E:
        versions = self._of(kind).get(key)
        if not versions:
            raise UnknownEntry(f"{kind.__name__} {key}")
        begun = [entry for entry in versions if entry.valid_from <= day]
        return begun[-1] if begun else versions[0]

    def _all(self, kind: type[_E], day: date) -> tuple[_E, ...]:
        held = [entry for versions in self._of(kind).values() for entry in versions if entry.holds_on(day)]
        return tuple(sorted(held, key=lambda entry: entry.order))
