"""The whole engine of follow-ups against the slow, obvious model, over measures nobody would think of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.catalogue import Catalogue
from app.core.clocks import clocks
from app.core.interval import Interval
from app.core.records.follow_up import Dispensation, FollowUp
from app.core.records.measure import Measure
from app.core.schedule import Track, due_dates
from app.core.schedule_history import SlotState, history
from tests.core.slow_schedule import Notebook, chains

FIRST_DAYS = st.dates(date(2022, 10, 1), date(2025, 6, 30))
GAPS = st.sampled_from([0, 1, 13, 14, 15, 16, 60])
LENGTHS = st.integers(1, 400)
RHYTHMS = st.sampled_from(["", "4w", "2m", "3m", "6m"])


class Told:
    """The events of one kind of measure, as a caseworker would tell them. A failure prints them in short."""

    def __init__(
        self,
        placement: bool,
        measures: list[Measure],
        held: list[FollowUp],
        leaves: list[Dispensation],
        today: date,
    ) -> None:
        self.placement = placement
        self.measures = measures
        self.held = held
        self.leaves = leaves
        self.today = today

    def __repr__(self) -> str:
        """Short enough to see what went wrong."""
        ran = [f"{m.id} {m.start}–{m.end or ''} {m.place}" for m in self.measures]
        met = [f"{f.held_on} {f.rhythm or ''}{' law' * f.is_law}{' voided' * bool(f.voided_on)}" for f in self.held]
        put = [f"{d.measure_id} {d.granted_on}–{d.valid_until} {d.interval}" for d in self.leaves if not d.voided_on]
        return f"\nplacement={self.placement}\n{ran}\n{met}\n{put}\ntoday {self.today}"


@st.composite
def stories(draw: st.DrawFn) -> Told:
    placement = draw(st.booleans())
    measures = _measures(draw, placement)
    span = (measures[-1].end or measures[-1].start + timedelta(days=700)) - measures[0].start
    days = st.integers(0, span.days).map(lambda n: measures[0].start + timedelta(days=n))
    held = [
        FollowUp(
            case_id="c",
            measure_ids=tuple(m.id for m in measures),
            held_on=day,
            is_law=draw(st.booleans()),
            rhythm=Interval.parse(rhythm) if (rhythm := draw(RHYTHMS)) else None,
            voided_on=day if draw(st.integers(0, 9)) == 0 else None,
        )
        for day in sorted(draw(st.lists(days, max_size=8, unique=True)))
    ]
    # Granted on the day of a visit, nobody knows which of the two came first.
    visited = {f.held_on for f in held}
    granted_on = draw(st.lists(days.filter(lambda day: day not in visited), max_size=3))
    leaves = [_leave(draw, measures, granted) for granted in granted_on]
    told = [f.held_on for f in held if f.held_on] + [leave.granted_on for leave in leaves]
    today = max([*told, draw(days), measures[-1].start])
    return Told(placement, measures, held, leaves, today)


def _measures(draw: st.DrawFn, placement: bool) -> list[Measure]:
    start, found = draw(FIRST_DAYS), []
    for number in range(draw(st.integers(1, 4))):
        end = start + timedelta(days=draw(LENGTHS))
        place = draw(st.sampled_from(["Hos Jensen", "hos  jensen", "Hos Holm"])) if placement else ""
        kind = "foster_general" if placement else "pmto"
        found.append(Measure(id=f"m{number}", case_id="c", type_key=kind, place=place, start=start, end=end))
        start = end + timedelta(days=draw(GAPS))
    if draw(st.booleans()):
        found[-1] = replace(found[-1], end=None)
    return found


def _leave(draw: st.DrawFn, measures: list[Measure], granted: date) -> Dispensation:
    rhythm = draw(st.sampled_from(["", "8w", "4m", "6m"]))
    return Dispensation(
        measure_id=draw(st.sampled_from(measures)).id,
        granted_by="Teamleder",
        granted_on=granted,
        valid_until=granted + timedelta(days=draw(st.integers(0, 300))),
        reason="Ferie",
        interval=Interval.parse(rhythm) if rhythm else None,
        voided_on=granted if draw(st.integers(0, 9)) == 0 else None,
    )


def notebooks(told: Told, *, law: bool) -> list[Notebook]:
    found = []
    for chain in chains(told.measures, placement=told.placement):
        ids = {m.id for m in chain}
        start, end = chain[0].start, chain[-1].end
        held = [f for f in told.held if f.voided_on is None and f.held_on and f.held_on >= start]
        held = [f for f in held if (f.is_law or not law) and (end is None or f.held_on is None or f.held_on <= end)]
        leaves = [leave for leave in told.leaves if leave.measure_id in ids and leave.voided_on is None]
        found.append(Notebook(chain, told.placement, held, leaves, law=law))
    return found


@settings(max_examples=100, deadline=None)
@given(told=stories())
def test_the_same_measures_belong_together(catalogue: Catalogue, told: Told) -> None:
    slow = [[m.id for m in chain] for chain in chains(told.measures, placement=told.placement)]
    assert [[m.id for m in clock.measures] for clock in clocks(told.measures, catalogue)] == slow


@settings(max_examples=250, deadline=None)
@given(told=stories())
def test_the_open_dates_of_goal_and_law_are_those_of_the_slow_model(catalogue: Catalogue, told: Told) -> None:
    running = [clock for clock in clocks(told.measures, catalogue) if not clock.has_ended(told.today)]
    engine = [due_dates(clock, told.held, told.leaves, catalogue) for clock in running]
    assert [dues.goal.day if dues.goal else None for dues in engine] == [
        book.open_date() for book in notebooks(told, law=False) if book.runs_on(told.today)
    ]
    assert [dues.law.day if dues.law else None for dues in engine] == [
        book.open_date() for book in notebooks(told, law=True) if book.runs_on(told.today)
    ]


@settings(max_examples=250, deadline=None)
@given(told=stories(), law=st.booleans())
def test_each_date_met_the_fate_the_slow_model_tells(catalogue: Catalogue, told: Told, law: bool) -> None:
    track = Track.LAW if law else Track.GOAL
    engine = [
        [
            (slot.day, str(slot.state))
            for slot in history(clock, told.held, told.leaves, catalogue, told.today, track=track)
            if slot.day < told.today and slot.state is not SlotState.OPEN
        ]
        for clock in clocks(told.measures, catalogue)
    ]
    assert engine == [book.fates(told.today) for book in notebooks(told, law=law)]
