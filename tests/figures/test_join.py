"""Joining the published tables on a role's codes."""

from collections.abc import Callable

import pytest

from careercli.figures.figures import Group, RoleFigures
from careercli.figures.join import flat, join
from careercli.figures.tables import Tables
from careercli.roles.workspace import ReferenceData, read_reference_data

# The codes of machine-learning-engineer.
CODES = {"isco08": "2511", "soc2018": "15-2051", "onet": "15-2051.00"}


@pytest.fixture(scope="module")
def shipped() -> ReferenceData:
    """What is shipped."""
    return read_reference_data()


@pytest.fixture(scope="module")
def tables(shipped: ReferenceData) -> Tables:
    """Every shipped table."""
    return shipped.tables


Joined = Callable[..., RoleFigures]


@pytest.fixture(scope="module")
def joined(shipped: ReferenceData) -> Joined:
    """Return what gives the figures of codes from the shipped tables."""
    return shipped.figures


@pytest.fixture(scope="module")
def from_row(shipped: ReferenceData) -> Joined:
    """Return what gives the figures where one table has one row, for code 1, others none."""

    def figures(table: str, key: str, **row: str) -> RoleFigures:
        groups = {"brc2014": "1", "brc2014ed2025": "1", "name_en": "x"}
        rows = {(table, "1"): row, ("isco08", "1"): groups}
        return join(
            {key: "1"}, shipped.published, lambda table, code: rows.get((table, code)), "en"
        )

    return figures


def series(figures: RoleFigures, wanted: str):
    """Return one series of figures."""
    return next(r for records in figures for r in records if r.about.series == wanted)


