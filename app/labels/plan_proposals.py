"""Which plan the law has for a child, and what the case offers it, in words."""

from __future__ import annotations

from app.core.dates import long_date
from app.core.plan_proposal import Because, KindProposal, PlanOffer, Source
from app.words import Words, mark

_REASONS = {
    Because.BEFORE_THE_ACT: mark("Until the end of 2023 the plan was an action plan (Social Services Act § 140)."),
    Because.A_CHILD: mark("The plan is the child's plan (Children's Act § 91); from {day}, at 16, a youth plan."),
    Because.AGE_UNKNOWN: mark("The plan is the child's plan (Children's Act § 91), and at 16 a youth plan."),
    Because.OLD_ENOUGH: mark("From {day}, at 16, the plan is a youth plan (Children's Act § 108)."),
}

_SOURCES = {
    Source.DECISION: mark("Take from the decision of {day}"),
    Source.MEASURE: mark("Take from the measure of {day}"),
}


def why_this_plan(words: Words, found: KindProposal) -> str:
    """Why the plan is of this kind, and when the law demands one (barnets lov §§ 91 and 108)."""
    day = long_date(found.turns, words.language) if found.turns else ""
    why = words.tr(_REASONS[found.because], day=day)
    if found.because is Because.BEFORE_THE_ACT:
        return why
    return f"{why} {words.tr('One must be made in a placement; for other support the municipality decides whether.')}"


def offer_source(words: Words, offer: PlanOffer) -> str:
    """What a button says that takes the offer."""
    return words.tr(_SOURCES[offer.source], day=long_date(offer.day, words.language))


def offer_text(words: Words, offer: PlanOffer) -> str:
    """What would be written into the field."""
    if offer.text or offer.until is None:
        return offer.text
    return words.tr("Until {day}", day=long_date(offer.until, words.language))
