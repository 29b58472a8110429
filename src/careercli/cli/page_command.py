"""What all commands that show a page share: options, a session, a second try."""

from collections.abc import Callable, Iterable, Mapping
from inspect import Parameter, signature
from typing import Annotated, Any

from careercli.cli import options

Body = Callable[..., None]


def page_command(
    page: str, *, pay: bool = False, also: Iterable[str] = ()
) -> Callable[[Body], Body]:
    """Return what turns a function of a session and options of its own into a command.

    The command has the options of the session besides: --per and --hours if there is ``pay`` on
    it, and --format with the formats of ``page``. ``also`` are formats that the function writes
    itself.
    """
    shared = {
        **({"per": (options.Per, None), "hours": (options.Hours, None)} if pay else {}),
        "lang": (options.Lang, None),
        "form": (Annotated[str, options.form(page, also)], "text"),
        "plain": (options.Plain, False),
        "no_color": (options.NoColor, False),
        "no_pager": (options.NoPager, False),
    }

    def command_of(body: Body) -> Body:
        def command(**given: Any) -> None:
            _run(body, {name: given.pop(name) for name in shared}, given)

        before = signature(body)
        own = list(before.parameters.values())[1:]
        added = [
            Parameter(name, Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
            for name, (annotation, default) in shared.items()
        ]
        command.__name__, command.__doc__ = body.__name__, body.__doc__
        command.__signature__ = before.replace(parameters=[*own, *added])  # type: ignore[attr-defined]  # read by Typer, through inspect
        return command

    return command_of


def _run(body: Body, asked: Mapping[str, Any], own: Mapping[str, Any]) -> None:
    from careercli.cli.session import Session

    with_second_try(lambda: body(Session(**asked), **own))


def with_second_try(work: Callable[[], None]) -> None:
    """Do the work of a command; if the catalogue was at fault, again with a new one.

    Nothing has been written by then: a page is put out once it is made.
    """
    try:
        return work()
    except Exception as error:
        if not _is_of_catalogue(error):
            raise
    from careercli.catalogue.store import throw_away_catalogue

    throw_away_catalogue()
    return work()


def _is_of_catalogue(error: Exception) -> bool:
    """Return whether a damaged catalogue shows itself so."""
    return type(error).__module__ in ("sqlite3", "json.decoder")
