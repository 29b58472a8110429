"""Where a key stands: examples, and TOML-like text from a writer that keeps count."""

from dataclasses import dataclass, field
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from tests.roles.cases import TEXT
from tests.roles.subject import Loc, key_lines, line_of

# Letters and everything that could lead a scanner astray; U+2028 and U+0085 end no line of TOML.
AWKWARD = "ab =.,#'\"[]{}\\\u2028\u0085é"
awkward = st.text(AWKWARD, max_size=12)
quoted = st.sampled_from(['"a.b"', '"a]b"', "'c = d'", '"#"', '"[x]"', '"q\\"t"', '\'"""\''])


def basic(text: str) -> str:
    """Return a string in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def literal(text: str) -> str:
    """Return a string in single quotes."""
    return "'" + text.replace("'", "") + "'"


def multiline(lines: list[str]) -> str:
    """Return a string in three double quotes, which may itself end in one or two."""
    text = "\n".join(lines).replace("\\", "\\\\").replace('"""', '""\\"')
    return f'"""{text}"""'


def multiline_literal(lines: list[str]) -> str:
    """Return a string in three single quotes."""
    return "'''" + "\n".join(lines).replace("'", "") + "'''"


like_toml = st.sampled_from(["key = 1", "[header]", "[[list]]", '"', "'''", '"""', "# no", "x = ["])
lines_of_text = st.lists(awkward | like_toml, min_size=1, max_size=4)
scalars = (
    st.integers(-99, 99).map(str)
    | st.just("2026-11-22")
    | awkward.map(basic)
    | awkward.map(literal)
    | lines_of_text.map(multiline)
    | lines_of_text.map(multiline_literal)
)
comments = st.just("") | (awkward | like_toml).map(lambda text: "  # " + text.replace("\u0085", ""))


