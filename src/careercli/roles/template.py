"""A role file to fill in: every key with what belongs there, and codes to choose from.

What a key means is said once, in the model, so the comments cannot grow out of date.
The file is not valid yet on purpose: ``careers check`` tells what is left to write.
"""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from careercli.roles.library import Library
from careercli.roles.model import (
    Codes,
    Education,
    Ladder,
    Model,
    Outlook,
    Role,
    Salary,
    SkillNeed,
    Text,
)
from careercli.roles.proposing import Proposal, Proposals
from careercli.roles.reading import PARAGRAPHS

WIDTH = 96
_LISTS = ("aliases", "automates", "augments", "studies")


def template(title: str, language: str, schema: str, proposals: Proposals, library: Library) -> str:
    """Return a role file for a title, which is in ``language``.

    ``schema`` is the address of the JSON Schema, as an editor finds it from the file.
    """
    lines = [
        f"#:schema {schema}",
        *_comment(
            f"{title}. Fill in what is empty, take out what does not apply; careers check tells "
            "what is left. One role is one file: both languages, all in our own words."
        ),
        "",
        *_choice(Role, "category", library.vocabulary.categories),
        *_choice(Role, "level", library.vocabulary.levels),
        *_about(Role, "reviewed"),
        f"reviewed = {date.today()}",
        "",
        "[codes]",
        *_codes(proposals),
        "",
        *_salary(),
        "",
        "[outlook]",
        *_about(Outlook, "trend"),
        'trend = "unknown"',
        "",
        *_education(library),
        "",
        *_skills(),
        "",
        *_ladder(),
        *_text("en", title if language == "en" else ""),
        *_text("nl", title if language == "nl" else ""),
    ]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def _about(model: type[Model], key: str, more: str = "") -> list[str]:
    description = model.model_fields[key].description or ""
    return _comment(f"{key}: {description} {more}".strip())


def _choice(model: type[Model], key: str, words: Iterable[str]) -> list[str]:
    return [*_about(model, key, f"One of: {', '.join(words)}."), f'{key} = ""']


def _codes(proposals: Proposals) -> Iterator[str]:
    yield from _comment(
        "Take the # away before one line of each kind, and the other lines out. These are only the "
        "nearest names: choose by what people do. All names are in data/figures (careers paths "
        "tells where data is)."
    )
    for system, found in proposals._asdict().items():
        yield from _about(Codes, system)
        yield from (_proposed(system, proposal) for proposal in found)
        if not found:
            yield f'# {system} = ""'


def _proposed(system: str, proposal: Proposal) -> str:
    return f'# {system} = "{proposal.code}"  # {proposal.name}'


def _salary() -> Iterator[str]:
    yield from _comment(Role.model_fields["salary"].description or "")
    yield "# [salary]"
    for key, field in Salary.model_fields.items():
        example = (field.examples or [""])[0]
        yield f'# {key} = "{example}"' if isinstance(example, str) else f"# {key} = {example}"


def _education(library: Library) -> Iterator[str]:
    lists = library.vocabulary
    yield "[education]"
    yield from _choice(Education, "minimum", lists.education)
    yield from _about(Education, "usual")
    yield 'usual = ""'
    for key, words in (
        ("profiles", lists.profiles),
        ("subjects", lists.subjects),
        ("subjects_helpful", lists.subjects),
    ):
        yield from _about(Education, key, f"Of: {', '.join(words)}.")
        yield f"# {key} = []"
    yield from _about(Education, "regulated", "One of:")
    for key, regulation in lists.regulated.items():
        yield from _comment(f"- {key}: {regulation.en}")
    yield '# regulated = ""'
    yield from _about(Education, "work_based")
    yield "# work_based = true"


def _skills() -> Iterator[str]:
    yield from _comment(
        "Skills: 8 to 25 of these tables, essential ones first, at least 4 of them essential."
    )
    yield from _about(SkillNeed, "id")
    yield from _about(SkillNeed, "need")
    for need in ("essential", "useful"):
        yield from ("[[skills]]", 'id = ""', f'need = "{need}"', "")


def _ladder() -> Iterator[str]:
    yield "[ladder]"
    yield from _about(Ladder, "up", "years: how many it usually takes, from and to.")
    yield '# up = [{ role = "lead-machine-learning-engineer", years = [3, 6] }]'
    yield from _about(Ladder, "leads_to")
    yield "leads_to = []"


def _text(language: str, title: str) -> Iterator[str]:
    yield ""
    yield f"[{language}]"
    for key in Text.model_fields:
        if language == "en":  # said once; the Dutch half has the same keys
            yield from _about(Text, key)
        if key in PARAGRAPHS:
            yield f'{key} = """\n"""'
        elif key in _LISTS:
            yield f"{key} = []"
        elif key == "ladder_note":
            yield f'# {key} = """\n# """'
        else:
            yield f'{key} = "{title if key == "title" else ""}"'
