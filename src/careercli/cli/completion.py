"""Shell completion of what the catalogue knows: role slugs, words of lists, skills, origins."""

import os
from collections.abc import Callable
from functools import partial

import typer

from careercli.catalogue import completing
from careercli.catalogue.completing import Found
from careercli.locale import choose_language

Completion = Callable[[typer.Context, str], Found]


def _asking(question: Callable[..., Found]) -> Completion:
    """Return what completes a word by a question to the catalogue."""

    def complete(ctx: typer.Context, incomplete: str) -> Found:
        return completing.answer(question, choose_language(ctx.params.get("lang")), incomplete)

    return complete


roles = _asking(completing.roles)
skills = _asking(completing.skills)
origins = _asking(completing.origins)


def terms(name: str) -> Completion:
    """Return what completes the words of a closed list."""
    return _asking(partial(completing.terms, name=name))


def quicken() -> None:
    """Keep Rich out of completion: Typer imports it (60 ms) to strip markup from help texts.

    Ours have none, and a title may hold square brackets that are meant. The name is
    Typer's own secret; pyproject.toml pins the versions that have it.
    """
    if "_CAREERS_COMPLETE" not in os.environ:
        return
    from typer import _completion_classes

    if hasattr(_completion_classes, "_sanitize_help_text"):
        _completion_classes._sanitize_help_text = lambda text: text
