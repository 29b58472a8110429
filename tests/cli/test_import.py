"""careers import: the summary is true, and nothing else changes."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import tomli

from careercli.catalogue.store import catalogue_file
from tests.conftest import DATA, ROLES, ROOT, SHEPHERD, Run
from tests.taxonomies.downloads import JOBS, content, esco, keep, occupation, unpacked, zipped
from tests.taxonomies.onet_downloads import onet

BEEKEEPER = JOBS[3]
ZIP = "ESCO dataset - v1.2.0 - classification - en - csv"


def imported(ask: Run, *arguments: str) -> Any:
    """Return what an import command prints as JSON, which fits its schema."""
    done = ask("import", *arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    schema = json.loads((ROOT / "schema" / "output" / "import.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(found)
    return found


def slugs(ask: Run) -> set[str]:
    """Return the slugs of every role there is."""
    return {role["slug"] for role in json.loads(ask("list", "--format", "json").stdout)["roles"]}


@pytest.fixture
def english(tmp_path: Path) -> Path:
    """ESCO in English, as the portal gives it."""
    return zipped(esco(), tmp_path / f"{ZIP}.zip", f"{ZIP}/")


@pytest.fixture
def american(tmp_path: Path) -> Path:
    """O*NET, unpacked."""
    return unpacked(onet(), tmp_path / "db_30_1_text")


def test_the_summary_tells_what_came_in(imports: Path, english: Path, ask: Run) -> None:
    """Release, day, file, and every count."""
    done = ask("import", "esco", str(english), COLUMNS="200")
    assert (done.returncode, done.stderr) == (0, "")
    rows = done.stdout.splitlines()
    for row in (
        "ESCO, English",
        "Release: 1.2.0 (newest entry 2024-04-30)",
        f"From: {english}",
        "occupations: 6",
        "skills: 11",
        "other titles: 7",
        "essential skills: 9",
        "optional skills: 3",
        "links named twice: 1",
        "links to an occupation or skill that did not come in: 4",
    ):
        assert row in rows


def test_the_summary_is_dutch_in_dutch(imports: Path, american: Path, ask: Run) -> None:
    """Not a word of it stays English."""
    done = ask("import", "onet", str(american), "--lang", "nl", COLUMNS="200")
    assert done.stdout.startswith("O*NET, Engels\n")
    for words in ("beroepen: 5", "taken: 3", "rijen over een beroep dat niet is binnengekomen: 4"):
        assert words in done.stdout.splitlines()
    assert not {"Came in", "Left out", "occupations", "ratings"} & set(done.stdout.split())


def test_what_is_absent_is_told(imports: Path, tmp_path: Path, ask: Run) -> None:
    """A release without some files comes in, and the summary names what it has not."""
    files = onet()
    del files["Skills.txt"], files["Job Zones.txt"]
    path = str(unpacked(files, tmp_path / "onet"))
    told = ask("import", "onet", path, COLUMNS="200").stdout.splitlines()
    assert "skill ratings: the download has no file with them" in told
    assert "job zones: the download has no file with them" in told
    assert imported(ask, "list")["imports"][0]["absent"] == ["skill ratings", "job zones"]


def test_links_that_are_a_second_download_are_told(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Before v1.2 ESCO gave two; one comes in alone, and with both in a folder it is whole."""
    files = esco(layout="1.1")
    links = {n: files.pop(n) for n in [*files] if "elation" in n}
    home = tmp_path / "downloads"
    home.mkdir()
    name = "ESCO dataset - v1.1.1 - classification - {} - csv.zip"
    path = zipped(files, home / name.format("en"))
    told = ask("import", "esco", str(path), COLUMNS="300").stdout
    assert "essential skills: the download has no file with them" in told.splitlines()
    assert "second download, relations" in told
    dutch = ask("import", "list", "--lang", "nl", COLUMNS="300").stdout
    assert "tweede download, relations" in dutch
    zipped(links, home / name.format(""))
    (found,) = imported(ask, "esco", str(home))["imports"]
    assert (found["absent"], found["advice"], found["release"]) == ([], [], "1.1.1")
    assert {"what": "essential skills", "number": 9, "first": None} in found["came_in"]


