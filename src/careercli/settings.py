"""What a reader has set for good, in a file of their own.

A setting holds as if the environment said so (``lang`` is ``CAREERS_LANG``), unless that says
something itself; an option on the command line goes before both.
"""

import json
import os
import re
from collections.abc import Callable, Collection, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from careercli.choices import PERIODS, SWITCH, Choices, unknown
from careercli.errors import InvalidDataError, UsageError, reason
from careercli.locale import LANGUAGES, language_of, spoken
from careercli.locale import translate as _
from careercli.names import control_characters_in
from careercli.paths import in_place_of, is_nowhere, settings_file

HOURS = (1, 80)
"""The shortest and the longest working week, in hours."""

MOST_WORDS = 20_000
"""Characters of one's own skills; a resume with hundreds of them has less."""


class Setting(NamedTuple):
    """One thing to set. ``read`` makes the value of what was typed, None if it is no value.

    ``known`` are its words, where they are a closed list.
    """

    read: Callable[[str], str | None]
    known: Choices | None = None


def read_hours(typed: str) -> str | None:
    """Return the hours of a working week as a number: 36, 37.5 (37,5 is read too)."""
    text = typed.strip().replace(",", ".")
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{1,2})?", text) and HOURS[0] <= float(text) <= HOURS[1]:
        return text
    return None


def _read_pager(typed: str) -> str | None:
    """Return on, off, or the command line of a pager that there is."""
    import shlex  # only for those who have set something
    import shutil

    if control_characters_in(typed):  # the environment cannot hold every one of them
        return None
    if switch := Choices(SWITCH).read(typed):
        return switch
    try:
        word = next(iter(shlex.split(typed, posix=os.name != "nt")), "").strip('"')
    except ValueError:  # no end to its quotes
        return None
    return typed.strip() if shutil.which(word) else None


def _read_words(typed: str) -> str | None:
    """Return words of one's own as they are: which of them are known, the catalogue says."""
    text = " ".join(typed.split())
    return text if text and len(text) <= MOST_WORDS and not control_characters_in(typed) else None


SETTINGS = {
    "lang": Setting(language_of, Choices(LANGUAGES)),
    "per": Setting(Choices(PERIODS).read, Choices(PERIODS)),
    "hours": Setting(read_hours),
    "pager": Setting(_read_pager, Choices(SWITCH)),
    "plain": Setting(Choices(SWITCH).read, Choices(SWITCH)),
    "color": Setting(Choices(SWITCH).read, Choices(SWITCH)),
    "skills": Setting(_read_words),
    "diploma": Setting(_read_words),
}


def variable(name: str) -> str:
    """Return the environment variable of a setting."""
    return f"CAREERS_{name.upper()}"


def value(name: str, environ: Mapping[str, str] = os.environ) -> str | None:
    """Return what is set, by the environment or the file; None if nothing that can be read is."""
    typed = environ.get(variable(name), "")
    return SETTINGS[name].read(typed) if typed else None


def complaints(but: Collection[str] = ()) -> list[str]:
    """Return what the environment sets and nobody can read, ``but`` for what an option says."""
    told = []
    for name, setting in SETTINGS.items():
        typed = os.environ.get(variable(name), "")
        if typed and name not in but and setting.read(typed) is None:
            told.append(f"{variable(name)}: {not_readable(name, typed)}")
    return told


def not_readable(name: str, typed: str) -> str:
    """Return what to tell of a value that a setting cannot have."""
    known = SETTINGS[name].known
    if known:
        return unknown(typed, known.shown(spoken()))
    if name in ("skills", "diploma"):
        told = _("write words in one line, parted by commas, of {count} characters at most")
        return told.format(count=MOST_WORDS)
    return _('"{typed}" is no working week; write hours from {least} to {most}').format(
        typed=typed, least=HOURS[0], most=HOURS[1]
    )


def load(environ: MutableMapping[str, str] = os.environ) -> dict[str, str] | None:
    """Let the file's settings hold where the environment has none.

    Returns what the file sets; None if it cannot be read, which ``wrong_in_file`` tells.
    """
    with suppress(InvalidDataError):
        written = in_file()
        for name, typed in written.items():
            found = SETTINGS[name].read(typed) if name in SETTINGS else None
            if found:
                environ.setdefault(variable(name), found)
        return written
    return None


def wrong_in_file(written: Mapping[str, str] | None = None) -> list[str]:
    """Return what is wrong with the file, in the language that is spoken now.

    ``written`` is what it sets, if that is known already.
    """
    try:
        written = in_file() if written is None else written
    except InvalidDataError as error:
        return [str(error)]
    return [
        _wrong_in(settings_file(), name, typed)
        for name, typed in written.items()
        if name not in SETTINGS or SETTINGS[name].read(typed) is None
    ]


def in_file() -> dict[str, str]:
    """Return what the user's file sets; nothing if there is none. Raises as ``read_file`` does."""
    path = settings_file()
    return read_file(path) if path.exists() else {}


def _wrong_in(path: Path, name: str, typed: str) -> str:
    if name in SETTINGS:
        return f"{path}: {name}: {not_readable(name, typed)}"
    return f"{path}: {unknown(name, SETTINGS)}"


def read_file(path: Path) -> dict[str, str]:
    """Return what a file sets, each as text; raises InvalidDataError if it cannot be read."""
    import tomllib  # only for those who have set something

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        where = f"{path}:{place[1]}" if place else str(path)
        raise InvalidDataError(
            _('{where}: this is not TOML; a line is: lang = "nl"').format(where=where)
        ) from None
    except (OSError, UnicodeDecodeError):
        raise InvalidDataError(_("{path}: cannot be read").format(path=path)) from None
    return {name: _as_text(found) for name, found in data.items()}


def _as_text(found: object) -> str:
    if isinstance(found, bool):
        return SWITCH[0] if found else SWITCH[1]
    return json.dumps(found, default=str) if isinstance(found, list | dict) else str(found)


def keep(name: str, new: str | None) -> None:
    """Write a setting into the file, or take it out if ``new`` is None; the rest stays as it is.

    The file is replaced whole. Raises InvalidDataError if it is no TOML now, UsageError if it
    cannot be written.
    """
    path = settings_file()
    in_file()  # raises what is wrong with it
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    table = re.search(r"(?m)^[ \t]*\[", text)  # whose keys are not ours
    top, rest = (text[: table.start()], text[table.start() :]) if table else (text, "")
    kept = re.sub(rf"""(?m)^[ \t]*(["']?){name}\1[ \t]*=.*\n?""", "", top) + rest
    if new is not None:
        # At the top: what follows may be a table.
        kept = f"{name} = {json.dumps(new, ensure_ascii=False)}\n{kept}"
    _replace(path, kept)


def _replace(path: Path, text: str) -> None:
    if is_nowhere(path):
        raise UsageError(_("you have no home folder; set HOME, or CAREERS_CONFIG to a file"))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with in_place_of(path) as new:
            new.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(
            _("{path} cannot be written ({reason}); CAREERS_CONFIG says where else").format(
                path=path, reason=reason(error)
            )
        ) from None
