"""Find the page of a name, or say what there is instead: groups, a choice, what may be meant."""

from typing import TYPE_CHECKING

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.naming import Called, called, written_among
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.locale import translate_plural as _n
from careercli.names import as_slug, sanitize

if TYPE_CHECKING:
    from careercli.pages import RolePage

OFFERED = 5  # of those that have a name, or may be meant
_LONGEST = 80  # characters of what was typed that a message repeats


def find(catalogue: Catalogue, name: str, origin: str | None = None) -> int:
    """Return the number of the role that is called so; with ``origin``, of those from there.

    Raises NotFoundError: of a name that several have, with all of them; of a title that a group
    counts, with the group; else with what may be meant. A guess is never taken for the answer.
    """
    found = called(catalogue, name, origin)
    if found.role is not None:
        return found.role
    raise NotFoundError(_instead(catalogue, name, found, origin))


def find_or_group(catalogue: Catalogue, name: str) -> Called:
    """Return the role that is called so, or the group that counts the title: one of them.

    Raises NotFoundError as ``find``.
    """
    found = called(catalogue, name)
    if found.role is None and found.group is None:
        raise NotFoundError(_instead(catalogue, name, found))
    return found


def page_called(catalogue: Catalogue, title: str) -> "RolePage":
    """Return the page of the role that is called so, or of the group that counts the title.

    Raises NotFoundError as ``find``.
    """
    found = find_or_group(catalogue, title)
    if found.role is not None:
        from careercli.catalogue.role_page import role_page

        return role_page(catalogue, found.role)
    from careercli.catalogue.groups import group_page

    return group_page(catalogue, found.groups[0], title)


def _instead(catalogue: Catalogue, name: str, found: Called, origin: str | None = None) -> str:
    """Return what there is in place of the one role of this name."""
    typed = sanitize(name)[:_LONGEST]
    if not any(found):
        if path := catalogue.set_aside.get(as_slug(name)):
            return _unfinished(typed, path)
        return _missing(catalogue, name, typed, origin)
    if len(found.roles) > 1 and not written_among(catalogue, found.roles):
        # A word that many have: what has it in its own title is nearest, written ones first.
        from careercli.catalogue.suggesting import named_like

        found = named_like(catalogue, name, origin)
    lines = _lines(catalogue, found)
    if (left := len(lines) - OFFERED) > 0:
        more = _("and {count} more: careers search {words}").format(count=left, words=typed)
        lines = [*lines[:OFFERED], f"  {more}"]
    if found.roles:
        head = _('"{title}" is a name of several. Choose:').format(title=typed)
    elif found.groups == (name.strip(),):
        head = _('"{title}" is the number of a group of jobs, and this needs a job:')
        head = head.format(title=typed)
    else:
        head = _n(
            'There is no page of "{title}" yet. It is counted in {count} group of jobs:',
            'There is no page of "{title}" yet. It is counted in {count} groups of jobs:',
            len(lines),
        ).format(title=typed, count=len(lines))
    return "\n".join((head, *lines))


def _lines(catalogue: Catalogue, found: Called) -> list[str]:
    """Return a line for each, with the command that shows it."""
    refs = [catalogue.ref(role) for role in found.roles]
    named = [(ref.slug, ref.title) for ref in refs]
    named += [(code, catalogue.group_name(code)) for code in found.groups]
    return [f"  careers show {name}  ({title})" for name, title in named]


def _unfinished(typed: str, path: str) -> str:
    from shlex import quote  # hardly anybody needs it

    message = _('The file of "{name}" is not finished; look at it as it is: careers show {path}')
    return message.format(name=typed, path=quote(path))


def _missing(catalogue: Catalogue, name: str, typed: str, origin: str | None) -> str:
    """Return that nothing is called so, with what may be meant."""
    from careercli.catalogue.guessing import NO_GUESS, guess  # only a miss needs them
    from careercli.catalogue.suggesting import is_slip, named_like

    told = [_('There is no role "{name}".').format(name=typed)]
    found = NO_GUESS if origin else guess(catalogue, name)
    if found.near and is_slip(catalogue, name):
        found = NO_GUESS
    if first := found.first:
        told[0] += " " + _("Likely:")
        told += _lines(catalogue, first.called)
    elif any(meant := named_like(catalogue, name, origin)):
        told[0] += " " + _("Did you mean:")
        told += _lines(catalogue, meant)[:OFFERED]
    elif found.near:
        told[0] += " " + _("Titles like it are counted in:")
        told += [line for one in found.near for line in _lines(catalogue, one.called)]
    else:
        from shlex import quote

        try_ = _("Try: careers search {words}, or careers list")
        told[0] += " " + try_.format(words=quote(typed[:40].strip() or "..."))
    return "\n".join(told)
