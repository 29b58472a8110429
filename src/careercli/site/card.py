"""What the picture of a page says: a few lines of its first screen, word for word."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careercli.locale import translate as _
from careercli.pages import RolePage, Written
from careercli.render.blocks import Document, Gauge, Gist, Line, Panel, Paragraph, line, text_of


class Card(NamedTuple):
    """A page at a glance, from the top to the small print.

    ``pay`` is why there is none where none is published, and then it is ``per`` nothing; ``bar`` is
    None then too, and where nothing of the range lies above the legal minimum. ``remarks`` say
    whose pay it is, and what must be known of it. ``facts`` are rows of items, the most important
    first: what has no room may go.
    """

    title: str
    kind: Line
    pay: Line
    per: Line
    remarks: tuple[Line, ...]
    bar: Gauge | None
    facts: tuple[tuple[Line, ...], ...]
    sources: str

    @property
    def told(self) -> str:
        """All that the picture says, for those who do not see it."""
        pay = f"{text_of(self.pay)} {text_of(self.per)}".rstrip()
        facts = (" · ".join(map(text_of, row)) for row in self.facts)
        parts = (self.title, text_of(self.kind), pay, *map(text_of, self.remarks), *facts)
        return ". ".join(part for part in parts if part) + "."


def card(page: RolePage, document: Document) -> Card:
    """Return what the picture of a page says; ``document`` is the page laid out, with overview."""
    head, overview = document.headline, document.overview
    if head is None or overview is None:
        raise ValueError(f"{page.slug} has no first screen")
    pay, *others = overview.panels
    amounts, per, remarks, bar = _paid(page, pay) if _is_paid(page) else _unpaid(page, pay)
    return Card(
        title=page.title,
        kind=_unnoted(head.badges[0]),
        pay=amounts,
        per=per,
        remarks=remarks,
        bar=bar,
        facts=(*_outlook(page, head.lines[1:]), *_diploma(page, others)),
        sources=f"{_('Sources')}: {'; '.join(_sources(page))}",
    )


Pay = tuple[Line, Line, tuple[Line, ...], Gauge | None]
"""Amounts, per what, remarks and bar."""


def _is_paid(page: RolePage) -> bool:
    """Return whether there is Dutch pay; what is paid abroad stays on the page."""
    group = page.salary.group
    return group is not None and group.shown.median is not None


def _paid(page: RolePage, panel: Panel) -> Pay:
    """Return the amounts of a panel of pay, whose they are, and what must be known of them."""
    spans = _unnoted(next(block.spans for block in panel.blocks if isinstance(block, Paragraph)))
    amounts = tuple(part for part in spans if part.style == "value")
    whose = line(text_of(part for part in spans if part.style != "value").strip())
    group = page.salary.group and page.salary.group.about.group
    whose = line(*whose, f": {group.name}") if group else whose
    bar = next((block for block in panel.blocks if isinstance(block, Gauge)), None)
    return amounts, line(*panel.asides[:1]), (whose, *_warned(page, panel)), bar


def _warned(page: RolePage, panel: Panel) -> Iterator[Line]:
    """Yield what the law asks at least, the first remark of a panel, where it must be known."""
    items = (item for block in panel.blocks if isinstance(block, Gist) for item in block.items)
    if page.salary.minimum:
        yield _unnoted(next(items))


def _unpaid(page: RolePage, panel: Panel) -> Pay:
    """Return that there is no pay, and why, as the page says it."""
    why = line(_("Unknown: no group is known in which the job is counted."))
    if page.salary.group:
        why = _unnoted(next(b.spans for b in panel.blocks if isinstance(b, Paragraph)))
    return why, (), (), None


def _outlook(page: RolePage, lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield what the headline says of the outlook; its sign goes, since the word says the same."""
    for spans in map(_unnoted, lines):
        first = spans[0]
        word = first.text.removeprefix(page.outlook.arrow).lstrip()
        yield ((first._replace(text=word), *spans[1:]),)


def _diploma(page: RolePage, panels: Iterable[Panel]) -> Iterator[tuple[Line, ...]]:
    """Yield the diploma of a written role: what is asked at least, then what is usual."""
    if not isinstance(page.body, Written):
        return
    gists = (block for panel in panels for block in panel.blocks if isinstance(block, Gist))
    for gist in gists:
        if gist.label == _("Diploma"):
            first, *rest = map(_unnoted, gist.items)
            yield (line(f"{gist.label}: ", *first), *rest)


def _sources(page: RolePage) -> Iterator[str]:
    """Yield the names of those whose figures these are, each once: of the pay first."""
    names = {source.id: source.name for source in page.sources}
    pay, outlook = page.salary.group, page.outlook
    told = (pay, outlook.growth, outlook.tightness)
    used = [found.about.source for found in told if found]
    used += [page.salary.minimum.source] if page.salary.minimum else []
    yield from dict.fromkeys(names[source] for source in used if source in names)


def _unnoted(spans: Line) -> Line:
    """Return a line without the marks that point to notes: a picture has none."""
    return tuple(part for part in spans if part.style != "note")
