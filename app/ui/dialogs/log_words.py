"""What the log of access tells, in words: on the screen, and in the file that a citizen may have."""

from __future__ import annotations

import csv
import io
import re

from app import labels
from app.core.dates import screen_date
from app.core.purpose import Purpose
from app.services.access import AccessEntry
from app.services.store import Act
from app.words import Words, mark

SUBJECT_ACCESS = "subject access"
_ACTS = {
    Act.WRITE: mark("Saved"),
    Act.LOOK_UP: mark("Looked up"),
    Act.SEARCH: mark("Searched"),
    Act.PRINT: mark("Printed"),
    Act.EXPORT: mark("Exported"),
    Act.REVEAL: mark("CPR number shown"),
    Act.UNLOCK: mark("Unlocked"),
    Act.FAILED_UNLOCK: mark("Wrong passphrase"),
    Act.BACKUP: mark("Copy made"),
    Act.RESTORE: mark("Copy restored"),
}
# What acts note of themselves: codes, so that the log holds no name and reads in both languages.
_NOTED = {
    "passphrase": mark("with the passphrase"),
    "recovery key": mark("with the recovery key"),
    "demo": mark("the demo"),
    "new": mark("new caseload"),
    "close": mark("when the program closed"),
    "manual": mark("on request"),
    "migration": mark("before a new version"),
    "log": mark("dates and purposes"),
    "import-rest": mark("rows to be mended"),
    "follow_up copied": mark("follow-up copied as text"),
    "entry copied": mark("journal entry copied as text"),
    "plan copied": mark("plan copied as text"),
    "handed-print removed": mark("print that was handed out removed"),
    "plan-comparison copied": mark("comparison of two versions of the plan copied as text"),
}
# Prints note what they are, which version, and in which language: "plan v3 da".
_PARTS = {
    "plan": mark("plan"),
    "child-plan": mark("plan for the child"),
    "extract": mark("extract of the plan"),
    "joint-plan": mark("joint plan of siblings"),
    "draft": mark("draft"),
    "map": mark("network map"),
    "genogram": mark("genogram"),
    "summary": mark("caseload summary"),
    "acute": mark("acute-contact sheet"),
    "case-file": mark("case file for access"),
    "protected": mark("with protected addresses"),
    "visit": mark("last time – today"),
    "ics": mark("calendar file"),
    "calendar": mark("follow-up calendar"),
    "hand-over": mark("hand-over"),
    "da": mark("in Danish"),
    "en": mark("in English"),
    "copied": mark("copied as text"),
    "kept": mark("handed out before:"),
}
_VERSION = re.compile(r"v([0-9]+)")
_MISSING = re.compile(r"(.+); ([0-9]+) entries missing")
_TRIES = re.compile(r"([0-9]+) ")


def act(words: Words, done: Act) -> str:
    """What was done."""
    return words.tr(_ACTS[done])


def purpose(words: Words, code: str) -> str:
    """A purpose in words; one that was typed stands as it was typed."""
    if code == SUBJECT_ACCESS:
        return words.tr("Access of the citizen to their own data")
    return labels.choice(words, Purpose(code)) if code in tuple(Purpose) else code


def detail(words: Words, entry: AccessEntry) -> str:
    """What an act noted of itself; of a search nothing, since its words are kept as a number that nobody can read."""
    match entry.act:
        case Act.WRITE if entry.detail not in _NOTED:
            return _changed(words, entry.detail)
        case Act.SEARCH:
            return ""
        case Act.FAILED_UNLOCK if tries := _TRIES.match(entry.detail):
            return words.trn("{n} time", "{n} times", int(tries[1]))
        case Act.UNLOCK if missing := _MISSING.fullmatch(entry.detail):
            lost = words.trn("{n} entry of the log is missing", "{n} entries of the log are missing", int(missing[2]))
            return f"{_noted(words, missing[1])}; {lost}"
        case _:
            return _noted(words, entry.detail)


def moment_of(entry: AccessEntry) -> str:
    """Day and hour, local time."""
    at = entry.at.astimezone()
    return f"{screen_date(at.date())} {at:%H:%M}"


def dates_and_purposes(words: Words, entries: tuple[AccessEntry, ...]) -> bytes:
    """The acts as a table for spreadsheets: date, hour, what, purpose. Nothing in it was typed by anybody."""
    out = io.StringIO()
    table = csv.writer(out, delimiter=";", lineterminator="\r\n")
    table.writerow([words.tr("Date"), words.tr("Hour"), words.tr("What"), words.tr("Purpose")])
    for entry in entries:
        at = entry.at.astimezone()
        row = [screen_date(at.date()), f"{at:%H:%M}", act(words, entry.act), purpose(words, entry.purpose)]
        table.writerow([_guarded(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def _changed(words: Words, label: str) -> str:
    """What was saved; of undo and redo also that it was one."""
    how, _, _ = label.partition(":")
    what = labels.change(words, label)
    if how == "undo":
        return words.tr("Undone: {what}", what=what)
    return words.tr("Done again: {what}", what=what) if how == "redo" else what


def _noted(words: Words, codes: str) -> str:
    """What was noted in words; what has none stands as it is."""
    if codes in _NOTED:
        return words.tr(_NOTED[codes])
    found = []
    for code in codes.split():
        version = _VERSION.fullmatch(code)
        known = words.tr(_PARTS[code]) if code in _PARTS else code
        found.append(words.tr("version {number}", number=version[1]) if version else known)
    return " ".join(found)


def _guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
