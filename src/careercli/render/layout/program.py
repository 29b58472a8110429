"""What the program says of itself: where to begin, help, settings, where everything is."""

import re
from collections.abc import Iterable

from careercli.choices import word_of
from careercli.locale import spoken
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.pages import (
    ConfigPage,
    Explained,
    ExplainPage,
    HelpPage,
    HelpRow,
    PathsPage,
    Place,
    RoleRow,
    Set,
    StartPage,
)
from careercli.render.blocks import (
    Block,
    Definitions,
    Document,
    Facts,
    Headline,
    Line,
    Link,
    Links,
    Paragraph,
    Rest,
    Section,
    line,
    role_span,
    span,
)
from careercli.render.layout.outlook import each
from careercli.render.words import NOTHING, Words


def start_document(page: StartPage, words: Words) -> Document:
    """Return the start page: a question a line, then some jobs, then the fields."""
    number = words.numbers.number
    jobs = _n("{count} job", "{count} jobs", page.roles).format(count=number(page.roles))
    if page.occupations:
        jobs += ", " + _("{count} occupations").format(count=number(page.occupations))
    about = _("{jobs} · Netherlands · every figure sourced · offline").format(jobs=jobs)
    title = line(
        span("careers", "title"),
        "  ",
        _("what a job is, pays, asks, leads to, and what AI does to it"),
    )
    asked = ((line(row.question), line(span(row.command, "command"))) for row in page.questions)
    sections = [Section("questions", "", (Definitions(tuple(asked)),))]
    if page.wanted:
        told = _("{shown} of {count} jobs that employers seek people for; others tomorrow").format(
            shown=len(page.wanted), count=number(page.of_wanted)
        )
        rows = tuple((line(role_span(role)), _wanted(role, words)) for role in page.wanted)
        source = _("The group's median {per}: CBS, {year}; vacancies: UWV, {quarter}.").format(
            per=words.per(page.per), year=page.pay_period, quarter=page.tightness_period
        )
        told_of = Rest(line(span(f"  {source}", "muted")))
        sections.append(Section("wanted", told, (Definitions(rows), told_of)))
    other = {"en": ("Nederlands?", "nl"), "nl": ("English?", "en")}[page.language]
    more = line(
        _("All commands: "),
        span("careers --help", "command"),
        f"  ·  {other[0]} ",
        span(f"careers config lang {other[1]}", "command"),
    )
    sections.append(Section("more", "", (Definitions(((more, ()),)),)))
    return Document(Headline(title, (), (line(span(about, "muted")),)), tuple(sections))


def _wanted(role: RoleRow, words: Words) -> Line:
    """Return the median pay of a role's group, and how many vacancies there are for a seeker."""
    seekers = _("{count} vacancies a seeker").format(count=each(role.tightness or 0, words))
    median = words.amount(role.pay.median, role.pay.unit) if role.pay else ""
    return line(span(median, "value"), f" · {seekers}")


def explain_document(page: ExplainPage, words: Words) -> Document:
    """Return what a word means; of all words, the first sentence of each."""
    if page.whole:
        rows = tuple(
            (line(span(word.title, "role")), line(_first_sentence(word.text)))
            for word in page.words
        )
        hint = line(_("More of one: "), span("careers explain mbo", "command"))
        return Document(
            None,
            (
                Section("words", _("Words explained"), (Definitions(rows),)),
                Section("hint", "", (Paragraph(hint),)),
            ),
        )
    return Document(None, tuple(_explained(word) for word in page.words))


def _explained(word: Explained) -> Section:
    blocks: list[Block] = [Paragraph(line(word.text))]
    rows = []
    if word.law and word.read:
        told = _("{law}, text of {date}").format(law=word.law, date=word.read)
        rows.append((_("Law"), line(told)))
    if word.see:
        rows.append((_("See also"), line(", ".join(other.label for other in word.see))))
    blocks += [Facts(tuple(rows))] if rows else []
    if word.link:
        blocks.append(Links((Link(_("Read on"), word.link, word.link),)))
    return Section(word.id, word.title, tuple(blocks))


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=\.)\s", text, maxsplit=1)[0]


def help_document(page: HelpPage, words: Words) -> Document:
    """Return the help of a command."""
    usage = Paragraph(line(_("Usage:"), " ", span(page.usage, "command")))
    texts = [Paragraph(line(text)) for text in page.texts]
    sections = [Section("usage", "", (usage, *texts))]
    sections += [
        Section(f"part-{number}", part.title, (_defined(part.rows),))
        for number, part in enumerate(page.parts)
    ]
    if page.examples:
        sections.append(Section("examples", _("Examples"), (_defined(page.examples),)))
    return Document(None, tuple(sections))


def _defined(rows: Iterable[HelpRow]) -> Definitions:
    return Definitions(tuple((line(span(row.name, "command")), line(row.text)) for row in rows))


def config_document(page: ConfigPage, words: Words) -> Document:
    """Return what is set, by whom, and where everything is; a single setting by itself."""
    if len(page.settings) == 1:
        (only,) = page.settings
        return Document(None, (Section("settings", "", (Paragraph(line(_value(only))),)),))
    width = max(len(_value(one)) for one in page.settings)
    rows = tuple(
        (
            line(span(word_of(one.name, page.language), "command")),
            line(span(_value(one).ljust(width), "value"), span(f"  {_origin(one)}", "muted")),
        )
        for one in page.settings
    )
    sections = [Section("settings", _("Settings"), (Definitions(rows),))]
    if page.places:
        sections.append(_places(page.places))
    month = word_of("month", page.language)
    hint = line(_("To set one: "), span(f"careers config per {month}", "command"))
    sections.append(Section("hint", "", (Paragraph(hint),)))
    return Document(None, tuple(sections))


def _value(setting: Set) -> str:
    """Return a value in the reader's words; a language, a number or a command as it is."""
    if not setting.value:
        return NOTHING
    value = word_of(setting.value, spoken())
    return value.replace(".", ",") if setting.name == "hours" and spoken() == "nl" else value


def _origin(setting: Set) -> str:
    return {
        "environment": _("by the environment: CAREERS_{name}").format(name=setting.name.upper()),
        "file": _("by your settings file"),
        "default": _("usual here"),
    }[setting.origin]


def paths_document(page: PathsPage, words: Words) -> Document:
    """Return where everything is."""
    return Document(None, (_places(page.places),))


def _places(places: Iterable[Place]) -> Section:
    labels = {
        "data": _("Shipped data"),
        "roles": _("Your own roles"),
        "imports": _("Imports"),
        "catalogue": _("Compiled catalogue"),
        "settings": _("Your settings"),
    }
    rows = tuple(
        (
            line(labels[place.id]),
            line(place.path, "" if place.exists else span(" " + _("(not there yet)"), "muted"))
            if place.path
            else line(span(_("none, for want of a home folder; set HOME"), "muted")),
        )
        for place in places
    )
    return Section("paths", _("Where things are"), (Definitions(rows),))
