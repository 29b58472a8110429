"""The one rule for names: what a title leads to, in which order, and what is a choice."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.naming import called, keys_of
from careercli.catalogue.store import open_catalogue
from careercli.names import name_key
from tests.taxonomies.downloads import esco, keep, unpacked
from tests.taxonomies.onet_downloads import onet


def led(catalogue: Catalogue, typed: str, origin: str | None = None) -> list[str]:
    """Return the slugs and codes that have a name."""
    found = called(catalogue, typed, origin)
    return [catalogue.ref(role).slug for role in found.roles] + list(found.groups)


@pytest.fixture
def imported(imports: Path, tmp_path: Path) -> Catalogue:
    """The made-up roles with small downloads of ESCO and O*NET."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    return Catalogue(open_catalogue(), Reader())


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "lang", "found"),
    [
        # a role goes before the group that counts it, in the reader's language or another
        ("plumber", "en", ["plumber"]),
        ("loodgieter", "en", ["plumber"]),
        ("plumber", "nl", ["plumber"]),
        # other forms: plural, the other gender, spellings, order
        ("loodgieters", "nl", ["plumber"]),
        ("policewoman", "en", ["police-officer"]),
        ("wijkverpleegster", "nl", ["hbo-nurse"]),
        ("timmerlieden", "nl", ["carpenter"]),
        ("medewerkster receptie", "nl", ["receptionist"]),  # the job stands in front
        ("stukadoors", "nl", ["7123"]),
        ("bestuurssecretaresse", "nl", ["3343"]),  # CBS counts it: it is no bestuurssecretaris
        ("actress", "en", ["2655"]),
        ("stewardess", "nl", ["5111"]),
        ("business systems analysts", "en", ["2511"]),
        ("manager, hotel", "en", ["1411"]),
        ("sales mgr", "en", ["1221"]),
        # what a title may be read as, and what an advertisement adds
        ("leraar/lerares", "nl", ["secondary-teacher"]),
        ("UI/UX designer", "en", ["ux-designer"]),
        ("UX/UI designer", "en", ["ux-designer"]),
        ("Senior Software Engineer - Remote (m/f/d)", "en", ["software-developer"]),
        ("software engineer III", "en", ["software-developer"]),
        ("P&O-adviseur", "nl", ["hr-adviser"]),
        ("Supervisor Guarding bij Maanlicht", "nl", []),  # of that somebody is no supervisor
        ("stukadoors bij de Maanbouw", "nl", ["7123"]),
        ("Software Engineer at Moonlight", "en", ["software-developer"]),
        # a name that several have
        ("nurse", "en", ["hbo-nurse", "mbo-nurse"]),
        ("verpleegkundige", "nl", ["hbo-nurse", "mbo-nurse"]),
        # the reader's language decides
        ("curator", "en", ["2621"]),
        # codes
        ("7115", "en", ["7115"]),
        ("ISCO-08 7115", "en", ["7115"]),
        ("isco 9999", "en", []),
        ("29-1141.01", "en", []),
        ("http://data.europa.eu/esco/occupation/nowhere", "en", []),
        # nothing of the kind
        ("xqzvbn", "en", []),
        ("P&O", "nl", []),
        ("QA", "en", []),
        ("IT", "en", []),
    ],
)
def test_a_name_leads_to_what_has_it(
    typed: str, lang: str, found: list[str], catalogue: Catalogue
) -> None:
    """One rule, whoever asks."""
    catalogue.reader = Reader(lang)
    assert led(catalogue, typed) == found


@pytest.mark.shipped
def test_codes_are_names(catalogue: Catalogue) -> None:
    """Of SOC, O*NET and ESCO: each leads to every written role that has it."""
    for row in catalogue.rows(
        "SELECT slug, value, json_each.key AS system FROM role, json_each(codes)"
    ):
        if row["system"] != "isco08":
            assert row["slug"] in led(catalogue, row["value"]), row["value"]


@pytest.mark.shipped
def test_no_name_of_a_role_is_lost(catalogue: Catalogue) -> None:
    """In its own language every title and alias leads to its role, alone or in a choice."""
    rows = catalogue.rows(
        "SELECT shown, language, slug FROM name JOIN role ON role.id = role WHERE rank IN (1, 2)"
    )
    for row in rows:
        catalogue.reader = Reader(row["language"])
        assert row["slug"] in led(catalogue, row["shown"]), row["shown"]


@pytest.mark.parametrize(
    ("typed", "origin", "found"),
    [
        ("imker", None, ["6123"]),
        ("welder", None, ["seam-singer"]),
        ("welder", "esco", ["welder-esco"]),
        ("imker", "esco", []),
        ("Program Smith", None, ["computer-programmers", "agricultural-equipment-operators"]),
        ("15-1251.00", None, ["computer-programmers"]),
        ("2512.9", None, ["app-mender"]),
        ("hive whisperer", None, ["6123"]),
        ("Hive Whisperer / app mender", None, ["app-mender", "6123"]),
    ],
)
def test_imports_come_last(
    typed: str, origin: str | None, found: list[str], imported: Catalogue
) -> None:
    """Unless somebody asks for them; what several have is a choice there too."""
    assert led(imported, typed, origin) == found


@pytest.mark.parametrize(
    ("slug", "cbs", "shown"),
    [("hive-counter", "hive counter,9112", ["hive-counter"]), ("pocket", "pocket,9112", [])],
)
def test_an_import_never_changes_a_better_answer(
    slug: str, cbs: str, shown: list[str], imports: Path, tmp_path: Path, data_copy: Path
) -> None:
    """A title that CBS counts in another group than that of an imported occupation."""
    titles = data_copy / "figures" / "cbs-titles.csv"
    titles.write_text(f"{titles.read_text('utf-8')}{cbs}\n", encoding="utf-8")
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    catalogue = Catalogue(open_catalogue(), Reader("nl"))
    title = cbs.partition(",")[0]
    assert led(catalogue, title) == ["9112"]
    assert led(catalogue, slug, "esco") == shown


def test_a_part_of_a_published_title_is_no_word_on_one_that_was_placed(data_copy: Path) -> None:
    """A counter of moons is a moon poet there, and by itself what the editors say."""
    cbs, ours = data_copy / "figures" / "cbs-titles.csv", data_copy / "titles.csv"
    cbs.write_text(f"{cbs.read_text('utf-8')}maandichter / maanteller,9112\n", encoding="utf-8")
    ours.write_text(f"{ours.read_text('utf-8')}6123,nl,maanteller\n", encoding="utf-8")
    catalogue = Catalogue(open_catalogue(), Reader("nl"))
    assert led(catalogue, "maandichter") == ["9112"]
    assert led(catalogue, "maanteller") == ["6123"]


@given(st.text(max_size=40))
def test_keys_are_keys(title: str) -> None:
    """Whatever is typed: each is compared as it is, none twice."""
    keys = keys_of(title)
    assert len(set(keys)) == len(keys)
    assert [key for key in keys if key != name_key(key)] == []


READING = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@READING
@given(st.text(max_size=30))
def test_whatever_is_typed_has_an_answer(catalogue: Catalogue, typed: str) -> None:
    """None of it is an error, and what is found exists."""
    found = called(catalogue, typed)
    for role in found.roles:
        assert catalogue.ref(role).slug
    for group in found.groups:
        assert catalogue.group_name(group)
