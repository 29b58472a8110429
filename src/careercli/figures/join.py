"""Join the published tables on a role's codes, each as ``data/tables.toml`` says."""

from collections.abc import Callable, Iterator, Mapping

from careercli.figures.derive import clear_change
from careercli.figures.figures import (
    About,
    Bottleneck,
    Change,
    Exposure,
    Figure,
    Forecast,
    Group,
    Growth,
    Interests,
    Jobs,
    Openings,
    Quartiles,
    Record,
    RoleFigures,
    Tightness,
)
from careercli.figures.tables import INTERESTS, SHAPES, CodeSystem, Lookup, Published, Row, Series

Codes = Mapping[str, str | None]
"""The codes of a role by classification; None or missing where it has none."""


def join(codes: Codes, published: Published, lookup: Lookup, language: str) -> RoleFigures:
    """Return every published figure for the codes, groups named in ``language`` where they can be.

    A figure that is not there is returned too, with a status that says why; one that stands in
    for another, only where that is suppressed and this is published.
    """
    joined = _Joined(codes, published, lookup, language)
    found = {series.id: joined.record(series) for series in published.series}
    records = [found[series.id] for series in published.series if _is_told(series, found)]
    return RoleFigures(
        pay=tuple(record for record in records if isinstance(record, Quartiles)),
        forecast=tuple(record for record in records if isinstance(record, Forecast)),
        outlook=tuple(record for record in records if isinstance(record, Change)),
        exposures=tuple(record for record in records if isinstance(record, Exposure)),
        interests=tuple(record for record in records if isinstance(record, Interests)),
    )


def _is_told(series: Series, found: Mapping[str, Record]) -> bool:
    if series.instead_of is None:
        return True
    other, this = found[series.instead_of].about, found[series.id].about
    return (other.status, this.status) == ("suppressed", "published")


class _Joined:
    """The rows of one role's codes."""

    def __init__(self, codes: Codes, published: Published, lookup: Lookup, language: str) -> None:
        self._codes = codes
        self._published = published
        self._systems = published.systems
        self._lookup = lookup
        self._language = language

    def record(self, series: Series) -> Record:
        """Return the figure of a series, there or not."""
        code, row = self._row(series)
        cells = _Cells(series, row)
        about = About(
            series=series.id,
            label=series.labels[self._language].format(code=code or "?", period=series.period),
            group=self._group(series.code, code),
            region=series.region,
            period=series.period,
            source=series.source,
            status=cells.status() or self._missing(series),
        )
        return READERS[series.shape](series, about, cells)

    def _code(self, system: str) -> str | None:
        via = self._systems[system].via
        if via is None:
            return self._codes.get(system)
        code = self._code(via)
        row = self._lookup(self._systems[via].table, code) if code else None
        return row[system] or None if row else None

    def _row(self, series: Series) -> tuple[str | None, Row | None]:
        """Return a code and its row: the combined code's where the code itself has none."""
        code = self._code(series.code)
        row = self._lookup(series.table, code) if code else None
        combined = self._systems[series.code].combined
        if row or code is None or combined is None:
            return code, row
        others = self._lookup(combined, code)
        found = self._lookup(series.table, others["combined"]) if others else None
        return (others["combined"], found) if others and found else (code, None)

    def _missing(self, series: Series) -> str:
        """Return why there is no row: no code to begin with, or none where that leads."""
        code = self._codes.get(self._published.root_of(series.code))
        if not code:
            return "no-code"
        return "left-out" if code.startswith(tuple(series.left_out)) else "not-in-table"

    def _group(self, system: str, code: str | None) -> Group | None:
        known: CodeSystem = self._systems[system]
        row = self._lookup(known.table, code) if code else None
        if code is None or row is None:
            return None
        name = row.get(f"name_{self._language}") or row["name_en"]
        combined = known.combined is not None and code != self._codes.get(system)
        return Group(known.label, code, name, combined)


class _Cells:
    """The cells of one row by what the shape calls them; all empty where there is no row."""

    def __init__(self, series: Series, row: Row | None) -> None:
        self._series = series
        self._row = row

    def text(self, name: str) -> str | None:
        """Return a cell as it stands; None for a column that the table does not have."""
        return self._row.get(self._series.column(name)) if self._row else None

    def number(self, name: str) -> float | None:
        """Return a cell as a number; a bound of its own is the number at least."""
        cell = self.text(name)
        if not cell or self._series.mark(cell):
            return None
        return float(self._series.top.get(cell, cell))

    def whole(self, name: str) -> int | None:
        """Return a cell as a count, or as how much one changes."""
        cell = self.text(name)
        return int(cell) if cell and cell.removeprefix("-").isdigit() else None

    def word(self, name: str) -> str | None:
        """Return a cell as a word of a closed set; None where it is empty."""
        return self.text(name) or None

    def status(self) -> str | None:
        """Return what the main cell of the row says; None if there is no row."""
        cell = self.text(SHAPES[self._series.shape][0])
        return None if cell is None else self._series.mark(cell) or "published"

    def top_coded(self, *names: str) -> tuple[str, ...]:
        """Return the names of the cells that say "this or more"."""
        return tuple(name for name in names if self.text(name) in self._series.top)


