"""What a shell asks for when somebody presses Tab, and how each shell is told.

The framework walks the arguments to what is being typed. Each shell here says how it gives the
line and wants the answer: words, each with what it means, or "a file". Where a list is closed
and nothing fits, nothing is offered: no names of files.
"""

import os
import re
from typing import Any

from typer._click.shell_completion import (
    CompletionItem,
    ShellComplete,
    _resolve_context,
    _resolve_incomplete,
    add_completion_class,
    split_arg_string,
)
from typer._completion_shared import (
    COMPLETION_SCRIPT_POWER_SHELL,
    _completion_scripts,
    _get_shell_name,
)
from typer._completion_shared import install as framework_install

from careercli.cli import completion
from careercli.cli.arguments import VALUED, arranged, asked_language
from careercli.cli.commands import COMPLETE, START
from careercli.locale import choose_language, language_of, speak
from careercli.locale import translate as _

BASH = """\
%(complete_func)s() {
    local answer kind word
    answer=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD=$COMP_CWORD \\
        %(complete_var)s=complete_bash "$1")
    while IFS=, read -r kind word; do
        case $kind in
            file) compopt -o default; COMPREPLY=() ;;
            plain) COMPREPLY+=("$word") ;;
        esac
    done <<< "$answer"
}
complete -o nosort -F %(complete_func)s %(prog_name)s 2>/dev/null ||
    complete -F %(complete_func)s %(prog_name)s
"""

ZSH = """\
#compdef %(prog_name)s
%(complete_func)s() {
    local -a answer words_told
    local kind word meaning line="${(j: :)words[1,CURRENT]}"
    answer=("${(@f)$(env _CAREERS_LINE="$line" %(complete_var)s=complete_zsh %(prog_name)s)}")
    for kind word meaning in $answer; do
        case $kind in
            file) _files ;;
            plain) words_told+=("${word//:/\\\\:}:$meaning") ;;
        esac
    done
    (( $#words_told )) && _describe -V careers words_told
}
compdef %(complete_func)s %(prog_name)s
[[ $zsh_eval_context[-1] == loadautofunc ]] && %(complete_func)s "$@"
"""
"""The last lines: a file of zsh's own functions is run at the first Tab, and must answer it."""

FISH = """\
function %(complete_func)s
    set -l line (commandline -cp)
    for answer in (env _CAREERS_LINE="$line" %(complete_var)s=complete_fish %(prog_name)s)
        set -l parts (string split -m 1 "," -- $answer)
        switch $parts[1]
            case file
                __fish_complete_path (commandline -ct)
            case plain
                echo $parts[2]
        end
    end
end
complete --no-files --command %(prog_name)s --arguments "(%(complete_func)s)"
"""


class _OurShell(ShellComplete):
    """What the shells have in common."""

    def source_vars(self) -> dict[str, Any]:
        """Return what the shell's script is filled in with; a function's name has letters only."""
        name = re.sub(r"\W", "_", self.prog_name)
        return {
            "complete_func": f"_{name}_completion",
            "complete_var": self.complete_var,
            "prog_name": self.prog_name,
        }

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """Return what fits, in the language that the line asks for."""
        speak(choose_language(language_of(asked_language(args) or "")))
        ordered = _in_order(args, incomplete)
        ctx = _resolve_context(self.cli, self.ctx_args, self.prog_name, ordered)
        asked, typed = _resolve_incomplete(ctx, ordered, incomplete)
        if getattr(getattr(asked, "type", None), "name", "") == "path":
            return [CompletionItem(typed, type="file")]
        return asked.shell_complete(ctx, typed)

    def complete(self) -> str:
        """Return the answer for the shell, a line or more a word."""
        args, incomplete = self.get_completion_args()
        return "\n".join(map(self.format_completion, self.get_completions(args, incomplete)))


