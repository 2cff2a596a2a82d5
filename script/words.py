"""Keep the Danish words in step with the source.

    script/words                  extract, drop what is no longer used, compile
    script/words --missing        extract and print what lacks Danish, as JSON to be filled in
    script/words --fill FILE      merge {"msgid": "msgstr"}; a plural is {"one": ["en", "mange"]},
                                  a context {"context\\u0004msgid": "msgstr"}
    script/words --compile        write the .mo where it is older than the .po
    script/words --check          exit 1 unless all is translated, in step and well formed; writes nothing

The .po is sorted and has neither line numbers nor dates, so that two branches merge quietly. Several people may run
this at once: all of it happens under a lock, and files are replaced in one step.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import fcntl
import io
import json
import os
import string
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "app"
FOLDER = ROOT / "resources" / "i18n"
PO = FOLDER / "da.po"
MO = FOLDER / "da" / "LC_MESSAGES" / "forlaens.mo"
CONTEXT_GLUE = "\u0004"
HEADER = r"""# Danish words of Forlæns. Kept by script/words; do not edit while others do.
msgid ""
msgstr ""
"Language: da\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


@dataclass(frozen=True, order=True)
class Entry:
    """One thing to translate: the English words, their plural or "", and the context or ""."""

    text: str
    context: str = ""
    plural: str = ""

    @property
    def key(self) -> str:
        """The name of the entry in a file for --fill."""
        return f"{self.context}{CONTEXT_GLUE}{self.text}" if self.context else self.text


def literals(node: ast.expr) -> list[str] | None:
    """The string literals a call would translate, or None where the argument is not made of whole literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        one, other = literals(node.body), literals(node.orelse)
        return None if one is None or other is None else one + other
    return None


def is_looked_up(node: ast.expr) -> bool:
    """Whether the argument is fetched from elsewhere (a marked literal) and not put together on the spot."""
    if isinstance(node, ast.Call):
        return not (isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "join"})
    return isinstance(node, ast.Name | ast.Attribute | ast.Subscript)


def entries_of(call: ast.Call, name: str) -> list[Entry] | None:
    """The entries of one translation call, or None where gettext could not find the words at run time."""
    wanted = {"trn": 2, "trp": 2}.get(name, 1)
    found = [literals(argument) for argument in call.args[:wanted]]
    if name == "tr" and len(found) == 1 and is_looked_up(call.args[0]):
        return []
    if len(found) < wanted or any(texts is None for texts in found):
        return None
    texts = [text for text in found if text is not None]
    if name == "trn":
        return [Entry(one, plural=many) for one, many in zip(texts[0], texts[1], strict=False)]
    if name == "trp":
        return [Entry(text, context) for context in texts[0] for text in texts[1]]
    return [Entry(text) for text in texts[0]]


def scan(file: Path) -> tuple[list[Entry], list[str]]:
    """The entries of a source file, and what keeps its calls from being translated."""
    entries: list[Entry] = []
    mistakes: list[str] = []
    try:
        tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
    except SyntaxError as error:
        return [], [f"{file.relative_to(ROOT)}:{error.lineno}: {error.msg}"]
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name not in {"tr", "trn", "trp", "mark"}:
            continue
        found = entries_of(node, name)
        if found is None:
            mistakes.append(f"{file.relative_to(ROOT)}:{node.lineno}: {name}() needs plain literals")
        else:
            entries += found
    return entries, mistakes


def scan_all() -> tuple[list[Entry], list[str]]:
    """Entries of the whole source in order, a plural taking the place of its bare singular; and mistakes."""
    by_key: dict[str, Entry] = {}
    mistakes: list[str] = []
    for file in sorted(SOURCE.rglob("*.py")):
        entries, wrong = scan(file)
        mistakes += wrong
        for entry in entries:
            known = by_key.get(entry.key)
            if known and known.plural and entry.plural and known.plural != entry.plural:
                mistakes.append(f"{file.relative_to(ROOT)}: two plurals for {entry.text!r}")
            if not known or entry.plural:
                by_key[entry.key] = entry
    return sorted(by_key.values()), mistakes


def read() -> dict[str, Message]:
    """The messages of the .po by key."""
    if not PO.exists():
        return {}
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="da")
    return {entry_of(message).key: message for message in catalogue if message.id}


def entry_of(message: Message) -> Entry:
    """The entry a message of the .po stands for."""
    one, many = message.id if isinstance(message.id, tuple | list) else (message.id, "")
    return Entry(one, message.context or "", many)


def forms(message: Message) -> tuple[str, ...]:
    """The Danish of a message: one form, or two for a plural; lacking ones are empty."""
    return tuple(message.string) if isinstance(message.string, tuple | list) else (message.string or "",)


def translation(entry: Entry, message: Message | None) -> str | tuple[str, ...]:
    """The Danish a message has for an entry; empty where it has none of the right shape."""
    known = forms(message) if message is not None else ()
    if entry.plural:
        return known if len(known) == 2 else ("", "")
    return known[0] if len(known) == 1 else ""


def catalogue_of(entries: list[Entry], old: dict[str, Message]) -> Catalog:
    """A catalogue of the entries with the Danish known so far."""
    catalogue = Catalog(locale="da", charset="utf-8", creation_date=datetime(2000, 1, 1, tzinfo=UTC))
    for entry in entries:
        known = old.get(entry.key)
        flags = ["fuzzy"] if known is not None and known.fuzzy else []
        words = (entry.text, entry.plural) if entry.plural else entry.text
        catalogue.add(words, translation(entry, known), context=entry.context or None, flags=flags)
    return catalogue


def po_text(catalogue: Catalog) -> str:
    """The .po as it stands in the repository."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=True, ignore_obsolete=True)
    return HEADER + buffer.getvalue().decode("utf-8").strip() + "\n"


