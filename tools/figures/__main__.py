"""The command line."""

import argparse
from pathlib import Path

from tools.figures import __doc__ as about
from tools.figures.csvs import OUT
from tools.figures.open_data import make_wages
from tools.figures.tables import make_tables


def main(arguments: list[str] | None = None) -> None:
    """Run the program."""
    parser = argparse.ArgumentParser(prog="tools.figures", description=about.partition("\n")[0])
    parser.add_argument("folder", type=Path, help="the published tables")
    parser.add_argument("--odata", action="store_true", help="a download of CBS's open data")
    parser.add_argument("--year", help="with --odata: the year, if not the last one")
    parser.add_argument("--out", type=Path, default=OUT, help="where to write, if not data/figures")
    asked = parser.parse_args(arguments)
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.odata:
        make_wages(asked.folder, asked.year, asked.out)
    else:
        make_tables(asked.folder, asked.out)


if __name__ == "__main__":
    main()
