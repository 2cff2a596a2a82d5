"""Remarks of the team leader as the store keeps them, and the order of a summary that was handed out."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.catalogue import Catalogue
from app.core.errors import Invalid
from app.core.records.documents import OpenRemark
from app.core.records.leader_remark import LeaderRemark
from app.services.leader_remarks import (
    order_of_summary,
    remarks_of_case,
    remember_summary,
    save_remark,
    save_remarks,
    summaries_handed_out,
    void_remark,
)
from app.services.search import Found, find
from app.services.store import Store
from app.services.summaries import summary_document
from tests.conftest import TODAY
from tests.factories import Office

DAY = timedelta(days=1)


def test_remarks_of_a_case_stand_latest_first(office: Office, store: Store) -> None:
    case = office.case()
    early, late = office.remark(case, said_on=TODAY - 9 * DAY), office.remark(case)
    assert store.read(remarks_of_case, case.id) == (late, early)
    assert office.status(case).file.remarks == (early, late)


def test_a_remark_nobody_said_is_refused(office: Office, store: Store) -> None:
    with pytest.raises(Invalid):
        store.write(save_remark, replace(office.remark(office.case()), said_by=""), TODAY)


def test_the_remarks_of_a_meeting_are_kept_in_one_go_or_not_at_all(office: Office, store: Store) -> None:
    first, second = office.case("Alma"), office.case("Bo")
    good = LeaderRemark(case_id=first.id, said_on=TODAY, said_by="Bodil", text="Ring.")
    with pytest.raises(Invalid):
        store.write(save_remarks, (good, LeaderRemark(case_id=second.id, said_on=TODAY, said_by="Bodil")), TODAY)
    assert store.read(remarks_of_case, first.id) == ()

    changes = store.write(save_remarks, (good, replace(good, id="other", case_id=second.id)), TODAY)
    assert changes.case_ids == {first.id, second.id}
    store.undo()
    assert store.read(remarks_of_case, first.id) == store.read(remarks_of_case, second.id) == ()


def test_one_entered_by_mistake_is_kept_struck_out(office: Office, store: Store) -> None:
    remark = office.remark(case := office.case())
    store.write(void_remark, remark.id, TODAY, "Forkert barn")
    (kept,) = store.read(remarks_of_case, case.id)
    assert (kept.voided_on, kept.is_open) == (TODAY, False)


def test_the_next_summary_shows_what_is_still_open(office: Office, store: Store, catalogue: Catalogue) -> None:
    case = office.case()
    office.remark(case, to_do="Mød skolen", due=TODAY + DAY)
    office.remark(case, settled_on=TODAY, settled_how="Ringede.")
    (row,) = store.read(summary_document, catalogue, TODAY).rows
    assert row.said == (OpenRemark(said_on=TODAY - DAY, what="Mød skolen", due=TODAY + DAY),)
    assert row.case_id == case.id
    assert not any("teamleder" in remark.da for remark in row.remarks)


def test_the_order_of_a_summary_that_was_handed_out_is_kept_for_its_day(store: Store) -> None:
    store.scratch(remember_summary, TODAY - DAY, ("b", "a"))
    store.scratch(remember_summary, TODAY, ("x",))
    store.scratch(remember_summary, TODAY, ("a", "b", "c"))
    assert store.read(summaries_handed_out) == (TODAY, TODAY - DAY)
    assert store.read(order_of_summary, TODAY) == ("a", "b", "c")
    assert store.read(order_of_summary, TODAY - DAY) == ("b", "a")
    assert store.read(order_of_summary, TODAY - 2 * DAY) == ()


def test_a_remark_is_found_by_its_words(office: Office, store: Store) -> None:
    remark = office.remark(case := office.case(), text="Tandlægen skal spørges")
    (hit,) = store.read(find, "Tandlægen")
    assert (hit.found, hit.case_id, hit.row_id) == (Found.REMARK, case.id, remark.id)
