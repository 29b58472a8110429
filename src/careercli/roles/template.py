"""A role file to fill in: every key with what belongs there, and codes to choose from.

What a key means is said once, in the model, so the comments cannot grow out of date.
The file is not valid yet on purpose: ``careers check`` tells what is left to write.
"""

import json
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from careercli.locale import LANGUAGES, spoken
from careercli.locale import translate as _
from careercli.roles.model import (
    Codes,
    Education,
    Ladder,
    Model,
    Outlook,
    Role,
    Salary,
    Skills,
    Text,
    Training,
)
from careercli.roles.proposing import Proposal, Proposals
from careercli.roles.reading import PARAGRAPHS
from careercli.roles.reference import Label
from careercli.roles.workspace import Workspace

WIDTH = 96
_LISTS = ("aliases", "automates", "augments")


class KnownSkill(NamedTuple):
    """A skill that a source names: ``id`` is None where data/skills.toml does not have it."""

    id: str | None
    name: str
    need: Literal["essential", "useful"]
    remark: str = ""


class Known(NamedTuple):
    """What is known of a job before anybody has written about it.

    ``texts`` has, for each language, keys of a role file's text; ``source`` says whose they are.
    """

    texts: Mapping[str, Mapping[str, str | tuple[str, ...]]]
    codes: Mapping[str, str] = {}
    skills: tuple[KnownSkill, ...] = ()
    source: str = ""


def template(
    title: str, known: Known, schema: str, proposals: Proposals, library: Workspace
) -> str:
    """Return a role file for a title, filled in as far as is known.

    ``schema`` is the address of the JSON Schema, as an editor finds it from the file.
    """
    lines = [
        f"#:schema {schema}",
        *_comment(
            _(
                "{title}. Fill in what is empty, take out what does not apply; careers check tells "
                "what is left. One role is one file: both languages, all in our own words."
            ).format(title=title)
        ),
        *_comment(known.source),
        "",
        *_choice(Role, "category", library.vocabulary.categories),
        *_choice(Role, "level", library.vocabulary.levels),
        *_about(Role, "reviewed"),
        f"reviewed = {date.today()}",
        *_about(Role, "vacancy_query"),
        '# vacancy_query = ""',
        *_about(Role, "conditions"),
        *_entries(library.vocabulary.conditions),
        "conditions = []",
        *_about(Role, "work", _some_of(library.vocabulary.work)),
        "work = []",
        "",
        "[codes]",
        *_codes(proposals, known.codes),
        "",
        *_about(Role, "counted_elsewhere"),
        "# [counted_elsewhere]",
        "",
        *_optional("salary", Salary),
        "",
        *_optional("outlook", Outlook),
        "",
        *_education(library),
        "",
        *_skills(known.skills),
        "",
        *_training(library),
        "",
        *_ladder(),
        *_text("en", known.texts.get("en", {}), library.style.lengths),
        *_text("nl", known.texts.get("nl", {}), library.style.lengths),
    ]
    return "\n".join(lines) + "\n"


def _comment(text: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent="# ", subsequent_indent="# ", break_on_hyphens=False
    )


def _about(model: type[Model], key: str, more: str = "") -> list[str]:
    description = _described(model, key)
    return _comment(f"{key}: {description} {more}".strip())


def _described(model: type[Model], key: str) -> str:
    description = model.model_fields[key].description
    return _(description) if description else ""


def _one_of(words: Iterable[str]) -> str:
    return _("One of: {words}.").format(words=", ".join(words))


def _some_of(words: Iterable[str]) -> str:
    return _("Of: {words}.").format(words=", ".join(words))


def _choice(model: type[Model], key: str, words: Iterable[str]) -> list[str]:
    return [*_about(model, key, _one_of(words)), f'{key} = ""']


def _codes(proposals: Proposals, known: Mapping[str, str]) -> Iterator[str]:
    yield from _comment(
        _(
            "Take the # away before one line of each kind, and the other lines out. These are only "
            "the nearest names: choose by what people do. All names are in data/figures (careers "
            "paths tells where data is)."
        )
    )
    for system, found in proposals._asdict().items():
        yield from _about(Codes, system)
        if system in known:
            yield f"{system} = {_string(known[system])}"
            continue
        yield from (_proposed(system, proposal) for proposal in found)
        if not found:
            yield f'# {system} = ""'


