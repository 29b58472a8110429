"""What Tab offers, as each shell asks for it and as the shells themselves show it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from careercli.cli.commands import COMMANDS
from tests.conftest import Run, always, asked


def complete(shell: str, line: str) -> str:
    """Return what a shell is told when somebody presses tab at the end of a line."""
    words = line.split(" ")
    environment = {
        "_CAREERS_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
        "_CAREERS_LINE": line,
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
    }
    done = asked(**environment)
    assert done.stderr == ""
    return done.stdout


def words(line: str) -> list[str]:
    """Return the words that are offered at the end of a line."""
    return [found.removeprefix("plain,") for found in complete("bash", line).split()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_it_offers_slugs_with_titles(shell: str) -> None:
    """Every shell gets the slugs; all but bash show the titles too."""
    out = complete(shell, "careers show cloud")
    assert "cloud-shepherd" in out
    assert "fog-counter" not in out
    assert ("Cloud Shepherd" in out) is (shell != "bash")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("careers show --lang nl wolk", ["wolkenherder"]),
        ("careers show --lang nl Wolk", ["Wolkenherder"]),
        ("careers show --lang nl hoeder-", ["hoeder-van-wolken"]),
        ("careers show Cloud-S", ["Cloud-Shepherd"]),
        ("careers show cloud-shepherd", ["cloud-shepherd"]),
        ("careers show sky", ["sky-herder"]),
        ("careers show wolk", []),
        ("careers show --lang nl moon", ["moon-polisher"]),
        ("careers --lang nl show wolk", ["wolkenherder"]),
        ("careers cloud-", ["cloud-shepherd"]),
    ],
)
def test_it_knows_the_readers_titles(line: str, expected: list[str], ask: Run) -> None:
    """Titles, slugs, else aliases in the reader's language: each leads to its role."""
    assert words(line) == expected
    for word in expected:
        assert ask("show", word).returncode == 0


OFFERED = [
    ("careers sh", ["show"]),
    ("careers import l", ["list"]),
    ("careers --lang nl import l", ["list"]),
    ("careers list --level s", ["senior"]),
    ("careers list --level=s", ["senior"]),
    ("careers list --level junior,s", ["junior,senior"]),
    ("careers list --education hbo", ["hbo", "hbo-master"]),
    ("careers list --with-diploma hav", ["havo"]),
    ("careers list --profile N", ["NT", "NG"]),
    ("careers list --subject ph", ["physics"]),
    ("careers list --work outd", ["outdoors"]),
    ("careers list --without nights", ["nights", "nights-away"]),
    ("careers list --category d", ["data-ai"]),
    ("careers list --outlook g", ["growing"]),
    ("careers list --skill machine-l", ["machine-learning"]),
    ("careers list --sort e", ["education", "exposure"]),
    ("careers show x --section salary,a", ["salary,ai"]),
    ("careers show x --format t", ["text", "toml"]),
    ("careers ladder x --per m", ["month"]),
    ("careers search x --origin ", ["shipped", "user"]),
    ("careers list --lang ", ["en", "nl"]),
    ("careers --lang ", ["en", "nl"]),
    ("careers --pl", ["--plain"]),
    ("careers explain bb", ["bbl"]),
    ("careers config p", ["per", "pager", "plain"]),
    ("careers config per ", ["hour", "month", "year", "default"]),
    ("careers config pager o", ["on", "off"]),
    ("careers completion f", ["fish"]),
    ("careers list --category zzz", []),
    # in Dutch
    ("careers list --lang nl --level m", ["medior"]),
    ("careers list --lang nl --category zor", ["zorg-gezondheid"]),
    ("careers list --lang nl --work bui", ["buiten"]),
    ("careers list --lang nl --interest soc", ["sociaal"]),
    ("careers list --lang nl --sort lo", ["loon"]),
    ("careers show --lang nl x --section lo", ["loopbaan", "loon"]),
    (
        "careers show --lang nl verpleegkundi",
        [
            *("verpleegkundig-specialist", "verpleegkundige"),
            *("verpleegkundige-ambulance", "verpleegkundige-intensive-care"),
        ],
    ),
    ("careers config --lang nl b", ["bladeren"]),
]


