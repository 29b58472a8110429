"""What is wrong with role files."""

from typing import NamedTuple

from careercli.pages.roles import SCHEMA_VERSION


class FileProblem(NamedTuple):
    """One thing to mend in a role file: where it stands, what is wrong, what to write instead."""

    file: str
    line: int
    key: str
    problem: str
    instead: str


class CheckPage(NamedTuple):
    """Every problem of the role files that were checked, and what is wrong with the imports."""

    roles: int
    problems: tuple[FileProblem, ...]
    damages: tuple[str, ...] = ()
    schema_version: int = SCHEMA_VERSION