def _proposed(system: str, proposal: Proposal) -> str:
    return f'# {system} = "{proposal.code}"  # {proposal.name}'


def _optional(table: str, model: type[Model]) -> Iterator[str]:
    """Yield a table that few roles have, as a comment."""
    yield from _comment(_described(Role, table))
    yield f"# [{table}]"
    for key, field in model.model_fields.items():
        example = (field.examples or [""])[0]
        yield f'# {key} = "{example}"' if isinstance(example, str) else f"# {key} = {example}"


def _education(library: Workspace) -> Iterator[str]:
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
        yield from _about(Education, key, _some_of(words))
        yield f"# {key} = []"


def _entries(words: Mapping[str, Label]) -> Iterator[str]:
    for key, word in words.items():
        yield from _comment(f"- {key}: {getattr(word, spoken())}")


def _skills(known: Iterable[KnownSkill]) -> Iterator[str]:
    yield from _comment(
        _("Skills: 8 to 25, the most important first, at least 4 of them essential.")
    )
    yield "[skills]"
    known = list(known)
    for need in Skills.model_fields:
        yield from _about(Skills, need)
        listed = [skill for skill in known if skill.id and skill.need == need]
        yield f"{need} = [" if listed else f"{need} = []"
        yield from (f"  {_string(s.id or '')},  # {s.name}{s.remark}" for s in listed)
        yield from ("]",) if listed else ()
    others = [skill for skill in known if not skill.id]
    if others:
        yield from _comment(_("Named too, and not in data/skills.toml:"))
        yield from (f"# - {skill.name} ({skill.need}){skill.remark}" for skill in others)


def _training(library: Workspace) -> Iterator[str]:
    lists = library.vocabulary
    yield from _comment(_("Training: a table for each way to learn the job, the shortest first."))
    yield "[[training]]"
    yield from _about(Training, "level", _one_of((*lists.education, *lists.courses)))
    yield 'level = ""'
    yield from _about(Training, "modes", _some_of(lists.modes))
    yield "modes = []"
    yield from _about(Training, "years")
    yield "# years = [2, 2]"
    yield from _about(Training, "later")
    yield "# later = true"
    for language in LANGUAGES:
        yield from _about(Training, language)
        yield f'{language} = ""'


def _ladder() -> Iterator[str]:
    yield "[ladder]"
    yield from _about(Ladder, "up", _("years: how many it usually takes, from and to."))
    yield '# up = [{ role = "lead-machine-learning-engineer", years = [3, 6] }]'
    yield from _about(Ladder, "leads_to")
    yield "leads_to = []"


def _text(
    language: str,
    known: Mapping[str, str | tuple[str, ...]],
    lengths: Mapping[str, tuple[int, int]],
) -> Iterator[str]:
    yield ""
    yield f"[{language}]"
    for key in Text.model_fields:
        if language == "en":  # said once; the Dutch half has the same keys
            yield from _about(Text, key, _length(lengths.get(key)))
        value = known.get(key, "")
        if isinstance(value, tuple):
            yield f"{key} = [{', '.join(map(_string, value))}]"
        elif key in PARAGRAPHS:
            yield f"{key} = {_paragraphs(value)}"
        elif key in _LISTS:
            yield f"{key} = []"
        elif key == "ladder_note":
            yield f'# {key} = """\n# """'
        else:
            yield f"{key} = {_string(value)}"


def _length(bounds: tuple[int, int] | None) -> str:
    return (
        _("{least} to {most} characters.").format(least=bounds[0], most=bounds[1]) if bounds else ""
    )


def _string(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # TOML's strings have JSON's escapes


def _paragraphs(text: str) -> str:
    inner = _string(text)[1:-1].replace("\\n", "\n")
    return f'"""\n{inner}\n"""' if inner else '"""\n"""'
