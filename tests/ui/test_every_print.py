"""Every print of the program in both languages, of the demo and of the hardest caseload, read as a screen reader does.

Prints are found by their scenes: what holds for one holds for the next one that is made.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from outloud.content import parse_page
from outloud.model import Document
from pypdf.generic import StreamObject
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

import app.reports
from app.reports.binding import bound, encrypted
from app.reports.page import FOOT, HEAD
from app.ui.look import Look
from app.words import Words
from tests import scenes
from tests.reports.prints import as_dict, filled_to, fonts_of, read
from tests.reports.spoken import HEADINGS, Element, Mark, Spoken
from tests.scenes import PRINTS, PrintScene, StageClock
from tests.stage import CASELOADS, Stage, make_caseload
from tests.ui.drawn_prints import Drawn, bookmarks, complaints, in_grey, overprinted

SHEETS = [(caseload, language) for caseload in CASELOADS for language in ("da", "en")]
DANISH = [sheet for sheet in SHEETS if sheet[1] == "da"]
"""For what is the same in either language, and slow."""
HARDEST_IN_ENGLISH = "worst", "en"
DRAWS = {"draw_pdf", "draw_indexed_pdf"}
READABLE = 4.5  # contrast of text to what lies around it
LEAST = 0.2  # share of a page's height that its content reaches down to
EDGE = 20.0  # points of white at the edges of the paper
SLACK = 2.0  # points by which boxes reckoned from widths are inexact
PASSWORD = "hævet 7 gange"


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each caseload, made once."""
    folder = tmp_path_factory.mktemp("printed")
    made = {name: scenes.made_path(folder, name) for name in CASELOADS}
    for name, path in made.items():
        make_caseload(path, CASELOADS[name], StageClock())
    return made


@pytest.fixture(scope="session", params=SHEETS, ids="-".join)
def drawn(
    request: pytest.FixtureRequest,
    qapp: QApplication,
    look: Look,
    stores: dict[str, Path],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Drawn]:
    """Every print of a caseload in a language, drawn once."""
    caseload, language = request.param
    folder = tmp_path_factory.mktemp(f"{caseload}-{language}")
    stage = Stage.open(
        qapp, folder, stores[caseload], words=Words(language), look=look, clock=StageClock(), size=QSize(1366, 768)
    )
    yield Drawn(stage, folder)
    stage.close()


@pytest.fixture(params=PRINTS, ids=lambda scene: scene.name)
def scene(request: pytest.FixtureRequest) -> PrintScene:
    found: PrintScene = request.param
    return found


def test_every_print_has_a_scene() -> None:
    made = set()
    for module in pkgutil.iter_modules(app.reports.__path__, "app.reports."):
        for name, act in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            if act.__module__ == module.name and DRAWS & set(act.__code__.co_names):
                made.add(name)
    assert len(made) >= 7
    assert sorted(name for name in made if not hasattr(scenes, name)) == []


@pytest.mark.parametrize(
    "drawn", [sheet for sheet in SHEETS if sheet != HARDEST_IN_ENGLISH], indirect=True, ids="-".join
)
def test_a_checker_finds_nothing_to_mend(drawn: Drawn, scene: PrintScene) -> None:
    # It takes what stands at the top of three pages for their head: the labels and sentences that come again there. The
    # test of the paper below knows where they are.
    assert complaints(drawn.path(scene.name, drawn.pdf(scene)), "error", "warning", but=("PAG-001",)) == []


def test_title_language_and_the_claim_to_be_accessible_are_set(drawn: Drawn, scene: PrintScene) -> None:
    reader = read(drawn.pdf(scene))
    catalog, known = reader.root_object, reader.xmp_metadata
    assert str(catalog["/Lang"]) == drawn.language
    assert str(as_dict(catalog["/MarkInfo"])) == "{'/Marked': True}"
    assert str(as_dict(catalog["/ViewerPreferences"])) == "{'/DisplayDocTitle': True}"
    assert reader.metadata is not None
    assert reader.metadata.title
    assert known is not None
    assert known.dc_title == {"x-default": reader.metadata.title}
    packet = catalog["/Metadata"].get_object()
    assert isinstance(packet, StreamObject)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in packet.get_data()


