"""Read the text form of the O*NET database by what the download holds.

Files and columns have been renamed over the years (30.3 parted the skills into essential and
transferable ones, 31.0 calls alternate titles job titles), so each kind of fact is looked for
under every name that it has had. Only the occupations themselves must be there. Codes of before
25.1 are carried over to those of today (``editions.py``).
"""

import re
from collections import Counter
from collections.abc import Iterator

from careercli.errors import InvalidDataError
from careercli.locale import later
from careercli.locale import translate as _
from careercli.taxonomies.download import Download
from careercli.taxonomies.occupation import (
    Batch,
    Counts,
    Occupation,
    Share,
    Skill,
    SkillRequirement,
    could_be_name,
    one_line,
    other_names,
    paragraphs,
)
from careercli.taxonomies.onet.editions import Codes, edition_of
from careercli.taxonomies.table import Table, passed_over

DELIMITERS = "\t"
RELATED = 10  # of the twenty that are given for each occupation, nearest first
_CODE = re.compile(r"\d\d-\d{4}\.\d\d")
_CODE_COLUMN = "O*NET-SOC Code"
_OCCUPATIONS = "Occupation Data.txt"
_TECHNOLOGY = r"(?:(?:technology|software) skills|tools and technology)\.txt"
_RELEASE = r"O\*NET\D{0,20}(\d+\.\d+)"
_NONE = ("", "n/a")
_LINK = "https://www.onetonline.org/link/summary/"


def read(download: Download) -> Iterator[Batch]:
    """Yield the one batch of the download, in English.

    Raises InvalidDataError if the occupations are missing or a file is not as published.
    """
    yield _Reader(download).batch()


