"""All roles as lines of JSON or as rows of CSV, one role at a time."""

import csv
import io
from collections.abc import Iterable, Iterator

from careercli.pages import RolePage
from careercli.render.data import to_json_line
from careercli.render.spreadsheet import Row, facts_of


def json_lines(pages: Iterable[RolePage]) -> Iterator[str]:
    """Yield each page whole, as a line with the keys of ``show --format json``."""
    return map(to_json_line, pages)


def csv_rows(pages: Iterable[RolePage]) -> Iterator[str]:
    """Yield the columns, then the rows of each page: its codes, and each figure with its source."""
    head = ""
    for page in pages:
        rows = [*_codes(page), *facts_of(page)]
        if not head:
            head = _written([dict(zip(rows[-1], rows[-1], strict=True))], rows[-1])
            yield head
        yield _written(rows, rows[-1])


def _codes(page: RolePage) -> Iterator[Row]:
    whose: Row = {"slug": page.slug, "title": page.title, "kind": page.kind, "origin": page.origin}
    for system, code in page.codes.items():
        if code:
            yield whose | {"fact": f"code-{system}", "value": code}


def _written(rows: Iterable[Row], columns: Iterable[str]) -> str:
    out = io.StringIO()
    csv.DictWriter(out, list(columns), restval="", lineterminator="\n").writerows(rows)
    return out.getvalue()
