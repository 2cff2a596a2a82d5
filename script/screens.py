"""Writes a picture of every page, dialog and printed page."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from pathlib import Path

import pypdfium2
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.ui.look import STYLE, Look
from app.words import LANGUAGES, Words
from tests.scenes import PRINTS, SCENES, StageClock
from tests.stage import CASELOADS, Stage, make_caseload


def main() -> None:
    asked = _arguments()
    asked.out.mkdir(parents=True, exist_ok=True)
    width, height = (int(side) for side in asked.size.split("x"))
    with tempfile.TemporaryDirectory() as temporary:
        app = _application(Path(temporary), width, height)
        look = Look(app, asked.theme)
        made = Path(temporary) / "made.db"
        make_caseload(made, CASELOADS[asked.caseload], StageClock())
        stage = Stage.open(
            app,
            Path(temporary) / "stage",
            made,
            words=Words(asked.language),
            look=look,
            clock=StageClock(),
            size=QSize(width, height),
        )
        for scene in SCENES:
            if asked.only in scene.name:
                widget = scene.show(stage)
                stage.settle(widget)
                widget.grab().save(str(asked.out / f"{scene.name}.png"))
                widget.close()
                print(scene.name)
        for paper in PRINTS:
            if asked.only in paper.name:
                _write_pages(paper.draw(stage), asked.out / paper.name)
                print(paper.name)
        stage.close()


def _application(folder: Path, width: int, height: int) -> QApplication:
    """Qt over a screen of the size asked for: a dialog is as large as its screen lets it be."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    described = folder / "screen.json"
    described.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
    return QApplication(["forlaens", *STYLE])


def _write_pages(pdf: bytes, path: Path) -> None:
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        document[number].render(scale=1.5).to_pil().save(f"{path}-{number + 1}.png")
    document.close()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/screens", description="Pictures of everything the program shows.")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--language", choices=LANGUAGES, default="da")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--caseload", choices=tuple(CASELOADS), default="demo")
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--only", default="", help="only scenes with this in their name")
    return parser.parse_args()


if __name__ == "__main__":
    main()
