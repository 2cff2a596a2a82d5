"""The acute-contact sheet: written under People, printed for those who step in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.person import CasePerson, Person
from app.services.acute import acute_facts
from app.services.people import save_case_person
from app.ui.context import Context
from app.ui.dialogs.edit_acute import EditAcute
from app.ui.pages.case.people_tab import PeopleTab
from app.ui.prints.acute import Acute
from app.ui.prints.registry import ACUTE, PRINTS
from app.ui.widgets.surfaces import Banner
from app.words import Words
from tests.conftest import TODAY
from tests.factories import Office


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


def form(qtbot: QtBot, context: Context, case: Case) -> EditAcute:
    made = EditAcute(context, case.id)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_is_written_is_kept_and_shown_again(qtbot: QtBot, context: Context, case: Case) -> None:
    made = form(qtbot, context, case)
    made.form.field("health").set_value("Astma")
    made.form.field("confirmed_on").set_value(TODAY)
    made.save_button.click()
    assert context.read(acute_facts, case.id).health == "Astma"
    again = form(qtbot, context, case)
    assert again.form.field("health").value() == "Astma"
    assert again.record().confirmed_on == TODAY


def test_a_custody_holder_without_a_number_is_told_calmly(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    calm = form(qtbot, context, case)
    assert not any("telephone" in banner.text() for banner in calm.findChildren(Banner))
    key = office.catalogue.roles(TODAY)[0].key
    for name, phone in (("Karen", ""), ("Peter", "00 00 00 01")):
        person = Person(first_name=name, phone=phone)
        part = CasePerson(case_id=case.id, person_id=person.id, role_key=key, has_custody=True)
        office.store.write(save_case_person, person, part, TODAY)
    made = form(qtbot, context, case)
    told = [banner.text() for banner in made.findChildren(Banner)]
    assert any("Karen" in text and "Peter" not in text for text in told)


def test_the_form_opens_from_people_by_button_and_from_elsewhere(qtbot: QtBot, context: Context, case: Case) -> None:
    tab = PeopleTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    tab._acute.click()
    tab.show_item("acute")
    assert len(tab.findChildren(EditAcute)) == 2


def test_several_sheets_are_printed_at_once_and_always_warned_of(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    other = office.case("Bo", protected=True, address="Skjulgade 9")
    (offered,) = (one for one in PRINTS if one.key == ACUTE)
    choice = offered.choose(context)
    assert isinstance(choice, Acute)
    qtbot.addWidget(choice)
    plain = choice.orders([case.id, other.id])
    assert [order.case_ids for order in plain] == [(case.id,), (other.id,)]
    assert all(len(order.warnings) == 1 and order.code == "acute" for order in plain)
    with qtbot.waitSignal(choice.edited):
        choice.protected.set_value(True)
        choice.protected.edited.emit()
    first, second = choice.orders([case.id, other.id])
    assert (len(first.warnings), len(second.warnings)) == (1, 2)
    assert second.code == "acute protected"
    words = Words("da")
    assert second.file_name(words) == "forlaens-akut-2026-11-23.pdf"
    assert second.draw(words, lambda: None).startswith(b"%PDF")


def test_what_lacks_on_the_sheet_of_one_child_is_written_from_beside_it(
    qtbot: QtBot, office: Office, context: Context, case: Case
) -> None:
    (offered,) = (one for one in PRINTS if one.key == ACUTE)
    choice = offered.choose(context)
    assert isinstance(choice, Acute)
    qtbot.addWidget(choice)
    choice.offer([case.id, office.case("Bo").id])
    assert choice.edit.isHidden()
    choice.offer([case.id])
    choice.edit.click()
    (form,) = choice.findChildren(EditAcute)
    assert form.isVisible()
