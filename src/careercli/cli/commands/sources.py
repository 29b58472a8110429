"""careers sources [ROLE]."""

from careercli.cli import options

EXAMPLE = "Example: careers sources machine-learning-engineer"


def sources(
    role: options.OptionalRole = None,
    lang: options.Lang = None,
    form: options.ListFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show where the figures come from, with licence and caveat."""
    from careercli.catalogue.finding import find
    from careercli.catalogue.listing import sources_page
    from careercli.cli.session import Session
    from careercli.render.layout.listing import sources_document

    session = Session(lang, plain=plain, no_color=no_color)
    number = find(session.catalogue, role) if role is not None else None
    session.emit(sources_page(session.catalogue, number), form, sources_document)
