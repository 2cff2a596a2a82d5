"""What is wrong with a field, and what to do about it."""

from __future__ import annotations

from app.core.errors import Problem
from app.labels.filling import filled
from app.words import Words, mark

_SENTENCES = {
    # what was typed cannot be read
    "date-unreadable": mark("This is not a date. Write for example 6/1-25, 060125, tomorrow, or +3m."),
    "date-impossible": mark("There is no such day: {text}."),
    "time-unreadable": mark("This is not a time of day. Write for example 14.30."),
    "time-empty": mark("Write the time of day, for example 14.30."),
    "time-left-out": mark("Summer time began that night; this hour was left out. Check the time."),
    "time-twice": mark("Summer time ended that night, and this hour came twice. Choose which of them is meant."),
    "number-unreadable": mark("Write a whole number from {least} to {most}."),
    "too-long": mark("There is room for {limit} characters. Make the text shorter."),
    "text-too-long": mark("There is room for {limit} characters, and this has {count}. Make the text shorter."),
    "text-broken": mark("The text holds half a character. Delete the sign that shows as a box, and write it again."),
    "text-empty": mark("Write a text."),
    "reason-empty": mark("Write a reason."),
    "day-empty": mark("Write the date."),
    "visit-day-past": mark("That day has passed. Choose today or a later day."),
    "nobody-to-visit": mark("Tick whom to visit."),
    "choice-empty": mark("Choose one."),
    "due-before-said": mark("It was to be done before it was said. Check the dates."),
    "settled-before-said": mark("It was settled before it was said. Check the dates."),
    "end-before-start": mark("The end lies before the start."),
    # passphrase and recovery key
    "passphrase-too-short": mark("A passphrase needs at least {least} characters. Several words are easy to remember."),
    "passphrases-differ": mark("This is not the same as above. Write it once more."),
    "passphrase-wrong": mark("This is not the present passphrase. Nothing was changed."),
    "recovery-group-wrong": mark("This is not the group on the paper. Compare it once more."),
    "password-too-short": mark("A password needs at least {least} characters."),
    # people
    "name-empty": mark("Write a name."),
    "role-empty": mark("Choose what the person is to the child."),
    "birth-in-future": mark("The birth date lies in the future. For an unborn child, write the term date instead."),
    "birth-long-ago": mark("The birth date lies more than 120 years back. Check the year."),
    "term-far-ahead": mark("The term date lies more than 10 months ahead. Check the date."),
    "cpr-not-ten-digits": mark("A CPR number has ten digits: DDMMYY-SSSS."),
    "cpr-impossible-date": mark("The first six digits of the CPR number are not a date. Check the number."),
    "cpr-replacement": mark("This is a replacement number."),
    "cpr-check-digit": mark("The check digit does not fit. Some valid numbers are like that; check the number."),
    "cpr-other-birth-date": mark("The CPR number says that the birth date is {day}."),
    "cpr-other-gender": mark("The CPR number says another gender."),
    # ties of a family
    "couple-with-self": mark("Choose another person: nobody is a couple with themselves."),
    "couple-twice": mark("These two stand as a couple already. Change that line instead."),
    "parent-of-self": mark("Choose another person: nobody is their own parent."),
    "parent-twice": mark("One of these two stands as the parent of the other already. Change that line instead."),
    "own-ancestor": mark("That would make somebody their own ancestor. Check who is the parent and who the child."),
    "too-many-parents": mark("Two parents by birth are there already. Choose adoption or foster care, or change one."),
    "parent-younger": mark("{name} would be younger than the child. Check the birth dates."),
    # cases
    "opened-in-future": mark("The case is opened on a day to come. It counts in the caseload already."),
    "closed-before-opened": mark("The case cannot close before it was opened."),
    "caseload-full": mark(
        "There are {count} open cases, and the limit is {limit}. One more needs an exception by the team leader."
    ),
    "child-known-cpr": mark("There is a case already with this CPR number: {name}."),
    "child-known-name": mark("There is a case already of a child of this name: {name}. Look there first."),
    "measure-unknown": mark("The catalogue has no measure called {text}."),
    "start-empty": mark("Write when the measure started."),
    "no-room": mark("There is no room for this case: the limit is {limit}."),
    "granted-by-empty": mark("Write who granted it."),
    "granted-in-future": mark("It cannot be granted on a day to come."),
    "dispensation-moves-nothing": mark("It moves no date: the programme goal stays where it is."),
    "exception-without-end": mark("Write until when the exception holds."),
    # measures
    "type-empty": mark("Choose a measure."),
    "type-not-offered": mark("{names} was not offered on the start date."),
    "same-measure-overlaps": mark("{names} runs already, since {start}."),
    "measure-without-days": mark("Start and end are the same day, so the measure does not count."),
    "breakdown-without-end": mark("A placement that broke down has an end. Write the date."),
    "breakdown-no-placement": mark("Only a placement can break down."),
    "expected-end-before-start": mark("The expected end must lie after the start."),
    "last-held-before-start": mark("The last follow-up lies before the start of the measure."),
    "receiver-in-future": mark("The receiver is to be involved from a day to come."),
    # follow-ups
    "held-in-future": mark("A follow-up cannot be held on a day to come. Plan it instead."),
    "attempted-in-future": mark("A follow-up cannot be attempted on a day to come. Plan it instead."),
    "conversation-in-future": mark("The conversation with the child cannot be on a day to come."),
    "excused-in-future": mark("A follow-up cannot be excused on a day to come."),
    "note-in-future": mark("This day lies ahead. Write the day it happened."),
    "follow-up-without-day": mark("Write the day it was held, or the day it is planned for."),
    "follow-up-before-measure": mark("The measure started on {start}. The follow-up cannot lie before."),
    "follow-up-after-measure": mark("The measure ended on {end}, before the follow-up."),
    "agreement-empty": mark("Write what was agreed."),
    "covers-no-measure": mark("It covers no measure, so no due date moves. Tick the measures it was about."),
    "held-and-excused": mark("A follow-up that was held cannot be excused too."),
    "rhythm-without-reason": mark("Write why this rhythm was decided; the law asks for a reason."),
    "no-conversation": mark("Write about the conversation with the child, or why there was none. It can wait."),
    "score-out-of-range": mark("A score lies from 0 to 10."),
    # network meetings
    "meeting-without-day": mark("Write the day it was held, or the day it is planned for."),
    "meeting-in-future": mark("A meeting cannot be held on a day to come. Plan it instead."),
    "held-and-called-off": mark("A meeting that was held cannot be called off too."),
    "guest-twice": mark("Somebody is invited twice."),
    "purpose-empty": mark("Write what the meeting is for; those who are invited want to know."),
    "nobody-invited": mark("Nobody is ticked yet."),
    "minutes-empty": mark("Write what was said. It can wait."),
    "child-part-empty": mark("Say how the child had a say. It can wait."),
    # notifications, assessments, decisions, complaints
    "moment-in-future": mark("The moment lies in the future."),
    "day-in-future": mark("The day lies in the future."),
    "assessed-before-received": mark("A notification cannot be assessed before it was received."),
    "day-before-aware": mark("The day lies before {day}, when the municipality became aware."),
    "map-or-reason": mark("A network map belongs to the assessment. Draw it, or write why there is none."),
    "talk-or-reason": mark("A conversation with the child belongs here. Write when it was, or why there was none."),
    "conclusion-empty": mark("The assessment has no conclusion yet."),
    "complaint-before-decision": mark("The decision was made on {day}. A complaint over it cannot come before."),
    "answer-before-received": mark("The day lies before the one it was received."),
    "sent-before-reassessed": mark("The decision is reassessed before the complaint is sent on. Check the dates."),
    # plans, maps, journal
    "goal-empty": mark("Goal {number} says nothing yet. Write what is to be reached."),
    "goal-scale": mark("Baseline and target of goal {number} lie from 0 to 10."),
    "sub-goal-empty": mark("A sub-goal of goal {number} says nothing yet."),
    "issued-in-future": mark("The date lies ahead. A plan is usually dated the day it is handed over."),
    "issued-before-last": mark("Version {number} was issued on {day}, after this date."),
    "given-to-empty": mark("Nobody is named who gets the plan."),
    "plan-without-purpose": mark("The plan does not say yet why there is a plan."),
    "plan-without-goals": mark("The plan has no goals yet."),
    "goals-without-own-words": mark("The child's own words are missing at goal {numbers}."),
    "goals-without-responsible": mark("Nobody is responsible for what is to be done at goal {numbers}."),
    "print-of-protected": mark("{name} has address protection. Check that the text does not tell where they live."),
    "print-tells-address": mark("{name} has address protection, and the text tells the address."),
    "print-tells-cpr": mark("The text holds what looks like a CPR number. It belongs on no print."),
    "print-names-other": mark("The text names {name}, who does not belong to this case."),
    "snippet-names": mark(
        "The phrase names {name}. The name would come along into other children's plans: write [child] instead."
    ),
    "person-twice": mark("Somebody is on the map twice."),
    "person-known": mark("There is a {name} already. If it is the same person, choose them from the list."),
    "person-in-case": mark("{name} is a person of this case already, with another role perhaps."),
    "map-in-future": mark("The map cannot be drawn on a day to come."),
    "line-to-nobody": mark("A line leads to somebody who is not on the map."),
    "line-to-self": mark("A line leads from somebody to themselves."),
    "child-unknown": mark("Choose a child of the caseload."),
    "entry-locked": mark("This entry is locked. Write a new one that corrects it."),
    "entry-in-future": mark("The day lies in the future."),
}


def problem(words: Words, found: Problem) -> str:
    """The sentence of a problem; KeyError for a code that has none."""
    return filled(words, _SENTENCES[found.code], found.values)