@pytest.mark.parametrize(
    "figure, value, unit, code",
    [
        ("cbs-wage-p25", 27.0, "EUR/hour-worked", "0811"),
        ("cbs-wage-median", 34.8, "EUR/hour-worked", "0811"),
        ("cbs-wage-p75", 43.4, "EUR/hour-worked", "0811"),
        ("cbs-wage-people", 316_000, "persons", "0811"),
        ("cbs-employed-before", 382_000, "persons", "0811"),
        ("cbs-employed-now", 400_000, "persons", "0811"),
        ("roa-2030-growth-percent", 2, "percent", "0813"),
        ("roa-2030-growth-people", 4_100, "persons", "0813"),
        ("roa-2030-openings-percent", 9, "percent", "0813"),
        ("roa-2030-openings-people", 14_500, "persons", "0813"),
        ("roa-2030-openings-expansion-people", 4_100, "persons", "0813"),
        ("roa-2030-openings-replacement-people", 10_400, "persons", "0813"),
        ("roa-2030-bottleneck", 0.85, "ITKB", "0813"),
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
    joined: Joined, figure: str, value: float, unit: str, code: str
) -> None:
    """Each figure of a machine learning engineer is the one that its publisher gives."""
    found = {f.id: f for f in flat(joined(CODES))}[figure]
    assert found.value == value
    assert found.unit == unit
    assert found.about.group is not None
    assert found.about.group.code == code
    assert found.about.status == "published"


def test_groups_are_named_in_the_language(joined: Joined) -> None:
    """A group has the reader's name where the publisher has one, else the English one."""
    dutch = joined(CODES, "nl")
    assert series(dutch, "cbs-wage").about.group == Group(
        "BRC 2014", "0811", "Software- en applicatieontwikkelaars"
    )
    assert series(joined(CODES), "cbs-wage").about.group == Group(
        "BRC 2014", "0811", "Software and application developers and systems analysts"
    )
    assert series(dutch, "bls-wage").about.group == Group("SOC 2018", "15-2051", "Data Scientists")


def test_suppressed_wage_has_no_values(joined: Joined) -> None:
    """The CBS keeps back the pay of ICT managers (BRC 0533): the status says so, no number."""
    wage = series(joined({"isco08": "1330"}), "cbs-wage")
    assert wage.about.group is not None
    assert wage.about.group.code == "0533"
    assert wage.about.status == "suppressed"
    assert (wage.p25, wage.median, wage.p75) == (None, None, None)


def test_top_coded_quartile_is_a_lower_bound(joined: Joined) -> None:
    """Where the BLS writes "#" the amount is its bound and the quartile is named."""
    wage = series(joined({"soc2018": "11-1011"}), "bls-wage")
    assert wage.p75 == 239_200
    assert wage.median == 206_420
    assert wage.top_coded == ("p75",)
    assert wage.about.status == "published"


def test_star_of_the_bls_is_pay_by_the_hour_only(joined: Joined) -> None:
    """Where the BLS writes "*" it has pay by the hour, and none by the year (actors)."""
    wage = series(joined({"soc2018": "27-2011"}), "bls-wage")
    assert wage.about.status == "hourly-only"
    assert (wage.p25, wage.median, wage.p75) == (None, None, None)
    assert wage.top_coded == ()


def test_combined_row_is_found_and_named(joined: Joined) -> None:
    """Home health aides are counted with personal care aides: 31-1120, where a table has that."""
    figures = joined({"soc2018": "31-1121"})
    for name in ("bls-wage", "bls-projection", "microsoft-2025"):
        about = series(figures, name).about
        assert about.status == "published"
        assert about.group == Group(
            "SOC 2018", "31-1120", "Home Health and Personal Care Aides", combined=True
        )
    assert series(figures, "bls-wage").median == 34_900


def test_every_combined_code_has_pay(joined: Joined, tables: Tables) -> None:
    """No occupation that the BLS counts with others is without its wage."""
    for code in tables["soc2018-combined"]:
        assert series(joined({"soc2018": code}), "bls-wage").about.status == "published"


def test_own_row_comes_before_a_combined_one(joined: Joined) -> None:
    """A code with a row of its own is of its own group."""
    about = series(joined({"soc2018": "15-2051"}), "bls-wage").about
    assert about.group == Group("SOC 2018", "15-2051", "Data Scientists", combined=False)


def test_health_is_left_out_of_our_copy_of_anthropic(joined: Joined, tables: Tables) -> None:
    """Our copy has no code 29-xxxx, so none is said to be missing from the published table."""
    assert not [code for code in tables["anthropic-2026"] if code.startswith("29-")]
    found = joined({"soc2018": "29-1141"})
    assert series(found, "anthropic-2026").about.status == "left-out"
    assert series(found, "microsoft-2025").about.status == "published"
    assert series(joined({"soc2018": "99-9999"}), "anthropic-2026").about.status == "not-in-table"


def test_pay_by_the_hour_only_has_no_yearly_pay_at_all(tables: Tables) -> None:
    """The "*" of the BLS stands in all yearly columns of an occupation, or in none."""
    for row in tables["bls-wages-2024"].values():
        assert {row[name] == "*" for name in ("p25", "median", "p75")} in ({True}, {False})


@pytest.mark.parametrize(
    "name, percent, tasks",
    [
        ("ilo-2025", 87, 7),
        ("eloundou-gpt4", 96, None),
        ("eloundou-human", 91, None),
        ("microsoft-2025", 96, None),
        ("anthropic-2026", 94, None),
    ],
)
def test_a_score_has_its_rank(joined: Joined, name: str, percent: int, tasks: int | None) -> None:
    """Each measure says how high a data scientist stands among its own occupations."""
    found = series(joined(CODES), name)
    assert (found.rank_percent, found.tasks) == (percent, tasks)


def test_zero_of_anthropic_is_not_a_measurement(joined: Joined) -> None:
    """A zero in Anthropic's table means that nothing was measured."""
    found = series(joined({"soc2018": "11-1031"}), "anthropic-2026")
    assert (found.value, found.about.status) == (None, "not-measured")


def test_zero_of_microsoft_is_a_score(from_row: Joined) -> None:
    """A zero elsewhere is a value like any other."""
    found = series(from_row("microsoft-2025", "soc2018", score="0.0"), "microsoft-2025")
    assert (found.value, found.about.status) == (0.0, "published")


def test_spread_stays_on_the_scale(from_row: Joined) -> None:
    """Mean plus or minus a standard deviation never leaves 0 to 1."""
    wide = from_row("ilo-genai-2025", "isco08", mean="0.9", sd="0.3", band="x")
    assert (series(wide, "ilo-2025").low, series(wide, "ilo-2025").high) == (0.6, 1.0)
    low = from_row("ilo-genai-2025", "isco08", mean="0.1", sd="0.3", band="x")
    assert series(low, "ilo-2025").low == 0.0


def test_alpha_and_gamma_are_the_spread_of_beta(joined: Joined) -> None:
    """Eloundou's measure runs from alpha (without tools) to gamma (with every tool)."""
    found = series(joined(CODES), "eloundou-gpt4")
    assert (found.low, found.value, found.high) == (0.5, 0.75, 1.0)


def test_felten_gives_a_rank(joined: Joined) -> None:
    """Felten's scores appear as a rank out of all occupations, never on a scale from 0 to 1."""
    found = series(joined({"soc2010": "11-1011"}), "felten-2021")
    assert (found.rank, found.ranked, found.value) == (71, 774, None)


def test_role_without_codes_has_no_figure(joined: Joined) -> None:
    """Without any code every figure is missing for lack of a code."""
    assert {(f.value, f.about.status) for f in flat(joined({}))} == {(None, "no-code")}


def test_missing_code_is_missing_only_in_its_table(joined: Joined) -> None:
    """A machine learning engineer has no SOC 2010 code, so only Felten's rank is missing."""
    missing = [f for f in flat(joined(CODES)) if f.about.status != "published"]
    assert [(f.id, f.about.status) for f in missing] == [
        ("uwv-tightness", "not-available"),
        ("felten-2021", "no-code"),
    ]


def test_code_that_a_table_lacks_is_not_in_it(joined: Joined) -> None:
    """A code without a row in a table gives not-in-table there."""
    us = joined({"soc2018": "99-9999", "onet": "99-9999.00", "soc2010": "99-9999"})
    for found in (series(us, "bls-wage"), series(us, "bls-projection"), *us.exposures[1:]):
        assert found.about.status == "not-in-table"
    soldiers = joined({"isco08": "0110"})
    assert series(soldiers, "ilo-2025").about.status == "not-in-table"


def test_group_without_numbers_before_has_no_change(from_row: Joined) -> None:
    """Where one of the two numbers of persons is missing no percentage is made up."""
    figures = from_row("cbs-employed-2025q4", "isco08", before="", now="5000")
    assert series(figures, "cbs-employed").percent is None


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
    joined: Joined, tables: Tables, system: str, table: str
) -> None:
    """For every code, a published figure has a value and a group and a missing one no value."""
    for code in tables[table]:
        for figure in flat(joined({system: code})):
            if figure.about.status == "published":
                assert figure.value is not None, (code, figure)
                assert figure.about.group is not None, (code, figure)
            elif not figure.id.endswith("-people"):  # counted though the pay is kept back
                assert figure.value is None, (code, figure)
            if figure.unit == "score 0-1" and figure.value is not None:
                assert 0 <= figure.value <= 1, (code, figure)


