"""Joining the published tables on a role's codes."""

import pytest

from careercli.figures.figures import Group, RoleFigures
from careercli.figures.join import BLS_TOP_CODE, Codes, flat, join
from careercli.figures.tables import Tables, lookup_in, read_tables
from tests.conftest import ROOT

# The codes of machine-learning-engineer.
CODES = {"isco08": "2511", "soc2018": "15-2051", "onet": "15-2051.00"}


@pytest.fixture(scope="module")
def tables() -> Tables:
    """Every shipped table."""
    return read_tables(ROOT / "data" / "figures")


def joined(tables: Tables, codes: Codes, language: str = "en") -> RoleFigures:
    """Return the figures of these codes from the shipped tables."""
    return join(codes, lookup_in(tables), language)


def from_row(table: str, key: str, **row: str) -> RoleFigures:
    """Return the figures where one table has one row, for code 1, and others have none."""
    rows = {(table, "1"): row, ("isco08", "1"): {"brc2014": "1", "name_en": "x"}}
    return join({key: "1"}, lambda table, code: rows.get((table, code)), "en")


def exposure(figures: RoleFigures, measure: str):
    """Return one measure of exposure."""
    return next(e for e in figures.exposures if e.measure == measure)


@pytest.mark.parametrize(
    "figure, value, unit, code",
    [
        ("cbs-wage-p25", 27.0, "EUR/hour", "0811"),
        ("cbs-wage-median", 34.8, "EUR/hour", "0811"),
        ("cbs-wage-p75", 43.4, "EUR/hour", "0811"),
        ("cbs-wage-people", 316_000, "persons", "0811"),
        ("cbs-employed-before", 382_000, "persons", "0811"),
        ("cbs-employed-now", 400_000, "persons", "0811"),
        ("cbs-employed-change", 4.7, "percent", "0811"),
        ("bls-wage-p25", 82_630, "USD/year", "15-2051"),
        ("bls-wage-median", 112_590, "USD/year", "15-2051"),
        ("bls-wage-p75", 155_810, "USD/year", "15-2051"),
        ("bls-projection-change", 33.5, "percent", "15-2051"),
        ("ilo-2025", 0.49, "score 0-1", "2511"),
        ("ilo-2025-low", 0.44, "score 0-1", "2511"),
        ("ilo-2025-high", 0.54, "score 0-1", "2511"),
        ("eloundou-gpt4", 0.75, "score 0-1", "15-2051.00"),
        ("eloundou-human", pytest.approx(0.59, abs=0.005), "score 0-1", "15-2051.00"),
        ("microsoft-2025", pytest.approx(0.357, abs=0.0005), "score 0-1", "15-2051"),
        ("anthropic-2026", 0.4605, "score 0-1", "15-2051"),
    ],
)
def test_figure_of_a_machine_learning_engineer(
    tables: Tables, figure: str, value: float, unit: str, code: str
) -> None:
    """Each figure of a machine learning engineer is the one that its publisher gives."""
    found = {f.id: f for f in flat(joined(tables, CODES))}[figure]
    assert found.value == value
    assert found.unit == unit
    assert found.group is not None
    assert found.group.code == code
    assert found.status == "published"


def test_groups_are_named_in_the_language(tables: Tables) -> None:
    """A group has the reader's name where the publisher has one, else the English one."""
    dutch = joined(tables, CODES, "nl")
    assert dutch.wage.group == Group("BRC 2014", "0811", "Software- en applicatieontwikkelaars")
    assert joined(tables, CODES).wage.group == Group(
        "BRC 2014", "0811", "Software and application developers"
    )
    assert dutch.us_wage.group == Group("SOC 2018", "15-2051", "Data Scientists")


def test_suppressed_wage_has_no_values(tables: Tables) -> None:
    """The CBS keeps back the pay of ICT managers (BRC 0533): the status says so, no number."""
    wage = joined(tables, {"isco08": "1330"}).wage
    assert wage.group is not None
    assert wage.group.code == "0533"
    assert wage.status == "suppressed"
    assert (wage.p25, wage.median, wage.p75) == (None, None, None)


def test_top_coded_quartile_is_a_lower_bound(tables: Tables) -> None:
    """Where the BLS writes "#" the amount is its bound and the quartile is named."""
    wage = joined(tables, {"soc2018": "11-1011"}).us_wage
    assert wage.p75 == BLS_TOP_CODE
    assert wage.median == 206_420
    assert wage.top_coded == ("p75",)
    assert wage.status == "published"


