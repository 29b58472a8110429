"""Reading and writing the tables."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

TOOLS = Path(__file__).parents[1]
OUT = TOOLS.parent / "data" / "figures"

Row = dict[str, str]


def read(path: Path, delimiter: str = ",") -> list[Row]:
    """Return the rows of a CSV; codes stay text."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


def read_tabbed(path: Path) -> list[Row]:
    """Return the rows of a text file of O*NET: parted by tabs, quotation marks are text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write one table, sorted by its first column, with LF line ends."""
    rows = list(rows)
    key = next(iter(rows[0]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row[key]))
    print(f"{path.name}: {len(rows)} rows")


def pick(rows: Iterable[Row], columns: str) -> Iterator[Row]:
    """Yield rows with our columns: ``p25`` as it is called there, ``p25=annual_p25`` renamed."""
    names = [column.partition("=")[::2] for column in columns.split()]
    for row in rows:
        yield {new: row[old or new].strip() for new, old in names}


def rounded(rows: Iterable[Row], digits: int = 4) -> Iterator[Row]:
    """Yield the rows with long decimals cut to what anybody can read; codes stay whole."""

    def shorter(value: str) -> str:
        try:
            return f"{round(float(value), digits):g}" if "." in value else value
        except ValueError:
            return value

    for row in rows:
        yield {key: shorter(value) if i else value for i, (key, value) in enumerate(row.items())}
