"""How the job is learned, what is asked besides a diploma, and what the working life is like."""

from collections.abc import Iterable, Iterator

from careercli.locale import translate as _
from careercli.pages import (
    Admission,
    Condition,
    Diploma,
    Education,
    Grouped,
    Imported,
    RolePage,
    Training,
    Written,
)
from careercli.render.blocks import (
    Block,
    Bullets,
    Facts,
    Line,
    Paragraph,
    Section,
    Span,
    Subhead,
    Table,
    line,
    span,
)
from careercli.render.layout import occupation
from careercli.render.layout.common import paragraphs
from careercli.render.words import NOTHING, Words


def education(page: RolePage, words: Words) -> Section:
    """Return the diplomas that are asked, the ways to learn the job, and who may start them."""
    if isinstance(page.body, Imported):
        return occupation.preparation(page.body.occupation, words)
    if isinstance(page.body, Grouped):
        return Section("education", _("Training and education"), ())
    body = page.body
    blocks: list[Block] = [Facts(tuple(_asked(body.education, words)))]
    for heading, later in ((_("Ways in"), False), (_("Once you have begun"), True)):
        found = [training for training in body.training if training.later is later]
        if found:
            blocks += [Subhead(heading), _table(found, words)]
    blocks += paragraphs(body.education.text)
    if body.education.admissions:
        rows = tuple(
            (found.diploma.label, _admission(found)) for found in body.education.admissions
        )
        blocks += [Subhead(_("Who may start, by law")), Facts(rows)]
    return Section("education", _("Training and education"), tuple(blocks))


def _asked(asked: Education, words: Words) -> Iterator[tuple[str, Line]]:
    yield _("At least"), _diploma(asked.minimum, asked.source, words)
    if asked.usual.id != asked.minimum.id:
        yield _("Usually"), _diploma(asked.usual, asked.source, words)
    if asked.minimum.id == "none":  # what the law asks of everybody
        duty = _("beside school or in a bbl, until you have mbo level 2, havo or vwo")
        yield _("Under 18"), line(duty, span(" (Leerplichtwet 1969, art. 4a)", "muted"))
    for label, terms in (
        (_("School profile"), asked.profiles),
        (_("With"), asked.subjects),
        (_("Helpful"), asked.subjects_helpful),
    ):
        if terms:
            yield label, line(", ".join(term.label for term in terms))


def _diploma(diploma: Diploma, source: str | None, words: Words) -> Line:
    name = span(diploma.label, "value")
    if diploma.nlqf is None or source is None:
        return line(name)
    return line(name, f", NLQF/EQF {diploma.nlqf}", words.note(source))


def _table(trainings: Iterable[Training], words: Words) -> Table:
    heads = (_("Training"), _("Level"), _("Years"), _("How"))
    return Table(heads, tuple(_row(training, words) for training in trainings))


def _row(training: Training, words: Words) -> tuple[Line, ...]:
    modes = ", ".join(mode.label for mode in training.modes)
    level = training.level.label if training.level else NOTHING
    return (line(training.name), line(level), line(_years(training)), line(modes or NOTHING))


def _years(training: Training) -> str:
    """Return "4", "1–2", or "1–2, after 3" of what builds on another programme."""
    if training.years is None:
        return NOTHING
    years = _range(training.years)
    if training.years_before:
        years = _("{years}, after {before}").format(
            years=years, before=_range(training.years_before)
        )
    return years


def _range(years: tuple[int, int]) -> str:
    return str(years[0]) if years[0] == years[1] else f"{years[0]}–{years[1]}"


def _admission(found: Admission) -> Line:
    diplomas = " · ".join(diploma.label for diploma in found.after)
    return line(
        _("with {diplomas}").format(diplomas=diplomas), *_by(found.law, found.read, found.link)
    )


def _by(law: str, read: str | None, link: str) -> Iterator[Span]:
    """Yield the law behind a statement, the day of the text that was read, and who keeps it."""
    text = _(", text of {date}").format(date=read) if read else ""
    yield span(f" ({law}{text}; ", "muted")
    yield span(link.split("/")[2].removeprefix("www."), "link", link)
    yield span(")", "muted")


def conditions(page: RolePage, words: Words) -> Section:
    """Return what is asked besides a diploma, each with its law and register."""
    found = page.body.conditions if isinstance(page.body, Written) else ()
    blocks = (Bullets(tuple(_condition(condition) for condition in found)),) if found else ()
    return Section("conditions", _("Conditions"), blocks)


def _condition(condition: Condition) -> Line:
    return line(condition.label, *_by(condition.law, condition.read, condition.link))


def work(page: RolePage, words: Words) -> Section:
    """Return what marks the working life, by what it is about."""
    groups: dict[str, list[str]] = {}
    if not isinstance(page.body, Written) or page.body.work_source is None:
        return Section("work", _("Working life"), ())
    for trait in page.body.work:
        groups.setdefault(trait.group.label, []).append(trait.label)
    rows = tuple((group, line(", ".join(labels))) for group, labels in groups.items())
    usual = span(_("What is usual, as the editors judge it"), "muted")
    note = Paragraph(line(usual, words.note(page.body.work_source)))
    return Section("work", _("Working life"), (Facts(rows), note))