def test_star_of_the_bls_is_not_available(tables: Tables) -> None:
    """Where the BLS writes "*" there is no yearly pay (actors)."""
    wage = joined(tables, {"soc2018": "27-2011"}).us_wage
    assert wage.status == "not-available"
    assert (wage.p25, wage.median, wage.p75) == (None, None, None)
    assert wage.top_coded == ()


def test_zero_of_anthropic_is_not_a_measurement(tables: Tables) -> None:
    """A zero in Anthropic's table means that nothing was measured."""
    found = exposure(joined(tables, {"soc2018": "11-1031"}), "anthropic-2026")
    assert (found.value, found.status) == (None, "not-measured")


def test_zero_of_microsoft_is_a_score() -> None:
    """A zero elsewhere is a value like any other."""
    found = exposure(from_row("microsoft-2025", "soc2018", score="0.0"), "microsoft-2025")
    assert (found.value, found.status) == (0.0, "published")


def test_spread_stays_on_the_scale() -> None:
    """Mean plus or minus a standard deviation never leaves 0 to 1."""
    wide = from_row("ilo-genai-2025", "isco08", mean="0.9", sd="0.3", band="x")
    assert (exposure(wide, "ilo-2025").low, exposure(wide, "ilo-2025").high) == (0.6, 1.0)
    low = from_row("ilo-genai-2025", "isco08", mean="0.1", sd="0.3", band="x")
    assert exposure(low, "ilo-2025").low == 0.0


def test_alpha_and_gamma_are_the_spread_of_beta(tables: Tables) -> None:
    """Eloundou's measure runs from alpha (without tools) to gamma (with every tool)."""
    found = exposure(joined(tables, CODES), "eloundou-gpt4")
    assert (found.low, found.value, found.high) == (0.5, 0.75, 1.0)


def test_felten_gives_a_rank(tables: Tables) -> None:
    """Felten's scores appear as a rank out of all occupations, never on a scale from 0 to 1."""
    found = exposure(joined(tables, {"soc2010": "11-1011"}), "felten-2021")
    assert (found.rank, found.ranked, found.value) == (71, 774, None)


def test_role_without_codes_has_no_figure(tables: Tables) -> None:
    """Without any code every figure is missing for lack of a code."""
    assert {(f.value, f.status) for f in flat(joined(tables, {}))} == {(None, "no-code")}


def test_missing_code_is_missing_only_in_its_table(tables: Tables) -> None:
    """A machine learning engineer has no SOC 2010 code, so only Felten's rank is missing."""
    missing = [f for f in flat(joined(tables, CODES)) if f.status != "published"]
    assert [(f.id, f.status, f.group) for f in missing] == [("felten-2021", "no-code", None)]


def test_code_that_a_table_lacks_is_not_in_it(tables: Tables) -> None:
    """A code without a row in a table gives not-in-table there."""
    us = joined(tables, {"soc2018": "99-9999", "onet": "99-9999.00", "soc2010": "99-9999"})
    for found in (us.us_wage, us.projection, *us.exposures[1:]):
        assert found.status == "not-in-table"
    soldiers = joined(tables, {"isco08": "0110"})
    assert exposure(soldiers, "ilo-2025").status == "not-in-table"


def test_group_without_numbers_before_has_no_change() -> None:
    """Where one of the two numbers of persons is missing no percentage is made up."""
    employed = from_row("cbs-employed-2025q4", "isco08", before="", now="5000").employed
    assert employed.percent is None
    assert employed.status != "published"


@pytest.mark.parametrize(
    "system, table",
    [
        ("isco08", "isco08"),
        ("soc2018", "soc2018"),
        ("onet", "eloundou-2024"),
        ("soc2010", "felten-2021"),
    ],
)
def test_published_figures_have_values_and_others_none(
    tables: Tables, system: str, table: str
) -> None:
    """For every code, a published figure has a value and a group and a missing one no value."""
    for code in tables[table]:
        for figure in flat(joined(tables, {system: code})):
            if figure.status == "published":
                assert figure.value is not None, (code, figure)
                assert figure.group is not None, (code, figure)
            elif not figure.id.endswith("-people"):  # counted though the pay is kept back
                assert figure.value is None, (code, figure)
            if figure.unit == "score 0-1" and figure.value is not None:
                assert 0 <= figure.value <= 1, (code, figure)


def test_spreads_hold_their_value(tables: Tables) -> None:
    """For every O*NET and ISCO code the value lies between its low and its high end."""
    codes = [{"onet": code} for code in tables["eloundou-2024"]]
    codes += [{"isco08": code} for code in tables["isco08"]]
    measured = [e for code in codes for e in joined(tables, code).exposures if e.low is not None]
    assert len(measured) > 1000
    for e in measured:
        assert e.low <= e.value <= e.high, e
