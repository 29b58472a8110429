"""What a download may lie in: folders, zips, tars, one within another; and what stops none."""

import bz2
import gzip
import io
import lzma
import os
import random
import tarfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from careercli.errors import CareersError, InvalidDataError
from careercli.taxonomies import containers
from careercli.taxonomies.occupation import Batch
from tests.taxonomies.downloads import (
    Files,
    batches,
    esco,
    tarred,
    unpacked,
    zip_of,
    zipped,
)
from tests.taxonomies.onet_downloads import onet

NAME = "ESCO dataset - v1.1.1 - classification - {} - csv.zip"
UNREAD = "archives and folders that cannot be read"


def parted() -> tuple[Files, Files]:
    """Return ESCO as it was published before 1.2: what has words, and the links without any."""
    files = esco(layout="1.1")
    relations = {n: c for n, c in files.items() if "elation" in n}
    return {n: c for n, c in files.items() if n not in relations}, relations


def two_zips() -> Files:
    """Return the two zips that ESCO was before 1.2."""
    words, relations = parted()
    return {NAME.format("en"): zip_of(words), NAME.format(""): zip_of(relations)}


def read(path: Path) -> Batch:
    """Return the one language of a download, whatever its release."""
    (batch,) = batches("esco", path)
    return batch._replace(release=None)


@pytest.fixture
def plain(tmp_path: Path) -> Batch:
    """What the files say where they lie in one folder."""
    return read(unpacked(esco(layout="1.1"), tmp_path / "plain"))


def deep(home: Path) -> Path:
    words, relations = parted()
    unpacked(words, home / "v1.1.1" / "classification" / "en" / "csv")
    unpacked(relations, home / "v1.1.1" / "relations" / "en" / "csv")
    return home


def packed_by_themselves(home: Path) -> Path:
    packers = [(".gz", gzip.compress), (".xz", lzma.compress), (".bz2", bz2.compress)]
    files = esco(layout="1.1").items()
    named = {f"{n}{packers[i % 3][0]}": packers[i % 3][1](c) for i, (n, c) in enumerate(files)}
    return unpacked(named, home)


FORMS: dict[str, Callable[[Path], Path]] = {
    "a-deep-folder": deep,
    "a-folder-with-two-zips": lambda home: unpacked(two_zips(), home),
    "a-zip-with-two-zips": lambda home: zipped(two_zips(), home / "both.zip"),
    "a-zip-with-a-folder-with-zips": lambda home: zipped(two_zips(), home / "x.zip", "a/b/"),
    "a-tar-with-two-zips": lambda home: tarred(two_zips(), home / "both.tar"),
    "tables-packed-by-themselves": packed_by_themselves,
    "a-zip-with-packed-tables": lambda home: zipped(
        {f"{n}.gz": gzip.compress(c) for n, c in esco(layout="1.1").items()}, home / "x.zip"
    ),
    **{
        f"a-{end}": lambda home, end=end: tarred(
            esco(layout="1.1"), home / f"esco.{end}", "./esco/"
        )
        for end in ("tar", "tar.gz", "tgz", "tar.xz", "txz", "tar.bz2", "tbz2")
    },
    "a-folder-with-a-tar": lambda home: tarred(esco(layout="1.1"), home / "x.tar.xz").parent,
}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_the_same(tmp_path: Path, plain: Batch, form: str) -> None:
    """Whoever has it somehow has it."""
    home = tmp_path / "home"
    home.mkdir()
    assert read(FORMS[form](home)) == plain


def test_the_release_is_that_of_the_nearest_name(tmp_path: Path) -> None:
    """Two languages may be of two releases, in a folder that names neither."""
    english, dutch = zip_of(esco()), zip_of(esco("nl"))
    files = {"ESCO v1.2.0 en.zip": english, "ESCO v1.1.1 nl.zip": dutch}
    releases = {b.language: b.release for b in batches("esco", unpacked(files, tmp_path / "x 9.9"))}
    assert releases == {"en": "1.2.0", "nl": "1.1.1"}


# What is nobody's business


