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
    from careercli.catalogue.role_page import role_page
    from careercli.cli.session import Session
    from careercli.pages import SourcesPage
    from careercli.render.layout.listing import sources_document
    from careercli.render.layout.role import cited

    session = Session(lang, plain=plain, no_color=no_color)
    if role is None:
        page = sources_page(session.catalogue)
    else:
        of_role = role_page(session.catalogue, find(session.catalogue, role))
        in_order = cited(of_role, session.words(of_role))
        page = SourcesPage(session.language, of_role.title, in_order)
    session.emit(page, form, sources_document)
