"""Why somebody looked at what is kept: asked for closed cases and for CPR numbers in full."""

from __future__ import annotations

from enum import StrEnum


class Purpose(StrEnum):
    """What the log says a look was for; a citizen can have these read out."""

    CASEWORK = "casework"
    FILE_ACCESS = "file_access"
    COMPLAINT = "complaint"
    LEADERSHIP = "leadership"
