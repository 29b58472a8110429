"""Lists and searches as they are drawn: bars of pay, what a job is, and how to see more."""

import json
import re
from typing import Any

import pytest

from tests.conftest import ROLES, Run, always

DRAWN = {"FORCE_COLOR": "1", "NO_COLOR": "1", "COLUMNS": "100"}


def data(ask: Run, *arguments: str) -> Any:
    """Return what a command prints as JSON."""
    return json.loads(ask(*arguments, "--format", "json").stdout)


def bars(screen: str) -> dict[str, str]:
    """Return by role the bar behind its name."""
    rows = re.findall(r"^[↗→↘]  (.+?)  .*?([·█]{16,})", screen, re.MULTILINE)
    return {name.strip(): bar for name, bar in rows}


def test_bars_are_on_one_axis(ask: Run) -> None:
    """Each as long as its middle half is wide, beginning where that does."""
    found = bars(ask("list", **{**DRAWN, "COLUMNS": "120"}).stdout)
    pay = {role["title"]: role["pay"] for role in data(ask, "list")["roles"] if role["pay"]}
    assert len({len(bar) for bar in found.values()}) == 1
    assert len(found) > 5
    begins = sorted(found, key=lambda name: found[name].index("█"))
    assert [pay[name]["low"] for name in begins] == sorted(pay[name]["low"] for name in begins)


@pytest.mark.parametrize("per, figures", [("year", "47–60–75"), ("month", "3.9–5.0–6.3")])
def test_figures_stand_beside_a_bar(per: str, figures: str, ask: Run) -> None:
    """In thousands, and the head says so."""
    screen = ask("list", "--per", per, **DRAWN).stdout
    assert re.search(rf"Cloud Shepherd +{figures} +·+█+·+ +hbo +0\.49", screen)
    assert f"in €1,000 a {per}" in screen


def test_an_hour_is_in_euros(ask: Run) -> None:
    """Not in thousands of them."""
    screen = ask("list", "--per", "hour", **DRAWN).stdout
    assert "in euros an hour" in screen
    assert re.search(r"Cloud Shepherd +24–31–38 ", screen)


def test_in_the_order_of_pay_those_without_have_no_place(ask: Run) -> None:
    """They are counted; elsewhere, and in other formats, they are listed."""
    screen = ask("list", "--sort", "salary", **DRAWN).stdout
    assert "2 of them have no published Dutch wage and are not ranked." in screen
    assert "Seam Singer" not in screen
    assert "Seam Singer" in ask("list", **DRAWN).stdout
    assert "Seam Singer" in ask("list", "--sort", "salary").stdout
    assert "not ranked" not in ask("list", "--sort", "salary").stdout
    assert len(data(ask, "list", "--sort", "salary")["roles"]) == ROLES


def test_roles_without_any_pay_are_listed(ask: Run) -> None:
    """Without an axis."""
    screen = ask("list", "--outlook", "growing", "--level", "executive", **DRAWN).stdout
    assert re.search(r"Chief Rain Officer +– +wo master +0\.44", screen)
    assert "█" not in screen


@pytest.mark.shipped
def test_bars_begin_at_the_minimum_of_an_adult(ask: Run) -> None:
    """What is less is told in figures, with a star, and no bar is below it."""
    screen = ask("list", "--category", "retail-hospitality", **DRAWN).stdout
    assert re.search(r"Waiter +19–27–30 \* +█+·+ ", screen)
    assert " 29.1k " in screen
    assert "youth wages" in screen
    assert "youth wages" not in ask("list", "--limit", "1", **DRAWN).stdout


@pytest.mark.long
@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("columns", [20, 40, 60, 80, 100, 200])
@pytest.mark.parametrize("more", [[], ["--tight", "--sort", "openings"], ["--sort", "salary"]])
@pytest.mark.shipped
def test_lists_fit_and_break_no_word(more: list[str], columns: int, lang: str, ask: Run) -> None:
    """At any width; a word that is folded would go on below in small letters."""
    screen = ask("list", *more, "--lang", lang, **DRAWN | {"COLUMNS": str(columns)}).stdout
    assert max(map(len, screen.splitlines())) <= columns
    if columns >= 40:
        roles = data(ask, "list", *more, "--lang", lang)["roles"]
        listed = [role["title"] for role in roles if role["pay"] or "salary" not in more]
        assert listed
        assert {word for title in listed for word in title.split()} <= set(screen.split())


# Searches


