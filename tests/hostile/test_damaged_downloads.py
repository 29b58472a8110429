"""Downloads that are damaged, hostile or none: one clear line, and what was there before stays."""

import csv
import gzip
import io
import os
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from careercli.names import is_control
from tests.conftest import Run
from tests.taxonomies.downloads import (
    JOBS,
    Files,
    changed,
    content,
    esco,
    keep,
    tarred,
    unpacked,
    zip_of,
    zipped,
)
from tests.taxonomies.onet_downloads import onet

Make = Callable[[Path], Path]
OCCUPATIONS, SKILLS, LINKS = (
    "occupations_en.csv",
    "skills_en.csv",
    "occupationSkillRelations_en.csv",
)


class Damage(NamedTuple):
    """How a download is made in a folder, what is said of it, and the exit code."""

    make: Make
    words: tuple[str, ...]
    code: int = 65


def folder(files: Callable[[], Files], *words: str, code: int = 65) -> Damage:
    """Return a damage in unpacked files."""
    return Damage(lambda home: unpacked(files(), home / "esco"), words, code)


def with_file(name: str, content: Callable[[bytes], bytes], *words: str) -> Damage:
    """Return a damage in one of ESCO's files."""
    return folder(lambda: esco() | {name: content(esco()[name])}, *words)


def packed(change: Callable[[bytearray], bytes | bytearray], *words: str) -> Damage:
    """Return a damage in the bytes of a zip."""

    def make(home: Path) -> Path:
        path = zipped(esco(), home / "esco.zip")
        path.write_bytes(change(bytearray(path.read_bytes())))
        return path

    return Damage(make, ("esco.zip", *words))


def members(names: Callable[[], dict[str, bytes]], *words: str) -> Damage:
    """Return a zip with odd members beside the right ones."""
    return Damage(lambda home: zipped(names() | esco(), home / "esco.zip"), words)


def with_field(offset: int, value: int) -> Callable[[bytearray], bytearray]:
    """Return what sets two bytes of a zip's first entry, in its directory and before the file."""

    def change(raw: bytearray) -> bytearray:
        entry = raw.index(b"PK\1\2")
        struct.pack_into("<H", raw, entry + offset, value)
        struct.pack_into("<H", raw, offset - 2, value)
        return raw

    return change


def with_wrong_crc(raw: bytearray) -> bytearray:
    entry = raw.index(b"PK\1\2")
    raw[entry + 16] ^= 0xFF
    raw[14] ^= 0xFF
    return raw


def with_odd_name(raw: bytearray) -> bytearray:
    """Make a name that is said to be UTF-8 and is not."""
    entry = raw.index(b"PK\1\2")
    raw[entry + 46] = raw[30] = 0xFF
    return with_field(8, 0x800)(raw)


def exchanged(file: str, one: str, other: str) -> Callable[[], Files]:
    """Return ESCO's files with the content of two columns exchanged in one of them."""

    def files() -> Files:
        csv.field_size_limit(10_000_000)
        head, *rows = csv.reader(io.StringIO(esco()[file].decode(), newline=""))
        i, j = head.index(one), head.index(other)
        for row in rows:
            row[i], row[j] = row[j], row[i]
        out = io.StringIO(newline="")
        csv.writer(out).writerows([head, *rows])
        return esco() | {file: out.getvalue().encode()}

    return files


def made(home: Path, make: Callable[[Path], object]) -> Path:
    """Return ESCO's folder in which something else has the name of the occupations."""
    path = unpacked(esco(), home / "esco") / OCCUPATIONS
    path.unlink()
    make(path)
    return path.parent


def file_of(content: bytes, name: str = "download.zip") -> Make:
    """Return what writes a file with this content."""

    def make(home: Path) -> Path:
        (home / name).write_bytes(content)
        return home / name

    return make


def loop(home: Path) -> Path:
    (home / "loop").symlink_to("loop")
    return home / "loop"


def cut(path: Path) -> Path:
    """Leave the first half of a file."""
    path.write_bytes(half(path.read_bytes()))
    return path


def half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


