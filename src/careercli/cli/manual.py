"""What the manual tells besides help: the environment, and what exit codes mean."""

from careercli.errors import (
    INTERRUPTED,
    CareersError,
    InvalidDataError,
    NotFoundError,
    OutputError,
    UsageError,
)
from careercli.locale import translate as _
from careercli.pages.program import HelpRow


def notes() -> tuple[tuple[str, tuple[HelpRow, ...]], ...]:
    """Return the parts of the manual after the commands: each a title and what it tells."""
    return (
        (_("Environment"), _environment()),
        (_("Exit codes"), _exit_codes()),
    )


def _environment() -> tuple[HelpRow, ...]:
    return (
        HelpRow("CAREERS_LANG", _("The language: en or nl.")),
        HelpRow("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", _("The language, if nothing else says it.")),
        HelpRow("CAREERS_PER", _("Pay an hour, a month or a year.")),
        HelpRow("CAREERS_HOURS", _("Hours in a working week, to convert pay.")),
        HelpRow(
            "CAREERS_PAGER, PAGER",
            _("What shows a page that is longer than the screen; empty or off: nothing does."),
        ),
        HelpRow("CAREERS_PLAIN", _("Plain text: no boxes, no drawing, no colour.")),
        HelpRow("CAREERS_COLOR, NO_COLOR", _("Whether there is colour.")),
        HelpRow("FORCE_COLOR", _("Draw in a pipe too.")),
        HelpRow("COLUMNS, LINES", _("The size of the screen.")),
        HelpRow("CAREERS_CONFIG", _("The file with your settings.")),
        HelpRow("CAREERS_ROLES", _("The folder with your own roles.")),
        HelpRow("CAREERS_IMPORTS", _("The folder for what you imported.")),
        HelpRow("CAREERS_CACHE", _("The folder for the compiled catalogue.")),
        HelpRow("CAREERS_DATA", _("The folder with the shipped data.")),
        HelpRow("CAREERS_DEBUG", _("With 1, a fault of ours shows where it is.")),
    )


def _exit_codes() -> tuple[HelpRow, ...]:
    return (
        HelpRow("0", _("There was an answer.")),
        HelpRow(str(NotFoundError.exit_code), _("Nothing was found.")),
        HelpRow(str(UsageError.exit_code), _("What was typed is not understood.")),
        HelpRow(str(InvalidDataError.exit_code), _("A file is wrong.")),
        HelpRow(str(CareersError.exit_code), _("A fault of ours.")),
        HelpRow(str(OutputError.exit_code), _("The output could not be written.")),
        HelpRow(str(INTERRUPTED), _("Ended by Ctrl-C.")),
    )
