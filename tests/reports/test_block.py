"""What belongs together on a page stays together, and no page is left nearly empty."""

from __future__ import annotations

from functools import partial

import pytest
from reportlab.platypus import Flowable, Spacer

from app.reports.block import Block
from app.reports.card import Card
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.styles import body, heading
from app.reports.text import Text
from app.words import Words
from tests.reports.prints import HEAD, filled_to, read

LINE = "Vi ses hver mandag, og mor ringer hver aften."
SHEET = Sheet(head=HEAD, words=Words("da"), name="Prøve", version="")


def lines(count: int) -> list[Text]:
    return [Text(f"{number} {LINE}", body()) for number in range(count)]


def test_a_heading_takes_what_it_heads_along() -> None:
    block = Block([Text("Mål", heading()), *lines(5)])
    block.wrap(400, 1000)
    assert block.split(400, 30) == []
    upper, lower = block.split(400, 60)
    assert upper.wrap(400, 1000)[1] <= 60
    assert lower.wrap(400, 1000)[1] > 0


def test_a_block_that_could_not_be_parted_still_prints() -> None:
    def story() -> list[Flowable]:
        return [Spacer(1, SHEET.height - 40), Block([Text("Mål", heading()), Text(f"{LINE} " * 3, body())])]

    pdf = draw_pdf(story, SHEET)
    first, second = read(pdf).pages
    assert "Mål" not in first.extract_text()
    assert "Mål" in second.extract_text()


@pytest.mark.parametrize("short", range(1, 12))
def test_a_card_too_high_by_its_last_air_alone_is_parted(short: int) -> None:
    card = Card(lines(20), keep=2)
    _, height = card.wrap(400, 1000)
    upper, lower = card.split(400, height - short)
    assert upper.wrap(400, 1000)[1] <= height - short
    assert lower.wrap(400, 1000)[1] < 60


def test_a_last_page_with_little_on_it_gets_company() -> None:
    pdf = draw_pdf(partial(lines, 50), SHEET)
    first, last = filled_to(pdf)
    assert last > 0.25
    assert first > 0.5


def test_what_is_set_closer_is_taken_only_where_it_saves_a_page() -> None:
    saves, saves_nothing = (draw_pdf(partial(lines, 50), SHEET, closer=partial(lines, n)) for n in (30, 49))
    assert len(read(saves).pages) == 1
    assert "49 Vi ses" in read(saves_nothing).pages[1].extract_text()


def test_a_first_page_that_is_to_stay_whole_is_not_ended_early() -> None:
    pdf = draw_pdf(partial(lines, 50), SHEET, whole=1)
    assert filled_to(pdf)[0] > 0.9


def test_one_page_is_one_page_however_little_it_holds() -> None:
    assert len(read(draw_pdf(partial(lines, 1), SHEET)).pages) == 1
