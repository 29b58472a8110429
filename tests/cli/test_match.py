"""careers match: the jobs that fit what somebody can, by words, a resume or a job held."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.conftest import ROOT, Run

RESUME = {
    "basics": {"name": "Nobody Atall", "email": "nobody@example.org", "label": "Cloud Shepherd"},
    "skills": [{"name": "Python", "keywords": ["SQL", "juggling"], "level": "Master"}],
    "education": [{"studyType": "hbo", "area": "Weather"}],
}


@pytest.fixture
def resume(tmp_path: Path) -> str:
    """Return the path of a resume."""
    path = tmp_path / "cv.json"
    path.write_text(json.dumps(RESUME), encoding="utf-8")
    return str(path)


@pytest.fixture
def settings_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where settings stand; nothing is there yet."""
    path = tmp_path / "config.toml"
    monkeypatch.setenv("CAREERS_CONFIG", str(path))
    return path


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_it_is_as_the_schema_says(lang: str, resume: str, ask: Run) -> None:
    """With everything that was read, and how."""
    done = ask("match", "--resume", resume, "--format", "json", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    page = json.loads(done.stdout)
    schema = json.loads((ROOT / "schema" / "output" / "match.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(page)
    assert page["unknown"] == ["juggling"]
    assert [one["said"] for one in page["recognised"]] == ["Python", "SQL", "Cloud Shepherd"]
    assert [diploma["id"] for diploma in page["having"]] == ["hbo"]
    assert page["passed_over"][0]["number"] == 1


@pytest.mark.parametrize("form", ["text", "md"])
def test_it_tells_what_was_read_as_what(form: str, resume: str, ask: Run) -> None:
    """What was not, and what is a trait; and nothing of whose resume it is."""
    done = ask("match", "cheerful", "Python 3", "--resume", resume, "--format", form)
    said = " ".join(done.stdout.split())
    for told in ("juggling", "cheerful", "Python (Python 3)", "the skills of Cloud Shepherd"):
        assert told in said
    assert "Not recognised" in said
    assert "not the chance of a job" in said
    assert "Nobody" not in done.stdout + done.stderr
    assert "example.org" not in done.stdout + done.stderr


def test_a_file_of_words_is_read_and_stdin_too(tmp_path: Path, ask: Run) -> None:
    """One a line or by commas."""
    path = tmp_path / "words.txt"
    path.write_text("Python, SQL\nStatistics\n", encoding="utf-8")
    by_file = ask("match", "--words", str(path), "--format", "json")
    by_words = ask("match", "python,sql", "statistics", "--format", "json")
    assert by_file.returncode == by_words.returncode == 0
    assert json.loads(by_file.stdout)["moves"] == json.loads(by_words.stdout)["moves"]


def test_what_is_kept_is_used_by_the_others(settings_file: Path, ask: Run) -> None:
    """Match without words; a line in show, next, path and compare; and it can be taken out."""
    assert ask("match").returncode == 2
    done = ask("match", "Python 3", "statistics", "--diploma", "hbo", "--save")
    assert done.returncode == 0
    assert "careers: kept in" in done.stderr
    text = settings_file.read_text(encoding="utf-8")
    assert sorted(text.splitlines()) == ['diploma = "hbo"', 'skills = "python, statistics"']
    again = json.loads(ask("match", "--format", "json").stdout)
    assert [one["said"] for one in again["recognised"]] == ["python", "statistics"]
    assert [diploma["id"] for diploma in again["having"]] == ["hbo"]
    shown = json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)
    assert [skill["id"] for skill in shown["yours"]["have"]] == ["python", "statistics"]
    assert "2 of 5" in ask("show", "cloud-shepherd").stdout
    assert "2 of 5" in ask("compare", "cloud-shepherd", "moon-polisher").stdout
    before = {
        move["role"]["slug"]: move
        for move in json.loads(
            ask("next", "moon-polisher", "--format", "json", CAREERS_SKILLS="").stdout
        )["moves"]
    }
    after = json.loads(ask("next", "moon-polisher", "--format", "json").stdout)["moves"]
    for move in after:
        assert len(move["have"]) >= len(before[move["role"]["slug"]]["have"])
    assert ask("config", "skills", "default").returncode == 0
    assert "2 of 5" not in ask("show", "cloud-shepherd").stdout
    assert json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)["yours"] is None


def test_nothing_is_kept_unless_asked(settings_file: Path, resume: str, ask: Run) -> None:
    """Neither the file nor what it says."""
    assert ask("match", "--resume", resume).returncode == 0
    assert not settings_file.exists()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (["juggling"], 1, "None of that is a skill here"),
        (["statistcs"], 1, "Statistics"),
        (["--resume", "/nowhere/cv.json"], 2, "cv.json"),
        (["--words", "/nowhere/words.txt"], 2, "words.txt"),
        (["--resume", "-", "--words", "-"], 2, "stdin"),
        (["python", "--from", "nobody-at-all"], 1, "There is no role"),
        (["python", "--diploma", "rhubarb"], 2, "--diploma"),
        (["python", "--limit", "3", "--all"], 2, "--limit and --all"),
        ([], 2, "careers match spreadsheets sql"),
    ],
)
def test_what_is_wrong_is_told(arguments: list[str], code: int, told: str, ask: Run) -> None:
    """With the exit code of its kind."""
    done = ask("match", *arguments)
    assert done.returncode == code
    assert told in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [["match", "python"], ["next", "cloud-shepherd"], ["path", "cloud-shepherd", "fog-counter"]],
)
def test_a_kept_diploma_that_is_none_is_told(arguments: list[str], ask: Run) -> None:
    """By whatever counts from it: left out unsaid, the answer would be another reader's."""
    done = ask(*arguments, CAREERS_DIPLOMA="hbo, rhubarb")
    assert (done.returncode, done.stdout) == (2, "")
    assert 'the setting diploma (careers config): there is no "rhubarb"' in done.stderr


