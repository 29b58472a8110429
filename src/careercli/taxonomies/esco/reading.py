"""Read ESCO's CSV download, v1.0 to v1.2 and what comes after, in any language.

The files of a language end in ``_xx.csv``; those that say nothing in words had no such ending
before v1.1.1. Columns have come and gone, so they are found by name. The note on regulated
professions is wrong for the Netherlands and is not read.
"""

import re
from collections import Counter
from collections.abc import Iterator

from careercli.errors import InvalidDataError
from careercli.locale import later
from careercli.locale import translate as _
from careercli.taxonomies.download import Download
from careercli.taxonomies.occupation import (
    REUSE,
    Batch,
    Counts,
    Occupation,
    Skill,
    SkillRequirement,
    could_be_name,
    one_line,
    other_names,
    paragraphs,
)
from careercli.taxonomies.table import Table

DELIMITERS = ",;\t"
_LANGUAGE = r"[a-z]{2,3}(?:-[a-z]{2,4})?"
_OCCUPATION = re.compile(r"https?://\S+/esco/occupation/\S+")
_SKILL = re.compile(r"https?://\S+/esco/skill/\S+")
_ISCO = re.compile(r"C?(\d{4})")
_MOST_LOST = 10  # links without an end, for one with both: two releases may differ much
_KINDS = {
    "knowledge": "knowledge",
    "skill/competence": "skill",
    "skill": "skill",
    "language": "language",
    "attitude": "transversal",
}
_REUSE = {level: level for level in REUSE} | {"cross-sectoral": "cross-sector"}  # as v1.0 has it
_NEEDS = {"essential": "essential", "optional": "useful"}


def read(download: Download) -> Iterator[Batch]:
    """Yield a batch for each language that the download holds.

    Raises InvalidDataError if a file is missing or is not as published.
    """
    languages = [
        name[len("occupations_") : -len(".csv")].lower() for name in _occupations(download)
    ]
    if not languages:
        raise InvalidDataError(
            _(
                "{path}: there is no file occupations_xx.csv in it (xx is the language); choose "
                "the classification as CSV on ESCO's page"
            ).format(path=download.path)
        )
    for language in languages:
        yield _Reader(download, language).batch()


def _occupations(download: Download) -> list[str]:
    return download.find(rf"occupations_{_LANGUAGE}\.csv")


