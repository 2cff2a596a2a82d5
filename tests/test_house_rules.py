"""Rules of the house that no linter knows, read from the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WRITTEN_BY_HAND = ("app", "tests", "script", "docs", ".ci", "resources", "README.md", "CHANGELOG.md", "pyproject.toml")
SUFFIXES = {".py", ".md", ".toml", ".po", ""}
LOOK = ("app/ui/theme.py", "app/ui/look.py")
CATCH_ALL = ("app/bootstrap.py", "app/ui/background.py", "app/ui/errors.py")
BOXES = {"QMessageBox", "QFileDialog", "QInputDialog", "QErrorMessage", "QColorDialog", "QFontDialog"}
MACHINE_PATH = re.compile(rf"(?<![\w.~}}*])(?:/(?:root|work|workspace)/\w|{re.escape(str(ROOT))}\b)")
SPECIFICATION = re.compile(r"\.\./shared|\b(?:DOMAIN|PRODUCT|RELIABILITY|TOOLBOX|ARCHITECTURE)(?:\.md\b| §)")
CODES = r"(?:type:\s*ignore(?:\[[\w, -]+\])?|noqa(?::\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*)?)"
HUSHED = re.compile(rf"#\s*{CODES}(?P<reason>.*)")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}(?:[0-9a-fA-F]{2})?")


def _modules(folder: str = "app") -> Iterator[tuple[str, ast.Module]]:
    for file in sorted((ROOT / folder).rglob("*.py")):
        yield file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8"))


def _names(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every name that is used or imported, and its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute):
            yield node.lineno, node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, alias.name) for alias in node.names)


def _uses(names: Collection[str], allowed: Collection[str] = ()) -> list[str]:
    return [
        f"{module}:{line}: {name}"
        for module, tree in _modules()
        if module not in allowed
        for line, name in _names(tree)
        if name in names
    ]


def _lines() -> Iterator[tuple[str, str]]:
    """Every line that people write and read, with the place where it stands."""
    for name in WRITTEN_BY_HAND:
        top = ROOT / name
        for file in [top] if top.is_file() else sorted(top.rglob("*")):
            kept = file.is_file() and file.suffix in SUFFIXES and "__pycache__" not in file.parts
            if kept and file != Path(__file__):
                for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                    yield f"{file.relative_to(ROOT).as_posix()}:{number}", line


def test_message_boxes_and_file_dialogs_are_opened_in_one_place() -> None:
    assert _uses(BOXES, allowed=["app/ui/ask.py"]) == []


def test_colours_and_style_sheets_come_from_the_theme() -> None:
    assert _uses({"setStyleSheet"}, allowed=LOOK) == []
    by_hand = [
        f"{module}:{node.lineno}: {node.value}"
        for module, tree in _modules("app/ui")
        if module not in LOOK
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.fullmatch(node.value)
    ]
    assert by_hand == []


@pytest.mark.parametrize("name", ["QSettings", "processEvents", "fromTheme"])
def test_what_was_a_trap_in_qt_is_not_used(name: str) -> None:
    assert _uses({name}) == []


def test_nothing_is_printed_past_the_log() -> None:
    assert _uses({"print", "pprint", "breakpoint"}) == []


def test_the_rules_never_look_at_the_clock() -> None:
    looks = [
        f"{module}:{node.lineno}"
        for module, tree in _modules("app/core")
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow", "time"}
        if isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime", "time"}
    ]
    assert looks == []


def test_an_import_within_a_function_says_what_it_buys() -> None:
    silent = []
    for module, tree in _modules():
        lines = (ROOT / module).read_text(encoding="utf-8").splitlines()
        for function in ast.walk(tree):
            if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            inner = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
            start = function.lineno - 1
            if inner and not any("#" in line or '"""' in line for line in lines[start : inner[0].lineno]):
                silent.append(f"{module}:{inner[0].lineno}")
    assert silent == []


def test_every_word_is_a_literal_has_danish_and_stands_in_the_catalogue() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "script" / "words.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_check_is_hushed_without_a_reason() -> None:
    hushed = [(place, line, HUSHED.search(line)) for place, line in _lines() if ".py:" in place]
    assert [
        f"{place}: {line.strip()}"
        for place, line, found in hushed
        if found and not re.search(r"\w{3}", found["reason"])
    ] == []


def test_nothing_is_left_out_of_the_coverage() -> None:
    assert [place for place, line in _lines() if "pragma: no cover" in line] == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    assert [f"{place}: {line.strip()}" for place, line in _lines() if MACHINE_PATH.search(line)] == []


def test_no_file_points_to_papers_that_are_not_here() -> None:
    assert [f"{place}: {line.strip()}" for place, line in _lines() if SPECIFICATION.search(line)] == []


def test_nothing_is_left_for_later_in_a_comment() -> None:
    assert [
        f"{place}: {line.strip()}" for place, line in _lines() if re.search(r"\b(?:TODO|FIXME|XXX|HACK)\b", line)
    ] == []


def test_nothing_is_swallowed_but_where_everything_must_be_caught() -> None:
    blanket = [
        f"{module}:{node.lineno}"
        for module, tree in _modules()
        if module not in CATCH_ALL
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        if node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        if not isinstance(node.body[-1], ast.Raise)
    ]
    assert blanket == []
