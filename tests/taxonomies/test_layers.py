"""What was imported, kept as layers: whole or not at all, merged by id, damage told."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from careercli.errors import InvalidDataError, UsageError
from careercli.taxonomies import layers, merging
from careercli.taxonomies.layers import Layer
from careercli.taxonomies.merging import MergedOccupation
from careercli.taxonomies.occupation import Batch, Occupation
from tests.taxonomies import downloads
from tests.taxonomies.downloads import (
    DRONE,
    DRONE_HERD,
    JOBS,
    LIGHT,
    MENDER,
    METALS,
    MOBILE,
    WELDER,
    Files,
    batches,
    content,
    esco,
    other_header,
    other_last_line,
    rewrite,
    unpacked,
)
from tests.taxonomies.onet_downloads import onet

ENGLISH, DUTCH = "esco-en", "esco-nl"


def keep(folder: Path, files: Files, taxonomy: str = "esco") -> list[Layer]:
    """Write a download, and keep what it holds."""
    return downloads.keep(taxonomy, unpacked(files, folder))


def plain(value: object) -> object:
    """Return what JSON makes of it: tuples are lists."""
    return json.loads(json.dumps(value))


def merged(found: list[Layer]) -> dict[str, MergedOccupation]:
    """Return the occupations of these layers by id."""
    ids = {key: key for key in merging.merged_skills(found)}
    return {job.facts.id: job for job in merging.merged_occupations(found, ids)}


@pytest.fixture
def two(imports: Path, tmp_path: Path) -> list[Layer]:
    """English of one release and Dutch of a later one, which knows one occupation more."""
    keep(tmp_path / "ESCO v1.2.0 en", esco())
    keep(tmp_path / "ESCO v1.3.0 nl", esco("nl", jobs=(*JOBS, DRONE_HERD)))
    return layers.layers()


def test_what_is_kept_comes_back(imports: Path, tmp_path: Path) -> None:
    """Every field of every occupation and skill, whatever is in it."""
    for taxonomy, files in (("esco", esco("el")), ("onet", onet())):
        path = unpacked(files, tmp_path / taxonomy)
        (batch,) = batches(taxonomy, path)
        with layers.keep(taxonomy, [batch], path) as new:
            kept = [layer for layer, _before in new]
        back = {found.facts.id: found.facts for found in merged(kept).values()}
        assert plain(back) == plain({found.id: found for found in batch.occupations})
        assert [skill.facts for skill in merging.merged_skills(kept).values()] == [*batch.skills]


def test_a_layer_knows_where_it_is_from(imports: Path, tmp_path: Path) -> None:
    """Release, day, folder, and what came in: without reading it through."""
    (layer,) = keep(tmp_path / "ESCO v1.2.0", esco())
    assert (layer.name, layer.release, layer.newest) == (ENGLISH, "1.2.0", "2024-04-30")
    assert layer.path == str(tmp_path / "ESCO v1.2.0")
    assert (layer.occupations, layer.skills) == (6, 11)
    assert layer.came_in["occupations"] == 6
    assert layer.file == imports / "esco-en.jsonl.gz"
    assert layers.layers() == [layer]


def test_the_same_twice_is_the_same(imports: Path, tmp_path: Path) -> None:
    """Byte for byte, and nothing is left lying about."""
    keep(tmp_path / "x", esco())
    before = content(imports)
    keep(tmp_path / "x", esco())
    assert content(imports) == before
    assert set(before) == {"esco-en.jsonl.gz"}


def test_only_these_languages_change(imports: Path, tmp_path: Path) -> None:
    """Another language, another taxonomy: each is a file of its own."""
    keep(tmp_path / "en", esco())
    keep(tmp_path / "onet", onet(), "onet")
    before = content(imports)
    keep(tmp_path / "nl", esco("nl"))
    keep(tmp_path / "nl", esco("nl", jobs=JOBS[:2]))
    after = content(imports)
    assert set(after) - set(before) == {"esco-nl.jsonl.gz"}
    assert {name: after[name] for name in before} == before


def test_a_layer_replaces_the_one_before_it(imports: Path, tmp_path: Path) -> None:
    """What the new download does not have any more is gone."""
    keep(tmp_path / "x", esco())
    keep(tmp_path / "y", esco(jobs=JOBS[:2]))
    assert set(merged(layers.layers())) == {WELDER, MENDER}


def test_removing_gives_back_the_former_state(imports: Path, tmp_path: Path) -> None:
    """A taxonomy, or one language of it."""
    keep(tmp_path / "onet", onet(), "onet")
    before = content(imports)
    keep(tmp_path / "both", esco() | esco("nl"))
    assert [layer.name for layer in layers.remove(DUTCH)] == [DUTCH]
    assert [layer.name for layer in layers.layers()] == [ENGLISH, "onet-en"]
    assert [layer.name for layer in layers.remove("esco")] == [ENGLISH]
    assert layers.remove("esco") == []
    assert content(imports) == before


def test_languages_are_merged_by_id(two: list[Layer]) -> None:
    """What either language knows is there once, with the wordings that there are."""
    found = merged(two)
    assert set(found[WELDER].wordings) == {"en", "nl"}
    assert found[WELDER].wordings["nl"].title == "lasser"
    assert set(found[DRONE].wordings) == {"nl"}
    assert set(found[LIGHT].wordings) == {"en"}
    assert len(found) == 7
    names = merging.merged_skills(two)[METALS].names
    assert names == {"en": "metal ways", "nl": "metaalzaken"}


def test_the_newest_release_leads(two: list[Layer]) -> None:
    """Where languages of different releases disagree; English where they are of one day."""
    assert [layer.name for layer in two] == [DUTCH, ENGLISH]
    assert merged(two)[WELDER].facts.title == "lasser"


def test_english_leads_where_all_are_of_one_day(imports: Path, tmp_path: Path) -> None:
    """Then Dutch, then others by their codes."""
    for language in ("nl", "fr", "el", "en"):
        keep(tmp_path / language, esco(language))
    assert [layer.language for layer in layers.layers()] == ["en", "nl", "el", "fr"]


def test_ids_of_skills_are_told_from_outside(two: list[Layer]) -> None:
    """Whoever reads the occupations says what their skills are called."""
    ids = {key: key.rpartition("/")[2] for key in merging.merged_skills(two)}
    found = {job.facts.id: job for job in merging.merged_occupations(two, ids)}
    assert found[WELDER].facts.needs[0].skill == METALS.rpartition("/")[2]
    assert [*found[MOBILE].facts.broader] == [MENDER]


# All of it or nothing


def test_what_fails_half_way_changes_nothing(imports: Path, tmp_path: Path) -> None:
    """The second language is damaged: the first is not kept either."""
    keep(tmp_path / "en", esco())
    before = content(imports)
    files = esco(jobs=JOBS[:1]) | esco("nl")
    files["skills_nl.csv"] = files["skills_nl.csv"][:-30]
    with pytest.raises(InvalidDataError):
        keep(tmp_path / "both", files)
    assert content(imports) == before


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, MemoryError])
def test_whatever_goes_wrong_leaves_nothing_behind(
    imports: Path, tmp_path: Path, error: type[BaseException]
) -> None:
    """Ctrl-C too."""
    (batch,) = batches("esco", unpacked(esco(), tmp_path / "x"))

    def interrupted() -> Iterator[Batch]:
        yield batch
        raise error

    with pytest.raises(error), layers.keep("esco", interrupted(), tmp_path):
        pass
    assert content(imports) == {}


def test_a_place_that_is_taken_changes_nothing(imports: Path, tmp_path: Path) -> None:
    """A folder stands where the second language should be: the first stays as it was."""
    keep(tmp_path / "en", esco())
    before = content(imports)
    (imports / "esco-nl.jsonl.gz").mkdir()
    with pytest.raises(OSError):
        keep(tmp_path / "both", esco(jobs=JOBS[:1]) | esco("nl"))
    (imports / "esco-nl.jsonl.gz").rmdir()
    assert content(imports) == before


def test_what_a_killed_import_left_is_cleared(imports: Path, tmp_path: Path) -> None:
    """By the next one, as the catalogue does it."""
    imports.mkdir()
    (imports / ".esco-en.jsonl.gz.new.tmp").write_text("half")
    keep(tmp_path / "x", esco())
    assert set(content(imports)) == {"esco-en.jsonl.gz"}


def test_what_goes_wrong_afterwards_puts_things_back(imports: Path, tmp_path: Path) -> None:
    """Until whoever keeps it is done: Ctrl-C while the catalogue is compiled, say."""
    keep(tmp_path / "en", esco())
    before = content(imports)
    path = unpacked(esco(jobs=JOBS[:1]) | esco("nl"), tmp_path / "both")

    def interrupted() -> None:
        with layers.keep("esco", batches("esco", path), path, force=True):
            assert set(content(imports)) > set(before)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert content(imports) == before


# Releases


EDITIONS = [
    ("1.2.0", None, "1.1.1", None),
    ("1.10", None, "1.9.2", None),
    ("1.2", "2024-04-30", "1.1", "2025-01-01"),
    (None, "2024-04-30", None, "2024-01-23"),
    ("1.2", "2024-04-30", None, "2024-01-23"),
]


@pytest.mark.parametrize("newer, new_day, older, old_day", EDITIONS)
def test_an_older_release_is_refused(
    imports: Path,
    tmp_path: Path,
    newer: str | None,
    new_day: str | None,
    older: str | None,
    old_day: str | None,
) -> None:
    """By the release, else by the newest entry; nothing is written, unless that is insisted on."""
    (batch,) = batches("esco", unpacked(esco(), tmp_path / "x"))
    new, old = (
        batch._replace(release=release, newest=day)
        for release, day in ((newer, new_day), (older, old_day))
    )
    with layers.keep("esco", [old], tmp_path):
        pass
    with layers.keep("esco", [new], tmp_path) as kept:
        assert [before and before.edition for _layer, before in kept] == [older or old_day]
    before = content(imports)
    with pytest.raises(UsageError, match="--force"), layers.keep("esco", [old], tmp_path):
        pass
    assert content(imports) == before
    with layers.keep("esco", [old], tmp_path, force=True):
        pass
    assert layers.layers()[0].edition == (older or old_day)


@pytest.mark.parametrize("releases", [("1.2", "1.2.0"), ("1.2.0", "1.2"), ("1.2", None)])
def test_what_is_not_older_is_not_refused(
    imports: Path, tmp_path: Path, releases: tuple[str, str | None]
) -> None:
    """The same release by another name, and one that does not say which it is."""
    (batch,) = batches("esco", unpacked(esco(), tmp_path / "x"))
    for release in releases:
        with layers.keep("esco", [batch._replace(release=release, newest=None)], tmp_path):
            pass
    assert layers.layers()[0].release == releases[1]


# Layers that somebody or something damaged


def as_format_1(lines: bytes) -> bytes:
    """Return what a layer was before it was compressed."""
    head, rest = lines.split(b"\n", 1)
    header = json.loads(head)
    header |= {"format": 1, "origin": header.pop("path")}
    return json.dumps(header).encode() + b"\n" + rest


def test_a_layer_of_the_first_format_is_read(imports: Path, tmp_path: Path) -> None:
    """An upgrade loses nobody's import; the next import of that language takes its place."""
    (layer,) = keep(tmp_path / "x", esco())
    whole = merged([layer])
    old = imports / "esco-en.jsonl"
    old.write_bytes(as_format_1(gzip.decompress(layer.file.read_bytes())))
    layer.file.unlink()
    (first,) = layers.layers()
    assert first == layer._replace(file=old)
    assert merged([first]) == whole
    keep(tmp_path / "x", esco())
    assert layers.layers() == [layer]
    assert set(content(imports)) == {"esco-en.jsonl.gz"}