@st.composite
def arrays(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    """An array over several lines, with comments, or on one line."""
    items = draw(st.lists(inner, max_size=3))
    if draw(st.booleans()):
        return "[" + ", ".join(items) + "]"
    return "[\n" + "".join(f"  {item},{draw(comments)}\n" for item in items) + "]"


def tables(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An inline table."""
    entries = st.lists(inner, max_size=3)
    return entries.map(lambda e: "{" + ", ".join(f"k{i} = {v}" for i, v in enumerate(e)) + "}")


values = st.recursive(scalars, lambda inner: arrays(inner) | tables(inner), max_leaves=5)


@dataclass
class Writer:
    """Writes a TOML text and keeps the line of every key and table."""

    text: str = ""
    lines: dict[Loc, int] = field(default_factory=dict)

    def note(self, loc: Loc) -> None:
        """Remember that what comes next is ``loc``."""
        self.lines.setdefault(loc, self.text.count("\n") + 1)

    def write(self, text: str) -> None:
        """Write a line or more."""
        self.text += text + "\n"


def plain(part: str) -> str:
    """Return what a key of the text is called in the data."""
    return next(iter(tomli.loads(f"{part} = 1")))


@st.composite
def documents(draw: st.DrawFn) -> Writer:
    """A text of tables, nested tables, arrays of tables and keys with values of all kinds."""
    writer = Writer()

    def keys(table: Loc) -> None:
        names = draw(st.lists(st.sampled_from(["a", "b-c", "7"]) | quoted, unique=True, max_size=3))
        for name in names:
            writer.write("\n" * draw(st.integers(0, 1)) + "#" + draw(comments))
            loc, written = (*table, plain(name)), name
            if draw(st.booleans()):
                inner = draw(quoted | st.just("z"))
                loc, written = (*loc, plain(inner)), f"{name} . {inner}"
            writer.note(loc)
            writer.write(
                f"{' ' * draw(st.integers(0, 2))}{written} = {draw(values)}{draw(comments)}"
            )

    def header(path: str, loc: Loc, brackets: str) -> None:
        writer.note(loc)
        writer.write(f"{brackets}{path}{brackets.replace('[', ']')}{draw(comments)}")
        keys(loc)

    keys(())
    for i in range(draw(st.integers(0, 3))):
        name = draw(st.just(f"t{i}") | st.just(f'"t.{i}"'))
        first = plain(name)
        if draw(st.booleans()):
            header(name, (first,), "[")
            if draw(st.booleans()):
                header(f"{name}.inner-table", (first, "inner-table"), "[")
            continue
        for n in range(draw(st.integers(1, 3))):
            writer.note((first,))
            header(name, (first, n), "[[")
            if draw(st.booleans()):
                header(f"{name}.inner-table", (first, n, "inner-table"), "[")
            for m in range(draw(st.integers(0, 2))):
                writer.note((first, n, "inner-list"))
                header(f"{name} . inner-list", (first, n, "inner-list", m), "[[")
    return writer


def at(data: Any, loc: Loc) -> Any:
    """Return what stands at a place; raises LookupError if nothing does."""
    for part in loc:
        data = data[part]
    return data


@given(documents())
def test_every_key_has_the_line_it_was_written_on(writer: Writer):
    """Whatever the values hold, each key and table is found on its own line, and no other is."""
    data = tomli.loads(writer.text)
    for loc in writer.lines:
        at(data, loc)
    assert key_lines(writer.text) == writer.lines


@given(documents())
def test_line_of_agrees_with_key_lines(writer: Writer):
    """A known key has its line; a key that is missing has the line of the table around it."""
    found = key_lines(writer.text)
    for loc, line in writer.lines.items():
        assert line_of(writer.text, found, loc) == line
        assert line_of(writer.text, found, (*loc, "not-there", 0)) == line


@given(documents(), st.lists(st.text("xyz\u2028", min_size=3), unique=True, min_size=1), comments)
def test_an_entry_of_a_list_has_its_own_line(writer: Writer, entries: list[str], comment: str):
    """An entry of a list over several lines is found where it stands, after any other text."""
    writer.write("[last]\nlist = [" + comment)
    expected = {}
    for i, entry in enumerate(entries):
        expected[i] = writer.text.count("\n") + 1
        writer.write(f'  "{entry}",')
    writer.write("]")
    found = key_lines(writer.text)
    lines = {
        i: line_of(writer.text, found, ("last", "list", i), entry)
        for i, entry in enumerate(entries)
    }
    assert lines == expected


def test_an_empty_text_has_no_keys():
    """An empty file has no key, and every place in it is line 1."""
    assert key_lines("") == {}
    assert line_of("", {}, ("codes", "isco08")) == 1


def test_the_second_table_of_an_array_has_its_own_line():
    """[[skills]] counts its entries, and the array itself stands where the first one does."""
    text = '[[skills]]\nid = "a"\n[[skills]]\nid = "b"\n'
    assert key_lines(text) == {
        ("skills",): 1,
        ("skills", 0): 1,
        ("skills", 0, "id"): 2,
        ("skills", 1): 3,
        ("skills", 1, "id"): 4,
    }


@pytest.mark.parametrize(
    "value",
    [
        '"""\n[not.a.table]\nfoo = 1\n"""',
        "'''\nfoo = 1\n'''",
        '"""it\'s \'\'\' quoted"""',
        "[\n  'a', # ]\n  \"[\",\n]",
        '1  # three """ in a comment',
        '["""\nfoo = [\n"""]',
        '"an end \\""',
        '"""\n\\"""\nfoo = 1\n"""',
    ],
)
def test_a_value_hides_no_key_and_invents_none(value: str):
    """The key after a value that looks like TOML is found, and nothing inside the value is."""
    text = f"before = {value}\nafter = 2\n"
    assert key_lines(text) == {("before",): 1, ("after",): 2 + value.count("\n")}


def test_a_value_outside_its_place_is_not_taken():
    """The search for a value begins at its key: the same words further up do not count."""
    text = '# "x"\ntop = "x"\nlist = [\n  "w",\n  \'x\',\n]\n'
    assert line_of(text, key_lines(text), ("list", 1), "x") == 5


def test_a_value_written_otherwise_falls_back_on_its_key():
    """An entry that is written with escapes is told on the line of its list."""
    text = 'list = [\n  "\\u0078",\n]\n'
    assert line_of(text, key_lines(text), ("list", 0), "x") == 1


def test_carriage_returns_do_not_shift_lines():
    """A file from Windows has the same lines."""
    text = 'a = """\r\nx\r\n"""\r\n[b]\r\nc = 1\r\n'
    assert key_lines(text) == {("a",): 1, ("b",): 4, ("b", "c"): 5}


def test_the_lines_of_a_role():
    """In a role file each key that has a line is written on it."""
    rows = TEXT.split("\n")
    found = key_lines(TEXT)
    assert ("nl", "ladder_note") in found
    for loc, line in found.items():
        name = next(part for part in reversed(loc) if isinstance(part, str))
        assert name in rows[line - 1]
