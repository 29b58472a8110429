"""careers site FOLDER."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from careercli import console
from careercli.cli import options
from careercli.cli.extras import require
from careercli.cli.session import Session
from careercli.errors import UsageError, reason
from careercli.locale import speak
from careercli.locale import translate as _
from careercli.screen import detect_terminal

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

app = typer.Typer(add_completion=False)

PORT = 8000


@app.command(
    epilog="careers site public  # in the folder public, for any web server\n"
    "careers site public --url https://example.org/careers  # with a sitemap\n"
    "careers site public --serve  # and look at it in your browser"
)
def site(
    folder: Annotated[
        Path,
        typer.Argument(metavar="FOLDER", help="A new or empty folder, or one with such a site."),
    ],
    url: Annotated[
        str,
        typer.Option(
            "--url",
            metavar="ADDRESS",
            help="Where the site will stand: for the sitemap, pictures, and links for crawlers.",
            show_default=False,
        ),
    ] = "",
    serve: Annotated[
        bool, typer.Option("--serve", help="Show it on this computer, until Ctrl-C.")
    ] = False,
    port: Annotated[
        int | None,
        typer.Option(
            "--port",
            parser=options.whole_number,
            metavar="NUMBER",
            help="With --serve: the port, usually 8000.",
            show_default=False,
        ),
    ] = None,
    lang: options.Lang = None,
) -> None:
    """Write every role and group as a web site, in both languages."""
    require("site", jinja2="Jinja2", PIL="Pillow", font_source_sans_pro="Source Sans Pro")
    if url and not url.startswith(("https://", "http://")):
        raise UsageError(_("--url: write an address, as https://example.org"))
    from careercli.site.building import Site
    from careercli.site.publishing import publish, refuse_what_is_not_ours

    session = Session(lang, "text", plain=True, no_color=True)
    refuse_what_is_not_ours(folder)
    made = Site(session.catalogue, url)
    count = publish(folder, console.watched(made, _("writing pages")))
    speak(session.language)
    console.write(f"{folder}\n", detect_terminal())
    console.warn(_("{count} files written").format(count=count))
    if serve:
        _serve(folder, PORT if port is None else port)


def _serve(folder: Path, port: int) -> None:
    from careercli.site.serving import server

    try:
        served: ThreadingHTTPServer = server(folder, port)
    except OSError as error:
        told = _("port {port} cannot be used: {reason}; try --port")
        raise UsageError(told.format(port=port, reason=reason(error))) from error
    console.warn(_("http://127.0.0.1:{port}/ until Ctrl-C").format(port=port))
    with served:
        served.serve_forever()
