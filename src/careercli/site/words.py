"""The words of the frame around a page, in the language that is spoken."""

from careercli.locale import translate as _


def titles() -> dict[str, str]:
    """Return the titles of the pages that lead to others."""
    return {
        "index": _("Jobs in the Netherlands"),
        "groups": _("Groups of jobs"),
        "compare": _("Jobs side by side"),
        "sources": _("Sources"),
    }


def frame() -> dict[str, str]:
    """Return what stands around every page."""
    return titles() | {
        "tagline": _("Pay, education, skills, ladder and AI of a job, every figure sourced."),
        "skip": _("To the text"),
        "search": _("Search a job"),
        "no_hit": _("Nothing is called so."),
        "next": _("Where to next"),
        "data": _("This page as data (JSON)"),
        "all_data": _("All roles as data (JSON lines)"),
        "terminal": _("In a terminal: {command}"),
        "of_groups": _("A title without a page of its own is counted in one of these groups."),
        "of_index": _("Every job with a page of its own, by field."),
        "choose": _("Choose two to five jobs."),
        "needs_script": _("To put jobs side by side this page needs JavaScript."),
        "compare_this": _("Put beside another job"),
        "pay": _("Pay of the group, gross a year"),
        "unknown": _("not published"),
        "asks": _("Asks at least"),
        "usually": _("Usually"),
        "outlook": _("Outlook of the group"),
        "work": _("The work"),
        "skills": _("Essential skills"),
        "shared": _("in bold: asked by more than one of them"),
        "licence": _("Texts and code under the MIT licence. Every figure names its source."),
    }
