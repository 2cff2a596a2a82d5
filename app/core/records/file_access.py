"""What is given out of a case file to somebody who asks for access to it (aktindsigt), and what is kept back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from app.core.ids import new_id
from app.core.names import Names
from app.core.records.documents import Letterhead

_NOTHING = Names("", "")


class FileType(StrEnum):
    """What an entry of the file is."""

    CASE = "case"
    NOTIFICATION = "notification"
    ASSESSMENT = "assessment"
    DECISION = "decision"
    MEASURE = "measure"
    DISPENSATION = "dispensation"
    SCHOOL = "school"
    FOLLOW_UP = "follow_up"
    JOURNAL = "journal"
    MEETING = "meeting"
    TASK = "task"
    PLAN = "plan"
    MAP = "map"
    COMPLAINT = "complaint"
    ACCESS_REQUEST = "access_request"
    REMARK = "remark"
    EXCEPTION = "exception"


class Withheld(StrEnum):
    """Why something is kept back: forvaltningsloven §§ 12 and 15–15 b, weighed against what the party needs it for."""

    THIRD_PARTY = "third_party"
    PROTECTED = "protected"
    CONFIDENCE = "confidence"
    SOURCE = "source"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """A part of an entry under its label. What `is_typed` was written by somebody and can be kept back in places.

    `proposed` is why it is kept back until somebody decides that it is given: it may tell where a protected child is.
    """

    key: str
    label: Names
    text: Names
    is_typed: bool = True
    proposed: Withheld | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileEntry:
    """One entry of the file. `key` names its record for ever; `is_struck` tells one that was entered by mistake."""

    key: str
    type: FileType
    day: date
    title: Names
    parts: tuple[FilePart, ...]
    is_struck: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of one part that are kept back, and where they stood when they were marked."""

    part: str
    start: int
    text: str
    why: Withheld


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChoice:
    """What was decided about one entry: left out as a whole for a reason, or given with passages kept back.

    `shown` are the parts that are given though it was proposed to keep them back.
    """

    id: str = field(default_factory=new_id)
    selection_id: str
    entry: str
    left_out: Withheld | None = None
    passages: tuple[Passage, ...] = ()
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSelection:
    """What is to be given out: who asked and when, and the period, both days included; None is open on that side.

    `request_id` is the request it answers. What is proposed to be kept back is given only where somebody decided so.
    """

    id: str = field(default_factory=new_id)
    case_id: str
    request_id: str | None = None
    asked_by: str = ""
    received_on: date | None = None
    first: date | None = None
    last: date | None = None
    given_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text that is given, or the reason why one is not; what is kept back is nowhere in it."""

    text: Names = _NOTHING
    why: Withheld | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenPart:
    """A part of an entry as it is given out."""

    label: Names
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenEntry:
    """An entry as it is given out; one that is `left_out` has no parts. `number` is its number in the index."""

    number: int
    type: FileType
    day: date
    title: Names
    parts: tuple[GivenPart, ...] = ()
    left_out: Withheld | None = None
    is_struck: bool = False

    @property
    def kept_back(self) -> tuple[Withheld, ...]:
        """Why places of it are kept back, one for each place."""
        return tuple(piece.why for part in self.parts for piece in part.pieces if piece.why is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFileDocument:
    """The case file on paper: the front page says who asked for what and what is kept back; then index and entries."""

    head: Letterhead
    child_name: str
    municipal_number: str
    asked_by: str
    received_on: date | None
    first: date | None
    last: date | None
    entries: tuple[GivenEntry, ...]