def as_format_2(lines: bytes) -> bytes:
    """Return what a layer was before it had other names of skills and words to find by."""
    head, skills, *jobs, end = lines.split(b"\n")
    header = json.loads(head) | {"format": 2}
    del header["places"], header["advice"]
    rows = [header, [skill[:4] for skill in json.loads(skills)]]
    rows += [json.loads(job)[:-1] for job in jobs]
    return b"\n".join([*(json.dumps(row).encode() for row in rows), end])


def test_a_layer_of_the_second_format_is_read(imports: Path, tmp_path: Path) -> None:
    """What it does not have is empty."""
    (layer,) = keep(tmp_path / "x", esco())
    whole = merged([layer])
    rewrite(layer.file, as_format_2)
    (old,) = layers.layers()
    assert old == layer
    assert merged([old])[MENDER].facts == whole[MENDER].facts._replace(hidden=())
    assert not any(skill.others["en"] for skill in merging.merged_skills([old]).values())


NO_LAYERS: list[dict[str, Any]] = [
    {"format": 99},
    {"format": "1"},
    {"taxonomy": "rome"},
    {"taxonomy": None},
    {"absent": None},
    {"advice": None},
    {"places": ["here"]},
    {"surprise": True},
    {"language": 3},
    {"newest": 20240101},
    {"imported": None},
    {"imported": "yesterday"},
    {"occupations": "many"},
    {"came_in": ["occupations"]},
]