def test_a_hit_says_what_the_job_is_and_pays(ask: Run) -> None:
    """And the slug by which it is shown; where the words stood is told of prose alone."""
    out = ask("search", "cloud").stdout
    assert "Cloud Shepherd · senior · €46.8k–60.3k–75.2k\n" in out
    assert "  Brings clouds to where rain is wanted" in out
    assert "(cloud-shepherd)" in " ".join(out.split())
    assert "also called:" not in out
    assert "text: " in ask("search", "signature").stdout


def test_pay_of_a_search_is_dated_and_in_the_period_asked_for(ask: Run) -> None:
    """As in a list."""
    out = " ".join(ask("search", "cloud", "--per", "month", "--hours", "32").stdout.split())
    assert "€3,280 – €4,230 – €5,280" in out
    assert "gross a month at 32 hours a week, 2024: the middle half" in out
    page = data(ask, "search", "cloud", "--per", "month")
    assert (page["per"], page["pay_period"]) == ("month", "2024")
    assert page["hits"][0]["role"]["pay"]["unit"] == "EUR/month"


@pytest.mark.parametrize("command, rows", [(["list"], "roles"), (["search", "cloud"], "hits")])
def test_a_limit_holds_in_every_format(command: list[str], rows: str, ask: Run) -> None:
    """The first rows of all, with how many there are; without one, all of them."""
    everything, page = data(ask, *command), data(ask, *command, "--limit", "2")
    assert page[rows] == everything[rows][:2]
    assert page["found"] == everything["found"] == len(everything[rows]) > 2
    assert len(ask(*command, "--limit", "2", "--format", "csv").stdout.splitlines()) == 3
    assert f"2 of {page['found']}. More: --all" in ask(*command, "--limit", "2").stdout
    assert "More: --all" not in ask(*command, "--all").stdout


@pytest.mark.shipped
@pytest.mark.parametrize("encoding", always(["latin-1"], ["ascii", "latin-1", "cp1252"]))
@pytest.mark.parametrize("form", ["json", "csv", "md"])
def test_what_programs_read_is_utf_8(form: str, encoding: str, run: Run, ask: Run) -> None:
    """Whatever the code page: no accent and no sign is lost."""
    command = ["list"] if form == "csv" else ["show", "hbo-nurse"]
    arguments = [*command, "--lang", "nl", "--format", form]
    usual = ask(*arguments).stdout
    assert run(*arguments, PYTHONIOENCODING=encoding).stdout == usual
    assert "ë" in usual


@pytest.mark.shipped
def test_a_role_file_is_utf_8_too(run: Run, ask: Run) -> None:
    """It is saved, and read again by check."""
    arguments = ["show", "hbo-nurse", "--format", "toml"]
    assert run(*arguments, PYTHONIOENCODING="latin-1").stdout == ask(*arguments).stdout


def slugs(ask: Run, *arguments: str) -> list[str]:
    """Return the slugs of a list."""
    return [role["slug"] for role in data(ask, "list", *arguments)["roles"]]


@pytest.mark.parametrize(
    ("commas", "repeated"),
    [
        ("--level lead,junior", "--level lead --level junior"),
        ("--skill python,statistics", "--skill python --skill statistics"),
        ("--skill python,statistics --any", "--any --skill python --skill statistics"),
        ("--with-diploma mbo-4,hbo", "--with-diploma mbo4 --education HBO"),
        ("--level lead, --category keeping", "--level ,lead --category keeping"),
        ("--subject physics,economics", "--subject natuurkunde --subject economie"),
    ],
)
def test_several_values_by_comma_or_repeated(commas: str, repeated: str, ask: Run) -> None:
    """Which of the two does not matter."""
    found = slugs(ask, *commas.split())
    assert found == slugs(ask, *repeated.split())
    assert 0 < len(found) < ROLES


def test_values_are_read_in_both_languages(ask: Run) -> None:
    """Whatever language the page is in."""
    english = slugs(ask, "--level", "mid-level,lead", "--sort", "title")
    assert english == slugs(ask, "--level", "medior", "--level", "LEAD", "--sort", "titel")
    dutch = slugs(ask, "--level", "mid-level,lead", "--sort", "niveau", "--lang", "nl")
    assert sorted(dutch) == sorted(english)


def test_the_filters_are_repeated_on_the_page(ask: Run) -> None:
    """A program sees what was asked for."""
    page = data(ask, "list", "--with-diploma", "mbo4", "--no-study", "--skill", "python", "--any")
    assert page["with_study"] is False
    assert [diploma["id"] for diploma in page["having"]] == ["mbo-4"]
    assert {"with_diploma", "skill", "any"} <= set(page["filters"])
