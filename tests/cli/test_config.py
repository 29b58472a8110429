"""careers config: what is set for good, and what each setting does to the other commands."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli import terminal
from tests.conftest import Run, always
from tests.hostile.test_homeless import ask_as_stranger


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where settings stand; nothing is there yet."""
    path = tmp_path / "careers" / "config.toml"
    monkeypatch.setenv("CAREERS_CONFIG", str(path))
    return path


def in_words(done: subprocess.CompletedProcess[str]) -> str:
    """Return what was written with one space between words, however wide its columns are."""
    return " ".join(done.stdout.split())


def test_it_is_written_read_and_taken_out(file: Path, ask: Run) -> None:
    """A value is kept, shown by itself and among all; default makes it as it was."""
    done = ask("config", "per", "month")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"careers: written: {file}\n"
    assert ask("config", "per").stdout == "month\n"
    assert "per month by your settings file" in in_words(ask("config"))
    assert ask("config", "per", "default").returncode == 0
    assert ask("config", "per").stdout == "year\n"
    assert "per year usual here" in in_words(ask("config"))


def test_it_is_dutch_in_dutch(file: Path, ask: Run) -> None:
    """Names of settings and their values are read and shown in Dutch; the file stays English."""
    assert ask("config", "taal", "nl").returncode == 0
    assert ask("config", "per", "jaar").stderr == f"careers: geschreven: {file}\n"
    for name, value in (("per", "maand"), ("uren", "37,5"), ("kleur", "uit"), ("kaal", "AAN")):
        assert ask("config", name, value).returncode == 0
    assert sorted(file.read_text(encoding="utf-8").splitlines()) == [
        'color = "off"',
        'hours = "37.5"',
        'lang = "nl"',
        'per = "month"',
        'plain = "on"',
    ]
    assert "per maand uit je instellingenbestand" in in_words(ask("config"))
    assert ask("config", "uren", "standaard").returncode == 0
    assert "hours" not in file.read_text(encoding="utf-8")


def test_a_command_line_needs_no_quotes(file: Path, ask: Run) -> None:
    """A pager with options of its own is one value."""
    assert ask("config", "--", "pager", "less", "-R").returncode == 0
    assert ask("config", "pager").stdout == "less -R\n"


# Value, and what a page has with it and without it.
EFFECTS = {
    "lang": ("nl", "bruto per jaar", "gross a year"),
    "per": ("month", "gross a month", "gross a year"),
    "hours": ("32", "at 32 hours a week", "at 38 hours a week"),
    "plain": ("on", "=====", "█████"),
    "color": ("off", "█████", "\x1b[36m"),
}


@pytest.mark.parametrize("name", always(["lang", "plain"], EFFECTS))
def test_each_setting_has_its_effect(name: str, file: Path, ask: Run) -> None:
    """On a drawn page; default undoes it."""
    value, there, elsewhere = EFFECTS[name]
    told = ("list", "--level", "lead")
    before = ask(*told, FORCE_COLOR="1").stdout
    assert elsewhere in before
    assert ask("config", name, value).returncode == 0
    after = ask(*told, FORCE_COLOR="1").stdout
    assert there in after
    assert elsewhere not in after
    assert ask("config", name, "default").returncode == 0
    assert ask(*told, FORCE_COLOR="1").stdout == before


def test_the_environment_goes_before_the_file_and_an_option_before_both(
    file: Path, ask: Run
) -> None:
    """For what may be said in all three ways."""
    ask("config", "per", "month")
    ask("config", "lang", "nl")
    told = "list --level lead"
    assert "bruto per maand" in ask(*told.split()).stdout
    assert "gross an hour" in ask(*told.split(), CAREERS_PER="hour", CAREERS_LANG="en").stdout
    shown = ask(*told.split(), "--per", "year", "--lang", "en", CAREERS_PER="hour")
    assert "gross a year" in shown.stdout
    page = json.loads(ask("config", "--format", "json", CAREERS_PER="hour").stdout)
    told_of = {each["name"]: (each["value"], each["origin"]) for each in page["settings"]}
    assert told_of["per"] == ("hour", "environment")
    assert told_of["lang"] == ("nl", "file")
    assert told_of["plain"] == ("off", "default")


