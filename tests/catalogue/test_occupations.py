"""Imported occupations in the catalogue: names of their own, skills that are shared, who wins."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from careercli.catalogue import compiling
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.finding import find
from careercli.catalogue.listing import Filters, list_page
from careercli.catalogue.role_page import role_page
from careercli.catalogue.store import catalogue_file, open_catalogue
from careercli.errors import NotFoundError
from careercli.pages import Imported, RolePage
from careercli.roles.model import SLUG
from careercli.roles.reading import read_draft
from tests.conftest import DATA, ROLES, SHEPHERD
from tests.taxonomies.downloads import JOBS, MENDER, Job, esco, keep, occupation, unpacked
from tests.taxonomies.onet_downloads import CODER, onet

BEES = "http://data.europa.eu/esco/occupation/026401a9-7d56-4d7b-8052-38985ddbeafa"  # in the tables

Open = Callable[[], Catalogue]


@pytest.fixture
def opened(imports: Path) -> Iterator[Open]:
    """Opens the catalogue of what is imported by then."""
    found = []

    def open_it(language: str = "en") -> Catalogue:
        found.append(Catalogue(open_catalogue(), Reader(language)))
        return found[-1]

    yield open_it
    for catalogue in found:
        catalogue.connection.close()


def jobs(*titles: str, code: str = "", isco: str = "2512") -> list[Job]:
    """Return occupations with these titles in English."""
    return [Job(occupation(n), isco, code, {"en": t}) for n, t in enumerate(titles, start=100)]


def take_in(home: Path, found: list[Job], layout: str = "1.2") -> None:
    """Import these occupations."""
    keep("esco", unpacked(esco(layout=layout, jobs=found), home / "esco"))


def slugs(catalogue: Catalogue, origin: str) -> list[str]:
    """Return the slugs of the roles from somewhere."""
    rows = catalogue.rows("SELECT slug FROM role WHERE origin = :origin ORDER BY id", origin=origin)
    return [row["slug"] for row in rows]


def shown(catalogue: Catalogue, name: str, source: str | None = None) -> RolePage:
    """Return the page of the role by this name."""
    return role_page(catalogue, find(catalogue, name, source))


TITLES = {
    "the same six times": ["app mender"] * 6,
    "alike but for signs": ["app mender", "App-Mender", "app: mender", "äpp mender", "app mender!"],
    "no Latin letter": ["συγκολλητής", "φαροφύλακας", "γιατρός", "δάσκαλος", "μάγειρας"],
    "alike for eighty letters": [f"{'very ' * 20}{letter}" for letter in "abcde"],
    "like what they step aside to": ["welder", "welder esco", "welder-esco"] * 2,
}


@pytest.mark.parametrize("code", ["", "2512.9"])
@pytest.mark.parametrize("name", TITLES)
def test_every_occupation_has_a_slug_of_its_own(
    opened: Open, tmp_path: Path, name: str, code: str
) -> None:
    """Whatever the titles, with codes and without: it can be typed, and shows that one."""
    take_in(tmp_path, jobs(*TITLES[name], code=code), "1.2" if code else "1.1")
    catalogue = opened()
    found = slugs(catalogue, "esco")
    assert len(set(found)) == len(TITLES[name])
    assert [slug for slug in found if not re.fullmatch(SLUG, slug)] == []
    assert [shown(catalogue, slug).slug for slug in found] == found


def test_no_name_of_a_written_role_is_taken(opened: Open, tmp_path: Path) -> None:
    """Slugs, titles and aliases of every written role, in both languages, as occupations."""
    drafts = [read_draft(path, "shipped") for path in sorted(SHEPHERD.parent.glob("*.toml"))]
    titles: dict[str, str] = {}
    for draft in drafts:
        role = draft.role()
        for text in (role.en, role.nl):
            titles |= dict.fromkeys((text.title, *text.aliases, draft.slug), draft.slug)
    take_in(tmp_path, jobs(*titles))
    catalogue = opened()
    written, imported = slugs(catalogue, "shipped"), slugs(catalogue, "esco")
    assert len(written) == ROLES
    assert len(imported) == len(titles)
    assert not set(written) & set(imported)
    assert {slug: shown(catalogue, slug).origin for slug in written} == dict.fromkeys(
        written, "shipped"
    )
    for title, slug in titles.items():
        assert shown(catalogue, title).origin == "shipped", title
        assert title != slug or shown(catalogue, title).slug == slug


def test_skills_that_we_know_keep_our_id(opened: Open, tmp_path: Path) -> None:
    """By ESCO's URI, or by name and kind: roles of all sources share them."""
    take_in(tmp_path, [*JOBS])
    catalogue = opened()
    ids = [skill.id for skill in shown(catalogue, "welder-esco").skills]
    assert ids == ["metals", "join-plates", "seam-drawings", "keep-a-tidy-bench"]
    assert "patience" in [skill.id for skill in shown(catalogue, "hive counter").skills]
    names = [skill.name for skill in shown(opened("nl"), "welder-esco").skills]
    assert names[0] == "Materiaalkennis metaal"


