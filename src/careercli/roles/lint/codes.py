"""The checks of a role's codes: they are published, agree, and count the job where CBS does."""

from collections.abc import Iterable, Iterator

from careercli.locale import LANGUAGES, spoken
from careercli.locale import translate as _
from careercli.names import compound_key, name_key
from careercli.roles.problems import Problem
from careercli.roles.proposing import propose
from careercli.roles.reading import Draft
from careercli.roles.workspace import Workspace

Found = Iterator[Problem]

PROPOSED = 3  # groups that are named for a title; more would be no help
NEAR = 85.0  # of 100; below it a beekeeper is a bookkeeper


def group_is_chosen(draft: Draft, library: Workspace) -> Found:
    """There is an ISCO group: Dutch pay is that of its people, so nobody may just fill one in."""
    codes = draft.data.get("codes")
    if isinstance(codes, dict) and not codes.get("isco08"):
        yield draft.problem(
            ("codes", "isco08"),
            _("is empty") if "isco08" in codes else _("is missing"),
            _look_up_group(draft, library),
        )


def _look_up_group(draft: Draft, library: Workspace) -> str:
    """Return where groups stand, with those that the job's own title leads to, CBS's first."""
    codes = [*library.counted_in.get(compound_key(draft.string("nl.title")), ())]
    for title in (draft.string(f"{language}.title") for language in LANGUAGES):
        codes += _groups_by_name(title, library) if name_key(title) else ()
    few = list(dict.fromkeys(codes))[:PROPOSED]
    if not few:
        return _("look it up in data/figures/isco08.csv")
    return _(
        "by its title perhaps {groups}: check what people there do, or look it up in "
        "data/figures/isco08.csv"
    ).format(groups=_either(few, library))


def _either(codes: Iterable[str], library: Workspace) -> str:
    """Return ISCO groups with their names, to choose from."""
    names = library.tables["isco08"]
    return _(" or ").join(f"{code} ({names[code][f'name_{spoken()}']})" for code in codes)


def _groups_by_name(title: str, library: Workspace) -> Iterator[str]:
    found, occupations = propose(title, library), library.tables["esco"]
    for occupation in found.esco:
        if occupation.nearness >= NEAR:  # by its Dutch name it may stand in CBS's index
            dutch = occupations[occupation.code].get("name_nl", "")
            yield from library.counted_in.get(compound_key(dutch), ())
    yield from (group.code for group in found.isco08 if group.nearness >= NEAR)


def codes_exist(draft: Draft, library: Workspace) -> Found:
    """Every code stands in a published table of its classification."""
    for system, (_label, table, *_rest) in library.published.own_systems.items():
        instead = (
            _("look the code up in {file}, or leave the key out")
            if system != "isco08"
            else _("look the code up in {file}")
        )
        for loc, code in draft.strings(f"codes.{system}"):
            if code and code not in library.tables[table]:
                yield draft.problem(
                    loc,
                    _('"{code}" is not in the published table').format(code=code),
                    instead.format(file=f"data/figures/{table}.csv"),
                    code,
                )


def codes_agree(draft: Draft, library: Workspace) -> Found:
    """The O*NET code lies in the role's SOC group, or in one that was combined into it.

    ESCO may file the occupation under another ISCO code than CBS: the page tells it.
    """
    onet, soc = draft.string("codes.onet"), draft.string("codes.soc2018")
    part = library.tables["soc2018-combined"].get(onet[:7], {}).get("combined")
    if onet and soc and not onet.startswith(soc) and part != soc:
        yield draft.problem(
            ("codes", "onet"),
            _("{code} is not part of SOC {soc}").format(code=onet, soc=soc),
            _('write an O*NET code that begins with "{soc}"').format(soc=soc),
        )


def title_is_of_its_group(draft: Draft, library: Workspace) -> Found:
    """CBS counts the Dutch title in the role's ISCO group, or the file says why that is not so."""
    yield from _counted_elsewhere(
        draft,
        library,
        "nl.title",
        _("take CBS's code, or say in [counted_elsewhere] why it stands here"),
    )


def aliases_are_of_its_group(draft: Draft, library: Workspace) -> Found:
    """CBS counts no Dutch alias in another group: whoever types it would read others' pay."""
    yield from _counted_elsewhere(
        draft,
        library,
        "nl.aliases.*",
        _("take the alias out, or say in [counted_elsewhere] why it stands here"),
    )


def reasons_are_needed(draft: Draft, library: Workspace) -> Found:
    """``[counted_elsewhere]`` excuses only Dutch names that CBS counts in another group."""
    names = {
        compound_key(name)
        for _loc, name in draft.names("nl")
        if _groups_elsewhere(draft, library, name)
    }
    for name in _reasons(draft):
        if compound_key(name) not in names:
            yield draft.problem(
                ("counted_elsewhere", name),
                _('"{name}" is no Dutch name of this role that CBS counts in another group').format(
                    name=name
                ),
                _("take the line out"),
                name,
            )


def _counted_elsewhere(draft: Draft, library: Workspace, pattern: str, instead: str) -> Found:
    excused = {compound_key(name) for name in _reasons(draft)}
    for loc, name in draft.strings(pattern):
        groups = _groups_elsewhere(draft, library, name)
        if groups and compound_key(name) not in excused:
            yield draft.problem(
                loc,
                _('CBS counts "{name}" in ISCO {groups}, not in {isco08}').format(
                    name=name, groups=groups, isco08=draft.string("codes.isco08")
                ),
                instead,
                name,
            )


def _groups_elsewhere(draft: Draft, library: Workspace, name: str) -> str:
    """Return the ISCO groups in which CBS counts a Dutch name, if the role's is none of them."""
    codes = library.counted_in.get(compound_key(name), ())
    known, isco = library.tables["isco08"], draft.string("codes.isco08")
    if isco not in known or isco in codes:
        return ""
    return _either(codes, library)


def _reasons(draft: Draft) -> Iterable[str]:
    found = draft.data.get("counted_elsewhere")
    return found if isinstance(found, dict) else ()