def test_titles_alone_have_figures(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Of a set without skills the group is known, and so is what is published of it."""
    files = {n: c for n, c in esco().items() if n.startswith("occupations")}
    (found,) = imported(ask, "esco", str(unpacked(files, tmp_path / "x")))["imports"]
    absent = ["skills", "essential skills", "optional skills", "broader occupations"]
    assert found["absent"] == absent
    page = json.loads(ask("show", "app mender", "--format", "json").stdout)
    assert page["codes"]["isco08"] == "2512"
    assert ask("search", "software patcher").returncode == 0


def test_what_is_passed_over_is_told_with_its_place(
    imports: Path, tmp_path: Path, ask: Run
) -> None:
    """Counted, with file, line and column of the first; the others come in."""
    jobs = [JOBS[1]._replace(uri=occupation(number)) for number in range(100, 300)]
    jobs[3] = jobs[3]._replace(isco="x", code="")
    path = str(unpacked(esco(jobs=jobs), tmp_path / "x"))
    told = ask("import", "esco", path, COLUMNS="300").stdout.splitlines()
    (row,) = (row for row in told if row.startswith("rows that cannot be read"))
    assert re.fullmatch(r".*: 1 \(the first: occupations_en\.csv:\d+: iscoGroup: 'x'\)", row)
    assert "occupations: 199" in told


def test_a_day_is_no_release(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Nor does one that nobody knows leave its comma on the page."""
    day = "2024-04-30"
    (found,) = imported(ask, "esco", str(unpacked(esco(layout="1.1"), tmp_path / "x")))["imports"]
    assert (found["release"], found["newest"]) == (None, day)
    for lang, words in (("en", "ESCO, imported on "), ("nl", "ESCO, geïmporteerd op ")):
        told = ask("show", "app mender", "--lang", lang).stdout
        assert f"\n{words}" in told
        assert day not in told
    done = imported(ask, "esco", str(unpacked(esco(), tmp_path / "ESCO v1.2.0")))
    assert done["imports"][0]["replaced"] == f"newest entry {day}"


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_every_form(
    imports: Path, english: Path, american: Path, lang: str, form: str, ask: Run
) -> None:
    """Import, list and remove print what is asked for, in both languages."""
    for arguments in (
        ["esco", str(english)],
        ["onet", str(american)],
        ["list"],
        ["remove", "onet"],
        ["list"],
    ):
        done = ask("import", *arguments, "--format", form, "--lang", lang)
        assert (done.returncode, done.stderr) == (0, "")
        assert "esco-en" in done.stdout or arguments[-1] in ("onet", str(american))
        if form == "json":
            assert json.loads(done.stdout)["language"] == lang


def test_json_says_it_all(imports: Path, english: Path, american: Path, ask: Run) -> None:
    """What came in is what is listed; what is removed is named once more."""
    first = imported(ask, "esco", str(english))
    second = imported(ask, "onet", str(american))
    listed = imported(ask, "list")
    assert listed["imports"] == [*first["imports"], *second["imports"]]
    assert [one["name"] for one in listed["imports"]] == ["esco-en", "onet-en"]
    gone = imported(ask, "remove", "esco")
    assert (gone["removed"], gone["imports"]) == (True, first["imports"])


def test_nothing_imported_yet(imports: Path, ask: Run) -> None:
    """The list says how to begin; there is nothing to remove."""
    assert "Nothing was imported" in ask("import", "list").stdout
    done = ask("import", "remove", "esco")
    assert (done.returncode, done.stdout) == (1, "")
    assert '"esco"' in done.stderr
    assert content(imports) == {}


def test_an_unknown_name_removes_nothing(imports: Path, english: Path, ask: Run) -> None:
    """And is told with the names that there are."""
    ask("import", "esco", str(english))
    before = content(imports)
    done = ask("import", "remove", "../esco-en")
    assert done.returncode == 1
    assert "esco-en" in done.stderr
    assert content(imports) == before


@pytest.mark.parametrize("name", ["esco", "ESCO", "esco-en"])
def test_removing_gives_back_the_former_state(
    imports: Path, english: Path, ask: Run, name: str
) -> None:
    """No file, no role and no source of it is left; the download is not touched."""
    before, sources = slugs(ask), ask("sources").stdout
    raw = english.read_bytes()
    ask("import", "esco", str(english))
    assert "app-mender" in slugs(ask)
    assert ask("sources").stdout != sources
    assert ask("import", "remove", name).returncode == 0
    assert slugs(ask) == before
    assert ask("sources").stdout == sources
    assert content(imports) == {}
    assert english.read_bytes() == raw


@pytest.mark.parametrize("arguments", [["esco"], ["remove", "onet"]], ids=["import", "remove"])
def test_the_next_command_need_not_wait(
    imports: Path, english: Path, american: Path, ask: Run, arguments: list[str]
) -> None:
    """The catalogue is compiled by the command that changes the imports, and by no other."""
    ask("import", "onet", str(american))
    ask("import", *arguments, *([str(english)] if arguments == ["esco"] else []))
    before = catalogue_file().stat()
    assert ask("show", "cloud-shepherd").returncode == 0
    assert catalogue_file().stat().st_ino == before.st_ino
    assert catalogue_file().stat().st_mtime_ns == before.st_mtime_ns


def test_an_import_that_cannot_be_compiled_is_none(
    imports: Path, data_copy: Path, english: Path, ask: Run
) -> None:
    """Broken shipped data are told, and no import is there that nobody has seen work."""
    (data_copy / "skills.toml").write_text("x = [", encoding="utf-8")
    done = ask("import", "esco", str(english))
    assert (done.returncode, done.stdout) == (65, "")
    assert "skills.toml" in done.stderr
    assert content(imports) == {}


def test_an_older_release_is_asked_twice(imports: Path, tmp_path: Path, ask: Run) -> None:
    """It is refused with both releases named; with --force the summary says what it replaced."""
    newer = str(unpacked(esco(), tmp_path / "ESCO v1.2.0"))
    older = str(unpacked(esco(), tmp_path / "ESCO v1.1.1"))
    assert imported(ask, "esco", newer)["imports"][0]["replaced"] is None
    before = content(imports)
    for lang in ("en", "nl"):
        done = ask("import", "esco", older, "--lang", lang)
        assert (done.returncode, done.stdout) == (2, "")
        for words in ("esco-en", "1.2.0", "1.1.1", "--force"):
            assert words in done.stderr
    assert content(imports) == before
    assert "In place of: 1.2.0" in ask("import", "esco", older, "--force").stdout.splitlines()
    assert imported(ask, "esco", newer)["imports"][0]["replaced"] == "1.1.1"


def test_the_same_twice_is_the_same(imports: Path, english: Path, ask: Run) -> None:
    """Files, roles and summary."""
    first = ask("import", "esco", str(english)).stdout
    before, roles = content(imports), slugs(ask)
    assert ask("import", "esco", str(english)).stdout == first
    assert content(imports) == before
    assert slugs(ask) == roles


def test_only_these_languages_change(
    imports: Path, english: Path, american: Path, tmp_path: Path, ask: Run
) -> None:
    """Dutch comes beside English, and O*NET stays what it was."""
    ask("import", "esco", str(english))
    ask("import", "onet", str(american))
    before = content(imports)
    dutch = zipped(esco("nl", "1.1"), tmp_path / "nl.zip")
    ask("import", "esco", str(dutch))
    after = content(imports)
    assert set(after) == {*before, "esco-nl.jsonl.gz"}
    assert all(after[name] == before[name] for name in before)
    titles = ask("show", "app-mender", "--lang", "nl").stdout
    assert titles.startswith("apphersteller\n")
    ask("import", "remove", "esco-nl")
    assert content(imports) == before
    assert ask("show", "app-mender", "--lang", "nl").stdout.startswith("app mender\n")


def test_a_language_alone(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Greek without English, without codes: every occupation has a slug, and is shown."""
    ask("import", "esco", str(zipped(esco("el", "1.1", bom=True), tmp_path / "el.zip")))
    found = json.loads(ask("list", "--origin", "esco", "--format", "json").stdout)["roles"]
    assert len(found) == 6
    for role in found:
        done = ask("show", role["slug"])
        assert (done.returncode, done.stderr) == (0, "")
    done = ask("show", "φαροφύλακας", "--format", "json")
    assert json.loads(done.stdout)["title"] == "φαροφύλακας"
    assert ask("show", "φαροφύλακας", PYTHONIOENCODING="ascii").returncode == 0


def test_the_path_as_somebody_writes_it(imports: Path, english: Path, ask: Run) -> None:
    """With a tilde, even one that the shell left; the summary says where that was."""
    home = {"HOME": str(english.parent)}
    done = ask("import", "esco", f"~/{english.name}", COLUMNS="300", **home)
    assert done.returncode == 0
    assert f"From: {english}" in done.stdout.splitlines()
    done = ask("import", "esco", "~nobody-of-that-name/x.zip")
    assert done.returncode == 2
    assert "no such file" in done.stderr


def test_a_download_with_an_odd_name(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Whatever bytes a folder is called: it comes in, and steers nothing."""
    for name in (b"caf\xe9", b"\x1b[31mrood", b"new\nline", "ESCO “één”".encode()):
        folder = Path(str(tmp_path) + "/" + name.decode("utf-8", "surrogateescape"))
        done = ask("import", "esco", str(unpacked(esco(), folder)))
        assert (done.returncode, done.stderr) == (0, "")
        assert "\x1b" not in done.stdout
        assert ask("import", "list").returncode == 0


# Any role as a role file


def test_a_role_file_from_an_imported_role(
    imports: Path, own_roles: Path, tmp_path: Path, ask: Run
) -> None:
    """It is TOML with what is known; check tells only what nobody has written yet."""
    rows = (DATA / "figures" / "esco.csv").read_text("utf-8").splitlines()
    uri = next(row.split(",")[0] for row in rows if ",6123," in row)
    ask("import", "esco", str(unpacked(esco(jobs=[BEEKEEPER._replace(uri=uri)]), tmp_path / "x")))
    done = ask("show", "hive-counter", "--format", "toml")
    assert (done.returncode, done.stderr) == (0, "")
    found = tomli.loads(done.stdout)
    assert found["codes"] == {"isco08": "6123", "esco": uri}
    assert found["en"]["title"] == "hive counter"
    assert found["en"]["aliases"] == ["counter of hives"]
    assert found["en"]["description"].startswith("Counts hives, and what lives in them.")
    assert found["nl"]["title"] == ""
    path = own_roles / "hive-counter.toml"
    path.write_text(done.stdout, "utf-8")
    done = ask("check", str(path), COLUMNS="1000")
    assert done.returncode == 65
    empty = ("category", "level", "education.", "skills", "training", "en.", "nl.")
    told = [row.split(": ")[1] for row in done.stdout.splitlines() if row.startswith(str(path))]
    assert len(told) > 10
    assert [key for key in told if not key.startswith(empty)] == []
    known = ("title", "summary", "description", "aliases")
    assert not {f"en.{key}" for key in known} & set(told)


def test_a_role_file_from_an_american_role(imports: Path, american: Path, ask: Run) -> None:
    """The codes that it has; what nobody has said in Dutch stays empty."""
    ask("import", "onet", str(american))
    found = tomli.loads(ask("show", "computer-programmers", "--format", "toml").stdout)
    assert found["codes"] == {"soc2018": "15-1251", "onet": "15-1251.00"}
    assert found["en"]["description"].splitlines()[2] == "Write small programs, and try them."
    assert (found["nl"]["title"], found["nl"]["description"]) == ("", "")


def test_a_role_file_in_any_encoding(imports: Path, tmp_path: Path, ask: Run) -> None:
    """Where the screen has nothing but ASCII the file is still TOML, and says the same."""
    ask("import", "esco", str(unpacked(esco("nl") | esco("en"), tmp_path / "x")))
    jobs = [JOBS[1]._replace(titles={"en": "“app” ménder"}, descriptions={"en": "Say “né”."})]
    keep("esco", unpacked(esco(jobs=jobs), tmp_path / "y"))
    whole = tomli.loads(ask("show", "app ménder", "--format", "toml").stdout)
    done = ask("show", "app ménder", "--format", "toml", PYTHONIOENCODING="ascii")
    assert tomli.loads(done.stdout) == whole
    assert whole["en"]["title"] == "“app” ménder"


def test_the_role_file_of_a_written_role_is_its_own(imports: Path, ask: Run) -> None:
    """Word for word, but for where an editor finds the schema."""
    done = ask("show", SHEPHERD.stem, "--format", "toml")
    head, _end, rest = done.stdout.partition("\n")
    assert head.startswith("#:schema file://")
    assert rest == SHEPHERD.read_text("utf-8").partition("\n")[2]


def test_own_roles_from_imported_ones(
    imports: Path, own_roles: Path, english: Path, ask: Run
) -> None:
    """A role file may be called what an imported role was called: that one steps aside."""
    ask("import", "esco", str(english))
    text = SHEPHERD.read_text("utf-8")
    for slug in ("app-mender", "welder-esco"):
        (own_roles / f"{slug}.toml").write_text(
            "\n".join(row for row in text.splitlines() if not row.startswith("aliases"))
            .replace("Cloud Shepherd", f"My {slug}")
            .replace("Wolkenherder", f"Mijn {slug}"),
            "utf-8",
        )
        done = ask("show", slug)
        assert done.stdout.startswith(f"My {slug}\n"), done.stderr
    assert len(slugs(ask)) == ROLES + 2 + 5  # the welder of ESCO is counted with ours
