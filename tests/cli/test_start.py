"""careers alone: where to begin."""

import json
import re
import shlex
from datetime import date, timedelta

import jsonschema
import pytest

import careercli.catalogue.start_page as module
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.start_page import SHOWN, start_page
from careercli.catalogue.store import open_catalogue
from careercli.locale import LANGUAGES, speak
from tests.cli import terminal
from tests.conftest import ROLES, ROOT, Run

DAY = date(2026, 11, 26)


@pytest.mark.parametrize("language", LANGUAGES)
def test_json_fits_its_schema(language: str, ask: Run) -> None:
    """A program may read it too, in both languages."""
    done = ask("--lang", language, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    page = json.loads(done.stdout)
    schema = json.loads((ROOT / "schema" / "output" / "start.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(page)
    assert (page["language"], page["roles"], page["occupations"]) == (language, ROLES, 0)
    assert len(page["wanted"]) == SHOWN


def test_it_has_the_readers_language_and_period(ask: Run) -> None:
    """Questions, words of lists, pay, and how to change the language."""
    english, dutch = ask(), ask("--lang", "nl")
    assert "What can I do with my diploma" in english.stdout
    assert "--work outdoors --without nights" in english.stdout
    assert "careers config lang nl" in english.stdout
    assert "Wat kan ik met mijn diploma" in dutch.stdout
    assert "--work buiten --without nachten" in dutch.stdout
    assert "careers config lang en" in dutch.stdout
    a_month = ask("--per", "month")
    for shown, period, least, most in (
        (english, "median a year", 12_000, 200_000),
        (a_month, "median a month", 1_000, 12_000),
    ):
        assert period in shown.stdout
        amounts = [int(found.replace(",", "")) for found in re.findall("€([0-9,]+)", shown.stdout)]
        assert len(amounts) == SHOWN
        assert all(least < amount < most for amount in amounts)


@pytest.mark.shipped
@pytest.mark.parametrize("rows, columns", [(24, 80), (24, 100)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_one_screen(language: str, rows: int, columns: int) -> None:
    """With a row for the prompt below; no line is too long, and no pager begins."""
    done = terminal.careers(
        "--no-color", rows=rows, columns=columns, CAREERS_LANG=language, CAREERS_PAGER="false"
    )
    assert done.code == 0
    lines = done.screen.rstrip("\n").split("\n")
    assert 10 < len(lines) < rows
    assert max(map(len, lines)) <= columns


@pytest.mark.shipped
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_on_it_succeeds(language: str, ask: Run) -> None:
    """Whatever it offers to type can be typed, in the language of the page."""
    page = json.loads(ask("--lang", language, "--format", "json").stdout)
    assert len(page["questions"]) > 8
    for row in page["questions"]:
        program, *words = shlex.split(row["command"])
        done = ask(*words, CAREERS_LANG=language)
        assert program == "careers"
        assert (done.returncode, done.stderr) == (0, ""), row["command"]
        assert done.stdout


def wanted(catalogue: Catalogue, day: date) -> list[str]:
    """Return which jobs are shown on a day."""
    return [role.slug for role in start_page(catalogue, day).wanted]


def test_other_jobs_on_another_day(catalogue: Catalogue) -> None:
    """The same all day; the next ones tomorrow; each has its turn."""
    today = wanted(catalogue, DAY)
    assert today == wanted(catalogue, DAY)
    assert len(set(today)) == SHOWN
    tomorrow = wanted(catalogue, DAY + timedelta(days=1))
    assert tomorrow != today
    of_wanted = start_page(catalogue, DAY).of_wanted
    days = [wanted(catalogue, DAY + timedelta(days=day)) for day in range(of_wanted)]
    assert len({slug for day in days for slug in day}) == of_wanted
    assert all(len(set(day)) == SHOWN for day in days)


@pytest.mark.shipped
def test_only_jobs_where_people_are_short(ask: Run) -> None:
    """Each has pay, and employers look for people there."""
    connection = open_catalogue()
    speak("en")
    page = start_page(Catalogue(connection, Reader("en")), DAY)
    connection.close()
    listed = json.loads(ask("list", "--tight", "--format", "json").stdout)["roles"]
    paid = {role["slug"] for role in listed if role["pay"] and not role["below_minimum"]}
    assert page.of_wanted == len(paid)
    assert {role.slug for role in page.wanted} <= paid


@pytest.mark.parametrize("number", range(3))
def test_few_jobs_are_shown_once(
    number: int, catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where fewer are wanted than are shown, none stands twice."""
    fewer = f"{module._WANTED} LIMIT {number}"
    monkeypatch.setattr(module, "_WANTED", fewer)
    for day in range(SHOWN):
        shown = wanted(catalogue, DAY + timedelta(days=day))
        assert len(set(shown)) == len(shown) == number


def test_there_is_a_page_as_markdown(ask: Run) -> None:
    """For who keeps notes."""
    done = ask("--format", "md")
    assert done.returncode == 0
    assert "careers explain bbl" in done.stdout
