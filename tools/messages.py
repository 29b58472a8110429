"""Keep the message catalogues in step with the code.

    python tools/messages.py

Collects every message from src/ and every text of help from the commands, updates the .po
files in src/careercli/translations (new messages with an empty translation, messages that are
gone removed) and compiles the .mo files that the program reads. Exits with 1 if a translation
is missing.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from careercli.cli.app import app
from careercli.cli.commands import START
from careercli.cli.help import texts_of

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "careercli"
TRANSLATIONS = SOURCE / "translations"
KEYWORDS = {"_": None, "_n": (1, 2), "later": None}


def messages() -> Catalog:
    """Return every message in the code."""
    catalog = Catalog(project="careers", charset="utf-8")
    for name, _line, message, _comments, context in extract_from_dir(
        SOURCE, [("**.py", "python")], keywords=KEYWORDS
    ):
        catalog.add(message, locations=[(name, 0)], context=context)
    for name, command in commands():
        for text in texts_of(command):
            catalog.add(text, locations=[(f"help of {name}", 0)])
    return catalog


def commands() -> Iterator[tuple[str, Any]]:
    """Yield the program and each of its commands: what their help says is written in them."""
    program = typer.main.get_command(app)
    yield "careers", program
    for name in (*program.list_commands(None), START):
        yield name, program.get_command(None, name)


def updated(language: str) -> Catalog:
    """Return the translations of a language with the messages of the code."""
    path = po_file(language)
    if path.exists():
        with path.open("rb") as file:
            catalog = read_po(file, locale=language)
    else:
        catalog = Catalog(locale=language)
    catalog.update(messages(), no_fuzzy_matching=True)
    catalog.obsolete.clear()
    return catalog


def po_file(language: str) -> Path:
    """Return where the translations of a language are written."""
    return TRANSLATIONS / language / "LC_MESSAGES" / "careercli.po"


def compiled(catalog: Catalog) -> bytes:
    """Return the .mo file of a catalogue."""
    out = io.BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def untranslated(catalog: Catalog) -> list[str]:
    """Return the messages without a translation, or with one that nobody has looked at since."""
    return [str(m.id) for m in catalog if m.id and (m.fuzzy or not all(_strings(m.string)))]


def _strings(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def main() -> int:
    """Update and compile every language; say what is missing."""
    missing = 0
    for folder in sorted(TRANSLATIONS.iterdir()):
        language = folder.name
        catalog = updated(language)
        path = po_file(language)
        with path.open("wb") as file:
            write_po(
                file, catalog, omit_header=False, sort_output=True, include_lineno=False, width=100
            )
        path.with_suffix(".mo").write_bytes(compiled(catalog))
        for message in untranslated(catalog):
            print(f"{language}: no translation: {message!r}")
            missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
