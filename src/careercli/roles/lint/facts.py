"""Cross-file truth: small named checks in one table.

A check takes a draft and the library and yields problems. It reads the draft's data
as written (``Draft.strings``), so it also runs on a file that the model refuses:
whoever has ten mistakes hears of ten. ``NEEDED`` are the checks without which the
catalogue cannot hold a role; they look at the lists only, so that roles can be compiled
one by one. The others judge what a reader would trip over.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from careercli.locale import LANGUAGES, later
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.names import (
    LONGEST_SLUG,
    as_slug,
    control_characters_in,
    is_usable_slug,
    name_key,
)
from careercli.roles.lines import Loc
from careercli.roles.lint.codes import (
    Found,
    codes_agree,
    codes_exist,
    group_is_chosen,
    reasons_are_needed,
    title_is_of_its_group,
)
from careercli.roles.migration import key_of_format_1
from careercli.roles.model import SLUG
from careercli.roles.problems import Problem, nearest, some
from careercli.roles.reading import PARAGRAPHS, SKILLS, Draft
from careercli.roles.workspace import ReferenceData, Workspace

Rule = Callable[[Draft, Workspace], Found]
Needed = Callable[[Draft, ReferenceData], Found]


def slug_is_well_formed(draft: Draft, lists: ReferenceData) -> Found:
    """The file name is the slug: lower case, digits and single hyphens, and a name anywhere."""
    if not re.fullmatch(SLUG, draft.slug):
        yield draft.problem(
            (),
            _('the file name "{name}" is no slug').format(name=draft.slug),
            _("rename the file to {name}").format(name=f"{as_slug(draft.slug) or 'role'}.toml"),
        )
    elif not is_usable_slug(draft.slug):
        yield draft.problem(
            (),
            _('the file name "{name}" is too long, or a device on Windows').format(
                name=draft.slug[:LONGEST_SLUG]
            ),
            _("rename the file"),
        )


def terms_exist(draft: Draft, lists: ReferenceData) -> Found:
    """Whatever is a word of a closed list stands on it."""
    words = lists.vocabulary
    for pattern, terms in (
        ("category", words.categories),
        ("level", words.levels),
        ("outlook.trend", words.outlooks),
        ("education.minimum", words.education),
        ("education.usual", words.education),
        ("education.profiles.*", words.profiles),
        ("education.subjects.*", words.subjects),
        ("education.subjects_helpful.*", words.subjects),
        ("training.*.level", {**words.education, **words.courses}),
        ("training.*.modes.*", words.modes),
        ("conditions.*", words.conditions),
        ("work.*", words.work),
    ):
        yield from _on_list(draft, pattern, terms, "data/vocabulary.toml")


def skills_exist(draft: Draft, lists: ReferenceData) -> Found:
    """Every skill is in data/skills.toml."""
    for pattern in SKILLS:
        yield from _on_list(draft, pattern, lists.skills, "data/skills.toml")


def skills_are_named_once(draft: Draft, lists: ReferenceData) -> Found:
    """No skill stands twice in a role."""
    seen: set[str] = set()
    for loc, skill in draft.skills():
        if skill and skill in seen:
            yield draft.problem(
                loc,
                _('"{skill}" is listed already').format(skill=skill),
                _("take one of the two out"),
                skill,
            )
        seen.add(skill)


def sources_exist(draft: Draft, lists: ReferenceData) -> Found:
    """Every figure's source is in data/sources.toml."""
    for pattern in ("salary.source", "outlook.source"):
        yield from _on_list(draft, pattern, lists.sources, "data/sources.toml")


def ladder_targets_exist(draft: Draft, library: Workspace) -> Found:
    """Every rung that a ladder names is a role."""
    for loc, target in draft.targets():
        if target == draft.slug:
            yield draft.problem(loc, _("leads to itself"), _("name another role"), target)
        elif target not in library.drafts:
            yield draft.problem(
                loc,
                _('there is no role "{name}"').format(name=target),
                nearest(target, library.drafts),
                target,
            )


def ladder_has_no_cycle(draft: Draft, library: Workspace) -> Found:
    """Going up never comes back to where it began."""
    for loc, target in draft.strings("ladder.up.*.role"):
        if draft.slug in _above(target, library):
            yield draft.problem(
                loc,
                _('"{role}" leads up to {slug} again').format(role=target, slug=draft.slug),
                _("take one of the two steps out, or make it a move in leads_to"),
                target,
            )


# By whether there is a way up, and a way in.
_ENDS = {
    (False, True): later("the role has no way up, and does not say why"),
    (True, False): later("the role has no way in, and does not say why"),
    (False, False): later("the role has no way up and no way in, and does not say why"),
}


def ladder_ends_say_why(draft: Draft, library: Workspace) -> Found:
    """A role without a way up or without a way in explains it in ladder_note."""
    outward = any(True for _ in draft.targets())
    inward = bool(library.led_to_by.get(draft.slug, set()) - {draft.slug})
    for language in LANGUAGES:
        if language not in draft.data:
            continue  # the whole language is missing, and the model says so
        if (outward, inward) in _ENDS and not draft.string(f"{language}.ladder_note"):
            yield draft.problem(
                (language, "ladder_note"),
                _(_ENDS[outward, inward]),
                _("add ladder_note, or name the role in a ladder"),
            )


