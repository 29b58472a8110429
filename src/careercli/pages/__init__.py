"""What commands show: plain immutable records, everything joined and resolved, no I/O.

Named tuples rather than frozen dataclasses: fifty of those would add 45 ms to every start.

The catalogue makes pages, renderers read them, and ``--format json`` is a page as it
stands: a field's name here is a key there (docs/json.md), and
``class_``, which Python keeps to itself, is class. Amounts are floats in the unit
that stands beside them; texts are in the page's language.
"""

from careercli.pages.checking import CheckPage, FileProblem
from careercli.pages.listing import (
    Count,
    Hit,
    Import,
    ImportsPage,
    ListPage,
    PathsPage,
    Place,
    RoleRow,
    SearchPage,
    SourcesPage,
    VacanciesPage,
)
from careercli.pages.pay import Amounts, EmployeesOnly, Minimum, Pay, Position, Salary
from careercli.pages.requirements import (
    Admission,
    Condition,
    Diploma,
    Education,
    Skill,
    Term,
    Training,
    Trait,
)
from careercli.pages.roles import (
    SCHEMA_VERSION,
    AiImpact,
    ComparedSkills,
    ComparePage,
    Equivalent,
    Imported,
    Kind,
    LadderPage,
    LadderSteps,
    Occupation,
    Outlook,
    OutlookClaim,
    Related,
    Relation,
    RolePage,
    RoleRef,
    Rung,
    Share,
    SkillComparison,
    SkillOfSome,
    Source,
    Step,
    Vacancies,
    Written,
)

INLINE = ("about", "body")
"""Fields that are a part of the record around them: in JSON their own fields stand there."""

__all__ = [
    "INLINE",
    "SCHEMA_VERSION",
    "Admission",
    "AiImpact",
    "Amounts",
    "CheckPage",
    "ComparePage",
    "ComparedSkills",
    "Condition",
    "Count",
    "Diploma",
    "Education",
    "EmployeesOnly",
    "Equivalent",
    "FileProblem",
    "Hit",
    "Import",
    "Imported",
    "ImportsPage",
    "Kind",
    "LadderPage",
    "LadderSteps",
    "ListPage",
    "Minimum",
    "Occupation",
    "Outlook",
    "OutlookClaim",
    "PathsPage",
    "Pay",
    "Place",
    "Position",
    "Related",
    "Relation",
    "RolePage",
    "RoleRef",
    "RoleRow",
    "Rung",
    "Salary",
    "SearchPage",
    "Share",
    "Skill",
    "SkillComparison",
    "SkillOfSome",
    "Source",
    "SourcesPage",
    "Step",
    "Term",
    "Training",
    "Trait",
    "Vacancies",
    "VacanciesPage",
    "Written",
]
