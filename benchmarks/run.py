"""Time careers beside its peers, as whole processes in turn; print medians and ratios.

    python benchmarks/run.py [--runs 21]

Peers that are not installed are left out, and the output says so.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

BIN = Path(sys.executable).parent
PAGE = (
    "# tar\n\n> Archiving utility.\n\n- Create an archive:\n\n`tar cf {{target.tar}} {{file1}}`\n"
)


class Case(NamedTuple):
    """A command to time. ``before`` runs first and is not timed."""

    name: str
    command: list[str]
    environment: dict[str, str]
    before: Callable[[], None] = lambda: None


def program(name: str) -> str | None:
    """Return the path of an installed program, beside this Python or on the PATH."""
    beside = BIN / name
    return str(beside) if beside.exists() else shutil.which(name)


def cases(home: Path) -> list[Case]:
    """Return every case whose program is installed."""
    cache = home / "careers"
    own = {"HOME": str(home), "CAREERS_CACHE": str(cache), "CAREERS_ROLES": str(home / "none")}
    completing = {"_CAREERS_COMPLETE": "complete_bash", "COMP_WORDS": "careers show ma"}
    page = home / ".cache" / "tldr" / "pages.en" / "linux" / "tar.md"
    for folder in (page.parent, home / ".cache" / "tldr" / "pages" / "linux"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "tar.md").write_text(PAGE)
    careers = program("careers") or sys.exit("careers is not installed: pip install -e .")

    def cold() -> None:
        shutil.rmtree(cache, ignore_errors=True)

    show = [careers, "show", "machine-learning-engineer"]
    found = [
        Case("bare python", [sys.executable, "-c", "pass"], own),
        Case("import typer", [sys.executable, "-c", "import typer"], own),
        Case("careers show, piped", show, own),
        Case("careers show, drawn", show, own | {"FORCE_COLOR": "1"}),
        Case("careers search", [careers, "search", "python", "vision"], own),
        Case("careers next", [careers, "next", "machine-learning-engineer"], own),
        Case("careers match", [careers, "match", "python", "sql", "excel", "statistics"], own),
        Case("careers path", [careers, "path", "care-worker", "nurse-specialist"], own),
        Case("careers completion", [careers], own | completing | {"COMP_CWORD": "2"}),
        Case("careers show, cold compile", show, own, cold),
    ]
    peers = {
        "tldr.py, cached page": ["tldr", "-p", "linux", "tar"],
        "sqlite-utils --version": ["sqlite-utils", "--version"],
        "HTTPie --version": ["http", "--version"],
    }
    for name, (command, *arguments) in peers.items():
        if path := program(command):
            found.append(Case(name, [path, *arguments], own))
        else:
            print(f"left out, not installed: {name}")
    return found


def seconds(case: Case) -> float:
    """Return how long one run takes; the output goes through a pipe, as in a script."""
    case.before()
    start = time.perf_counter()
    subprocess.run(
        case.command,
        env=os.environ | case.environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    return time.perf_counter() - start


def main() -> None:
    """Time every case in turn and print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=21)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as home:
        timed: dict[str, list[float]] = {}
        everything = cases(Path(home))
        for case in everything:
            seconds(case)  # warm the disk and the catalogue
        for _ in range(runs):
            for case in everything:
                timed.setdefault(case.name, []).append(seconds(case))
    median = {name: statistics.median(times) for name, times in timed.items()}
    print(f"{runs} runs each, in turn; Python {sys.version.split()[0]}\n")
    for name, value in median.items():
        print(f"{name:28} {value:6.3f} s   (least {min(timed[name]):.3f})")
    print()
    for what, beside, aim in (
        ("careers show, piped", "tldr.py, cached page", 1.25),
        ("careers show, drawn", "tldr.py, cached page", 1.25),
        ("careers search", "tldr.py, cached page", 1.5),
        ("careers next", "careers show, piped", 1.2),
        ("careers match", "careers show, piped", 1.2),
        ("careers path", "careers show, piped", 1.5),
        ("careers completion", "import typer", 1.15),
        ("careers show, piped", "sqlite-utils --version", 1.0),
        ("careers show, piped", "HTTPie --version", 1.0),
    ):
        if beside in median:
            ratios = [a / b for a, b in zip(timed[what], timed[beside], strict=True)]
            ratio = statistics.median(ratios)
            print(f"{what} / {beside}: {ratio:.2f}   (aim {aim})")
    extra = median["careers show, cold compile"] - median["careers show, piped"]
    print(f"compiling from nothing adds {extra:.2f} s   (at most 1.5)")


if __name__ == "__main__":
    main()
