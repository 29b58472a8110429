"""The page of one role."""

from collections.abc import Callable, Iterable, Sequence

from careercli.figures.figures import Interests
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import (
    AiImpact,
    Grouped,
    Imported,
    Occupation,
    Related,
    RolePage,
    Step,
    Written,
)
from careercli.render import BELOW_OVERVIEW, SECTIONS, load
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
from careercli.render.layout import group, occupation, outlook
from careercli.render.layout.common import paragraphs, source_notes, vacancy_links
from careercli.render.layout.exposure import caveat, groups, mark, measures, strip
from careercli.render.layout.overview import overview
from careercli.render.words import Words, in_brackets, interest

Maker = Callable[[RolePage, Words], Section]


def document(
    page: RolePage, words: Words, sections: Sequence[str] = (), *, brief: bool = False
) -> Document:
    """Return the page laid out: the overview, then every section that has something to say.

    ``brief`` is the overview alone. Where ``sections`` are named there are those alone, in that
    order. The sources come last: they are those that were pointed to. Asked for alone they are
    those of the whole page.
    """
    head = headline(page, words)
    named = [name for name in sections if name != "sources"]
    first = None if named else overview(page, words)
    if brief:
        return Document(head, (), first)
    names = named or [name for name in SECTIONS if name != "sources"]
    makers = SECTIONS if named else {**SECTIONS, **BELOW_OVERVIEW}
    made: list[Section] = [load(makers[name])(page, words) for name in names]
    kept = [section for section in made if section.blocks]
    if not kept:
        nothing = _("There is nothing about this in {name}.").format(name=_origin_name(page))
        kept = [Section("nothing", "", (Paragraph(line(nothing)),))]
    if sections and not named:
        kept = []
    return Document(head, (*kept, sources(page, words)), None if sections else first)


def _origin_name(page: RolePage) -> str:
    return page.body.occupation.name if isinstance(page.body, Imported) else page.title


def headline(page: RolePage, words: Words) -> Headline:
    """Return title, level and category, what the job is in one sentence, and the outlook."""
    title = line(span(page.title, "title"))
    badges = tuple(_badges(page, words))
    told = line(page.summary)
    if isinstance(page.body, Grouped):
        told = group.led_here(page, page.body, words)
    return Headline(title, badges, (told, *outlook.at_a_glance(page.outlook, words)))


def _badges(page: RolePage, words: Words) -> Iterable[Line]:
    """Yield level and category; of an imported role its classification and group."""
    gap = span(" · ", "muted")
    match page.body:
        case Written(category=category, level=level):
            short = span(level.label, "badge")
            yield line(short, gap, span(category.label, "badge"))
            yield line(short)
        case Imported(occupation):
            whose = line(span(occupation.name, "badge"), words.note(occupation.source))
            if counted := occupation.group:
                yield line(*whose, gap, f"{counted.system} {counted.code} {counted.name}")
            yield whose
        case Grouped() as body:
            yield group.badge(page, body, words)


def description(page: RolePage, words: Words) -> Section:
    """Return what somebody in the job does."""
    if isinstance(page.body, Imported):
        return occupation.description(page, page.body.occupation)
    if isinstance(page.body, Grouped):
        return group.description(page.body, words)
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
    if first.lower().startswith(("uni", "eu", "one", "use")):
        return False  # said with a consonant: a university lecturer
    return first[0].lower() in ("aefhilmnorsx" if spelled_out else "aeiou")


def career(page: RolePage, words: Words) -> Section:
    """Return how people grow, and where the number of jobs is going."""
    text = paragraphs(page.body.career) if isinstance(page.body, Written) else ()
    facts = tuple(outlook.facts(page.outlook, words))
    return Section("career", _("Career perspective"), (*text, *([Facts(facts)] if facts else [])))


