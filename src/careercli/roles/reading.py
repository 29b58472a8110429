"""Read TOML files as drafts: their data, whatever is wrong with them, and where.

A draft that cannot be read or does not fit the model is a value, not an exception, so
that one bad file does not hide the rest and all its mistakes are told at once.
"""

import errno
import os
import re
import shutil
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import tomli
from pydantic import ValidationError

from careercli.errors import InvalidDataError, reason
from careercli.locale import LANGUAGES
from careercli.locale import translate as _
from careercli.paths import in_place_of
from careercli.roles.lines import Loc, key_lines, line_of
from careercli.roles.migration import in_format_2, key_of_format_1
from careercli.roles.model import Model, Role
from careercli.roles.problems import FILE, Problem, dotted, explain
from careercli.roles.syntax import in_plain_words

M = TypeVar("M", bound=Model)

PARAGRAPHS = ("description", "education", "career", "ai", "ai_advice")
PROSE = ("summary", *PARAGRAPHS, "ladder_note")

SKILLS = ("skills.essential.*", "skills.useful.*")
"""Where a role file names skills."""

MAX_BYTES = 1_000_000  # a role file has some 10,000; this one is something else
MAX_DEPTH = 20  # a role file is 5 deep


@dataclass(frozen=True)
class Draft:
    """One role file as written, valid or not."""

    path: Path
    origin: str
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    unread: Problem | None = None

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @cached_property
    def _lines(self) -> dict[Loc, int]:
        return key_lines(self.text)

    def problem(self, loc: Loc, wrong: str, instead: str, value: object = None) -> Problem:
        """Return a problem at a place in this file."""
        line = line_of(self.text, self._lines, loc, value)
        return Problem(str(self.path), line, dotted(loc), wrong, instead, loc)

    def strings(self, pattern: str) -> Iterator[tuple[Loc, str]]:
        """Yield (place, text) for a path such as ``training.*.level``; others are passed over.

        ``*`` stands for every entry of a list. Works on half-broken data, so that
        the cross-file checks can run beside the model's own.
        """
        for loc, value in _walk(self.data, pattern.split("."), ()):
            if isinstance(value, str):
                yield loc, value

    def string(self, pattern: str) -> str:
        """Return the one text at a path, or an empty one."""
        return next((value for _, value in self.strings(pattern)), "")

    def skills(self) -> Iterator[tuple[Loc, str]]:
        """Yield every skill that the job asks for, essential ones first."""
        for pattern in SKILLS:
            yield from self.strings(pattern)

    def trainings(self) -> Iterator[tuple[int, str, str, str]]:
        """Yield the ways to learn the job: place, level, Dutch name, English name."""
        told: dict[int, dict[str, str]] = {}
        for key in ("level", "nl", "en"):
            for loc, text in self.strings(f"training.*.{key}"):
                told.setdefault(int(loc[1]), {})[key] = text
        for place, names in told.items():
            if "nl" in names and "en" in names:
                yield place, names.get("level", ""), names["nl"], names["en"]

    def targets(self) -> Iterator[tuple[Loc, str]]:
        """Yield every role that the ladder names."""
        yield from self.strings("ladder.up.*.role")
        yield from self.strings("ladder.leads_to.*")

    def names(self, *languages: str) -> Iterator[tuple[Loc, str]]:
        """Yield every title and alias in these languages, else in both."""
        for language in languages or LANGUAGES:
            yield from self.strings(f"{language}.title")
            yield from self.strings(f"{language}.aliases.*")

    def role(self) -> Role:
        """Return the validated role; raises ValidationError."""
        return self._role

    @cached_property
    def _role(self) -> Role:
        return Role.model_validate(self.data)

    def shape_problems(self) -> list[Problem]:
        """Return what keeps the file from being a role: unreadable, or not as the model says."""
        if self.unread:
            return [self.unread]
        if old := key_of_format_1(self.data):
            wrong = _("is written as in format 1")
            instead = _("careers check --fix rewrites the file in format 2")
            return [self.problem(old, wrong, instead)]
        try:
            self.role()
        except ValidationError as error:
            return self.explained(error, Role)
        return []

    def explained(
        self, error: ValidationError, model: type[Model], prefix: Loc = ()
    ) -> list[Problem]:
        """Return what a model has against the table at ``prefix``, with places in this file."""
        return [
            self.problem((*prefix, *loc), wrong, instead, value)
            for loc, value, wrong, instead in explain(error, model)
        ]


def _walk(value: Any, parts: list[str], loc: Loc) -> Iterator[tuple[Loc, Any]]:
    if not parts:
        yield loc, value
    elif parts[0] == "*":
        for i, item in enumerate(value if isinstance(value, list) else ()):
            yield from _walk(item, parts[1:], (*loc, i))
    elif isinstance(value, dict) and parts[0] in value:
        yield from _walk(value[parts[0]], parts[1:], (*loc, parts[0]))