def test_skills_without_a_dutch_name_keep_the_english_one(opened: Open, tmp_path: Path) -> None:
    """Until Dutch is imported too."""
    take_in(tmp_path, [*JOBS])
    assert shown(opened("nl"), "welder-esco").skills[1].name == "join plates"
    keep("esco", unpacked(esco("nl"), tmp_path / "nl"))
    assert shown(opened("nl"), "welder-esco").skills[1].name == "platen verbinden"
    assert shown(opened("en"), "welder-esco").skills[1].name == "join plates"


def test_what_the_source_says_of_a_skill_is_kept(opened: Open, tmp_path: Path) -> None:
    """Reuse, rating and marks."""
    take_in(tmp_path, [*JOBS])
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    catalogue = opened()
    reuse = {s.name: s.reuse and s.reuse.id for s in shown(catalogue, "app mender").skills}
    assert reuse == {"mend apps": "occupation-specific", "find faults": None, "Frisian": None}
    found = {skill.name: skill for skill in shown(catalogue, "computer programmers").skills}
    assert found["Programming"].importance == 4.5
    assert found["Git"].marks == ("hot", "in-demand")
    assert found["Programming"].need.id == "rated"


def own_role(folder: Path, name: str, esco_uri: str) -> None:
    """Write a role of the user's own with this name and ESCO occupation."""
    rows = SHEPHERD.read_text("utf-8").splitlines()
    text = "\n".join(row for row in rows if not row.startswith("aliases"))
    text = re.sub("^isco08 = .*$", 'isco08 = "6123"', text, flags=re.MULTILINE)
    text = re.sub("^esco = .*$", f'esco = "{esco_uri}"', text, flags=re.MULTILINE)
    text = text.replace("Cloud Shepherd", name).replace("Wolkenherder", f"{name} (nl)")
    path = folder / f"{name.lower().replace(' ', '-')}.toml"
    path.write_text(text, "utf-8")


def test_an_own_role_stands_before_the_occupation(
    opened: Open, own_roles: Path, tmp_path: Path
) -> None:
    """As soon as it has its URI, and no longer than it is there."""
    take_in(tmp_path, [JOBS[3]._replace(uri=BEES)])
    assert shown(opened(), "hive counter").origin == "esco"
    own_role(own_roles, "Bee Whisperer", BEES)
    catalogue = opened()
    page = shown(catalogue, "hive counter")
    assert (page.origin, page.slug) == ("user", "bee-whisperer")
    assert [found.slug for found in page.body.equivalents] == ["hive-counter-esco"]
    assert shown(catalogue, "hive counter", "esco").origin == "esco"
    (own_roles / "bee-whisperer.toml").unlink()
    assert shown(opened(), "hive counter").slug == "hive-counter"


def test_of_two_written_roles_one_stands_before_it(
    opened: Open, own_roles: Path, tmp_path: Path
) -> None:
    """The occupation is counted once, and found by its own slug."""
    take_in(tmp_path, [JOBS[3]._replace(uri=BEES)])
    own_role(own_roles, "Bee Whisperer", BEES)
    own_role(own_roles, "Hive Counter", BEES)
    catalogue = opened()
    assert shown(catalogue, "hive counter").slug == "hive-counter"
    assert shown(catalogue, "hive counter").origin == "user"
    assert shown(catalogue, "hive-counter-esco").origin == "esco"
    covered = catalogue.rows("SELECT COUNT(*) FROM role WHERE superseded_by IS NOT NULL")[0][0]
    assert covered == 1


@pytest.mark.parametrize("other", ["Bee Whisperer", "Wax Whisperer"])
def test_of_two_written_roles_the_nearest_by_name_stands_before_it(
    opened: Open, own_roles: Path, tmp_path: Path, other: str
) -> None:
    """Whoever types the occupation's title gets the role called most like it, first or last."""
    occupation = JOBS[3]
    take_in(tmp_path, [occupation])
    own_role(own_roles, "Hive Counters", occupation.uri)
    own_role(own_roles, other, occupation.uri)
    catalogue = opened()
    page = shown(catalogue, "hive counter")
    assert (page.origin, page.slug) == ("user", "hive-counters")
    assert [found.slug for found in page.body.equivalents] == ["hive-counter-esco"]


@pytest.mark.parametrize("isco", ["9998", "0000"])
def test_a_group_that_nobody_publishes(opened: Open, tmp_path: Path, isco: str) -> None:
    """The page says what it can."""
    take_in(tmp_path, jobs("odd jobber", isco=isco))
    page = shown(opened(), "odd jobber")
    assert page.title == "odd jobber"
    assert {figure.value for figure in page.figures} == {None}


