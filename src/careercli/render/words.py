"""Figures in words: how amounts, spans, notes and gaps are written for a reader."""

from collections.abc import Sequence
from typing import NamedTuple

from careercli.figures.derive import is_within_error
from careercli.figures.figures import Change, Exposure, Group
from careercli.locale import Numbers
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import Amounts, Pay, RoleRef, Source, Term
from careercli.render.blocks import Line, Span, line, span

NOTHING = "–"


class Words(NamedTuple):
    """Writes figures in the reader's language; notes point to the sources of the page."""

    numbers: Numbers
    sources: Sequence[Source] = ()

    def note(self, source: str) -> Span:
        """Return the number of a source on this page, as a note: [2]."""
        number = next((s.number for s in self.sources if s.id == source), None)
        return span(f" [{number}]" if number else "", "note")

    def per(self, period: str) -> str:
        """Return "a year" for year, and for EUR/year."""
        name = period.rpartition("/")[2]
        return {"hour": _("an hour"), "month": _("a month"), "year": _("a year")}[name]

    def short(self, value: float) -> str:
        """Return a number with one decimal if it needs one: 38, 37.5."""
        return self.numbers.number(value, 1 if value % 1 else 0)

    def trend(self, trend: str, label: str, arrow: str, arrow_ascii: str) -> Span:
        """Return an outlook word with its arrow."""
        sign = arrow_ascii if self.numbers.ascii_only else arrow
        return span(f"{sign} {label}", f"trend.{trend}")

    def amount(self, value: float | None, unit: str, *, exact: bool = False) -> str:
        """Return an amount of money; converted ones with three digits that mean something."""
        if value is None:
            return NOTHING
        currency, _slash, period = unit.partition("/")
        if period == "hour":
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

    def pay_of(self, role: RoleRef) -> str:
        """Return a role's indicative band for a rung or a row."""
        return self.span_of(role.pay) if role.pay else NOTHING

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
        return f"{group.name} ({group.system} {group.code})" if group else ""

    def change(self, change: Change) -> Line:
        """Return the percent with what it is about, or why there is none."""
        if change.percent is None:
            return line(span(reason(change.status), "muted"), self.note(change.source))
        percent = span(self.numbers.percent(change.percent), "value")
        if change.now is not None:
            detail = _("in a year, to {count} people in work").format(
                count=self.numbers.number(change.now)
            )
            if change.percent and is_within_error(change):
                detail += _("; less than the survey's own error")
        else:
            detail = _("expected over {period}").format(period=change.period.replace("-", "–"))
        about = f" ({change.group.system} {change.group.code})" if change.group else ""
        return line(percent, f" {detail}{about}", self.note(change.source))

    def score(self, exposure: Exposure) -> Line:
        """Return a score with its spread, or a rank, or why there is neither."""
        note = self.note(exposure.source)
        if exposure.rank is not None and exposure.ranked is not None:
            words = _("rank {rank} of {ranked}").format(rank=exposure.rank, ranked=exposure.ranked)
            return line(span(words, "value"), note)
        if exposure.value is None:
            return line(span(reason(exposure.status), "muted"), note)
        spread = ""
        if exposure.low is not None and exposure.high is not None:
            low, high = self.numbers.score(exposure.low), self.numbers.score(exposure.high)
            spread = f" ({low}–{high})"
        return line(span(self.numbers.score(exposure.value), "value"), spread, note)

    def missing_pay(self, pay: Pay) -> Line:
        """Return why a group has no published pay."""
        return line(span(reason(pay.status), "muted"), self.note(pay.source))


def in_brackets(term: Term | None) -> str:
    """Return " (senior)", or nothing for a role without a level."""
    return f" ({term.label})" if term else ""


def reason(status: str) -> str:
    """Return in words why there is no figure."""
    return {
        "suppressed": _("CBS does not publish this figure (suppressed)"),
        "not-in-table": _("not in the published table"),
        "no-code": _("this job has no code in that classification"),
        "not-available": _("not published"),
        "not-measured": _("nothing measured (which is not the same as zero)"),
    }.get(status, NOTHING)


def measure_name(measure: str) -> str:
    """Return the short name of an exposure measure."""
    return {
        "ilo-2025": _("ILO 2025"),
        "eloundou-gpt4": _("Eloundou β, by GPT-4"),
        "eloundou-human": _("Eloundou β, by people"),
        "microsoft-2025": _("Microsoft 2025"),
        "anthropic-2026": _("Anthropic 2026"),
        "felten-2021": _("Felten 2021"),
    }[measure]


def to_three_digits(value: float) -> float:
    """Return 68,800 for 68,764.80: a converted amount is no more exact than its hourly wage."""
    size = len(str(int(abs(value))))
    return float(round(value, 3 - size)) if size > 3 else float(round(value))


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