def test_headings_lead_through_the_print_and_are_its_bookmarks(drawn: Drawn, scene: PrintScene) -> None:
    spoken = drawn.spoken(scene)
    headings = [element for element in spoken.root.all() if element.kind in HEADINGS]
    levels = [HEADINGS.index(element.kind) + 1 for element in headings]
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    told = [
        (len(HEADINGS[: level - 1]) + 1, spoken.text(element)) for level, element in zip(levels, headings, strict=True)
    ]
    assert list(bookmarks(spoken.reader.outline, 1)) == told
    assert all(text for _, text in told)


def test_no_heading_is_left_alone_at_the_foot_of_a_page(drawn: Drawn, scene: PrintScene) -> None:
    spoken = drawn.spoken(scene)
    leaves = [element for element in spoken.root.all() if any(isinstance(kid, Mark) for kid in element.kids)]
    for heading, after in pairwise(leaves):
        if heading.kind in HEADINGS:
            assert pages(heading)[-1] == pages(after)[0], spoken.text(heading)


def test_every_link_leads_to_the_page_whose_heading_it_is_called_by(drawn: Drawn, scene: PrintScene) -> None:
    spoken = drawn.spoken(scene)
    assert sum(len(element.boxes) for element in spoken.of("Link")) == len(list(leads_to(spoken)))
    for text, said, headings in leads_to(spoken):
        assert text
        assert said in headings


def leads_to(spoken: Spoken) -> Iterator[tuple[str, str, list[str]]]:
    """The text of each link, what it is called, and the headings on the page it leads to."""
    headings = [(pages(element)[0], spoken.text(element)) for element in spoken.root.all() if element.kind in HEADINGS]
    for link in spoken.links():
        yield spoken.text(link.element), link.said, [text for page, text in headings if page == link.to_page]


def pages(element: Element) -> list[int]:
    return [mark.page for mark in element.marks()]


def test_every_cell_of_a_table_has_a_heading(drawn: Drawn, scene: PrintScene) -> None:
    spoken = drawn.spoken(scene)
    for table in spoken.of("Table"):
        rows = [[cell for cell in row.kids if isinstance(cell, Element)] for row in table.all() if row.kind == "TR"]
        assert len({len(row) for row in rows}) == 1
        by_column = {column for column, cell in enumerate(rows[0]) if cell.attribute("/Scope") == "/Column"}
        for row in rows:
            is_named = any(cell.attribute("/Scope") == "/Row" for cell in row)
            assert is_named or by_column == set(range(len(row)))
        heads = [cell for row in rows for cell in row if cell.attribute("/Scope") == "/Column"]
        assert all(spoken.text(cell) for cell in heads)
        assert {cell.kind for row in rows for cell in row} <= {"TH", "TD"}
        assert all(cell.attribute("/Scope") for row in rows for cell in row if cell.kind == "TH")


def test_every_drawing_is_told_in_words(drawn: Drawn, scene: PrintScene) -> None:
    for figure in drawn.spoken(scene).of("Figure"):
        assert len(figure.alternative.split()) > 2
        assert figure.alternative == figure.alternative.strip()
        left, low, right, high = map(float, figure.attribute("/BBox"))
        assert left < right
        assert low < high


def test_each_piece_of_content_has_its_one_place_in_the_structure(drawn: Drawn, scene: PrintScene) -> None:
    spoken = drawn.spoken(scene)
    painted = [piece.mark for piece in spoken.painted if piece.mark is not None]
    read_aloud = list(spoken.root.marks())
    assert sorted(painted, key=repr) == sorted(read_aloud, key=repr)
    assert len(set(read_aloud)) == len(read_aloud)
    owners = spoken.owners()
    for element in spoken.root.all():
        for kid in element.kids:
            assert isinstance(kid, Element) or owners.pop(kid) == element.entries
    assert owners == {}


def test_nothing_is_painted_that_is_neither_content_nor_artifact(drawn: Drawn, scene: PrintScene) -> None:
    assert [piece for piece in drawn.spoken(scene).painted if piece.mark is None and not piece.is_artifact] == []


def test_it_is_read_in_the_order_it_stands(drawn: Drawn, scene: PrintScene) -> None:
    """Page by page; a row of a table that goes on over the page is read cell by cell."""
    spoken = drawn.spoken(scene)
    in_order = sorted(spoken.root.marks(), key=lambda mark: mark.page)
    assert in_order == [piece.mark for piece in spoken.painted if piece.mark is not None]


