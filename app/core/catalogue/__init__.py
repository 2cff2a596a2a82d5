"""The dated catalogue: ladder, measure types, rules, rates and lists, with stable keys and the version of each time."""

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
    RateUnit,
    Regime,
    Role,
    Sector,
    Theme,
)
from app.core.catalogue.lookup import Catalogue, UnknownEntry
from app.core.catalogue.rows import ALWAYS, CatalogueError, CatalogueRow, read_toml

__all__ = [
    "ALWAYS",
    "AccountingGroup",
    "AgeGate",
    "Catalogue",
    "CatalogueError",
    "CatalogueRow",
    "Clarification",
    "ClosedDay",
    "DeadlineRule",
    "Entry",
    "LadderStep",
    "LawRule",
    "MeasureType",
    "Paragraph",
    "ProgramRules",
    "Rate",
    "RateUnit",
    "Regime",
    "Role",
    "Sector",
    "Theme",
    "UnknownEntry",
    "read_toml",
]
