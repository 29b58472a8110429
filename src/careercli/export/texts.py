"""All roles as one text for a language model, with what it is and what it is not.

The form is that of https://llmstxt.org: a title, what it is, then lists; the full text beside it.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from careercli.locale import translate as _
from careercli.pages import RolePage, Written
from careercli.render import render
from careercli.screen import Screen

INDEX, FULL = "llms.txt", "llms-full.txt"
MOST = {INDEX: 60_000, FULL: 2_500_000}
"""How many bytes each has at most, with the roles that are shipped."""

SECTIONS = ("description", "education", "conditions", "work", "salary", "skills", "ladder", "ai")
SCREEN = Screen(80, boxes=False, color=False, ascii_only=False)


def index(pages: Iterable[RolePage]) -> Iterator[str]:
    """Yield a line for each role under its field of work, after what this is."""
    fields: dict[str, list[str]] = {}
    for page in pages:
        if isinstance(page.body, Written):
            told = f"- {page.title} ({page.slug}): {page.summary}\n"
            fields.setdefault(page.body.category.label, []).append(told)
    yield f"# careers\n\n> {_about()}\n"
    for field, rows in sorted(fields.items()):
        yield f"\n## {field}\n\n"
        yield from rows


def full(pages: Iterable[RolePage], style: Mapping[str, Any]) -> Iterator[str]:
    """Yield every role in Markdown, each with the sources of its own figures."""
    yield f"# careers\n\n> {_about()}\n"
    for page in pages:
        yield "\n---\n\n"
        yield str(render(page, "md", SCREEN, lambda: style, sections=SECTIONS))


def _about() -> str:
    return _(
        "Jobs in the Netherlands: pay, education, skills, ladder and AI exposure. Every figure is "
        "of a group of jobs, of a year, and has its source: cite it with them. Pay is that of the "
        "CBS group in which a job is counted, not of the job itself. Exposure is not the chance of "
        "losing a job. A figure that is not here has not been published: do not fill it in."
    )
