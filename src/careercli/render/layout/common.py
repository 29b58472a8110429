"""What several pages share: paragraphs, sources as numbered notes, vacancy links."""

from collections.abc import Iterable

from careercli.locale import translate as _
from careercli.pages import Source, Vacancies
from careercli.render.blocks import Block, Line, Link, Links, Notes, Paragraph, line, span
from careercli.render.words import Words


def vacancy_links(found: Iterable[Vacancies]) -> Links:
    """Return vacancy sites as links."""
    return Links(
        tuple(
            Link(site.board, site.url, site.url.split("/")[2], vacancy_note(site)) for site in found
        )
    )


def vacancy_note(site: Vacancies) -> str:
    """Return what to know of a site: that one searches there oneself, say."""
    return site.note or ("" if site.searched else _("search on the site"))


def source_notes(words: Words) -> Notes:
    """Return the sources that were pointed to so far, as numbered notes: lay this out last."""
    return Notes(tuple((number, source_line(source)) for number, source in words.notes))


def source_line(source: Source) -> Line:
    """Return publisher, table, year and link: what one line has room for."""
    host = source.link.split("/")[2].removeprefix("www.")
    return line(f"{source.name}, {source.year}, ", span(host, "link", source.link))


def whole_source(source: Source) -> Line:
    """Return authors, title, year, region, what it measures, the caveat, licence and link."""
    region = {"NL": _("Netherlands"), "US": _("United States"), "world": _("Worldwide")}
    return line(
        f"{source.authors} ({source.year}). {source.title}. ",
        span(f"{region[source.region]}; {source.measures}. {source.caveat} ", "muted"),
        span(_("Licence: {licence}.").format(licence=source.licence) + " ", "muted"),
        span(source.link, "link", source.link),
    )


def paragraphs(text: str) -> tuple[Block, ...]:
    """Return running text, a block for each of its paragraphs."""
    return tuple(Paragraph(line(part)) for part in text.split("\n\n") if part)
