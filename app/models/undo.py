"""Which change set undo and redo would take back: the run's change sets read as two stacks."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models.trail import ChangeSetRow


def next_undo(session: Session, run: str) -> ChangeSetRow | None:
    """The change set Ctrl+Z takes back, or None."""
    return _top(_stacks(session, run)[0])


def next_redo(session: Session, run: str) -> ChangeSetRow | None:
    """The undo that redo takes back, or None: gone as soon as something new was changed."""
    return _top(_stacks(session, run)[1])


def _top(stack: list[ChangeSetRow]) -> ChangeSetRow | None:
    return stack[-1] if stack else None


def _stacks(session: Session, run: str) -> tuple[list[ChangeSetRow], list[ChangeSetRow]]:
    done: list[ChangeSetRow] = []
    undone: list[ChangeSetRow] = []
    for change in session.scalars(select(ChangeSetRow).where(ChangeSetRow.run == run).order_by(ChangeSetRow.seq)):
        if change.reverts is None:
            done.append(change)
            undone.clear()
        elif done and change.reverts == done[-1].seq:
            done.pop()
            undone.append(change)
        else:
            undone.pop()
            done.append(change)
    return done, undone