def test_files_that_nobody_asks_for_may_be_there_twice(tmp_path: Path, plain: Batch) -> None:
    """Somebody's project has requirements and notes; the one download in it is read."""
    unpacked(esco(layout="1.1"), tmp_path / "project" / "data")
    for number, part in enumerate(("web", "ml")):
        unpacked({"requirements.txt": b"%d" % number}, tmp_path / "project" / part)
    assert read(tmp_path / "project") == plain


def test_equal_files_are_no_conflict(tmp_path: Path) -> None:
    """Each language came with the same links: packed or not, they are the same."""
    for language in ("en", "fr"):
        unpacked(esco(language, "1.1"), tmp_path / "x" / language)
    assert [batch.language for batch in batches("esco", tmp_path / "x")] == ["en", "fr"]
    links = tmp_path / "x" / "fr" / "occupationSkillRelations.csv"
    unpacked({f"{links.name}.gz": gzip.compress(links.read_bytes())}, links.parent)
    assert len(batches("esco", tmp_path / "x")) == 2


@pytest.mark.parametrize("change", [lambda raw: raw + b"\r\n", lambda raw: raw.swapcase()])
def test_two_files_that_differ_are_told_with_their_places(
    tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    """Longer, or as long and not the same."""
    files = esco()
    one = unpacked(files, tmp_path / "x" / "one") / "skills_en.csv"
    other = unpacked({one.name: change(files[one.name])}, tmp_path / "x" / "other") / one.name
    with pytest.raises(InvalidDataError, match=r"^skills_en\.csv: stands in it twice") as error:
        batches("esco", tmp_path / "x")
    assert str(one) in str(error.value)
    assert str(other) in str(error.value)


def test_an_archive_that_is_none_stops_nothing(tmp_path: Path, plain: Batch) -> None:
    """It may be anybody's; that it was passed over is told with its place."""
    odd = {
        "half.zip": zip_of(onet())[:-40],
        "no.tar.gz": b"x",
        "out.zip": zip_of({"../a.csv": b""}),
    }
    home = unpacked(esco(layout="1.1") | odd, tmp_path / "x")
    batch = read(home)
    assert batch.left_out[UNREAD] == 3
    assert batch.places[UNREAD] == str(home / "half.zip")
    assert batch._replace(left_out=plain.left_out, places={}) == plain


def test_what_is_missing_may_lie_in_what_cannot_be_read(tmp_path: Path) -> None:
    """Then it is told, and not that the download is another one."""
    home = unpacked({"esco.zip": zip_of(esco())[:-40]}, tmp_path / "x")
    with pytest.raises(InvalidDataError, match=r"esco\.zip: is neither"):
        batches("esco", home)


def test_workbooks_are_named(tmp_path: Path) -> None:
    """O*NET has them on the same page."""
    home = unpacked({"Occupation Data.xlsx": zip_of({"a.xml": b""})}, tmp_path / "x")
    with pytest.raises(InvalidDataError, match=r"text form .*It has Occupation Data\.xlsx"):
        batches("onet", home)


# Links, bounds, hostile tars


@pytest.mark.skipif(os.name == "nt", reason="links need rights")
def test_a_loop_of_links_ends(tmp_path: Path, plain: Batch) -> None:
    """A link to a folder is followed once."""
    home = unpacked(esco(layout="1.1"), tmp_path / "x" / "a")
    (home / "up").symlink_to(tmp_path / "x")
    (home / "self").symlink_to("self")
    (tmp_path / "linked").symlink_to(tmp_path / "x")
    assert read(tmp_path / "linked") == plain


@pytest.mark.parametrize("bound", ["MAX_FILES", "MAX_ENTRIES"])
def test_a_folder_that_is_far_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bound: str
) -> None:
    """Somebody may give their whole disk."""
    monkeypatch.setattr(containers, bound, 20)
    for number in range(6):
        unpacked({f"{n}.txt": b"" for n in range(5)}, tmp_path / "x" / str(number))
    with pytest.raises(InvalidDataError, match="far more files"):
        batches("esco", tmp_path / "x")


