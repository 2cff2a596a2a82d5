"""What the catalogue holds, each entry valid from a day until another (half-open)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.interval import Interval
from app.core.names import Names
from app.core.records.family import Kin
from app.core.records.person import Gender


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Anything of the catalogue: a key that never changes, and the days over which this version holds.

    `order` is the place in its list.
    """

    key: str
    valid_from: date
    valid_to: date | None = None
    order: int

    def holds_on(self, day: date) -> bool:
        """Whether this version is the one in force that day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderStep(Entry):
    """A step of the intervention ladder; the higher the `number`, the more intrusive.

    `beside` marks the place of children under clarification, which is not on the ladder. `needs_way_out` marks a
    step whose stays are limited in time and carry their way out from the first day.
    """

    number: int
    names: Names
    short_names: Names
    explanation: Names
    beside: bool = False
    needs_way_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountingGroup(Entry):
    """A group of measure types that the statistics count together."""

    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime(Entry):
    """The programme's follow-up schedule: `first` after the start, `then` after the last one held.

    `after_first_year` replaces `then` where the date would fall after the first anniversary of the start.
    """

    names: Names
    first: Interval
    then: Interval
    after_first_year: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRule(Entry):
    """The law's follow-up rule: `first` after the start, `then` at most so long after the last one held.

    Without `then` the rhythm is the one decided, with reasons, at the first follow-up (barnets lov § 95). Where a
    municipality sets `at_least`, a placement is followed up within that time whatever was decided, or was not.
    """

    names: Names
    first: Interval
    then: Interval | None = None
    at_least: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph(Entry):
    """A law paragraph that measures stand on, as written on a plan; `law_rule_key` is its follow-up rule, if any."""

    text: str
    law_rule_key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureType(Entry):
    """A kind of measure. `is_placement` says that the child lives away from home, whatever the step.

    `regime_key` and `law_rule_key` name its schedules, None where none holds. `paragraph_keys` are the paragraphs
    it may stand on, the usual one first. `evidence_level` runs from 1 to 4, None where nobody graded it.
    """

    names: Names
    short_names: Names
    step_key: str
    group_key: str
    is_placement: bool
    regime_key: str | None = None
    law_rule_key: str | None = None
    paragraph_keys: tuple[str, ...] = ()
    evidence_level: int | None = None
    usual_duration: Interval | None = None


class RateUnit(StrEnum):
    """What a rate pays for."""

    PER_DAY = "per_day"
    PER_YEAR = "per_year"
    PER_FAMILY = "per_family"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Entry):
    """What a measure type costs, in øre; `names` tells the levels of one type apart."""

    type_key: str
    names: Names
    ore: int
    unit: RateUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification(Entry):
    """What may be going on while a child stands beside the ladder."""

    names: Names
    paragraph: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme(Entry):
    """A theme of the action plan. `youth` marks those that a youth plan asks for besides the others."""

    names: Names
    youth: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector(Entry):
    """A sector of the network map; their order is fixed, clockwise from the top."""

    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Entry):
    """What somebody is to the child: where they usually stand on the map, and what they may be.

    `is_sibling` marks children that one visit can be about together. `kin` says where a role of the family stands in
    a genogram, and `gender` what the word itself tells: a mother's mother is a woman.
    """

    names: Names
    sector_key: str
    is_professional: bool = False
    may_have_custody: bool = False
    is_sibling: bool = False
    kin: Kin | None = None
    gender: Gender = Gender.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosedDay(Entry):
    """A day of the year that is no public holiday, but on which the municipality may be closed."""

    names: Names
    month: int
    day: int
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRule(Entry):
    """A deadline beside the follow-ups, named after what is to be done. `paragraph` is the law, "" for the programme's.

    It falls `within` so long after what it is counted from, or `hours` by the clock, or `working_days`; without any of
    these on that very day. `age` is the birthday it is counted from, where it is one. It is shown from `notice` ahead,
    and at once without.
    """

    names: Names
    paragraph: str = ""
    within: Interval | None = None
    hours: int = 0
    working_days: int = 0
    age: int = 0
    notice: Interval | None = None

    def after(self, anchor: date) -> date:
        """The last day on which what is counted from `anchor` is kept."""
        return self.within.after(anchor) if self.within else anchor

    def before(self, anchor: date) -> date:
        """The last day on which it is kept where it must lie so long before `anchor`."""
        return self.within.before(anchor) if self.within else anchor

    def shown_from(self, day: date) -> date:
        """From when a deadline on that day is shown."""
        return self.notice.before(day) if self.notice else date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeGate(Entry):
    """A birthday that changes what the law asks, in words of what it changes; shown from `notice` ahead."""

    age: int
    names: Names
    paragraph: str = ""
    notice: Interval

    def shown_from(self, day: date) -> date:
        """From when a birthday on that day is shown."""
        return self.notice.before(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramRules(Entry):
    """The numbers of the model that are not a follow-up schedule.

    At most `caseload_limit` open cases, noted from `caseload_noted_from`. Two measures no more than `bridge_days`
    apart belong together. A stay that needs a way out lasts `usual_stay` to `longest_stay`. A case wants attention when
    the child was not spoken with for `spoken_within`, nobody had contact for `contact_within`, or a goal was not scored
    for `score_grace` longer than the case's follow-ups lie apart.
    """

    caseload_limit: int
    caseload_noted_from: int
    bridge_days: int
    usual_stay: Interval
    longest_stay: Interval
    spoken_within: Interval
    contact_within: Interval
    score_grace: Interval
