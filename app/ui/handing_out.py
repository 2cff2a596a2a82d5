"""A print on its way out of the program: logged and kept in one transaction, just before anything of it leaves."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC
from typing import TypeVar

from app.core.errors import ForlaensError
from app.core.records.handed_print import HandedPrint, HowHanded
from app.services.handed_prints import forget_print, keep_print
from app.services.store import CASEWORK, Act
from app.ui.context import Context
from app.ui.prints.order import PrintOrder
from app.words import Words

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HandingOut:
    """What is about to leave: the log's entry for each case, the sheet that is kept, and what else is to be noted.

    Made on the thread of the screen, carried out by the worker. A print that is stopped or fails after it was logged
    stands in the log, which must not know too little; it is not kept, for nobody has it.
    """

    context: Context
    handed: HandedPrint
    logged_of: tuple[str, ...]
    pdf: bytes
    notes: tuple[Callable[[], None], ...] = ()

    def carry_out(self, work: Callable[[Callable[[], None]], T]) -> T:
        """Do `work`, which calls what it is given once, when the print is made and about to leave."""
        has_left = False

        def leave() -> None:
            nonlocal has_left
            self._leave()
            has_left = True

        try:
            return work(leave)
        except BaseException:
            if has_left:
                with contextlib.suppress(ForlaensError):  # what stopped the print is told, and nothing after it
                    self.context.store.scratch(forget_print, self.handed.id)
            raise

    def _leave(self) -> None:
        handed = self.handed
        act = Act.PRINT if handed.how is HowHanded.PRINTED else Act.EXPORT
        detail = f"{handed.code} {handed.language}"
        self.context.hand_out(act, self.logged_of, handed.purpose, detail, keep_print, handed, self.pdf)
        for note in self.notes:
            note()


def handing_out(
    context: Context, order: PrintOrder, pdf: bytes, words: Words, how: HowHanded, pages: int, purpose: str = CASEWORK
) -> HandingOut:
    """A print in the language of `words`, as it is to be logged and kept; one that was handed out before, as it was."""
    before = order.again
    handed = HandedPrint(
        at=context.now().astimezone(UTC),
        how=how,
        purpose=purpose,
        code=order.code,
        title=order.title,
        language=words.language,
        file_name=order.file_name(words),
        pages=pages,
        case_ids=before.case_ids if before else order.case_ids or _all_cases(context),
        of_caseload=before.of_caseload if before else not order.case_ids,
    )
    return HandingOut(context, handed, order.case_ids or ("",), pdf, order.leaving)


def _all_cases(context: Context) -> tuple[str, ...]:
    """Whose case is on a print of the caseload."""
    return tuple(status.case_id for status in context.statuses())
