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
    """The legal minimum of an adult since a day, per the page's period and working week.

    ``then`` is the one that was in force when ``year``, the year of the pay, began.
    """

    amount: float
    unit: str
    since: str
    since_text: str
    then: float
    year: str
    source: str


class EmployeesOnly(NamedTuple):
    """How many of the people in work in a group are the employees whose pay is published.

    Told where many are self-employed: what these earn is nowhere in it.
    """

    employees: int
    in_work: int
    period: str
    source: str


class Salary(NamedTuple):
    """All that is known of a role's pay, per hour, month or year.

    ``group`` is the Dutch group that it is counted in, or the segment above that where the group's
    own pay is ``kept_back``; ``references`` are groups abroad. ``published`` is a range that a
    site gives for this very job. A year has ``weeks_per_year``
    weeks of worked hours, as ``weeks_source`` says; it is None where nothing is converted so.
    ``minimum`` is told where a quarter of the group earns less. ``position`` is None where the
    pay is not that of the group's adults alone: of a segment, or with many on youth wages.
    """

    per: str
    hours_per_week: float
    weeks_per_year: float
    weeks_source: str | None
    group: Pay | None
    kept_back: Pay | None
    references: tuple[Pay, ...]
    published: Pay | None
    employees_only: EmployeesOnly | None
    position: Position | None
    minimum: Minimum | None

    @property
    def groups(self) -> tuple[Pay, ...]:
        """What each table has of the groups that it is counted in."""
        return tuple(filter(None, (self.kept_back, self.group, *self.references)))
