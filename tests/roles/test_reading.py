"""Reading role files and data files, whatever is in them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.roles.cases import DATA, TEXT, VALID, patched
from tests.roles.subject import (
    MAX_BYTES,
    Draft,
    InvalidDataError,
    Skill,
    Source,
    Vocabulary,
    Workspace,
    problems_of,
    read_draft,
    read_model,
    read_models,
    read_workspace,
    role_files,
)

Write = Callable[[str | bytes], Path]

# Bytes that mean something to a reader of TOML, among any others.
pieces = st.sampled_from(
    [b"[", b"]", b"{", b"}", b"=", b'"', b"'''", b'"""', b"\n", b"a.", b"\xff", b"\0", b"\r", b"1"]
)
noise = st.lists(st.binary(max_size=5) | pieces, max_size=30).map(b"".join)

# What may stand for a value, in place of the right one.
odd_values = st.sampled_from(
    [
        *("0", "-1", "1e400", "nan", "true", "00:00:00", "2026-11-22", "[]", "{}", "[[]]", '""'),
        *('"\\u0000"', "[{a = 1}]", "{a.b.c = [1, {d = 2}]}", "0x" + "f" * 5000),
    ]
)


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Return a function that writes moon-polisher.toml and gives its path."""

    def role_file(content: str | bytes) -> Path:
        path = tmp_path / "moon-polisher.toml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return role_file


@pytest.fixture
def library() -> Workspace:
    """The small library."""
    return read_workspace()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noise)
@example(b"x = " + b"9" * 5000)
@example(b"x = 0x" + b"f" * 5000)
@example(b"x = " + b"[" * 300_000)
@example(b"a." * 300_000 + b"a = 1")
@example(b"a." * 300 + b"a = {" + b"a." * 300 + b"a = 1}")
def test_no_bytes_make_reading_raise(write: Write, library: Workspace, content: bytes):
    """Whatever the bytes, there is a draft, and its problems can be told."""
    draft = read_draft(write(content), "given")
    assert all(str(problem) for problem in problems_of(draft, library))
    assert draft.unread is None or draft.data == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_value_makes_checking_raise(write: Write, library: Workspace, data: st.DataObject):
    """A value of any type anywhere in a role is told as a problem on a line of the file."""
    rows = TEXT.split("\n")
    keys = [n for n, row in enumerate(rows) if " = " in row and not row.startswith(" ")]
    for number in data.draw(st.lists(st.sampled_from(keys), min_size=1, max_size=3)):
        rows[number] = rows[number].split(" = ")[0] + " = " + data.draw(odd_values)
    path = write("\n".join(rows))
    draft = read_draft(path, "given")
    for problem in problems_of(draft, library):
        assert problem.file == str(path)
        assert 1 <= problem.line <= len(rows)
        assert problem.wrong
        assert problem.instead


@pytest.mark.parametrize("half", range(5, 100, 5))
def test_a_file_that_breaks_off_is_told(write: Write, library: Workspace, half: int):
    """A role file that was cut short anywhere has a problem."""
    path = write(TEXT[: len(TEXT) * half // 100])
    assert problems_of(read_draft(path, "given"), library)


@pytest.mark.parametrize(
    "content, line, wrong",
    [
        (b"a = 1\nb = \n", 2, "is not TOML"),
        (b"a = 1\n\nb = 1\na = 2\n", 4, "is not TOML"),
        (b"a = 1\n# caf\xe9\n", 2, "is not UTF-8 text"),
        (b"\xff\xfea\0", 1, "is not UTF-8 text"),
        (b"#" * (MAX_BYTES + 1), 1, "is larger than 1 MB"),
        (b"x = " + b"[" * 50 + b"]" * 50, 1, "is nested too deep"),
        (b"x = 0x" + b"f" * 17, 1, "holds a number of more than 64 bits"),
    ],
)
def test_an_unreadable_file_says_why(write: Write, content: bytes, line: int, wrong: str):
    """A file that cannot be read becomes a draft with one problem: the line and the reason."""
    path = write(content)
    draft = read_draft(path, "given")
    assert draft.unread is not None
    assert (draft.unread.file, draft.unread.line, draft.unread.field) == (str(path), line, "file")
    assert draft.unread.wrong.startswith(wrong)
    assert draft.shape_problems() == [draft.unread]


@pytest.mark.parametrize("number", ["9223372036854775807", "-9223372036854775808"])
def test_the_largest_numbers_of_toml_are_read(write: Write, number: str):
    """What fits in 64 bits is read, and left to the model to judge."""
    assert read_draft(write(f"x = {number}"), "given").data == {"x": int(number)}


def test_a_file_of_the_largest_size_is_read(write: Write):
    """A file of exactly the limit is read."""
    assert read_draft(write(b"#" * MAX_BYTES), "given").unread is None


@pytest.mark.parametrize(
    "name, wrong", [(".", "is not an ordinary file"), ("not-there.toml", "cannot be read")]
)
def test_a_folder_or_a_missing_file_is_told(tmp_path: Path, name: str, wrong: str):
    """A path without an ordinary file becomes a draft that says so."""
    draft = read_draft(tmp_path / name, "given")
    assert draft.unread is not None
    assert draft.unread.wrong.startswith(wrong)


def test_a_file_from_windows_is_read_alike(write: Write, library: Workspace):
    """A byte order mark and carriage returns make no difference."""
    path = write(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    draft = read_draft(path, "given")
    assert draft.text == TEXT
    assert problems_of(draft, library) == []


def test_the_slug_is_the_file_name():
    """A role is called by its file's name without the ending."""
    assert read_draft(VALID, "shipped").slug == "moon-polisher"


