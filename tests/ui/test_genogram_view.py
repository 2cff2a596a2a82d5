"""The genogram beside the map: what the drawing does, the list does too, and nothing is taken that nobody ticked."""

from __future__ import annotations

from html import unescape

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.core.records.case import Case
from app.core.records.family import Couple, CoupleKind, Family, Parentage, ParentKind, Relative
from app.core.records.person import Gender, Person
from app.services.families import family_of_case, save_ties
from app.ui.context import Context
from app.ui.dialogs.add_relative import AddRelative
from app.ui.dialogs.edit_person import EditPerson
from app.ui.dialogs.edit_tie import EditTie
from app.ui.dialogs.print_document import PrintDocument
from app.ui.dialogs.propose_ties import ProposeTies
from app.ui.pages.case.genogram_view import GenogramView
from app.ui.pages.case.network_map_view import NetworkMapView
from app.ui.pages.case.network_tab import NetworkTab
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.text import OneLine
from tests.factories import Office


@pytest.fixture
def case(office: Office) -> Case:
    return office.case("Alma")


class Kin:
    """Alma's mother with her own mother, her father, and a brother; the parents are divorced."""

    def __init__(self, office: Office, case: Case) -> None:
        self.mother = office.person(case, "Karen", "mother")
        self.father = office.person(case, "Per", "father")
        self.gran = office.person(case, "Lis", "maternal_grandmother")
        self.brother = office.person(case, "Bo", "brother")
        parents = [
            Parentage(parent_id=p.id, child_id=c)
            for p in (self.mother, self.father)
            for c in (case.person_id, self.brother.id)
        ]
        self.couple = Couple(one_id=self.mother.id, other_id=self.father.id, kind=CoupleKind.DIVORCED)
        above = Parentage(parent_id=self.gran.id, child_id=self.mother.id)
        office.store.write(save_ties, (self.couple, above, *parents), office.today)


@pytest.fixture
def kin(office: Office, case: Case) -> Kin:
    return Kin(office, case)


def shown(qtbot: QtBot, context: Context, case: Case) -> GenogramView:
    view = GenogramView(context)
    qtbot.addWidget(view)
    view.show_case(case.id)
    view.resize(1100, 560)
    view.show()
    return view


def family(context: Context, case: Case) -> Family:
    return context.read(family_of_case, case.id)


