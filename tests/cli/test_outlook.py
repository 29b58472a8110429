"""The outlook as it is read, in both languages."""

import csv
import io
import json

import pytest

from tests.conftest import Run


def career(ask: Run, slug: str, lang: str) -> str:
    """Return the career section of a page in running text, with its headline."""
    done = ask("show", slug, "--section", "career", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    return " ".join(done.stdout.split())


@pytest.mark.parametrize(
    "lang, said",
    [
        ("en", "growing to 2030: +8%, 30,100 places open up [1]"),
        ("en", "16 or more vacancies a job seeker; moving towards balance [1]"),
        ("en", "30,100, 20% of the jobs: 12,100 new, 18,000 of people who leave"),
        ("en", "employers will have hardly any trouble finding people"),
        ("nl", "groeiend tot 2030: +8%, 30.100 plekken komen vrij [1]"),
        ("nl", "16 of meer vacatures per werkzoekende"),
        ("nl", "30.100, 20% van de banen: 12.100 nieuwe en 18.000 van mensen die weggaan"),
        ("nl", "werkgevers vinden dan vrij makkelijk mensen"),
    ],
)
def test_the_forecast_is_told(ask: Run, lang: str, said: str) -> None:
    """Growing or not, is there work, how many places open up: nurses, the tightest group."""
    assert said in career(ask, "wind-nurse", lang)


@pytest.mark.parametrize(
    "lang, said",
    [
        ("en", "Finding work now, 2026 Q1: not published [1]"),
        ("en", "stable to 2030: +2%"),
        ("en", "One site says: growing [2] (Made up, like the job.)"),
        ("en", "no clear change: 382,000 in 2024 Q4, 400,000 in 2025 Q4"),
        ("en", "US reference: +33.5% expected over 2024–34"),
        ("nl", "Nu werk vinden, 2026 Q1: niet gepubliceerd [1]"),
        ("nl", "Eén site noemt: groeiend [2] (Verzonnen"),
        ("nl", "geen duidelijke verandering: 382.000 in het 4e kwartaal van 2024"),
        ("nl", "Ter vergelijking: VS: +33,5%"),
    ],
)
def test_what_is_missing_or_said_elsewhere_is_told_apart(ask: Run, lang: str, said: str) -> None:
    """A source for the very job comes after the forecast, and never in its place."""
    assert said in career(ask, "cloud-shepherd", lang)


def test_without_a_forecast_the_page_says_unknown(ask: Run, data_copy: object) -> None:
    """A group that ROA leaves out has no word, and no number is made up."""
    path = data_copy / "figures" / "roa-outlook-2030.csv"
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if not row.startswith("1012")), encoding="utf-8")
    text = career(ask, "wind-nurse", "en")
    assert "outlook to 2030 unknown [1]" in text
    assert "Growth to 2030: not in the published table [1]" in text
    outlook = json.loads(ask("show", "wind-nurse", "--format", "json").stdout)["outlook"]
    assert outlook["trend"] == "unknown"
    assert (outlook["growth"]["people"], outlook["growth"]["status"]) == (None, "not-in-table")


def test_the_outlook_in_json_says_whose_it_is(ask: Run) -> None:
    """Each part has numbers, class, source and the group that it is of."""
    outlook = json.loads(ask("show", "wind-nurse", "--format", "json").stdout)["outlook"]
    for name in ("growth", "openings", "bottleneck", "tightness"):
        part = outlook[name]
        assert part["class"]
        assert (part["source"], part["status"]) == ("roa-2026", "published")
        assert part["group"]["code"] == "1012"
    assert outlook["openings"]["replacement"] == {"people": 18_000, "percent": 12}
    assert (outlook["tightness"]["value"], outlook["tightness"]["capped"]) == (16, True)


def test_a_list_shows_what_it_is_sorted_and_narrowed_by(ask: Run) -> None:
    """Most places first; the column is there where the reader asked for it."""
    done = ask("list", "--tight", "--sort", "openings", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    openings = [int(row["openings"]) for row in rows]
    assert openings == sorted(openings, reverse=True)
    assert all(float(row["tightness"]) > 1.5 for row in rows)
    assert "Places to 2030" in ask("list", "--sort", "openings").stdout
    assert "Places to 2030" not in ask("list").stdout
    assert "Vacancies a seeker" in ask("list", "--tight").stdout
