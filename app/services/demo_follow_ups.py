"""The plan of a demo child and the follow-ups that were held, each about when it fell due."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from sqlalchemy.orm import Session

from app.core.catalogue import Catalogue
from app.core.clocks import clocks
from app.core.interval import Interval
from app.core.records.follow_up import (
    Agreement,
    ContactForm,
    FollowUp,
    GoalScore,
    Informant,
    Outcome,
    Presence,
)
from app.core.records.measure import Measure
from app.core.records.plan import Goal, GoalStatus, Plan, SubGoal
from app.core.schedule import due_dates, goal_after
from app.services.documents import plan_document
from app.services.follow_ups import save_follow_up
from app.services.plans import issue_plan, save_plan

_SMALL = 5
# Up to which age a child is told of in which of the texts.
_TEXTS = {1: "baby", _SMALL: "small", 12: "school", 15: "teen", 23: "young"}


@dataclass
class DemoFollowUps:
    """Writes the plan and the follow-ups of one child. `texts` are told in turn; `dice` says how punctual it was."""

    session: Session
    catalogue: Catalogue
    today: date
    measures: Sequence[Measure]
    case_id: str
    told: Mapping[str, Any]
    texts: Mapping[str, Any]
    dice: random.Random
    held: list[FollowUp] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._age = self.told.get("age", 0)
        self._texts = self.texts[next(told for until, told in _TEXTS.items() if self._age <= until)]

    def write(self) -> None:
        """Write the plan, its issued versions, and the follow-ups in between in the order of time."""
        days = self._follow_up_days()
        goals = tuple(self._goal(*told) for told in self.told["goals"])
        plan = Plan(
            case_id=self.case_id,
            purpose=self._one_of("purpose").format(name=self.told["first"]),
            legal_basis="barnets lov § 91",
            expected_duration="Et års tid, set efter ved hver opfølgning",
            family_support="Familiebehandling efter behov, også efter at barnet er kommet hjem." if days else "",
            child_comment=self._one_of("comment") if goals else "",
            parents_comment="Enige i målene." if goals else "",
            participants=self._texts["took_part"] if goals else "",
            goals=goals,
        )
        if goals:
            save_plan(self.session, plan, self.today)
        versions = sorted(self._day(at) for at in self.told["versions"])
        for number, issued_on in enumerate(versions, start=1):
            self._hold([day for day in days if day <= issued_on], plan)
            days = [day for day in days if day > issued_on]
            document = plan_document(self.session, self.case_id, self.catalogue, issued_on, number=number)
            issue_plan(self.session, self.case_id, document, issued_on, self._texts["got_it"])
        self._hold(days, plan)

    def _one_of(self, kind: str) -> str:
        """One of the texts of a kind, always the same for a child and not the same for all."""
        found: Sequence[str] = self._texts[kind]
        return found[sum(map(ord, self.told["first"])) % len(found)]

    def _goal(self, theme: str, own: str, goal: str, baseline: int, target: int, scores: list[int]) -> Goal:
        subs = tuple(
            SubGoal(
                what=what,
                responsible=who,
                deadline=None if isinstance(when, str) else self._day(when),
                rhythm=when if isinstance(when, str) else "",
                status=GoalStatus(status),
            )
            for what, who, when, status in (self.told["steps"] if goal == self.told["goals"][0][2] else ())
        )
        status = GoalStatus.UNDER_WAY
        if scores and scores[-1] >= target:
            status = GoalStatus.MET
        return Goal(
            theme_key=theme,
            own_words=own,
            goal=goal,
            baseline=baseline,
            target=target,
            status=status,
            sub_goals=subs,
        )

    def _follow_up_days(self) -> list[date]:
        """The days on which follow-ups were held: about when each fell due, the last so that the next is `due`."""
        days: list[date] = []
        for clock in clocks(self.measures, self.catalogue):
            last = self._last_day(clock.current) if clock.current is self.measures[-1] else clock.end
            day = clock.start
            held: list[FollowUp] = []
            while last is not None:
                due = due_dates(clock, held, (), self.catalogue).goal
                if due is None:
                    break
                day = due.day + timedelta(days=self.dice.choice((-6, -5, -4, -3, -2, -1, -1, 0, 0, 0, 0, 2)))
                if day > last - timedelta(days=20):
                    break
                days.append(day)
                held.append(FollowUp(case_id=self.case_id, measure_ids=(clock.current.id,), held_on=day))
            if last is not None and last != clock.end and last > clock.start:
                days.append(last)
        return sorted(set(days))

    def _last_day(self, measure: Measure) -> date | None:
        """The day to hold the last follow-up on, so that the next one falls due when the story says."""
        (clock,) = clocks([measure], self.catalogue)
        if "due" not in self.told:
            return None
        wanted = self._day(self.told["due"])
        for back in range(1, (self.today - measure.start).days + 1):
            held = FollowUp(case_id=self.case_id, measure_ids=(measure.id,), held_on=self._day(-back))
            due = due_dates(clock, [held], (), self.catalogue).goal
            if due and due.day == wanted:
                return self._day(-back)
        return None

    def _hold(self, days: Iterable[date], plan: Plan) -> None:
        is_small = self._age <= _SMALL
        said, assessed = cycle(self._texts["said"]), cycle(self._texts["assessed"])
        for day in days:
            number = len(self.held)
            running = tuple(m for m in self.measures if m.runs_on(day))
            follow_up = FollowUp(
                case_id=self.case_id,
                measure_ids=tuple(m.id for m in running),
                held_on=day,
                registered_on=day,
                is_law=True,
                rhythm=self._rhythm(running, day) if running else None,
                rhythm_reason="Programmets rytme, besluttet sammen med familien" if running else "",
                form=ContactForm.HOME_VISIT if number % 3 or is_small else ContactForm.SCHOOL,
                participants=f"{self.told['first']}, forældre og rådgiver",
                conversation_on=day,
                presence=Presence.OBSERVATION if is_small else Presence.ALONE,
                child_said=next(said),
                assessment=next(assessed),
                outcome=Outcome.ADJUST_PLAN if number % 4 == 1 else Outcome.CONTINUE,
                scores=self._scores(plan, number),
            )
            save_follow_up(self.session, follow_up, self.today, self._agreements(follow_up, day, number))
            self.held.append(follow_up)

    def _rhythm(self, running: tuple[Measure, ...], day: date) -> Interval | None:
        """The programme's own interval from that day on, which is what the form proposes."""
        (clock,) = clocks(running[:1], self.catalogue)
        due = goal_after(clock, day, self.catalogue)
        return due.interval if due else None

    def _scores(self, plan: Plan, number: int) -> tuple[GoalScore, ...]:
        """The scores told of each goal, one a follow-up; the last of them stays until the goal is told to move on."""
        if self.told.get("unscored") and number > 0:
            return ()
        made = []
        for goal, told in zip(plan.goals, self.told["goals"], strict=True):
            values = told[5]
            value = values[min(number, len(values) - 1)]
            made.append(GoalScore(goal_id=goal.id, value=value))
            if number % 2 and self._age > _SMALL:
                made.append(GoalScore(goal_id=goal.id, informant=Informant.CHILD, value=min(10, value + 1)))
        return tuple(made)

    def _agreements(self, follow_up: FollowUp, day: date, number: int) -> tuple[Agreement, ...]:
        what, who = self._texts["agreed"][(number + len(self.told["first"])) % len(self._texts["agreed"])]
        due = day + timedelta(days=21)
        is_past = due < self.today
        return (
            Agreement(
                case_id=self.case_id,
                follow_up_id=follow_up.id,
                what=what,
                responsible=who,
                due=due,
                settled_on=due if is_past else None,
                kept=number % 5 != 3 if is_past else None,
            ),
        )

    def _day(self, offset: int) -> date:
        return self.today + timedelta(days=offset)
