"""careers mcp."""

from importlib.util import find_spec

import typer

from careercli.cli import options
from careercli.cli.session import Session
from careercli.errors import UsageError
from careercli.locale import translate as _

app = typer.Typer(add_completion=False)


@app.command(epilog="careers mcp  # an assistant starts it: docs/mcp.md says how")
def mcp(lang: options.Lang = None) -> None:
    """Answer an assistant over the Model Context Protocol, on stdin and stdout."""
    if not find_spec("mcp"):
        raise UsageError(_("careers mcp needs the MCP SDK: pip install 'careercli[mcp]'"))
    from careercli.assistant.server import server

    session = Session(lang, "json", plain=True, no_color=True)
    server(session.catalogue).run("stdio")