def ai(page: RolePage, words: Words) -> Section:
    """Return what shifts and the advice, then the measures of exposure on one strip."""
    impact = page.ai_impact
    blocks = [*paragraphs(impact.text), *_shifts(impact)]
    if impact.advice:
        blocks += [Subhead(_("What to do about it")), *paragraphs(impact.advice)]
    if impact.exposures:
        marks = [mark(exposure.about.label, exposure, words) for exposure in impact.exposures]
        blocks += [
            *([Subhead(_("How exposed the work is"))] if blocks else []),
            strip(marks, words),
            caveat(impact.exposure_note),
            *groups(impact.exposures, words),
            measures(impact.exposures, words),
        ]
    return Section("ai", _("AI impact"), tuple(blocks))


def _shifts(impact: AiImpact) -> tuple[Block, ...]:
    if not impact.automates:
        return ()
    return (
        Facts(
            (
                (_("Taken over"), line(", ".join(impact.automates))),
                (_("Helped along"), line(", ".join(impact.augments))),
            )
        ),
    )


def ladder(page: RolePage, words: Words) -> Section:
    """Return the rungs next to the role."""
    title = _("Career ladder")
    if not isinstance(page.body, Written):
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
    called = page.body.typed if isinstance(page.body, Grouped) else None
    open_one = Hint(_("Whole addresses, or open one"), f"careers vacancies {called or page.slug}")
    return Section("vacancies", _("Current vacancies"), (vacancy_links(page.vacancies), open_one))


def discover(page: RolePage, words: Words) -> Section:
    """Return roles that ask for many of the same skills, and a classification's neighbours."""
    related = tuple(_related(found) for found in page.related)
    blocks: list[Block] = []
    if related:
        blocks += [Subhead(_("Related roles")), Bullets(related)]
    if isinstance(page.body, Imported):
        blocks += occupation.neighbours(page.body.occupation)
    if isinstance(page.body, Grouped):
        blocks += group.comparable(page.body, words)
    return Section("discover", _("Discover more"), tuple(blocks))


def _related(found: Related) -> Line:
    count = len(found.shared_skills)
    shared = _n("{count} skill in common", "{count} skills in common", count)
    return line(
        role_span(found.role),
        span(f"{in_brackets(found.role.level)}: ", "muted"),
        shared.format(count=count),
    )


def interests(page: RolePage, words: Words) -> Section:
    """Return which of Holland's six kinds of interest the work asks for."""
    rows: list[tuple[str, Line]] = []
    for found in page.interests:
        letters = line(*_letters(found, page), words.note(found.about.source))
        rows.append((found.about.label, letters))
        if found.about.group:
            rows.append((_("The group"), line(words.group(found.about.group))))
    if isinstance(page.body, Grouped) and page.body.linked_interests:
        rows += group.interests(page.body.linked_interests, page, words)
    note = _("Of the work, not of the person: a kind that is yours is a reason to look closer.")
    blocks = (Facts(tuple(rows)), Paragraph(line(span(note, "muted")))) if rows else ()
    return Section("interests", _("Interests"), blocks)


def _letters(found: Interests, page: RolePage) -> Iterable[Span]:
    for place, letter in enumerate(found.letters):
        yield span(f"{'; ' if place else ''}{letter} ", "value" if not place else "label")
        yield span(interest(page, letter))


def sources(page: RolePage, words: Words) -> Section:
    """Return the notes that were pointed to so far, and where the text is from: laid out last."""
    where_from = Paragraph(line(*_where_from(page)))
    more = Hint(_("Addresses, licences and what to beware of"), f"careers sources {page.slug}")
    return Section("sources", _("Sources"), (source_notes(words), more, *_filed(page), where_from))


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
    said = [f"{found.name} {found.code}".strip()]
    if found.release:
        said.append(_("release {release}").format(release=found.release))
    said.append(_("imported on {date}: {link}").format(date=found.imported, link=found.link))
    return ", ".join(said)


def _own_file(page: RolePage, written: Written) -> Iterable[str]:
    if page.origin == "user":
        yield " " + _("This is your own file: {path}.").format(path=written.file)
        if written.replaces_shipped:
            yield " " + _("It replaces the role of that name that comes with careers.")
