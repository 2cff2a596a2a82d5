"""One print: gathered from the store once, drawn in either language on the worker thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from app import labels
from app.core.checks.family_print import FamilyDocument
from app.core.errors import Problem
from app.core.records.handed_print import HandedPrint
from app.reports.binding import bound
from app.services import protected_people
from app.services.family_prints import family_print_warnings
from app.ui.context import Context
from app.ui.prints.file_name import FileName
from app.words import Words, mark

D = TypeVar("D")
Check = Callable[[], None]
Draw = Callable[[Words], bytes]
LongDraw = Callable[[Words, Check], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintOrder:
    """One print: what it is called on screen, how it is drawn, and what to look at before it is handed out.

    `code` names it in the log, with its version; neither it nor `file_name` holds a name of a person.
    `again` is when it was handed out before, of a sheet that was kept: it stays in its language.
    `leaving` is done on the worker thread when it leaves the program: what is to be remembered of it beside the log.
    `long_draws` come after the others and look themselves whether they are to stop.
    """

    title: str
    code: str
    draws: tuple[Draw, ...]
    file_name: Callable[[Words], str]
    case_ids: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    again: HandedPrint | None = None
    leaving: tuple[Callable[[], None], ...] = ()
    long_draws: tuple[LongDraw, ...] = ()

    def draw(self, words: Words, check: Check) -> bytes:
        """The PDF in the language of `words`; `check` is called before each part and may raise to stop."""
        parts = []
        for draw in self.draws:
            check()
            parts.append(draw(words))
        parts += [long_draw(words, check) for long_draw in self.long_draws]
        return bound(parts)


def joined(orders: Sequence[PrintOrder], title: str, on: date) -> PrintOrder:
    """Several prints as one file, in their order; a single one as it is. Raises ValueError for none."""
    if len(orders) == 1:
        return orders[0]
    return PrintOrder(
        title=title,
        code=" + ".join(sorted({order.code for order in orders})),
        draws=tuple(draw for order in orders for draw in order.draws),
        file_name=FileName(mark("forlaens-prints-{date}.pdf"), on),
        case_ids=tuple(dict.fromkeys(case_id for order in orders for case_id in order.case_ids)),
        warnings=tuple(dict.fromkeys(warning for order in orders for warning in order.warnings)),
        leaving=tuple(note for order in orders for note in order.leaving),
        long_draws=tuple(draw for order in orders for draw in order.long_draws),
    )


def told_to_family(context: Context, case_id: str, document: D) -> D:
    """The document of a case as it may leave the office today: who is protected stands in it by their role."""
    found: D = context.read(protected_people.told_to_family, case_id, document, context.catalogue, context.today())
    return found


def family_warnings(context: Context, case_id: str, document: FamilyDocument) -> tuple[str, ...]:
    """What to look at before this goes to the family of the case, in sentences."""
    found: tuple[Problem, ...] = context.read(family_print_warnings, case_id, document, context.today())
    return tuple(labels.problem(context.words, problem) for problem in found)
