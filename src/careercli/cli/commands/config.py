"""careers config [SETTING [VALUE]]."""

from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from careercli import console, paths, settings
from careercli.choices import Choices, unknown
from careercli.cli.page_command import page_command
from careercli.errors import InvalidDataError, UsageError
from careercli.locale import spoken
from careercli.locale import translate as _

if TYPE_CHECKING:
    from careercli.cli.session import Session
    from careercli.pages import ConfigPage

app = typer.Typer(add_completion=False)

UNSET = Choices(("default",))
NAMES = Choices(tuple(settings.SETTINGS))


def _names(incomplete: str) -> list[str]:
    shown = NAMES.shown(spoken())
    return [name for name in shown if name.startswith(incomplete.casefold())]


def _values(ctx: typer.Context, incomplete: str) -> list[str]:
    """Return the values of the setting that was typed before."""
    name = NAMES.read(ctx.params.get("setting") or "")
    known = settings.SETTINGS[name].known if name else None
    words = [*(known.shown(spoken()) if known else ()), *UNSET.shown(spoken())]
    return [word for word in words if word.startswith(incomplete.casefold())]


@app.command(
    epilog="careers config  # every setting, and where it comes from\n"
    "careers config lang nl  # Dutch from now on\n"
    "careers config per month  # pay a month\n"
    "careers config hours 32  # for a week of 32 hours\n"
    "careers config pager off  # long pages at once\n"
    "careers config plain on  # no boxes, no drawing: for a screen reader\n"
    "careers config skills  # what careers match --save has kept\n"
    "careers config per default  # as it was",
)
@page_command("ConfigPage")
def config(
    session: "Session",
    setting: Annotated[
        str | None,
        typer.Argument(
            metavar="[SETTING]",
            help="lang, per, hours, pager, plain, color, skills or diploma.",
            autocompletion=_names,
            show_default=False,
        ),
    ] = None,
    value: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[VALUE]",
            help="What it is from now on; default takes it out.",
            autocompletion=_values,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show what is set for good and where things are, or set something."""
    if setting is None:
        session.emit(_page(session.language))
        return
    name = NAMES.read(setting)
    if name is None:
        raise UsageError(unknown(setting, NAMES.shown(spoken())))
    if not value:
        session.emit(_page(session.language, name))
        return
    typed = " ".join(value)
    new = None if UNSET.read(typed) else settings.SETTINGS[name].read(typed)
    if new is None and not UNSET.read(typed):
        raise UsageError(f"{setting}: {settings.not_readable(name, typed)}")
    settings.keep(name, new)
    console.warn(_("written: {path}").format(path=paths.settings_file()))


def _page(language: str, only: str | None = None) -> "ConfigPage":
    from careercli.cli.commands.paths import places
    from careercli.pages import ConfigPage, Set

    written: dict[str, str] = {}
    with suppress(InvalidDataError):  # which was told of when the program started
        written = settings.in_file()
    names = [only] if only else list(settings.SETTINGS)
    return ConfigPage(
        language=language,
        settings=tuple(Set(name, *_effective(name, written)) for name in names),
        places=() if only else places(),
    )


def _effective(name: str, written: dict[str, str]) -> tuple[str, str]:
    """Return what a setting is, and where from: environment, file or default.

    What the file says has been put into the environment when the program started.
    """
    found = settings.value(name)
    if found is None:
        return usual(name), "default"
    in_file = name in written and settings.SETTINGS[name].read(written[name]) == found
    return found, "file" if in_file else "environment"


def usual(name: str) -> str:
    """Return what a setting is if nobody sets it."""
    from careercli.figures import HOURS_A_WEEK
    from careercli.locale import choose_language

    return {
        "lang": choose_language(),
        "per": "year",
        "hours": f"{HOURS_A_WEEK:g}",
        "pager": "on",
        "plain": "off",
        "color": "on",
        "skills": "",
        "diploma": "",
    }[name]
