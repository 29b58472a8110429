"""What is shown of pay: amounts, of whom they are, and what the law asks at least."""

from typing import NamedTuple

from careercli.figures.figures import About


class Amounts(NamedTuple):
    """Pay per one period: low and high end, and the median where there is one.

    ``high`` is None for "from low upwards".
    """

    low: float | None
    median: float | None
    high: float | None
    unit: str


class Pay(NamedTuple):
    """One statement about pay: in the unit asked for, and as it was published.

    ``quartiles`` names what low and high are ("p25", "p75"), empty for a range.
    ``below_minimum``: a quarter of the group earns less than the law asks for an adult.
    """

    about: About
    shown: Amounts
    as_published: Amounts
    quartiles: tuple[str, ...] = ()
    top_coded: tuple[str, ...] = ()
    people: int | None = None
    below_minimum: bool = False


class Position(NamedTuple):
    """Where a level usually stands in the pay of its group: the editors' rule, in words."""

    text: str
    source: str


class Minimum(NamedTuple):
    """The legal minimum of an adult since a day, per the page's period and working week."""

    amount: float
    unit: str
    since: str
    since_text: str
    source: str


class Salary(NamedTuple):
    """All that is known of a role's pay, per hour, month or year.

    ``groups`` are the groups that it is counted in, as each table has them, the Dutch one first;
    ``published`` is a range that a site gives for this very job. A year has ``weeks_per_year``
    weeks of worked hours, as ``weeks_source`` says; it is None where nothing is converted so.
    ``minimum`` is told where a quarter of the group earns less.
    """

    per: str
    hours_per_week: float
    weeks_per_year: float
    weeks_source: str | None
    groups: tuple[Pay, ...]
    published: Pay | None
    position: Position | None
    minimum: Minimum | None

    @property
    def group(self) -> Pay | None:
        """The Dutch group, or the segment above it where its own pay is kept back."""
        dutch = [pay for pay in self.groups if pay.about.region == "NL"]
        known = (pay for pay in dutch if pay.shown.median is not None)
        return next(known, dutch[0] if dutch else None)

    @property
    def kept_back(self) -> Pay | None:
        """The Dutch group itself, where it is the segment above it that is shown."""
        dutch = [pay for pay in self.groups if pay.about.region == "NL"]
        return dutch[0] if dutch and dutch[0] != self.group else None

    @property
    def references(self) -> tuple[Pay, ...]:
        """The pay of groups abroad."""
        return tuple(pay for pay in self.groups if pay.about.region != "NL")
