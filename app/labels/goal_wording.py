"""The hints at a goal's wording in words: what is hard to measure, and a better form."""

from __future__ import annotations

from app.core.goal_wording import LONG_SENTENCE, Wording, WordingHint
from app.core.records.plan import Goal
from app.words import Words, mark

_SENTENCES = {
    Wording.VAGUE: mark(
        "“{quoted}” is hard to measure. What can be seen when it succeeds, and how often? For example “reads aloud for "
        "ten minutes every evening”."
    ),
    Wording.NEGATIVE: mark(
        "“{quoted}” says what should not be. What happens instead? For example “says it in words when it gets too "
        "much”."
    ),
    Wording.ABOUT_ADULTS: mark(
        "The goal is about “{quoted}”. What is different for the child then? What the adults do can stand as a step."
    ),
    Wording.LONG: mark("A sentence has more than {most} words. Two short ones are easier to read."),
    Wording.NO_SIGN: mark("It does not say yet how you will see that it works."),
    Wording.NO_STEPS: mark("No step says yet who does what by when."),
    Wording.NOBODY: mark("None of the steps says who does it."),
    Wording.NO_DAY: mark("None of the steps says by when, or how often."),
    Wording.TARGET_NOT_ABOVE: mark("The target of {target} is not above where it began, at {baseline}."),
}


def goal_hint(words: Words, hint: WordingHint, goal: Goal) -> str:
    """One hint as a sentence."""
    values = {"quoted": hint.quoted, "most": LONG_SENTENCE, "target": goal.target, "baseline": goal.baseline}
    return words.tr(_SENTENCES[hint.wording], **values)