@pytest.mark.shipped
@pytest.mark.parametrize("case", always(OFFERED[::2], OFFERED), ids=str)
def test_it_offers_what_is_registered(case: tuple[str, list[str]]) -> None:
    """Commands, words of lists, skills, orders, sections and formats: whatever is closed."""
    line, expected = case
    assert sorted(words(line)) == sorted(expected)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_files_are_offered_where_a_file_belongs(shell: str) -> None:
    """And nowhere else."""
    assert complete(shell, "careers check da").startswith("file")
    assert "file" not in complete(shell, "careers list --level zzz")


@pytest.mark.shipped
def test_what_a_word_means_is_told_in_the_readers_language() -> None:
    """Beside an id stands its label, beside a command or an option what it does."""
    assert "growing" in complete("fish", "careers list --outlook grow")
    assert "groeiend" in complete("fish", "careers list --lang nl --outlook groei")
    assert "Toon een beroep" in complete("fish", "careers --lang nl sh")
    assert "{" not in complete("fish", "careers list --")
    assert "Vakgebied." in complete("fish", "careers list --lang nl --cat")


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """An environment in which the program is called careers@dev, as pipx can name it."""
    program = tmp_path / "careers@dev"
    program.write_text(
        f"#!{sys.executable}\nfrom careercli.__main__ import main\nmain()\n", encoding="utf-8"
    )
    program.chmod(0o755)
    return os.environ | {
        "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
        "TERM": "dumb",
    }


def told(command: list[str], environment: dict[str, str]) -> str:
    """Return what a program writes."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=60
    )
    assert done.stderr == ""
    return done.stdout


def test_bash_offers_it(installed: dict[str, str]) -> None:
    """The script that bash reads, for a program of another name."""
    script = (
        "source <(careers@dev completion bash); COMP_WORDS=(careers@dev list --level l); "
        "COMP_CWORD=3; _careers_dev_completion careers@dev; echo ${COMPREPLY[@]}; "
        "complete -p careers@dev"
    )
    out = told(["bash", "--norc", "-c", script], installed)
    assert out.splitlines()[0] == "lead"
    assert "-F _careers_dev_completion careers@dev" in out


def test_fish_offers_it(installed: dict[str, str]) -> None:
    """The script that fish reads."""
    script = "careers@dev completion fish | source; complete -C 'careers@dev list --level l'"
    assert told(["fish", "--no-config", "-c", script], installed).split() == ["lead", "lead"]


def test_zsh_reads_it(installed: dict[str, str]) -> None:
    """The script that zsh reads has no errors, and does something at the first Tab."""
    script = "autoload -Uz compinit; compinit -D -u; source <(careers@dev completion zsh)"
    out = told(["zsh", "-f", "-c", f"{script}; print $_comps[careers@dev]"], installed)
    assert out.strip() == "_careers_dev_completion"
    assert "loadautofunc" in told(["careers@dev", "completion", "zsh"], installed)


@pytest.mark.parametrize(
    ("shell", "file"),
    [
        ("bash", ".bash_completions/careers.sh"),
        ("zsh", ".zfunc/_careers"),
        ("fish", ".config/fish/completions/careers.fish"),
    ],
)
def test_it_is_installed(shell: str, file: str, ask: Run, tmp_path: Path) -> None:
    """--install puts the script where the shell looks, whole; the old option does so too."""
    done = ask("completion", shell, "--install", HOME=str(tmp_path))
    assert (done.returncode, done.stdout) == (0, "")
    assert str(tmp_path / file) in done.stderr
    shown = ask("--show-completion", shell)
    assert (tmp_path / file).read_text("utf-8").strip() == shown.stdout.strip()
    assert "_CAREERS_COMPLETE=complete_" in shown.stdout


def test_a_shell_that_nobody_knows_is_refused(ask: Run) -> None:
    """And those there are, are named."""
    done = ask("completion", "tcsh")
    assert done.returncode == 2
    assert "bash, zsh, fish, powershell, pwsh" in done.stderr


def test_every_command_completes_something() -> None:
    """No command is left out of what Tab offers."""
    assert set(words("careers ")) == set(COMMANDS)
