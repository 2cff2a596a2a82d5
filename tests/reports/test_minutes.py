"""Minutes and invitations, read back from the PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, time

import pytest
from pypdf import PdfReader

from app.core.interval import Interval
from app.core.names import Names
from app.core.records.documents import Letterhead
from app.core.records.follow_up import ContactForm, Informant, Outcome, Presence
from app.core.records.meeting import ChildPart
from app.core.records.minutes import (
    DocumentGuest,
    DocumentPromise,
    FollowUpMinutes,
    MeetingInvitation,
    MeetingMinutes,
    MinutesGoal,
    NextDate,
)
from app.reports.follow_up_minutes_report import follow_up_minutes_pdf
from app.reports.meeting_report import meeting_invitation_pdf, meeting_minutes_pdf
from app.words import Words

HEAD = Letterhead(municipality="Herning Kommune", department="", caseworker="M. Holm", on=date(2026, 11, 23))
PROMISE = DocumentPromise(what="Henter fredag", responsible="mor", due=date(2026, 12, 4))
HELD = FollowUpMinutes(
    head=HEAD,
    child_first_name="Alma",
    child_name="Alma Kjær",
    held_on=date(2026, 11, 20),
    form=ContactForm.HOME_VISIT,
    place="Hos mormor",
    participants="Alma, mor og rådgiver",
    measures=(Names("Plejefamilie", "Foster family"),),
    conversation_on=date(2026, 11, 20),
    presence=Presence.ALONE,
    conversation_with="",
    child_said="",
    words_withheld=True,
    no_conversation_reason="",
    goals=(
        MinutesGoal(goal="I skole hver dag", scores=((Informant.CHILD, 6),), before=((Informant.CHILD, 4),), target=8),
    ),
    assessment="Det går fremad.",
    outcome=Outcome.CONTINUE,
    promises=(PROMISE,),
    rhythm=Interval.parse("6w"),
    next_date=NextDate(on=date(2027, 1, 8), at=time(14), place="Skolen"),
)
MET = MeetingMinutes(
    head=HEAD,
    child_first_name="Alma",
    held_on=date(2026, 11, 20),
    place="Skolen",
    purpose="Weekenderne",
    agenda="1. Runde\n2. Hvem hjælper?",
    came=(
        DocumentGuest(name="Karen Holm", role=Names("mor", "mother")),
        DocumentGuest(name="", role=Names("far", "father")),
    ),
    missed=(DocumentGuest(name="Lis Vang", role=Names("", "")),),
    others="Naboen",
    child_part=ChildPart.WORDS_BROUGHT,
    child_words="Jeg vil hjem.",
    words_withheld=False,
    minutes="Alle hjælper.",
    decisions="Hver anden weekend",
    promises=(PROMISE,),
    next_date=None,
)
ASKED = MeetingInvitation(
    head=HEAD,
    child_first_name="Alma",
    meeting=NextDate(on=date(2026, 12, 2), at=time(15, 30), place="Skolen"),
    purpose="Hvem kan hjælpe?",
    agenda="1. Runde",
    asked=(DocumentGuest(name="Karen Holm", role=Names("mor", "mother")),),
    others="Naboen",
)


def text_of(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


@pytest.fixture(params=["da", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    return Words(request.param)


def test_follow_up_minutes_say_who_what_scores_promises_and_when_next() -> None:
    text = text_of(follow_up_minutes_pdf(HELD, Words("da")))
    for part in (
        "Referat af opfølgning for Alma",
        "fredag 20. november 2026",
        "Alma, mor og rådgiver",
        "Plejefamilie",
        "I skole hver dag Barnet 4 Barnet 6 8",
        "Det går fremad.",
        "Henter fredag mor 04-12-2026",
        "Fredag 8. januar 2027 kl. 14.00 Skolen",
        "hver 6. uge",
    ):
        assert part in text
    assert "Hvad Alma sagde, er ikke en del af referatet." in text
    assert "Kjær" not in text


def test_what_may_be_shared_stands_there_in_the_childs_own_words(words: Words) -> None:
    shared = replace(HELD, child_said="Jeg sover godt.\n\nOgså hos mormor.", words_withheld=False)
    text = text_of(follow_up_minutes_pdf(shared, words))
    assert "Jeg sover godt. Også hos mormor." in text
    assert words.tr("What {name} said is not part of the minutes.", name="Alma") not in text


def test_a_follow_up_without_a_conversation_says_why_and_a_bare_one_says_little(words: Words) -> None:
    none = replace(HELD, conversation_on=None, words_withheld=False, no_conversation_reason="Syg")
    assert words.tr("There was no conversation: {reason}", reason="Syg") in text_of(follow_up_minutes_pdf(none, words))
    bare = replace(
        none,
        no_conversation_reason="",
        form=None,
        place="",
        goals=(),
        assessment="",
        outcome=None,
        rhythm=None,
        promises=(),
        next_date=None,
        presence=None,
    )
    text = text_of(follow_up_minutes_pdf(bare, words))
    for gone in ("The conversation with {name}", "Next follow-up and conversation with {name}"):
        assert words.tr(gone, name="Alma") not in text
    assert words.tr("What was agreed") not in text


def test_a_goal_nobody_scored_and_a_promise_of_nobody_have_a_dash(words: Words) -> None:
    goal = MinutesGoal(goal="Sover", scores=(), before=(), target=None)
    promise = DocumentPromise(what="Ringe", responsible="", due=None)
    due = NextDate(on=date(2027, 1, 8), agreed=False)
    text = text_of(follow_up_minutes_pdf(replace(HELD, goals=(goal,), promises=(promise,), next_date=due), words))
    assert "Sover – – –" in text
    assert "Ringe – –" in text
    assert words.tr("at the latest; the day is agreed with you") in text


def test_meeting_minutes_name_who_came_and_a_protected_one_by_role(words: Words) -> None:
    text = text_of(meeting_minutes_pdf(MET, words))
    came = Names("Karen Holm (mor), far, Naboen", "Karen Holm (mother), father, Naboen")
    for part in (came.of(words.language), "Lis Vang", "Jeg vil hjem.", "Alle hjælper.", "Hver anden weekend"):
        assert part in text
    withheld = replace(MET, child_words="", words_withheld=True)
    assert words.tr("What {name} said is not part of the minutes.", name="Alma") in text_of(
        meeting_minutes_pdf(withheld, words)
    )
    assert words.tr("What {name} wanted to say was brought into the meeting.", name="Alma") in text_of(
        meeting_minutes_pdf(withheld, words)
    )
    silent = replace(MET, child_words="", child_part=None)
    assert words.tr("{name}'s part in the meeting", name="Alma") not in text_of(meeting_minutes_pdf(silent, words))


def test_the_invitation_says_when_where_what_for_and_whom_to_tell(words: Words) -> None:
    text = text_of(meeting_invitation_pdf(ASKED, words))
    karen = Names("Karen Holm (mor)", "Karen Holm (mother)")
    for part in ("Skolen", "Hvem kan hjælpe?", "1. Runde", karen.of(words.language), "Naboen", "M. Holm"):
        assert part in text
    nobody = replace(ASKED, asked=(), others="", head=replace(HEAD, caseworker=""))
    text = text_of(meeting_invitation_pdf(nobody, words))
    assert words.tr("Please tell us whether you can come.") in text
    assert words.tr("Who is asked to come") not in text


def test_forty_guests_and_twenty_five_long_promises_are_all_there_with_the_head_on_each_page() -> None:
    guests = tuple(DocumentGuest(name=f"Оксана Ågård {n}", role=Names("nabo", "neighbour")) for n in range(40))
    long = "Følger barnet til skole og taler med læreren om, hvordan dagen gik, hver eneste dag. " * 6
    promises = tuple(
        DocumentPromise(what=f"{n}: {long[:496]}", responsible="محمد عبد", due=date(2026, 12, 1)) for n in range(25)
    )
    pdf = meeting_minutes_pdf(replace(MET, came=guests, promises=promises, minutes=long * 20), Words("da"))
    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages]
    text = " ".join(pages)
    assert all(f"Ågård {n} (nabo)" in text for n in range(40))
    assert all(f" {n}: Følger" in text for n in range(25))
    assert 4 <= len(pages) <= 9
    with_rows = [page for page in pages if ": Følger" in page]
    assert all("Hvornår" in page for page in with_rows)
    assert f"side {len(pages)} af {len(pages)}" in pages[-1]
