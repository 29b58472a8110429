"""Pages that list: roles, search hits, sources, vacancies, paths."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from careercli.locale import later
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import (
    Amounts,
    ListPage,
    Minimum,
    RoleRow,
    SearchPage,
    SourcesPage,
    VacanciesPage,
)
from careercli.pages.moves import MatchPage, NextPage, PathPage
from careercli.render.blocks import (
    Block,
    Chart,
    Document,
    Hint,
    Line,
    Link,
    Links,
    Mark,
    Notes,
    Paragraph,
    Rest,
    Scale,
    Section,
    Table,
    line,
    role_span,
    span,
)
from careercli.render.layout import group, outlook
from careercli.render.layout.common import vacancy_note, whole_source
from careercli.render.layout.salary import pay_scale
from careercli.render.words import NOTHING, Words, brief_diploma

Column = tuple[str, Callable[[RoleRow, Words], Line]]
"""The head of a column, and what stands in it."""


def list_document(page: ListPage, words: Words) -> Document:
    """Return roles as a table, with a bar of their pay where that can be drawn."""
    number = words.numbers.number
    blocks: list[Block] = [_chart(page, words)] if page.roles else []
    if len(page.roles) < page.found:
        blocks.append(rest(len(page.roles), page.found, words))
    found = _found(page).format(count=number(page.found), total=number(page.total))
    cut = len(page.roles) < page.found
    legend = [] if cut and page.found == page.total else [f"{found}."]
    if page.roles:
        legend += [_in_brief(page, words)] if cut else [of_pay(page, words), _of_ai(page)]
    blocks.append(Paragraph(line(span(" ".join(legend), "muted"))))
    if page.roles and _is_of_groups(page):
        blocks.append(Paragraph(line(span(group.of_listed(page, cut=cut), "muted"))))
    if page.having:
        blocks.append(Paragraph(line(span(_of_having(page, cut=cut), "muted"))))
    if page.roles and "interest" in page.filters:
        told = _("Interests: the kinds that stand out in the work, by O*NET, of the United States.")
        blocks.append(Paragraph(line(span(told, "muted"))))
    if page.roles and (page.sort == "openings" or "tight" in page.filters):
        blocks.append(Paragraph(line(span(_of_outlook(page.roles[0], words), "muted"))))
    if page.min_salary:
        least = _("--min-salary was read as {amount} {per}; half of the group earns that or more.")
        amount = _as_typed(page.min_salary, words)
        blocks.append(Paragraph(line(least.format(amount=amount, per=words.per(page.per)))))
    if least_paid := minimum(page, page.roles):
        blocks.append(Paragraph(line(f"* {words.minimum(least_paid)}.")))
    if page.without_pay and page.min_salary:
        left_out = _left_out(page).format(count=number(page.without_pay), year=page.pay_period)
        blocks.append(Paragraph(line(left_out)))
    title = _("Groups of jobs") if _is_of_groups(page) else _("Roles")
    return Document(None, (Section("roles", title, tuple(blocks)),))


def _is_of_groups(page: ListPage) -> bool:
    return "groups" in page.filters


def _found(page: ListPage) -> str:
    if _is_of_groups(page):
        return _n("{count} group of {total}", "{count} groups of {total}", page.found)
    return _n("{count} role of {total}", "{count} roles of {total}", page.found)


def _left_out(page: ListPage) -> str:
    """Return how many the least pay leaves out that have none."""
    if _is_of_groups(page):
        return _n(
            "{count} group is left out: no pay of its Dutch group is published for {year}.",
            "{count} groups are left out: no pay of their Dutch group is published for {year}.",
            page.without_pay,
        )
    return _n(
        "{count} role is left out: no pay of its group is published for {year}.",
        "{count} roles are left out: no pay of their group is published for {year}.",
        page.without_pay,
    )


def _in_brief(page: ListPage, words: Words) -> str:
    """Return what pay and exposure are, for a list that leaves its room to the roles."""
    return _(
        "Pay: gross {per} at {hours} hours, middle half of the group (CBS {year}). AI: how much of "
        "the work it could touch (ILO), not the chance of losing the job. Sources: careers sources."
    ).format(per=words.per(page.per), hours=words.short(page.hours_per_week), year=page.pay_period)


def _of_having(page: ListPage, *, cut: bool) -> str:
    """Return how the reader's diploma was read, and what it was compared with."""
    had = _(" or ").join(diploma.short for diploma in page.having)
    if cut and page.with_study:
        return _(
            "You have: {diploma}. Way in: the shortest study, nominal years (+: then training on "
            "the job); a school or register may ask for more. --no-study leaves studies out."
        ).format(diploma=had)
    if page.with_study:
        return _(
            "You have: {diploma}. Way in: now where no more is asked, else the shortest study, "
            "with its nominal years (+: training on the job follows); a school or a register may "
            "ask for more. Without studies: --no-study."
        ).format(diploma=had)
    return _(
        "You have: {diploma}. Compared by level: most jobs ask for it in their own field, some "
        "for a register too. After one more study: --study."
    ).format(diploma=had)


