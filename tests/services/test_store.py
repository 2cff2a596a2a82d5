"""What the store promises: durable writes, a chained log, an answer when nothing can be written."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import event, text
from sqlalchemy.orm import Session

from app.core.changes import Changes
from app.core.errors import Invalid, NotFound
from app.core.records.case import Case
from app.core.records.caseload import Caseworker
from app.models import log_chain
from app.models.errors import StoreDamaged, StoreFull, StoreReadOnly
from app.services.access import entries
from app.services.caseload import caseworker, save_caseworker, status_of, statuses_since
from app.services.opening import create_store
from app.services.store import Act, LogNote, Store
from app.vault.held_log import HeldLog
from tests.conftest import KEY, TODAY, Clock, open_test_store
from tests.factories import Office

LOG_KEY = KEY.derive("log")


class Keeper:
    """Notes what would be kept outside."""

    def __init__(self) -> None:
        self.kept: list[tuple[int, str, datetime]] = []

    def keep(self, count: int, mac: str, at: datetime) -> None:
        self.kept.append((count, mac, at))


def acts(store: Store) -> list[str]:
    return store.read(lambda session: list(session.scalars(text("SELECT act FROM access_log ORDER BY seq"))))


def fill(store: Store) -> None:
    """Leave the store no page to grow by."""

    def limit(session: Session) -> None:
        session.execute(text("PRAGMA max_page_count = 1"))

    store.scratch(limit)


def write_until_full(office: Office, case: Case) -> None:
    for _ in range(20):
        office.note(case, "x" * 9000)


def give_room(store: Store) -> None:
    """By reading: a write would begin with what waits for the log."""

    def limit(session: Session) -> None:
        session.execute(text("PRAGMA max_page_count = 1000000"))

    store.read(limit)


def test_a_refused_record_changes_nothing(office: Office, store: Store) -> None:
    before = store.log_head()
    with pytest.raises(Invalid) as refused:
        office.case(first_name="", last_name="")
    assert [problem.code for problem in refused.value.problems] == ["name-empty"]
    assert store.log_head() == before
    assert store.read(statuses_since, TODAY, office.catalogue, TODAY) == ()


def test_a_row_that_is_gone_is_told(office: Office, store: Store) -> None:
    with pytest.raises(NotFound):
        store.read(status_of, "no such case", office.catalogue, TODAY)


def test_every_write_is_logged_in_a_chain_whose_head_is_kept_outside(template_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "kept.db"
    path.write_bytes(template_store.read_bytes())
    keeper = Keeper()
    store = Store(path, KEY, clock=Clock(), run="r", keeper=keeper)
    store.log(LogNote(Act.LOOK_UP, "case"))
    head = store.log_head()
    assert keeper.kept == [(head.count, head.mac, datetime(2026, 11, 23, 8, tzinfo=UTC))]
    assert acts(store)[-1] == "look_up"
    assert store.read(log_chain.first_break, LOG_KEY) is None
    assert store.read(log_chain.mac_at, head.count) == head.mac
    assert store.read(log_chain.mac_at, 0) == log_chain.START
    store.close()


def test_a_log_entry_changed_behind_the_programs_back_breaks_the_chain(office: Office, store: Store) -> None:
    office.case()

    def meddle(session: Session) -> None:
        session.execute(text("DROP TRIGGER access_log_no_update"))
        session.execute(text("UPDATE access_log SET detail = 'x' WHERE seq = 2"))

    store.scratch(meddle)
    assert store.read(log_chain.first_break, LOG_KEY) == 2


def test_a_full_disk_saves_nothing_reads_on_and_works_again_when_there_is_room(office: Office, store: Store) -> None:
    case = office.case()
    before = acts(store)
    fill(store)
    with pytest.raises(StoreFull):
        write_until_full(office, case)
    kept = len(acts(store)) - len(before)
    store.log(LogNote(Act.LOOK_UP, case.id))
    assert office.status(case).case_id == case.id
    give_room(store)
    office.note(case)
    assert acts(store)[len(before) + kept :][:2] == ["look_up", "write"]
    assert store.read(log_chain.first_break, LOG_KEY) is None


def test_a_store_opened_for_reading_refuses_writes_in_words_of_its_own(office: Office, store: Store) -> None:
    case = office.case()
    store.close()
    reading = Store(store.path, KEY, clock=Clock(), run="r", read_only=True)
    with pytest.raises(StoreReadOnly):
        Office(reading, office.catalogue, TODAY).note(case)
    reading.log(LogNote(Act.LOOK_UP, case.id))
    assert reading.read(statuses_since, TODAY, office.catalogue, TODAY)[0].case_id == case.id
    reading.close()


def sheltered(store: Store, clock: Clock, shelter: HeldLog, *, read_only: bool = False) -> Store:
    store.close()
    return Store(store.path, KEY, clock=clock, run="r", shelter=shelter, read_only=read_only)


@pytest.fixture
def shelter(tmp_path: Path) -> HeldLog:
    return HeldLog(tmp_path / "log.held", KEY)


def test_what_was_looked_up_while_nothing_could_be_written_is_logged_first_in_a_later_run(
    store: Store, clock: Clock, shelter: HeldLog
) -> None:
    before = acts(store)
    reading = sheltered(store, clock, shelter, read_only=True)
    for case_id in ("one", "other"):
        reading.log(LogNote(Act.LOOK_UP, case_id, detail="Æ"))
    assert reading.unlogged == 0
    reading.close()
    clock.now += timedelta(hours=1)
    still_reading = sheltered(store, clock, shelter, read_only=True)
    still_reading.log(LogNote(Act.PRINT, "one"))
    still_reading.close()

    again = sheltered(store, clock, shelter)
    again.log(LogNote(Act.UNLOCK))
    assert acts(again)[len(before) :] == ["look_up", "look_up", "print", "unlock"]
    assert [entry.case_id for entry in again.read(entries)][3:0:-1] == ["one", "other", "one"]
    assert again.read(log_chain.first_break, LOG_KEY) is None
    assert not shelter.path.exists()
    again.close()


def test_what_waited_is_logged_once_also_where_its_file_stayed_behind(
    store: Store, clock: Clock, shelter: HeldLog
) -> None:
    reading = sheltered(store, clock, shelter, read_only=True)
    reading.log(LogNote(Act.LOOK_UP, "case"))
    reading.close()
    left = shelter.path.read_bytes()
    for act in (Act.UNLOCK, Act.PRINT):
        clock.now += timedelta(hours=1)
        shelter.path.write_bytes(left)
        run = sheltered(store, clock, shelter)
        run.log(LogNote(act))
        run.close()
    assert acts(store)[-3:] == ["look_up", "unlock", "print"]


def test_what_can_be_kept_nowhere_is_counted_until_it_is_logged(office: Office, store: Store) -> None:
    case = office.case()
    fill(store)
    with pytest.raises(StoreFull):
        write_until_full(office, case)
    logged = len(acts(store))
    for _ in range(200):
        store.log(LogNote(Act.LOOK_UP, case.id))
    logged = len(acts(store)) - logged
    assert store.unlogged == 200 - logged > 0
    give_room(store)
    store.log(LogNote(Act.LOOK_UP, case.id))
    assert store.unlogged == 0
    assert acts(store).count("look_up") == 201


def test_an_act_that_met_a_failing_disk_waits_for_a_better_one(
    store: Store, clock: Clock, shelter: HeldLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise sqlcipher.OperationalError("disk I/O error")

    failing = sheltered(store, clock, shelter)
    with monkeypatch.context() as broken:
        broken.setattr(log_chain, "append", fail)
        with pytest.raises(StoreDamaged):
            failing.log(LogNote(Act.LOOK_UP, "case"))
    failing.close()
    again = sheltered(store, clock, shelter)
    again.log(LogNote(Act.UNLOCK))
    assert acts(again)[-2:] == ["look_up", "unlock"]
    again.close()


def test_a_write_that_changes_nothing_leaves_no_trace(office: Office, store: Store) -> None:
    before = store.log_head()
    assert store.write(lambda session: Changes("nothing")) == Changes("nothing")
    assert store.log_head() == before
    assert store.undo() != Changes("undo:nothing")


def test_what_is_acknowledged_is_there_after_opening_again(office: Office, store: Store, clock: Clock) -> None:
    case = office.case(first_name="Łukasz", last_name="`<b>&")
    store.close()
    again = open_test_store(store.path, clock)
    status = again.read(status_of, case.id, office.catalogue, TODAY)
    assert status.file.child.name == "Łukasz `<b>&"
    again.close()


def test_a_store_is_not_made_over_one_that_is_there(store: Store) -> None:
    with pytest.raises(FileExistsError):
        create_store(store.path, KEY)


def test_a_backup_of_an_open_store_holds_everything(office: Office, store: Store, tmp_path: Path, clock: Clock) -> None:
    case = office.case()
    store.backup_to(tmp_path / "copy.db")
    copy = open_test_store(tmp_path / "copy.db", clock)
    assert copy.read(status_of, case.id, office.catalogue, TODAY).case_id == case.id
    copy.close()


class Disk:
    """A disk that fails so many times, and the connections it was asked through."""

    def __init__(self, failures: int = 1) -> None:
        self.left = failures
        self.asked: list[object] = []

    def meet(self, session: Session) -> None:
        self.asked.append(session.connection().connection.dbapi_connection)
        if self.left:
            self.left -= 1
            raise sqlcipher.OperationalError("disk I/O error")


def test_a_disk_that_fails_once_is_read_again_on_a_fresh_connection(store: Store) -> None:
    disk = Disk()

    def name(session: Session) -> str:
        disk.meet(session)
        return caseworker(session).name

    assert store.read(name) == "M. Holm"
    assert disk.asked[0] is not disk.asked[1]


def test_a_disk_that_fails_once_while_saving_loses_nothing_and_saves_once(office: Office, store: Store) -> None:
    disk, before = Disk(), len(acts(store))

    def rename(session: Session) -> Changes:
        changes = save_caseworker(session, Caseworker(id="1" * 32, name="Åse"))
        session.flush()
        disk.meet(session)
        return changes

    assert store.write(rename).tables == {"caseworker"}
    assert acts(store)[before:] == ["write"]
    assert disk.asked[0] is not disk.asked[1]
    assert store.read(log_chain.first_break, LOG_KEY) is None


def test_what_was_saved_before_the_disk_failed_is_not_saved_a_second_time(office: Office, store: Store) -> None:
    failures, before = [sqlcipher.OperationalError("disk I/O error")], len(acts(store))

    def fail_once(session: Session) -> None:
        if failures:
            raise failures.pop()

    def rename(session: Session) -> Changes:
        event.listen(session, "after_commit", fail_once)
        return save_caseworker(session, Caseworker(id="1" * 32, name="Åse"))

    assert store.write(rename).label == "caseworker-saved"
    assert not failures
    assert acts(store)[before:] == ["write"]
    store.undo()
    assert store.read(caseworker).name == "M. Holm"


def test_a_disk_that_goes_on_failing_is_told_as_damage(store: Store) -> None:
    before = acts(store)
    with pytest.raises(StoreDamaged):
        store.read(Disk(2).meet)
    with pytest.raises(StoreDamaged):
        store.scratch(Disk(2).meet)
    assert acts(store) == before


def test_an_act_logged_while_another_thread_writes_is_logged_once(store: Store) -> None:
    before, rounds = len(acts(store)), 20
    together = Barrier(2)

    def log_often() -> None:
        for _ in range(rounds):
            together.wait()
            store.log(LogNote(Act.LOOK_UP, "case"))

    other = Thread(target=log_often)
    other.start()
    log_often()
    other.join()
    assert len(acts(store)) - before == 2 * rounds
    assert store.read(log_chain.first_break, LOG_KEY) is None


def test_a_store_that_is_not_there_is_refused_and_not_made(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(StoreReadOnly):
        open_test_store(tmp_path / "missing.db", clock)
    assert list(tmp_path.iterdir()) == []
