"""Whatever somebody types: an answer or a clear refusal, the right exit code, no traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from careercli.catalogue.choices import ORDERS, WRITTEN
from careercli.choices import PERIODS
from careercli.cli.app import app
from careercli.cli.commands import COMMANDS
from careercli.locale import LANGUAGES
from careercli.names import is_control
from careercli.render import FORMATS, SECTIONS
from tests.conftest import SHEPHERD, always

TRIED = [name for name in COMMANDS if name not in ("new", "import")]
CODES = {0, 1, 2, 65}
WRITING = {"site": CODES | {74}}  # no folder has so long a name
VALUES = {
    "--lang": [*LANGUAGES, "de", ""],
    "--format": [*FORMATS, "toml", "xml"],
    "--per": [*PERIODS, "week"],
    "--hours": ["1", "80", "0", "81", "-1", "nan", "inf", "1e9", "38.5", "x", ""],
    "--section": [*SECTIONS, "salary,ai", ",", "none", "SALARY"],
    "--sort": [*ORDERS, "size"],
    "--category": ["weather", "Zorg", "none", ""],
    "--level": ["lead", "LEAD", "boss"],
    "--outlook": ["growing", "krimpend", "up"],
    "--education": ["none", "phd", "mbo-4", "school"],
    "--origin": [*WRITTEN, "esco", ""],
    "--source": ["shipped", "rome"],
    "--skill": ["python", "SQL", "Statistiek", "magic"],
    "--min-salary": ["0", "60000", "-1", "nan", "1e308", "abc"],
    "--limit": ["1", "0", "-5", "1000000", "99999999999999999999", "x"],
}
FLAGS = ["--plain", "--no-color", "--help", "--strict", "--version", "-h", "--", "-", "--nope"]
# what SQL, FTS5, shells, markup and terminals give a meaning to
LOADED = [
    *('"', '""', "*", "a*", "NEAR(a b)", "a AND", "NOT", "OR", "title:x", "{x y}: z", "^x", "+"),
    *("' OR 1=1 --", "'; DROP TABLE role; --", "%", "_", "\\", "$(id)", "`id`", "../../x", "/"),
    *(
        "[red]",
        "c++",
        "\x1b[31m",
        "\x1b]52;c;aGk=\x07",
        "\u202e",
        "\u200b",
        "\U0001f469\u200d\U0001f4bb",
    ),
    *("é", "e\u0301", "ſ", "İ", "ß", "\udcff", "", " ", "\n", "\t", "машинист", "護士"),
    *("a" * 5000, "cloud " * 500, "cloud-shepherd"),
]
CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")  # no system passes a NUL on
OPTION = st.sampled_from(sorted(VALUES)).flatmap(
    lambda name: st.tuples(
        st.just(name), st.sampled_from(VALUES[name]) | st.text(CHARACTERS, max_size=8)
    )
)
WORD = (
    st.sampled_from(LOADED)
    | st.text(CHARACTERS, max_size=30)
    | st.sampled_from(["seam-singer", "Windverpleger", "CS herder", "weather", "mist weigher"])
)
PART = WORD.map(lambda word: (word,)) | OPTION | st.sampled_from(FLAGS).map(lambda flag: (flag,))
ARGUMENTS = st.tuples(st.sampled_from([*TRIED, "nope", ""]), st.lists(PART, max_size=5)).map(
    lambda drawn: [drawn[0], *(word for part in drawn[1] for word in part)]
)


@pytest.fixture(autouse=True)
def somewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder to stand in, for any word may be the folder of a site; two up is the test's too."""
    folder = tmp_path / "some" / "where"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)


def check(arguments: list[str]) -> None:
    """Run the program in this process and judge what it did."""
    if arguments[0] == "check" and all(word.startswith("-") for word in arguments[1:]):
        arguments = ["check", str(SHEPHERD)]  # all roles each time would take minutes
    if arguments[0] == "site":  # into the folder of the test, and nowhere else
        arguments = [word.lstrip("/") for word in arguments]
    done = CliRunner().invoke(app, arguments)
    assert done.exception is None or isinstance(done.exception, SystemExit), arguments
    assert done.exit_code in WRITING.get(arguments[0], CODES), (arguments, done.output)
    assert not any(map(is_control, done.output)), arguments
    assert "our fault" not in done.output, arguments
    assert done.exit_code in (0, 1) or done.stderr, arguments


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARGUMENTS)
@example(["show", "\udcff"])
@example(["search", "NEAR(a b)", '"'])
@example(["list", "--min-salary", "nan"])
@example(["search", "--limit", "99999999999999999999", "a"])
def test_any_arguments(arguments: list[str]) -> None:
    """Any words and options, in any order: exit 0, 1, 2 or 65, and sanitize text."""
    check(arguments)


@pytest.mark.long
@settings(max_examples=1000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ARGUMENTS)
def test_any_arguments_at_length(arguments: list[str]) -> None:
    """The same, ten times as often."""
    check(arguments)


@pytest.mark.parametrize("word", LOADED, ids=range(len(LOADED)))
@pytest.mark.parametrize(
    "command", always(["show", "search"], ["show", "ladder", "search", "vacancies", "sources"])
)
def test_loaded_words(command: str, word: str) -> None:
    """A word that means something to SQL, a shell or a terminal is a word here."""
    check([command, word])
    check([command, "--", word])


@pytest.mark.parametrize("word", LOADED, ids=range(len(LOADED)))
def test_loaded_words_beside_a_role(word: str) -> None:
    """The same where several roles are named."""
    check(["compare", word, "seam-singer"])


@pytest.mark.skipif(os.name == "nt", reason="arguments are text on Windows")
@pytest.mark.parametrize("raw", [b"\xff\xfe", b"\x80", b"welder\xff", b"\xf0\x9f"])
@pytest.mark.parametrize("command", always([b"show"], [b"show", b"search", b"check", b"new"]))
def test_arguments_that_are_no_text(command: bytes, raw: bytes, tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are told as not found or refused, as a real process sees them."""
    where = [b"--folder", bytes(tmp_path)] if command == b"new" else []
    done = subprocess.run(
        [sys.executable.encode(), b"-m", b"careercli", command, raw, *where],
        capture_output=True,
        timeout=60,
    )
    assert done.returncode in (0, 1, 2)  # what is no letter does not count in a name
    assert b"Traceback" not in done.stderr
    assert b"our fault" not in done.stderr
