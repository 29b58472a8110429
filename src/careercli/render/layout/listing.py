"""Pages that list: roles, search hits, sources, vacancies, paths."""

import re
from collections.abc import Callable, Iterator

from careercli.locale import later
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import (
    Amounts,
    Hit,
    ListPage,
    PathsPage,
    RoleRow,
    SearchPage,
    SourcesPage,
    VacanciesPage,
)
from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Hint,
    Line,
    Links,
    Notes,
    Paragraph,
    Section,
    Span,
    Table,
    line,
    role_span,
    span,
)
from careercli.render.layout import outlook
from careercli.render.layout.common import whole_source
from careercli.render.words import NOTHING, Words

Column = tuple[str, Callable[[RoleRow, Words], Line]]
"""The head of a column, and what stands in it."""


def list_document(page: ListPage, words: Words) -> Document:
    """Return roles as a table, and what was left out for want of a published wage."""
    more = tuple(column for column, asked in _columns(page) if asked)
    heads = (
        *(_("Role"), _("Level"), _("Outlook"), _("Pay of the group"), _("AI (ILO)")),
        *(_(head) for head, _cell in more),
    )
    rows = tuple(
        (*_row(role, words), *(cell(role, words) for _head, cell in more)) for role in page.roles
    )
    number = words.numbers.number
    found = _n("{count} role of {total}", "{count} roles of {total}", len(rows)).format(
        count=number(len(rows)), total=number(page.total)
    )
    blocks: list[Block] = (
        [Table(heads, rows, right=frozenset(range(4, len(heads))))] if rows else []
    )
    blocks.append(Paragraph(line(span(f"{found}. {_legend(page, words)}", "muted"))))
    if rows:
        blocks.append(Paragraph(line(span(page.exposure_note, "muted"))))
    if page.roles and any(asked for _column, asked in _columns(page)):
        blocks.append(Paragraph(line(span(_of_outlook(page.roles[0], words), "muted"))))
    if page.min_salary:
        least = _("--min-salary was read as {amount} {per}; half of the group earns that or more.")
        amount = _as_typed(page.min_salary, words)
        blocks.append(Paragraph(line(least.format(amount=amount, per=words.per(page.per)))))
    if page.minimum:
        blocks.append(Paragraph(line(f"* {words.minimum(page.minimum)}.")))
    if page.without_pay and page.min_salary:
        left_out = _n(
            "{count} role is left out: no pay of its group is published for {year}.",
            "{count} roles are left out: no pay of their group is published for {year}.",
            page.without_pay,
        ).format(count=number(page.without_pay), year=page.pay_period)
        blocks.append(Paragraph(line(left_out)))
    return Document(None, (Section("roles", _("Roles"), tuple(blocks)),))


def _of_outlook(role: RoleRow, words: Words) -> str:
    """Return what the columns of the outlook are, for a list that has one: of all as of a role."""
    return _(
        "Places to 2030: those that open up in the whole group (ROA, {period}). Vacancies: open "
        "ones for each person looking, in the group (UWV, {quarter})."
    ).format(period=words.period(role.outlook_about.period), quarter=role.tightness_about.period)


def _as_typed(least: Amounts, words: Words) -> str:
    """Return an amount that the reader typed, with its cents if it has them."""
    amount = least.low or 0.0
    return words.numbers.money(amount, least.unit.partition("/")[0], 2 if amount % 1 else 0)


def _columns(page: ListPage) -> Iterator[tuple[Column, bool]]:
    """Yield the columns that not every list has, each with whether this one has it."""
    yield (later("Places to 2030"), _openings), page.sort == "openings"
    yield (later("Vacancies a seeker"), _tightness), "tight" in page.filters


def _openings(role: RoleRow, words: Words) -> Line:
    return line(NOTHING if role.openings is None else words.numbers.number(role.openings))


def _tightness(role: RoleRow, words: Words) -> Line:
    if role.tightness is None:
        return line(NOTHING)
    count = outlook.each(role.tightness, words)
    return line(f"≥ {count}" if role.tightness_capped else count)


