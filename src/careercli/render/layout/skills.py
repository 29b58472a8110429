"""The skills that a role asks for."""

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import Equivalent, Imported, RolePage, Skill, Written
from careercli.render.blocks import Block, Facts, Hint, Section, Subhead, line
from careercli.render.words import Words

OF_NOTE = 2.5  # of 1 to 5: O*NET rates everything, even what hardly matters


def skills(page: RolePage, words: Words) -> Section:
    """Return the skills by need and kind, and where an imported classification lists more."""
    blocks: list[Block] = []
    rated_by = page.body.occupation.source if isinstance(page.body, Imported) else None
    needs: dict[str, list[Skill]] = {}
    for skill in page.skills:
        needs.setdefault(skill.need.label, []).append(skill)
    for need, asked in needs.items():
        kinds: dict[str, list[str]] = {}
        for skill in asked:
            if skill.importance is None or skill.importance >= OF_NOTE:
                kinds.setdefault(_kind(skill), []).append(_skill(skill, words))
        note = words.note(rated_by) if rated_by and asked[0].importance is not None else ""
        rows = [(kind, line(" · ".join(names), note)) for kind, names in kinds.items()]
        if lesser := len(asked) - sum(map(len, kinds.values())):
            rows.append((_("Rated lower"), line(_lesser(lesser, words))))
        blocks += [Subhead(need[0].upper() + need[1:]), Facts(tuple(rows))]
    if isinstance(page.body, Written):
        blocks += [_equivalent(found) for found in page.body.equivalents]
    return Section("skills", _("Required skills"), tuple(blocks))


def _lesser(count: int, words: Words) -> str:
    return _n(
        "{count} more, below {least}; --format json has it",
        "{count} more, below {least}; --format json has them",
        count,
    ).format(count=count, least=words.numbers.number(OF_NOTE, 1))


def _kind(skill: Skill) -> str:
    """Return the group in which a skill stands: its kind, how wide its use, how wanted it is."""
    if "in-demand" in skill.marks:
        return _("In demand for this job")
    if "hot" in skill.marks:
        return _("Hot, in all work")
    return skill.kind.label + (f", {skill.reuse.label}" if skill.reuse else "")


def _skill(skill: Skill, words: Words) -> str:
    if skill.importance is None:
        return skill.name
    return f"{skill.name} {words.numbers.number(skill.importance, 1)}"


def _equivalent(found: Equivalent) -> Hint:
    """Return what an imported classification lists, and how to see it."""
    count = sum(found.skills.values())
    what = _n("{name} lists {count} skill", "{name} lists {count} skills", count).format(
        name=found.name, count=count
    )
    return Hint(what, f"careers show {found.slug} --section skills")
