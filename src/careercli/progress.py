"""What is worked through while somebody waits."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Protocol, TypeVar

T_co = TypeVar("T_co", covariant=True)


class Work(Protocol[T_co]):
    """Things to work through; about how many there are is known beforehand."""

    def __len__(self) -> int:
        """Return about how many there are."""
        ...

    def __iter__(self) -> Iterator[T_co]:
        """Yield them."""
        ...


Progress = Callable[[str, int, int], None]
"""Told the file that is being read, how many bytes are done, and how many there are."""


def unseen(_file: str, _done: int, _total: int) -> None:
    """Read on, with nobody looking."""


Watch = Callable[[Work[Any]], Iterable[Any]]
"""Wraps what is worked through, so that somebody can be shown how far it has come."""
