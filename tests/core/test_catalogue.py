"""The dated catalogue: what ships, what each day sees, and what a mistake is told."""

from __future__ import annotations

import json
import re
import tomllib
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from app import paths
from app.core.catalogue import (
    Catalogue,
    CatalogueError,
    CatalogueRow,
    ClosedDay,
    RateUnit,
    UnknownEntry,
    read_toml,
)
from app.core.deadlines import DeadlineKind
from app.core.interval import Interval
from tests.core.conftest import shipped_rows

DAY = date(2025, 1, 6)
RULES = """
[[rules]]
key = "model"
caseload_limit = 25
caseload_noted_from = 20
bridge_days = 14
usual_stay = "6m"
longest_stay = "12m"
spoken_within = "3m"
contact_within = "60d"
score_grace = "14d"
"""
BESIDE = """
[[step]]
key = "beside"
number = 0
beside = true
names = { da = "Ved siden af", en = "Beside" }
explanation = { da = "Ved siden af", en = "Beside" }
"""


def rows(text: str) -> tuple[CatalogueRow, ...]:
    return read_toml("own.toml", text)


def complaint(text: str, *, base: str = RULES + BESIDE) -> str:
    """What reading this file, beside a sound base, is refused with."""
    with pytest.raises(CatalogueError) as refused:
        Catalogue.from_rows([*read_toml("base.toml", base), *rows(text)])
    return str(refused.value)


def test_the_ladder_has_five_steps_and_a_place_beside_it(catalogue: Catalogue) -> None:
    steps = catalogue.steps(DAY)
    assert [step.number for step in steps] == [0, 1, 2, 3, 4, 5]
    assert [step.names.da for step in steps] == [
        "Under afklaring",
        "Forebyggelse",
        "Hjemmebaserede indsatser",
        "Anbringelse i slægt eller netværk",
        "Anbringelse i plejefamilie",
        "Anbringelse på institution",
    ]
    assert [step.number for step in steps if step.beside] == [0]
    assert catalogue.step_beside(DAY) == steps[0]
    assert [step.number for step in steps if step.needs_way_out] == [5]


def test_measure_types_come_from_the_lowest_step_up(catalogue: Catalogue) -> None:
    numbers = [catalogue.step(type_.step_key, DAY).number for type_ in catalogue.measure_types(DAY)]
    assert numbers == sorted(numbers)
    assert [numbers.count(step) for step in range(6)] == [1, 9, 13, 2, 4, 5]


def test_a_placement_follows_the_type_and_not_the_step(catalogue: Catalogue) -> None:
    away = {
        step.number: {type_.is_placement for type_ in catalogue.measure_types_on(step.key, DAY)}
        for step in catalogue.steps(DAY)
    }
    assert away == {0: {False}, 1: {False}, 2: {False, True}, 3: {True}, 4: {True}, 5: {False, True}}


def test_the_four_accounting_groups_hold_the_steps_they_should(catalogue: Catalogue) -> None:
    found: dict[str, set[int]] = {}
    for type_ in catalogue.measure_types(DAY):
        step = catalogue.step(type_.step_key, DAY).number
        found.setdefault(catalogue.group(type_.group_key, DAY).names.da, set()).add(step)
    assert found == {
        "Institution": {5},
        "Familiepleje": {3, 4},
        "Hjemmebaserede anbringelser": {2},
        "Forebyggende": {0, 1, 2, 5},
    }
    assert len(catalogue.groups(DAY)) == 4


def test_the_past_keeps_the_name_of_its_time(catalogue: Catalogue) -> None:
    assert catalogue.measure_type("tfco", date(2015, 12, 31)).names.en == "MTFC"
    assert catalogue.measure_type("tfco", date(2016, 1, 1)).names.en == "TFCO"


def test_a_closed_type_is_no_longer_offered_but_still_known(catalogue: Catalogue) -> None:
    assert "foster_municipal" in {type_.key for type_ in catalogue.measure_types(date(2019, 6, 30))}
    assert "foster_municipal" not in {type_.key for type_ in catalogue.measure_types(date(2019, 7, 1))}
    assert catalogue.measure_type("foster_municipal", date(2021, 1, 1)).names.da == "Kommunal plejefamilie"
    assert catalogue.step_of("foster_municipal", date(2021, 1, 1)).number == 4


