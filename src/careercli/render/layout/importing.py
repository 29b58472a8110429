"""What was imported: what came in, what was left out and why."""

from collections.abc import Iterable

from careercli.locale import translate as _
from careercli.pages import Count, Import, ImportsPage
from careercli.render.blocks import (
    Block,
    Document,
    Facts,
    Hint,
    Line,
    Paragraph,
    Section,
    Span,
    Subhead,
    line,
    span,
)
from careercli.render.words import Words


def imports_document(page: ImportsPage, words: Words) -> Document:
    """Return a section for each import, and what to do with it."""
    if not page.imports:
        nothing = _("Nothing was imported. careers import --help tells how.")
        return Document(None, (Section("imports", _("Imports"), (Paragraph(line(nothing)),)),))
    sections = [_section(found, words, removed=page.removed) for found in page.imports]
    return Document(None, tuple(sections))


def _section(found: Import, words: Words, *, removed: bool) -> Section:
    title = f"{found.classification}, {found.language.label}"
    if removed:
        title = _("Removed: {name}").format(name=title)
        gone = _("The download itself was not touched: {path}").format(path=found.path)
        return Section(found.name, title, (Paragraph(line(gone)),))
    blocks: list[Block] = [Facts(tuple(_facts(found)))]
    blocks += [Subhead(_("Came in")), Facts(tuple(_counted(found.came_in, words)))]
    if found.left_out or found.absent:
        none = ((what, line(_("the download has no file with them"))) for what in found.absent)
        blocks.append(Subhead(_("Left out")))
        blocks.append(Facts((*_counted(found.left_out, words), *none)))
    blocks += [Paragraph(line(advice)) for advice in found.advice]
    origin = found.name.partition("-")[0]
    blocks.append(Hint(_("All of them"), f"careers list --origin {origin}"))
    return Section(found.name, title, tuple(blocks))


def _facts(found: Import) -> list[tuple[str, Line]]:
    release = found.release or _("not said in the download")
    newest = _("newest entry {date}").format(date=found.newest) if found.newest else ""
    replaced = [(_("In place of"), line(found.replaced))] if found.replaced else []
    return [
        (_("Release"), line(release, f" ({newest})" if newest else "")),
        *replaced,
        (_("Imported"), line(found.imported_text, ": ", span(found.name, "command"))),
        (_("From"), line(found.path)),
    ]


def _counted(counts: tuple[Count, ...], words: Words) -> list[tuple[str, Line]]:
    return [(count.what, line(*_number(count, words))) for count in counts]


def _number(count: Count, words: Words) -> Iterable[Span | str]:
    yield span(words.numbers.number(count.number), "value")
    if count.first:
        yield " " + _("(the first: {place})").format(place=count.first)