def test_what_a_reader_passes_over_says_nothing_of_its_own(drawn: Drawn, scene: PrintScene) -> None:
    """Head and foot of the pages, and the head of a table on its later pages."""
    spoken = drawn.spoken(scene)
    content, count = letters(spoken.text(spoken.root)), len(spoken.reader.pages)
    passed = [letters(piece.text) for piece in spoken.painted if piece.is_artifact]
    once = {text for text in passed if text not in content and passed.count(text) < count}
    assert [text for text in once if not text.endswith(str(count))] == []  # but "page 1 of 2"


def letters(text: str) -> str:
    """A text without spaces, signs, and the hyphens of broken words."""
    return "".join(filter(str.isalnum, text))


def test_all_text_is_found_and_copied_as_it_is_read(drawn: Drawn, scene: PrintScene) -> None:
    """Letter for letter; brackets beside right-to-left words are turned around by whoever copies."""
    document = pypdfium2.PdfDocument(drawn.pdf(scene))
    copied = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    said = "".join(piece.text for piece in drawn.spoken(scene).painted)
    assert sorted(letters(copied)) == sorted(letters(said))
    assert set(fonts_of(drawn.pdf(scene)).values()) == {True}


def test_text_stands_on_the_paper_and_head_and_foot_are_not_read_with_it(drawn: Drawn, scene: PrintScene) -> None:
    """But the foot once, at the end."""
    document = Document(drawn.path(scene.name, drawn.pdf(scene)))
    for page in document.pages:
        is_last = page.number == len(document.pages)
        for run in parse_page(document, page).runs:
            left, low, right, high = run.bbox
            assert left >= EDGE - SLACK, run.text
            assert right <= page.width - EDGE + SLACK, run.text
            assert low >= EDGE - SLACK, run.text
            assert high <= page.height - EDGE + SLACK, run.text
            assert not run.tagged or high <= page.height - HEAD + SLACK, run.text
            assert not run.tagged or is_last or low >= FOOT - SLACK, run.text
    document.close()


@pytest.mark.parametrize("drawn", DANISH, indirect=True, ids="-".join)
def test_a_printer_without_colours_prints_it_as_well(drawn: Drawn, scene: PrintScene) -> None:
    """Text stands out from its ground and lies over no other; what is coloured says in words what the colour says."""
    for page in in_grey(drawn.pdf(scene)):
        for one in page:
            assert one.contrast >= READABLE, one.text
        assert overprinted(page) == []
        for one, after in zip(page, [*page[1:], None], strict=True):
            if one.is_coloured and one.text.strip() and not has_letters(one.text):
                assert after is not None
                assert after.light == one.light
                assert has_letters(after.text)


def has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def test_no_page_is_nearly_empty(drawn: Drawn, scene: PrintScene) -> None:
    filled = filled_to(drawn.pdf(scene))
    assert len(filled) == 1 or min(filled) >= LEAST


@pytest.mark.parametrize("drawn", DANISH, indirect=True, ids="-".join)
def test_the_same_print_has_the_same_bytes(drawn: Drawn, scene: PrintScene) -> None:
    assert scene.draw(drawn.stage) == drawn.pdf(scene)


@pytest.mark.parametrize("drawn", DANISH, indirect=True, ids="-".join)
def test_bound_and_locked_all_prints_stay_what_they_are(drawn: Drawn) -> None:
    parts = [drawn.pdf(scene) for scene in PRINTS]
    whole = bound(parts)
    locked = read(encrypted(whole, PASSWORD))
    assert locked.decrypt(PASSWORD)
    spoken, alone = Spoken(locked), [drawn.spoken(scene) for scene in PRINTS]
    assert [element.kind for element in spoken.root.kids if isinstance(element, Element)] == ["Part"] * len(PRINTS)
    assert spoken.text(spoken.root) == " ".join(one.text(one.root) for one in alone)
    assert [e.kind for e in spoken.root.all() if e.kind != "Part"] == ["Document"] + [
        element.kind for one in alone for element in one.root.all() if element is not one.root
    ]
    told = [mark for one in alone for mark in bookmarks(one.reader.outline, 1)]
    assert list(bookmarks(spoken.reader.outline, 1)) == told
    assert len(spoken.owners()) == len(list(spoken.root.marks()))
    assert list(leads_to(spoken)) == [link for one in alone for link in leads_to(one)]
    assert bound(parts) == whole
    # What is at the foot of two pages is no foot to the checker among twenty; alone each was checked for it.
    assert complaints(drawn.path("open", encrypted(whole, "")), "error", but=("TAG-002",)) == []
