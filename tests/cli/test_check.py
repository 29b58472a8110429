"""careers check: by file for whoever looks, a line each for a pipe, JSON for programs."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from careercli.cli import checking
from tests.conftest import ROOT, SHEPHERD, Run
from tests.dutch import english_in

LINE = re.compile(
    r"(?P<file>.+?):(?P<line>\d+): (?P<key>[^:]+): (?P<problem>[^;]+); (?P<instead>.+)"
)


@pytest.fixture
def unfinished(ask: Run, own_roles: Path) -> Path:
    """A role file of one's own, just begun."""
    ask("new", "Beekeeper")
    return own_roles / "beekeeper.toml"


def test_a_pipe_gets_a_line_for_each(ask: Run, unfinished: Path):
    """Every problem is one line with file and number, as grep and editors read them."""
    done = ask("check", str(unfinished))
    rows = [LINE.fullmatch(row) for row in done.stdout.splitlines()]
    assert done.returncode == 65
    assert all(rows)
    assert {row["file"] for row in rows} == {str(unfinished)}
    assert done.stderr == f"careers: {len(rows)} problems in 1 of 1 role file\n"


def test_json_says_the_same(ask: Run, unfinished: Path):
    """The JSON has the parts of those lines, and follows its schema."""
    lines = [
        LINE.fullmatch(r).groupdict() for r in ask("check", str(unfinished)).stdout.split("\n")[:-1]
    ]
    done = ask("check", str(unfinished), "--format", "json")
    page = json.loads(done.stdout)
    jsonschema.validate(page, json.loads((ROOT / "schema/output/check.json").read_text()))
    assert done.returncode == 65
    assert [{**p, "line": str(p["line"])} for p in page["problems"]] == lines
    assert page["roles"] == 1


