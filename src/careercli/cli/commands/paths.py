"""careers paths."""

from careercli.cli import options

EXAMPLE = "Example: careers paths --format json"


def paths(
    lang: options.Lang = None,
    form: options.PageFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Show where the shipped data, your own roles, imports and the cache are."""
    from careercli import paths as places
    from careercli.catalogue.store import catalogue_file
    from careercli.cli.session import Context
    from careercli.pages import PathsPage, Place
    from careercli.render.layout.listing import paths_document

    context = Context(lang, plain=plain, no_color=no_color)  # it must answer without a catalogue
    folders = {
        "data": places.data_dir(),
        "roles": places.user_roles_dir(),
        "imports": places.imports_dir(),
        "catalogue": catalogue_file(),
    }
    page = PathsPage(
        context.language,
        tuple(Place(name, str(path), path.exists()) for name, path in folders.items()),
    )
    context.emit(page, form, paths_document)
