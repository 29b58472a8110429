"""What these tests test, imported in one place: a module that moves costs one edit."""

from careercli.errors import InvalidDataError
from careercli.locale import LANGUAGES
from careercli.roles.lines import Loc, key_lines, line_of
from careercli.roles.lint.facts import CHECKS, NEEDED, barring_problems, check, problems_of
from careercli.roles.lint.lists import UPKEEP, upkeep_problems
from careercli.roles.lint.prose import REMINDERS, STYLE, reminders, style_problems
from careercli.roles.mending import mended, missing, with_missing
from careercli.roles.model import Codes, Education, Outlook, Role, Text
from careercli.roles.problems import Problem, dotted, explain, nearest
from careercli.roles.proposing import LEAST, propose
from careercli.roles.reading import (
    MAX_BYTES,
    PROSE,
    Draft,
    read_draft,
    read_model,
    read_models,
    role_files,
    runs_of_words,
)
from careercli.roles.reference import Board, Level, Skill, Source, Vocabulary
from careercli.roles.schema import role_schema
from careercli.roles.syntax import in_plain_words
from careercli.roles.template import Known, template
from careercli.roles.workspace import Workspace, find_role_files, read_workspace

__all__ = [
    "CHECKS",
    "LANGUAGES",
    "LEAST",
    "MAX_BYTES",
    "NEEDED",
    "PROSE",
    "REMINDERS",
    "STYLE",
    "UPKEEP",
    "Board",
    "Codes",
    "Draft",
    "Education",
    "InvalidDataError",
    "Known",
    "Level",
    "Loc",
    "Outlook",
    "Problem",
    "Role",
    "Skill",
    "Source",
    "Text",
    "Vocabulary",
    "Workspace",
    "barring_problems",
    "check",
    "dotted",
    "explain",
    "find_role_files",
    "in_plain_words",
    "key_lines",
    "line_of",
    "mended",
    "missing",
    "nearest",
    "problems_of",
    "propose",
    "read_draft",
    "read_model",
    "read_models",
    "read_workspace",
    "reminders",
    "role_files",
    "role_schema",
    "runs_of_words",
    "style_problems",
    "template",
    "upkeep_problems",
    "with_missing",
]  # fmt: skip
