"""What a role pays, in the period that the reader asked for."""

from collections.abc import Iterable

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.facts import PublishedRange
from careercli.figures.figures import About, Quartiles
from careercli.figures.pay import leads_others
from careercli.locale import translate as _
from careercli.pages import Amounts, Pay, Position, Salary


def salary_of(
    catalogue: Catalogue,
    wages: Iterable[Quartiles],
    published: PublishedRange | None = None,
    position: Position | None = None,
) -> Salary:
    """Return all that is known of a role's pay.

    ``published`` is a range for this very job; ``position`` says where its level stands.
    """
    groups = tuple(_group(catalogue, wage) for wage in wages)
    dutch = [pay for pay in groups if pay.about.region == "NL"]
    known = (pay for pay in dutch if pay.shown.median is not None)
    group = next(known, dutch[0] if dutch else None)
    is_converted = any(
        pay.as_published.unit == "EUR/hour-worked" and pay.shown.median for pay in groups
    )
    return Salary(
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        weeks_per_year=catalogue.pay_rules.paid_weeks,
        weeks_source=catalogue.weeks_source if is_converted else None,
        group=group,
        kept_back=next((pay for pay in dutch if pay is not group), None),
        references=tuple(pay for pay in groups if pay not in dutch),
        published=_published(catalogue, published) if published else None,
        position=position,
        minimum=catalogue.minimum_for(groups),
    )


def position_of(catalogue: Catalogue, level: str, isco08: str) -> Position:
    """Return where a level usually stands in the pay of a group."""
    said = catalogue.more("levels", level)
    among = said["position_among_leaders"] if leads_others(isco08) else None
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
