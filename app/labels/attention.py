"""What needs attention in a case, as the overview says it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from app.core.attention import Attention
from app.core.way_out import WayOutCode
from app.labels.filling import filled, shown
from app.words import Words, mark

_LINES = {
    "limit-awaiting": mark("Over the limit: awaiting the team leader since {since}"),
    "limit-exception-ended": mark("The team leader's exception from the limit ended {until}"),
    WayOutCode.NO_EXPECTED_END: mark("{names}: no agreed end"),
    WayOutCode.EXPECTED_END_PASSED: mark("{names}: the agreed end {end} has passed"),
    WayOutCode.EXPECTED_END_LATE: mark("{names}: the agreed end {end} lies more than a year after the start"),
    "rhythm-missing": mark("{names}: rhythm of the follow-ups not decided"),
    "follow-up-incomplete": mark("Follow-up {day}: the conversation with the child, or why there was none, is missing"),
    "plan-missing": mark("No action plan issued"),
    "map-missing": mark("No network map"),
    "leader-remark": mark("The team leader said on {on}: {what}"),
    "birth-date-missing": mark("Neither birth date nor term date"),
    "term-passed": mark("The term date {term} has passed: write the birth date"),
}
_SINCE = {
    "screening-not-finished": (
        mark("The screening begun {since} says neither what it found nor what is to be made"),
        mark("A notification led to a screening that nobody has begun"),
    ),
    "child-not-spoken": (
        mark("The child was last spoken with {since}"),
        mark("The child was not spoken with since the case was opened {opened}"),
    ),
    "no-contact": (mark("Last contact {since}"), mark("No contact since the case was opened {opened}")),
}
_SHORT = {
    "limit-awaiting": mark("Over the limit, awaiting the team leader"),
    "limit-exception-ended": mark("Exception from the limit ended"),
    WayOutCode.NO_EXPECTED_END: mark("No agreed end"),
    WayOutCode.EXPECTED_END_PASSED: mark("Agreed end has passed"),
    WayOutCode.EXPECTED_END_LATE: mark("Agreed end more than a year after the start"),
    WayOutCode.NO_NEXT_STEP: mark("No agreed next step"),
    "screening-not-finished": mark("Screening to be finished"),
    "child-not-spoken": mark("Not spoken with lately"),
    "no-contact": mark("No contact lately"),
    "rhythm-missing": mark("Rhythm not decided"),
    "follow-up-incomplete": mark("Follow-up to be completed"),
    "plan-missing": mark("No action plan issued"),
    "map-missing": mark("No network map"),
    "birth-date-missing": mark("Birth date missing"),
    "term-passed": mark("Term date has passed"),
}


def attention_line(words: Words, line: Attention) -> str:
    """One line of what needs attention; KeyError for a code that has none."""
    values = line.values
    if line.code in _SINCE:
        known, never = _SINCE[line.code]
        return filled(words, known if values["since"] else never, values)
    match line.code:
        case WayOutCode.NO_NEXT_STEP:
            return _stay(words, line)
        case "goal-not-scored":
            days = _number(values["days"])
            return words.trn(
                "Not scored for {n} day: {goal}", "Not scored for {n} days: {goal}", days, goal=values["goal"]
            )
        case "agreement-overdue":
            late = mark("{who} promised until {due}: {what}") if values["who"] else mark("Agreed until {due}: {what}")
            return filled(words, late, values)
        case _:
            return filled(words, _LINES[line.code], values)


def attention_in_short(words: Words, lines: Iterable[Attention]) -> tuple[str, ...]:
    """The lines of one case where room is scarce, one for each code, without what was typed: goals and promises are
    counted. KeyError for a code that has none."""
    count = Counter(line.code for line in lines)
    return tuple(_in_short(words, code, number) for code, number in count.items())


def _in_short(words: Words, code: str, number: int) -> str:
    if code == "goal-not-scored":
        return words.trn("{n} goal not scored for long", "{n} goals not scored for long", number)
    if code == "agreement-overdue":
        return words.trn("{n} promise past its date", "{n} promises past their date", number)
    if code == "leader-remark":
        return words.trn("{n} remark of the team leader", "{n} remarks of the team leader", number)
    return words.tr(_SHORT[code])


def _stay(words: Words, line: Attention) -> str:
    """How long a stay has lasted without an agreed next step."""
    months, name = _number(line.values["months"]), shown(words, line.values["names"])
    lasted = words.trn("{name} for {n} month", "{name} for {n} months", months, name=name) if months else name
    return words.tr("{stay}: no agreed next step", stay=lasted)


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"not a number: {value!r}")
    return value
