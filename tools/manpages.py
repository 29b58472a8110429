"""Write man/: the manual of careers in each language, from the texts of its help.

    python tools/manpages.py

The wheel installs them where ``man`` looks: share/man/man1, and share/man/nl/man1 for Dutch.
Run it when a text of help changes; a test fails as long as they differ.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from careercli.cli.app import app
from careercli.cli.help import help_page
from careercli.cli.manual import notes
from careercli.locale import LANGUAGES, speak
from careercli.pages import HelpPage
from careercli.render.manpage import manpage

ROOT = Path(__file__).parents[1]


def manuals() -> dict[Path, str]:
    """Return every manual page with the text that it should have."""
    made = {}
    for language in LANGUAGES:
        speak(language)
        folder = ROOT / "man" if language == "en" else ROOT / "man" / language
        made[folder / "careers.1"] = _manual()
    speak("en")
    return made


def _manual() -> str:
    program: Any = typer.main.get_command(app)
    with program.context_class(program, info_name="careers") as ctx:
        pages = [page for name in program.list_commands(ctx) for page in _pages(program, ctx, name)]
        return manpage(help_page(ctx), pages, notes())


def _pages(group: Any, ctx: Any, name: str) -> Iterator[HelpPage]:
    """Yield the help of a command, and that of the commands within it."""
    command = group.get_command(ctx, name)
    with command.context_class(command, info_name=name, parent=ctx) as inner:
        yield help_page(inner)
        for each in getattr(command, "commands", {}):
            yield from _pages(command, inner, each)


def main() -> None:
    """Write what differs."""
    for path, text in manuals().items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            print(f"written: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