def test_pay_of_the_group_is_no_level(opened: Open, tmp_path: Path) -> None:
    """Nobody has said how far up the job is, so nothing is said of where it stands."""
    take_in(tmp_path, [*JOBS])
    salary = shown(opened(), "app mender").salary
    assert salary.position is None
    assert salary.group.as_published.low == 27.0
    assert salary.references == ()


def test_a_source_that_is_not_imported_is_not_known(opened: Open, tmp_path: Path) -> None:
    """Nothing of it is found, and no source of it stands in the bibliography."""
    take_in(tmp_path, [*JOBS])
    catalogue = opened()
    with pytest.raises(NotFoundError):
        find(catalogue, "computer programmers")
    ids = {source.id for source in catalogue.sources()}
    assert "esco-download" in ids
    assert "onet-download" not in ids


def test_imports_stand_while_role_files_change(
    opened: Open, own_roles: Path, tmp_path: Path
) -> None:
    """They are not compiled again, and say the same."""
    take_in(tmp_path, [*JOBS])
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    before = {slug: shown(opened(), slug) for slug in slugs(opened(), "esco")}
    own_role(own_roles, "Bee Whisperer", BEES)
    assert shown(opened(), "bee whisperer").origin == "user"
    (own_roles / "bee-whisperer.toml").unlink()
    assert {slug: shown(opened(), slug) for slug in slugs(opened(), "esco")} == before


def everything(catalogue: Catalogue) -> dict[str, list[tuple[object, ...]]]:
    """Return what a catalogue says, table by table, in an order of its own."""
    tables = ("role", "role_text", "name", "skill", "role_skill", "edge", "relation", "word")
    texts = "SELECT rowid, title, aliases, skills, prose FROM search"
    queries = {"search": texts, **{name: f"SELECT * FROM {name}" for name in tables}}
    return {
        name: sorted((tuple(row) for row in catalogue.connection.execute(query)), key=repr)
        for name, query in queries.items()
    }


def test_a_catalogue_made_from_the_present_one_is_as_a_new_one(
    opened: Open, own_roles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Row by row, after roles came, changed and went that stand before occupations."""
    take_in(tmp_path, [JOBS[3]._replace(uri=BEES), *JOBS[:3]])
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    opened()
    own_role(own_roles, "Bee Whisperer", BEES)
    opened()
    own_role(own_roles, "Hive Counter", BEES)
    opened()
    (own_roles / "bee-whisperer.toml").unlink()
    with_base: list[object] = []
    compile_base = compiling.compile_base
    monkeypatch.setattr(
        compiling, "compile_base", lambda *given: with_base.append(1) or compile_base(*given)
    )
    laid_over = everything(opened())
    assert not with_base
    catalogue_file().unlink()
    assert everything(opened()) == laid_over
    assert with_base


def test_a_damaged_catalogue_is_no_base(opened: Open, own_roles: Path, tmp_path: Path) -> None:
    """What is made from it would be damaged: everything is compiled anew."""
    take_in(tmp_path, [*JOBS])
    whole = everything(opened())
    with closing(sqlite3.connect(catalogue_file())) as connection:
        connection.execute("DROP TABLE role_skill")
    own_role(own_roles, "Bee Whisperer", BEES)
    assert shown(opened(), "bee whisperer").origin == "user"
    (own_roles / "bee-whisperer.toml").unlink()
    assert everything(opened()) == whole


def test_the_tables_know_the_uri() -> None:
    """The bee breeder is a real occupation; the others here are made up."""
    assert f"{BEES},6123," in (DATA / "figures" / "esco.csv").read_text("utf-8")


def test_one_job_in_two_classifications_is_one_row(
    opened: Open, tmp_path: Path, data_copy: Path
) -> None:
    """By the published crosswalk: the one of ESCO, which says that O*NET has it too."""
    pairs = data_copy / "figures" / "esco-onet.csv"
    pairs.write_text(f"esco,onet\n{MENDER},{CODER}\n", encoding="utf-8")
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    catalogue = opened()
    page = list_page(catalogue, Filters())
    rows = {row.slug: row for row in page.roles}
    assert [origin.id for origin in rows["app-mender"].also] == ["onet"]
    assert "computer-programmers" not in rows
    assert shown(catalogue, "Computer Programmers").slug == "app-mender"
    assert shown(catalogue, "computer-programmers").slug == "computer-programmers"
    pair = [shown(catalogue, slug).body for slug in ("app-mender", "computer-programmers")]
    same = [body.occupation.same[0].slug for body in pair if isinstance(body, Imported)]
    assert same == ["computer-programmers", "app-mender"]