def test_a_day_before_the_first_version_sees_the_first_version() -> None:
    text = '[[theme]]\nkey = "a"\nvalid_from = 2024-01-01\nnames = { da = "Nyt", en = "New" }\n'
    catalogue = Catalogue.from_rows(rows(text + RULES + BESIDE))
    assert catalogue.theme("a", date(2020, 1, 1)).names.en == "New"
    assert catalogue.themes(date(2020, 1, 1)) == ()


def test_an_unknown_key_is_told(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownEntry, match="MeasureType nothing"):
        catalogue.measure_type("nothing", DAY)


def test_the_paragraph_changes_with_the_new_act(catalogue: Catalogue) -> None:
    def first(key: str, day: date) -> str:
        return catalogue.paragraphs_of(catalogue.measure_type(key, day), day)[0].text

    before, after = date(2023, 12, 31), date(2024, 1, 1)
    assert [(first(key, before), first(key, after)) for key in ("mst", "foster_general", "early_help")] == [
        ("SEL § 52", "BL § 32"),
        ("SEL § 52", "BL § 46"),
        ("SEL § 11", "BL § 30"),
    ]


def test_the_paragraphs_of_a_day_are_those_of_the_act_in_force(catalogue: Catalogue) -> None:
    before, after = (
        {paragraph.text.split()[0] for paragraph in catalogue.paragraphs(day)}
        for day in (date(2023, 12, 31), date(2024, 1, 1))
    )
    assert "SEL" in before
    assert "BL" not in before
    assert "BL" in after


def test_a_youth_plan_asks_for_themes_that_no_other_plan_has(catalogue: Catalogue) -> None:
    youth = catalogue.youth_themes(DAY)
    assert len(youth) == 3
    assert not set(youth) & set(catalogue.themes(DAY))


def test_a_paragraph_is_found_by_what_a_plan_says(catalogue: Catalogue) -> None:
    paragraph = catalogue.paragraph_called("  bl §  30 ")
    assert paragraph is not None
    assert paragraph.law_rule_key is None
    assert catalogue.paragraph_called("BL § 999") is None


def test_the_rules_of_the_model(catalogue: Catalogue) -> None:
    rules = catalogue.rules(DAY)
    assert (rules.caseload_limit, rules.caseload_noted_from, rules.bridge_days) == (25, 20, 14)
    regime = catalogue.regime("placement", DAY)
    assert [str(regime.first), str(regime.then), str(regime.after_first_year)] == ["2w", "6w", "3m"]
    assert catalogue.law_rule("follow_up", date(2023, 12, 31)).then == Interval.parse("6m")
    assert catalogue.law_rule("follow_up", date(2024, 1, 1)).then is None


def test_rates_of_2013_have_their_levels_and_units(catalogue: Catalogue) -> None:
    assert [rate.ore for rate in catalogue.rates("multifunc", DAY)] == [551200, 481400, 156500]
    assert [(rate.ore, rate.unit) for rate in catalogue.rates("pmto", DAY)] == [(5062000, RateUnit.PER_FAMILY)]
    assert catalogue.rates("pmto", date(2012, 12, 31)) == ()


def test_the_lists_of_plans_and_maps(catalogue: Catalogue) -> None:
    assert catalogue.themes(DAY)[0].names.da == "Udvikling og adfærd"
    assert len(catalogue.themes(DAY)) == 6
    assert [sector.names.en for sector in catalogue.sectors(DAY)] == [
        "Household",
        "Kin",
        "School/day care",
        "Leisure",
        "Friends and neighbours",
        "Professionals",
    ]
    assert catalogue.sector("kin", DAY).names.da == "Slægt"
    roles = {role.names.da: role for role in catalogue.roles(DAY)}
    assert catalogue.role(roles["Mor"].key, DAY).may_have_custody
    assert roles["Sundhedsplejerske"].is_professional
    assert not roles["Mormor"].is_professional
    assert [c.names.en for c in catalogue.clarifications(date(2023, 1, 1))] == [
        "Notification of concern",
        "Child welfare assessment",
    ]
    assert len(catalogue.clarifications(DAY)) == 4
    assert catalogue.clarification("assessment", DAY).paragraph == "BL §§ 20–22"


def test_closed_days_are_offered_but_none_is_ticked(catalogue: Catalogue) -> None:
    assert [(day.month, day.day) for day in catalogue.closed_days(DAY)] == [(6, 5), (12, 24), (12, 31)]
    assert not catalogue.is_closed(date(2025, 12, 24))