class _Reader:
    """Reads all files of one release."""

    def __init__(self, download: Download) -> None:
        self._download = download
        self._came_in: Counts = Counter()
        self._left_out: Counts = Counter()
        self._absent: list[str] = []
        self._tables: list[Table] = []
        self._places: dict[str, str] = {}
        self._newest = ""
        self._skills: dict[str, Skill] = {}
        self._occupations: dict[str, Occupation] = {}
        self._needs: dict[str, dict[str, SkillRequirement]] = {}

    def batch(self) -> Batch:
        self._read_occupations()
        release = self._release()
        self._carry_over(release)
        titles = self._read_titles()
        tasks = self._read_tasks()
        self._read_ratings(
            "skill", later("skill ratings"), r"(?:essential |transferable )?skills\.txt"
        )
        self._read_ratings("knowledge", later("knowledge ratings"), r"knowledge\.txt")
        self._read_technology()
        zones, diplomas, related = self._read_zones(), self._read_diplomas(), self._read_related()
        whole = tuple(
            found._replace(
                aliases=other_names(titles.get(code, ()), found.title),
                tasks=tuple(tasks.get(code, ())),
                needs=tuple(sorted(self._needs.get(code, {}).values(), key=_most_important)),
                zone=zones.get(code),
                diplomas=tuple(diplomas.get(code, ())),
                related=tuple(related.get(code, ())),
            )
            for code, found in self._occupations.items()
        )
        self._came_in[later("other titles")] = sum(len(found.aliases) for found in whole)
        if without := sum(all(need.importance is None for need in o.needs) for o in whole):
            self._left_out[later("occupations that came in without ratings")] = without
        left_out, places = passed_over(self._tables)
        return Batch(
            language="en",
            release=release,
            newest=self._newest or None,
            occupations=whole,
            skills=tuple(self._skills.values()),
            came_in=dict(+self._came_in),  # without what counts none
            left_out=dict(+self._left_out) | left_out | self._download.remarks(),
            absent=tuple(self._absent),
            places=self._places | places | self._download.places(),
        )

    def _release(self) -> str | None:
        """Return the release as the Read Me says it, else as the download is called."""
        texts = self._download.texts(r"read[ _]?me\.txt")
        said = {found[1] for text in texts if (found := re.search(_RELEASE, text))}
        if len(said) == 1:
            return said.pop()
        found = self._download.called(r"(?<!\d)(\d{1,2})[._](\d)(?!\d)", _OCCUPATIONS)
        return f"{found[1]}.{found[2]}" if found else None

    def _carry_over(self, release: str | None) -> None:
        """Give the occupations the codes that figures are joined on."""
        codes = Codes(edition_of(release, self._occupations))
        what = later("occupations without a code of today, so without American figures")
        for code, found in self._occupations.items():
            self._occupations[code] = found._replace(codes=codes.of(code))
            if "soc2018" not in self._occupations[code].codes:
                self._left_out[what] += 1
                self._places.setdefault(what, code)

    def _table(self, name: str) -> Table:
        self._tables.append(Table(self._download, name, DELIMITERS))
        return self._tables[-1]

    def _files(self, what: str, pattern: str, *columns: str) -> Iterator[Table]:
        """Yield the tables of the files with such a name; note that there is none."""
        names = self._download.find(pattern)
        if not names:
            self._absent.append(what)
        for name in names:
            table = self._table(name)
            table.need(_CODE_COLUMN, *columns)
            yield table

    def _rows(self, table: Table, *columns: str) -> Iterator[tuple[str, ...]]:
        """Yield the code and these columns of every row about an occupation that came in."""
        for code, *cells in table.rows(_CODE_COLUMN, *columns):
            if code in self._occupations:
                yield (code, *cells)
            elif _CODE.fullmatch(code):
                self._left_out[later("rows about an occupation that did not come in")] += 1
            else:
                table.wrong(_CODE_COLUMN, code)

    def _read_occupations(self) -> None:
        names = self._download.find(r"occupation data\.txt")
        if not names:
            message = _(
                "{path}: the file Occupation Data.txt is missing; choose the text form on "
                "O*NET's page"
            )
            raise self._download.lacks(message.format(path=self._download.path))
        table = self._table(names[0])
        table.need(_CODE_COLUMN, "Title")
        for code, title, description in table.rows(_CODE_COLUMN, "Title", "Description"):
            if not _CODE.fullmatch(code):
                table.wrong(_CODE_COLUMN, code)
            elif not could_be_name(title):
                table.wrong("Title", title)
            elif code in self._occupations:
                self._left_out[later("occupations or skills named twice")] += 1
            else:
                self._occupations[code] = Occupation(
                    id=code,
                    code=code,
                    link=_LINK + code,
                    codes={},
                    title=one_line(title),
                    description=paragraphs(description),
                )
        if not self._occupations:
            raise InvalidDataError(
                _("{file}: there is no occupation in it; download it again").format(file=names[0])
            )
        self._came_in[later("occupations")] = len(self._occupations)
        self._came_in[later("other titles")] = 0

    def _read_titles(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for table in self._files(later("other titles"), r"(?:alternate|job) titles\.txt"):
            column = "Alternate Title" if table.has("Alternate Title") else "Job Title"
            table.need(column)
            for code, title, short in self._rows(table, column, "Short Title"):
                found.setdefault(code, []).extend(t for t in (title, short) if t not in _NONE)
        return found

    def _read_tasks(self) -> dict[str, list[str]]:
        """Return the tasks, those of the core first."""
        core: dict[str, list[str]] = {}
        more: dict[str, list[str]] = {}
        for table in self._files(later("tasks"), r"task statements\.txt", "Task"):
            for code, task, kind in self._rows(table, "Task", "Task Type"):
                if task.strip().isdigit():
                    table.wrong("Task", task)
                    continue
                kept = more if kind.strip() == "Supplemental" else core
                kept.setdefault(code, []).append(one_line(task))
                self._came_in[later("tasks")] += 1
        return {code: core.get(code, []) + more.get(code, []) for code in core | more}

    def _skill(self, kind: str, name: str) -> str:
        """Return the id of a skill, which is named here for the first time or not."""
        key = f"onet:{kind}:{name}"
        if key not in self._skills:
            self._skills[key] = Skill(key, one_line(name), kind)
        return key

    def _read_ratings(self, kind: str, what: str, pattern: str) -> None:
        """Read the importance of skills or knowledge; what O*NET says to suppress stays out."""
        columns = ("Element Name", "Scale ID", "Data Value")
        for table in self._files(what, pattern, *columns):
            for code, name, scale, value, suppress, date in self._rows(
                table, *columns, "Recommend Suppress", "Date"
            ):
                if not re.fullmatch("[A-Z]{2,3}", scale):
                    table.wrong("Scale ID", scale)
                if scale != "IM":
                    continue
                if suppress == "Y":
                    self._left_out[later("ratings that O*NET itself says to suppress")] += 1
                    continue
                if (importance := _number(value)) is None or not 1 <= importance <= 5:
                    table.wrong("Data Value", value)
                    continue
                skill = self._skill(kind, name)
                self._needs.setdefault(code, {})[skill] = SkillRequirement(
                    skill, "rated", importance
                )
                if found := re.fullmatch(r"(\d\d)/(\d{4})", date):
                    self._newest = max(self._newest, f"{found[2]}-{found[1]}")
                self._came_in[what] += 1

    def _read_technology(self) -> None:
        """Read what is used; until 25.0 it stood in one file with tools, which are no skills."""
        what = later("technology skills")
        for table in self._files(what, _TECHNOLOGY):
            columns = ("Example", "Workplace Example", "T2 Example")
            column = next(filter(table.has, columns), columns[1])
            table.need(column)
            for code, name, kind, hot, in_demand in self._rows(
                table, column, "T2 Type", "Hot Technology", "In Demand"
            ):
                if kind.strip() == "Tools":
                    self._left_out[later("tools that are no technology")] += 1
                elif not could_be_name(name) or {hot.strip(), in_demand.strip()} - set("YN") - {""}:
                    table.wrong(f"{column}, Hot Technology, In Demand", f"{name} {hot} {in_demand}")
                else:
                    flags = (("hot", hot), ("in-demand", in_demand))
                    marks = tuple(mark for mark, flag in flags if flag.strip() == "Y")
                    self._use(code, self._skill("tool", name), marks)

    def _use(self, code: str, skill: str, marks: tuple[str, ...]) -> None:
        """Note that an occupation uses something, once; it may stand under several headings."""
        needs = self._needs.setdefault(code, {})
        if skill in needs:
            self._left_out[later("technology skills named twice")] += 1
        else:
            self._came_in[later("technology skills")] += 1
        known = needs[skill].marks if skill in needs else ()
        needs[skill] = SkillRequirement(skill, "used", None, tuple(dict.fromkeys(known + marks)))

    def _read_zones(self) -> dict[str, str]:
        found = {}
        for table in self._files(later("job zones"), r"job zones\.txt", "Job Zone"):
            for code, zone in self._rows(table, "Job Zone"):
                if not re.fullmatch(r"\d(-\d)?", zone.strip()):
                    table.wrong("Job Zone", zone)
                    continue
                found[code] = one_line(zone)
                self._came_in[later("job zones")] += 1
        names = {}
        for name in self._download.find(r"job zone reference\.txt"):
            rows = self._table(name).rows("Job Zone", "Name")
            names = {one_line(zone): one_line(label) for zone, label in rows}
        return {code: names.get(zone) or zone for code, zone in found.items()}

    def _read_diplomas(self) -> dict[str, list[Share]]:
        """Return what share of workers says that which diploma is asked, most first."""
        labels: dict[str, str] = {}
        for name in self._download.find(r"education.* categories\.txt"):
            rows = self._table(name).rows("Scale ID", "Category", "Category Description")
            labels |= {number: _short(label) for scale, number, label in rows if scale == "RL"}
        found: dict[str, list[Share]] = {}
        if not labels:
            self._absent.append(later("levels of education"))
            return found
        columns = ("Scale ID", "Category", "Data Value")
        for table in self._files(
            later("levels of education"), r"education(?:, training, and experience)?\.txt", *columns
        ):
            for code, scale, category, value, suppress in self._rows(
                table, *columns, "Recommend Suppress"
            ):
                if scale == "RL" and suppress == "Y":
                    self._left_out[later("ratings that O*NET itself says to suppress")] += 1
                    continue
                percent = _number(value) if scale == "RL" else None
                if percent and category in labels:
                    found.setdefault(code, []).append(Share(labels[category], percent))
        self._came_in[later("levels of education")] = len(found)
        return {
            code: sorted(shares, key=lambda share: -share.percent) for code, shares in found.items()
        }

    def _read_related(self) -> dict[str, list[str]]:
        column = f"Related {_CODE_COLUMN}"
        found: dict[str, list[tuple[float, str]]] = {}
        for table in self._files(later("related occupations"), r"related occupations\.txt", column):
            for code, other, index in self._rows(table, column, "Index"):
                if not _CODE.fullmatch(other):
                    table.wrong(column, other)
                elif other in self._occupations:
                    found.setdefault(code, []).append((_number(index) or 0.0, other))
                else:
                    self._left_out[later("rows about an occupation that did not come in")] += 1
        nearest = {
            code: [o for _index, o in sorted(near)[:RELATED]] for code, near in found.items()
        }
        self._came_in[later("related occupations")] = sum(map(len, nearest.values()))
        return nearest


def _most_important(need: SkillRequirement) -> tuple[float, int]:
    """Order what is rated by its rating, then what is used by what is said of it."""
    return -(need.importance or 0.0), -len(need.marks)


def _number(text: str) -> float | None:
    try:
        return float(text.replace(",", "."))  # a spreadsheet writes as its country does
    except ValueError:
        return None


def _short(label: str) -> str:
    """Return the name of a diploma without the explanation behind it."""
    return one_line(re.split(r" - | \(", label)[0])
