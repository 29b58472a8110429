"""What an import brings to every command: roles like any others, and where they are from."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import DATA, ROLES, ROOT, Run
from tests.taxonomies.downloads import (
    DRONE_HERD,
    JOBS,
    NOTE,
    WELDER,
    csv_file,
    esco,
    keep,
    unpacked,
)
from tests.taxonomies.onet_downloads import onet, text_file

CODER = "computer-programmers"
WELDERS = "welders-cutters-solderers-and-brazers-onet"
ESCO_ROLES = {
    "app-mender": "app mender",
    "pocket-app-mender": "pocket app mender",
    "hive-counter": "hive counter",
    "data-analyst-esco": "data analyst",
    "lighthouse-watcher": "lighthouse watcher",
    "droneherder": "droneherder",
    "welder-esco": "welder",
}
ONET_ROLES = {
    CODER: "Computer Programmers",
    "computer-systems-engineers-architects": "Computer Systems Engineers/Architects",
    "agricultural-equipment-operators": "Agricultural Equipment Operators",
    "maintenance-and-repair-workers-general": "Maintenance and Repair Workers, General",
    WELDERS: "Welders, Cutters, Solderers, and Brazers",
}
COMMANDS = {
    "show esco": ["show", "app-mender"],
    "show onet": ["show", CODER],
    "show covered": ["show", "welder", "--origin", "esco"],
    "show bare": ["show", "maintenance-and-repair-workers-general"],
    "show written": ["show", "welder"],
    "ladder": ["ladder", "app-mender"],
    "compare": ["compare", "app-mender", CODER, "fog-counter"],
    "list": ["list", "--origin", "esco", "--origin", "onet", "--origin", "shipped"],
    "search": ["search", "mend"],
    "sources": ["sources", CODER],
    "vacancies": ["vacancies", "hive-counter"],
    "import": ["import", "list"],
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with imports: ESCO in English, in Dutch of a later release, and O*NET."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERS_IMPORTS", str(home / "imports"))
        keep("esco", unpacked(esco(), home / "ESCO v1.2.0 en"))
        keep("esco", unpacked(esco("nl", jobs=(*JOBS, DRONE_HERD)), home / "ESCO v1.3.0 nl"))
        keep("onet", unpacked(onet(), home / "db_30_1_text"))
    return home


@pytest.fixture(autouse=True)
def imported(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test here reads those imports."""
    monkeypatch.setenv("CAREERS_IMPORTS", str(home / "imports"))
    monkeypatch.setenv("CAREERS_CACHE", str(home / "cache"))
    return


