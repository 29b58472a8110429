"""Figures in words: how amounts, spans, notes and gaps are written for a reader."""

from collections.abc import Iterable, Sequence

from careercli.figures.figures import About, Exposure, Group
from careercli.figures.tables import KIND_OF
from careercli.locale import Numbers
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import Amounts, Diploma, Minimum, RolePage, RoleRef, RoleRow, Source, Term, Way
from careercli.render.blocks import Line, Span, line, span

NOTHING = "–"


class Words:
    """Writes figures in the reader's language, and numbers the notes of one page.

    A source gets the next number where it is first pointed to; ``notes`` are those so far.
    """

    def __init__(self, numbers: Numbers, sources: Iterable[Source] = ()) -> None:
        self.numbers = numbers
        self._sources = {source.id: source for source in sources}
        self._numbers: dict[str, int] = {}

    def note(self, source: str) -> Span:
        """Return a note that points to a source of the page: [2]."""
        number = self._numbers.setdefault(source, len(self._numbers) + 1)
        return span(f" [{number}]", "note")

    @property
    def notes(self) -> tuple[tuple[int, Source], ...]:
        """The notes of which a number was written, in order."""
        return tuple((number, self._sources[source]) for source, number in self._numbers.items())

    def source(self, key: str) -> Source:
        """Return a source of the page."""
        return self._sources[key]

    def per(self, period: str) -> str:
        """Return "a year" for year, and for EUR/year."""
        name = period.rpartition("/")[2]
        return {
            "hour-worked": _("an hour worked"),
            "hour": _("an hour"),
            "month": _("a month"),
            "year": _("a year"),
        }[name]

    def period(self, period: str) -> str:
        """Return "2025–2030" for 2025-2030."""
        return period.replace("-", "–")

    def short(self, value: float) -> str:
        """Return a number with one decimal if it needs one: 38, 37.5."""
        return self.numbers.number(value, 1 if value % 1 else 0)

    def tick(self, value: float) -> str:
        """Return the end of an axis of pay: 20k, 1.7k, 24."""
        return (
            f"{self.short(round(value / 1000, 1))}k" if value >= 1000 else self.short(round(value))
        )

    def trend(self, trend: str, label: str, arrow: str, arrow_ascii: str) -> Span:
        """Return an outlook word with its arrow."""
        sign = arrow_ascii if self.numbers.ascii_only else arrow
        return span(f"{sign} {label}".rstrip(), f"trend.{trend}")

    def amount(self, value: float | None, unit: str, *, exact: bool = False) -> str:
        """Return an amount of money; converted ones with three digits that mean something."""
        if value is None:
            return NOTHING
        currency, _slash, period = unit.partition("/")
        if period in ("hour", "hour-worked"):
            return self.numbers.money(value, currency, 2)
        return self.numbers.money(value if exact else to_three_digits(value), currency)

    def span_of(self, amounts: Amounts, *, exact: bool = False, bare: bool = False) -> str:
        """Return "€53,400 – €68,800 – €85,800", or "from €85,800" without a high end.

        With ``bare`` only the ends, where the middle stands elsewhere.
        """
        if amounts.low is None:
            return NOTHING
        low = self.amount(amounts.low, amounts.unit, exact=exact)
        if amounts.high is None:
            return _("from {amount}").format(amount=low)
        ends = [low, self.amount(amounts.high, amounts.unit, exact=exact)]
        if amounts.median is not None and not bare:
            ends.insert(1, self.amount(amounts.median, amounts.unit, exact=exact))
        return " – ".join(ends)

    def pay_of(self, role: RoleRef | RoleRow) -> str:
        """Return the pay that a role is mentioned with; a star where the minimum is told."""
        if role.pay is None:
            return NOTHING
        return self.span_of(role.pay) + (" *" if role.below_minimum else "")

    def brief_pay_of(self, role: RoleRow) -> str:
        """Return the same where a column has little room: €46.8k–60.3k–75.2k."""
        return self.brief(role.pay, below_minimum=role.below_minimum) if role.pay else NOTHING

    def known_pay_of(self, role: RoleRow) -> str:
        """Return the same in a sentence: that it is unknown, if it is."""
        return self.brief_pay_of(role) if role.pay else _("pay unknown")

    def brief(self, pay: Amounts, *, below_minimum: bool = False) -> str:
        """Return amounts with as few signs as they can be read in, and the star of the minimum."""
        star = " *" if below_minimum else ""
        if pay.low is None or pay.high is None or not pay.unit.endswith("/year"):
            return self.span_of(pay) + star
        currency = pay.unit.partition("/")[0]
        ends = (pay.low, pay.median, pay.high)
        thousands = [self.numbers.number(end / 1000, 1) + "k" for end in ends if end is not None]
        first = self.numbers.money(pay.low / 1000, currency, 1) + "k"
        return "–".join((first, *thousands[1:])) + star

    def origins(self, role: RoleRow) -> str:
        """Return where an imported role is from: ESCO, or ESCO and O*NET where both have it."""
        return ", ".join(origin.label for origin in (role.origin, *role.also))

    def thousands_of(self, role: RoleRow) -> str:
        """Return the same beside a bar, whose head names the unit: 47–60–75."""
        if role.pay is None:
            return NOTHING
        period = role.pay.unit.rpartition("/")[2]
        size, decimals = {"year": (1000, 0), "month": (1000, 1)}.get(period, (1, 0))
        ends = (role.pay.low, role.pay.median, role.pay.high)
        told = (self.numbers.number(end / size, decimals) for end in ends if end is not None)
        return "–".join(told) + (" *" if role.below_minimum else "")

    def way_in(self, way: Way | None) -> str:
        """Return whether a job is open with what somebody has, or after which study."""
        if way is None or way.study is None:
            return _("now, in its field") if way and way.in_its_field else _("now")
        low, high = way.years or (0, 0)
        years = f"{low}–{high}" if high > low else str(low)
        told = _("{study}, {years} y").format(study=way.study.short, years=years)
        return told + (" +" if way.and_on else "")

    def in_thousands(self, period: str) -> str:
        """Return the unit of those figures: in €1,000 a year."""
        if period == "hour":
            return _("in euros an hour")
        amount = self.numbers.money(1000, "EUR")
        return _("in {amount} {per}").format(amount=amount, per=self.per(period))

    def minimum(self, minimum: Minimum) -> str:
        """Return what is said where a quarter of a group earns less than an adult must."""
        amount = self.amount(minimum.amount, minimum.unit, exact=True)
        return _(
            "Many in this group are pupils and students on youth wages; an adult earns at least "
            "{amount} {per} by law (from {date}; {then} when {year} began, the year of this pay)"
        ).format(
            amount=amount,
            per=self.per(minimum.unit),
            date=minimum.since_text,
            then=self.amount(minimum.then, minimum.unit, exact=True),
            year=minimum.year,
        )

    def noted_minimum(self, minimum: Minimum) -> Line:
        """Return the same with its source, for a page that explains its notes."""
        return line(self.minimum(minimum), self.note(minimum.source), ".")

    def starred(self, minimum: Minimum) -> Line:
        """Return the same for a page on which such amounts have a star."""
        return line("* ", *self.noted_minimum(minimum))

    def years(self, years: tuple[int, int] | None) -> str:
        """Return "3–6 years"."""
        if years is None:
            return ""
        if years[0] == years[1]:
            return _n("{count} year", "{count} years", years[0]).format(count=years[0])
        return _("{low}–{high} years").format(low=years[0], high=years[1])

    def people(self, count: int | None) -> str:
        """Return "316,000 employees"."""
        if count is None:
            return ""
        return _("{count} employees").format(count=self.numbers.number(count))

    def group(self, group: Group | None) -> str:
        """Return "Software and application developers (BRC 2014 0811)"."""
        return f"{group.name} ({self.code(group)})" if group else ""

    def code(self, group: Group) -> str:
        """Return "SOC 2018 31-1120, counted together" for a combined group, else the code alone."""
        together = _(", counted together") if group.combined else ""
        return f"{group.system} {group.code}{together}"

    def score(self, exposure: Exposure, *, noted: bool = True) -> Line:
        """Return a score or a rank, and than how many it is higher; or why there is neither.

        Not ``noted`` where a heading has the source.
        """
        if exposure.rank is not None:
            words = _("rank {rank} of {ranked}").format(rank=exposure.rank, ranked=exposure.ranked)
        elif exposure.value is not None:
            words = self.numbers.score(exposure.value)
        else:
            return self.missing(exposure.about)
        higher = ""
        if exposure.rank_percent is not None:
            higher = _(", higher than {percent}%").format(percent=exposure.rank_percent)
        note = self.note(exposure.about.source) if noted else ""
        return line(span(words, "value"), higher, note)

    def spread(self, exposure: Exposure) -> str:
        """Return between which scores a score lies, and what the two are."""
        if exposure.low is None or exposure.high is None:
            return ""
        low, high = self.numbers.score(exposure.low), self.numbers.score(exposure.high)
        if exposure.spread == "alpha-to-gamma":
            return _("{low} by the model alone, {high} with all tools").format(low=low, high=high)
        if exposure.tasks is None:
            return f"{low}–{high}"
        return _n(
            "{low}–{high} over {count} task", "{low}–{high} over {count} tasks", exposure.tasks
        ).format(low=low, high=high, count=exposure.tasks)

    def missing(self, about: About) -> Line:
        """Return why there is no figure."""
        return line(span(reason(about.status), "muted"), self.note(about.source))


