"""The pages that can be opened, each with the command that shows the same."""

from collections.abc import Iterator
from shlex import join
from typing import Any, NamedTuple

from careercli.browse.facets import LISTS
from careercli.browse.state import FLAG, State, values_of
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.choices import word_for
from careercli.catalogue.compare_page import MOST, compare_page
from careercli.catalogue.role_row import Item
from careercli.choices import word_of
from careercli.errors import UsageError
from careercli.locale import translate as _


class Target(NamedTuple):
    """A page: its command, and the jobs or the words that it is about."""

    command: str
    items: tuple[Item, ...] = ()
    words: str = ""


def page_of(catalogue: Catalogue, target: Target) -> Any:
    """Return the page. Raises UsageError where it is one of jobs, and a group is asked for."""
    match target.command:
        case "show":
            return _shown(catalogue, target.items[0])
        case "compare":
            return compare_page(catalogue, _jobs(catalogue, target))
        case "next":
            from careercli.catalogue.next_page import next_page

            (job,) = _jobs(catalogue, target)
            return next_page(catalogue, job, limit=_MOVES)
        case "path":
            from careercli.catalogue.path_page import path_page

            start, goal = _jobs(catalogue, target)
            return path_page(catalogue, start, goal)
        case "match":
            return _matched(catalogue, target.words)
        case _:
            from careercli.catalogue.listing import sources_page

            return sources_page(catalogue)


_MOVES = 60  # of next and match: all that are near, but for imports


def _shown(catalogue: Catalogue, item: Item) -> Any:
    if isinstance(item, int):
        from careercli.catalogue.role_page import role_page

        return role_page(catalogue, item)
    from careercli.catalogue.groups import group_page

    return group_page(catalogue, item, item)


def _matched(catalogue: Catalogue, words: str) -> Any:
    from careercli.catalogue.match_page import Wanted, match_page
    from careercli.catalogue.profile import own_diplomas, phrases_typed, profile_of

    profile = profile_of(catalogue, phrases_typed(catalogue, words))
    return match_page(catalogue, profile, Wanted(diplomas=own_diplomas(catalogue)), _MOVES)


def _jobs(catalogue: Catalogue, target: Target) -> list[int]:
    """Return the numbers of jobs; raises UsageError for a group, which has figures alone."""
    for item in target.items:
        if isinstance(item, str):
            told = _("{group} is a group of jobs; {command} needs jobs that have a page.")
            name = catalogue.group_name(item)
            raise UsageError(told.format(group=name, command=target.command))
    return [item for item in target.items if isinstance(item, int)]


def item_of(catalogue: Catalogue, slug: str) -> Item | None:
    """Return what a link leads to."""
    from careercli.catalogue.naming import called

    found = called(catalogue, slug)
    return found.role if found.role is not None else found.group


def command_of(catalogue: Catalogue, target: Target, usual: Reader | None = None) -> str:
    """Return the command that shows a page; to those who read otherwise by default, as it is."""
    words = [target.words] if target.words else []
    also = _as_read(catalogue, usual, pay=target.command != "sources") if usual else []
    return join(["careers", target.command, *_named(catalogue, target.items), *words, *also])


def _named(catalogue: Catalogue, items: tuple[Item, ...]) -> list[str]:
    return [item if isinstance(item, str) else catalogue.ref(item).slug for item in items]


def _as_read(catalogue: Catalogue, usual: Reader, *, pay: bool = True) -> list[str]:
    """Return the options for pay and language that are not what is so without them."""
    reader = catalogue.reader
    period = ["--per", word_of(reader.per, reader.language)]
    hours = ["--hours", f"{reader.hours_per_week:g}"]
    language = ["--lang", reader.language]
    return [
        *(period if pay and reader.per != usual.per else ()),
        *(hours if pay and reader.hours_per_week != usual.hours_per_week else ()),
        *(language if reader.language != usual.language else ()),
    ]


def commands_of(catalogue: Catalogue, state: State, usual: Reader) -> list[str]:
    """Return the commands that show the same as the screen: the words, the list, what is marked."""
    also = _as_read(catalogue, usual)
    found = []
    if state.query.strip():
        # of what both leave there is no command: each says its own
        found.append(join(["careers", "search", state.query.strip(), *also]))
    if options := [*_options(catalogue, state)]:
        found.append(join(["careers", "list", *options, *also]))
    jobs = [item for item in state.marked if isinstance(item, int)]
    if len(jobs) == len(state.marked) and 1 < len(jobs) <= MOST:
        targets = [Target("compare", state.marked)]
    else:
        targets = [Target("show", (item,)) for item in state.marked]
    return found + [command_of(catalogue, target, usual) for target in targets]


def _options(catalogue: Catalogue, state: State) -> Iterator[str]:
    """Yield the options of ``careers list`` that say the same as filters and order."""
    filters, language = state.filters, catalogue.reader.language
    for facet in filters.given():
        option = f"--{facet.replace('_', '-')}"
        if facet in (FLAG, "groups"):
            yield option
            continue
        values = values_of(filters, facet)
        if name := LISTS.get(facet):
            values = tuple(
                word_for(name, value, catalogue.term(name, value).label, language)
                for value in values
            )
        yield from (option, ",".join(values))
    if state.sort:
        yield from ("--sort", word_of(state.sort, language))
