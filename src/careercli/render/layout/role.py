"""The page of one role."""

from collections.abc import Callable, Iterable, Sequence

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import (
    AiImpact,
    Outlook,
    Regulation,
    Related,
    RolePage,
    Step,
    is_told,
)
from careercli.render import SECTIONS, load
from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Facts,
    Headline,
    Hint,
    Line,
    Paragraph,
    Section,
    Span,
    Subhead,
    line,
    role_span,
    span,
)
from careercli.render.layout import occupation
from careercli.render.layout.common import paragraphs, source_notes, vacancy_links
from careercli.render.layout.exposure import strip
from careercli.render.layout.salary import at_a_glance
from careercli.render.words import Words, in_brackets, measure_name

Maker = Callable[[RolePage, Words], Section]


def document(page: RolePage, words: Words, sections: Sequence[str] = ()) -> Document:
    """Return the page laid out; only the named sections if any are named.

    A section of which the role's source says nothing is left out.
    """
    makers: list[Maker] = [load(SECTIONS[name]) for name in sections or SECTIONS]
    made = tuple(section for make in makers if (section := make(page, words)).blocks)
    if sections and not made:
        nothing = _("There is nothing about this in {name}.").format(name=_source_name(page))
        made = (Section("nothing", "", (Paragraph(line(nothing)),)),)
    return Document(headline(page, words), made)


def _source_name(page: RolePage) -> str:
    return page.occupation.name if page.occupation else page.title


def headline(page: RolePage, words: Words) -> Headline:
    """Return title, category, level, outlook, pay, and what the job is in one sentence."""
    trend = (_trend(page.outlook, words), words.note(page.outlook.source))
    badges = [*_badges(page, words), *trend]
    title = line(span(page.title, "title"))
    return Headline((title, line(*badges), at_a_glance(page, words), line(page.summary)))


def _badges(page: RolePage, words: Words) -> Iterable[Span]:
    """Yield category and level; of an imported role its classification and group."""
    if page.occupation:
        yield span(page.occupation.name, "badge")
        yield words.note(page.occupation.source)
        yield span(" · ", "muted")
        if group := page.occupation.group:
            yield span(f"{group.system} {group.code} {group.name}")
            yield span(" · ", "muted")
    for term in (page.category, page.level):
        if term:
            yield span(term.label, "badge")
            yield span(" · ", "muted")


def _trend(outlook: Outlook, words: Words) -> Span:
    return words.trend(outlook.trend, outlook.label, outlook.arrow, outlook.arrow_ascii)


def description(page: RolePage, words: Words) -> Section:
    """Return what somebody in the job does."""
    if page.occupation:
        return occupation.description(page, page.occupation)
    title = in_sentence(page.title)
    question = _("What does an {title} do?") if takes_an(title) else _("What does a {title} do?")
    return Section("description", question.format(title=title), paragraphs(page.description))


def in_sentence(title: str) -> str:
    """Return a title as it stands in a sentence: machine learning engineer, NLP engineer."""
    words = (word.lower() if word[1:].islower() else word for word in title.split())
    return " ".join(words)


def takes_an(title: str) -> bool:
    """Return whether English says "an" before a title: an AI consultant, an MLOps engineer."""
    first = title.split()[0]
    spelled_out = first[:2].isupper()
    return first[0].lower() in ("aefhilmnorsx" if spelled_out else "aeiou")


def education(page: RolePage, words: Words) -> Section:
    """Return diplomas with their level, the school profile, and what can stand in for them."""
    asked = page.education
    if asked is None:
        return Section("education", _("Required education"), occupation.preparation(page, words))
    note = words.note(asked.source)
    rows = [
        (
            label,
            line(
                span(diploma.label, "value"),
                f", NLQF/EQF {diploma.nlqf}" if diploma.nlqf else "",
                note if diploma.nlqf else "",
            ),
        )
        for label, diploma in ((_("At least"), asked.minimum), (_("Usually"), asked.usual))
    ]
    if asked.profiles:
        rows.append((_("School profile"), line(_listed(term.label for term in asked.profiles))))
    if asked.subjects:
        rows.append((_("With"), line(_listed(term.label for term in asked.subjects))))
    if asked.subjects_helpful:
        rows.append((_("Helpful"), line(_listed(t.label for t in asked.subjects_helpful))))
    if asked.work_based:
        rows.append((_("Learning at work"), line(_("possible: paid work and training together"))))
    if asked.regulated:
        rows.append((_("The law"), _regulation(asked.regulated)))
    return Section(
        "education", _("Required education"), (Facts(tuple(rows)), *paragraphs(asked.text))
    )


def _regulation(regulated: Regulation) -> Line:
    host = regulated.link.split("/")[2].removeprefix("www.")
    return line(f"{regulated.label} ", span(f"({host})", "muted", regulated.link))


def _listed(items: Iterable[str]) -> str:
    return ", ".join(items)


