"""Mistakes as patches of one valid file: data/mistakes.toml says how a case is written."""

import re
from pathlib import Path
from typing import NamedTuple

import tomli

DATA = Path(__file__).parent / "data"
VALID = DATA / "moon-polisher.toml"
TEXT = VALID.read_text("utf-8")

HERE = "  <--"
ELSEWHERE = "\n...\n"


class Case(NamedTuple):
    """A patch of a file, and how each problem that must be told of it begins."""

    name: str
    told: list[str]
    patch: str = ""
    check: str = ""
    file: str = VALID.name
    encoding: str = "utf-8"

    def write(self, folder: Path, base: str = TEXT) -> Path:
        """Write ``base`` with the mistake into a folder."""
        path = folder / self.file
        path.write_bytes(without_arrows(self.apply(base)).encode(self.encoding))
        return path

    def apply(self, base: str = TEXT) -> str:
        """Return ``base`` with the mistake, arrows included; every patch must change it."""
        text = patched(base, self.patch)
        assert (text != base) is bool(self.patch), self.name
        return text


def cases(name: str) -> dict[str, Case]:
    """Return the cases of a file in the data folder, by name."""
    entries = tomli.loads((DATA / f"{name}.toml").read_text("utf-8"))
    return {key: Case(key, **entry) for key, entry in entries.items()}


def patched(text: str, patch: str) -> str:
    """Return a text with a patch applied at the one place, or each of the places, it describes."""
    for hunk in patch.removesuffix("\n").split(ELSEWHERE) if patch else ():
        rows = hunk.split("\n")
        assert all(re.match(r"[-+ ]|$", row) for row in rows), hunk
        old = "\n".join(row[1:].removesuffix(HERE) for row in rows if not row.startswith("+"))
        new = "\n".join(row[1:] for row in rows if not row.startswith("-"))
        assert f"\n{text}".count(f"\n{old}\n") == 1, f"not there, or not once:\n{old}"
        text = f"\n{text}".replace(f"\n{old}\n", f"\n{new}\n")[1:]
    return text


def without_arrows(text: str) -> str:
    """Return a patched text as it is written."""
    return text.replace(f"{HERE}\n", "\n")


def marked_lines(text: str) -> set[int]:
    """Return the lines of a patched text to which an arrow points, or the first one."""
    return {n for n, row in enumerate(text.split("\n"), start=1) if row.endswith(HERE)} or {1}