def _of_outlook(role: RoleRow, words: Words) -> str:
    """Return what the columns of the outlook are, for a list that has one: of all as of a role."""
    return _(
        "Places to {year}: those that open up in the whole group (ROA, {period}). Vacancies: open "
        "ones for each person looking, in the group (UWV, {quarter})."
    ).format(
        year=outlook.last_year(role.outlook_about),
        period=words.period(role.outlook_about.period),
        quarter=role.tightness_about.period,
    )


def _as_typed(least: Amounts, words: Words) -> str:
    """Return an amount that the reader typed, with its cents if it has them."""
    amount = least.low or 0.0
    return words.numbers.money(amount, least.unit.partition("/")[0], 2 if amount % 1 else 0)


def _columns(page: ListPage) -> Iterator[tuple[Column, bool]]:
    """Yield the columns that not every list has, each with whether this one has it."""
    yield (later("Way in"), _way), bool(page.having)
    yield (later("Places to {year}"), _openings), page.sort == "openings"
    yield (later("Vacancies a seeker"), _tightness), "tight" in page.filters


def _way(role: RoleRow, words: Words) -> Line:
    """Return whether a role is open with what the reader has, or after which study."""
    is_open = role.way is None or role.way.study is None
    return line(span(words.way_in(role.way), "value" if is_open else ""))


def _openings(role: RoleRow, words: Words) -> Line:
    return line(NOTHING if role.openings is None else words.numbers.number(role.openings))


def _tightness(role: RoleRow, words: Words) -> Line:
    if role.tightness is None:
        return line(NOTHING)
    count = outlook.each(role.tightness, words)
    return line(f"≥ {count}" if role.tightness_capped else count)


def _chart(page: ListPage, words: Words) -> Chart:
    """Return the roles in words, and in short beside bars of their pay.

    In the order of pay those without it have no place: they are counted below the bars.
    """
    ranked = [role for role in page.roles if role.pay or not _ranks(page)]
    in_words, in_short, behind = _GROUP_COLUMNS if _is_of_groups(page) else _ROLE_COLUMNS
    more = tuple(column for column, asked in _columns(page) if asked)
    marks = [Mark("", (), *((r.pay.low, r.pay.high) if r.pay else ())) for r in ranked]
    year = outlook.last_year(page.roles[0].outlook_about)
    legal = minimum(page, page.roles)
    scale = pay_scale(marks, words, legal.amount if legal else None)
    return Chart(
        table=_table((*in_words, *more), page.roles, year, words),
        brief=_table((*in_short, *more, *behind), ranked, year, words),
        at=len(in_short),
        stay=len(in_short) + len(more),
        head=words.in_thousands(page.per),
        scale=scale if isinstance(scale, Scale) else None,
        key=_key(page, words),
    )


def _ranks(page: ListPage) -> bool:
    """Return whether roles without pay are there and have no place in the order."""
    return page.sort == "salary" and not page.min_salary and page.without_pay > 0


def _table(columns: Sequence[Column], roles: Iterable[RoleRow], year: str, words: Words) -> Table:
    return Table(
        tuple(_(head).format(year=year) if head else "" for head, _cell in columns),
        tuple(tuple(cell(role, words) for _head, cell in columns) for role in roles),
        frozenset(i for i, (_head, cell) in enumerate(columns) if cell in _NUMBERS),
    )


