"""The catalogue in the store: seeded from the files the program brings, read as dated rows."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import paths
from app.core.catalogue import ALWAYS, Catalogue, CatalogueRow, read_toml
from app.core.changes import Changes
from app.core.ids import new_id
from app.models.caseload import CatalogueItemRow


def shipped_rows() -> tuple[CatalogueRow, ...]:
    """The catalogue's rows as the program brings them; raises CatalogueError with file, line and key."""
    files = sorted((paths.resources() / "catalogue").glob("*.toml"))
    rows = [row for file in files for row in read_toml(file.name, file.read_text("utf-8"))]
    Catalogue.from_rows(rows)
    return tuple(rows)


def seed_catalogue(session: Session, rows: tuple[CatalogueRow, ...]) -> Changes:
    """Put rows into a store that is being made."""
    for position, row in enumerate(rows):
        session.add(
            CatalogueItemRow(
                id=new_id(),
                position=position,
                kind=row.kind,
                key=row.key,
                valid_from=row.valid_from,
                valid_to=row.valid_to,
                data=dict(row.data),
            )
        )
    return Changes("catalogue-seeded")


def load_catalogue(session: Session) -> Catalogue:
    """The store's catalogue, validated like the files; raises CatalogueError."""
    found = session.scalars(select(CatalogueItemRow).order_by(CatalogueItemRow.position))
    return Catalogue.from_rows(
        CatalogueRow(row.kind, row.key, row.valid_from or ALWAYS, row.valid_to, row.data) for row in found
    )
