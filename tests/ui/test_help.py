"""F1 on every page, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTextBrowser
from pytestqt.qtbot import QtBot

from app.ui.context import Place
from app.ui.dialogs.show_help import HelpDialog, help_text
from app.ui.look import Look
from app.ui.pages.case.tabs import TABS
from app.words import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*Place, "licences"])
def test_every_page_has_help_in_both_languages(look: Look, qtbot: QtBot, language: str, page: str) -> None:
    dialog = HelpDialog(Words(language), page)
    qtbot.addWidget(dialog)
    assert help_text(language, page).startswith("# ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_of_a_case_begins_at_the_tab_that_is_looked_at(look: Look, qtbot: QtBot, language: str) -> None:
    words = Words(language)
    headings = [line.removeprefix("## ") for line in help_text(language, Place.CASE).splitlines() if line[:3] == "## "]
    assert headings[:-1] == [words.tr(tab.title) for tab in TABS]
    dialog = HelpDialog(words, Place.CASE, heading=words.tr(TABS[5].title))
    qtbot.addWidget(dialog)
    dialog.show()
    text = dialog.findChild(QTextBrowser)
    assert text is not None
    assert text.cursorForPosition(text.rect().topLeft()).block().text() == headings[5]