def page(ask: Run, *arguments: str) -> Any:
    """Return what a command prints as JSON."""
    done = ask(*arguments, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


def shown(ask: Run, *arguments: str, **environment: str) -> str:
    """Return what a command prints, on one line."""
    done = ask(*arguments, **environment)
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


@pytest.mark.parametrize("form", ["text", "json", "md"])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_every_form(command: str, lang: str, form: str, ask: Run) -> None:
    """It works and says nothing on stderr; JSON fits its schema; the note is nowhere."""
    arguments = COMMANDS[command]
    done = ask(*arguments, "--format", form, "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    assert NOTE not in done.stdout
    assert "regulatedProfession" not in done.stdout
    if form == "json":
        schema = json.loads((ROOT / "schema" / "output" / f"{arguments[0]}.json").read_text())
        found = json.loads(done.stdout)
        jsonschema.Draft202012Validator(schema).validate(found)
        assert found["language"] == lang


@pytest.mark.parametrize("drawn", ["", "1"])
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_narrow_screen(command: str, lang: str, drawn: str, ask: Run) -> None:
    """At 40 columns nothing is wider, but for addresses in plain text."""
    done = ask(*COMMANDS[command], "--lang", lang, COLUMNS="40", FORCE_COLOR=drawn, NO_COLOR="1")
    assert (done.returncode, done.stderr) == (0, "")
    # A table that is piped is cut by nobody.
    plain_table = not drawn and command in ("list", "compare", "ladder", "show written")
    for row in done.stdout.splitlines():
        whole = max(row.split(), key=len, default="")
        assert len(row) <= 40 or plain_table or len(whole) > 30, row


# Names and places


def test_every_occupation_is_a_role(ask: Run) -> None:
    """With a slug of its own: what a written role is called, no imported one is."""
    for origin, roles in (("esco", ESCO_ROLES), ("onet", ONET_ROLES)):
        found = page(ask, "list", "--origin", origin)["roles"]
        assert {role["slug"]: role["title"] for role in found} == roles
        assert {role["origin"]["id"] for role in found} == {origin}
    written = {path.stem for path in (DATA / "roles").glob("*.toml")}
    assert not written & {*ESCO_ROLES, *ONET_ROLES}


def test_what_a_written_role_stands_for_is_counted_once(ask: Run) -> None:
    """A list without a source has each job once."""
    roles = page(ask, "list")["roles"]
    assert len(roles) == ROLES + len(ESCO_ROLES) + len(ONET_ROLES) - 2
    assert not {"welder-esco", WELDERS} & {role["slug"] for role in roles}


def test_no_more_roles_are_listed_than_there_are(ask: Run) -> None:
    """Whichever sources are asked for."""
    found = page(ask, "list", "--origin", "esco", "--origin", "onet", "--origin", "shipped")
    assert len(found["roles"]) <= found["total"]


@pytest.mark.parametrize(
    "name, slug",
    [
        ("app mender", "app-mender"),
        ("APPHERSTELLER", "app-mender"),
        ("software patcher", "app-mender"),
        ("data analyst", "fog-counter"),
        ("data-analist", "fog-counter"),
        ("data-analyst-esco", "data-analyst-esco"),
        ("welder", "seam-singer"),
        ("lasser", "seam-singer"),
        ("seam hand", "seam-singer"),  # ESCO's other titles mean the same job
        ("Torch Hand", WELDERS),  # O*NET's are jobs that are counted in it
        ("welder-esco", "welder-esco"),
        ("droneherder", "droneherder"),
    ],
)
def test_a_role_is_found_by_any_of_its_names(name: str, slug: str, ask: Run) -> None:
    """In either language; a written role comes before the occupation that it stands for."""
    assert page(ask, "show", name)["slug"] == slug


@pytest.mark.parametrize(
    "arguments, slug",
    [
        (["welder", "--origin", "esco"], "welder-esco"),
        (["Lasser", "--origin", "ESCO"], "welder-esco"),
        (["data analyst", "--origin", "esco"], "data-analyst-esco"),
        (["data analyst", "--origin", "shipped"], "fog-counter"),
        (["torch hand", "--origin", "onet"], WELDERS),
    ],
)
def test_a_source_asks_for_just_that(arguments: list[str], slug: str, ask: Run) -> None:
    """The occupation itself, or the role."""
    assert page(ask, "show", *arguments)["slug"] == slug


@pytest.mark.parametrize(
    "arguments, code, told",
    [
        (["show", "app mender", "--origin", "onet"], 1, "no role"),
        (["show", "welder", "--origin", "user"], 1, "no role"),
        (["show", "welder", "--origin", "rome"], 2, "shipped, user, esco, onet"),
        (["list", "--origin", "rome"], 2, "shipped, user, esco, onet"),
        (["list", "--origin", "user"], 1, "No role passes"),
        (["search", "mend", "--origin", ""], 2, "shipped, user, esco, onet"),
        (["search", "mend", "--origin", "onet"], 1, "Nothing found"),
    ],
)
def test_a_wrong_source_is_told(arguments: list[str], code: int, told: str, ask: Run) -> None:
    """With the sources that there are."""
    done = ask(*arguments, COLUMNS="200")
    assert (done.returncode, done.stdout.strip().count("\n") < 9) == (code, True)
    assert told in done.stderr


@pytest.mark.parametrize(
    "arguments, slugs",
    [
        (["mend", "--origin", "esco"], {"app-mender", "pocket-app-mender"}),
        (["programmaplakker"], {"app-mender"}),
        (["platenlasser"], {"seam-singer"}),
        (["platenlasser", "--origin", "esco"], {"welder-esco"}),
        (["count", "hives"], {"hive-counter"}),
        (["drone herder"], {"droneherder"}),
        (["Turbo Loom"], {CODER}),
        (["sweep the code"], {CODER}),
    ],
)
def test_search_finds_imported_roles(arguments: list[str], slugs: set[str], ask: Run) -> None:
    """By title, other title, skill and text, in either language."""
    found = {hit["role"]["slug"] for hit in page(ask, "search", *arguments)["hits"]}
    assert slugs <= found
    if "--origin" in arguments:
        assert found <= set(ESCO_ROLES)


# What a page says, and what it leaves out


def headings(ask: Run, *arguments: str) -> list[str]:
    """Return the titles of the sections of a page."""
    done = ask(*arguments, "--format", "md")
    return re.findall("^## (.+)$", done.stdout, re.MULTILINE)


def test_sections_without_a_word_are_left_out(ask: Run) -> None:
    """ESCO says nothing of education and ladders, O*NET nothing of ladders."""
    of_esco, of_onet = headings(ask, "show", "app-mender"), headings(ask, "show", CODER)
    whole = headings(ask, "show", "fog-counter")
    assert {"Training and education", "Career ladder"} <= set(whole)
    assert not {"Training and education", "Career ladder"} & set(of_esco)
    assert set(of_onet) - set(of_esco) == {"Training and education", "Interests"}
    bare = headings(ask, "show", "lighthouse-watcher")
    assert not {"Required skills", "What the job is"} & set(bare)


def test_a_section_that_is_not_there_is_told(ask: Run) -> None:
    """Whoever asks for just that reads that there is nothing."""
    said = shown(ask, "show", "app-mender", "--section", "education")
    assert "There is nothing about this in ESCO" in said
    assert "nothing about this" not in shown(ask, "show", CODER, "--section", "education")


def test_the_page_of_an_occupation(ask: Run) -> None:
    """Text, code, link, release and day stand on it."""
    said = shown(ask, "show", "app-mender")
    assert "App menders put broken programs right." in said
    assert "Skills, in this job: mend apps Skills: find faults" in said
    assert "ISCO-08 2512 Software developers" in said
    assert "ESCO 2512.9" in said
    found = page(ask, "show", "app-mender")["occupation"]
    assert found["link"].startswith("http://data.europa.eu/esco/occupation/")
    assert (found["code"], found["group"]["code"]) == ("2512.9", "2512")


def test_the_page_of_an_american_occupation(ask: Run) -> None:
    """Tasks, ratings, tools and preparation; what is rated low is only counted."""
    said = shown(ask, "show", CODER)
    assert said.index("Write small programs") < said.index("Sweep the code")
    assert "Programming 4.5" in said
    assert "Repairing 1.5" not in said
    assert "1 more, below 2.5" in said
    assert "Turbo Loom" in said
    assert "Job Zone Four" in said
    assert "Bachelor's Degree (71%)" in said or "Bachelor's Degree (70%)" in said
    assert "€" not in said


def test_a_text_in_another_language_says_so(ask: Run) -> None:
    """The job that only Dutch has, for an English reader; not for a Dutch one."""
    assert "This text is in Dutch" in shown(ask, "show", "droneherder")
    assert "is in het" not in shown(ask, "show", "droneherder", "--lang", "nl")
    assert "Deze tekst is in het Engels" in shown(ask, "show", CODER, "--lang", "nl")
    assert "This text is in" not in shown(ask, "show", CODER)
    for slug, lang, written in (("droneherder", "en", "nl"), ("app-mender", "nl", "nl")):
        found = page(ask, "show", slug, "--lang", lang)["occupation"]
        assert found["language"]["id"] == written


def test_a_page_says_which_release_it_is_from(ask: Run) -> None:
    """Its own, where languages were imported of different ones."""
    assert page(ask, "show", "lighthouse-watcher")["occupation"]["release"] == "1.2.0"
    assert page(ask, "show", "droneherder")["occupation"]["release"] == "1.3.0"


def test_neighbours_in_the_classification(ask: Run) -> None:
    """Broader and narrower ones; where a written role stands for one, it is that role."""
    pocket = page(ask, "show", "pocket-app-mender")["occupation"]
    assert [role["slug"] for role in pocket["broader"]] == ["app-mender"]
    mender = page(ask, "show", "app-mender")["occupation"]
    assert [role["slug"] for role in mender["narrower"]] == ["pocket-app-mender"]
    coder = page(ask, "show", CODER)["occupation"]
    assert [role["slug"] for role in coder["related"]] == [
        "seam-singer",
        "computer-systems-engineers-architects",
    ]
    assert "app-mender" in shown(ask, "show", "pocket-app-mender", "--section", "discover")


def test_the_written_page_leads_to_the_occupation(ask: Run) -> None:
    """With what it lists; the command on the page shows just that."""
    said = shown(ask, "show", "welder", "--section", "skills", COLUMNS="200")
    assert "ESCO lists 4 skills: careers show welder-esco --section skills" in said
    assert f"O*NET lists 2 skills: careers show {WELDERS} --section skills" in said
    listed = shown(ask, "show", "welder-esco", "--section", "skills")
    for name in ("Metals and their properties", "join plates", "seam drawings", "tidy bench"):
        assert name in listed
    found = page(ask, "show", "welder")["equivalents"]
    assert [(one["origin"], one["skills"]) for one in found] == [
        ("esco", {"essential": 3, "useful": 1}),
        ("onet", {"rated": 2}),
    ]


# Figures and sources


def figures(ask: Run, slug: str) -> dict[str, Any]:
    """Return the published figures on a page by their ids."""
    return {
        figure["id"]: figure["value"]
        for figure in page(ask, "show", slug)["figures"]
        if figure["value"] is not None
    }


def test_wages_and_exposure_come_with_the_isco_group(ask: Run) -> None:
    """The same as those of a written role in the group; nothing American without a code."""
    written, found = figures(ask, "mist-weigher"), figures(ask, "app-mender")
    assert found
    assert all(name.startswith(("cbs", "roa", "uwv", "ilo")) for name in found)
    assert {name: value for name, value in written.items() if name in found} == found
    assert found["ilo-2025"] == 0.53


def test_american_figures_come_with_the_soc_code(ask: Run) -> None:
    """Pay, projection and three measures; nothing Dutch without a code."""
    found = figures(ask, CODER)
    assert found["bls-wage-median"] == 98670
    assert found["bls-projection-change"] == -6
    assert found["eloundou-human"] == 0.6833
    assert not any(name.startswith(("cbs", "ilo")) for name in found)


def test_figures_of_a_combined_code_are_found(ask: Run, data_copy: Path) -> None:
    """Where a US table counts an occupation only together with others, the page says so."""
    wages = data_copy / "figures" / "bls-wages-2024.csv"
    kept = [row for row in wages.read_text().splitlines() if not row.startswith("15-1251")]
    wages.write_text("\n".join(kept) + "\n")
    with (data_copy / "figures" / "soc2018-combined.csv").open("a") as file:
        file.write("15-1251,15-1299\n")
    assert figures(ask, CODER)["bls-wage-median"] == 108970
    said = " ".join(shown(ask, "show", CODER, "--section", "salary").split())
    assert "Computer Occupations, All Other (SOC 2018 15-1299, counted together)" in said


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize(
    "slug, source, licence",
    [("app-mender", "esco-download", "ESCO"), (CODER, "onet-download", "CC BY 4.0")],
)
def test_the_source_stands_there_with_its_licence(
    slug: str, source: str, licence: str, lang: str, ask: Run
) -> None:
    """On the page, first of its notes, and in the bibliography."""
    cited = page(ask, "show", slug, "--lang", lang)["sources"]
    (first,) = [one for one in cited if one["id"] == source]
    assert licence in first["licence"]
    listed = shown(ask, "sources", slug, "--lang", lang)
    assert f"[1] {first['authors']} ({first['year']}). {first['title']}. " in listed
    assert first["licence"] in listed
    assert source in {one["id"] for one in page(ask, "sources")["sources"]}


def test_the_written_role_has_the_code_of_its_counterpart(ask: Run) -> None:
    """The codes of a role and its counterpart are the same."""
    assert page(ask, "show", "welder-esco")["codes"]["esco"] == WELDER
    assert page(ask, "show", "welder")["codes"]["esco"] == WELDER


# Words that are no names


@pytest.mark.parametrize("words", ["bug squasher", "Software Plumber", "foutenplager"])
def test_hidden_words_find_and_are_not_shown(words: str, ask: Run) -> None:
    """People type them; the occupation is not called so."""
    assert page(ask, "show", words)["slug"] == "app-mender"
    hits = page(ask, "search", words)["hits"]
    assert [hit["role"]["slug"] for hit in hits] == ["app-mender"]
    for lang in ("en", "nl"):
        said = ask("show", "app-mender", "--lang", lang).stdout.casefold()
        said += ask("show", "app-mender", "--lang", lang, "--format", "json").stdout.casefold()
        assert words.casefold() not in said


@pytest.mark.parametrize(
    "name, skill",
    [
        ("patch apps", "mend-apps"),
        ("Metal Lore", "metal ways"),  # a skill that we list by ourselves
        ("find faults", "find-faults"),  # its own name, and another one of mending apps
    ],
)
def test_a_skill_is_found_by_its_other_names(name: str, skill: str, ask: Run) -> None:
    """The same roles as by its name."""
    found, named = (page(ask, "list", "--skill", word)["roles"] for word in (name, skill))
    assert [role["slug"] for role in found] == [role["slug"] for role in named] != []


def test_a_slug_stays_when_english_comes(imports: Path, tmp_path: Path, ask: Run) -> None:
    """It is that of the English title that we ship, whatever language is there."""
    rows = (DATA / "figures" / "esco.csv").read_text("utf-8").splitlines()
    uri = next(row.split(",")[0] for row in rows if ",6123," in row)
    titles = {"el": "μελισσοκόμος", "fr": "apiculteur", "en": "bee breeder"}
    job = JOBS[3]._replace(uri=uri, titles=titles)
    for language, title in titles.items():
        keep("esco", unpacked(esco(language, jobs=[job]), tmp_path / language))
        (role,) = page(ask, "list", "--origin", "esco")["roles"]
        assert role["slug"] == "bee-breeder"
        assert page(ask, "show", title)["slug"] == "bee-breeder"


def test_a_group_that_the_download_lacks_is_in_our_table(
    imports: Path, tmp_path: Path, ask: Run
) -> None:
    """A shortened table has no group; of an occupation that we know it is known, else unknown."""
    rows = (DATA / "figures" / "esco.csv").read_text("utf-8").splitlines()
    known = next(row.split(",")[0] for row in rows if ",6123," in row)
    titles = [(known, "apiculteur"), (JOBS[1].uri, "réparateur")]
    head = ["conceptUri", "preferredLabel"]
    table = csv_file(head, [dict(zip(head, row, strict=True)) for row in titles])
    keep("esco", unpacked({"occupations_fr.csv": table}, tmp_path / "x"))
    assert page(ask, "show", "apiculteur")["codes"]["isco08"] == "6123"
    assert "isco08" not in page(ask, "show", "réparateur")["codes"]
    for lang, words in (("en", "no group is known"), ("nl", "geen groep bekend")):
        done = ask("show", "réparateur", "--lang", lang, COLUMNS="200")
        assert (done.returncode, done.stderr) == (0, "")
        assert words in done.stdout


def test_american_figures_of_an_older_release(imports: Path, tmp_path: Path, ask: Run) -> None:
    """A code of 2010 leads to the figures of today; one that was parted has none, and a page."""
    files = {
        "Read Me.txt": b"O*NET 23.1 Database",
        "Occupation Data.txt": text_file(
            "O*NET-SOC Code,Title,Description",
            [
                ("15-1131.00", "Computer Programmers", "x"),
                ("15-1132.00", "Software Developers, Applications", "x"),
            ],
        ),
    }
    keep("onet", unpacked(files, tmp_path / "x"))
    carried = page(ask, "show", "Computer Programmers")
    assert carried["codes"]["onet"] == "15-1251.00"
    assert carried["salary"]["references"][0]["shown"]["median"]
    for form in ("text", "md", "json", "toml"):
        done = ask("show", "Software Developers, Applications", "--format", form)
        assert (done.returncode, done.stderr) == (0, "")
