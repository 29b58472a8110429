"""What a role pays, in the period that the reader asked for."""

from collections.abc import Iterable

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.facts import PublishedRange
from careercli.figures.figures import About, Change, Quartiles, RoleFigures
from careercli.figures.pay import leads_others
from careercli.locale import translate as _
from careercli.pages import Amounts, EmployeesOnly, Pay, Position, Salary


def salary_of(
    catalogue: Catalogue,
    figures: RoleFigures,
    published: PublishedRange | None = None,
    position: Position | None = None,
) -> Salary:
    """Return all that is known of a role's pay.

    ``published`` is a range for this very job; ``position`` says where its level stands.
    """
    groups = tuple(_group(catalogue, wage) for wage in figures.pay)
    dutch = [pay for pay in groups if pay.about.region == "NL"]
    known = (pay for pay in dutch if pay.shown.median is not None)
    group = next(known, dutch[0] if dutch else None)
    kept_back = next((pay for pay in dutch if pay is not group), None)
    is_typical = group is not None and kept_back is None and not group.below_minimum
    is_converted = any(
        pay.as_published.unit == "EUR/hour-worked" and pay.shown.median for pay in groups
    )
    return Salary(
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        weeks_per_year=catalogue.pay_rules.paid_weeks,
        weeks_source=catalogue.weeks_source if is_converted else None,
        group=group,
        kept_back=kept_back,
        references=tuple(pay for pay in groups if pay not in dutch),
        published=_published(catalogue, published) if published else None,
        employees_only=_employees_only(dutch[0], figures.outlook) if dutch else None,
        position=position if is_typical else None,
        minimum=catalogue.minimum_for(group.about.period, group) if group else None,
    )


FEW_EMPLOYEES = 0.7
"""The share of employees among people in work below which a page says whose pay it is."""


def _employees_only(group: Pay, changes: Iterable[Change]) -> EmployeesOnly | None:
    """Return how many of a group are employees, if less than most are."""
    for change in changes:
        about = change.about
        if about.group != group.about.group or not change.now or not group.people:
            continue
        if group.people < FEW_EMPLOYEES * change.now:
            return EmployeesOnly(group.people, change.now, about.period, about.source)
    return None


def position_of(catalogue: Catalogue, level: str, isco08: str | None) -> Position:
    """Return where a level usually stands in the pay of a group."""
    said = catalogue.more("levels", level)
    among = said["position_among_leaders"] if isco08 and leads_others(isco08) else None
    return Position((among or said["position"])[catalogue.reader.language], EDITORS)


def _published(catalogue: Catalogue, found: PublishedRange) -> Pay:
    amounts = Amounts(found.low, None, found.high, f"{found.currency}/{found.period}")
    period = str(catalogue.sources([found.source])[0].year)
    about = About(
        series="published",
        label=_("One site says, {year}").format(year=period),
        group=None,
        region=found.region,
        period=period,
        source=found.source,
        status="published",
    )
    return Pay(about, catalogue.in_period(amounts, found.region), amounts)


def _group(catalogue: Catalogue, wage: Quartiles) -> Pay:
    amounts = Amounts(wage.p25, wage.median, wage.p75, wage.unit)
    is_dutch = wage.about.region == "NL"
    return Pay(
        about=wage.about,
        shown=catalogue.in_period(amounts, wage.about.region),
        as_published=amounts,
        quartiles=("p25", "median", "p75"),
        top_coded=wage.top_coded,
        people=wage.people,
        below_minimum=is_dutch and catalogue.pay_rules.is_below_minimum(wage),
    )