def _in_order(args: list[str], incomplete: str) -> list[str]:
    """Return the words before the one that is typed, with the command first.

    Where there is none yet, options and their values are those of the start page.
    """
    ordered = arranged(args)
    if ordered[:1] != [START]:
        return ordered
    return ordered if incomplete.startswith("-") or (args[-1:] and args[-1] in VALUED) else []


class Bash(_OurShell):
    """Bash gives an array of words and takes a word a line."""

    name = "bash"
    source_template = BASH

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        words = split_arg_string(os.environ["COMP_WORDS"])
        at = int(os.environ["COMP_CWORD"])
        before = [word for word in words[1:at] if word != "="]  # bash parts --lang=nl in three
        return before, words[at] if at < len(words) else ""

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line."""
        return f"{item.type},{item.value}"


class _ByLine(_OurShell):
    """A shell that gives the line up to the cursor."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        line = os.environ.get("_CAREERS_LINE", "")
        words = split_arg_string(line)[1:]
        return (words, "") if line.endswith(" ") or not words else (words[:-1], words[-1])


class Zsh(_ByLine):
    """Zsh takes three lines a word."""

    name = "zsh"
    source_template = ZSH

    def format_completion(self, item: CompletionItem) -> str:
        """Return three lines: kind, word, meaning."""
        return f"{item.type}\n{item.value}\n{meaning(item) or item.value}"


class Fish(_ByLine):
    """Fish takes a line a word, the meaning after a tab."""

    name = "fish"
    source_template = FISH

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line."""
        told = meaning(item)
        return f"{item.type},{item.value}" + (f"\t{told}" if told else "")


def meaning(item: CompletionItem) -> str:
    """Return what a word means, in a line of the reader's language; help lists its words after."""
    text = " ".join((item.help or "").split())
    return re.sub(r":? *\{\w+\}", "", _(text) if text else "")


def roles(ctx: Any, incomplete: str) -> list[CompletionItem]:
    """Return the roles that begin so, for the place of a command; none if nothing is typed."""
    found = completion.roles(ctx, incomplete) if incomplete else []
    return [CompletionItem(word, help=title) for word, title in found]


class PowerShell(_OurShell):
    """PowerShell has the framework's own script."""

    name = "powershell"
    source_template = COMPLETION_SCRIPT_POWER_SHELL

    def source_vars(self) -> dict[str, Any]:
        """Return what the script is filled in with; it has its own name for the variable."""
        return {**super().source_vars(), "autocomplete_var": self.complete_var}

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is typed, and that one."""
        incomplete = os.environ.get("_TYPER_COMPLETE_WORD_TO_COMPLETE", "")
        words = split_arg_string(os.environ.get("_TYPER_COMPLETE_ARGS", ""))
        return words[1:-1] if incomplete else words[1:], incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return a line, the meaning after three colons."""
        return f"{item.value}:::{meaning(item) or ' '}"


SHELLS = {shell.name: shell for shell in (Bash, Zsh, Fish, PowerShell)} | {"pwsh": PowerShell}


def register() -> None:
    """Make these the shells that the framework knows."""
    for name, shell in SHELLS.items():
        add_completion_class(shell, name)


def script(shell: str, program: str) -> str:
    """Return what a shell has to read to complete a program of this name."""
    asked = SHELLS[shell](None, {}, program, COMPLETE)  # type: ignore[arg-type]  # no command is asked
    return asked.source().strip() + "\n"


def present() -> str | None:
    """Return the shell that we were started from, if it is one of these."""
    name = _get_shell_name()
    return name if name in SHELLS else None


def install(shell: str, program: str) -> str:
    """Put the script where the shell looks for it, and return where; raises OSError.

    The framework knows the places; it writes the scripts that stand in its table.
    """
    _completion_scripts[shell] = script(shell, program).replace("%", "%%")
    _name, path = framework_install(shell=shell, prog_name=program, complete_var=COMPLETE)
    return str(path)