def test_json_of_what_holds_is_empty(ask: Run):
    """Without a problem there is a page all the same, and exit 0."""
    done = ask("check", str(SHEPHERD), "--format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["problems"] == []


def test_a_reader_gets_them_by_file(
    ask: Run, unfinished: Path, own_roles: Path, monkeypatch: pytest.MonkeyPatch
):
    """Each path stands once, and what is the same of several keys is said once."""
    (own_roles / "odd.toml").write_text("level = 1\n", "utf-8")
    away = own_roles.joinpath(*["far"] * 60)  # from where a whole path is the shorter one
    away.mkdir(parents=True)
    monkeypatch.chdir(away)
    done = ask("check", str(own_roles), FORCE_COLOR="1", NO_COLOR="1", COLUMNS="300")
    assert done.stdout.count(str(unfinished)) == done.stdout.count(str(own_roles / "odd.toml")) == 1
    assert "texts are missing in nl: title, summary, description, education" in done.stdout
    assert re.search(r"education\.minimum, education\.usual: is empty; write one of", done.stdout)
    assert "\x1b" not in done.stdout
    assert re.search(r"\x1b\[1m\S*beekeeper", ask("check", str(own_roles), FORCE_COLOR="1").stdout)


def test_a_path_is_told_from_here(
    ask: Run, unfinished: Path, own_roles: Path, monkeypatch: pytest.MonkeyPatch
):
    """Where it is shorter, the path is that from the folder where the reader is."""
    monkeypatch.chdir(own_roles)
    drawn = {"FORCE_COLOR": "1", "NO_COLOR": "1"}
    assert ask("check", **drawn).stdout.startswith("beekeeper.toml\n")
    assert checking._from_here("/x") == "/x"


def test_it_speaks_dutch(ask: Run, unfinished: Path):
    """What is said around the problems is in the reader's language."""
    done = ask("check", str(unfinished), "--lang", "nl", FORCE_COLOR="1", NO_COLOR="1")
    assert "teksten ontbreken in nl" in done.stdout
    assert "problemen in 1 van 1 beroepsbestand" in done.stderr


def broken(folder: Path) -> list[str]:
    """Return files that are wrong in one way each: not read, not TOML, hardly begun."""
    (folder / "no-toml.toml").write_text("a = [\n", "utf-8")
    (folder / "no-text.toml").write_bytes(b"a = '\xff'")
    (folder / "loop.toml").symlink_to("loop.toml")
    (folder / "link.toml").symlink_to(SHEPHERD)
    (folder / "folder.toml").mkdir()
    (folder / "large.toml").write_text("#" * 1_000_001, "utf-8")
    (folder / "deep.toml").write_text(f"a = {'[' * 30}{']' * 30}", "utf-8")
    (folder / "number.toml").write_text(f"a = {2**70}", "utf-8")
    (folder / "format-1.toml").write_text("[[skills]]\nid = 'x'\n", "utf-8")
    (folder / "bad name.toml").write_text("level = 1\nzzz = 2\nsalary = 3\n", "utf-8")
    return [path.name for path in sorted(folder.glob("*.toml"))]


def test_a_broken_file_is_told_in_dutch(ask: Run, unfinished: Path, own_roles: Path):
    """Whatever is wrong with a file, nothing that is said of it is English."""
    names = broken(own_roles)
    dutch, english = (
        ask("check", str(own_roles), **asked).stdout.splitlines()
        for asked in ({"LANG": "nl_NL.UTF-8"}, {"LANG": "en_GB.UTF-8"})
    )
    told, other = ([LINE.fullmatch(row) for row in rows] for rows in (dutch, english))
    assert len(told) == len(other) > len(names)
    assert {Path(row["file"]).name for row in told} == set(names)
    for part in ("problem", "instead"):
        assert not {row[part] for row in told} & {row[part] for row in other}
        assert {row[part]: english_in(row[part]) for row in told if english_in(row[part])} == {}
    assert "file" not in {row["key"] for row in told}


def test_a_reader_gets_the_file_itself_in_dutch(ask: Run, own_roles: Path):
    """By file too, a problem of the whole file stands at a Dutch word; for a program at file."""
    broken(own_roles)
    shown = ask("check", str(own_roles), "--lang", "nl", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert re.search(r"^\W+1  bestand: is groter dan 1 MB;", shown, re.MULTILINE)
    assert " file: " not in shown
    done = ask("check", str(own_roles), "--lang", "nl", "--format", "json")
    keys = {p["problem"]: p["key"] for p in json.loads(done.stdout)["problems"]}
    assert keys["is groter dan 1 MB"] == "file"


def test_warnings_and_reminders_are_dutch(ask: Run, tmp_path: Path):
    """What is told beside the problems is in the reader's language."""
    text = SHEPHERD.read_text("utf-8")
    old = re.sub(r"^reviewed = .*", "reviewed = 2001-01-01", text, flags=re.MULTILINE)
    path = tmp_path / SHEPHERD.name
    path.write_text(old, "utf-8")
    told = ask("check", "--strict", str(path), "--lang", "nl").stderr
    assert "careers: ter herinnering: " in told
    assert "2001-01-01 is meer dan een jaar geleden; lees het" in told


@pytest.mark.shipped
@pytest.mark.long  # it takes seconds
def test_a_group_is_proposed_by_its_dutch_name(ask: Run, own_roles: Path):
    """Groups to choose from have the names of the reader's language."""
    path = ask("new", "Mondhygiënist", "--lang", "nl").stdout.strip()
    told = ask("check", path, "--lang", "nl").stdout
    assert re.search(r"misschien 3251 \([^)]*assistenten[^)]*\)", told)


@pytest.mark.long
@pytest.mark.shipped
@pytest.mark.parametrize(
    "title, lang, groups",
    [
        ("Mondhygiënist", "nl", "perhaps 3251 (Dental assistants and therapists)"),
        ("Dental Hygienist", "en", "perhaps 3251 (Dental assistants and therapists) or 2261"),
        ("Police officer", "en", "perhaps 5412 (Police officers)"),
        ("Beekeeper", "en", ""),
        ("Qwzx", "nl", ""),
    ],
)
def test_a_group_is_proposed_by_the_own_title(
    ask: Run, own_roles: Path, title: str, lang: str, groups: str
):
    """Groups that the title leads to are named to choose from; else where to look it up."""
    path = ask("new", title, "--lang", lang).stdout.strip()
    (told,) = re.findall(r"codes\.isco08: is missing; (.*)", ask("check", path).stdout)
    assert told.endswith("look it up in data/figures/isco08.csv")
    assert groups in told
    assert ("perhaps" in told) is bool(groups)
    assert "2511" not in told


def test_an_example_says_that_it_is_one(ask: Run, unfinished: Path):
    """No value is told that could be taken for this job's own."""
    for row in ask("check", str(unfinished)).stdout.splitlines():
        told = LINE.fullmatch(row)["instead"]
        assert "for example" in told or " = " not in told
