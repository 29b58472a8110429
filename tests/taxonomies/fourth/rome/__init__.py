"""A made-up classification with a code system of its own, one occupation a line."""

from collections.abc import Iterator

from careercli.taxonomies import Taxonomy
from careercli.taxonomies.download import Download
from careercli.taxonomies.occupation import Batch, Occupation, Skill, SkillRequirement

TAXONOMY = Taxonomy(id="rome", source="rome-download", code="rome", aliases_are_synonyms=True)


def read(download: Download) -> Iterator[Batch]:
    """Yield the one batch of the download: code, ISCO group or nothing, title, skill."""
    skills, occupations = {}, []
    with download.lines("rome.txt") as lines:
        for line in lines:
            code, group, title, skill = line.rstrip("\n").split(";")
            skills[skill] = Skill(f"rome:{skill}", skill, "skill")
            occupations.append(
                Occupation(
                    id=code,
                    code=code,
                    link=f"https://example.org/{code}",
                    codes={"rome": code} | ({"isco08": group} if group else {}),
                    title=title,
                    description=f"Does what a {title} does.",
                    needs=(SkillRequirement(f"rome:{skill}", "essential"),),
                )
            )
    yield Batch(
        language="fr",
        release="4.0",
        newest=None,
        occupations=tuple(occupations),
        skills=tuple(skills.values()),
        came_in={"occupations": len(occupations)},
        left_out={},
    )
