"""What careers check tells a Dutch reader: each problem in Dutch, on the same line and key."""

import ast
import re
import shutil
from collections import defaultdict
from pathlib import Path

import pytest
import tomli

from careercli.locale import speak
from tests.conftest import start
from tests.dutch import english_in
from tests.roles.cases import TEXT, VALID, Case, cases
from tests.roles.subject import in_plain_words, read_draft

CASES = {**cases("mistakes"), **cases("slips")}
UNKEMPT = cases("unkempt")
ROW = re.compile(
    r"(?P<file>.+?\.toml):(?P<line>\d+): (?P<key>[^:]+): (?P<wrong>[^;]+); (?P<instead>[^;]+)"
)

Rows = dict[str, list[re.Match[str]]]


def told(language: str, data: Path, *arguments: str) -> Rows:
    """Return what a strict check tells on both streams in a language, by file."""
    done = start("check", "--strict", *arguments, "--lang", language, CAREERS_DATA=str(data))
    assert done.returncode == 65, done.stderr
    rows: Rows = defaultdict(list)
    for text in [*done.stdout.splitlines(), *done.stderr.splitlines()[:-1]]:
        row = ROW.fullmatch(re.sub(r"^careers: [^:]+: ", "", text))
        assert row, text
        rows[row["file"]].append(row)
    return rows


def assert_dutch(dutch: list[re.Match[str]], english: list[re.Match[str]]) -> None:
    """Both tell the same places, and nothing of the one is said in the words of the other."""
    places = [sorted((row["line"], row["key"]) for row in rows) for rows in (dutch, english)]
    assert places[0] == [(n, "bestand" if key == "file" else key) for n, key in places[1]]
    for part in ("wrong", "instead"):
        assert {row[part] for row in dutch} & {row[part] for row in english} == set()
    assert [row[0] for row in dutch if english_in(row["wrong"] + " " + row["instead"])] == []


@pytest.fixture(scope="module")
def files(small_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every mistake and every slip, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("cases")
    for name in CASES:
        (folder / name).mkdir()
    return {name: case.write(folder / name) for name, case in CASES.items()}


@pytest.fixture(scope="module")
def both(small_data: Path, files: dict[str, Path]) -> tuple[Rows, Rows]:
    """What is told of those files in Dutch and in English, in one process each."""
    paths = list(map(str, files.values()))
    return told("nl", small_data, *paths), told("en", small_data, *paths)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_problem_is_told_in_dutch(case: Case, both: tuple[Rows, Rows], files: dict[str, Path]):
    """Of each kind of mistake no word is English but names, keys, ids and paths."""
    dutch, english = (rows[str(files[case.name])] for rows in both)
    assert english
    assert_dutch(dutch, english)


@pytest.mark.parametrize(
    "old, new, wrong, instead",
    [
        ("[3, 6]", "[1, 2, 3]", "heeft te veel onderdelen", "schrijf bijvoorbeeld years = "),
        ('modes = ["dual"]', "later = 1", "1 klopt niet (bool_type)", "schrijf bijvoorbeeld later"),
        ("up = [", "up = 1\nx = [", "1 is geen lijst", "schrijf een tabel [[ladder.up]] voor elk"),
        ("[3, 6]", "[6, 3]", "de jaren lopen terug", "schrijf [van, tot], bijvoorbeeld [3, 6]"),
        ("low = 40_000", "low = 90_000", "low ligt boven high", "verwissel de twee bedragen"),
        (
            '"EUR"',
            '"USD"',
            "hier hoort 'EUR', niet \"USD\"",
            "schrijf bijvoorbeeld currency",
        ),
        (
            '"year"',
            '"day"',
            "hier hoort 'hour', 'month' of 'year'",
            "schrijf bijvoorbeeld per",
        ),
    ],
)
def test_what_the_model_says_is_dutch(old: str, new: str, wrong: str, instead: str, tmp_path: Path):
    """What Pydantic and our own validators have against a value is told when it is told."""
    speak("nl")
    path = tmp_path / VALID.name
    assert old in TEXT
    path.write_text(TEXT.replace(old, new, 1), "utf-8")
    told = read_draft(path, "given").shape_problems()
    assert [p for p in told if p.wrong.startswith(wrong) and p.instead.startswith(instead)]


def test_a_list_is_judged_in_dutch(small_data: Path, tmp_path: Path):
    """So are the problems of the lists that roles refer to."""
    data = tmp_path / "data"
    shutil.copytree(small_data, data)
    for case in UNKEMPT.values():
        case.write(data, (data / case.file).read_text("utf-8"))
    dutch, english = told("nl", data), told("en", data)
    assert {Path(file).name for file in english} >= {case.file for case in UNKEMPT.values()}
    assert dutch.keys() == english.keys()
    for file in english:
        assert_dutch(dutch[file], english[file])


def parsers_words() -> list[str]:
    """Return every message of the TOML parser, with something in place of what it quotes."""
    parser = ast.parse(Path(tomli.__file__).with_name("_parser.py").read_text("utf-8"))
    calls = [node for node in ast.walk(parser) if isinstance(node, ast.Call) and node.args]
    raised = [call.args[0] for call in calls if ast.unparse(call.func) == "TOMLDecodeError"]
    return [
        "".join(
            part.value if isinstance(part, ast.Constant) else "'x'"
            for part in (message.values if isinstance(message, ast.JoinedStr) else [message])
        )
        for message in raised
    ]


@pytest.mark.parametrize("words", parsers_words())
def test_what_the_parser_says_is_known(words: str):
    """English is the parser's own; in Dutch nothing of it is left but what it quotes."""
    english = in_plain_words(words)
    assert english in (words, "this key stands twice")
    speak("nl")
    assert in_plain_words(words) != english
    assert english_in(in_plain_words(words)) == []
    assert ("'x'" in in_plain_words(words)) is ("'x'" in words)


def test_what_the_parser_never_said_is_told_in_our_words():
    """A message of a parser to come is not passed on as it is."""
    speak("nl")
    assert in_plain_words("Bogus thing") == "vanaf hier is het niet te lezen"


def test_the_valid_role_is_well_in_dutch(small_data: Path):
    """What is said when all is well is Dutch too."""
    done = start("check", str(VALID), "--lang", "nl", CAREERS_DATA=str(small_data))
    assert (done.returncode, done.stderr) == (0, "")
    assert english_in(done.stdout) == []


def test_a_warning_is_dutch(small_data: Path, files: dict[str, Path]):
    """What is warned of without --strict is Dutch too."""
    path = str(files["alias-counted-elsewhere"])
    told = start("check", path, "--lang", "nl", CAREERS_DATA=str(small_data)).stderr
    assert told.startswith(f"careers: let op: {path}:")
    assert 'CBS telt "kometenpoetser" in ISCO 0002 (Kometenhoeders), niet in 0001' in told
    assert english_in(told.removeprefix(f"careers: let op: {path}")) == []