def names_are_unique(draft: Draft, library: Workspace) -> Found:
    """A title leads to one role, over all roles and both languages; an alias may be of several.

    A name that several have is a choice: a nurse. A shipped role is not blamed for a name that
    somebody's own role takes too.
    """
    for loc, name in draft.names():
        known = library.titled if "aliases" in loc else library.named
        others = known.get(name_key(name) or draft.slug, set()) - {draft.slug}
        if draft.origin == "shipped":
            others = {slug for slug in others if library.drafts[slug].origin == "shipped"}
        if others:
            yield draft.problem(
                loc,
                _('"{name}" also names {roles}').format(name=name, roles=some(others)),
                _("keep it with the role that people mean by it"),
                name,
            )


def languages_are_of_similar_length(draft: Draft, library: Workspace) -> Found:
    """Neither language is a shortened version of the other."""
    for name in PARAGRAPHS:
        english, dutch = draft.string(f"en.{name}"), draft.string(f"nl.{name}")
        if english and dutch and not 0.6 <= len(dutch) / len(english) <= 1.67:
            shorter = "nl" if len(dutch) < len(english) else "en"
            yield draft.problem(
                (shorter, name),
                _(
                    "is much shorter than in the other language ({dutch} and {english} characters, "
                    "Dutch and English)"
                ).format(dutch=len(dutch), english=len(english)),
                _("say the same in both"),
            )


def languages_list_the_same(draft: Draft, library: Workspace) -> Found:
    """Both languages have an optional text or neither, and lists of the same length."""
    for name in ("automates", "augments"):
        counts = [sum(1 for _ in draft.strings(f"{lang}.{name}.*")) for lang in LANGUAGES]
        if counts[0] != counts[1] and all(counts):
            told = _n(
                "has {dutch} entry where English has {english}",
                "has {dutch} entries where English has {english}",
                counts[1],
            )
            yield draft.problem(
                ("nl", name),
                told.format(dutch=counts[1], english=counts[0]),
                _("list the same in both languages"),
            )
    notes = [bool(draft.string(f"{lang}.ladder_note")) for lang in LANGUAGES]
    if notes[0] != notes[1] and all(language in draft.data for language in LANGUAGES):
        missing = LANGUAGES[notes.index(False)]
        yield draft.problem(
            (missing, "ladder_note"), _("stands in the other language only"), _("write it in both")
        )


def text_is_plain(draft: Draft, lists: ReferenceData) -> Found:
    """No control character, escape sequence or change of writing direction in any text."""
    if "\\" not in draft.text and not control_characters_in(draft.text):
        return  # neither as they are nor as TOML escapes
    for loc, value in _all_strings(draft.data, ()):
        if odd := control_characters_in(value):
            names = ", ".join(f"U+{ord(c):04X}" for c in sorted(odd))
            yield draft.problem(
                loc, _("holds control characters ({names})").format(names=names), _("delete them")
            )


NEEDED: tuple[Needed, ...] = (
    slug_is_well_formed,
    terms_exist,
    skills_exist,
    skills_are_named_once,
    sources_exist,
    text_is_plain,
)
CHECKS: tuple[Rule, ...] = (
    *NEEDED,
    group_is_chosen,
    codes_exist,
    codes_agree,
    title_is_of_its_group,
    reasons_are_needed,
    ladder_targets_exist,
    ladder_has_no_cycle,
    ladder_ends_say_why,
    names_are_unique,
    languages_are_of_similar_length,
    languages_list_the_same,
)


def problems_of(draft: Draft, library: Workspace) -> list[Problem]:
    """Return every problem of a draft in order of line."""
    return _joined(draft, (p for check in CHECKS for p in check(draft, library)))


def barring_problems(draft: Draft, lists: ReferenceData) -> list[Problem]:
    """Return the problems that keep a draft out of the catalogue, in order of line."""
    return _joined(draft, (p for check in NEEDED for p in check(draft, lists)))


def _joined(draft: Draft, told: Iterator[Problem]) -> list[Problem]:
    """Return these problems and those of shape; a file that cannot be read has no others."""
    shape = draft.shape_problems()
    if draft.unread or key_of_format_1(draft.data):
        return shape
    found = set(told)
    # A check knows more of a field than the model: that a word is empty, it need not hear twice.
    explained = {(problem.line, problem.field) for problem in found}
    return sorted(found | {p for p in shape if (p.line, p.field) not in explained})


def check(drafts: Iterable[Draft], library: Workspace) -> list[Problem]:
    """Return every problem of every draft, in order of file and line."""
    return sorted(p for draft in drafts for p in problems_of(draft, library))


def _on_list(draft: Draft, pattern: str, terms: Mapping[str, object], where: str) -> Found:
    for loc, value in draft.strings(pattern):
        if value not in terms:
            unknown = _('"{word}" is not in {file}').format(word=value, file=where)
            wrong = unknown if value else _("is empty")
            yield draft.problem(loc, wrong, nearest(value, terms), value)


def _above(start: str, library: Workspace) -> set[str]:
    """Return every role that lies above ``start``, itself included."""
    found, waiting = set(), [start]
    while waiting:
        slug = waiting.pop()
        if slug in found or slug not in library.drafts:
            continue
        found.add(slug)
        waiting += [target for _, target in library.drafts[slug].strings("ladder.up.*.role")]
    return found


def _all_strings(value: object, loc: Loc) -> Iterator[tuple[Loc, str]]:
    if isinstance(value, str):
        yield loc, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _all_strings(inner, (*loc, key))
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from _all_strings(inner, (*loc, i))
