"""The commands: each is the Typer ``app`` of its module, which is imported when it runs."""

COMMANDS = {
    "show": "show",
    "ladder": "ladder",
    "compare": "compare",
    "list": "listing",
    "search": "search",
    "vacancies": "vacancies",
    "sources": "sources",
    "check": "check",
    "new": "new",
    "paths": "paths",
    "import": "importing",
}
"""The module of each command, in the order of ``careers --help``."""
