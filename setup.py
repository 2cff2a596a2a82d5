"""What pyproject.toml cannot say: resources/ goes into the wheel as app/resources, with the Danish words compiled."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools import find_namespace_packages, setup
from setuptools.command.build_py import build_py

I18N = Path("resources/i18n")


class BuildWithWords(build_py):
    """Compile the words first, so that they are found among the data."""

    def run(self) -> None:
        """Compile, then copy as usual."""
        compiled = I18N / "da" / "LC_MESSAGES" / "forlaens.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        with (I18N / "da.po").open("rb") as po, compiled.open("wb") as mo:
            write_mo(mo, read_po(po, locale="da"))
        super().run()


setup(
    packages=[*find_namespace_packages(include=["app", "app.*"], exclude=["*.__pycache__"]), "app.resources"],
    package_dir={"app.resources": "resources"},
    package_data={"app": ["**/*.mako"], "app.resources": ["**/*"]},
    cmdclass={"build_py": BuildWithWords},
)
