"""The recovery key on paper: one sheet to put in a locked drawer."""

from __future__ import annotations

from datetime import date

from reportlab.platypus import Flowable, Spacer, Table, TableStyle

from app.core.records.caseload import Caseworker
from app.core.records.documents import Letterhead
from app.reports.fonts import Face
from app.reports.layout import draw_pdf
from app.reports.page import Sheet
from app.reports.palette import colour
from app.reports.row_table import BARE
from app.reports.styles import body, heading, style, title
from app.reports.tags import Element, tags_of
from app.reports.text import Text
from app.words import Words

_ACROSS = 4


def recovery_sheet(caseworker: Caseworker, groups: tuple[str, ...], on: date, words: Words) -> bytes:
    """The PDF with the key in numbered groups of four."""
    name = words.tr("Recovery key")
    head = Letterhead(
        municipality=caseworker.municipality, department=caseworker.department, caseworker=caseworker.name, on=on
    )
    sheet = Sheet(head=head, words=words, name=name, version=words.tr("Keep in a locked place"))
    return draw_pdf(lambda: _story(name, groups, sheet.width, words), sheet)


def _story(name: str, groups: tuple[str, ...], width: float, words: Words) -> list[Flowable]:
    return [
        Text(name, title()),
        Text(
            words.tr(
                "This key opens the caseload where the passphrase is forgotten. Whoever has it and the laptop can read "
                "everything: keep it locked away, and never together with the laptop."
            ),
            body(),
        ),
        Spacer(0, 10),
        _Groups(groups, width),
        Text(words.tr("How it is used"), heading()),
        Text(
            words.tr(
                "Choose “Use the recovery key” where the passphrase is asked for, and type the groups in their order. "
                "Capital letters and dashes do not matter. Then choose a new passphrase under Settings."
            ),
            body(),
        ),
        Text(
            words.tr("If both passphrase and recovery key are lost, nobody can open the caseload again."),
            style(Face.STRONG),
        ),
    ]


class _Groups(Table):  # type: ignore[misc]  # reportlab carries no types
    """The groups of the key in a grid; to a screen reader a list, each item with its number."""

    def __init__(self, groups: tuple[str, ...], width: float) -> None:
        number = style(size=8, shade="muted", align=1, tag="Lbl")
        letters = style(Face.STRONG, 20, align=1, tag="LBody")
        cells = [[Text(str(n), number), Text(group, letters)] for n, group in enumerate(groups, 1)]
        rows = [cells[start : start + _ACROSS] for start in range(0, len(cells), _ACROSS)]
        look = [
            *BARE,
            ("GRID", (0, 0), (-1, -1), 0.8, colour("line")),
            ("TOPPADDING", (0, 0), (-1, -1), 6),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 10),
        ]
        super().__init__(rows, colWidths=[width / _ACROSS] * _ACROSS, style=TableStyle(look))
        self._renderCB = type(self)._told

    def _told(self, event: str, *_where: object) -> None:
        """Called by reportlab as it draws each part of the table."""
        tags = tags_of(self.canv)
        if event in {"startTable", "startCell"}:
            tags.begin(Element("L", "/O/List/ListNumbering/Decimal") if event == "startTable" else Element("LI"))
        elif event in {"endTable", "endCell"}:
            tags.end()
