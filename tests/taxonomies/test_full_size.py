"""Whole downloads, counted once more by other means; only where they lie beside the checkout."""

import csv
import gzip
import json
import re
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from careercli.cli.app import app
from careercli.taxonomies.layers import Layer
from careercli.taxonomies.occupation import Batch
from tests.conftest import ROLE, ROOT, SHIPPED, Run
from tests.taxonomies.downloads import batches, content, keep, zipped

SHARED = ROOT.parent / "shared" / "data"
ESCO, ONET = SHARED / "esco-1.2.0-en", SHARED / "onet-30.1"

pytestmark = [
    pytest.mark.long,
    pytest.mark.shipped,
    pytest.mark.skipif(
        not (ESCO.is_dir() and ONET.is_dir()), reason=f"{ESCO} and {ONET} are not there"
    ),
]

Row = dict[str, str]


def table(file: Path) -> list[Row]:
    """Return the rows of a file, read by nobody but csv."""
    csv.field_size_limit(10_000_000)
    is_onet = file.suffix == ".txt"
    with file.open(encoding="utf-8-sig", newline="") as lines:
        if is_onet:
            return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def esco() -> Batch:
    """What is read of ESCO."""
    (batch,) = batches("esco", ESCO)
    return batch


@pytest.fixture(scope="module")
def onet() -> Batch:
    """What is read of O*NET."""
    (batch,) = batches("onet", ONET)
    return batch


def test_every_occupation_and_skill_of_esco_comes_in(esco: Batch) -> None:
    """As many as there are released rows, each once."""
    occupations = {r["conceptUri"]: r for r in table(ESCO / "occupations_en.csv")}
    skills = {r["conceptUri"] for r in table(ESCO / "skills_en.csv") if r["status"] == "released"}
    released = {uri for uri, row in occupations.items() if row["status"] == "released"}
    assert {found.id for found in esco.occupations} == released
    assert len(esco.occupations) == esco.came_in["occupations"] == len(released)
    assert {found.id for found in esco.skills} == skills
    assert len(esco.skills) == esco.came_in["skills"] == len(skills)
    for found in esco.occupations:
        row = occupations[found.id]
        assert found.codes["isco08"] == row["iscoGroup"]
        assert found.code == row["code"]
        assert found.title == " ".join(row["preferredLabel"].split())


def test_every_link_of_esco_comes_in(esco: Batch) -> None:
    """By need, doubles once."""
    kinds = {"essential": "essential", "optional": "useful"}
    links = table(ESCO / "occupationSkillRelations_en.csv")
    pairs = Counter((row["occupationUri"], row["skillUri"]) for row in links)
    needs = {(found.id, need.skill) for found in esco.occupations for need in found.needs}
    assert needs == set(pairs)
    assert esco.left_out["links named twice"] == len(links) - len(pairs)
    first = {}
    for row in links:
        first.setdefault((row["occupationUri"], row["skillUri"]), kinds[row["relationType"]])
    counted = Counter(first.values())
    assert esco.came_in["essential skills"] == counted["essential"]
    assert esco.came_in["optional skills"] == counted["useful"]


def test_every_broader_occupation_of_esco_comes_in(esco: Batch) -> None:
    """Of those that lead from an occupation to an occupation."""
    ids = {found.id for found in esco.occupations}
    rows = table(ESCO / "broaderRelationsOccPillar_en.csv")
    pairs = {
        (r["conceptUri"], r["broaderUri"])
        for r in rows
        if {r["conceptUri"], r["broaderUri"]} <= ids
    }
    assert {(found.id, other) for found in esco.occupations for other in found.broader} == pairs
    assert esco.came_in["broader occupations"] == len(pairs)


def test_no_row_of_esco_is_lost_in_silence(esco: Batch) -> None:
    """Links that came in and links that are counted as left out are all that there are."""
    links = table(ESCO / "occupationSkillRelations_en.csv")
    came = esco.came_in["essential skills"] + esco.came_in["optional skills"]
    left = sum(count for why, count in esco.left_out.items() if why.startswith("links"))
    assert came + left == len(links)


def test_every_occupation_of_o_net_comes_in(onet: Batch) -> None:
    """With its tasks and its job zone."""
    rows = {row["O*NET-SOC Code"]: row for row in table(ONET / "Occupation Data.txt")}
    assert {found.id: found.title for found in onet.occupations} == {
        code: " ".join(row["Title"].split()) for code, row in rows.items()
    }
    tasks = Counter(row["O*NET-SOC Code"] for row in table(ONET / "Task Statements.txt"))
    assert {found.id: len(found.tasks) for found in onet.occupations if found.tasks} == tasks
    assert onet.came_in["tasks"] == tasks.total()
    zones = {row["O*NET-SOC Code"] for row in table(ONET / "Job Zones.txt")}
    assert {found.id for found in onet.occupations if found.zone} == zones
    assert onet.came_in["job zones"] == len(zones)