def test_spreads_hold_their_value(joined: Joined, tables: Tables) -> None:
    """For every O*NET and ISCO code the value lies between its low and its high end."""
    codes = [{"onet": code} for code in tables["eloundou-2024"]]
    codes += [{"isco08": code} for code in tables["isco08"]]
    measured = [e for code in codes for e in joined(code).exposures if e.low is not None]
    assert len(measured) > 1000
    for e in measured:
        assert e.low <= e.value <= e.high, e


def test_tightness_is_capped_where_uwv_stops_counting(joined: Joined) -> None:
    """16 vacancies for each person looking means 16 or more; 13.99 is what it says."""
    nurses, engineers = (
        series(joined({"isco08": code}), "uwv-tightness") for code in ("2221", "2151")
    )
    assert (nurses.value, nurses.capped, nurses.class_) == (16, True, "tight")
    assert (engineers.value, engineers.capped) == (13.99, False)
    assert engineers.direction == "tightening-further"


def test_a_group_that_shrinks_has_no_new_places(joined: Joined) -> None:
    """All openings of electrical engineers are of people who leave, while 4,100 jobs go."""
    figures = joined({"isco08": "2151"})
    growth = series(figures, "roa-2030-growth")
    openings = series(figures, "roa-2030-openings")
    assert (growth.people, growth.percent, growth.class_) == (-4_100, -14, "very-low")
    assert openings.expansion == (0, 0)
    assert openings.replacement == (openings.people, openings.percent) == (3_300, 11)


def test_a_group_may_have_a_part_of_the_outlook(from_row: Joined) -> None:
    """Where ROA gives only how hard it will be to find people, the rest is not available."""
    cells = dict.fromkeys(
        ("growth_class", "growth_people", "openings_class", "tightness_class"), ""
    )
    figures = from_row(
        "roa-outlook-2030",
        "isco08",
        **cells,
        bottleneck="0.845",
        bottleneck_class="hardly-any",
    )
    growth = series(figures, "roa-2030-growth")
    assert (growth.people, growth.class_, growth.about.status) == (None, None, "not-available")
    assert series(figures, "uwv-tightness").about.status == "not-available"
    bottleneck = series(figures, "roa-2030-bottleneck")
    assert (bottleneck.itkb, bottleneck.class_) == (0.845, "hardly-any")