class _Reader:
    """Reads the files of one language."""

    def __init__(self, download: Download, language: str) -> None:
        self._download = download
        self._language = language
        # In the order in which a summary tells them.
        self._came_in: Counts = Counter(
            {later("occupations"): 0, later("other titles"): 0, later("skills"): 0}
        )
        self._left_out: Counts = Counter()
        self._absent: tuple[str, ...] = ()
        self._newest = ""
        self._skills: dict[str, Skill] = {}
        self._occupations: dict[str, Occupation] = {}
        self._needs: dict[str, dict[str, str]] = {}
        self._broader: dict[str, list[str]] = {}

    def batch(self) -> Batch:
        occupations = self._table("occupations")
        skills = self._table("skills")
        relations = self._table("occupationSkillRelations")
        self._read_skills(skills)
        self._read_occupations(occupations)
        self._read_relations(relations)
        self._read_broader()
        whole = tuple(
            found._replace(
                needs=tuple(SkillRequirement(*asked) for asked in self._needs[found.id].items()),
                broader=tuple(self._broader.get(found.id, ())),
            )
            for found in self._occupations.values()
        )
        if without := sum(not found.needs for found in whole):
            self._left_out[later("occupations that came in without a skill")] = without
        release = self._download.called(r"(?<![\d.])v?(\d+\.\d+(?:\.\d+)?)")
        return Batch(
            language=self._language,
            release=release[1] if release else None,
            newest=self._newest or None,
            occupations=whole,
            skills=tuple(self._skills.values()),
            came_in=dict(+self._came_in),  # without what counts none
            left_out=dict(+self._left_out) | self._download.remarks(),
            absent=self._absent,
        )

    def _find(self, name: str) -> str | None:
        for pattern in (rf"{name}_{re.escape(self._language)}\.csv", rf"{name}\.csv"):
            if found := self._download.find(pattern):
                return found[0]
        return None

    def _table(self, name: str) -> Table:
        file = self._find(name)
        if file is None:
            raise InvalidDataError(
                _("{path}: the file {file} is missing; download ESCO again, all of it").format(
                    path=self._download.path, file=f"{name}_{self._language}.csv"
                )
            )
        return Table(self._download, file, DELIMITERS)

    def _read_skills(self, table: Table) -> None:
        table.need("conceptUri", "preferredLabel")
        for uri, name, kind, reuse, status in table.rows(
            "conceptUri", "preferredLabel", "skillType", "reuseLevel", "status"
        ):
            if not _SKILL.fullmatch(uri):
                table.wrong("conceptUri", uri)
            elif name.strip() and not could_be_name(name):
                table.wrong("preferredLabel", name)
            elif self._is_kept(status, name, known=uri in self._skills):
                level = _REUSE.get(reuse.strip().lower())
                self._skills[uri] = Skill(uri, one_line(name), _kind(kind), level)
        self._came_in[later("skills")] = len(self._skills)

    def _is_kept(self, status: str, name: str, *, known: bool) -> bool:
        """Return whether an occupation or skill comes in; count why it does not."""
        if status.strip().lower() not in ("", "released"):
            self._left_out[later("withdrawn or not released")] += 1
        elif not name.strip():
            self._left_out[later("without a name in this language")] += 1
        elif known:
            self._left_out[later("occupations or skills named twice")] += 1
        else:
            return True
        return False

    def _read_occupations(self, table: Table) -> None:
        table.need("conceptUri", "preferredLabel", "iscoGroup")
        for uri, title, aliases, status, isco, code, description, modified in table.rows(
            "conceptUri",
            "preferredLabel",
            "altLabels",
            "status",
            "iscoGroup",
            "code",
            "description",
            "modifiedDate",
        ):
            if not _OCCUPATION.fullmatch(uri):
                table.wrong("conceptUri", uri)
                continue
            if title.strip() and not could_be_name(title):
                table.wrong("preferredLabel", title)
                continue
            if not self._is_kept(status, title, known=uri in self._occupations):
                continue
            group = _ISCO.fullmatch(isco.strip()) or re.match(r"(\d{4})\.", code)
            if not group:
                table.wrong("iscoGroup", isco)
                continue
            title = one_line(title)
            names = other_names(_labels(aliases), title)
            self._came_in[later("other titles")] += len(names)
            self._newest = max(self._newest, modified[:10])
            self._needs[uri] = {}
            self._occupations[uri] = Occupation(
                id=uri,
                code=code.strip(),
                link=uri,
                codes={"isco08": group[1], "esco": uri},
                title=title,
                aliases=names,
                description=paragraphs(description),
            )
        self._came_in[later("occupations")] = len(self._occupations)
        if not self._occupations:
            raise InvalidDataError(
                _("{file}: there is no occupation in it; download it again").format(file=table.name)
            )

    def _read_relations(self, table: Table) -> None:
        """Read which skills each occupation asks for: by far the longest file."""
        table.need("occupationUri", "relationType", "skillUri")
        kinds: dict[str, str] = {}
        lost = twice = 0
        for uri, relation, skill, kind in table.rows(
            "occupationUri", "relationType", "skillUri", "skillType"
        ):
            need = _NEEDS.get(relation)
            asked = self._needs.get(uri)
            if need is None or asked is None or skill not in self._skills:
                if need is None or not (_OCCUPATION.fullmatch(uri) and _SKILL.fullmatch(skill)):
                    table.wrong(
                        "occupationUri, relationType, skillUri", f"{uri} {relation} {skill}"
                    )
                else:
                    lost += 1
            elif skill in asked:
                twice += 1
            else:
                asked[skill] = need
                if kind:
                    kinds.setdefault(skill, kind)
        for uri, found in self._skills.items():  # most say their kind themselves
            kind = found.kind or _kind(kinds.get(uri, "")) or "skill"
            self._skills[uri] = found._replace(kind=kind)
        if lost > _MOST_LOST * sum(map(len, self._needs.values())):
            raise InvalidDataError(
                _(
                    "{file}: most of its links lead to occupations or skills that are not in this "
                    "download; give files of one release"
                ).format(file=table.name)
            )
        every = Counter(need for asked in self._needs.values() for need in asked.values())
        self._came_in[later("essential skills")] = every["essential"]
        self._came_in[later("optional skills")] = every["useful"]
        self._left_out[later("links to an occupation or skill that did not come in")] = lost
        self._left_out[later("links named twice")] = twice

    def _read_broader(self) -> None:
        """Read which occupations are kinds of others; a download without that file will do."""
        file = self._find("broaderRelationsOccPillar")
        if file is None:
            self._absent = (later("broader occupations"),)
            return
        table = Table(self._download, file, DELIMITERS)
        table.need("conceptUri", "broaderUri")
        for uri, broader in table.rows("conceptUri", "broaderUri"):
            if not uri.startswith("http") or not broader.startswith("http"):
                table.wrong("conceptUri, broaderUri", f"{uri} {broader}")
            elif uri in self._occupations and broader in self._occupations:
                self._broader.setdefault(uri, []).append(broader)
                self._came_in[later("broader occupations")] += 1


def _kind(word: str) -> str:
    return _KINDS.get(word.strip().lower(), "")


def _labels(cell: str) -> list[str]:
    """Return the labels of a cell: one a line, or with bars between them in some files."""
    return re.split(r"[\r\n]+|\s\|\s", cell)
