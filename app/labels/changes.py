"""What a change was, as undo and redo tell it."""

from __future__ import annotations

from app.words import Words, mark

_SENTENCES = {
    "access-request-saved": mark("request for access to the file"),
    "access-request-voided": mark("request for access to the file struck out"),
    "agreement-saved": mark("task"),
    "agreement-settled": mark("agreement settled"),
    "agreement-voided": mark("agreement struck out"),
    "assessment-saved": mark("assessment"),
    "assessment-voided": mark("assessment struck out"),
    "case-closed": mark("case closed"),
    "case-opened": mark("case opened"),
    "case-person-removed": mark("person taken off the case"),
    "case-person-saved": mark("person of the case"),
    "case-reopened": mark("case reopened"),
    "case-saved": mark("case data"),
    "case-voided": mark("case voided"),
    "caseload-imported": mark("caseload brought in"),
    "caseworker-saved": mark("who you are"),
    "catalogue-seeded": mark("catalogue"),
    "child-moved": mark("child moved"),
    "complaint-saved": mark("complaint"),
    "complaint-voided": mark("complaint struck out"),
    "decision-saved": mark("decision"),
    "decision-voided": mark("decision struck out"),
    "dispensation-saved": mark("dispensation"),
    "dispensation-voided": mark("dispensation struck out"),
    "exception-saved": mark("exception of the team leader"),
    "follow-up-attempted": mark("follow-up attempted"),
    "follow-up-excused": mark("follow-up excused"),
    "follow-up-planned": mark("follow-up planned"),
    "follow-up-registered": mark("follow-up registered"),
    "follow-up-voided": mark("follow-up struck out"),
    "invitation-answered": mark("answer to an invitation"),
    "journal-saved": mark("journal entry"),
    "journal-voided": mark("journal entry struck out"),
    "map-saved": mark("network map"),
    "map-version-kept": mark("version of the network map"),
    "measure-saved": mark("measure"),
    "measure-voided": mark("measure struck out"),
    "meeting-called-off": mark("network meeting called off"),
    "meeting-planned": mark("network meeting planned"),
    "meeting-registered": mark("network meeting registered"),
    "meeting-voided": mark("network meeting struck out"),
    "notification-saved": mark("notification"),
    "notification-voided": mark("notification struck out"),
    "person-saved": mark("person"),
    "plan-issued": mark("plan issued"),
    "plan-saved": mark("plan"),
    "remark-saved": mark("remark of the team leader"),
    "remark-voided": mark("remark of the team leader struck out"),
    "remarks-saved": mark("remarks of the team leader"),
    "school-removed": mark("school or day care removed"),
    "school-saved": mark("school or day care"),
    "snippet-removed": mark("phrase removed"),
    "snippet-saved": mark("phrase"),
    "transferred": mark("marked as transferred"),
    "visits-planned": mark("visit day planned"),
}


def change(words: Words, label: str) -> str:
    """What a change was: "follow-up registered"; "change" where it has no words of its own."""
    return words.tr(_SENTENCES.get(label.rpartition(":")[2], mark("change")))