def in_a_quoted_cell(raw: bytes) -> bytes:
    return raw[: raw.index(b"seam  hand")]


def in_a_row(raw: bytes) -> bytes:
    return raw[: raw.rindex(b"released") - 3]


def first_cells(raw: bytes) -> bytes:
    lines = raw.splitlines()
    return b"\r\n".join([lines[0], b"KnowledgeSkillCompetence,x", *lines[1:]])


def other_way_round(raw: bytes) -> bytes:
    """Exchange the names of two columns."""
    head, end, rest = raw.partition(b"\r\n")
    names = {b"conceptUri": b"preferredLabel", b"preferredLabel": b"conceptUri"}
    return b",".join(names.get(name, name) for name in head.split(b",")) + end + rest


def head_only(raw: bytes) -> bytes:
    return raw.split(b"\r\n")[0] + b"\r\n"


# fmt: off
DAMAGES: dict[str, Damage] = {
    # Where it should be
    "nothing-there": Damage(lambda home: home / "nothing.zip", ("nothing.zip", "no such file"), 2),
    "nothing-in-a-folder-there": Damage(
        lambda home: home / "no" / "x.zip", ("x.zip", "no such file"), 2
    ),
    "a-link-to-itself": Damage(loop, ("loop",), 2),
    "an-endless-name": Damage(lambda home: home / ("x" * 300), ("x" * 300,)),
    "an-empty-folder": Damage(
        lambda home: unpacked({}, home / "esco"), ("esco", "occupations_xx.csv")
    ),
    "an-empty-file": Damage(file_of(b""), ("download.zip", "whole zip")),
    "no-zip": Damage(file_of(b"<html>Not found</html>"), ("download.zip", "whole zip")),
    "one-of-the-tables": Damage(file_of(esco()[OCCUPATIONS], OCCUPATIONS), (OCCUPATIONS, "zip")),
    "a-device": Damage(lambda _home: Path("/dev/zero"), ("/dev/zero",)),
    "one-of-the-tables-packed": Damage(
        file_of(gzip.compress(esco()[OCCUPATIONS]), f"{OCCUPATIONS}.gz"), ("folder", "lies in")
    ),
    "a-workbook": Damage(file_of(zip_of({"a.xml": b""}), "ESCO.xlsx"), ("ESCO.xlsx", "workbook")),
    "a-folder-of-workbooks": Damage(
        lambda home: unpacked({"occupations.xlsx": b"x"}, home / "esco"),
        ("occupations_xx.csv", "occupations.xlsx"),
    ),
    # A tar
    "half-a-tar": Damage(
        lambda home: cut(tarred(esco(), home / "esco.tar.xz")), ("esco.tar.xz", "damaged")
    ),
    "a-packed-file-that-is-no-tar": Damage(
        file_of(gzip.compress(b"x"), "esco.tgz"), ("esco.tgz", "whole zip or tar")
    ),
    "a-tar-that-leads-out": Damage(
        lambda home: tarred(esco(), home / "esco.tar", "../"), ("leads out of it",)
    ),
    "a-bomb-in-a-tar": Damage(
        lambda home: tarred({"bomb.csv": bytes(300_000_000)}, home / "esco.tgz"),
        ("esco.tgz", "200 times its size"),
    ),
    "half-a-zip-in-a-zip": Damage(
        lambda home: zipped({"in.zip": zip_of(esco())[:-50]}, home / "esco.zip"),
        ("occupations_xx.csv", "in.zip", "whole zip"),
    ),
    "half-a-packed-table": folder(
        lambda: {f"{n}.gz": half(gzip.compress(c)) for n, c in esco().items()}, ".gz", "damaged"
    ),
    # A zip
    "a-zip-that-breaks-off": packed(lambda raw: raw[:-200], "whole zip"),
    "a-zip-cut-in-half": packed(half, "whole zip"),
    "a-zip-cut-inside-a-member": packed(lambda raw: raw[:400] + raw[600:], "damaged"),
    "a-wrong-checksum": packed(with_wrong_crc, "damaged", "CRC"),
    "a-locked-zip": packed(with_field(8, 1), "locked"),
    "an-odd-packing": packed(with_field(10, 99), "packed in an unusual way"),
    "a-zip-of-the-future": packed(with_field(6, 990)),
    "a-patched-zip": packed(with_field(8, 0x20)),
    "a-strongly-locked-zip": packed(with_field(8, 0x40)),
    "a-name-that-is-none": packed(with_odd_name),
    "a-way-out": members(lambda: {"../evil.csv": b"x"}, "leads out of it"),
    "a-way-out-further-in": members(lambda: {"a/../../evil.csv": b"x"}, "leads out of it"),
    "a-way-out-of-windows": members(lambda: {"..\\evil.csv": b"x"}, "leads out of it"),
    "an-absolute-name": members(lambda: {"/etc/evil.csv": b"x"}, "leads out of it"),
    "an-absolute-name-of-windows": members(lambda: {"C:\\evil.csv": b"x"}, "leads out of it"),
    "a-server": members(lambda: {"\\\\server\\evil.csv": b"x"}, "leads out of it"),
    "a-name-that-steers": members(lambda: {"../\x1b[31m\u202e.csv": b"x"}, "leads out of it"),
    "a-bomb": members(lambda: {"bomb.csv": bytes(300_000_000)}, "bomb.csv", "200 times its size"),
    "six-thousand-files": members(lambda: {f"{n}.csv": b"" for n in range(6000)}, "more files"),
    "the-same-file-twice": members(lambda: {"old/" + SKILLS: b"x"}, SKILLS, "twice"),
    # The files in it
    "without-occupations": folder(lambda: {SKILLS: b"x"}, "occupations_xx.csv"),
    "o-net-for-esco": folder(onet, "occupations_xx.csv"),
    "a-folder-with-the-name": Damage(lambda home: made(home, Path.mkdir), ("occupations_xx.csv",)),
    "a-pipe-with-the-name": Damage(lambda home: made(home, os.mkfifo), ("occupations_xx.csv",)),
    "a-loop-with-the-name": Damage(
        lambda home: made(home, lambda path: path.symlink_to(OCCUPATIONS)), ("occupations_xx.csv",)
    ),
    # What stands in them
    "a-missing-column": folder(
        lambda: changed(esco(), OCCUPATIONS, "iscoGroup", "x"), f"{OCCUPATIONS}:1", "iscoGroup"
    ),
    "exchanged-cells": folder(
        exchanged(OCCUPATIONS, "conceptUri", "preferredLabel"), OCCUPATIONS, "swapped"
    ),
    "exchanged-groups": folder(
        exchanged(OCCUPATIONS, "iscoGroup", "code"), OCCUPATIONS, "swapped"
    ),
    "exchanged-links": folder(exchanged(LINKS, "occupationUri", "skillUri"), LINKS),
    "exchanged-needs": folder(exchanged(LINKS, "relationType", "skillType"), LINKS, "swapped"),
    "exchanged-names": with_file(SKILLS, other_way_round, SKILLS, "swapped"),
    "utf-16": with_file(SKILLS, lambda raw: raw.decode().encode("utf-16"), SKILLS, "UTF-8"),
    "latin-1": with_file(
        OCCUPATIONS, lambda raw: raw.decode().encode("latin-1"), f"{OCCUPATIONS}:", "UTF-8"
    ),
    "nul-bytes": with_file(SKILLS, lambda raw: raw.replace(b",", b"\0,", 1), SKILLS, "text"),
    "binary": with_file(LINKS, lambda _raw: bytes(range(256)) * 40, f"{LINKS}:1"),
    "text-of-another-kind": with_file(LINKS, lambda _raw: b"Dear reader,\n", f"{LINKS}:1"),
    "empty": with_file(LINKS, lambda _raw: b"", f"{LINKS}:1", "column"),
    "cut-in-a-quoted-cell": with_file(OCCUPATIONS, in_a_quoted_cell, f"{OCCUPATIONS}:", "cut off"),
    "cut-in-a-row": with_file(SKILLS, in_a_row, f"{SKILLS}:14", "cells"),
    "too-few-cells": with_file(SKILLS, first_cells, f"{SKILLS}:2", "cells"),
    "an-endless-line": with_file(
        SKILLS, lambda raw: raw + b"x" * 5_000_000, f"{SKILLS}:15", "without an end"
    ),
    "an-endless-cell": with_file(
        SKILLS, lambda raw: raw + b'"' + b"x\n" * 2_500_000, f"{SKILLS}:", "damaged"
    ),
    "only-a-head-row": with_file(OCCUPATIONS, head_only, OCCUPATIONS, "no occupation"),
    "a-quote-in-the-head-row": with_file(SKILLS, lambda raw: b'"' + raw, f"{SKILLS}:"),
}
# fmt: on


