"""The page of one role."""

from collections.abc import Callable, Iterable, Sequence

from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import (
    AiImpact,
    Diploma,
    Imported,
    Occupation,
    Regulation,
    Related,
    RolePage,
    Step,
    Written,
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
from careercli.render.layout import occupation, outlook
from careercli.render.layout.common import paragraphs, source_notes, vacancy_links
from careercli.render.layout.exposure import caveat, groups, mark, strip
from careercli.render.layout.salary import at_a_glance
from careercli.render.words import Words, in_brackets

Maker = Callable[[RolePage, Words], Section]


def document(page: RolePage, words: Words, sections: Sequence[str] = ()) -> Document:
    """Return the page laid out; only the named sections if any are named, in that order.

    A section of which the role's origin says nothing is left out. The sources come last: they
    are those that were pointed to. Asked for alone they are those of the whole page.
    """
    head = headline(page, words)
    named = [name for name in sections if name != "sources"]
    names = named or [name for name in SECTIONS if name != "sources"]
    made: list[Section] = [load(SECTIONS[name])(page, words) for name in names]
    kept = [section for section in made if section.blocks]
    if not kept:
        nothing = _("There is nothing about this in {name}.").format(name=_origin_name(page))
        kept = [Section("nothing", "", (Paragraph(line(nothing)),))]
    if sections and not named:
        kept = []
    return Document(head, (*kept, sources(page, words)))


def _origin_name(page: RolePage) -> str:
    return page.body.occupation.name if isinstance(page.body, Imported) else page.title


def headline(page: RolePage, words: Words) -> Headline:
    """Return title, category, level, outlook, pay, and what the job is in one sentence."""
    title = line(span(page.title, "title"))
    badges, future = line(*_badges(page, words)), outlook.at_a_glance(page.outlook, words)
    return Headline((title, badges, future, *at_a_glance(page, words), line(page.summary)))


def _badges(page: RolePage, words: Words) -> Iterable[Span]:
    """Yield category and level; of an imported role its classification and group."""
    gap = span(" · ", "muted")
    match page.body:
        case Written(category=category, level=level):
            yield from (span(category.label, "badge"), gap, span(level.label, "badge"))
        case Imported(occupation):
            yield from (span(occupation.name, "badge"), words.note(occupation.source))
            if group := occupation.group:
                yield from (gap, span(f"{group.system} {group.code} {group.name}"))


def description(page: RolePage, words: Words) -> Section:
    """Return what somebody in the job does."""
    if isinstance(page.body, Imported):
        return occupation.description(page, page.body.occupation)
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
    if isinstance(page.body, Imported):
        return occupation.preparation(page.body.occupation, words)
    asked = page.body.education
    rows = [
        (_("At least"), _diploma(asked.minimum, asked.source, words)),
        (_("Usually"), _diploma(asked.usual, asked.source, words)),
    ]
    if asked.minimum.id == "none":  # what the law asks of everybody: Leerplichtwet 1969, art. 4a
        duty = _("beside school or in a bbl, until you have mbo level 2, havo or vwo")
        rows.append((_("Under 18"), line(duty)))
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


def _diploma(diploma: Diploma, source: str | None, words: Words) -> Line:
    name = span(diploma.label, "value")
    if diploma.nlqf is None or source is None:
        return line(name)
    return line(name, f", NLQF/EQF {diploma.nlqf}", words.note(source))


def _regulation(regulated: Regulation) -> Line:
    host = regulated.link.split("/")[2].removeprefix("www.")
    return line(f"{regulated.label} ", span(f"({host})", "muted", regulated.link))


def _listed(items: Iterable[str]) -> str:
    return ", ".join(items)


def career(page: RolePage, words: Words) -> Section:
    """Return how people grow, and where the number of jobs is going."""
    facts = Facts(tuple(outlook.facts(page.outlook, words)))
    text = paragraphs(page.body.career) if isinstance(page.body, Written) else ()
    return Section("career", _("Career perspective"), (*text, facts))


def ai(page: RolePage, words: Words) -> Section:
    """Return the measures of exposure on one strip, what shifts, and the advice."""
    impact = page.ai_impact
    if not impact.exposures:
        return Section("ai", _("AI impact"), ())
    marks = [mark(exposure.about.label, exposure, words) for exposure in impact.exposures]
    advice = (Subhead(_("What to do about it")), *paragraphs(impact.advice))
    return Section(
        "ai",
        _("AI impact"),
        (
            strip(marks, words),
            caveat(impact.exposure_note),
            *groups(impact.exposures, words),
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
    title = _("Career ladder")
    if isinstance(page.body, Imported):
        return Section("ladder", title, ())
    steps, blocks = page.body.ladder, list[Block]()
    for heading, rungs in (
        (_("The next rung"), steps.up),
        (_("Further on and sideways"), steps.leads_to),
        (_("Typical previous roles"), steps.previous),
    ):
        if rungs:
            items = tuple(_step_words(step, words) for step in rungs)
            blocks += [Subhead(heading), Bullets(items)]
    if steps.note:
        blocks += paragraphs(steps.note)
    blocks.append(Hint(_("The whole ladder, with pay"), f"careers ladder {page.slug}"))
    return Section("ladder", title, tuple(blocks))


def _step_words(step: Step, words: Words) -> Line:
    years = f", {words.years(step.years)}" if step.years else ""
    return line(
        role_span(step.role),
        span(f"{in_brackets(step.role.level)}{years}", "muted"),
        words.note(step.source) if step.source else "",
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
    match page.body:
        case Written(studies=studies) if studies:
            blocks += [Subhead(_("Studies")), Bullets(tuple(line(study) for study in studies))]
        case Imported(found):
            blocks += occupation.neighbours(found)
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
    """Return the notes that were pointed to so far, and where the text is from: laid out last."""
    where_from = Paragraph(line(*_where_from(page)))
    return Section("sources", _("Sources"), (source_notes(words), *_filed(page), where_from))


def _filed(page: RolePage) -> Iterable[Paragraph]:
    """Tell where ESCO files the job in another group than that of the figures."""
    match page.body:
        case Written(esco_isco08=str(esco)) if esco != page.codes["isco08"]:
            told = _(
                "ESCO files this occupation under ISCO-08 {esco}; the Dutch figures on this page "
                "are of ISCO-08 {isco08}."
            ).format(esco=esco, isco08=page.codes["isco08"])
            yield Paragraph(line(span(told, "muted")))


def _where_from(page: RolePage) -> Iterable[str | Span]:
    match page.body:
        case Written(reviewed_text=day) as written:
            yield span(_("Text last reviewed on {date}.").format(date=day), "muted")
            yield from _own_file(page, written)
        case Imported(found):
            yield span(_release(found), "muted")


def _release(found: Occupation) -> str:
    return _("{name} {code}, release {release}, imported on {date}: {link}").format(
        name=found.name,
        code=found.code,
        release=found.release or "?",
        date=found.imported,
        link=found.link,
    )


def _own_file(page: RolePage, written: Written) -> Iterable[str]:
    if page.origin == "user":
        yield " " + _("This is your own file: {path}.").format(path=written.file)
        if written.replaces_shipped:
            yield " " + _("It replaces the role of that name that comes with careers.")