def dialog_of(view: GenogramView, kind: type[FormDialog]) -> FormDialog:
    found = [one for one in view.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    found[0].setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    return found[0]


def fill(dialog: FormDialog, **values: object) -> None:
    """Fill in fields as a user does: every change is told."""
    for name, value in values.items():
        field = dialog.form.field(name)
        field.set_value(value)
        field.edited.emit()
    dialog.save_button.click()


def chosen(view: GenogramView) -> str:
    row = view.table.current()
    return row.person.name if row else ""


def test_the_tab_switches_between_map_and_genogram(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    tab = NetworkTab(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    (view,) = tab.findChildren(GenogramView)
    assert not view.isVisible()
    tab.switch.set_value("1")
    tab.switch.edited.emit()
    assert view.isVisible()
    assert view.bar.isVisible()
    assert [row.person.name for row in view.table.rows()] == ["Lis", "Karen", "Per", "Alma", "Bo"]


def test_without_ties_the_page_says_what_belongs_there_and_offers_the_proposal(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.person(case, "Karen", "mother")
    office.person(case, "Nadia", "half_sibling")
    view = shown(qtbot, context, case)
    assert view.empty.isVisible()
    assert not view.canvas.isVisible()
    assert view.empty.button.text() == "Look at 2 proposals"
    assert family(context, case).ties == ()

    view.empty.button.click()
    dialog = dialog_of(view, ProposeTies)
    QTest.keyClick(dialog.form, Qt.Key.Key_Return)

    (tie,) = family(context, case).ties
    assert isinstance(tie, Parentage)
    assert tie.child_id == case.person_id
    assert view.canvas.isVisible()
    assert not view.empty.isVisible()
    context.undo()
    assert view.empty.isVisible()


def test_a_proposal_with_nothing_ticked_takes_nothing(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.person(case, "Karen", "mother")
    view = shown(qtbot, context, case)
    view.empty.button.click()
    dialog = dialog_of(view, ProposeTies)
    fill(dialog, sure=())
    assert "Choose one" in dialog.form.problem_at("sure")
    assert family(context, case).ties == ()


def test_without_roles_a_parent_is_the_first_step(qtbot: QtBot, context: Context, case: Case) -> None:
    view = shown(qtbot, context, case)
    view.empty.button.click()
    dialog = dialog_of(view, AddRelative)
    fill(dialog, first_name="Karen", gender="female")
    found = family(context, case)
    (parent,) = found.parents_of(case.person_id)
    assert found.people[parent].first_name == "Karen"
    assert found.parts[parent].role_key == "mother"


def test_arrow_keys_walk_up_down_and_along_a_generation(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    QTest.keyClick(view.canvas, Qt.Key.Key_Up)
    assert chosen(view) == "Alma"  # the first key chooses the child
    QTest.keyClick(view.canvas, Qt.Key.Key_Up)
    assert chosen(view) in {"Karen", "Per"}
    view.table.select(kin.mother.id)
    QTest.keyClick(view.canvas, Qt.Key.Key_Up)
    assert chosen(view) == "Lis"
    QTest.keyClick(view.canvas, Qt.Key.Key_Up)
    assert chosen(view) == "Lis"
    QTest.keyClick(view.canvas, Qt.Key.Key_Down)
    assert chosen(view) == "Karen"
    QTest.keyClick(view.canvas, Qt.Key.Key_Left)
    assert chosen(view) == "Per"
    QTest.keyClick(view.canvas, Qt.Key.Key_Left)
    assert chosen(view) == "Per"
    QTest.keyClick(view.canvas, Qt.Key.Key_Right)
    assert chosen(view) == "Karen"


def test_what_is_chosen_in_the_drawing_is_chosen_in_the_list_and_told(
    qtbot: QtBot, context: Context, case: Case, kin: Kin
) -> None:
    view = shown(qtbot, context, case)
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=view.canvas.place_of(kin.mother.id).toPoint())
    assert chosen(view) == "Karen"
    assert "couple with Per, divorced" in view.canvas.accessibleDescription()
    assert {line.lead: line.text for line in view.detail.ties()} == {
        "Per": "Divorced",
        "Alma Kjær": "Child",
        "Bo": "Child",
        "Lis": "Parent",
    }
    QTest.mouseClick(view.canvas, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert view.table.current() is None
    assert view.detail.ties() == ()


def test_enter_and_a_double_click_open_the_person(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    view.table.select(kin.mother.id)
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    dialog = dialog_of(view, EditPerson)
    fill(dialog, first_name="Karin")
    assert family(context, case).people[kin.mother.id].first_name == "Karin"
    QTest.mouseDClick(view.canvas, Qt.MouseButton.LeftButton, pos=view.canvas.place_of(kin.father.id).toPoint())
    dialog = dialog_of(view, EditPerson)
    assert (dialog.heading, dialog.windowTitle()) == ("Per", "Person")


@pytest.mark.parametrize(
    ("key", "title"),
    [
        (Qt.Key.Key_Up, "Parent of Karen"),
        (Qt.Key.Key_Right, "Partner of Karen"),
        (Qt.Key.Key_Down, "Child of Karen"),
        (Qt.Key.Key_Left, "Sibling of Karen"),
    ],
)
def test_shift_and_an_arrow_add_a_relative_there(
    qtbot: QtBot, context: Context, case: Case, kin: Kin, key: Qt.Key, title: str
) -> None:
    view = shown(qtbot, context, case)
    view.table.select(kin.mother.id)
    QTest.keyClick(view.canvas, key, Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(view, AddRelative)
    assert (dialog.heading, dialog.windowTitle()) == (title, "Family")


def test_a_sibling_of_one_without_parents_begins_with_a_parent(
    qtbot: QtBot, context: Context, case: Case, kin: Kin
) -> None:
    view = shown(qtbot, context, case)
    view.table.select(kin.father.id)
    QTest.keyClick(view.canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert dialog_of(view, AddRelative).heading == "Parent of Per"


def add(view: GenogramView, person: str, relative: Relative) -> FormDialog:
    view.detail.add_asked.emit(person, relative)
    return dialog_of(view, AddRelative)


def test_a_partner_with_years_becomes_the_step_parent(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    dialog = add(view, kin.mother.id, Relative.PARTNER)
    since = context.today().replace(year=2015)
    fill(dialog, first_name="Kaj", gender="male", kind="married", since=since)
    found = family(context, case)
    couple = next(tie for tie in found.couples if tie.id != kin.couple.id)
    (new,) = couple.ends() - {kin.mother.id}
    assert (couple.kind, couple.since, couple.until) == (CoupleKind.MARRIED, since, None)
    assert (found.people[new].gender, found.parts[new].role_key) == (Gender.MALE, "step_father")


def test_a_child_gets_the_other_parent_who_is_proposed(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    dialog = add(view, kin.mother.id, Relative.CHILD)
    assert dialog.form.field("role_key").value() == "half_sibling"
    fill(dialog, first_name="Ida", role_key="sister")
    found = family(context, case)
    new = next(key for key, person in found.people.items() if person.first_name == "Ida")
    assert set(found.parents_of(new)) == {kin.mother.id, kin.father.id}
    # The role told the gender, which nobody had noted.
    assert found.people[new].gender is Gender.FEMALE


def test_a_role_passed_on_the_way_to_another_leaves_no_gender_behind(
    qtbot: QtBot, context: Context, case: Case, kin: Kin
) -> None:
    view = shown(qtbot, context, case)
    form = add(view, kin.mother.id, Relative.PARENT).form

    def choose(name: str, value: str) -> object:
        form.field(name).set_value(value)
        form.field(name).edited.emit()
        return form.field("gender").value()

    assert choose("role_key", "mother") == Gender.FEMALE
    assert choose("role_key", "maternal_grandfather") == Gender.MALE
    assert choose("gender", "other") == Gender.OTHER
    assert choose("role_key", "maternal_grandmother") == Gender.OTHER


def test_a_sibling_shares_the_parents_that_are_ticked(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    dialog = add(view, case.person_id, Relative.SIBLING)
    fill(dialog, first_name="Ida", shared=(), role_key="sister")
    assert "Choose one" in dialog.form.problem_at("shared")
    fill(dialog, shared=(kin.father.id,))
    found = family(context, case)
    new = next(key for key, person in found.people.items() if person.first_name == "Ida")
    assert found.parents_of(new) == (kin.father.id,)


def test_an_unborn_half_sibling_and_a_foster_father_are_entered_whole(
    qtbot: QtBot, context: Context, case: Case, kin: Kin
) -> None:
    view = shown(qtbot, context, case)
    expected = context.today().replace(year=context.today().year + 1, month=2, day=1)
    fill(add(view, kin.mother.id, Relative.CHILD), first_name="Baby", term_date=expected, other_parent="")
    fill(add_parent_of_child(view, case), first_name="Finn", gender="male", parent_kind="foster")
    found = {person.first_name: person for person in family(context, case).people.values()}
    assert found["Baby"].is_unborn
    assert family(context, case).parents_of(found["Baby"].id) == (kin.mother.id,)
    assert found["Finn"].is_professional
    assert family(context, case).parts[found["Finn"].id].role_key == "foster_father"


def test_somebody_known_is_tied_and_not_typed_again(
    qtbot: QtBot, context: Context, office: Office, case: Case, kin: Kin
) -> None:
    other = office.case("Nora", "Krog")
    office.person(other, "Ove", "father", last_name="Krog", gender=Gender.MALE)
    view = shown(qtbot, context, case)
    dialog = add(view, kin.mother.id, Relative.PARTNER)
    known = dialog.form.field("known")
    known.set_value("Ove Krog")
    known.edited.emit()
    assert dialog.form.field("first_name").value() == "Ove"
    dialog.save_button.click()
    found = family(context, case)
    assert [person.name for person in found.people.values()].count("Ove Krog") == 1
    ove = next(key for key, person in found.people.items() if person.first_name == "Ove")
    assert found.parts[ove].role_key == "step_father"
    assert ove in found.partners_of(kin.mother.id)


def test_a_mistake_is_told_beside_its_field(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    dialog = add(view, kin.mother.id, Relative.PARENT)
    known = dialog.form.field("known")
    known.set_value("Alma Kjær – a child of the caseload")
    known.edited.emit()
    dialog.save_button.click()
    assert "One of these two stands as the parent of the other already" in dialog.form.problem_at("known")
    other = add_parent_of_child(view, case)
    fill(other, first_name="Ib", role_key="father", parent_kind=ParentKind.BIRTH)
    assert "Two parents by birth are there already" in other.form.problem_at("parent_kind")


def add_parent_of_child(view: GenogramView, case: Case) -> FormDialog:
    for open_ in view.findChildren(AddRelative):
        open_.close()
    return add(view, case.person_id, Relative.PARENT)


def test_a_name_that_is_known_already_is_asked_about(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    dialog = add(view, kin.gran.id, Relative.PARTNER)
    fill(dialog, first_name="Per", role_key="other_kin")
    assert dialog.form.problem_at("first_name")
    dialog.save_button.click()
    assert len(family(context, case).partners_of(kin.gran.id)) == 1


def test_a_tie_is_changed_and_taken_away(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    view.table.select(kin.mother.id)
    view.detail.tie_asked.emit(kin.mother.id, kin.couple.id)
    dialog = dialog_of(view, EditTie)
    kind = dialog.form.field("kind")
    focused = dialog.focusWidget()
    assert focused is not None
    assert kind.isAncestorOf(focused)  # and not the button that closes
    fill(dialog, kind="separated")
    (couple,) = family(context, case).couples
    assert couple.kind is CoupleKind.SEPARATED
    parentage = next(tie for tie in family(context, case).parentages if tie.parent_id == kin.gran.id)
    for tie_id, name in ((parentage.id, "parent_kind"), (kin.couple.id, "kind")):
        for open_ in view.findChildren(EditTie):
            open_.close()
            open_.deleteLater()
        QApplication.sendPostedEvents(None, 52)
        view.detail.tie_asked.emit(kin.mother.id, tie_id)
        fill(dialog_of(view, EditTie), **{name: "away"})
    assert family(context, case).couples == ()
    assert family(context, case).parents_of(kin.mother.id) == ()
    assert [row.person.name for row in view.table.rows()][-1] == "Lis"
    assert view.table.rows()[-1].person.tied is False


def test_somebody_who_waits_in_the_list_is_tied_from_there(
    qtbot: QtBot, context: Context, office: Office, case: Case, kin: Kin
) -> None:
    aunt = office.person(case, "Eva", "maternal_aunt")
    view = shown(qtbot, context, case)
    row = view.table.rows()[-1]
    assert (row.person.name, row.person.tied) == ("Eva", False)
    view.table.select(aunt.id)
    assert view.detail.facts()["Place"] == "Not in the drawing yet"
    view.detail.tie_asked.emit(aunt.id, "")
    dialog = dialog_of(view, EditTie)
    dialog.save_button.click()
    assert "Choose one" in dialog.form.problem_at("other_id")
    fill(dialog, other_id=kin.gran.id)
    assert family(context, case).parents_of(aunt.id) == (kin.gran.id,)
    assert all(row.person.tied for row in view.table.rows())


@pytest.mark.parametrize(("what", "couple", "child"), [("couple", True, False), ("parent_of", False, True)])
def test_a_new_tie_is_a_couple_or_a_parent(
    qtbot: QtBot, context: Context, office: Office, case: Case, kin: Kin, what: str, couple: bool, child: bool
) -> None:
    other = office.person(case, "Ib", "other_kin")
    view = shown(qtbot, context, case)
    view.detail.tie_asked.emit(kin.gran.id, "")
    fill(dialog_of(view, EditTie), what=what, other_id=other.id)
    found = family(context, case)
    assert (other.id in found.partners_of(kin.gran.id), other.id in found.children_of(kin.gran.id)) == (couple, child)


def test_the_menu_of_a_person_offers_what_the_buttons_do(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    place = view.canvas.place_of(kin.father.id).toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.canvas.mapToGlobal(place))
    QApplication.sendEvent(view.canvas, event)
    menu = next(one for one in view.findChildren(QMenu) if one.isVisible())
    edit, adding, tie = menu.actions()
    assert [action.text() for action in (edit, adding, tie)] == ["Edit", "Add", "Tie to somebody here"]
    submenu = adding.menu()
    assert isinstance(submenu, QMenu)
    relatives = submenu.actions()
    assert [action.isEnabled() for action in relatives] == [True, True, True, False]
    relatives[0].trigger()
    assert dialog_of(view, AddRelative).heading == "Parent of Per"
    tie.trigger()
    of_tie = dialog_of(view, EditTie)
    assert (of_tie.heading, of_tie.windowTitle()) == ("Per in the family", "Family")
    edit.trigger()
    assert dialog_of(view, EditPerson).heading == "Per"
    menu.close()


def test_the_list_has_the_same_keys(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    view.table.select(kin.gran.id)
    view.activateWindow()
    view.table.view.setFocus()
    QTest.keyClick(view.table.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert dialog_of(view, AddRelative).heading == "Partner of Lis"


def test_the_screen_names_a_protected_person_and_the_print_does_not(
    qtbot: QtBot, context: Context, office: Office, case: Case, kin: Kin
) -> None:
    hidden = office.person(case, "Eva", "maternal_aunt", protected=True)
    office.store.write(save_ties, (Parentage(parent_id=kin.gran.id, child_id=hidden.id),), office.today)
    view = shown(qtbot, context, case)
    row = next(row for row in view.table.rows() if row.person.id == hidden.id)
    assert row.person.name == "Eva"
    assert "name and address protected" in row.told


def test_the_genogram_is_printed_from_its_own_page(qtbot: QtBot, context: Context, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    view._print.click()
    assert [one.isVisible() for one in view.findChildren(PrintDocument)] == [True]


def test_another_case_begins_anew(qtbot: QtBot, context: Context, office: Office, case: Case, kin: Kin) -> None:
    view = shown(qtbot, context, case)
    view.table.select(kin.mother.id)
    other = office.case("Nora")
    view.show_case(other.id)
    assert view.table.current() is None
    assert [row.person.name for row in view.table.rows()] == ["Nora"]
    assert view.empty.isVisible()


def test_the_figures_stand_under_the_map_with_their_explanation(
    qtbot: QtBot, context: Context, office: Office, case: Case
) -> None:
    office.map(case, office.person(case, "Karen"), Person(first_name="Teacher", is_professional=True))
    tab = NetworkMapView(context)
    qtbot.addWidget(tab)
    tab.show_case(case.id)
    tab.show()
    shown = {one.text(): one for one in tab.figures.findChildren(OneLine) if one.isVisible()}
    assert list(shown) == ["2 people", "0 of 2 close", "ties: 0 of 1", "1 private, 1 professional"]
    assert "household 0 of 1" in shown["0 of 2 close"].accessibleDescription()
    ties = shown["ties: 0 of 1"]
    assert ties.accessibleDescription().startswith(
        "Lines between the people themselves, of all pairs there could be: 0 %"
    )
    assert ties.accessibleDescription() in unescape(ties.toolTip())
