"""What a role pays, in the period that the reader asked for."""

from collections.abc import Iterable, Mapping

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.facts import PublishedRange
from careercli.figures.derive import convert, indicative_band, quartiles_of
from careercli.figures.figures import About, Quartiles
from careercli.locale import translate as _
from careercli.pages import Amounts, Pay, Salary


def salary_of(
    catalogue: Catalogue,
    wages: Iterable[Quartiles],
    codes: Mapping[str, str],
    published: PublishedRange | None = None,
    level: str | None = None,
) -> Salary:
    """Return all that is known of a role's pay.

    ``published`` is a range for this very job. Without a ``level`` there is nothing to cut from
    the group's pay.
    """
    wages = tuple(wages)
    indicative = None
    if level:
        quartiles = quartiles_of(catalogue.more("levels", level), codes["isco08"])
        indicative = _indicative(catalogue, wages[0], tuple(quartiles))
    return Salary(
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        published=_published(catalogue, published) if published else None,
        groups=tuple(_group(catalogue, wage) for wage in wages),
        indicative=indicative,
    )


def _converted(catalogue: Catalogue, amounts: Amounts, region: str) -> Amounts:
    reader = catalogue.reader
    currency, _slash, period = amounts.unit.partition("/")

    def new(amount: float | None) -> float | None:
        if amount is None:
            return None
        return round(convert(amount, period, reader.per, reader.hours_per_week, region), 2)

    return Amounts(
        new(amounts.low), new(amounts.median), new(amounts.high), f"{currency}/{reader.per}"
    )


def _published(catalogue: Catalogue, found: PublishedRange) -> Pay:
    amounts = Amounts(found.low, None, found.high, f"{found.currency}/{found.period}")
    about = About(
        series="published",
        label=_("This job, published"),
        group=None,
        region=found.region,
        period=str(catalogue.sources([found.source])[0].year),
        source=found.source,
        status="published",
    )
    return Pay(about, _converted(catalogue, amounts, found.region), amounts)


def _group(catalogue: Catalogue, wage: Quartiles) -> Pay:
    amounts = Amounts(wage.p25, wage.median, wage.p75, wage.unit)
    return Pay(
        about=wage.about,
        shown=_converted(catalogue, amounts, wage.about.region),
        as_published=amounts,
        quartiles=("p25", "median", "p75"),
        top_coded=wage.top_coded,
        people=wage.people,
    )


def _indicative(catalogue: Catalogue, wage: Quartiles, quartiles: tuple[str, ...]) -> Pay | None:
    """Return the part of the group's pay that a level suggests; None if none is published."""
    band = indicative_band(quartiles, wage)
    if band is None:
        return None
    amounts = Amounts(band[0], None, band[1], wage.unit)
    return Pay(
        about=wage.about._replace(series="indicative", source=EDITORS),
        shown=_converted(catalogue, amounts, wage.about.region),
        as_published=amounts,
        quartiles=quartiles,
        people=wage.people,
    )
