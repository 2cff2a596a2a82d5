"""Prints that were handed out, and the sheets themselves: never as loose files.

None of it is a `Row`: it has no before-images. What left the program is not taken back by Ctrl+Z, so undo has nothing
to do here; a before-image of a removed sheet would keep all the bytes, in the store and in every backup, of what
somebody wanted gone. What is deleted here is overwritten (secure_delete). When a case is deleted, by whatever way, a
trigger of the schema takes the sheets it is on with it.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.records.handed_print import HowHanded
from app.models.base import Base


class SheetRow(Base):
    """The bytes of a PDF, once however often it was handed out; `digest` is their SHA-256."""

    __tablename__ = "sheet"

    digest: Mapped[str] = mapped_column(String(64), primary_key=True)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(deferred=True)


class HandedPrintRow(Base):
    """One time that a sheet was handed out; `digest` is empty where the sheet is not kept any more."""

    __tablename__ = "handed_print"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    at: Mapped[datetime] = mapped_column(index=True)
    how: Mapped[HowHanded]
    purpose: Mapped[str]
    code: Mapped[str]
    title: Mapped[str]
    language: Mapped[str] = mapped_column(String(8))
    file_name: Mapped[str]
    pages: Mapped[int]
    of_caseload: Mapped[bool]
    digest: Mapped[str | None] = mapped_column(String(64), ForeignKey("sheet.digest", ondelete="SET NULL"), index=True)


class HandedPrintCaseRow(Base):
    """Whose case is on a print. No key of the case: what was handed out stands in no way of its deletion."""

    __tablename__ = "handed_print_case"

    print_id: Mapped[str] = mapped_column(
        String(32), ForeignKey("handed_print.id", ondelete="CASCADE"), primary_key=True
    )
    case_id: Mapped[str] = mapped_column(String(32), primary_key=True, index=True)
