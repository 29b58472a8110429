"""Shell completion of what the catalogue knows: roles, words of lists, skills, origins."""

from collections.abc import Callable
from functools import partial

import typer

from careercli.catalogue import completing
from careercli.catalogue.completing import Found
from careercli.locale import spoken

Completion = Callable[[typer.Context, str], Found]


def _asking(question: Callable[..., Found]) -> Completion:
    """Return what completes a word by a question to the catalogue."""

    def complete(_ctx: typer.Context, incomplete: str) -> Found:
        return completing.answer(question, spoken(), incomplete)

    return complete


roles = _asking(completing.roles)
skills = _asking(completing.skills)
words = _asking(completing.explained)
origins = _asking(completing.origins)


def terms(name: str) -> Completion:
    """Return what completes the words of a closed list."""
    return _asking(partial(completing.terms, name=name))


def several(complete: Completion) -> Completion:
    """Return what completes the last of several words that are parted by commas."""

    def complete_last(ctx: typer.Context, incomplete: str) -> Found:
        done, comma, last = incomplete.rpartition(",")
        return [(f"{done}{comma}{word}", label) for word, label in complete(ctx, last)]

    return complete_last