def test_a_file_that_is_no_resume_is_told(tmp_path: Path, ask: Run) -> None:
    """With what it is, and no word of what it holds."""
    path = tmp_path / "cv.json"
    path.write_text('{"skills": [{"name": "secret', encoding="utf-8")
    done = ask("match", "--resume", str(path))
    assert (done.returncode, done.stdout) == (65, "")
    assert "ends before it is complete" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("held", ["moon-polisher", "puddle-keeper", "cloud-shepherd"])
@pytest.mark.parametrize("columns", ["40", "80", "200"])
def test_a_terminal_draws_it(held: str, columns: str, ask: Run) -> None:
    """Also where nothing was said that had to be read, and nothing is to learn."""
    done = ask("match", "--from", held, FORCE_COLOR="1", COLUMNS=columns)
    assert done.returncode in (0, 1)
    assert "our fault" not in done.stderr


@pytest.mark.shipped
def test_a_degree_that_may_be_two_diplomas_is_no_guess(tmp_path: Path, ask: Run) -> None:
    """It is told which, and none is counted with."""
    file = tmp_path / "resume.json"
    studies = [{"studyType": study} for study in ("Bachelor of Science", "HBO-V", "Weather")]
    file.write_text(json.dumps({"skills": ["Python"], "education": studies}), "utf-8")
    read = ask("match", "--resume", str(file), "--format", "json")
    told = json.loads(read.stdout)["studies"]
    assert [study["diploma"] and study["diploma"]["id"] for study in told] == [None, "hbo", None]
    may_be = [[diploma["id"] for diploma in study["may_be"]] for study in told]
    assert may_be == [["hbo", "wo-bachelor"], [], []]
    text = " ".join(ask("match", "--resume", str(file)).stdout.split())
    assert "Bachelor of Science (which? --diploma hbo or wo-bachelor)" in text
