"""Help as a manual page, man(7): the whole program on one page, from the same texts."""

from collections.abc import Iterable, Iterator

from careercli.locale import translate as _
from careercli.pages.program import HelpPage, HelpRow

SECTION = 1  # of the manual: programs


def manpage(
    program: HelpPage, commands: Iterable[HelpPage], notes: Iterable[tuple[str, Iterable[HelpRow]]]
) -> str:
    """Return the manual of a program, its commands and ``notes``: titles with what to tell.

    It has no date and no version, so that it is the same until a text changes.
    """
    name = _("Manual")
    # No words broken off: man knows the breaks of English alone.
    lines = [f'.TH CAREERS {SECTION} "" careers "{_escaped(name)}"', ".nh", ".ad l"]
    lines += [_heading(_("Name")), f"careers \\- {_escaped(_first(program))}"]
    lines += [_heading(_("Synopsis")), f".B {_escaped(program.usage)}"]
    lines += [_heading(_("Description")), *_paragraphs(program.texts)]
    for part in program.parts:
        lines += [_heading(part.title), *_rows(part.rows)]
    for page in commands:
        lines += [_heading(page.command), f".B {_escaped(page.usage)}"]
        lines += [".PP", *_paragraphs(page.texts)]
        for part in page.parts:
            lines += [f".SS {_escaped(part.title)}", *_rows(part.rows)]
        lines += _examples(page)
    for title, rows in notes:
        lines += [_heading(title), *_rows(rows)]
    return "\n".join(lines) + "\n"


def _heading(title: str) -> str:
    return f'.SH "{_escaped(title.upper())}"'


def _first(page: HelpPage) -> str:
    return page.texts[0].partition(":")[0] if page.texts else page.command


def _paragraphs(texts: Iterable[str]) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number:
            yield ".PP"
        yield _escaped(text)


def _rows(rows: Iterable[HelpRow]) -> Iterator[str]:
    for row in rows:
        yield ".TP"
        yield f".B {_escaped(row.name)}"
        yield _escaped(row.text)


def _examples(page: HelpPage) -> Iterator[str]:
    if page.examples:
        title = _("Examples")
        yield f".SS {_escaped(title)}"
        yield from _rows(page.examples)


def _escaped(text: str) -> str:
    """Return a text that man shows as it stands: hyphens to be copied, no request at its start."""
    plain = (
        text.replace("\\", "\\e").replace("-", "\\-").replace('"', "\\(dq").replace("'", "\\(aq")
    )
    return f"\\&{plain}" if plain.startswith(".") else plain