@pytest.mark.parametrize("changes", NO_LAYERS, ids=str)
def test_an_odd_header_harms_nobody(imports: Path, tmp_path: Path, changes: dict[str, Any]) -> None:
    """A layer that is none of ours is passed over; the good ones stand, and can be removed."""
    keep(tmp_path / "en", esco())
    keep(tmp_path / "onet", onet(), "onet")
    rewrite(imports / "esco-en.jsonl.gz", other_header(**changes))
    assert [layer.name for layer in layers.layers()] == ["onet-en"]
    assert [layer.name for layer in layers.remove("onet")] == ["onet-en"]


RUBBISH = {
    "empty": b"",
    "only-a-line-end": b"\n",
    "binary": bytes(range(256)),
    "a-list": b"[1, 2]\n",
    "a-number": b"5\n",
    "no-json": b"{format: 1}\n",
    "nested": b"[" * 100_000,
    "a-huge-number": b'{"format": 1' + b"0" * 5000 + b"}",
}


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("name", RUBBISH)
def test_rubbish_is_told(imports: Path, tmp_path: Path, name: str, packed: bool) -> None:
    """With the file's name; what else there is stands."""
    keep(tmp_path / "x", esco())
    rubbish = gzip.compress(RUBBISH[name]) if packed else RUBBISH[name]
    (imports / "esco-nl.jsonl.gz").write_bytes(rubbish)
    assert [layer.name for layer in layers.layers()] == [ENGLISH]
    (damage,) = layers.broken()
    assert (damage.code, damage.name) == ("damaged", "esco-nl")
    assert str(damage).startswith(str(imports / "esco-nl.jsonl.gz"))