@pytest.mark.parametrize(
    "file, what, kind",
    [("Skills.txt", "skill ratings", "skill"), ("Knowledge.txt", "knowledge ratings", "knowledge")],
)
def test_every_rating_of_o_net_comes_in(onet: Batch, file: str, what: str, kind: str) -> None:
    """Its importance, but for what is to be suppressed."""
    rows = [row for row in table(ONET / file) if row["Scale ID"] == "IM"]
    expected = {
        (row["O*NET-SOC Code"], row["Element Name"]): float(row["Data Value"])
        for row in rows
        if row["Recommend Suppress"] != "Y"
    }
    names = {skill.id: skill.name for skill in onet.skills if skill.kind == kind}
    assert {
        (found.id, names[need.skill]): need.importance
        for found in onet.occupations
        for need in found.needs
        if need.skill in names
    } == expected
    assert onet.came_in[what] == len(expected)


def test_all_technology_of_o_net_comes_in(onet: Batch) -> None:
    """With what is said of it; the count is that of what is there afterwards."""
    rows = table(ONET / "Technology Skills.txt")
    expected = Counter(row["O*NET-SOC Code"] for row in rows)
    used = Counter(
        found.id for found in onet.occupations for need in found.needs if need.need == "used"
    )
    assert used == expected
    assert onet.came_in["technology skills"] == used.total()
    for mark, column in (("hot", "Hot Technology"), ("in-demand", "In Demand")):
        marked = sum(mark in need.marks for found in onet.occupations for need in found.needs)
        assert marked == sum(row[column] == "Y" for row in rows)


def test_o_net_without_ratings_is_counted(onet: Batch) -> None:
    """Occupations that have not one rating."""
    rated = {
        row["O*NET-SOC Code"]
        for file in ("Skills.txt", "Knowledge.txt")
        for row in table(ONET / file)
    }
    without = len(onet.occupations) - len(rated)
    assert onet.left_out["occupations that came in without ratings"] == without


def parts(layer: Layer) -> tuple[object, bytes]:
    """Return what a layer says but for where it is from, and its body."""
    head, body = gzip.decompress(layer.file.read_bytes()).split(b"\n", 1)
    return json.loads(head) | {"path": None}, body


@pytest.mark.parametrize("taxonomy, path", [("esco", ESCO), ("onet", ONET)], ids=["esco", "onet"])
def test_zip_and_folder_give_the_same(
    imports: Path, tmp_path: Path, taxonomy: str, path: Path
) -> None:
    """Byte for byte, but for where it was."""
    (layer,) = keep(taxonomy, path)
    unpacked = parts(layer)
    packed = zipped(content(path), tmp_path / f"{path.name}.zip", f"{path.name}/")
    (layer,) = keep(taxonomy, packed)
    assert parts(layer) == unpacked


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both imported and compiled."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERS_IMPORTS", str(home / "imports"))
        keep("esco", ESCO)
        keep("onet", ONET)
    return home


@pytest.fixture
def where(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both imports are what is read."""
    monkeypatch.setenv("CAREERS_IMPORTS", str(home / "imports"))
    monkeypatch.setenv("CAREERS_CACHE", str(home / "cache"))


def test_all_of_it_is_listed(where: None, esco: Batch, onet: Batch, ask: Run) -> None:
    """Every occupation is a role; those for which a role stands, or a twin, are counted once."""
    for origin, batch in (("esco", esco), ("onet", onet)):
        done = ask("list", "--origin", origin, "--format", "json")
        roles = json.loads(done.stdout)["roles"]
        assert len(roles) == len({role["slug"] for role in roles}) == len(batch.occupations)
    ids = {found.id for found in (*esco.occupations, *onet.occupations)}
    files = (path.read_text("utf-8") for path in ROLE.parent.glob("*.toml"))
    covered = {code for text in files for code in re.findall('^(?:esco|onet) = "(.+)"', text, re.M)}
    roles = json.loads(ask("list", "--format", "json").stdout)["roles"]
    with (ROLE.parents[1] / "figures" / "esco-onet.csv").open(encoding="utf-8") as file:
        twins = {row["onet"] for row in csv.DictReader(file)} - covered
    assert len(roles) == SHIPPED + len(ids - covered - twins)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_hundredth_page_fits(
    where: None, lang: str, ask: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a narrow screen, in both languages; ESCO's note on regulation is nowhere."""
    found = json.loads(
        ask("list", "--origin", "esco", "--origin", "onet", "--format", "json").stdout
    )
    for name, value in (("COLUMNS", "40"), ("FORCE_COLOR", "1"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    for role in found["roles"][::100]:
        done = CliRunner().invoke(app, ["show", role["slug"], "--lang", lang])
        assert done.exit_code == 0, done.output
        lines = done.stdout.splitlines()
        # An address may be longer: whole on a line of its own, it can be clicked and copied.
        long = [line for line in lines if len(line) > 40]
        assert all(re.fullmatch(r" *https?://\S+", line) for line in long), role["slug"]
        assert "regulated-professions" not in done.stdout
