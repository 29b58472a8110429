"""The commands: each is the Typer ``app`` of its module, which is imported when it runs."""

from careercli.locale import later

COMMANDS = {
    "show": "show",
    "search": "search",
    "list": "listing",
    "browse": "browse",
    "explain": "explain",
    "compare": "compare",
    "ladder": "ladder",
    "next": "next",
    "path": "path",
    "match": "match",
    "vacancies": "vacancies",
    "sources": "sources",
    "import": "importing",
    "site": "site",
    "export": "export",
    "mcp": "mcp",
    "new": "new",
    "check": "check",
    "config": "config",
    "paths": "paths",
    "completion": "completion",
}
"""The module of each command, in the order of ``careers --help``."""

GROUPS = {
    later("Look up"): ("show", "search", "list", "browse", "explain"),
    later("Decide"): ("compare", "ladder", "next", "path", "match", "vacancies"),
    later("Data"): ("sources", "import", "site", "export", "mcp"),
    later("Your own"): ("new", "check", "config", "paths", "completion"),
}
"""What the commands are for."""

START = "start"
"""The command that runs if none is typed; help does not show it."""

COMPLETE = "_CAREERS_COMPLETE"
"""The variable by which a shell asks for completions, whatever the program is called there."""