def _key(page: ListPage, words: Words) -> Line:
    """Return what the arrows mean, and how many roles are not among the bars."""
    outlooks = {role.outlook.id: _outlook(role, words) for role in page.roles}
    spans = [part for outlook in outlooks.values() for part in (span("  "), *outlook)]
    if not _ranks(page):
        return line(span(_("Outlook:"), "muted"), *spans)
    left = _n(
        "{count} of them has no published Dutch wage and is not ranked.",
        "{count} of them have no published Dutch wage and are not ranked.",
        page.without_pay,
    ).format(count=words.numbers.number(page.without_pay))
    return line(span(_("Outlook:"), "muted"), *spans, span(f".  {left}"))


def _outlook(role: RoleRow, words: Words) -> Line:
    return line(words.trend(role.outlook.id, role.outlook.label, role.arrow, role.arrow_ascii))


def _arrow(role: RoleRow, words: Words) -> Line:
    return line(words.trend(role.outlook.id, "", role.arrow, role.arrow_ascii))


def _exposure(role: RoleRow, words: Words) -> Line:
    return line(NOTHING if role.exposure is None else words.numbers.score(role.exposure))


_TITLE: Column = (later("Role"), lambda role, words: line(role_span(role)))
_GROUP: Column = (later("Group"), _TITLE[1])
_CODE: Column = ("ISCO-08", lambda role, words: line(role.slug))
_LEVEL: Column = (
    later("Level"),
    lambda role, words: line(role.level.label if role.level else words.origins(role)),
)
_FIGURES: tuple[Column, ...] = (
    (later("Outlook"), _outlook),
    (later("Pay of the group"), lambda role, words: line(span(words.brief_pay_of(role), "value"))),
    (later("AI (ILO)"), _exposure),
)
_ARROW: Column = ("", _arrow)
_PAY: Column = (later("Pay"), lambda role, words: line(span(words.thousands_of(role), "value")))
_ASKS: Column = (later("Asks"), lambda role, words: line(brief_diploma(role.education)))
_AI: Column = (later("AI"), _exposure)

_ROLE_COLUMNS = ((_TITLE, _LEVEL, *_FIGURES), (_ARROW, _TITLE, _PAY), (_ASKS, _AI, _LEVEL))
_GROUP_COLUMNS = ((_GROUP, _CODE, *_FIGURES), (_ARROW, _GROUP, _PAY), (_CODE, _AI))
"""The columns in words; those in short before the bars of pay, and behind them."""


_NUMBERS = (_openings, _tightness, _exposure)
"""What stands at the right of its column."""


def of_pay(page: ListPage | SearchPage | NextPage, words: Words) -> str:
    """Return what the pay of the roles is."""
    return _(
        "Pay: gross {per} at {hours} hours a week, {year}: the middle half of the CBS group in "
        "which the job is counted, with its median."
    ).format(per=words.per(page.per), hours=words.short(page.hours_per_week), year=page.pay_period)


def _of_ai(page: ListPage) -> str:
    told = _("AI: exposure by the ILO.")
    return f"{told} {page.exposure_note} " + _("Sources: careers sources.")


def minimum(
    page: ListPage | SearchPage | NextPage | PathPage | MatchPage, shown: Iterable[RoleRow]
) -> Minimum | None:
    """Return the legal minimum if it has to be told of what is shown: a page may be cut."""
    return page.minimum if any(role.below_minimum for role in shown) else None


def rest(shown: int, found: int, words: Words) -> Rest:
    """Return how many are shown of how many, and how to see more."""
    number = words.numbers.number
    count = _("{shown} of {found}.").format(shown=number(shown), found=number(found))
    how = _("More: --all, or --limit 50") if found > _MANY > shown else _("More: --all")
    return Rest(line(count, " ", span(how, "command")))


_MANY = 50  # as much as the hint on --limit says


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
        Link(f"{number}. {site.board}", site.url, site.url, vacancy_note(site))
        for number, site in enumerate(page.vacancies, start=1)
    )
    title = _("Current vacancies: {title}").format(title=page.title)
    hint = Hint(_("Open one in the browser"), "--open 1")
    return Document(None, (Section("vacancies", title, (Links(items), hint)),))
