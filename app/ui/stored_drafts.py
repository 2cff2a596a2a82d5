"""Where the draft of a form lies: in the store, under the form's name and what it is about."""

from __future__ import annotations

import contextlib
from datetime import date, datetime

from app.core.dates import screen_date
from app.core.errors import ForlaensError
from app.core.records.draft import Draft
from app.labels.moments import clock
from app.services import drafts as kept
from app.ui.context import Context
from app.ui.widgets.drafts import Draft as FoundDraft
from app.ui.widgets.drafts import Drafts
from app.words import Words


def drafts_of(context: Context, form: str, target: str) -> Drafts:
    """The drafts of one form about one record or case, with the one that waits, if any."""

    def save(state: object) -> None:
        if isinstance(state, dict):
            draft = Draft(form=form, target=target, saved_at=context.now(), state=state)
            context.store.scratch(kept.save_draft, draft)

    def clear() -> None:
        with contextlib.suppress(ForlaensError):  # one that stays is offered again, and nothing is lost by it
            context.store.scratch(kept.drop_draft, form, target)

    found = context.read(kept.draft, form, target)
    when = _when(context.words, found.saved_at.astimezone(), context.today()) if found else ""
    return Drafts(save=save, clear=clear, found=FoundDraft(found.state, when) if found else None)


def _when(words: Words, at: datetime, today: date) -> str:
    """The hour for a draft of today, else the day with it."""
    hour = clock(words, at)
    return hour if at.date() == today else f"{screen_date(at.date())} {hour}"
