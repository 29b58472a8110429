"""careers next: what may come after a job."""

import json

import jsonschema
import pytest

from tests.conftest import ROOT, Run


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_it_is_as_the_schema_says(lang: str, ask: Run) -> None:
    """In either language, with every part apart."""
    done = ask("next", "cloud-shepherd", "--format", "json", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    page = json.loads(done.stdout)
    schema = json.loads((ROOT / "schema" / "output" / "next.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(page)
    assert page["moves"]


@pytest.mark.parametrize("form", ["text", "md"])
def test_a_move_says_what_lies_between(form: str, ask: Run) -> None:
    """Pay, diploma, skills; and what likeness is not."""
    said = " ".join(ask("next", "cloud-shepherd", "--format", form).stdout.split())
    assert "learn " in said
    assert "not the chance of a job" in said
    assert "same group" in said


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_how_far_a_job_like_it_is_stands_beside_it(lang: str, ask: Run) -> None:
    """In the words of JSON, whichever it is: a longer way too."""
    page = json.loads(ask("next", "fog-counter", "--format", "json", "--lang", lang).stdout)
    said = " ".join(ask("next", "fog-counter", "--lang", lang).stdout.split())
    like = [move["reach"] for move in page["moves"] if move["kind"] == "like"]
    assert "longer" in {reach["id"] for reach in like}
    for reach in like:
        assert f"· {reach['label']}" in said


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name", ["6121", "imker"])
def test_a_group_has_what_is_comparable(name: str, lang: str, ask: Run) -> None:
    """Without a word of skills, of which nobody has said anything."""
    done = ask("next", name, "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    assert "ROA" in done.stdout
    assert "●" not in done.stdout


def test_what_nothing_passes_is_told(ask: Run) -> None:
    """On stderr too, with the exit code of nothing found."""
    done = ask("next", "cloud-shepherd", "--with-diploma", "none", "--max-study", "0", "--up")
    assert done.returncode == 1
    assert "No move passes" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["nobody-at-all"], 1, "There is no role"),
        (["imker", "--up"], 2, "--up"),
        (["cloud-shepherd", "--up", "--sideways"], 2, "--up and --sideways"),
        (["cloud-shepherd", "--max-study", "-1"], 2, "--max-study"),
        (["cloud-shepherd", "--max-study", "soon"], 2, "--max-study"),
        (["cloud-shepherd", "--without", "rhubarb"], 2, "--without"),
        (["cloud-shepherd", "--with-diploma", "rhubarb"], 2, "--with-diploma"),
        (["cloud-shepherd", "--sort", "fun"], 2, "--sort"),
        (["cloud-shepherd", "--limit", "3", "--all"], 2, "--limit and --all"),
        ([], 2, "ROLE"),
    ],
)
def test_what_is_wrong_is_told(arguments: list[str], code: int, told: str, ask: Run) -> None:
    """With the exit code of its kind."""
    done = ask("next", *arguments)
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
