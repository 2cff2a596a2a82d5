"""What could make the wording of a goal easier to measure: hints that a caseworker may follow, never a rule.

A goal is read for what can be seen from its words alone. Danish and English are read alike whatever language the
program speaks, since a plan is written in the family's language.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from app.core.records.plan import Goal

LONG_SENTENCE: Final = 25
"""A sentence of more words than this is hard to read at a kitchen table."""


class Wording(StrEnum):
    """What a hint is about."""

    VAGUE = "vague"
    NEGATIVE = "negative"
    ABOUT_ADULTS = "about-adults"
    LONG = "long"
    NO_SIGN = "no-sign"
    NO_STEPS = "no-steps"
    NOBODY = "nobody"
    NO_DAY = "no-day"
    TARGET_NOT_ABOVE = "target-not-above"


@dataclass(frozen=True, slots=True)
class WordingHint:
    """A hint; `quoted` are the words of the goal it is about, "" where it is about none."""

    wording: Wording
    quoted: str = ""


def goal_hints(goal: Goal) -> tuple[WordingHint, ...]:
    """What to think of at a goal, the words first and then what is missing beside them.

    A goal without words yet, and one that nobody works on any more, gets none.
    """
    text = " ".join(goal.goal.split())
    if not text or goal.status.is_done:
        return ()
    return (*_about_words(text), *_about_the_rest(goal))


def _about_words(text: str) -> list[WordingHint]:
    found = []
    if (vague := _VAGUE.search(text)) and not _COUNTED.search(text):
        found.append(WordingHint(Wording.VAGUE, vague.group()))
    if negative := _NEGATIVE.search(text):
        found.append(WordingHint(Wording.NEGATIVE, negative.group()))
    if adults := _adults_it_begins_with(text):
        found.append(WordingHint(Wording.ABOUT_ADULTS, adults))
    if any(len(sentence.split()) > LONG_SENTENCE for sentence in _SENTENCE_END.split(text)):
        found.append(WordingHint(Wording.LONG))
    return found


def _about_the_rest(goal: Goal) -> list[WordingHint]:
    found = []
    if not goal.success_sign.strip():
        found.append(WordingHint(Wording.NO_SIGN))
    steps = [sub for sub in goal.sub_goals if sub.what.strip()]
    if not steps:
        found.append(WordingHint(Wording.NO_STEPS))
    elif not any(sub.responsible.strip() for sub in steps):
        found.append(WordingHint(Wording.NOBODY))
    if steps and not any(sub.deadline or sub.rhythm.strip() for sub in steps):
        found.append(WordingHint(Wording.NO_DAY))
    if goal.baseline is not None and goal.target is not None and goal.target <= goal.baseline:
        found.append(WordingHint(Wording.TARGET_NOT_ABOVE))
    return found


def _adults_it_begins_with(text: str) -> str:
    """The adults who alone are what the goal is about; "" where the child is among them, or somebody unknown."""
    words = _WORD.findall(text.lower())
    last = place = 0
    while place < len(words):
        while place < len(words) and words[place] in _BEFORE_ADULTS:
            place += 1
        if place == len(words) or words[place] not in _ADULTS:
            return ""
        last = place
        place += 1
        if place == len(words) or words[place] not in _AND:
            break
        place += 1
    return " ".join(_WORD.findall(text)[: last + 1])


def _any_of(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(phrases) + r")(?!\w)", re.IGNORECASE)


_VAGUE: Final = _any_of(
    # Danish
    r"bliv(?:e|er) bedre til",
    r"blive mere",
    r"arbejde[rs]? (?:med|på|hen imod|frem mod|mod)",
    r"støtte[rs]? (?:i|til|med)",
    r"(?:have|har|få|får|sættes|sætte|holde|holder) fokus på",
    r"være opmærksom på",
    r"(?:skal|kan|må) trives",
    r"trives bedre",
    r"få det bedre",
    r"styrke[rs]?",
    r"forbedre[rs]?",
    r"udvikle[rs]? (?:sig|sine|sin|sit)",
    r"profitere[rs]? af",
    # English
    r"(?:get|gets|become|becomes|be) better at",
    r"work(?:s|ing)? (?:on|with|towards?)",
    r"(?:be|is) supported (?:in|to|with)",
    r"(?:have|has|keep|keeps) (?:a )?focus on",
    r"focus(?:es)? on",
    r"be aware of",
    r"thrives? better",
    r"feel(?:s)? better",
    r"strengthen(?:s|ed)?",
    r"improve[sd]?",
    r"develop(?:s)? (?:his|her|their)",
)

_NUMBER: Final = (
    r"(?:\d+|én|ét|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti"
    r"|one|two|three|four|five|six|seven|eight|nine|ten)"
)
_UNIT: Final = (
    r"(?:gange?|dage?|timer?|minutter|uger?|måneder|morgener|aftener|nætter|times?|days?|hours?|minutes|weeks?|months"
    r"|mornings|evenings|nights)"
)

_COUNTED: Final = _any_of(
    r"\d+",
    rf"{_NUMBER} {_UNIT}",
    r"hver(?:t|anden)? (?:dag|uge|morgen|aften|nat|weekend|måned|gang|mandag|tirsdag|onsdag|torsdag|fredag)",
    r"every (?:other )?(?:day|week|morning|evening|night|weekend|month|time)",
)
"""What can be counted: a goal that says so can be measured, however it begins."""

_NEGATIVE: Final = _any_of(
    r"(?:skal|må|bør|vil) ikke",
    r"ikke (?:længere|mere)",
    r"(?:skal )?(?:holde|holder) op med",
    r"(?:skal )?(?:stoppe|stopper) med",
    r"(?:skal )?(?:lade|lader) være",
    r"(?:skal )?(?:undgå|undgår)",
    r"(?:must|should|shall|will) (?:not|never)",
    r"(?:does|do) not",
    r"no longer",
    r"not any ?more",
    r"(?:must )?(?:stop|stops) (?:\w+ing|to)",
    r"(?:must )?avoids?",
)

_SENTENCE_END: Final = re.compile(r"[.!?;:]\s")
_WORD: Final = re.compile(r"\w+")
_AND: Final = frozenset({"og", "and"})
_BEFORE_ADULTS: Final = frozenset(
    {"at", "den", "det", "de", "min", "mine", "hans", "hendes", "that", "the", "my", "his", "her"}
)
_ADULTS: Final = frozenset(
    (
        *("mor", "moderen", "far", "faderen", "forældre", "forældrene", "stedfar", "stedmor", "bedsteforældrene"),
        *("plejemor", "plejefar", "plejeforældrene", "plejefamilien", "skolen", "læreren", "lærerne", "klasselæreren"),
        *("personalet", "pædagogen", "pædagogerne", "institutionen", "opholdsstedet", "rådgiveren", "rådgiver"),
        *("sagsbehandleren", "kommunen", "kontaktpersonen", "familiebehandleren", "børnehaven", "dagtilbuddet"),
        *("mother", "mum", "mom", "father", "dad", "parents", "stepfather", "stepmother", "grandparents"),
        *("teacher", "teachers", "staff", "caseworker", "municipality", "institution"),
    )
)
