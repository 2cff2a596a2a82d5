"""Rules of the house that no linter knows, read from the source."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Collection, Iterator, Sequence
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


Nodes = dict[str, tuple[ast.AST, ...]]
Lines = tuple[tuple[str, str], ...]


@pytest.fixture(scope="module")
def nodes() -> Nodes:
    """Every node of each module of the program: read once for all rules, and let go of after them."""
    files = sorted((ROOT / "app").rglob("*.py"))
    return {
        file.relative_to(ROOT).as_posix(): tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
        for file in files
    }


@pytest.fixture(scope="module")
def lines() -> Lines:
    """Every line that people write and read, with the place where it stands."""
    return tuple(_lines())


def _in(nodes: Nodes, *, folder: str = "app", but: Collection[str] = ()) -> Iterator[tuple[str, ast.AST]]:
    """The nodes of the modules of a folder, each with its module."""
    for module, of_module in nodes.items():
        if module.startswith(f"{folder}/") and module not in but:
            yield from ((module, node) for node in of_module)


def _uses(nodes: Nodes, names: Collection[str], allowed: Collection[str] = ()) -> list[str]:
    """Where one of the names is used or imported."""
    return [
        f"{module}:{node.lineno}: {name}"
        for module, node in _in(nodes, but=allowed)
        if isinstance(node, ast.Name | ast.Attribute | ast.ImportFrom)
        for name in _names(node)
        if name in names
    ]


def _names(node: ast.Name | ast.Attribute | ast.ImportFrom) -> Sequence[str]:
    if isinstance(node, ast.Name):
        return (node.id,)
    if isinstance(node, ast.Attribute):
        return (node.attr,)
    return [alias.name for alias in node.names]


def _lines() -> Iterator[tuple[str, str]]:
    for name in WRITTEN_BY_HAND:
        top = ROOT / name
        for file in [top] if top.is_file() else sorted(top.rglob("*")):
            kept = file.is_file() and file.suffix in SUFFIXES and "__pycache__" not in file.parts
            if kept and file != Path(__file__):
                for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                    yield f"{file.relative_to(ROOT).as_posix()}:{number}", line


def test_message_boxes_and_file_dialogs_are_opened_in_one_place(nodes: Nodes) -> None:
    assert _uses(nodes, BOXES, allowed=["app/ui/ask.py"]) == []


def test_colours_and_style_sheets_come_from_the_theme(nodes: Nodes) -> None:
    assert _uses(nodes, {"setStyleSheet"}, allowed=LOOK) == []
    by_hand = [
        f"{module}:{node.lineno}: {node.value}"
        for module, node in _in(nodes, folder="app/ui", but=LOOK)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and COLOUR.fullmatch(node.value)
    ]
    assert by_hand == []


@pytest.mark.parametrize("name", ["QSettings", "processEvents", "fromTheme"])
def test_what_was_a_trap_in_qt_is_not_used(nodes: Nodes, name: str) -> None:
    assert _uses(nodes, {name}) == []


def test_nothing_is_printed_past_the_log(nodes: Nodes) -> None:
    assert _uses(nodes, {"print", "pprint", "breakpoint"}) == []


def test_the_rules_never_look_at_the_clock(nodes: Nodes) -> None:
    looks = [
        f"{module}:{node.lineno}"
        for module, node in _in(nodes, folder="app/core")
        if isinstance(node, ast.Attribute) and node.attr in {"today", "now", "utcnow", "time"}
        if isinstance(node.value, ast.Name) and node.value.id in {"date", "datetime", "time"}
    ]
    assert looks == []


def test_an_import_within_a_function_says_what_it_buys(nodes: Nodes) -> None:
    silent = []
    for module, function in _in(nodes):
        if not isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        inner = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
        if inner:
            written = (ROOT / module).read_text(encoding="utf-8").splitlines()
            if not any("#" in line or '"""' in line for line in written[function.lineno - 1 : inner[0].lineno]):
                silent.append(f"{module}:{inner[0].lineno}")
    assert silent == []


def test_every_word_is_a_literal_has_danish_and_stands_in_the_catalogue() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "script" / "words.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_no_check_is_hushed_without_a_reason(lines: Lines) -> None:
    hushed = [(place, line, HUSHED.search(line)) for place, line in lines if ".py:" in place]
    assert [
        f"{place}: {line.strip()}"
        for place, line, found in hushed
        if found and not re.search(r"\w{3}", found["reason"])
    ] == []


def test_nothing_is_left_out_of_the_coverage(lines: Lines) -> None:
    assert [place for place, line in lines if "pragma: no cover" in line] == []


def test_no_file_knows_the_machine_it_was_written_on(lines: Lines) -> None:
    assert [f"{place}: {line.strip()}" for place, line in lines if MACHINE_PATH.search(line)] == []


def test_no_file_points_to_papers_that_are_not_here(lines: Lines) -> None:
    assert [f"{place}: {line.strip()}" for place, line in lines if SPECIFICATION.search(line)] == []


def test_nothing_is_left_for_later_in_a_comment(lines: Lines) -> None:
    assert [
        f"{place}: {line.strip()}" for place, line in lines if re.search(r"\b(?:TODO|FIXME|XXX|HACK)\b", line)
    ] == []


def test_nothing_is_swallowed_but_where_everything_must_be_caught(nodes: Nodes) -> None:
    blanket = [
        f"{module}:{node.lineno}"
        for module, node in _in(nodes, but=CATCH_ALL)
        if isinstance(node, ast.ExceptHandler)
        if node.type is None or (isinstance(node.type, ast.Name) and node.type.id in {"Exception", "BaseException"})
        if not isinstance(node.body[-1], ast.Raise)
    ]
    assert blanket == []
