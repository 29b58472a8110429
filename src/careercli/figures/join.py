"""Join the published tables on a role's codes.

role -> ISCO-08 -> BRC 2014 group -> CBS wages and people in work
role -> ISCO-08 -> ILO exposure
role -> SOC 2018 -> BLS wages and projections, Microsoft, Anthropic
role -> O*NET-SOC 2019 -> Eloundou et al.
role -> SOC 2010 -> Felten et al. (rank only)
"""

from collections.abc import Iterator, Mapping

from careercli.figures.figures import (
    Change,
    Exposure,
    Figure,
    Group,
    Quartiles,
    RoleFigures,
)
from careercli.figures.tables import Lookup, Row

Codes = Mapping[str, str | None]
"""isco08, soc2018, onet and soc2010 of a role; None or missing where it has none."""

BLS_TOP_CODE = 239_200  # USD a year; the BLS writes "#" for this or more


def join(codes: Codes, lookup: Lookup, language: str) -> RoleFigures:
    """Return every published figure for the codes, groups named in ``language`` where they can be.

    A figure that is not there is returned too, with a status that says why.
    """
    tables = _Joined(codes, lookup, language)
    return RoleFigures(
        wage=tables.dutch_wage(),
        us_wage=tables.us_wage(),
        employed=tables.employed(),
        projection=tables.projection(),
        exposures=(
            tables.ilo(),
            tables.eloundou("gpt4"),
            tables.eloundou("human"),
            tables.scored("microsoft-2025", period="2025"),
            tables.scored("anthropic-2026", period="2026"),
            tables.felten(),
        ),
    )


class _Joined:
    """The rows of one role's codes."""

    def __init__(self, codes: Codes, lookup: Lookup, language: str) -> None:
        self._codes = codes
        self._lookup = lookup
        self._language = language

    def _code(self, system: str) -> str | None:
        if system == "brc2014":
            isco = self._row("isco08", "isco08")
            return isco["brc2014"] if isco else None
        return self._codes.get(system)

    def _row(self, table: str, system: str) -> Row | None:
        code = self._code(system)
        return self._lookup(table, code) if code else None

    def _missing(self, system: str) -> str:
        # A BRC group is only known by way of an ISCO code.
        code = self._codes.get("isco08") if system == "brc2014" else self._code(system)
        return "not-in-table" if code else "no-code"

    def _group(self, system: str, label: str, names: str) -> Group | None:
        code = self._code(system)
        row = self._lookup(names, code) if code else None
        if code is None or row is None:
            return None
        name = row.get(f"name_{self._language}") or row["name_en"]
        return Group(system=label, code=code, name=name)

    def _brc(self) -> Group | None:
        return self._group("brc2014", "BRC 2014", "brc2014")

    def _soc(self) -> Group | None:
        return self._group("soc2018", "SOC 2018", "soc2018")

    def dutch_wage(self) -> Quartiles:
        row = self._row("cbs-wages-2024", "brc2014")
        status = self._missing("brc2014") if row is None else "published"
        if row and not row["median"]:
            status = "suppressed"
        return Quartiles(
            p25=_number(row, "p25"),
            median=_number(row, "median"),
            p75=_number(row, "p75"),
            unit="EUR/hour",
            people=_whole(row, "people"),
            group=self._brc(),
            region="NL",
            period="2024",
            source="cbs-wages-2024",
            status=status,
        )

    def us_wage(self) -> Quartiles:
        row = self._row("bls-wages-2024", "soc2018")
        status = self._missing("soc2018") if row is None else "published"
        if row and row["median"] == "*":
            status = "not-available"
        quartiles = ("p25", "median", "p75")
        return Quartiles(
            p25=_dollars(row, "p25"),
            median=_dollars(row, "median"),
            p75=_dollars(row, "p75"),
            unit="USD/year",
            people=_whole(row, "people"),
            group=self._soc(),
            region="US",
            period="2024",
            source="bls-wages-2024",
            status=status,
            top_coded=tuple(q for q in quartiles if row and row[q] == "#"),
        )

    def employed(self) -> Change:
        row = self._row("cbs-employed-2025q4", "brc2014")
        before, now = _whole(row, "before"), _whole(row, "now")
        percent = round(100 * (now - before) / before, 1) if before and now is not None else None
        return Change(
            percent=percent,
            before=before,
            now=now,
            group=self._brc(),
            region="NL",
            period="2024 Q4 - 2025 Q4",
            source="cbs-employed-2025q4",
            status="published" if percent is not None else self._missing("brc2014"),
        )

    def projection(self) -> Change:
        row = self._row("bls-projections-2024-34", "soc2018")
        return Change(
            percent=_number(row, "change"),
            before=None,
            now=None,
            group=self._soc(),
            region="US",
            period="2024-34",
            source="bls-projections-2024",
            status="published" if row else self._missing("soc2018"),
        )

    def ilo(self) -> Exposure:
        row = self._row("ilo-genai-2025", "isco08")
        mean, sd = _number(row, "mean"), _number(row, "sd")
        spread = None if mean is None or sd is None else (max(0.0, mean - sd), min(1.0, mean + sd))
        return Exposure(
            measure="ilo-2025",
            value=mean,
            low=round(spread[0], 4) if spread else None,
            high=round(spread[1], 4) if spread else None,
            spread="sd-over-tasks",
            band=row["band"] if row else None,
            group=self._group("isco08", "ISCO-08", "isco08"),
            region="world",
            period="2025",
            source="ilo-genai-2025",
            status="published" if row else self._missing("isco08"),
        )

    def eloundou(self, by: str) -> Exposure:
        row = self._row("eloundou-2024", "onet")
        return Exposure(
            measure=f"eloundou-{by}",
            value=_number(row, f"{by}_beta"),
            low=_number(row, f"{by}_alpha"),
            high=_number(row, f"{by}_gamma"),
            spread="alpha-to-gamma",
            group=self._group("onet", "O*NET-SOC 2019", "eloundou-2024"),
            region="US",
            period="2024",
            source="eloundou-2024",
            status="published" if row else self._missing("onet"),
        )

    def scored(self, table: str, period: str) -> Exposure:
        row = self._row(table, "soc2018")
        value = _number(row, "score")
        status = "published" if row else self._missing("soc2018")
        if table == "anthropic-2026" and value == 0:
            value, status = None, "not-measured"
        return Exposure(
            measure=table,
            value=value,
            group=self._soc(),
            region="US",
            period=period,
            source=table,
            status=status,
        )

    def felten(self) -> Exposure:
        row = self._row("felten-2021", "soc2010")
        return Exposure(
            measure="felten-2021",
            rank=_whole(row, "rank"),
            ranked=_whole(row, "ranked"),
            group=self._group("soc2010", "SOC 2010", "felten-2021"),
            region="US",
            period="2021",
            source="felten-2021",
            status="published" if row else self._missing("soc2010"),
        )


