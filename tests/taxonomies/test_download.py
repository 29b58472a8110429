"""Downloads, zip or folder: files by their bare names, wherever they lie, and damage told."""

import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from careercli.errors import CareersError, InvalidDataError, UsageError
from careercli.taxonomies.download import open_download
from careercli.taxonomies.table import Table
from tests.taxonomies.downloads import batches, esco, unpacked, zipped
from tests.taxonomies.onet_downloads import onet


@pytest.mark.parametrize("inside", ["", "ESCO dataset - v1.2.0 - classification - en - csv/"])
def test_a_zip_and_its_folder_say_the_same(tmp_path: Path, inside: str) -> None:
    """Wherever in the zip the files lie, and what a Mac leaves beside them."""
    files = esco()
    junk = {"__MACOSX/._occupations_en.csv": b"\0\1", ".DS_Store": b"\0"}
    packed = zipped(junk | {inside + n: c for n, c in files.items()}, tmp_path / "x.zip")
    (there,), (here,) = batches("esco", packed), batches("esco", unpacked(files, tmp_path / "x"))
    assert there._replace(release=None) == here
    assert there.release == ("1.2.0" if "v1.2.0" in inside else None)


def test_a_folder_in_a_folder_will_do(tmp_path: Path) -> None:
    """Many unpack into one more folder."""
    unpacked(onet(), tmp_path / "outer" / "db_30_1_text")
    assert len(batches("onet", tmp_path / "outer")[0].occupations) == 5


def test_a_zip_of_windows_has_backslashes(tmp_path: Path) -> None:
    """They part folders too."""
    packed = zipped(esco(), tmp_path / "x.zip", "ESCO\\csv\\")
    assert len(batches("esco", packed)[0].occupations) == 6


def test_a_file_that_is_there_twice_is_told(tmp_path: Path) -> None:
    """Two downloads in one folder cannot be told apart."""
    unpacked(onet(), tmp_path / "old")
    unpacked(onet("31.0"), tmp_path / "new")
    with pytest.raises(InvalidDataError, match=r"\.txt: stands in it twice"):
        batches("onet", tmp_path)


def test_how_far_it_has_come(tmp_path: Path) -> None:
    """Whoever watches is told file and bytes, up to all of them."""
    steps: list[tuple[str, int, int]] = []
    path = unpacked({"t.csv": b"a\n" * 400_000}, tmp_path)
    with open_download(path, lambda *step: steps.append(step)) as download:
        assert len(list(Table(download, "t.csv", ",").rows("a"))) == 399_999
    assert {(name, total) for name, _done, total in steps} == {("t.csv", 800_000)}
    assert steps[-1][1] == 800_000
    assert len(steps) > 2


def test_what_is_not_there_is_the_wrong_argument(tmp_path: Path) -> None:
    """No such file: that is the command's fault, not the data's."""
    with pytest.raises(UsageError, match="no such file or folder"):
        batches("esco", tmp_path / "nothing.zip")


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_to_a_zip_breaks_the_house(tmp_path: Path, seed: int) -> None:
    """Bytes that went bad, anywhere in it: read as ever, or told; nothing else is raised."""
    chance = random.Random(seed)
    path = zipped(onet(), tmp_path / "x.zip")
    raw = bytearray(path.read_bytes())
    directory = zipfile.ZipFile(path).start_dir  # half of the damage is done there
    for _ in range(chance.choice([1, 3, 20])):
        start = directory if chance.random() < 0.5 else 0
        raw[chance.randrange(start, len(raw))] = chance.randrange(256)
    path.write_bytes(raw[: chance.choice([len(raw), chance.randrange(len(raw))])])
    with suppress(CareersError):
        batches("onet", path)
