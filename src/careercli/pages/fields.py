"""Walk through records: everything that a page holds, at any depth."""

from collections.abc import Iterator
from itertools import repeat


def fields_in(record: object, leave_out: str | None = None) -> Iterator[tuple[str, object]]:
    """Yield the name and the value of every field in a record, at any depth, but for one."""
    if isinstance(record, tuple):
        for name, value in zip(getattr(record, "_fields", repeat("")), record, strict=False):
            if name != leave_out:
                yield name, value
                yield from fields_in(value, leave_out)