def _number(row: Row | None, column: str) -> float | None:
    return float(row[column]) if row and row[column] else None


def _whole(row: Row | None, column: str) -> int | None:
    return int(row[column]) if row and row[column].isdigit() else None


def _dollars(row: Row | None, column: str) -> float | None:
    if row is None or row[column] in ("", "*"):
        return None
    return float(BLS_TOP_CODE) if row[column] == "#" else float(row[column])


def flat(figures: RoleFigures) -> tuple[Figure, ...]:
    """Return every figure as one row, as published, missing ones too."""
    return (
        *_flat_pay("cbs-wage", figures.wage),
        *_flat_pay("bls-wage", figures.us_wage),
        *_flat_change("cbs-employed", figures.employed),
        *_flat_change("bls-projection", figures.projection),
        *(figure for exposure in figures.exposures for figure in _flat_exposure(exposure)),
    )


def _figure(
    about: Quartiles | Change | Exposure, name: str, value: float | None, unit: str
) -> Figure:
    return Figure(
        id=name,
        value=value,
        unit=unit,
        group=about.group,
        region=about.region,
        period=about.period,
        source=about.source,
        status=about.status,
    )


def _flat_pay(prefix: str, pay: Quartiles) -> Iterator[Figure]:
    for quartile in ("p25", "median", "p75"):
        yield _figure(pay, f"{prefix}-{quartile}", getattr(pay, quartile), pay.unit)
    yield _figure(pay, f"{prefix}-people", pay.people, "persons")


def _flat_change(prefix: str, change: Change) -> Iterator[Figure]:
    yield _figure(change, f"{prefix}-change", change.percent, "percent")
    if change.now is not None:
        yield _figure(change, f"{prefix}-now", change.now, "persons")
        yield _figure(change, f"{prefix}-before", change.before, "persons")


def _flat_exposure(exposure: Exposure) -> Iterator[Figure]:
    if exposure.measure == "felten-2021":
        yield _figure(exposure, exposure.measure, exposure.rank, "rank")
        return
    yield _figure(exposure, exposure.measure, exposure.value, "score 0-1")
    if exposure.low is not None:
        yield _figure(exposure, f"{exposure.measure}-low", exposure.low, "score 0-1")
        yield _figure(exposure, f"{exposure.measure}-high", exposure.high, "score 0-1")
