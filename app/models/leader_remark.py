"""What the team leader said, and which cases stood on a summary that was handed out."""

from __future__ import annotations

from datetime import date

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.core.records.leader_remark import RemarkSource
from app.models.base import Base, VoidableRow
from app.models.keys import case_key


class LeaderRemarkRow(VoidableRow):
    """A remark of the team leader: see `app.core.records.leader_remark.LeaderRemark`."""

    __tablename__ = "leader_remark"
    searchable = ("text", "to_do", "settled_how")

    case_id: Mapped[str] = case_key()
    said_on: Mapped[date]
    said_by: Mapped[str]
    source: Mapped[RemarkSource]
    summary_of: Mapped[date | None]
    text: Mapped[str]
    to_do: Mapped[str]
    due: Mapped[date | None]
    settled_on: Mapped[date | None]
    settled_how: Mapped[str]


class SummaryLineRow(Base):
    """A line of a summary that was printed or saved: which case stood under which number. No part of history."""

    __tablename__ = "summary_line"

    day: Mapped[date] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[str] = mapped_column(String(32))
