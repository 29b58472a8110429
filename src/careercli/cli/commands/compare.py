"""careers compare ROLE ROLE [ROLE ...]."""

from careercli.cli import options
from careercli.errors import UsageError

EXAMPLE = "Example: careers compare data-scientist machine-learning-engineer"
MOST = 5


def compare(
    roles: options.Roles,
    per: options.Per = "year",
    hours: options.Hours = 38.0,
    lang: options.Lang = None,
    form: options.PageFormat = "text",
    plain: options.Plain = False,
    no_color: options.NoColor = False,
) -> None:
    """Lay two to five roles side by side, differences first."""
    from careercli.catalogue.compare_page import compare_page
    from careercli.catalogue.finding import find
    from careercli.cli.session import Session
    from careercli.locale import translate_plural as _n
    from careercli.render.layout.compare import document

    session = Session(lang, plain=plain, no_color=no_color, per=per, hours=hours)
    numbers = list(dict.fromkeys(find(session.catalogue, role) for role in roles))
    if not 2 <= len(numbers) <= MOST:
        raise UsageError(
            _n(
                "compare takes two to five different roles; this is {count}.",
                "compare takes two to five different roles; these are {count}.",
                len(numbers),
            ).format(count=len(numbers))
        )
    session.emit(compare_page(session.catalogue, numbers), form, document)