@pytest.fixture
def before(imports: Path, tmp_path: Path) -> dict[str, bytes]:
    """What an earlier import left."""
    keep("esco", unpacked(esco(jobs=JOBS[:3]), tmp_path / "earlier"))
    return content(imports)


@pytest.mark.long
@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_download_is_told(
    imports: Path, before: dict[str, bytes], tmp_path: Path, name: str, ask: Run
) -> None:
    """One line that names the file, the exit code, and nothing is changed or left."""
    home = tmp_path / "home"
    home.mkdir()
    damage = DAMAGES[name]
    done = ask("import", "esco", str(damage.make(home)))
    assert (done.returncode, done.stdout) == (damage.code, ""), done.stderr
    assert done.stderr.startswith("careers: ")
    assert done.stderr.count("\n") == 1
    assert not any(map(is_control, done.stderr))
    said = done.stderr.replace(str(home), "")
    for words in damage.words:
        assert words in said
    assert content(imports) == before


@pytest.mark.parametrize(
    "name, words",
    [
        ("nothing-there", "zo’n bestand of map is er niet"),
        ("an-empty-file", "is geen map en geen volledige zip"),
        ("a-locked-zip", "is vergrendeld"),
        ("cut-in-a-row", "heeft 5 van de 8 cellen"),
        ("a-missing-column", "geen kolom iscoGroup"),
        ("utf-16", "is geen UTF-8"),
    ],
)
def test_it_is_told_in_dutch(
    imports: Path, tmp_path: Path, name: str, words: str, ask: Run
) -> None:
    """And nothing is made where nothing was."""
    damage = DAMAGES[name]
    done = ask("import", "esco", str(damage.make(tmp_path)), "--lang", "nl")
    assert done.returncode == damage.code
    assert words in done.stderr
    assert content(imports) == {}


