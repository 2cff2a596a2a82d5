"""The figures of the caseload, read with the cases that were closed within the half-year they tell of."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.figures import Figures, figures, half_year_start
from app.core.status import CaseStatus, case_status
from app.services.caseload import case_files
from app.services.cases import closed_after


def caseload_figures(session: Session, open_now: Iterable[CaseStatus], catalogue: Catalogue, today: date) -> Figures:
    """The figures of today. `open_now` are the statuses of the open cases, which whoever asks has already."""
    gone = closed_after(session, half_year_start(today), today)
    lately = (case_status(file, catalogue, file.case.closed or today) for file in case_files(session, gone))
    return figures([*open_now, *lately], catalogue, today)
