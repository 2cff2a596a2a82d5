"""The command that keeps the Danish words in step with the source."""

from __future__ import annotations

import gettext
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "script" / "words.py"


class Project:
    """A project of one module, with the command in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "script").mkdir()
        (root / "app").mkdir()
        shutil.copy(SCRIPT, root / "script")

    def write(self, source: str) -> None:
        """Make this the whole source."""
        (self.root / "app" / "page.py").write_text(source, encoding="utf-8")

    def words(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the command."""
        command = [sys.executable, str(self.root / "script" / "words.py"), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def missing(self) -> dict[str, str | list[str]]:
        """What lacks Danish."""
        found: dict[str, str | list[str]] = json.loads(self.words("--missing").stdout)
        return found

    def fill(self, danish: dict[str, str | list[str]]) -> subprocess.CompletedProcess[str]:
        """Take Danish in."""
        file = self.root / "danish.json"
        file.write_text(json.dumps(danish), encoding="utf-8")
        return self.words("--fill", str(file))

    def danish(self) -> gettext.NullTranslations:
        """The compiled words."""
        return gettext.translation("forlaens", self.root / "resources" / "i18n", ["da"])


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_every_kind_of_call_is_found_and_its_danish_comes_back(project: Project) -> None:
    project.write(
        'w.tr("Save"); w.trn("{n} day", "{n} days", n); w.trp("verb", "Open"); TABLE = [mark("Late")]; w.tr(TABLE[0])\n'
        'w.tr("Yes" if sure else "No")'
    )
    assert project.missing() == {
        "Save": "", "{n} day": ["", ""], "verb\u0004Open": "", "Late": "", "Yes": "", "No": "",
    }  # fmt: skip
    done = project.fill({
        "Save": "Gem", "{n} day": ["en dag", "{n} dage"], "verb\u0004Open": "Åbn",
        "Late": "Sen", "Yes": "Ja", "No": "Nej",
    })  # fmt: skip
    assert done.returncode == 0
    assert project.words("--check").returncode == 0
    danish = project.danish()
    assert danish.gettext("Save") == "Gem"
    assert danish.ngettext("{n} day", "{n} days", 1) == "en dag"
    assert danish.ngettext("{n} day", "{n} days", 2) == "{n} dage"
    assert danish.pgettext("verb", "Open") == "Åbn"


@pytest.mark.parametrize(
    "call",
    ['w.tr(f"{x}")', 'w.tr("a" + x)', 'w.tr("{}".format(x))', "mark(x)", 'w.trn(one, "many", 2)', 'w.trp("c", x)'],
)
def test_a_text_put_together_on_the_spot_is_refused(project: Project, call: str) -> None:
    project.write(call)
    assert "app/page.py:1" in project.words("--check").stdout


def test_danish_with_other_placeholders_is_refused_and_the_rest_taken(project: Project) -> None:
    project.write('w.tr("Dear {name}"); w.tr("Save")')
    done = project.fill({"Dear {name}": "Kære {navn}", "Save": "Gem", "Unknown": "Ukendt"})
    assert done.returncode == 1
    assert "placeholders differ: 'Dear {name}'" in done.stderr
    assert "not in the source: 'Unknown'" in done.stderr
    assert project.missing() == {"Dear {name}": ""}


def test_danish_outlives_a_source_that_is_broken_for_a_moment(project: Project) -> None:
    project.write('w.tr("Save")')
    project.fill({"Save": "Gem"})
    project.write('w.tr("Save"')
    assert "app/page.py" in project.words().stderr
    project.write('w.tr("Save")')
    assert project.missing() == {}


def test_what_is_no_longer_used_is_dropped_and_the_check_asks_for_it(project: Project) -> None:
    project.write('w.tr("Save"); w.tr("Cancel")')
    project.fill({"Save": "Gem", "Cancel": "Fortryd"})
    project.write('w.tr("Save")')
    assert "out of step" in project.words("--check").stdout
    project.words()
    assert project.words("--check").returncode == 0
    assert "Fortryd" not in (project.root / "resources" / "i18n" / "da.po").read_text(encoding="utf-8")


def test_two_who_fill_at_once_lose_nothing(project: Project) -> None:
    project.write("\n".join(f'w.tr("Word {n}")' for n in range(8)))
    runs = []
    for n in range(8):
        file = project.root / f"{n}.json"
        file.write_text(json.dumps({f"Word {n}": f"Ord {n}"}), encoding="utf-8")
        command = [sys.executable, str(project.root / "script" / "words.py"), "--fill", str(file)]
        runs.append(subprocess.Popen(command))
    assert [run.wait() for run in runs] == [0] * 8
    assert project.missing() == {}