def read_draft(path: Path, origin: str) -> Draft:
    """Read one role file; a file that cannot be read becomes a draft that says so."""

    def unread(line: int, wrong: str, instead: str) -> Draft:
        return Draft(path, origin, unread=Problem(str(path), line, FILE, wrong, instead))

    try:
        if _leads_out(path):
            return unread(1, _("is a link out of its folder"), _("put the file itself here"))
        raw = _read(path)
    except OSError as error:
        return unread(
            1,
            _("cannot be read ({error})").format(error=reason(error)),
            _("check that it exists and is yours"),
        )
    if raw is None:
        return unread(1, _("is not an ordinary file"), _("put a TOML file here"))
    if len(raw) > MAX_BYTES:
        return unread(1, _("is larger than 1 MB"), _("write one job per file"))
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return unread(line, _("is not UTF-8 text"), _("save the file as UTF-8"))
    try:
        data = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        wrong = _("is not TOML: {error}").format(error=in_plain_words(error.msg))
        return unread(error.lineno, wrong, _("mend this line first"))
    except RecursionError:
        return unread(1, *_too_deep())
    except ValueError:  # Python reads no number of more than 4300 digits
        return unread(1, *_too_large())
    if odd := _beyond_plain(data):
        return unread(1, *odd)
    return Draft(path, origin, text, data)


def in_present_format(draft: Draft) -> Draft:
    """Return a draft with what it says in the way of format 1 said in the way of format 2.

    Where that cannot be done line by line (a table within a line) the draft stays as it is.
    """
    if draft.unread or not key_of_format_1(draft.data):
        return draft
    text = in_format_2(draft.text)
    data = tomli.loads(text)
    return draft if key_of_format_1(data) else Draft(draft.path, draft.origin, text, data)


def rewrite(path: Path, text: str) -> None:
    """Put a text in a file's place as a whole: whoever reads it finds the old one or the new.

    Raises OSError if the folder or the disk does not let it.
    """
    with in_place_of(path) as beside:
        beside.write_text(text, encoding="utf-8")
        shutil.copymode(path, beside)


def _leads_out(path: Path) -> bool:
    """Return whether a path is a link to a file elsewhere, which may be anybody's."""
    if not path.is_symlink():
        return False
    try:
        return path.parent.resolve() not in path.resolve().parents
    except RuntimeError:  # a link to itself, as pathlib says it before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from None


def _read(path: Path) -> bytes | None:
    """Return the beginning of an ordinary file; None for anything else.

    Opened before it is looked at, and without waiting: a pipe that nobody writes to, put in
    the file's place in between, would keep us for ever.
    """
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read(MAX_BYTES + 1)


def _beyond_plain(data: dict[str, Any]) -> tuple[str, str] | None:
    """Return what no later step could walk or print, although tomli reads it."""
    level: list[Any] = [data]
    for _depth in range(MAX_DEPTH):
        if any(isinstance(v, int) and not -(2**63) <= v < 2**63 for v in level):
            return _too_large()
        level = [inner for value in level for inner in _inside(value)]
    return _too_deep() if level else None


def _too_large() -> tuple[str, str]:
    return _("holds a number of more than 64 bits"), _("write a smaller one")


def _too_deep() -> tuple[str, str]:
    return _("is nested too deep"), _("write plain tables and lists")


def _inside(value: Any) -> Iterable[Any]:
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, list) else ()


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text."""
    for sentence in re.split(r"(?<=[.!?])\s+", text.strip()):
        if sentence:
            yield sentence


RUN = 8  # words in a row that two writers do not choose by chance


def runs_of_words(text: str) -> Iterator[str]:
    """Yield every run of eight words of a text, without case and punctuation."""
    words = re.findall(r"[\w'’-]+", text.casefold())
    for i in range(len(words) - RUN + 1):
        yield " ".join(words[i : i + RUN])


def role_files(folder: Path) -> list[Path]:
    """Return the role files of a folder in order of name; none if there is no such folder."""
    return sorted(folder.glob("*.toml")) if folder.is_dir() else []


def read_models(path: Path, model: type[M]) -> dict[str, M]:
    """Return the entries of a data file (skills, sources, boards) by id.

    Raises InvalidDataError with every problem of the file.
    """
    draft = _readable(path)
    found, problems = {}, []
    for key, entry in draft.data.items():
        try:
            found[key] = model.model_validate(entry)
        except ValidationError as error:
            problems += draft.explained(error, model, (key,))
    if problems:
        raise _invalid(problems)
    return found


def read_model(path: Path, model: type[M]) -> M:
    """Return a whole data file as one model; raises InvalidDataError with every problem."""
    draft = _readable(path)
    try:
        return model.model_validate(draft.data)
    except ValidationError as error:
        raise _invalid(draft.explained(error, model)) from None


def _readable(path: Path) -> Draft:
    draft = read_draft(path, "data")
    if draft.unread:
        raise _invalid([draft.unread])
    return draft


def _invalid(problems: list[Problem]) -> InvalidDataError:
    return InvalidDataError("\n".join(str(problem) for problem in sorted(problems)))