def replace(file: Path, content: bytes) -> None:
    """Put the content in the place of the file in one step; an equal file is left alone."""
    if file.exists() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(file)


def save(catalogue: Catalog) -> None:
    """Write the .po and compile it."""
    replace(PO, po_text(catalogue).encode("utf-8"))
    compile_mo()


def compile_mo() -> None:
    """Write the .mo from the .po and make it the newer of the two."""
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="da")
    catalogue.creation_date = datetime(2000, 1, 1, tzinfo=UTC)
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    replace(MO, buffer.getvalue())
    os.utime(MO)


def missing(catalogue: Catalog) -> dict[str, str | list[str]]:
    """What lacks Danish, shaped as --fill wants it."""
    lacking: dict[str, str | list[str]] = {}
    for message in catalogue:
        if message.id and not all(forms(message)):
            entry = entry_of(message)
            lacking[entry.key] = ["", ""] if entry.plural else ""
    return lacking


def fill(catalogue: Catalog, words: dict[str, str | list[str]]) -> list[str]:
    """Put the Danish into the catalogue. Returns what was refused, and why."""
    messages = {entry_of(message).key: message for message in catalogue if message.id}
    refused = []
    for key, danish in words.items():
        message = messages.get(key)
        new = (danish,) if isinstance(danish, str) else tuple(danish)
        if message is None:
            refused.append(f"not in the source: {key!r}")
        elif len(new) != len(forms(message)):
            refused.append(f"a plural needs two forms and the rest one: {key!r}")
        elif mistake := misplaced(entry_of(message), new):
            refused.append(mistake)
        else:
            message.string = danish if isinstance(danish, str) else new
            message.flags.discard("fuzzy")
    return refused


def fields(text: str) -> set[str]:
    """The names of the placeholders in a text. Raises ValueError on unbalanced braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def misplaced(entry: Entry, danish: tuple[str, ...]) -> str:
    """What is wrong with the placeholders of a translation; "" is good. A singular may leave out the number."""
    try:
        wanted = fields(entry.plural or entry.text)
        found = [fields(form) for form in danish if form]
        allowed = wanted | fields(entry.text)
    except ValueError as error:
        return f"braces ({error}): {entry.key!r}"
    if found and (found[-1] != wanted or any(not names <= allowed for names in found)):
        return f"placeholders differ: {entry.key!r}"
    return ""


def malformed(catalogue: Catalog) -> list[str]:
    """Translations that are fuzzy or whose placeholders are not those of the English."""
    messages = [message for message in catalogue if message.id]
    fuzzy = [f"fuzzy: {entry_of(message).key!r}" for message in messages if message.fuzzy]
    return fuzzy + [wrong for message in messages if (wrong := misplaced(entry_of(message), forms(message)))]


def check() -> list[str]:
    """All that is wrong with the words; an empty list is good."""
    entries, mistakes = scan_all()
    catalogue = catalogue_of(entries, read())
    mistakes += [f"no Danish: {key!r}" for key in missing(catalogue)]
    mistakes += malformed(catalogue)
    if not PO.exists() or PO.read_text(encoding="utf-8") != po_text(catalogue):
        mistakes.append("resources/i18n/da.po is out of step with the source: run script/words")
    return mistakes


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Wait until nobody else works on the words."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    folder = os.open(FOLDER, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def in_step(keep_unused: bool) -> Catalog:
    """The catalogue in step with the source. Unused entries stay while somebody is in the middle of a change."""
    entries, mistakes = scan_all()
    for mistake in mistakes:
        print(mistake, file=sys.stderr)
    old = read()
    if keep_unused or mistakes:
        used = {entry.key for entry in entries}
        entries += [entry_of(message) for key, message in old.items() if key not in used]
    return catalogue_of(sorted(entries), old)


def main() -> int:
    """Do what the arguments ask; the result is the exit code."""
    parser = argparse.ArgumentParser(
        prog="script/words", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument("--missing", action="store_true")
    choice.add_argument("--fill", type=Path, metavar="FILE")
    choice.add_argument("--compile", action="store_true")
    choice.add_argument("--check", action="store_true")
    arguments = parser.parse_args()
    with locked():
        if arguments.check:
            mistakes = check()
            print("\n".join(mistakes) or "Every word is there.")
            return 1 if mistakes else 0
        if arguments.compile:
            compile_mo()
            return 0
        catalogue = in_step(keep_unused=bool(arguments.missing or arguments.fill))
        refused = fill(catalogue, json.loads(arguments.fill.read_text(encoding="utf-8"))) if arguments.fill else []
        save(catalogue)
    if arguments.missing:
        print(json.dumps(missing(catalogue), ensure_ascii=False, indent=1))
    for mistake in refused:
        print(mistake, file=sys.stderr)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
