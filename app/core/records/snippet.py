"""A phrase that the caseworker keeps to use again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from app.core.ids import new_id


class SnippetKind(StrEnum):
    """The kind of text a phrase belongs in; it is offered first there, and can be used anywhere."""

    PURPOSE = "purpose"
    REASON = "reason"
    GOAL = "goal"
    SUCCESS_SIGN = "success_sign"
    SUB_GOAL = "sub_goal"
    SUPPORT = "support"
    COMMENT = "comment"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Snippet:
    """A phrase of the caseworker's own. It belongs to no case and names no child: see `app.core.snippets`."""

    id: str = field(default_factory=new_id)
    kind: SnippetKind = SnippetKind.OTHER
    text: str = ""