def test_a_ticked_day_is_closed_each_year() -> None:
    text = '[[closed_day]]\nkey = "eve"\nnames = { da = "Juleaften", en = "Christmas Eve" }\nmonth = 12\nday = 24\n'
    catalogue = Catalogue.from_rows(rows(text + "closed = true\n" + RULES + BESIDE))
    assert isinstance(catalogue.closed_days(DAY)[0], ClosedDay)
    assert [catalogue.is_closed(date(2025, 12, day)) for day in (23, 24)] == [False, True]


def test_every_row_survives_being_kept_as_json(catalogue: Catalogue) -> None:
    files = sorted((paths.resources() / "catalogue").glob("*.toml"))
    shipped = [row for file in files for row in read_toml(file.name, file.read_text("utf-8"))]
    kept = [
        CatalogueRow(row.kind, row.key, row.valid_from, row.valid_to, json.loads(json.dumps(row.data)))
        for row in shipped
    ]
    assert kept == shipped
    assert Catalogue.from_rows(kept).measure_types(DAY) == catalogue.measure_types(DAY)


def test_no_code_knows_a_key_of_the_ladder_the_types_or_the_rules() -> None:
    text = "".join(file.read_text("utf-8") for file in (paths.resources() / "catalogue").glob("*.toml"))
    tables = tomllib.loads(text)
    keys = {row["key"] for kind in ("measure_type", "regime", "law_rule", "rules") for row in tables[kind]}
    source = Path(paths.__file__).parent
    lines = chain.from_iterable(file.read_text("utf-8").splitlines() for file in source.glob("core/**/*.py"))
    own = re.compile(r"    [A-Z_]+ = ")  # a choice may share its word with a type
    code = "\n".join(line for line in lines if not own.match(line))
    assert [key for key in sorted(keys) if f'"{key}"' in code] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[theme]]\nkey = 'a'\nnames = { da = 'Tema' }", "own.toml line 3, key 'names': the English name is missing"),
        ("[[theme]]\nkey = 'a'\nnames = 'Tema'", "line 3, key 'names': needs a Danish and an English name"),
        ("[[theme]]\nkey = 'a'\nnames = { da = 'T', en = 'T', sv = 'T' }", "key 'names': no such language 'sv'"),
        ("[[theme]]\n\nkey = 'a'", "own.toml line 1, key 'names': is missing"),
        ("[[theme]]\nnames = { da = 'T', en = 'T' }", "own.toml line 1, key 'key': a row needs a key"),
        ("[[theme]]\nkey = 'a'\nnames = { da = 'T', en = 'T' }\ncolour = 1", "line 4, key 'colour': no such key"),
        ("[[tone]]\nkey = 'a'", "own.toml line 1, key 'kind': no such kind of row 'tone'"),
        ("[theme]\nkey = 'a'", "own.toml, key 'theme': rows are written as [[theme]] tables"),
        ("[[theme]\nkey", "own.toml: Expected ']]' at the end of an array declaration (at line 1, column 8)"),
        ("[[clarification]]\nkey = 'a'\nparagraph = ' '", "line 3, key 'paragraph': needs a text"),
        ("[[theme]]\nkey = 'a'\nvalid_from = 'soon'", "line 3, key 'valid_from': a date is written 2024-01-01"),
        (
            "[[theme]]\nkey = 'a'\nvalid_from = 2024-01-01\nvalid_to = 2024-01-01\nnames = { da = 'T', en = 'T' }",
            "own.toml line 4, key 'valid_to': the row ends before it begins",
        ),
        ("[[regime]]\nkey = 'a'\nfirst = '4x'", "line 3, key 'first': needs an interval such as 14d, 6w or 3m"),
        ("[[closed_day]]\nkey = 'a'\nmonth = 13", "line 3, key 'month': needs a whole number from 1 to 12"),
        ("[[role]]\nkey = 'a'\nis_professional = 1", "line 3, key 'is_professional': needs true or false"),
        ("[[rate]]\nkey = 'a'\nunit = 'per_week'", "line 3, key 'unit': needs one of per_day, per_year, per_family"),
        ("[[measure_type]]\nkey = 'a'\nparagraphs = 'x'", "line 3, key 'paragraphs': needs a list"),
        (
            "[[role]]\nkey = 'a'\nnames = { da = 'T', en = 'T' }\nsector = 'kinn'",
            "own.toml line 4, key 'sector': no such sector 'kinn'",
        ),
        (
            "[[measure_type]]\nkey = 'a'\nnames = { da = 'T', en = 'T' }\nis_placement = false\ngroup = 'g'\n"
            "step = 'beside'\nparagraphs = ['x']\n[[group]]\nkey = 'g'\nnames = { da = 'G', en = 'G' }",
            "own.toml line 7, key 'paragraphs': no such paragraph 'x'",
        ),
        (
            "[[theme]]\nkey = 'a'\nnames = { da = 'T', en = 'T' }\n"
            "[[theme]]\nkey = 'a'\nvalid_from = 2024-01-01\nnames = { da = 'U', en = 'U' }",
            "own.toml line 6, key 'valid_from': another version of this row holds at the same time",
        ),
        (BESIDE.replace('"beside"', '"second"'), "key 'number': another step has this number"),
        (
            BESIDE.replace('"beside"', '"second"').replace("number = 0", "number = 1"),
            "key 'beside': another step is beside the ladder already",
        ),
        (RULES.replace("model", "other"), "key 'valid_from': other rules hold at the same time"),
        (
            "[[closed_day]]\nkey = 'a'\nnames = { da = 'T', en = 'T' }\nmonth = 2\nday = 30",
            "own.toml line 5, key 'day': month 2 has no day 30",
        ),
    ],
)
def test_a_mistake_names_file_line_and_key(text: str, told: str) -> None:
    assert told in complaint(text)