def brief_diploma(diploma: Diploma | None) -> str:
    """Return a diploma as a column has room for it: mbo 4, hbo, AD."""
    if diploma is None:
        return NOTHING
    return {"none": _("none"), "associate-degree": "AD"}.get(diploma.id, diploma.short)


def interest(page: RolePage, letter: str) -> str:
    """Return what a letter of a page's interests stands for."""
    kind = next(kind for kind in page.interest_kinds if kind.id == KIND_OF[letter])
    return f"{kind.label}: {kind.meaning}"


def in_brackets(term: Term | None) -> str:
    """Return " (senior)", or nothing for a role without a level."""
    return f" ({term.label})" if term else ""


def reason(status: str) -> str:
    """Return in words why there is no figure."""
    return {
        "suppressed": _("CBS does not publish this figure (suppressed)"),
        "not-in-table": _("not in the published table"),
        "left-out": _("left out of our copy"),
        "no-code": _("this job has no code in that classification"),
        "not-available": _("not published"),
        "hourly-only": _("published by the hour only; not in our copy"),
        "not-measured": _("nothing measured (which is not the same as zero)"),
    }.get(status, NOTHING)


def to_three_digits(value: float) -> float:
    """Return 68,800 for 68,764.80: a converted amount is no more exact than its hourly wage."""
    size = len(str(int(abs(value))))
    return float(round(value, 3 - size)) if size > 3 else float(round(value))


def above(
    floor: float, low: float, middle: float | None, high: float | None
) -> tuple[float | None, float | None, float | None]:
    """Return what of a range lies above a floor: low, middle and high; all None if nothing does."""
    if high is not None and high <= floor:
        return None, None, None
    return max(low, floor), middle if middle and middle >= floor else None, high


def nice_axis(values: Sequence[float], ticks: int = 5) -> tuple[float, float, list[float]]:
    """Return start, end and round tick values of an axis that holds all values."""
    low, high = min(values), max(values)
    step = _round_step(max(high - low, high * 0.1, 1.0) / ticks)
    start = step * (low // step)
    count = max(1, int(-(-(high - start) // step)))
    return start, start + step * count, [start + step * i for i in range(count + 1)]


def _round_step(rough: float) -> float:
    power = 1.0
    while power * 10 <= rough:
        power *= 10
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= rough)
