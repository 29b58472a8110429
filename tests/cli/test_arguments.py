"""What is typed, put in order: options before the command, a role without one, help."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli import __version__
from careercli.cli.arguments import FLAGS, HELP, NESTED, VALUED, arranged, asked_language, bare_role
from careercli.cli.commands import COMMANDS, START
from tests.conftest import Run

SHARED = st.one_of(
    st.sampled_from(FLAGS).map(lambda name: [name]),
    st.sampled_from(VALUED).map(lambda name: [f"{name}=x"]),
    st.tuples(st.sampled_from(VALUED), st.text()).map(list),
)
WORDS = st.one_of(st.text(), st.sampled_from([*COMMANDS, "--limit", "-x", "--", "x", "--lang"]))


@given(st.lists(SHARED), st.lists(WORDS))
def test_nothing_is_lost(options: list[list[str]], words: list[str]) -> None:
    """Every word is still there, in the order of its kind; only help is written anew."""
    first = next(iter(words), "")
    if first in (*HELP, "--install-completion", "--show-completion") or first in FLAGS:
        return
    if first in NESTED or first.partition("=")[0] in VALUED or (first.startswith("-") and options):
        return
    leading = [word for option in options for word in option]
    found = arranged([*leading, *words])
    if words:
        added = [] if first in (*COMMANDS, START) or first.startswith("-") else ["show"]
    else:
        added = [START]
    assert sorted(found) == sorted([*added, *leading, *words])
    rest = list(found)
    for word in words:  # in their order
        rest = rest[rest.index(word) + 1 :]


@given(st.lists(st.text()))
def test_anything_is_arranged(typed: list[str]) -> None:
    """Whatever it is, a command comes first, or what the program itself is asked."""
    found = arranged(typed)
    assert found
    assert found[0] in (*COMMANDS, START) or found[0].startswith("-") or typed[0] == "help"


@given(st.lists(WORDS))
def test_arranging_again_changes_nothing(typed: list[str]) -> None:
    """What is in order stays so."""
    once = arranged(typed)
    if "help" not in once[:1]:
        assert arranged(once) == once


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", "start"),
        ("--lang nl", "start --lang nl"),
        ("--lang=nl --plain", "start --lang=nl --plain"),
        ("nurse", "show nurse"),
        ("cloud shepherd --brief", "show cloud shepherd --brief"),
        ("--lang nl nurse", "show --lang nl nurse"),
        ("--per month list --sort pay", "list --per month --sort pay"),
        ("--plain import list", "import list --plain"),
        ("--plain import", "import"),
        ("import --plain list --lang nl", "import list --plain --lang nl"),
        ("--lang nl import --plain list", "import list --lang nl --plain"),
        ("--lang nl import --help", "import --help"),
        ("import --help --lang nl", "import --help"),
        ("import help list", "import list --help"),
        ("import esco x --lang nl", "import esco x --lang nl"),
        ("help", "--help"),
        ("help list", "list --help"),
        ("help import esco", "import esco --help"),
        ("help --lang nl", "--help"),
        ("help help", "--help"),
        ("help --plain list", "list --help"),
        ("--help", "--help"),
        ("--help --lang nl", "--help"),
        ("--help list", "--help"),
        ("-V", "-V"),
        ("list --help", "list --help"),
        ("--install-completion zsh", "completion --install zsh"),
        ("--show-completion", "completion"),
        ("--nonsense list", "--nonsense list"),
    ],
)
def test_the_order(typed: str, expected: str) -> None:
    """Each way to begin."""
    assert arranged(typed.split()) == expected.split()


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("list --lang nl", "nl"),
        ("--lang=nl list", "nl"),
        ("--lang en list --lang nl", "nl"),
        ("list --language nl", None),
        ("list -- --lang nl", None),
        ("list --lang", ""),
        ("", None),
    ],
)
def test_the_language_is_known_before_anything_is_read(typed: str, language: str | None) -> None:
    """Wherever it stands, and the last one counts."""
    assert asked_language(typed.split()) == language


@pytest.mark.parametrize("word", [*COMMANDS, START, "help", "--lang", "-V"])
def test_a_command_is_no_role(word: str) -> None:
    """Nor is an option, or nothing."""
    assert bare_role([word]) is None
    assert bare_role(["--lang", "nl", "electrician", word]) == "electrician"
    assert bare_role([]) is None


PAGES = {
    "show": "cloud-shepherd --brief",
    "search": "python",
    "list": "",
    "explain": "bbl",
    "compare": "mist-weigher cloud-shepherd",
    "ladder": "cloud-shepherd",
    "next": "cloud-shepherd",
    "path": "cloud-shepherd head-of-weather",
    "match": "python",
    "vacancies": "fog-counter",
    "sources": "fog-counter",
    "import": "list",
    "config": "lang",
    "paths": "",
    "start": "",
}
PAID = ("show", "search", "list", "compare", "ladder", "next", "path", "match", "start")


def test_every_page_has_its_arguments() -> None:
    """A new command stands here too; others write files, show no page or want a terminal."""
    others = {"new", "check", "site", "export", "mcp", "completion", "browse"}
    assert set(PAGES) == {*COMMANDS, START} - others


@pytest.mark.parametrize("command", PAGES)
def test_options_may_stand_before_the_command(command: str, ask: Run) -> None:
    """And say there what they say behind it."""
    options = ["--lang", "nl", "--plain", "--no-color", "--no-pager"]
    options += ["--per=month", "--hours", "32"] if command in PAID else []
    before = ask(*options, command, *PAGES[command].split())
    after = ask(command, *PAGES[command].split(), *options)
    assert (before.returncode, before.stderr) == (0, "")
    assert before.stdout == after.stdout
    assert before.stdout


@pytest.mark.parametrize("typed", ["check", "completion bash", "new --help"])
def test_the_language_may_stand_before_any_command(typed: str, ask: Run) -> None:
    """Also before those that show no page."""
    before = ask("--lang", "nl", *typed.split())
    after = ask(*typed.split(), "--lang", "nl")
    assert (before.returncode, before.stdout) == (after.returncode, after.stdout)


def test_a_role_needs_no_command(ask: Run) -> None:
    """Its title may be several words, and options go with it."""
    shown = ask("show", "cloud-shepherd", "--brief").stdout
    assert "Cloud Shepherd" in shown
    assert ask("cloud-shepherd", "--brief").stdout == shown
    assert ask("Cloud", "Shepherd", "--brief").stdout == shown
    assert ask("show", "cloud", "shepherd", "--brief").stdout == shown
    assert ask("--lang=nl", "Wolkenherder", "--brief").stdout == (
        ask("show", "cloud-shepherd", "--brief", "--lang", "nl").stdout
    )


def test_help_is_a_command_too(ask: Run) -> None:
    """help, help COMMAND, and in Dutch."""
    assert ask("help").stdout == ask("--help").stdout == ask("-h").stdout
    assert ask("help", "list").stdout == ask("list", "--help").stdout
    assert ask("help", "import", "esco").stdout == ask("import", "esco", "-h").stdout
    dutch = ask("list", "--help", "--lang", "nl").stdout
    assert dutch.startswith("Zo typ je het: careers list")
    assert ask("--lang", "nl", "help", "list").stdout == dutch
    assert ask("help", "list", "--lang", "nl").stdout == dutch
    everything = ask("--lang", "nl", "help").stdout
    assert everything == ask("help", "--lang", "nl").stdout == ask("--help", "--lang", "nl").stdout
    assert ask("help", "help").stdout == ask("help").stdout


def test_the_version_has_a_letter(ask: Run) -> None:
    """-V, with whatever stands before it."""
    for typed in (["-V"], ["--lang", "nl", "-V"]):
        assert ask(*typed).stdout == f"careers {__version__}\n"


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("lsit", 2, "Did you mean careers list?"),
        ("serch python", 2, "Did you mean careers search?"),
        ("--lang nl lsit", 2, "Bedoel je careers list?"),
        ("nobody at all", 1, 'There is no role "nobody at all"'),
        ("help nonsense", 2, 'there is no "nonsense"'),
        ("help lsit", 2, "Did you mean list?"),
        ("--nonsense", 2, "there is no option --nonsense here"),
    ],
)
def test_an_unknown_first_word_is_explained(typed: str, code: int, told: str, ask: Run) -> None:
    """A slip in a command is told of as one; other words are roles that there are not."""
    done = ask(*typed.split())
    assert (done.returncode, done.stdout) == (code, "")
    assert told in done.stderr