def career(page: RolePage, words: Words) -> Section:
    """Return how people grow, and where the number of jobs is going."""
    outlook = page.outlook
    facts = Facts(
        (
            (
                _("Outlook"),
                line(
                    _trend(outlook, words),
                    words.note(outlook.source),
                ),
            ),
            *(
                (label, words.change(change))
                for label, change in (
                    (_("Netherlands"), outlook.netherlands),
                    (_("United States"), outlook.united_states),
                )
                if is_told(change, page.occupation)
            ),
        )
    )
    return Section("career", _("Career perspective"), (*paragraphs(page.career), facts))


def ai(page: RolePage, words: Words) -> Section:
    """Return the measures of exposure on one strip, what shifts, and the advice."""
    impact = page.ai_impact
    measures = tuple(
        (measure_name(e.measure), e) for e in impact.exposures if is_told(e, page.occupation)
    )
    if not measures:
        return Section("ai", _("AI impact"), ())
    advice = (Subhead(_("What to do about it")), *paragraphs(impact.advice))
    caveat = _(
        "Exposure: how much of the work AI could touch, from 0 to 1. It is not the chance of "
        "losing the job. The measures ask different questions, and disagree. In brackets the "
        "spread: over the job's tasks (ILO), or from the model alone to all tools (Eloundou)."
    )
    return Section(
        "ai",
        _("AI impact"),
        (
            strip(measures, words),
            Paragraph(line(span(caveat, "muted"))),
            *paragraphs(impact.text),
            *_shifts(impact),
            *(advice if impact.advice else ()),
        ),
    )


def _shifts(impact: AiImpact) -> tuple[Block, ...]:
    if not impact.automates:
        return ()
    return (
        Facts(
            (
                (_("Taken over"), line(_listed(impact.automates))),
                (_("Helped along"), line(_listed(impact.augments))),
            )
        ),
    )


def ladder(page: RolePage, words: Words) -> Section:
    """Return the rungs next to the role."""
    blocks: list[Block] = []
    for title, steps in (
        (_("The next rung"), page.ladder.up),
        (_("Further on and sideways"), page.ladder.leads_to),
        (_("Typical previous roles"), page.ladder.previous),
    ):
        if steps:
            items = tuple(_step_words(step, words) for step in steps)
            blocks += [Subhead(title), Bullets(items)]
    if page.ladder.note:
        blocks += paragraphs(page.ladder.note)
    if page.level:
        blocks.append(Hint(_("The whole ladder, with pay"), f"careers ladder {page.slug}"))
    return Section("ladder", _("Career ladder"), tuple(blocks))


def _step_words(step: Step, words: Words) -> Line:
    years = f", {words.years(step.years)}" if step.years else ""
    return line(
        role_span(step.role),
        span(f"{in_brackets(step.role.level)}{years}", "muted"),
        words.note("editors") if step.years else "",
    )


def vacancies(page: RolePage, words: Words) -> Section:
    """Return links to current vacancies."""
    open_one = Hint(_("Whole addresses, or open one"), f"careers vacancies {page.slug}")
    return Section("vacancies", _("Current vacancies"), (vacancy_links(page.vacancies), open_one))


def discover(page: RolePage, words: Words) -> Section:
    """Return roles that ask for many of the same skills, and studies."""
    related = tuple(_related(found) for found in page.related)
    blocks: list[Block] = []
    if related:
        blocks += [Subhead(_("Related roles")), Bullets(related)]
    if page.studies:
        studies = tuple(line(study) for study in page.studies)
        blocks += [Subhead(_("Studies")), Bullets(studies)]
    if page.occupation:
        blocks += occupation.neighbours(page.occupation)
    return Section("discover", _("Discover more"), tuple(blocks))


def _related(found: Related) -> Line:
    count = len(found.shared_skills)
    shared = _n("{count} skill in common", "{count} skills in common", count)
    return line(
        role_span(found.role),
        span(f"{in_brackets(found.role.level)}: ", "muted"),
        shared.format(count=count),
    )


def sources(page: RolePage, words: Words) -> Section:
    """Return the numbered notes, and when the page was last read over."""
    closing = (span(_where_from(page), "muted"), *_origin(page))
    return Section("sources", _("Sources"), (source_notes(page.sources), Paragraph(line(*closing))))


def _where_from(page: RolePage) -> str:
    """Return when the text was read over, or what it was imported from."""
    found = page.occupation
    if found is None:
        return _("Text last reviewed on {date}.").format(date=page.reviewed_text)
    return _("{name} {code}, release {release}, imported on {date}: {link}").format(
        name=found.name,
        code=found.code,
        release=found.release or "?",
        date=found.imported,
        link=found.link,
    )


def _origin(page: RolePage) -> Iterable[str | Span]:
    if page.origin == "user":
        yield " " + _("This is your own file: {path}.").format(path=page.file)
        if page.replaces_shipped:
            yield " " + _("It replaces the role of that name that comes with careers.")
