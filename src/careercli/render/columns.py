"""How wide the columns of a table are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.text import Text

GAP = 2  # columns of the screen between those of a table


def longest_word(text: "Text") -> int:
    """Return how wide a text must be so that no word of it is broken."""
    from rich.cells import cell_len

    return max(cell_len(word) for word in text.plain.split(" "))


def widths(natural: Sequence[int], words: Sequence[int], room: int) -> list[int] | None:
    """Return how wide each column may be: as wide as it is, the widest less if there is no room.

    None is narrower than its longest word, ``words``; None where that takes more room than there
    is.
    """
    if sum(natural) <= room:
        return [*natural]
    if sum(words) > room:
        return None

    def cut(most: int) -> list[int]:
        return [max(word, min(most, whole)) for word, whole in zip(words, natural, strict=True)]

    most = max(natural)
    while sum(cut(most)) > room:
        most -= 1
    found, wider = cut(most), cut(most + 1)
    for i in range(len(found)):  # what is left over, a column each
        if found[i] < wider[i] and sum(found) < room:
            found[i] += 1
    return found