def test_a_mistake_in_the_store_names_the_row() -> None:
    row = CatalogueRow("theme", "school", date(2024, 1, 1), None, {"order": 1, "names": {"da": "Skole", "en": ""}})
    with pytest.raises(CatalogueError, match="theme 'school', key 'names': the English name is missing"):
        Catalogue.from_rows([row])


def test_a_catalogue_needs_a_step_beside_the_ladder_and_the_rules() -> None:
    assert complaint("", base=RULES) == "step, key 'beside': one step must stand beside the ladder"
    assert complaint("", base=BESIDE) == "rules: the row is missing"


def test_two_versions_may_follow_each_other_without_a_gap() -> None:
    text = (
        "[[theme]]\nkey = 'a'\nvalid_to = 2024-01-01\nnames = { da = 'T', en = 'Old' }\n"
        "[[theme]]\nkey = 'a'\nvalid_from = 2024-01-01\nnames = { da = 'U', en = 'New' }"
    )
    catalogue = Catalogue.from_rows(rows(text + RULES + BESIDE))
    assert [catalogue.theme("a", date(2023, 12, 31)).names.en, catalogue.theme("a", DAY).names.en] == ["Old", "New"]


def test_residential_treatment_of_a_whole_family_is_no_placement_but_followed_up_like_one(catalogue: Catalogue) -> None:
    stay = catalogue.measure_type("family_residential", DAY)
    assert (stay.is_placement, stay.regime_key) == (False, "placement")


def test_every_kind_of_deadline_has_a_rule_and_every_rule_a_kind(catalogue: Catalogue) -> None:
    """But for the birthdays, which have rows of their own, and the time to complain, which nobody has to keep."""
    rules = {row.key for row in shipped_rows() if row.kind == "deadline"}
    assert rules == {kind.value for kind in DeadlineKind} - {DeadlineKind.AGE.value} | {"complaint"}
    assert [gate.age for gate in catalogue.age_gates()] == [10, 15, 16, 18, 23]


@pytest.mark.parametrize("key", ["notification", "assessment", "plan", "supervision", "youth_support"])
def test_each_act_has_its_own_version_of_a_deadline(catalogue: Catalogue, key: str) -> None:
    old, new = (catalogue.deadline_rule(key, day) for day in (date(2023, 12, 31), date(2024, 1, 1)))
    assert old is not None
    assert new is not None
    assert (old.paragraph[:3], new.paragraph[:3]) == ("SEL", "BL ")
    assert catalogue.deadline_rules(key) == (old, new)


def test_what_no_act_asked_for_yet_has_no_rule(catalogue: Catalogue) -> None:
    assert catalogue.deadline_rule("youth_plan", date(2023, 12, 31)) is None
    assert catalogue.deadline_rule("unheard-of", DAY) is None
    assert catalogue.deadline_rules("unheard-of") == ()


def test_a_deadline_without_a_length_falls_on_the_day_it_is_counted_from() -> None:
    text = '[[deadline]]\nkey = "a"\nnames = { da = "Noget", en = "Something" }\n'
    rule = Catalogue.from_rows(rows(text + RULES + BESIDE)).deadline_rule("a", DAY)
    assert rule is not None
    assert (rule.after(DAY), rule.before(DAY), rule.shown_from(DAY)) == (DAY, DAY, date.min)