def _quartiles(series: Series, about: About, cells: _Cells) -> Quartiles:
    return Quartiles(
        about=about,
        p25=cells.number("p25"),
        median=cells.number("median"),
        p75=cells.number("p75"),
        unit=series.unit or "",
        people=cells.whole("people"),
        top_coded=cells.top_coded("p25", "median", "p75"),
    )


def _growth(_series: Series, about: About, cells: _Cells) -> Growth:
    return Growth(about, *_jobs(cells, "growth"), cells.word("growth_class"))


def _openings(_series: Series, about: About, cells: _Cells) -> Openings:
    """Read openings; of a group that shrinks only those of people who leave."""
    growth = _jobs(cells, "growth")
    return Openings(
        about,
        *_jobs(cells, "openings"),
        class_=cells.word("openings_class"),
        expansion=Jobs(0, 0.0) if (growth.people or 0) < 0 else growth,
        replacement=_jobs(cells, "replacement"),
    )


def _jobs(cells: _Cells, what: str) -> Jobs:
    return Jobs(cells.whole(f"{what}_people"), cells.number(f"{what}_percent"))


def _bottleneck(_series: Series, about: About, cells: _Cells) -> Bottleneck:
    return Bottleneck(about, cells.number("bottleneck"), cells.word("bottleneck_class"))


def _tightness(_series: Series, about: About, cells: _Cells) -> Tightness:
    return Tightness(
        about,
        value=cells.number("tightness"),
        capped=bool(cells.top_coded("tightness")),
        class_=cells.word("tightness_class"),
        direction=cells.word("direction"),
    )


def _counts(_series: Series, about: About, cells: _Cells) -> Change:
    """Read persons now and before, of which the change is made."""
    before, now = cells.whole("before"), cells.whole("now")
    return Change(about, clear_change(before, now), before, now)


def _change(_series: Series, about: About, cells: _Cells) -> Change:
    return Change(about, cells.number("change"))


def _score(series: Series, about: About, cells: _Cells) -> Exposure:
    value, sd = cells.number("value"), cells.number("sd")
    low, high = cells.number("low"), cells.number("high")
    if value is not None and sd is not None:
        low, high = round(max(0.0, value - sd), 4), round(min(1.0, value + sd), 4)
    return Exposure(
        about=about,
        unit="score 0-1",
        value=value,
        low=low,
        high=high,
        spread=series.spread,
        band=cells.text("band"),
        rank_percent=cells.whole("rank_percent"),
        tasks=cells.whole("tasks"),
        letter=series.letter,
    )


def _rank(_series: Series, about: About, cells: _Cells) -> Exposure:
    return Exposure(
        about=about,
        unit="rank",
        rank=cells.whole("rank"),
        ranked=cells.whole("ranked"),
        rank_percent=cells.whole("rank_percent"),
    )


def _interests(_series: Series, about: About, cells: _Cells) -> Interests:
    letters = (cells.word(place) for place in ("first", "second", "third"))
    scores = {name: cells.number(name) for name in INTERESTS}
    return Interests(about, tuple(letter for letter in letters if letter), **scores)


READERS: Mapping[str, Callable[[Series, About, _Cells], Record]] = {
    "quartiles": _quartiles,
    "growth": _growth,
    "openings": _openings,
    "bottleneck": _bottleneck,
    "tightness": _tightness,
    "counts": _counts,
    "change": _change,
    "score": _score,
    "rank": _rank,
    "interests": _interests,
}
"""How a row of each shape is read."""


def flat(figures: RoleFigures) -> tuple[Figure, ...]:
    """Return every figure as one row, as published, missing ones too."""
    return tuple(
        Figure("-".join(filter(None, (record.about.series, part))), value, unit, record.about)
        for record in figures.records()
        for part, value, unit in _values(record)
    )


def _values(record: Record) -> Iterator[tuple[str, float | None, str]]:
    """Yield (part, value, unit) of every number in a record."""
    match record:
        case Quartiles():
            for part in ("p25", "median", "p75"):
                yield part, getattr(record, part), record.unit
            yield "people", record.people, "persons"
        case Growth():
            yield from _of_jobs("", record)
        case Openings():
            yield from _of_jobs("", record)
            yield from _of_jobs("expansion", record.expansion)
            yield from _of_jobs("replacement", record.replacement)
        case Bottleneck():
            yield "", record.itkb, "ITKB"
        case Tightness():
            yield "", record.value, "vacancies/seeker"
        case Change(now=None):
            yield "change", record.percent, "percent"
        case Change():
            yield from (("now", record.now, "persons"), ("before", record.before, "persons"))
        case Exposure():
            yield from _of_exposure(record)
        case Interests():
            yield from ((name, getattr(record, name), "score 1-7") for name in INTERESTS)


def _of_exposure(found: Exposure) -> Iterator[tuple[str, float | None, str]]:
    yield "", found.rank if found.unit == "rank" else found.value, found.unit
    if found.low is not None:
        yield from (("low", found.low, found.unit), ("high", found.high, found.unit))
    if found.rank_percent is not None:
        yield "rank-percent", found.rank_percent, "percent"
    if found.tasks is not None:
        yield "tasks", found.tasks, "tasks"


def _of_jobs(part: str, jobs: Growth | Openings | Jobs) -> Iterator[tuple[str, float | None, str]]:
    for name, value, unit in (
        ("percent", jobs.percent, "percent"),
        ("people", jobs.people, "persons"),
    ):
        yield "-".join(filter(None, (part, name))), value, unit
