"""Which words of a text are English, where it should be Dutch."""

import re

# Words that Dutch does not have, and without which an English message hardly does.
_ENGLISH = frozenset(
    re.findall(
        r"\w+",
        """
        add an and another are as at be beside between by can cannot characters check choose copy
        day does each empty every example fill first fits for from has have how it its least leave
        long look makes many mend missing more much must name named no nobody not nothing once only
        other out own people put read right say says set shorter should stands take than that the
        there these they this to too two usually what where which who why with without words write
        you your
        """,
    )
)
_NAMES = re.compile(r"\"[^\"]*\"|'[^']*'|careers \w+")  # what is quoted, and commands


def english_in(text: str) -> list[str]:
    """Return the English words of a text that are no name; an id or a path is one word."""
    words = re.findall(r"[\w./\[\]-]+", _NAMES.sub("", text))
    return [word for word in words if word.strip(".").lower() in _ENGLISH]