def test_the_pager_is_the_one_that_is_set(file: Path, ask: Run, tmp_path: Path) -> None:
    """A program, or none at all."""
    note, usual = tmp_path / "paged", tmp_path / "usual"

    def shown() -> str:
        return terminal.careers("show", "cloud-shepherd", rows=10, PAGER=f"tee {usual}").screen

    assert ask("config", "pager", f"tee {note}").returncode == 0
    assert "Cloud Shepherd" in shown()
    assert "Cloud Shepherd" in note.read_text(encoding="utf-8")
    note.unlink()
    assert ask("config", "pager", "off").returncode == 0
    assert "Cloud Shepherd" in shown()
    assert not usual.exists()
    assert ask("config", "pager", "default").returncode == 0
    assert "Cloud Shepherd" in shown()
    assert usual.exists()
    assert not note.exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("hour 3", 'there is no "hour". Did you mean hours? Known: lang, per, hours, pager'),
        ("per week", 'per: there is no "week". Known: hour, month, year'),
        ("lang fr", 'lang: there is no "fr". Known: en, nl'),
        ("hours 0", 'hours: "0" is no working week; write hours from 1 to 80'),
        ("plain maybe", 'plain: there is no "maybe". Known: on, off'),
        ("per week --lang nl", 'per: "week" is er niet. Wat er is: uur, maand, jaar'),
        ("uren veel --lang nl", 'uren: "veel" is geen werkweek'),
        ("loon 3 --lang nl", "Wat er is: taal, per, uren, bladeren, kaal, kleur"),
    ],
)
def test_what_cannot_be_set_is_refused(arguments: str, told: str, file: Path, ask: Run) -> None:
    """With what is known, and nothing is written."""
    done = ask("config", *arguments.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert not file.exists()


def test_a_broken_file_is_told_and_nothing_else_breaks(file: Path, ask: Run) -> None:
    """Commands go on; config names the file once, and leaves it as it is."""
    file.parent.mkdir()
    text = 'per = "month"\nlang = nl\n'
    file.write_text(text, encoding="utf-8")
    told = f'careers: {file}:2: this is not TOML; a line is: lang = "nl"\n'
    for command in ("list", "show fog-counter --brief", "paths", "config", "config per"):
        done = ask(*command.split())
        assert (done.returncode, done.stderr) == (0, told), command
        assert done.stdout
    done = ask("config", "per", "year")
    assert (done.returncode, done.stdout, done.stderr) == (65, "", told)
    assert file.read_text(encoding="utf-8") == text
    assert "dit is geen TOML" in ask("paths", CAREERS_LANG="nl").stderr


def test_what_the_file_sets_wrongly_is_told_and_the_rest_holds(file: Path, ask: Run) -> None:
    """In the language that the file sets; and another value mends it."""
    file.parent.mkdir()
    file.write_text('lang = "nl"\nper = "week"\ncolour = "on"\n', encoding="utf-8")
    done = ask("list", "--level", "lead")
    assert done.returncode == 0
    assert "bruto per jaar" in done.stdout
    assert done.stderr == (
        f'careers: {file}: per: "week" is er niet. Wat er is: uur, maand, jaar\n'
        f'careers: {file}: "colour" is er niet. Bedoel je color? '
        "Wat er is: lang, per, hours, pager, plain, color, skills, diploma\n"
    )
    ask("config", "per", "maand")
    assert "per:" not in ask("list").stderr


def test_completion_hears_no_complaint(file: Path, ask: Run) -> None:
    """Nothing may come between a reader and Tab."""
    file.parent.mkdir()
    file.write_text("lang = nl\n", encoding="utf-8")
    asked = {"_CAREERS_COMPLETE": "complete_bash", "COMP_WORDS": "careers li", "COMP_CWORD": "1"}
    done = ask(**asked)
    assert (done.stdout.split(","), done.stderr) == (["plain", "list\n"], "")


def test_a_folder_that_cannot_be_written_is_named(ask: Run) -> None:
    """With the variable that says where else."""
    done = ask("config", "per", "month", CAREERS_CONFIG="/dev/null/careers.toml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "/dev/null/careers.toml cannot be written" in done.stderr
    assert "CAREERS_CONFIG says where else" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path, ask: Run) -> None:
    """Such as one of the system's, or a disk that is read-only."""
    tmp_path.chmod(0o555)
    done = ask("config", "per", "month", CAREERS_CONFIG=str(tmp_path / "config.toml"))
    assert done.returncode == 2
    assert "CAREERS_CONFIG says where else" in done.stderr
    assert "Permission denied" in done.stderr


def test_who_has_no_home_is_told_which_variable(tmp_path: Path) -> None:
    """They read what is set, and may name a file."""
    done = ask_as_stranger("config")
    assert (done.returncode, done.stderr) == (0, "")
    done = ask_as_stranger("config", "per", "month")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "careers: you have no home folder; set HOME, or CAREERS_CONFIG to a file\n"
    )
    path = str(tmp_path / "config.toml")
    assert ask_as_stranger("config", "per", "month", CAREERS_CONFIG=path).returncode == 0
    assert ask_as_stranger("config", "per", CAREERS_CONFIG=path).stdout == "month\n"
