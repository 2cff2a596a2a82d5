"""The store: the only place where a transaction begins or ends, and the one path for every change of data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from threading import Lock
from typing import Concatenate, Final, Generic, ParamSpec, Protocol, TypeVar

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session, sessionmaker

from app.core.changes import Changes
from app.models import database, log_chain, undo
from app.models.errors import StoreDamaged, StoreError, StoreFull, StoreReadOnly, classify
from app.models.history import Recorder, revert
from app.models.trail import ChangeSetRow, LogEntryRow
from app.services.waiting_log import Shelter, WaitingLog
from app.vault.keys import DataKey

P = ParamSpec("P")
T = TypeVar("T")


class Act(StrEnum):
    """What the log tells of."""

    WRITE = "write"
    LOOK_UP = "look_up"
    SEARCH = "search"
    PRINT = "print"
    EXPORT = "export"
    REVEAL = "reveal"
    UNLOCK = "unlock"
    FAILED_UNLOCK = "failed_unlock"
    BACKUP = "backup"
    RESTORE = "restore"


CASEWORK: Final = "casework"


@dataclass(frozen=True, slots=True)
class LogNote:
    """An act to be logged. `purpose` is "casework" unless the user was asked; `detail` holds no names."""

    act: Act
    case_id: str = ""
    purpose: str = CASEWORK
    detail: str = ""


class HeadKeeper(Protocol):
    """Keeps the log's head outside the store (the vault's witness)."""

    def keep(self, count: int, mac: str, at: datetime) -> None:
        """Note where the log stands after a commit."""


class _Transaction(Generic[T]):
    """A write on its way: its result, and where the log stood before it and stands after it."""

    result: T

    def __init__(self, work: Callable[[Session], T]) -> None:
        self.work = work
        self.before = self.after = log_chain.Head(0, log_chain.START, None)

    @property
    def has_logged(self) -> bool:
        """Whether it came to its end and left an entry in the log."""
        return self.after.count > self.before.count


class Store:
    """An open store. `run` names the run of the program that undo reaches back to; it survives a lock."""

    def __init__(
        self,
        path: Path,
        key: DataKey,
        *,
        clock: Callable[[], datetime],
        run: str,
        keeper: HeadKeeper | None = None,
        shelter: Shelter | None = None,
        read_only: bool = False,
    ) -> None:
        self.path = path
        self.read_only = read_only
        self._key = key.raw
        self._log_key = key.derive("log")
        self._clock = clock
        self._run = run
        self._keeper = keeper
        self._waiting = WaitingLog(shelter)
        # A backup logs from the worker thread: what waits must be written once, and the head kept in order.
        self._turn = Lock()
        self._engine = database.make_engine(path, key.raw, read_only=read_only)
        self._reads = sessionmaker(self._engine, expire_on_commit=False, autoflush=True)
        self._writes = sessionmaker(
            self._engine.execution_options(**database.IMMEDIATE), expire_on_commit=False, autoflush=True
        )

    def read(self, query: Callable[Concatenate[Session, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What a query service returns, in one consistent read. Raises a `StoreError`.

        A disk can fail once, and a connection that met it fails from then on: a fresh one reads again before damage is
        believed.
        """
        try:
            return self._read_once(lambda session: query(session, *args, **kwargs))
        except StoreDamaged:
            self._engine.dispose()
            return self._read_once(lambda session: query(session, *args, **kwargs))

    def write(self, service: Callable[Concatenate[Session, P], Changes], *args: P.args, **kwargs: P.kwargs) -> Changes:
        """Carry out a write service: rows, before-images and log entry become durable together or not at all.

        Raises what the service raises, and a `StoreError` where nothing could be saved.
        """
        return self._transact(None, lambda session: service(session, *args, **kwargs))

    def undo(self) -> Changes | None:
        """Take the last change of this run back; None when there is nothing left."""
        return self._revert(undo.next_undo, "undo")

    def redo(self) -> Changes | None:
        """Bring back what undo took, as long as nothing else was changed since."""
        return self._revert(undo.next_redo, "redo")

    def scratch(self, service: Callable[Concatenate[Session, P], None], *args: P.args, **kwargs: P.kwargs) -> None:
        """Write what is neither history nor logged: drafts. Durable like every write."""
        self._commit(lambda session: service(session, *args, **kwargs))

    def log(self, note: LogNote) -> None:
        """Log an act that changes no data. Where nothing can be written it waits, and is written first later."""
        self._log((note,))

    def hand_out(self, notes: Sequence[LogNote], keep: Callable[[Session], None]) -> None:
        """Log that something leaves the program, and keep what it is in the same transaction.

        Where both cannot be written the log comes first, as in `log`.
        """
        with self._turn:
            self._wait(notes)
        try:
            self._commit(keep)
        except StoreError:
            self._log(())

    def _wait(self, notes: Sequence[LogNote]) -> None:
        for note in notes:
            self._waiting.add(self._clock(), **asdict(note))

    def _log(self, notes: Sequence[LogNote]) -> None:
        with self._turn:
            self._wait(notes)
        try:
            self._commit(lambda session: None)
        except StoreError as error:
            with self._turn:
                self._waiting.shelter()
            if not isinstance(error, StoreFull | StoreReadOnly):
                raise

    @property
    def unlogged(self) -> int:
        """How many acts are in no log and would be forgotten if the program ended now."""
        return self._waiting.in_memory_alone

    def backup_to(self, target: Path) -> None:
        """Write an encrypted copy of the store, as of now, to `target`."""
        database.snapshot(self.path, self._key, target)

    def log_head(self) -> log_chain.Head:
        """Where the log stands."""
        return self.read(log_chain.head)

    def close(self) -> None:
        """Let go of the file; the log is folded into it."""
        self._engine.dispose()

    def _read_once(self, query: Callable[[Session], T]) -> T:
        try:
            with self._reads() as session:
                return query(session)
        except (DBAPIError, sqlcipher.Error) as error:
            raise classify(error) or error from error

    def _revert(self, choose: Callable[[Session, str], ChangeSetRow | None], label: str) -> Changes | None:
        change = self.read(choose, self._run)
        if change is None:
            return None

        def take_back(session: Session) -> Changes:
            revert(session, change.seq)
            return Changes(f"{label}:{change.label}", case_ids=frozenset(change.case_ids))

        return self._transact(change.seq, take_back)

    def _transact(self, reverts: int | None, act: Callable[[Session], Changes]) -> Changes:
        def work(session: Session) -> Changes:
            recorder = Recorder(session, self._clock(), self._run, reverts)
            changes = act(session)
            session.flush()
            changes = replace(changes, tables=frozenset(recorder.tables))
            if changes.tables:
                recorder.change.label = changes.label
                recorder.change.case_ids = sorted(changes.case_ids)
                case_id = min(changes.case_ids, default="")
                note = LogNote(Act.WRITE, case_id, detail=changes.label)
                log_chain.append(session, self._log_key, LogEntryRow(at=self._clock(), **asdict(note)))
            return changes

        return self._commit(work)

    def _commit(self, work: Callable[[Session], T]) -> T:
        """One write transaction: what waits for the log first, then the work; the head is noted outside after it.

        After an error of the disk it is tried once more on a fresh connection, unless it turns out to be saved: a
        commit can fail after its last byte was written.
        """
        if self.read_only:
            raise StoreReadOnly("opened for reading")
        with self._turn:
            transaction = _Transaction(work)
            try:
                self._carry_out(transaction)
            except StoreDamaged:
                self._engine.dispose()
                if not (transaction.has_logged and self.log_head() == transaction.after):
                    transaction = _Transaction(work)
                    self._carry_out(transaction)
            self._waiting.clear()
            if self._keeper and transaction.has_logged and transaction.after.at:
                self._keeper.keep(transaction.after.count, transaction.after.mac, transaction.after.at)
            return transaction.result

    def _carry_out(self, transaction: _Transaction[T]) -> None:
        try:
            with self._writes.begin() as session:
                transaction.before = log_chain.head(session)
                for entry in self._waiting.rows(session):
                    log_chain.append(session, self._log_key, entry)
                transaction.result = transaction.work(session)
                session.flush()
                transaction.after = log_chain.head(session)
        except (DBAPIError, sqlcipher.Error) as error:
            raise classify(error) or error from error