@pytest.mark.parametrize(
    "file, raw, words",
    [
        ("Occupation Data.txt", b"", "no column O*NET-SOC Code, Title"),
        ("Skills.txt", b"O*NET-SOC Code\tElement Name\r\n", "no column Scale ID, Data Value"),
        ("Task Statements.txt", b"\xff\xfe\0", "Task Statements.txt:1"),
    ],
)
def test_damage_to_o_net(
    imports: Path, tmp_path: Path, file: str, raw: bytes, words: str, ask: Run
) -> None:
    """The same holds for its files."""
    done = ask("import", "onet", str(unpacked(onet() | {file: raw}, tmp_path / "onet")))
    assert (done.returncode, done.stdout) == (65, "")
    assert done.stderr.startswith(f"careers: {file}:1")
    assert words in done.stderr
    assert content(imports) == {}


def test_semicolons_will_do(imports: Path, tmp_path: Path, ask: Run) -> None:
    """A spreadsheet of a country with decimal commas puts them so."""
    done = ask("import", "esco", str(unpacked(esco(delimiter=";"), tmp_path / "x")))
    assert (done.returncode, done.stderr) == (0, "")
    assert "occupations: 6" in done.stdout.splitlines()


def test_a_bomb_is_not_unpacked(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Only the tables that are needed are read; others may be as large as they like."""
    path = zipped(esco(), tmp_path / "x.zip")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("picture.png", bytes(50_000_000))
    assert ask("import", "esco", str(path)).returncode == 0
