"""What is derived from the rows each time: the status of every open case, and the figures over them."""

from __future__ import annotations

from collections.abc import Iterator

from app.core.figures import figures
from app.core.work_list import work_list
from app.services.caseload import counted_statuses, statuses_since
from app.services.catalogue import load_catalogue
from script.benchmarks.floors.bare_rows import connect, rows
from script.benchmarks.measuring import Figure, in_turns, warm
from script.benchmarks.stores import Made, now


def deadlines(made: Made, runs: int) -> Iterator[Figure]:
    """Everything there is to do, from the encrypted rows to the sorted list, against SELECTs of the open cases."""
    store, connection = made.opened(), connect(made.path, made.key.raw.hex())
    catalogue = store.read(load_catalogue)
    at = now().astimezone()
    ids = [status.case_id for status in store.read(statuses_since, at.date(), catalogue, at.date())]
    mine, floor = in_turns(
        runs,
        warm(lambda: work_list(store.read(counted_statuses, catalogue, at.date()), catalogue, at)),
        warm(lambda: rows(connection, ids)),
    )
    yield Figure(name=f"all deadlines, {made.name}", unit="ms", goal=100.0, samples=mine, floors=floor)
    connection.close()
    store.close()


def derived(made: Made, runs: int) -> Iterator[Figure]:
    """Statuses with their due dates against plain SELECTs of the same rows; figures have no floor."""
    store, connection = made.opened(), connect(made.path, made.key.raw.hex())
    today, catalogue = now().astimezone().date(), store.read(load_catalogue)
    statuses = store.read(statuses_since, today, catalogue, today)
    ids = [status.case_id for status in statuses]
    mine, floor = in_turns(
        runs,
        warm(lambda: store.read(statuses_since, today, catalogue, today)),
        warm(lambda: rows(connection, ids)),
    )
    yield Figure(
        name=f"statuses and due dates of all open cases, {made.name}", unit="ms", goal=None, samples=mine, floors=floor
    )
    figure = warm(lambda: figures(statuses, catalogue, today))
    samples = [figure() for _ in range(runs)]
    yield Figure(name=f"figures of the caseload, {made.name}", unit="ms", goal=None, samples=samples)
    connection.close()
    store.close()
