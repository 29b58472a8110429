"""careers mcp."""

import typer

from careercli.cli import options
from careercli.cli.extras import require
from careercli.cli.session import Session
from careercli.locale import translate as _

app = typer.Typer(add_completion=False)


@app.command(epilog="careers mcp  # an assistant starts it: docs/mcp.md says how")
def mcp(lang: options.Lang = None) -> None:
    """Answer an assistant over the Model Context Protocol, on stdin and stdout."""
    require("mcp", mcp=_("the MCP SDK"))
    from careercli.assistant.server import server

    session = Session(lang, "json", plain=True, no_color=True)
    server(session.catalogue).run("stdio")
