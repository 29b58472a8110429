"""Read ESCO's CSV download, v1.0 to v1.2 and what comes after, in any language.

The files of a language end in ``_xx.csv``; those that say nothing in words had no such ending
before v1.1.1. Columns have come and gone, so they are found by name. Sets that others have made
of it lack files and columns, or have them under names of their own. The note on regulated
professions is wrong for the Netherlands and is not read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

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
from careercli.taxonomies.table import Table, passed_over

DELIMITERS = ",;\t"
_LANGUAGE = r"[a-z]{2,3}(?:-[a-z]{2,4})?"
_OCCUPATION = re.compile(r"https?://\S+/esco/occupation/\S+")
_SKILL = re.compile(r"https?://\S+/esco/skill/\S+")
_ISCO = re.compile(r"C?(\d{3,4})(?:\.0)?")  # with what a spreadsheet makes of a number
_RELEASE = r"(?<![\d.])v?(\d+\.\d+(?:\.\d+)?)"
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
_COLUMNS = (
    *("conceptType", "conceptUri", "iscoGroup", "preferredLabel", "altLabels", "hiddenLabels"),
    *("status", "modifiedDate", "regulatedProfessionNote", "scopeNote", "definition", "inScheme"),
    *("description", "code", "naceCode"),
)
_ALSO = {
    "originUri": "conceptUri",
    "uri": "conceptUri",
    "title": "preferredLabel",
    "iscoGroupCode": "iscoGroup",
    "iscoCode": "iscoGroup",
    "occupationId": "occupationUri",
    "skillId": "skillUri",
}
"""What columns are called in sets that others pass on, and what ESCO calls them."""
_SECOND = later(
    "Before v1.2 ESCO gave the links between occupations and skills as a second download, "
    "relations: put both into one folder and import that."
)
_FILES = {"occupationSkillRelations": "occupation_?(?:to_?)?skill_?relations"}


def read(download: Download) -> Iterator[Batch]:
    """Yield a batch for each language that the download holds, read when it is asked for.

    Raises InvalidDataError if a file is missing or is not as published.
    """
    files = download.find(rf"occupations_{_LANGUAGE}\.csv")
    if not files:
        raise _without_occupations(download)
    return (_Reader(download, file).batch() for file in files)


def _without_occupations(download: Download) -> InvalidDataError:
    """Return the error that says so; of a table that could be it, what it lacks."""
    for name in download.find(r".*occupation.*\.csv"):
        table = Table(download, name, DELIMITERS, _ALSO)
        if table.has("conceptUri") and not table.has("relationType"):
            table.need("preferredLabel", "iscoGroup")
            message = _(
                "{path}: {file} does not say its language; call it occupations_en.csv if it is "
                "English"
            )
            return download.lacks(message.format(path=download.path, file=name))
    message = _(
        "{path}: there is no file occupations_xx.csv in it (xx is the language); choose "
        "the classification as CSV on ESCO's page"
    )
    return download.lacks(message.format(path=download.path))


class _Row(NamedTuple):
    """What is read of an occupation; ``own`` is its id in sets that have ids of their own."""

    uri: str
    title: str
    aliases: str
    hidden: str
    status: str
    isco: str
    code: str
    description: str
    modified: str
    own: str


_ROW = (
    *("conceptUri", "preferredLabel", "altLabels", "hiddenLabels", "status", "iscoGroup"),
    *("code", "description", "modifiedDate", "id"),
)
"""The columns that ``_Row`` is read from."""


class _Reader:
    """Reads the files of one language; ``file`` is that of the occupations."""

    def __init__(self, download: Download, file: str) -> None:
        self._download = download
        self._file = file
        self._language = file[len("occupations_") : -len(".csv")].lower()
        # In the order in which a summary tells them.
        self._came_in: Counts = Counter(
            {later("occupations"): 0, later("other titles"): 0, later("skills"): 0}
        )
        self._left_out: Counts = Counter()
        self._absent: list[str] = []
        self._advice: list[str] = []
        self._tables: list[Table] = []
        self._newest = ""
        self._ids: dict[str, str] = {}  # of sets that name a concept by an id of their own
        self._skills: dict[str, Skill] = {}
        self._occupations: dict[str, Occupation] = {}
        self._needs: dict[str, dict[str, str]] = {}
        self._broader: dict[str, list[str]] = {}

    def batch(self) -> Batch:
        self._read_skills()
        self._read_occupations()
        self._read_relations()
        self._read_broader()
        whole = tuple(
            found._replace(
                needs=tuple(SkillRequirement(*asked) for asked in self._needs[found.id].items()),
                broader=tuple(self._broader.get(found.id, ())),
            )
            for found in self._occupations.values()
        )
        without = sum(not found.needs for found in whole)
        if without and later("essential skills") not in self._absent:
            self._left_out[later("occupations that came in without a skill")] = without
        release = self._download.called(_RELEASE, self._file)
        left_out, places = passed_over(self._tables)
        return Batch(
            language=self._language,
            release=release[1] if release else None,
            newest=self._newest or None,
            occupations=whole,
            skills=tuple(
                found._replace(kind=found.kind or "skill") for found in self._skills.values()
            ),
            came_in=dict(+self._came_in),  # without what counts none
            left_out=dict(+self._left_out) | left_out | self._download.remarks(),
            absent=tuple(self._absent),
            places=places | self._download.places(),
            advice=tuple(self._advice),
        )

    def _find(self, name: str) -> Table | None:
        """Return the table of that name: of this language, else of none."""
        known = _FILES.get(name, name)
        for pattern in (rf"{known}_{re.escape(self._language)}\.csv", rf"{known}\.csv"):
            if found := self._download.find(pattern):
                return self._table(found[0])
        return None

    def _table(self, file: str) -> Table:
        self._tables.append(Table(self._download, file, DELIMITERS, _ALSO))
        return self._tables[-1]

    def _read_skills(self) -> None:
        table = self._find("skills")
        if table is None:
            self._absent.append(later("skills"))
            return
        table.need("conceptUri", "preferredLabel")
        for uri, name, aliases, kind, reuse, status, own in table.rows(
            *("conceptUri", "preferredLabel", "altLabels", "skillType", "reuseLevel", "status"),
            "id",
        ):
            if not _SKILL.fullmatch(uri):
                table.wrong("conceptUri", uri)
            elif name.strip() and not could_be_name(name):
                table.wrong("preferredLabel", name)
            elif self._is_kept(status, name, known=uri in self._skills):
                level = _REUSE.get(reuse.strip().lower())
                name = one_line(name)
                others = other_names(filter(could_be_name, _labels(aliases)), name)
                self._skills[uri] = Skill(uri, name, _kind(kind), level, others)
                self._ids[own or uri] = uri
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

    def _read_occupations(self) -> None:
        table = self._table(self._file)
        table.need("conceptUri", "preferredLabel")
        grouped = self._is_grouped(table)
        for cells in table.rows(*_ROW):
            self._read_occupation(table, _Row(*cells), grouped=grouped)
        self._came_in[later("occupations")] = len(self._occupations)
        if not self._occupations:
            raise InvalidDataError(
                _("{file}: there is no occupation in it; download it again").format(file=table.name)
            )

    def _read_occupation(self, table: Table, row: _Row, *, grouped: bool) -> None:
        code = _whole(row.code.strip())
        group = _group(row.isco, code)
        if not _OCCUPATION.fullmatch(row.uri):
            table.wrong("conceptUri", row.uri)
        elif row.title.strip() and not could_be_name(row.title):
            table.wrong("preferredLabel", row.title)
        elif not self._is_kept(row.status, row.title, known=row.uri in self._occupations):
            pass
        elif grouped and not group:
            table.wrong("iscoGroup", row.isco)
        else:
            title = one_line(row.title)
            names = other_names(_labels(row.aliases), title)
            hidden = other_names(_labels(row.hidden), title, *names)
            self._came_in[later("other titles")] += len(names)
            self._came_in[later("words to find them by")] += len(hidden)
            self._newest = max(self._newest, _day(row.modified))
            self._needs[row.uri] = {}
            self._ids[row.own or row.uri] = row.uri
            self._occupations[row.uri] = Occupation(
                id=row.uri,
                code=code,
                link=row.uri,
                codes={"isco08": group, "esco": row.uri} if group else {"esco": row.uri},
                title=title,
                aliases=names,
                description=paragraphs(row.description),
                hidden=hidden,
            )

    def _is_grouped(self, table: Table) -> bool:
        """Return whether a table has groups; one that was shortened may have none."""
        if not table.has("iscoGroup"):
            if not table.knows_all(_COLUMNS):  # it may have them under a name that we do not know
                table.need("iscoGroup")
            if not table.has("code"):
                self._absent.append(later("ISCO groups"))
                return False
        return True

    def _read_relations(self) -> None:
        """Read which skills each occupation asks for: by far the longest file."""
        table = self._find("occupationSkillRelations") if self._skills else None
        if table is None:
            self._absent += [later("essential skills"), later("optional skills")]
            if self._skills:
                self._advice.append(_SECOND)
            return
        table.need("occupationUri", "relationType", "skillUri")
        kinds: dict[str, str] = {}
        lost = twice = 0
        for uri, relation, skill, kind in table.rows(
            "occupationUri", "relationType", "skillUri", "skillType"
        ):
            uri, skill = self._ids.get(uri, uri), self._ids.get(skill, skill)
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
        for uri, kind in kinds.items():  # most say their kind themselves
            if not self._skills[uri].kind:
                self._skills[uri] = self._skills[uri]._replace(kind=_kind(kind))
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
        table = self._find("broaderRelationsOccPillar")
        if table is None:
            self._absent.append(later("broader occupations"))
            return
        table.need("conceptUri", "broaderUri")
        for uri, broader in table.rows("conceptUri", "broaderUri"):
            if not uri.startswith("http") or not broader.startswith("http"):
                table.wrong("conceptUri, broaderUri", f"{uri} {broader}")
            elif uri in self._occupations and broader in self._occupations:
                self._broader.setdefault(uri, []).append(broader)
                self._came_in[later("broader occupations")] += 1
            elif _OCCUPATION.fullmatch(uri) and _OCCUPATION.fullmatch(broader):
                self._left_out[later("broader occupations that did not come in")] += 1


def _kind(word: str) -> str:
    return _KINDS.get(word.strip().lower(), "")


def _labels(cell: str) -> list[str]:
    """Return the labels of a cell: one a line, or with bars between them in some files."""
    return re.split(r"[\r\n]+" if re.search(r"[\r\n]", cell.strip()) else r"\|", cell)


def _whole(code: str) -> str:
    """Return a code with the zero in front that a spreadsheet takes off a number."""
    return f"0{code}" if re.match(r"\d{3}(?:\.|$)", code) else code


def _group(isco: str, code: str) -> str | None:
    """Return the ISCO group of four digits, as it is written or as the code begins."""
    found = _ISCO.fullmatch(isco.strip()) or re.match(r"(\d{4})\.", code)
    return found[1].zfill(4) if found else None


def _day(modified: str) -> str:
    """Return the day of a moment; what a spreadsheet has made of it is none."""
    return modified[:10] if re.match(r"\d{4}-\d\d-\d\d", modified) else ""
