"""careers browse."""

import gc
import json
from os import environ
from typing import TYPE_CHECKING

import typer

from careercli import console
from careercli.cli import options
from careercli.cli.extras import require
from careercli.cli.page_command import with_second_try
from careercli.cli.session import Session, usual_reader
from careercli.errors import UsageError
from careercli.locale import translate as _

if TYPE_CHECKING:
    from careercli.catalogue.catalogue import Catalogue

app = typer.Typer(add_completion=False)


@app.command(epilog="careers browse  # type, narrow, look, put aside, compare; ? tells the keys")
def browse(
    per: options.Per = None,
    hours: options.Hours = None,
    lang: options.Lang = None,
    plain: options.Plain = False,
    no_color: options.NoColor = False,
    _paged: options.NeverPaged = False,
) -> None:
    """Look around in all of it on one screen: type, narrow, put aside, compare.

    When you leave, it prints the commands that show the same.
    """

    def look_around() -> None:
        session = Session(lang, "text", plain=plain, no_color=no_color, per=per, hours=hours)
        _look_around(session)

    with_second_try(look_around)


def _look_around(session: Session) -> None:
    """Show the screen until the reader leaves it; then tell the commands that show the same."""
    screen = session.screen
    if not (screen.boxes and screen.attended and console.is_watched()):
        raise UsageError(
            _(
                "careers browse draws on a whole terminal, and there is none, or plain text is "
                "wanted. The same in text: careers list --plain, careers search, careers show"
            )
        )
    require("browse", textual="Textual")
    catalogue = session.catalogue
    if not screen.color:
        environ["NO_COLOR"] = "1"  # which Textual goes by
    environ.setdefault("ESCDELAY", "25")  # ms; Textual waits 100 whether Escape begins another key
    from careercli.browse.app import Browse

    gc.enable()  # this process lives long
    gc.freeze()  # what stands by now stays: to look through it takes longer than a key may
    program = Browse(catalogue, screen, _renewed, usual_reader())
    told = program.run()
    if program.fault:
        raise program.fault
    if program.return_code:
        raise typer.Exit(program.return_code)
    if told:
        lines = [_("The same again, each by itself:"), *(f"  {command}" for command in told)]
        console.write("\n".join(lines) + "\n", screen)


def _renewed(catalogue: "Catalogue") -> "Catalogue | None":
    """Return the catalogue of now where it is made of other files than the one that is open."""
    from careercli.catalogue.catalogue import Catalogue
    from careercli.catalogue.fingerprint import Fingerprint
    from careercli.catalogue.store import open_catalogue

    if Fingerprint(json.loads(catalogue.meta("fingerprint"))).is_current():
        return None
    return Catalogue(open_catalogue(), catalogue.reader)
