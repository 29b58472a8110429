"""How role files are written: what ``careers check --strict`` asks besides the truth.

Each rule takes a draft and the library and yields problems, as the checks do; the
bounds and phrases that they go by are data (``data/style.toml``). A warning is a rule that
is told without ``--strict`` too. A reminder is one that time alone breaks: it is told, but
fails nothing.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from careercli.locale import LANGUAGES, later
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.names import name_key
from careercli.roles.lint.codes import Found, aliases_are_of_its_group
from careercli.roles.lint.facts import Rule
from careercli.roles.problems import Problem, some
from careercli.roles.reading import PROSE, Draft, runs_of_words, sentences
from careercli.roles.workspace import Workspace

SKILLS = (8, 25)
ESSENTIAL_SKILLS = 4
REVIEW_HOLDS = timedelta(days=365)

# A number by itself: "3D" and "B2B" are words.
_FIGURE = re.compile(
    r"(?<!\w)\d[\d.,]*(?!\w)|[€$£%‰]|\b(?:EUR|USD|euros?|dollars?|per ?cent|procent)\b",
    re.IGNORECASE,
)

# At 18, mbo 4, 2,080 hours: but neither 18.5 nor 40%, nor the year 2026.
_ASKED = re.compile(
    r"(?<!\S)\d[\d.,]*(?= (?:years?|months?|weeks?|hours?|jaar|maanden|weken|uur)\b)"
    r"|(?<!\S)\d\d?(?=[ ;:,.)](?!\d)|$)"
)


def languages_are_complete(draft: Draft, library: Workspace) -> Found:
    """Both languages have aliases, and no text was left in the other language."""
    for language in LANGUAGES:
        if language in draft.data and not any(draft.strings(f"{language}.aliases.*")):
            yield draft.problem(
                (language, "aliases"),
                _("has no other title"),
                _("add the titles that people search for"),
            )
    for name in PROSE:
        text = draft.string(f"nl.{name}")
        if text and text == draft.string(f"en.{name}"):
            yield draft.problem(
                ("nl", name), _("is the same as in English"), _("write it in Dutch")
            )


def texts_have_a_sensible_length(draft: Draft, library: Workspace) -> Found:
    """No text is too short to say something or too long to be read."""
    for language in LANGUAGES:
        for name, (least, most) in library.style.lengths.items():
            for loc, text in draft.strings(f"{language}.{name}"):
                length = len(" ".join(text.split()))
                if length and not least <= length <= most:
                    yield draft.problem(
                        loc,
                        _n("has {count} character", "has {count} characters", length).format(
                            count=length
                        ),
                        _("write between {least} and {most}").format(least=least, most=most),
                    )


def prose_holds_no_figure(draft: Draft, library: Workspace) -> Found:
    """Figures stand in fields with a source: no number, currency or year in a text.

    What law and school ask are facts of ``education``: ages, levels, so many years or hours.
    """
    for loc, text in _texts(draft):
        if found := _FIGURE.search(_ASKED.sub("", text) if loc[1] == "education" else text):
            yield draft.problem(
                loc,
                _('holds a figure ("{figure}")').format(figure=found[0]),
                _("say it in words, or leave it out"),
            )


def no_phrase_is_banned(draft: Draft, library: Workspace) -> Found:
    """No cliché and no wording that shuts somebody out (data/style.toml)."""
    for loc, text in _texts(draft):
        phrases = library.style.banned_in(str(loc[0]))
        for found in sorted({found.lower() for found in phrases.findall(text)}):
            yield draft.problem(
                loc,
                _('says "{phrase}"').format(phrase=found),
                _("say what you mean by it, in plain words"),
            )


def no_sentence_is_said_twice(draft: Draft, library: Workspace) -> Found:
    """No sentence stands in two roles, nor twice in one."""
    own: set[str] = set()
    for loc, text in _texts(draft):
        for sentence in sentences(text):
            key = name_key(sentence)
            others = library.said_by.get(key, set()) - {draft.slug}
            if others or key in own:
                where = some(others) or _("this role already")
                yield draft.problem(
                    loc,
                    _('"{text}" stands in {roles}').format(text=_short(sentence), roles=where),
                    _("write a sentence of its own"),
                )
            own.add(key)


def no_passage_is_shared(draft: Draft, library: Workspace) -> Found:
    """No eight words in a row stand in two roles: each is written for itself."""
    for loc, text in _texts(draft):
        for run in runs_of_words(text):
            if others := library.said_by.get(run, set()) - {draft.slug}:
                yield draft.problem(
                    loc,
                    _('"{text}" stands in {roles}').format(text=run, roles=some(others)),
                    _("say it in words of its own"),
                )
                break  # the next run overlaps this one


def no_sentence_is_long(draft: Draft, library: Workspace) -> Found:
    """A sentence is short enough to be read aloud in one breath."""
    most = library.style.most.words
    for loc, text in _texts(draft):
        for sentence in sentences(text):
            count = len(sentence.split())
            if count > most:
                yield draft.problem(
                    loc,
                    _('"{text}" has {count} words').format(text=_short(sentence), count=count),
                    _("write sentences of {most} words at most").format(most=most),
                )


def descriptions_begin_plainly(draft: Draft, library: Workspace) -> Found:
    """The first sentence says what the reader would do there, before any scene."""
    for language, words in library.style.opening.items():
        text = draft.string(f"{language}.description").strip()
        if text and not text.startswith(tuple(f"{word} " for word in words)):
            yield draft.problem(
                (language, "description"),
                _('begins with "{text}"').format(text=_short(next(sentences(text)))),
                _("say first where one works and with whom: {words} ...").format(words=words[0]),
            )


def no_turn_is_everywhere(draft: Draft, library: Workspace) -> Found:
    """No turn of phrase marks the house rather than the job (data/style.toml)."""
    most = library.style.most.turn
    told = set()
    for loc, text in _texts(draft):
        for turn in library.style.turns_in(str(loc[0])).findall(text):
            others = library.turned_by.get(turn.casefold(), set()) - {draft.slug}
            if len(others) >= most and turn.casefold() not in told:
                told.add(turn.casefold())
                yield draft.problem(
                    loc,
                    _n(
                        '"{text}" stands in {count} other role',
                        '"{text}" stands in {count} other roles',
                        len(others),
                    ).format(text=turn, count=len(others)),
                    _("say it otherwise: {most} roles at most may have it").format(most=most),
                )


def ladders_do_not_crowd(draft: Draft, library: Workspace) -> Found:
    """No role is where everybody goes: only those who really do lead to it."""
    most = library.style.most.led_to
    for loc, target in draft.targets():
        others = library.led_to_by.get(target, set()) - {draft.slug}
        if len(others) >= most:
            yield draft.problem(
                loc,
                _n(
                    "{count} other role leads to {role}",
                    "{count} other roles lead to {role}",
                    len(others),
                ).format(count=len(others), role=target),
                _("leave it out where few go that way: {most} at most").format(most=most),
                target,
            )


def skills_are_enough(draft: Draft, library: Workspace) -> Found:
    """A role asks for 8 to 25 skills, at least 4 of them essential."""
    essential, all_skills = (
        sum(1 for _ in found) for found in (draft.strings("skills.essential.*"), draft.skills())
    )
    least, most = SKILLS
    if not least <= all_skills <= most:
        yield draft.problem(
            ("skills",),
            _n("has {count} skill", "has {count} skills", all_skills).format(count=all_skills),
            _("name between {least} and {most}").format(least=least, most=most),
        )
    if essential < ESSENTIAL_SKILLS:
        yield draft.problem(
            ("skills", "essential"),
            _n("has {count} essential skill", "has {count} essential skills", essential).format(
                count=essential
            ),
            _("name at least {least} without which nobody is hired").format(least=ESSENTIAL_SKILLS),
        )


_TO_TELL = {
    "training": later("say how the job is learned (docs/role-files.md)"),
    "work": later("say what marks the work (docs/role-files.md)"),
}


def training_and_work_are_told(draft: Draft, library: Workspace) -> Found:
    """The role says how it is learned, at what level, and what its working life is like."""
    for key, instead in _TO_TELL.items():
        if not draft.data.get(key):
            yield draft.problem((key,), _("is missing"), _(instead))
    named, leveled = (
        {loc[1] for loc, _text in draft.strings(f"training.*.{key}")} for key in ("nl", "level")
    )
    for place in sorted(named - leveled):
        yield draft.problem(
            ("training", place, "level"), _("is missing"), _("say which diploma it ends with")
        )


def trainings_have_one_name(draft: Draft, library: Workspace) -> Found:
    """A training of one name and level is called the same in English wherever it stands."""
    for place, level, dutch, english in draft.trainings():
        names = library.trainings.get((level, dutch), {})
        for other, roles in names.items():
            if other != english and (elsewhere := roles - {draft.slug}):
                yield draft.problem(
                    ("training", place, "en"),
                    _('calls "{name}" otherwise than {roles}').format(
                        name=dutch, roles=some(elsewhere)
                    ),
                    _('call it "{name}", or mend it there').format(name=other),
                )
                break


def ladder_is_connected(draft: Draft, library: Workspace) -> Found:
    """At least one step joins the role to another one."""
    outward = any(target in library.drafts for _, target in draft.targets())
    if not outward and not library.led_to_by.get(draft.slug, set()) - {draft.slug}:
        yield draft.problem(
            ("ladder",),
            _("joins the role to no other"),
            _("name a role above or beside it, or name this one in another's ladder"),
        )


def review_is_recent(draft: Draft, library: Workspace) -> Found:
    """The text was read over within the last year, and not on a day to come."""
    reviewed = draft.data.get("reviewed")
    if type(reviewed) is not date:  # a date and time, or no date: the model says so
        return
    if reviewed < date.today() - REVIEW_HOLDS:
        yield draft.problem(
            ("reviewed",),
            _("{date} is over a year ago").format(date=reviewed),
            _("read the file again, set the day"),
        )
    elif reviewed > date.today():
        yield draft.problem(
            ("reviewed",),
            _("{date} is still to come").format(date=reviewed),
            _("set the day of review"),
        )


WARNINGS: tuple[Rule, ...] = (aliases_are_of_its_group,)
STYLE: tuple[Rule, ...] = (
    *WARNINGS,
    languages_are_complete,
    texts_have_a_sensible_length,
    prose_holds_no_figure,
    no_phrase_is_banned,
    no_sentence_is_said_twice,
    no_passage_is_shared,
    no_sentence_is_long,
    descriptions_begin_plainly,
    no_turn_is_everywhere,
    ladders_do_not_crowd,
    skills_are_enough,
    training_and_work_are_told,
    trainings_have_one_name,
    ladder_is_connected,
)
REMINDERS: tuple[Rule, ...] = (review_is_recent,)


def style_problems(drafts: Iterable[Draft], library: Workspace) -> list[Problem]:
    """Return what the writing of these drafts lacks, in order of file and line."""
    return _found(STYLE, drafts, library)


def warnings(drafts: Iterable[Draft], library: Workspace) -> list[Problem]:
    """Return what a check that is not strict tells without failing, in order of file and line."""
    return _found(WARNINGS, drafts, library)


def reminders(drafts: Iterable[Draft], library: Workspace) -> list[Problem]:
    """Return what should be looked at again in these drafts, in order of file and line."""
    return _found(REMINDERS, drafts, library)


def _found(rules: Iterable[Rule], drafts: Iterable[Draft], library: Workspace) -> list[Problem]:
    readable = [draft for draft in drafts if not draft.unread]
    return sorted({p for draft in readable for rule in rules for p in rule(draft, library)})


def _texts(draft: Draft) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for language in LANGUAGES:
        for name in PROSE:
            for loc, text in draft.strings(f"{language}.{name}"):
                yield loc, " ".join(text.split())


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= 60 else sentence[:57] + "..."
