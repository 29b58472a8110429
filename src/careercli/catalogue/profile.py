"""What somebody says of themselves, read as what the catalogue knows: skills, jobs, diplomas.

A phrase is read as a name or it is not (skills.py), and it is always told as what: what was not
read, and what says something of a character, is told too.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.meaning import term_ids
from careercli.catalogue.naming import called
from careercli.catalogue.skills import skills_called, skills_inside
from careercli.errors import UsageError
from careercli.names import name_key
from careercli.pages import Term, Yours


class Read(NamedTuple):
    """What was said, and what it was read as: skills by number, or a job whose skills are meant."""

    said: str
    skills: tuple[int, ...] = ()
    role: int | None = None


class Profile(NamedTuple):
    """What was read, what was not, and what is not compared.

    ``titles`` are those of jobs that nobody has written, with the group that counts them.
    """

    read: tuple[Read, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    traits: tuple[str, ...] = ()

    @property
    def skills(self) -> frozenset[int]:
        """The skills that were named."""
        return frozenset(skill for read in self.read for skill in read.skills)

    @property
    def jobs(self) -> list[int]:
        """The written roles whose titles were among the words, each once."""
        return list(dict.fromkeys(read.role for read in self.read if read.role is not None))

    def words(self, catalogue: Catalogue, held: int | None = None) -> list[str]:
        """Return what to keep of this: skills by their ids or as they were said, jobs by slugs.

        With the job that is ``held``.
        """
        slugs = [catalogue.ref(role).slug for role in (*([held] if held else []), *self.jobs)]
        rows = catalogue.rows(
            "SELECT number, id FROM skill WHERE number IN (SELECT value FROM json_each(:skills))",
            skills=json.dumps(sorted(self.skills)),
        )
        ours = {row["number"]: row["id"] for row in rows if _OURS.fullmatch(row["id"])}
        named = [
            ours.get(read.skills[0], read.said.replace(",", " "))
            for read in self.read
            if read.skills
        ]
        return list(dict.fromkeys((*named, *slugs)))


_OURS = re.compile("[a-z0-9-]+")
"""What the id of a skill of ours looks like; an imported one has an address or a code."""


def profile_of(catalogue: Catalogue, phrases: Iterable[str], jobs: Iterable[str] = ()) -> Profile:
    """Return what phrases and titles of jobs are read as, each once.

    A phrase may be a title too, as people write them among their skills; a title is no skill.
    """
    reader = _PhraseReader(catalogue)
    read: list[Read] = []
    titles, unknown, of_character = [], [], []
    said = [*((phrase, False) for phrase in _once(phrases)), *((job, True) for job in _once(jobs))]
    for phrase, is_job in said:
        if found := [] if is_job else reader.skills(phrase):
            read += found
        elif (name := called(catalogue, phrase)).group is not None:
            titles.append((phrase, name.group))
        elif name.role is not None and catalogue.role(name.role)["kind"] == "role":
            read.append(Read(phrase, role=name.role))
        elif not is_job and reader.is_trait(phrase):
            of_character.append(phrase)
        elif found := [] if is_job else reader.inside(phrase):
            read += found
        else:
            unknown.append(phrase)
    return Profile(tuple(read), tuple(titles), tuple(unknown), tuple(of_character))


_AND = re.compile(r"\s+(?:and|en|&)\s+", re.IGNORECASE)


class _PhraseReader:
    """Reads phrases that are no titles of jobs."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._traits = set(json.loads(catalogue.meta("traits")))

    def skills(self, phrase: str) -> list[Read]:
        """Return the skills that a phrase names, or several if all of them are: clear and calm."""
        if whole := self._named(phrase):
            return whole
        parts = [(part, self._named(part)) for part in _AND.split(phrase)]
        if all(found or self._is_one(part) for part, found in parts):
            return [read for _part, found in parts for read in found]
        return []

    def _named(self, phrase: str) -> list[Read]:
        return [Read(one.said, one.skills) for one in skills_called(self._catalogue, phrase)]

    def _is_one(self, phrase: str) -> bool:
        return name_key(phrase) in self._traits

    def is_trait(self, phrase: str) -> bool:
        """Return whether a phrase says something of a character, or several things."""
        return all(map(self._is_one, _AND.split(phrase)))

    def inside(self, phrase: str) -> list[Read]:
        """Return the skills of which a name stands in a phrase."""
        return [Read(phrase, one.skills) for one in skills_inside(self._catalogue, phrase)]


def own_skills(catalogue: Catalogue) -> frozenset[int]:
    """Return the skills that the reader has kept, and those of jobs among them; often none."""
    if catalogue.own_skills is None:
        found = profile_of(catalogue, catalogue.reader.skills.split(","))
        rows = catalogue.rows(
            "SELECT skill FROM role_skill WHERE role IN (SELECT value FROM json_each(:roles))",
            roles=json.dumps(found.jobs),
        )
        catalogue.own_skills = found.skills.union(row["skill"] for row in rows)
    return catalogue.own_skills


def yours(catalogue: Catalogue, role_id: int) -> Yours | None:
    """Return which of the essential skills of a role the reader has; None if they kept none."""
    if not catalogue.reader.skills:
        return None
    own = own_skills(catalogue)
    rows = catalogue.rows(
        "SELECT skill.* FROM role_skill JOIN skill ON number = skill "
        "WHERE role = :role AND need = 'essential' ORDER BY place",
        role=role_id,
    )
    asked = {row["number"]: Term(row["id"], row[catalogue.reader.language]) for row in rows}
    return Yours(
        tuple(term for skill, term in asked.items() if skill in own),
        tuple(term for skill, term in asked.items() if skill not in own),
    )


def _once(phrases: Iterable[str]) -> Iterator[str]:
    """Yield each phrase once, however it is written."""
    kept: set[str] = set()
    for phrase in phrases:
        key = name_key(phrase) or phrase
        if phrase.strip() and key not in kept:
            kept.add(key)
            yield phrase.strip()


def diplomas_of(catalogue: Catalogue, studies: Iterable[str]) -> list[str]:
    """Return the diplomas that texts on studies name, each once: those that mean one alone."""
    found: dict[str, None] = {}
    for text in studies:
        try:
            ids = term_ids(catalogue, "education", text, "")
        except UsageError:  # it names none
            continue
        if len(ids) == 1:
            found.setdefault(ids[0])
    return list(found)
