"""careers path: the way from one job to another."""

import json

import jsonschema
import pytest

from tests.conftest import ROOT, Run

WAY = ("path", "junior-cloud-shepherd", "head-of-weather")
NONE = ("path", "moon-polisher", "wind-nurse")


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("way", [WAY, NONE], ids=["way", "none"])
def test_it_is_as_the_schema_says(way: tuple[str, ...], lang: str, ask: Run) -> None:
    """In either language, where there is a way and where there is none."""
    done = ask(*way, "--format", "json", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    page = json.loads(done.stdout)
    schema = json.loads((ROOT / "schema" / "output" / "path.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(page)
    assert (page["route"] is None) == (way is NONE)
    assert page["cost"] <= page["cost_direct"]


def test_the_numbers_of_a_way_are_those_of_its_steps(ask: Run) -> None:
    """Years and study altogether; each step says what is had and what is missing."""
    page = json.loads(ask(*WAY, "--format", "json").stdout)
    route = page["route"]
    assert route["steps"][-1]["role"]["slug"] == "head-of-weather"
    studies = [step["way"]["years"] or [0, 0] for step in route["steps"] if step["way"]]
    assert route["study"] == [sum(years[0] for years in studies), sum(y[1] for y in studies)]
    assert route["years"][0] <= route["years"][1]
    for step in route["steps"]:
        assert step["have"] or step["missing"]


@pytest.mark.parametrize("form", ["text", "md"])
def test_a_way_is_told_step_by_step(form: str, ask: Run) -> None:
    """And all of it together."""
    said = " ".join(ask(*WAY, "--format", form).stdout.split())
    assert "From Junior Cloud Shepherd to Head of Weather" in said
    assert "Altogether" in said
    assert "learn" in said


@pytest.mark.parametrize("form", ["text", "md"])
def test_where_there_is_no_road_it_says_so(form: str, ask: Run) -> None:
    """With what lies between."""
    said = " ".join(ask(*NONE, "--format", form).stdout.split())
    assert "no road" in said
    assert "Diploma" in said
    assert "Skills" in said
    page = json.loads(ask(*NONE, "--format", "json").stdout)
    assert page["training"]
    assert [one for one in page["training"] if one["later"]] == []
    assert f"Training for {page['goal']['title']}" in said
    assert page["training"][0]["name"] in said


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["cloud-shepherd", "cloud-shepherd"], 2, "the same"),
        (["cloud-shepherd", "nobody-at-all"], 1, "There is no role"),
        (["imker", "cloud-shepherd"], 1, "careers show 6123"),
        (["cloud-shepherd", "rain-reader", "--via", "nobody-at-all"], 1, "There is no role"),
        (["cloud-shepherd", "rain-reader", "--via", "rain-reader"], 2, "the same"),
        (["cloud-shepherd", "rain-reader", "--max-years", "0"], 2, "--max-years"),
        (["cloud-shepherd"], 2, "TO"),
    ],
)
def test_what_is_wrong_is_told(arguments: list[str], code: int, told: str, ask: Run) -> None:
    """With the exit code of its kind."""
    done = ask("path", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr


def test_a_way_through_a_job_goes_through_it(ask: Run) -> None:
    """Also where another one is shorter; and where there is none, that is said."""
    page = json.loads(ask(*WAY, "--via", "mist-weigher", "--format", "json").stdout)
    assert "mist-weigher" in [step["role"]["slug"] for step in page["route"]["steps"][:-1]]
    done = ask(*NONE, "--max-years", "1")
    assert "no road" in done.stdout
    assert "passes that" in " ".join(done.stdout.split())
