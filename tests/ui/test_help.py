"""F1 on every page, in both languages."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.ui.context import Place
from app.ui.dialogs.show_help import HelpDialog, help_text
from app.ui.look import Look
from app.words import LANGUAGES, Words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", [*Place, "licences"])
def test_every_page_has_help_in_both_languages(look: Look, qtbot: QtBot, language: str, page: str) -> None:
    dialog = HelpDialog(Words(language), page)
    qtbot.addWidget(dialog)
    assert help_text(language, page).startswith("# ")
