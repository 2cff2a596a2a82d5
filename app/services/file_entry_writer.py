"""How a record becomes an entry of the case file: its parts under the labels they have on screen and paper.

Everything is told in both languages, since the print chooses. What somebody typed reads alike in both and can be kept
back in places; what the program words itself cannot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Protocol

from app import labels
from app.core.catalogue import Catalogue, UnknownEntry
from app.core.dates import screen_date
from app.core.names import Names
from app.core.records.file_access import FileEntry, FilePart, FileType, Withheld
from app.words import Words, mark

_TITLES: Mapping[FileType, str] = {
    FileType.CASE: mark("What is known of the child and the case"),
    FileType.NOTIFICATION: mark("Notification"),
    FileType.DECISION: mark("Decision"),
    FileType.MEASURE: mark("Measure"),
    FileType.DISPENSATION: mark("Dispensation"),
    FileType.SCHOOL: mark("School or day care"),
    FileType.FOLLOW_UP: mark("Follow-up"),
    FileType.JOURNAL: mark("Journal"),
    FileType.MEETING: mark("Network meeting"),
    FileType.TASK: mark("Task"),
    FileType.PLAN: mark("Plan"),
    FileType.MAP: mark("Network map"),
    FileType.COMPLAINT: mark("Complaint"),
    FileType.ACCESS_REQUEST: mark("Request for access to the file"),
    FileType.REMARK: mark("Remark of the team leader"),
    FileType.EXCEPTION: mark("Exception from the limit"),
}
_BREAKS = re.compile("\r\n|[\r\u2029]")
"""Ends of lines as they may have been brought in; a screen counts each as one character."""


class Voidable(Protocol):
    """A record that can be struck out."""

    @property
    def voided_on(self) -> date | None:
        """The day it was struck out."""

    @property
    def void_reason(self) -> str:
        """Why it was."""


class Named(Protocol):
    """An entry of the catalogue as it was called on a day."""

    @property
    def names(self) -> Names:
        """What it is called."""


class EntryWriter:
    """Writes entries and their parts; a part that would say nothing is none. `hides_home`: nobody may learn where the
    child is."""

    def __init__(self, catalogue: Catalogue, *, hides_home: bool = False) -> None:
        self.catalogue, self._hides_home = catalogue, hides_home
        self._words = Words("da"), Words("en")

    def entry(
        self,
        type_: FileType,
        record_id: str,
        day: date,
        about: Names | None,
        *parts: FilePart | None,
        struck: Voidable | None = None,
    ) -> FileEntry:
        """An entry; `about` goes into its title, which stands in the index even where the entry is left out."""
        title = self._title(type_)
        if about is not None:
            title = Names(f"{title.da}: {about.da}", f"{title.en}: {about.en}")
        why = self.typed("struck", mark("Why it was struck out"), struck.void_reason) if struck else None
        return FileEntry(
            key=f"{type_}:{record_id}",
            type=type_,
            day=day,
            title=title,
            parts=tuple(part for part in (*parts, why) if part is not None),
            is_struck=struck is not None and struck.voided_on is not None,
        )

    def typed(self, key: str, label: str | Names, text: str) -> FilePart | None:
        """What somebody wrote."""
        stripped = _BREAKS.sub("\n", text.strip())
        names = label if isinstance(label, Names) else self.both(label)
        return FilePart(key=key, label=names, text=Names(stripped, stripped)) if stripped else None

    def home(self, key: str, label: str, text: str) -> FilePart | None:
        """What may tell where the child lives or goes."""
        part = self.typed(key, label, text)
        return replace(part, proposed=Withheld.PROTECTED) if part and self._hides_home else part

    def guarded(self, key: str, label: str, text: str) -> FilePart | None:
        """What is written to keep the child safe from somebody, who may be the one who asks."""
        part = self.typed(key, label, text)
        why = Withheld.PROTECTED if self._hides_home else Withheld.THIRD_PARTY
        return replace(part, proposed=why) if part else None

    def fact(self, key: str, label: str | Names, told: Names | None) -> FilePart | None:
        """What the program says in words of its own."""
        names = label if isinstance(label, Names) else self.both(label)
        return FilePart(key=key, label=names, text=told, is_typed=False) if told and told.da else None

    def day(self, key: str, label: str, day: date | None) -> FilePart | None:
        """A day."""
        told = screen_date(day)
        return self.fact(key, label, Names(told, told)) if day else None

    def choice(self, member: Enum | None) -> Names | None:
        """What a choice is called."""
        return None if member is None else self.told(lambda words: labels.choice(words, member))

    def both(self, text: str) -> Names:
        """A text of the program."""
        return self.told(lambda words: words.tr(text))

    def told(self, tell: Callable[[Words], str]) -> Names:
        """What a function tells in each language."""
        danish, english = map(tell, self._words)
        return Names(danish, english)

    def catalogued(self, find: Callable[[str, date], Named], key: str, day: date, lost: str) -> Names:
        """What an entry of the catalogue was called then; `lost` where the catalogue knows it no more."""
        try:
            return find(key, day).names
        except UnknownEntry:
            return self.both(lost)

    def _title(self, type_: FileType) -> Names:
        if type_ is FileType.ASSESSMENT:
            return self.told(lambda words: words.trp("case", "Assessment"))  # the work, not its result
        return self.both(_TITLES[type_])


def listed(names: Sequence[Names]) -> Names:
    """Several names in a row."""
    return Names(", ".join(one.da for one in names), ", ".join(one.en for one in names))
