"""Any role as a role file, to start one's own from."""

import re
from collections.abc import Mapping
from pathlib import Path

from careercli import paths
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.role_page import role_page
from careercli.locale import LANGUAGES, later
from careercli.locale import translate as _
from careercli.pages import Imported, Occupation, RolePage, Skill, Written
from careercli.roles.proposing import propose
from careercli.roles.template import Known, KnownSkill, template
from careercli.roles.workspace import Workspace, read_workspace
from careercli.taxonomies import taxonomy

Texts = Mapping[str, Mapping[str, str | tuple[str, ...]]]

# What taxonomies say of a skill besides.
_MARKS = (later("hot"), later("in-demand"))


def role_file(catalogue: Catalogue, number: int, *, ascii_only: bool = False) -> str:
    """Return a role as a TOML file; with ``ascii_only`` other characters stand there escaped."""
    text = _role_file(catalogue, number)
    if not ascii_only:
        return text
    return re.sub(r"[^\x00-\x7f]", lambda found: f"\\U{ord(found[0]):08x}", text)


def _role_file(catalogue: Catalogue, number: int) -> str:
    """Return a written role's own file, or one that says what was imported of a role.

    What nobody has written of an imported one is empty, with what belongs there beside it.
    """
    page = role_page(catalogue, number)
    schema = paths.role_schema().as_uri()
    if isinstance(page.body, Written):
        text = Path(page.body.file).read_text(encoding="utf-8")
        return re.sub(r"\A#:schema .*", lambda _match: f"#:schema {schema}", text)
    if not isinstance(page.body, Imported):  # no number leads to a group
        raise TypeError(page.kind)
    library = read_workspace()
    pages = [
        role_page(Catalogue(catalogue.connection, Reader(language)), number)
        for language in LANGUAGES
    ]
    texts = {p.language: _text(p) for p in pages if _is_written_in(p)}
    known = _known(page, page.body.occupation, texts, library)
    return template(page.title, known, schema, propose(page.title, library), library)


def _known(page: RolePage, found: Occupation, texts: Texts, library: Workspace) -> Known:
    return Known(
        texts=texts,
        # A code that the shipped tables do not have yet would be refused.
        codes={
            system: code for system, code in page.codes.items() if code in library.codes_of(system)
        },
        skills=tuple(_skill(skill, library) for skill in page.skills),
        source=_(
            "From {name} {release}, {code} ({link}). Put its sentences into your own words before "
            "you share the file."
        ).format(name=found.name, release=found.release, code=found.code, link=found.link),
    )


def _is_written_in(page: RolePage) -> bool:
    return isinstance(page.body, Imported) and page.body.occupation.language.id == page.language


def _text(page: RolePage) -> Mapping[str, str | tuple[str, ...]]:
    own = page.body.occupation.tasks if isinstance(page.body, Imported) else ()
    tasks = "".join(f"\n\n{task}" for task in own)
    return {
        "title": page.title,
        "aliases": page.aliases if taxonomy(page.origin).aliases_are_synonyms else (),
        "summary": page.summary,
        "description": page.description + tasks,
    }


def _skill(skill: Skill, library: Workspace) -> KnownSkill:
    rating = (
        "" if skill.importance is None else _(", importance {value}").format(value=skill.importance)
    )
    return KnownSkill(
        id=skill.id if skill.id in library.skills else None,
        name=skill.name,
        need="essential" if skill.need.id == "essential" else "useful",
        remark=rating + "".join(f", {_(mark)}" for mark in skill.marks),
    )