def _row(role: RoleRow, words: Words) -> tuple[Line, ...]:
    return (
        line(role_span(role)),
        line(role.level.label if role.level else NOTHING),
        line(words.trend(role.outlook.id, role.outlook.label, role.arrow, role.arrow_ascii)),
        line(span(words.brief_pay_of(role), "value")),
        line(words.numbers.score(role.exposure) if role.exposure is not None else NOTHING),
    )


def _legend(page: ListPage, words: Words) -> str:
    return _(
        "Pay: gross {per} at {hours} hours a week, {year}: the middle half of the CBS group in "
        "which the job is counted, with its median. AI: exposure by the ILO, 0 to 1. "
        "Sources: careers sources."
    ).format(per=words.per(page.per), hours=words.short(page.hours_per_week), year=page.pay_period)


def search_document(page: SearchPage, words: Words) -> Document:
    """Return hits, best first, each with the passage that matched."""
    sections = []
    if page.corrected:
        note = _('Nothing for "{query}"; showing "{corrected}".').format(
            query=page.query, corrected=page.corrected
        )
        sections.append(Section("corrected", "", (Paragraph(line(span(note, "muted"))),)))
    title = _n("{count} role found", "{count} roles found", len(page.hits)).format(
        count=len(page.hits)
    )
    hits = tuple(block for hit in page.hits for block in _hit(hit))
    sections.append(Section("hits", title, hits))
    return Document(None, tuple(sections))


def _hit(hit: Hit) -> tuple[Block, ...]:
    role = hit.role
    head = line(
        role_span(role),
        span(f" · {_kind_of(role)} · ", "muted"),
        span(role.slug, "command"),
    )
    where = {
        "title": _("title"),
        "aliases": _("also called"),
        "skills": _("skills"),
        "prose": _("text"),
    }[hit.field]
    passage = line(span(f"{where}: ", "label"), *highlighted(hit.passage))
    return Paragraph(head), Bullets((passage,))


def _kind_of(role: RoleRow) -> str:
    """Return level and category of a role, or where it was imported from."""
    terms = [term.label for term in (role.level, role.category) if term]
    return " · ".join(terms) or role.origin.label


def highlighted(passage: str) -> Line:
    """Return a passage with its matches, which stand between ⟦ and ⟧, as spans of their own."""
    parts = re.split(r"⟦(.*?)⟧", passage)
    spans: list[Span] = [span(part, "match" if i % 2 else "") for i, part in enumerate(parts)]
    return line(*spans)


def sources_document(page: SourcesPage, words: Words) -> Document:
    """Return the bibliography."""
    title = _("Sources")
    if page.title:
        title = _("Sources of the page {title}").format(title=page.title)
    notes = tuple(
        (number, whole_source(source)) for number, source in enumerate(page.sources, start=1)
    )
    return Document(None, (Section("sources", title, (Notes(notes),)),))


def vacancies_document(page: VacanciesPage, words: Words) -> Document:
    """Return the links, numbered for --open."""
    items = tuple(
        (f"{number}. {site.board}", site.url, site.url)
        for number, site in enumerate(page.vacancies, start=1)
    )
    title = _("Current vacancies: {title}").format(title=page.title)
    hint = Hint(_("Open one in the browser"), "--open 1")
    return Document(None, (Section("vacancies", title, (Links(items), hint)),))


def paths_document(page: PathsPage, words: Words) -> Document:
    """Return where everything is."""
    labels = {
        "data": _("Shipped data"),
        "roles": _("Your own roles"),
        "imports": _("Imports"),
        "catalogue": _("Compiled catalogue"),
    }
    rows = tuple(
        (
            labels[place.id],
            line(place.path, "" if place.exists else span(" " + _("(not there yet)"), "muted")),
        )
        for place in page.places
    )
    return Document(None, (Section("paths", _("Where things are"), (Facts(rows),)),))
