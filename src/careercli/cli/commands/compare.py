"""careers compare ROLE ROLE [ROLE ...]."""

from typing import TYPE_CHECKING

import typer

from careercli.cli import options
from careercli.cli.page_command import page_command
from careercli.errors import UsageError

if TYPE_CHECKING:
    from careercli.cli.session import Session

app = typer.Typer(add_completion=False)


@app.command(
    epilog="careers compare data-scientist machine-learning-engineer  # two, side by side\n"
    'careers compare "mbo nurse" "hbo nurse" care-worker  # up to five\n'
    "careers compare cook waiter --format csv  # for a spreadsheet"
)
@page_command("ComparePage", pay=True)
def compare(session: "Session", roles: options.Roles) -> None:
    """Lay two to five roles side by side, differences first."""
    from careercli.catalogue.compare_page import MOST, compare_page
    from careercli.catalogue.finding import find
    from careercli.locale import translate_plural as _n

    numbers = list(dict.fromkeys(find(session.catalogue, role) for role in roles))
    if not 2 <= len(numbers) <= MOST:
        raise UsageError(
            _n(
                "compare takes two to five different roles; this is {count}.",
                "compare takes two to five different roles; these are {count}.",
                len(numbers),
            ).format(count=len(numbers))
        )
    session.emit(compare_page(session.catalogue, numbers))
