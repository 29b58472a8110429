"""What somebody says of themselves, read as what the catalogue knows: skills, jobs, diplomas.

A phrase is read as a name or it is not (skills.py), and it is always told as what: what was not
read, and what says something of a character, is told too.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.meaning import ids_of
from careercli.catalogue.naming import NOBODY, Called, called, written_among
from careercli.catalogue.phrases import is_heading, is_not_had, says_no_more, skills_inside
from careercli.catalogue.skills import left_over, skills_called
from careercli.locale import translate as _
from careercli.names import name_key
from careercli.pages import Term, Yours


class Read(NamedTuple):
    """What was said, and what it was read as: skills by number, or a job whose skills are meant."""

    said: str
    skills: tuple[int, ...] = ()
    role: int | None = None


class KnownTitle(NamedTuple):
    """A title that several jobs have, or one that nobody has written: roles, groups."""

    said: str
    roles: tuple[int, ...]
    groups: tuple[str, ...]


class Profile(NamedTuple):
    """What was read, what was not, and what is not compared.

    ``titles`` are those of several jobs, of one that nobody has written, or ``listed`` as a skill.
    """

    read: tuple[Read, ...] = ()
    titles: tuple[KnownTitle, ...] = ()
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
        jobs = [*([held] if held is not None else []), *self.jobs]
        slugs = [catalogue.ref(role).slug for role in jobs]
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


def profile_of(
    catalogue: Catalogue,
    phrases: Iterable[str],
    jobs: Iterable[str] = (),
    listed: Iterable[str] = (),
) -> Profile:
    """Return what phrases and titles of jobs are read as, each once.

    A phrase may be a title too, as people say what they were; a title is no skill. What stands
    ``listed`` among the skills of a resume gives no skills of a job: its jobs stand elsewhere, and
    Packer, Composer and Copilot are programs there.
    """
    reader = _PhraseReader(catalogue)
    found = _Draft()
    said = list(_once(phrases))
    for phrase in _once([*said, *listed]):
        _read_phrase(catalogue, reader, phrase, found, is_job=phrase in said)
    for title in _once(jobs):
        for one in _titles_in(catalogue, title):
            _read_title(catalogue, one, called(catalogue, one), found)
    return Profile(
        tuple(found.read), tuple(found.titles), tuple(found.unknown), tuple(found.traits)
    )


class _Draft:
    """What was read so far."""

    def __init__(self) -> None:
        self.read: list[Read] = []
        self.titles: list[KnownTitle] = []
        self.unknown: list[str] = []
        self.traits: list[str] = []


def _read_phrase(
    catalogue: Catalogue,
    reader: "_PhraseReader",
    phrase: str,
    found: _Draft,
    *,
    is_job: bool,
) -> None:
    """Read a phrase as skills, a title or a trait; what is left of it is not recognised."""
    if is_not_had(phrase) and not reader.is_name(phrase):
        found.unknown.append(phrase)
        return
    read = reader.skills(phrase)
    name = NOBODY if read else _title_as_it_stands(catalogue, phrase)
    if any(name):
        _read_title(catalogue, phrase, name, found, is_job=is_job)
    elif reader.is_trait(phrase):
        found.traits.append(phrase)
    elif read or is_job or not is_heading(phrase):  # a resume has headings among its skills
        found.read += read
        _read_parts(reader, phrase, read, found)


def _read_parts(reader: "_PhraseReader", phrase: str, read: list[Read], found: _Draft) -> None:
    """Read what is left of a phrase: a skill among other words, a trait, or nothing."""
    left = reader.left_of(phrase, read) if read else _COMMAS.split(phrase)
    said = (part.strip() for part in left if not says_no_more(name_key(part).split()))
    parts = {part: reader.inside(part) for part in said}
    found.read += [one for inside in parts.values() for one in inside]
    unread = [part for part, inside in parts.items() if not inside]
    if not read and len(unread) == len(parts):  # nothing of it is: it is told as it was said
        unread = [phrase]
    for part in unread:
        (found.traits if reader.is_trait(part) else found.unknown).append(part)


def _title_as_it_stands(catalogue: Catalogue, phrase: str) -> Called:
    """Return what is called just so: among skills another form of a title is another word."""
    key = name_key(phrase)
    rows = catalogue.rows(
        "SELECT 1 FROM name WHERE key = :key UNION SELECT 1 FROM counted WHERE key = :key", key=key
    )
    return called(catalogue, phrase) if rows and "(" not in phrase else NOBODY


def _titles_in(catalogue: Catalogue, title: str) -> list[str]:
    """Return the titles of one entry: plumber / lorry driver is two, actor / actress is one."""
    parts = [part for part in _SLASH.split(title) if part]
    if parts == [title]:
        return parts
    jobs = {one for part in parts if any(one := called(catalogue, part))}
    is_one = not jobs or (len(jobs) == 1 and any(called(catalogue, title)))
    return [title] if is_one else parts


_SLASH = re.compile(r"\s*/\s+|\s+/\s*|\s+\|\s+")


def _read_title(
    catalogue: Catalogue, title: str, name: Called, found: _Draft, *, is_job: bool = True
) -> None:
    """Read a title as the skills of a job, or tell which jobs it may be."""
    written = written_among(catalogue, name.roles)
    if len(written) == 1 and not name.groups and is_job:
        found.read.append(Read(title, role=written[0]))
    elif written or name.groups:
        found.titles.append(KnownTitle(title, written, name.groups))
    else:
        found.unknown.append(title)


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

    def is_name(self, phrase: str) -> bool:
        """Return whether a phrase is the name of a skill as a whole: no-code platforms."""
        return [one.said for one in self._named(phrase)] == [phrase.strip()]

    def _named(self, phrase: str) -> list[Read]:
        return [Read(one.said, one.skills) for one in skills_called(self._catalogue, phrase)]

    def _is_one(self, phrase: str) -> bool:
        return name_key(phrase) in self._traits

    def left_of(self, phrase: str, read: list[Read]) -> list[str]:
        """Return the parts of a phrase that were not read, and are no other name of what was.

        Amazon Web Services (AWS) is one skill, of which both names stand there.
        """
        known = {skill for one in read for skill in one.skills}
        return [
            part
            for part in left_over(phrase, [one.said for one in read])
            if not (named := self._named(part))
            or not known.issuperset(skill for one in named for skill in one.skills)
        ]

    def is_trait(self, phrase: str) -> bool:
        """Return whether a phrase says something of a character, or several things."""
        return all(map(self._is_one, _AND.split(phrase)))

    def inside(self, phrase: str) -> list[Read]:
        """Return the skills of which a name stands in a phrase, among words that leave it so."""
        return [Read(phrase.strip(), (skill,)) for skill in skills_inside(self._catalogue, phrase)]


def own_diplomas(catalogue: Catalogue) -> list[str]:
    """Return the diplomas that the reader has kept. Raises UsageError for a word that is none."""
    words = [word.strip() for word in catalogue.reader.diploma.split(",") if word.strip()]
    return ids_of(catalogue, "education", words, _("the setting diploma (careers config)"))


def phrases_typed(catalogue: Catalogue, typed: str) -> list[str]:
    """Return the phrases of what was typed: it as a whole if it is a name, else by its commas."""
    whole = skills_called(catalogue, typed)
    if len(whole) == 1 and whole[0].said == typed.strip():
        return [typed]
    return _COMMAS.split(typed)


_COMMAS = re.compile(r"[,;](?![^()]*\))")
"""What parts phrases, but within brackets: SQL (PostgreSQL, MySQL) is one."""


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
