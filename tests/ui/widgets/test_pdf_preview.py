"""The preview of a print: only what is seen is drawn, words are found and marked, and everything goes by keyboard."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, QSizeF, Qt
from PySide6.QtGui import QContextMenuEvent, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.core.page_text import find_all
from app.reports import fonts
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.styles import body
from app.reports.text import Text
from app.ui import pdf_pages
from app.ui.background import Background
from app.ui.look import Look
from app.ui.theme import load
from app.ui.widgets import pdf_questions
from app.ui.widgets.pdf_layout import RIM, Fit, lay_out
from app.ui.widgets.pdf_preview import PdfPreview
from app.words import Words
from tests.reports.prints import HEAD

A4 = QSizeF(595, 842)
A4_HEIGHT = 841.89  # points, of what reportlab draws on by itself
LYING = QSizeF(842, 595)


def pdf_of(*pages: Sequence[str], lying: Sequence[int] = ()) -> bytes:
    """A PDF with these lines on its pages; those counted in `lying` from 0 lie."""
    paper = io.BytesIO()
    canvas = Canvas(paper, invariant=1)
    for number, lines in enumerate(pages):
        size = LYING if number in lying else A4
        canvas.setPageSize((size.width(), size.height()))
        for line, text in enumerate(lines):
            fonts.draw(canvas, 72, size.height() - 100 - 24 * line, text, fonts.Face.REGULAR, 14)
        canvas.showPage()
    canvas.save()
    return paper.getvalue()


@pytest.fixture
def preview(qtbot: QtBot, qapp: QApplication, look: Look) -> Iterator[PdfPreview]:
    background = Background()
    made = PdfPreview(Words("en"), background, qapp)
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    background.close()


def show(qtbot: QtBot, preview: PdfPreview, pdf: bytes) -> None:
    preview.show_pdf(pdf)
    rest(qtbot, preview)


def rest(qtbot: QtBot, preview: PdfPreview) -> None:
    qtbot.waitUntil(preview.is_at_rest)


def find(qtbot: QtBot, preview: PdfPreview, wanted: str) -> str:
    """Type words into the search; what the bar says of them."""
    if not preview.find_bar.isVisible():
        qtbot.keyClick(preview.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    preview.find_bar.field.edit.clear()
    if wanted.isascii():
        qtbot.keyClicks(preview.find_bar.field.edit, wanted)
    else:  # a tested keyboard has no other letters
        preview.find_bar.field.edit.setText(wanted)
        preview.find_bar.field.edit.textEdited.emit(wanted)
    qtbot.keyClick(preview.find_bar.field.edit, Qt.Key.Key_Return)
    rest(qtbot, preview)
    return preview.find_bar.told()


def marked_colours(preview: PdfPreview) -> set[str]:
    """The colours seen in the window of the pages."""
    seen: QImage = preview.view.viewport().grab().toImage()
    return {seen.pixelColor(x, y).name() for x in range(0, seen.width(), 2) for y in range(0, seen.height(), 2)}


LONG = [[f"Page {number}", "The child's plan", "Skolen og Åsen"] for number in range(1, 41)]


def test_tab_reaches_everything_in_the_order_it_is_read(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(*LONG))
    preview.turn_to(2)
    preview.open_search()
    rest(qtbot, preview)
    reached: list[str] = []
    preview.view.setFocus()
    for _ in range(12):
        focused = QApplication.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is not None
        reached.append(focused.accessibleName() or getattr(focused, "text", str)())
    assert reached[:4] == [
        "Previous page (Page Up)",
        "Next page (Page Down)",
        "Find in the print (Ctrl+F)",
        "Copy the text of the page",
    ]
    assert reached[4:9] == [
        "Smaller (Ctrl+-)",
        "Larger (Ctrl++)",
        "Fit the width",
        "Whole page",
        "Find in the print",
    ]
    assert reached[-3:] == ["Close the search (Esc)", "Pages", "Page 2 of 40"]


def test_of_a_long_print_only_what_is_seen_is_drawn_and_read(
    qtbot: QtBot, preview: PdfPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: set[int] = set()
    read: set[int] = set()

    def pictures(pdf: bytes, scales: Sequence[tuple[int, float]]) -> tuple[QImage, ...]:
        drawn.update(page for page, scale in scales if scale > 0.3)
        return pdf_pages.pictures(pdf, scales)

    def texts(pdf: bytes, numbers: Sequence[int]) -> object:
        read.update(numbers)
        return pdf_pages.page_texts(pdf, numbers)

    monkeypatch.setattr(pdf_questions, "pictures", pictures)
    monkeypatch.setattr(pdf_questions, "page_texts", texts)
    show(qtbot, preview, pdf_of(*LONG))
    assert preview.page_count() == 40
    assert drawn == {0, 1}
    assert read == {0}
    preview.turn_to(40)
    rest(qtbot, preview)
    assert drawn == {0, 1, 38, 39}
    assert preview.view.picture(1) is None
    assert preview.view.picture(40) is not None


def test_small_pages_stand_beside_a_print_of_several_and_follow_it(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["One sheet"]))
    assert not preview.thumbnails.isVisible()
    show(qtbot, preview, pdf_of(*LONG))
    small = preview.thumbnails
    assert small.isVisible()
    assert small.wanted() == []
    preview.turn_to(3)
    assert small.currentIndex().row() == 2
    small.setFocus()
    qtbot.keyClick(small, Qt.Key.Key_Down)
    assert preview.page() == 4
    qtbot.keyClick(small, Qt.Key.Key_End)
    rest(qtbot, preview)
    assert (preview.page(), "Page 40" in preview.text(), small.wanted()) == (40, True, [])
    qtbot.keyClick(small, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview.find_bar.field.edit, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert preview.page() == 38
    described = small.model().index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert described == "Page 3 of 40"


def test_a_click_on_a_small_page_leads_there(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(*LONG))
    second = preview.thumbnails.visualRect(preview.thumbnails.model().index(1, 0))
    qtbot.mouseClick(preview.thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert preview.page() == 2


def test_pages_scroll_into_each_other(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(*LONG))
    turned: list[int] = []
    preview.turned.connect(turned.append)
    for _ in range(12):
        qtbot.keyClick(preview.view, Qt.Key.Key_Down)
    assert turned == [2]
    qtbot.keyClick(preview.view, Qt.Key.Key_Space)
    qtbot.keyClick(preview.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert turned[-1] == 2
    assert preview.view.accessibleName() == "Page 2 of 40"
    rest(qtbot, preview)
    assert "Page 2" in preview.view.accessibleDescription()
    bar = preview.view.verticalScrollBar()
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert (turned[-1], bar.value() < bar.maximum()) == (40, True)
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()


def test_words_are_counted_marked_and_led_to(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Alma"], ["alma og ALMA", "Åse"], ["slut"]))
    assert find(qtbot, preview, "alma") == "1 of 3"
    assert load("light").over.name() in marked_colours(preview)
    qtbot.keyClick(preview.find_bar.field.edit, Qt.Key.Key_Return)
    rest(qtbot, preview)
    assert (preview.find_bar.told(), preview.page()) == ("2 of 3", 2)
    qtbot.keyClick(preview.view, Qt.Key.Key_F3)
    rest(qtbot, preview)
    assert preview.find_bar.told() == "3 of 3"
    qtbot.keyClick(preview.view, Qt.Key.Key_F3)
    rest(qtbot, preview)
    assert (preview.find_bar.told(), preview.page()) == ("1 of 3", 1)
    qtbot.keyClick(preview.view, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert preview.find_bar.told() == "3 of 3"
    assert find(qtbot, preview, "åse") == "1 of 1"
    assert find(qtbot, preview, "ase") == "Not found"
    assert load("light").over.name() not in marked_colours(preview)


def test_the_search_begins_at_the_page_shown(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(*LONG))
    preview.turn_to(30)
    assert find(qtbot, preview, "the child’s plan".replace("’", "'")) == "30 of 40"
    assert preview.page() == 30


def test_the_words_of_a_page_are_read_once_and_it_is_told_that_the_search_goes_on(
    qtbot: QtBot, preview: PdfPreview, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    told: list[str] = []
    bar, say = preview.find_bar, preview.find_bar.say

    def words(pdf: bytes, numbers: Sequence[int]) -> tuple[str, ...]:
        read.extend(numbers)
        return pdf_pages.page_words(pdf, numbers)

    def note(at: int | None, count: int, *, goes_on: bool = False) -> None:
        say(at, count, goes_on=goes_on)
        told.append(bar.told())

    monkeypatch.setattr(pdf_questions, "page_words", words)
    monkeypatch.setattr(bar, "say", note)
    show(qtbot, preview, pdf_of(*LONG))
    preview.open_search()
    told.clear()
    preview.finding.look_for("skolen")
    rest(qtbot, preview)
    assert told == ["Searching …", "1 of 16 so far", "1 of 32 so far", "1 of 40"]
    assert find(qtbot, preview, "page 40") == "1 of 1"
    assert sorted(read) == list(range(40))


def test_esc_ends_the_search_and_not_the_window(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Alma"]))
    find(qtbot, preview, "alma")
    qtbot.keyClick(preview.find_bar.field.edit, Qt.Key.Key_Escape)
    assert not preview.find_bar.isVisible()
    assert preview.view.hasFocus()
    assert load("light").over.name() not in marked_colours(preview)
    qtbot.keyClick(preview.view, Qt.Key.Key_F3)
    assert not preview.find_bar.isVisible()


def test_a_print_drawn_anew_is_searched_anew_and_keeps_its_page(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Plan"], ["Plan"], ["Plan"]))
    find(qtbot, preview, "plan")
    preview.turn_to(3)
    show(qtbot, preview, pdf_of(["Plan"], ["Plan", "plan"]))
    assert (preview.page(), preview.page_count()) == (2, 2)
    assert preview.find_bar.told() == "2 of 3"


def test_no_words_find_nothing(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Alma"]))
    assert find(qtbot, preview, "alma") == "1 of 1"
    qtbot.keyClick(preview.find_bar.field.edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(preview.find_bar.field.edit, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: preview.find_bar.told() == "")


def test_nothing_is_searched_where_nothing_is_shown(qtbot: QtBot, preview: PdfPreview) -> None:
    qtbot.keyClick(preview, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert not preview.find_bar.isVisible()


def test_letters_of_every_script_are_found_and_marked_where_they_stand(qtbot: QtBot, preview: PdfPreview) -> None:
    pdf = pdf_of(["Emil 😀 slut", "Оксана Øster"])
    (text,) = pdf_pages.page_texts(pdf, [0])
    (smile,), (end,) = (find_all(text.text, wanted) for wanted in ("😀", "slut"))
    assert (text.read(smile), text.read(end)) == ("😀", "slut")
    assert text.marked(smile)[0].right <= text.marked(end)[0].left
    show(qtbot, preview, pdf)
    assert [find(qtbot, preview, wanted) for wanted in ("оксана", "øster", "😀")] == ["1 of 1"] * 3


def test_a_name_broken_over_lines_is_marked_on_each_of_them() -> None:
    """What is told instead of the glyphs stands where they are, not along the first line."""
    paper = io.BytesIO()
    canvas = Canvas(paper, invariant=1)
    canvas._code.append("/Span<</ActualText(Barnets plan for Wilhelmina)>>BDC")
    for line, text in enumerate(("Barnets plan", "for Wilhel-", "mina")):
        fonts.draw(canvas, 72, 700 - 30 * line, text, fonts.Face.REGULAR, 14)
    canvas._code.append("EMC")
    fonts.draw(canvas, 72, 500, "Barnets ord", fonts.Face.REGULAR, 14)
    canvas.showPage()
    canvas.save()
    (page,) = pdf_pages.page_texts(paper.getvalue(), [0])
    first, second = find_all(page.text, "barnets")
    (name,) = find_all(page.text, "for wilhelmina")
    (of_first,), (of_second,) = page.marked(first), page.marked(second)
    assert of_first.left == pytest.approx(72, abs=2)
    assert A4_HEIGHT - of_first.bottom == pytest.approx(700, abs=6)
    assert A4_HEIGHT - of_second.bottom == pytest.approx(500, abs=6)
    tops = [round(A4_HEIGHT - box.bottom, -1) for box in page.marked(name)]
    assert tops == [670, 640]


def test_in_a_line_that_is_told_otherwise_than_drawn_each_word_is_marked_where_it_stands() -> None:
    """A name that is read from the right changes what is told of the whole paragraph, and of that alone."""
    line, style = "Barnets plan for محمد علي (9 år) hver tirsdag", body()
    sheet = Sheet(head=HEAD, words=Words("da"), name="Plan", version="1")
    pdf = draw_pdf(lambda: [Text(line, style), Text("Opfølgning " + "x" * 120, style)], sheet)
    (page,) = pdf_pages.page_texts(pdf, [0])

    def edges(word: str) -> tuple[float, float]:
        ((marked,),) = [page.marked(span) for span in find_all(page.text, word)]
        return marked.left - sheet.side, marked.right - sheet.side

    def width(text: str) -> float:
        return fonts.width(text, fonts.Face.REGULAR, style.fontSize)

    before = width("Barnets plan for محمد علي (9 år) ")
    assert edges("hver tirsdag") == pytest.approx((before, width(line)), abs=1)
    assert edges("محمد")[1] == pytest.approx(width("Barnets plan for محمد علي"), abs=1)
    assert edges("علي")[0] == pytest.approx(width("Barnets plan for "), abs=1)
    start = page.text.index("xxx")
    first, last = page.boxes[start], page.boxes[start + 119]
    assert first.bottom < last.top + 1
    assert last.left < first.left + sheet.width / 2


def place_of(preview: PdfPreview, word: str) -> QPoint:
    """The middle of the first letter of a word, in the window of the pages; on page 1."""
    text = preview._texts[0]
    box = text.boxes[text.text.index(word)]
    return preview.view._layout.on_screen(0, box).translated(-preview.view._offset()).center().toPoint()


def test_letters_are_chosen_by_mouse_and_asked_to_be_copied(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Barnets plan for Alma", "Hvad gør vi"]))
    asked: list[str] = []
    preview.copy_asked.connect(asked.append)
    port = preview.view.viewport()
    start = place_of(preview, "plan") - QPoint(3, 0)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, place_of(preview, "d gør") + QPoint(3, 0))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=place_of(preview, "d gør"))
    qtbot.keyClick(preview.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=place_of(preview, "Alma") + QPoint(3, 0))
    qtbot.keyClick(preview.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["plan for Alma\nHvad", "Alma"]


def test_all_of_a_page_is_chosen_or_copied_by_keyboard(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Side et"], ["Side to"]))
    asked: list[str] = []
    preview.copy_asked.connect(asked.append)
    preview.turn_to(2)
    rest(qtbot, preview)
    qtbot.keyClick(preview.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.chosen_text() == "Side to"
    qtbot.keyClick(preview.view, Qt.Key.Key_Escape)
    assert preview.view.chosen_text() == ""
    qtbot.keyClick(preview.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["Side to"]


def test_the_menu_offers_what_the_keys_do(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Side et"]))
    asked: list[str] = []
    preview.copy_asked.connect(asked.append)
    QApplication.sendEvent(
        preview.view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint(), Qt.KeyboardModifier(0))
    )
    (menu,) = preview.findChildren(QMenu)
    copy, page, choose, _line, search = menu.actions()
    assert not copy.isEnabled()
    page.trigger()
    choose.trigger()
    assert (asked, preview.view.chosen_text()) == (["Side et"], "Side et")
    search.trigger()
    assert preview.find_bar.isVisible()
    menu.close()


def test_the_wheel_zooms_with_ctrl(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Side et"]))
    before = preview.view.zoom()
    for angle in (120, 120, -120):
        QApplication.sendEvent(
            preview.view.viewport(),
            QWheelEvent(
                QPointF(50, 50),
                QPointF(50, 50),
                QPoint(),
                QPoint(0, angle),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,  # inverted: Qt takes it by its place alone
            ),
        )
    rest(qtbot, preview)
    assert preview.view.zoom() > before
    assert preview.view.picture(1) is not None


def test_zooming_keeps_the_place_and_pages_follow_the_window(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(*LONG))
    preview.turn_to(20)
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.page() == 20
    assert preview.view.in_sight()[0] == 19
    qtbot.keyClick(preview.view, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    whole = preview.view.zoom()
    preview.resize(700, 900)
    qtbot.waitUntil(lambda: preview.view.zoom() > whole)
    assert preview.page() == 20
    qtbot.keyClick(preview.view, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    wide = preview.view.zoom()
    for _ in range(20):
        qtbot.keyClick(preview.view, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom() == pytest.approx(0.25)
    for _ in range(20):
        qtbot.keyClick(preview.view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoom() == pytest.approx(4.0)
    assert wide < 4.0


def test_a_picture_has_a_dot_for_each_of_the_screen(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Side et"]))
    picture = preview.view.picture(1)
    assert picture is not None
    across = preview.view._layout.places[0].width() * preview.devicePixelRatioF()
    assert abs(picture.width() - across) <= 1


def test_upright_and_lying_sheets_are_each_fitted() -> None:
    room = QSizeF(800, 600)
    wide = lay_out([A4, LYING], Fit.WIDTH, room)
    assert [round(place.width()) for place in wide.places] == [776, 776]
    whole = lay_out([A4, LYING], Fit.PAGE, room)
    assert all(place.height() <= room.height() - 2 * RIM + 1 for place in whole.places)
    assert whole.places[1].top() >= whole.places[0].bottom() + RIM - 1
    assert lay_out([A4], 2.0, room).size.width() > room.width()


def test_a_key_of_no_meaning_here_goes_on_to_the_window(qtbot: QtBot, preview: PdfPreview) -> None:
    show(qtbot, preview, pdf_of(["Side et"]))
    heard: list[int] = []

    def hear(event: object) -> None:
        heard.append(event.key())  # type: ignore[attr-defined]  # the key event that the view passed on

    preview.keyPressEvent = hear  # type: ignore[method-assign]  # what a window around it would do
    qtbot.keyClick(preview.view, Qt.Key.Key_Escape)
    assert heard == [Qt.Key.Key_Escape]
