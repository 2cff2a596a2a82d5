"""Both themes can be read by everybody, and hold the same names."""

from __future__ import annotations

import tomllib

import pytest
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from app import paths
from app.ui import icons
from app.ui.look import FAMILIES, Look, palette, style_sheet
from app.ui.theme import THEMES, Theme, load, theme_of

# Words on a ground: WCAG 2.1 asks for 4.5:1 (success criterion 1.4.3).
TEXT = [
    *((words, ground) for words in ("ink", "muted", "accent") for ground in ("background", "card", "hover")),
    *((words, "card") for words in ("over", "soon", "ok")),
    *((words, "background") for words in ("over", "soon", "ok")),
    *((tone, f"{tone}_soft") for tone in ("over", "soon", "ok", "accent")),
    *(("ink", ground) for ground in ("over_soft", "soon_soft", "ok_soft", "accent_soft", "track")),
    *((tone, "accent_soft") for tone in ("over", "soon", "muted")),
    *((tone, "hover") for tone in ("over", "soon", "ok")),
    *(("on_accent", ground) for ground in ("accent", "accent_hover", "accent_pressed")),
    *(("rail_ink", ground) for ground in ("rail", "rail_hover", "rail_selected")),
    *(("rail_muted", ground) for ground in ("rail", "rail_hover", "rail_selected")),
    ("on_rail_badge", "rail_badge"),
    ("accent", "track"),
    ("muted", "track"),
]
# Frames, rings and marks: 3:1 (success criterion 1.4.11).
MARKS = [
    *((mark, ground) for mark in ("field_line", "focus", "accent") for ground in ("background", "card")),
    *((mark, "card") for mark in ("over", "soon", "ok")),
    *(("rail_focus", ground) for ground in ("rail", "rail_hover", "rail_selected")),
    ("rail_badge", "rail"),
    ("on_accent", "focus"),
]


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: QColor, other: QColor) -> float:
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load(request.param)


@pytest.mark.parametrize(("words", "ground"), TEXT)
def test_words_stand_out_from_their_ground(theme: Theme, words: str, ground: str) -> None:
    assert _contrast(theme.colour(words), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), MARKS)
def test_marks_stand_out_from_their_ground(theme: Theme, mark: str, ground: str) -> None:
    assert _contrast(theme.colour(mark), theme.colour(ground)) >= 3


@pytest.mark.parametrize("number", range(6))
def test_a_step_stands_out_from_the_card_and_carries_words(theme: Theme, number: int) -> None:
    assert _contrast(theme.step(number), theme.card) >= 3
    assert _contrast(theme.step_ink, theme.step(number)) >= 4.5


def test_both_themes_hold_the_same_names() -> None:
    light, dark = (
        tomllib.loads((paths.resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8")) for name in THEMES
    )

    assert light["colours"].keys() == dark["colours"].keys()
    assert light["steps"].keys() == dark["steps"].keys()


def test_every_colour_of_a_theme_is_a_colour(theme: Theme) -> None:
    assert all(colour.isValid() for colour in (*theme.steps, theme.colour("step 3"), theme.colour("step_ink")))
    with pytest.raises(KeyError):
        theme.colour("mauve")


def test_the_style_sheet_has_no_colour_of_its_own() -> None:
    template = (paths.resources() / "themes" / "style.qss").read_text(encoding="utf-8")

    assert "#" not in template
    assert "rgb" not in template


def test_the_style_sheet_grows_with_the_text(theme: Theme) -> None:
    assert "font-size: 24px" in style_sheet(theme)
    assert "font-size: 48px" in style_sheet(theme, 2.0)
    assert "$" not in style_sheet(theme)


def test_choosing_a_theme_reaches_widgets_that_paint(look: Look, qapp: QApplication) -> None:
    label = QLabel()
    look.choose("dark")
    try:
        assert theme_of(label).dark
        assert qapp.palette().color(QPalette.ColorRole.Window) == load("dark").background
    finally:
        look.choose("light")
    assert not theme_of(label).dark


def test_an_unknown_theme_is_refused(look: Look) -> None:
    with pytest.raises(ValueError, match="mauve"):
        look.choose("mauve")


def test_disabled_words_stay_readable(theme: Theme) -> None:
    disabled = palette(theme).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)

    assert _contrast(disabled, theme.card) >= 4.5


@pytest.mark.usefixtures("look")
def test_the_bundled_fonts_are_the_ones_in_use() -> None:
    assert set(FAMILIES) <= set(QFontDatabase.families())
    font = QFont(FAMILIES[0])
    font.setWeight(QFont.Weight.DemiBold)
    assert QFontInfo(font).family() == "IBM Plex Sans"
    assert QFontInfo(font).weight() == QFont.Weight.DemiBold


@pytest.mark.usefixtures("look")
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_is_drawn_in_the_pixels_of_its_screen(ratio: float) -> None:
    picture = icons.pixmap("search", QColor("red"), 18, ratio)

    assert picture.width() == round(18 * ratio)
    image = picture.toImage()
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#ff0000" in seen


def test_every_icon_can_be_recoloured() -> None:
    for file in (paths.resources() / "icons").glob("*.svg"):
        assert b"currentColor" not in icons.source(file.stem, "#123456")
        assert b"#123456" in icons.source(file.stem, "#123456")
