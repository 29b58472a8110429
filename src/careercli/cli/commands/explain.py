"""careers explain [WORD]."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli.cli import completion
from careercli.cli.page_command import page_command

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers explain bbl  # a way to follow an mbo course\n"
    "careers explain exposure --lang nl  # in Dutch\n"
    "careers explain  # all words",
)
@page_command("ExplainPage")
def explain(
    session: "Session",
    word: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[WORD]",
            help="A word of a page, in either language; else all of them.",
            autocompletion=completion.words,
            show_default=False,
        ),
    ] = None,
) -> None:
    """Explain a word: Dutch schooling, law and work, and what the measures are."""
    from careercli.catalogue.explaining import explain_page

    session.emit(explain_page(session.catalogue, " ".join(word) if word else None))