def test_archives_in_one_another_have_a_bound(tmp_path: Path) -> None:
    """What lies too deep is passed over, and told."""
    raw = zip_of({"deep.csv": b"a"})
    for _ in range(6):
        raw = zip_of({"in.zip": raw})
    assert read(unpacked(esco() | {"x.zip": raw}, tmp_path / "x")).left_out[UNREAD] == 1


def tar_of(members: list[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as tar:
        for member, content in members:
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return out.getvalue()


def linked(name: str, kind: bytes, target: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = kind, target
    return member


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE])
def test_links_and_devices_in_a_tar_are_not_followed(tmp_path: Path, kind: bytes) -> None:
    """Whatever they lead to; that one was there is told."""
    files = [(tarfile.TarInfo(name), raw) for name, raw in esco().items()]
    odd = linked("skills_nl.csv", kind, "/etc/passwd")
    (tmp_path / "x.tar").write_bytes(tar_of([*files, (odd, b"")]))
    assert read(tmp_path / "x.tar").left_out[UNREAD] == 1


@pytest.mark.parametrize(
    "name", ["../evil.csv", "/etc/evil.csv", "a/../../evil.csv", "C:\\evil.csv"]
)
def test_a_name_that_leads_out_of_a_tar_is_told(tmp_path: Path, name: str) -> None:
    """As with zips."""
    (tmp_path / "x.tar").write_bytes(tar_of([(tarfile.TarInfo(name), b"x")]))
    with pytest.raises(InvalidDataError, match="leads out of it"):
        batches("esco", tmp_path / "x.tar")


@pytest.mark.parametrize(
    "pack, end",
    [(gzip.compress, "gz"), pytest.param(lzma.compress, "xz", marks=pytest.mark.long)],
)
def test_bombs_are_not_unpacked(tmp_path: Path, pack: Callable[[bytes], bytes], end: str) -> None:
    """Neither a tar nor a table: it ends when it has more than any text could."""
    bomb = pack(bytes(300_000_000))
    for name in (f"x.tar.{end}", f"occupations_en.csv.{end}"):
        home = unpacked({name: bomb}, tmp_path / name / "x")
        with pytest.raises(InvalidDataError) as error:
            batches("esco", home / name if "tar" in name else home)
        assert "200 times its size" in str(error.value) or "without an end" in str(error.value)


def test_a_table_of_nothing_but_line_ends_is_a_bomb(tmp_path: Path) -> None:
    """They pack a thousand to one, and each of them would be looked at."""
    lines = esco()["occupations_en.csv"] + b"\n" * 20_000_000
    home = unpacked({"occupations_en.csv.xz": lzma.compress(lines, preset=0)}, tmp_path / "x")
    with pytest.raises(InvalidDataError, match="200 times its size"):
        batches("esco", home)


def test_a_head_that_says_that_it_is_endless(tmp_path: Path) -> None:
    """The name of a member is read into memory, so its length has a bound."""
    member = tarfile.TarInfo("x" * 5_000_000)
    first = tarfile.TarInfo("a.csv")
    (tmp_path / "x.tar").write_bytes(tar_of([(first, b"x"), (member, b"x")]))
    with pytest.raises(InvalidDataError, match="is damaged"):
        batches("esco", tmp_path / "x.tar")


@pytest.mark.parametrize("seed", range(40))
def test_no_damage_to_a_tar_breaks_the_house(tmp_path: Path, seed: int) -> None:
    """Bytes that went bad, anywhere in it: read as ever, or told; nothing else is raised."""
    chance = random.Random(seed)
    path = tarred(onet(), tmp_path / chance.choice(["x.tar", "x.tar.gz", "x.tar.xz", "x.tar.bz2"]))
    raw = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 3, 20])):
        raw[chance.randrange(len(raw))] = chance.randrange(256)
    path.write_bytes(raw[: chance.choice([len(raw), chance.randrange(len(raw))])])
    with suppress(CareersError):
        batches("onet", path)
    with suppress(CareersError):
        batches("onet", tmp_path)