BODIES = {
    "cut": lambda lines: lines[: len(lines) // 2],
    "a-line-less": other_last_line(b""),
    "header-only": lambda lines: lines.split(b"\n")[0] + b"\n",
    "no-json": other_last_line(b"{"),
    "too-short": other_last_line(b"[1, 2, 3]"),
    "a-table": other_last_line(b'{"a": 1}'),
    "null": other_last_line(b"null"),
    "nulls": other_last_line(json.dumps([None] * len(Occupation._fields)).encode()),
    "numbers": other_last_line(json.dumps([7] * len(Occupation._fields)).encode()),
    "a-skill-that-is-not-there": other_last_line(
        b'["x", "", "", {"esco": "x"}, "t", [], "", [], [[999, "useful"]], [], [], null, []]'
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_a_damaged_body_is_told_when_it_is_read(imports: Path, tmp_path: Path, name: str) -> None:
    """Reading stops with the file's name, and raises nothing else."""
    (layer,) = keep(tmp_path / "x", esco())
    rewrite(layer.file, BODIES[name])
    with pytest.raises(InvalidDataError, match=r"esco-en\.jsonl\.gz: this import is damaged"):
        merged([layer])


def test_a_layer_under_another_name_is_a_layer(imports: Path, tmp_path: Path) -> None:
    """Its header says what it is; it can be removed."""
    (layer,) = keep(tmp_path / "x", esco())
    layer.file.rename(imports / "my old ESCO (1).jsonl.gz")
    assert [found.name for found in layers.layers()] == [ENGLISH]
    assert len(layers.remove(ENGLISH)) == 1
    assert content(imports) == {}
