"""What one published figure looks like, with everything that a reader may ask of it.

``status`` says why a number is there or not:

- ``published``: the number stands in the table;
- ``suppressed``: the publisher keeps it back (too few people asked, or too uncertain);
- ``not-in-table``: the table has no row for the code;
- ``left-out``: the publisher's table has a row for the code, our copy has not;
- ``no-code``: the role has no code to look the number up with;
- ``not-available``: the publisher says that there is no such number;
- ``hourly-only``: the publisher has pay by the hour only, our copy has it by the year;
- ``not-measured``: the table has a zero that means "nothing was measured".
"""

from typing import NamedTuple, TypeVar


class Group(NamedTuple):
    """The group of jobs that a number is about: never just the one role.

    ``combined`` says that the table counts the role's code together with others in it.
    """

    system: str
    code: str
    name: str
    combined: bool = False


class About(NamedTuple):
    """Whose figure it is, of whom, where and when; ``label`` is what a page calls it."""

    series: str
    label: str
    group: Group | None
    region: str
    period: str
    source: str
    status: str


class Quartiles(NamedTuple):
    """Pay of a group: a quarter earns less than p25, half less than the median.

    ``top_coded`` names the quartiles of which only a lower bound is published.
    """

    about: About
    p25: float | None
    median: float | None
    p75: float | None
    unit: str
    people: int | None
    top_coded: tuple[str, ...] = ()


class Growth(NamedTuple):
    """How many more jobs a forecast expects in a group by the end of the period, or fewer.

    ``class_`` is how that compares with other groups: very-low, low, average, high, very-high.
    """

    about: About
    people: int | None
    percent: float | None
    class_: str | None


class Jobs(NamedTuple):
    """A number of jobs, and what part that is of all jobs in the group today, in percent."""

    people: int | None
    percent: float | None


class Openings(NamedTuple):
    """How many jobs of a group open up over the period: new ones, and those of people who leave.

    ``class_`` is one of those of growth.
    """

    about: About
    people: int | None
    percent: float | None
    class_: str | None
    expansion: Jobs
    replacement: Jobs


class Bottleneck(NamedTuple):
    """How hard it will be for employers to find people by the end of the period.

    ``itkb`` is ROA's indicator, lower where people are scarcer; ``class_`` none, hardly-any,
    some, large or very-large.
    """

    about: About
    itkb: float | None
    class_: str | None


class Tightness(NamedTuple):
    """How many vacancies stand open now for each person who looks for work.

    ``capped`` says that it is ``value`` or more; ``class_`` is average or tight; ``direction``
    is where it is going: tightening-further, stays-tight, tightening, balanced,
    towards-balance or easing.
    """

    about: About
    value: float | None
    capped: bool
    class_: str | None
    direction: str | None


class Change(NamedTuple):
    """Employment of a group: percent over the period, with the persons behind it.

    ``percent`` is None where a survey cannot tell the change from chance.
    """

    about: About
    percent: float | None
    before: int | None = None
    now: int | None = None


class Exposure(NamedTuple):
    """One measure of how much of a group's work AI could touch; never a chance of losing it.

    ``value`` lies on a scale from 0 to 1 with ``low`` and ``high`` as its spread
    (``spread`` says of what; ``tasks`` over how many), or there is a ``rank`` out of
    ``ranked``, 1 the most exposed. ``rank_percent`` is the share of the measure's own
    occupations that score lower, in whole percents. ``letter`` stands for the measure where there
    is room for one only.
    """

    about: About
    unit: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    spread: str | None = None
    band: str | None = None
    rank: int | None = None
    ranked: int | None = None
    rank_percent: int | None = None
    tasks: int | None = None
    letter: str | None = None


class Interests(NamedTuple):
    """Which interests the work of a group asks for, by Holland's six kinds, from 1 to 7.

    ``letters`` are those of the kinds that stand out, the strongest first: R, I, A, S, E, C.
    """

    about: About
    letters: tuple[str, ...]
    realistic: float | None
    investigative: float | None
    artistic: float | None
    social: float | None
    enterprising: float | None
    conventional: float | None


class LeadingKind(NamedTuple):
    """A kind of interest that leads in several occupations: it stands out in ``among`` of them.

    In ``first`` of them it is the strongest. ``letter`` as in Interests.
    """

    letter: str
    first: int
    among: int


Forecast = Growth | Openings | Bottleneck | Tightness
Record = Quartiles | Forecast | Change | Exposure | Interests


_Kind = TypeVar("_Kind", Growth, Openings, Bottleneck, Tightness)


class RoleFigures(NamedTuple):
    """All published figures of one role's codes, in the order of data/tables.toml."""

    pay: tuple[Quartiles, ...]
    forecast: tuple[Forecast, ...]
    outlook: tuple[Change, ...]
    exposures: tuple[Exposure, ...]
    interests: tuple[Interests, ...]

    def records(self) -> tuple[Record, ...]:
        """Return all of them."""
        return (*self.pay, *self.forecast, *self.outlook, *self.exposures, *self.interests)

    def expected(self, kind: type[_Kind]) -> _Kind | None:
        """Return what is forecast of one kind; None where no table has such figures."""
        return next((record for record in self.forecast if isinstance(record, kind)), None)


class Figure(NamedTuple):
    """One number as published, flat, for whoever scripts."""

    id: str
    value: float | None
    unit: str
    about: About