def test_strings_passes_over_what_is_no_text(write: Write):
    """On half-broken data the texts that are there are found, each with its place."""
    draft = read_draft(write('training = [1, {nl = "a"}, {nl = 2}, {}, {nl = "b"}]'), "given")
    found = list(draft.strings("training.*.nl"))
    assert found == [(("training", 1, "nl"), "a"), (("training", 4, "nl"), "b")]


@pytest.mark.parametrize("text", ["training = 1", "training = 'x'", "[training]\nnl = 'x'", ""])
def test_strings_of_another_shape_are_none(write: Write, text: str):
    """Where a list should stand and none does, nothing is found."""
    assert list(read_draft(write(text), "given").strings("training.*.nl")) == []


def test_string_is_the_first_text_or_empty(write: Write):
    """One text is given as it stands, a missing one as empty."""
    draft = read_draft(write('level = "lead"'), "given")
    assert (draft.string("level"), draft.string("codes.esco")) == ("lead", "")


def test_targets_and_names_of_a_role():
    """The ladder's targets come promotions first, the names English first."""
    draft = read_draft(VALID, "given")
    assert [t for _, t in draft.targets()] == [
        "star-foreman",
        "comet-herder",
        "tide-keeper",
    ]
    assert [n for _, n in draft.names()] == [
        "Moon Polisher",
        "crescent cleaner",
        "Maanpoetser",
        "sikkelpoetser",
    ]


def test_a_problem_knows_its_line():
    """A problem at a place of the data is told at the line of that place."""
    draft: Draft = read_draft(VALID, "given")
    problem = draft.problem(("ladder", "leads_to", 1), "wrong", "right", "tide-keeper")
    assert TEXT.split("\n")[problem.line - 1] == '  "tide-keeper",'
    assert str(problem) == f"{VALID}:{problem.line}: ladder.leads_to[1]: wrong; right"


def test_role_files_come_in_order_of_name(tmp_path: Path):
    """Only .toml files count, in order of name."""
    for name in ("b.toml", "a.toml", "c.txt"):
        (tmp_path / name).touch()
    assert [path.name for path in role_files(tmp_path)] == ["a.toml", "b.toml"]


def test_a_missing_folder_has_no_role_files(tmp_path: Path):
    """A folder that does not exist holds no role, and that is no error."""
    assert role_files(tmp_path / "none") == []


def test_a_data_file_tells_all_its_problems_in_order(tmp_path: Path):
    """Every wrong entry of skills.toml is told, with its line."""
    path = tmp_path / "skills.toml"
    path.write_text(
        '[sql]\nen = "SQL"\nnl = "SQL"\nkind = "tool"\n[r]\nen = ""\nnl = "R"\nkind = "tool"\n'
        '[go]\nen = "Go"\nkind = "tool"\n'
    )
    with pytest.raises(InvalidDataError) as caught:
        read_models(path, Skill)
    first, second = str(caught.value).split("\n")
    assert first.startswith(f"{path}:6: r.en: is empty; ")
    assert second.startswith(f"{path}:9: go.nl: is missing; ")


def test_an_unreadable_data_file_is_told(tmp_path: Path):
    """A data file that is no TOML raises with its path and line."""
    path = tmp_path / "sources.toml"
    path.write_text("[a]\nb = \n")
    with pytest.raises(InvalidDataError, match=r"sources\.toml:2: file: is not TOML"):
        read_models(path, Source)


def test_a_wrong_key_of_the_vocabulary_is_told_with_the_right_ones(tmp_path: Path):
    """An unknown key in an entry of a closed list is told with the keys that there are."""
    path = tmp_path / "vocabulary.toml"
    patch = """
 [categories]
-sky = { en = "Sky", nl = "Hemel" }
+sky = { en = "Sky", nl = "Hemel", duhc = "Himmel" }
"""
    text = (DATA / "vocabulary.toml").read_text("utf-8")
    path.write_text(patched(text, patch.lstrip("\n")), "utf-8")
    with pytest.raises(InvalidDataError) as caught:
        read_model(path, Vocabulary)
    assert str(caught.value) == (
        f"{path}:2: categories.sky.duhc: is not a key of this table; write one of: en, nl, also"
    )


def test_broken_shipped_lists_stop_the_library(lists: Path):
    """A library is not read from a broken list: whoever asks for it hears what is wrong."""
    (lists / "skills.toml").write_text('[sql]\nen = "SQL"\n')
    with pytest.raises(InvalidDataError, match=r"skills\.toml:1: sql\.nl: is missing"):
        read_workspace()
