"""Why the program refused, as it says so: what is wrong, and what the reader can do about it."""

from __future__ import annotations

from app.core.errors import ForlaensError
from app.words import Words, mark

_SENTENCES = {
    "error": mark("That could not be done. Nothing was changed."),
    "invalid": mark("Not saved: something in the form does not fit. Look at the fields that are marked."),
    "not-found": mark("That is no longer in the caseload."),
    "already-running": mark("Forlæns is already open. Its window has been brought to the front."),
    # files and places
    "file-failed": mark("The file could not be read or written. Nothing was changed."),
    "disk-full": mark("Not saved: the disk is full. Make room and try again; what was there is untouched."),
    "read-only": mark("This place can be read, but not written. Nothing was changed."),
    "place-missing": mark("The folder or stick is not there. Plug it in, or choose another place."),
    "place-refused": mark(
        "A caseload cannot lie in a folder that is shared or synced, such as OneDrive or a network drive: "
        "it would be damaged there. Choose a folder on this computer."
    ),
    "name-taken": mark("There is a caseload of that name already. It was left as it is."),
    "print-failed": mark("The printer took no page. Check that it is on and ready, and print again."),
    "no-printer": mark(
        "This computer knows of no printer. Add one in the settings of the system, or save the print as a PDF."
    ),
    "table-unreadable": mark("This is no table that can be read. Save it as .xlsx or .csv and try again."),
    "table-too-large": mark("The table is far larger than a caseload. Leave only the rows of the children in it."),
    # keys
    "slots-missing": mark("The file with the keys is missing. Without it neither passphrase nor recovery key opens."),
    "slots-damaged": mark("The file with the keys is damaged. A copy of it may open the caseload."),
    "slots-refused": mark("The file with the keys was altered and is not safe to use. A copy may open the caseload."),
    "slots-newer": mark("The file with the keys was written by a newer version of Forlæns. Update the program."),
    "wrong-secret": mark("That does not open the caseload. Try again."),
    "wrong-passphrase": mark("The passphrase does not open the caseload. Try again."),
    "wrong-recovery-key": mark("The recovery key does not belong to this caseload. Check each group of letters."),
    "too-soon": mark("After several wrong tries there is a pause. Try again in {seconds} s."),
    "recovery-key-malformed": mark(
        "A recovery key has {wanted} letters and digits; {found} of these can belong to one."
    ),
    "passphrase-too-short": mark("A passphrase needs at least {least} characters. Several words are easy to remember."),
    "not-enough-memory": mark("There is too little free memory to open the caseload. Close other programs first."),
    # the store
    "store": mark("The caseload could not be read or written."),
    "store-missing": mark("The file with the caseload is missing. A backup can be restored."),
    "store-empty": mark("The file with the caseload is empty. A backup can be restored."),
    "store-plain": mark("This file is an ordinary, unencrypted database and not a caseload."),
    "store-foreign": mark("This file is not a caseload, or its beginning was overwritten. A backup can be restored."),
    "store-cut-short": mark("The file with the caseload is cut short. A backup can be restored."),
    "wrong-key": mark("The beginning of the file with the caseload is damaged. A backup can be restored."),
    "foreign-store": mark("This file opens with the key, but it is not a caseload of this program."),
    "store-newer": mark("This caseload was written by a newer version of Forlæns. Update the program."),
    "store-damaged": mark("Parts of the file with the caseload are damaged. Nothing is written to it any more."),
    "store-full": mark("Not saved: the disk is full. What you typed is still here. Make room and save again."),
    "store-read-only": mark("Not saved: the caseload is open for reading only."),
    "store-busy": mark("Not saved: another program holds the file with the caseload. Try again."),
    "migration-failed": mark("The caseload could not be brought up to this version. It is as it was."),
    "log-altered": mark("The log of look-ups was altered. Nothing is written to the caseload any more."),
    "backup-damaged": mark("This backup is incomplete or damaged and was not used. Choose another one."),
    "witness-damaged": mark("The control number of the log was altered. Whether entries are missing cannot be told."),
}


def refusal(words: Words, error: ForlaensError) -> str:
    """The words for a refusal, with its attributes as values. Raises KeyError for a code that has none."""
    return words.tr(_SENTENCES[error.code], **vars(error))
