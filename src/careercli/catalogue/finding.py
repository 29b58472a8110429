"""Find a role by slug, title or alias; offer the nearest names where there is none."""

from typing import TYPE_CHECKING

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.spelling import other_forms
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.names import as_slug, name_key, plain_title, readings, sanitize

if TYPE_CHECKING:
    from careercli.catalogue.groups import CountedError

SUGGESTIONS = 3
LOOKED_AT = 100  # names, of a hundred thousand
CLOSE = 80  # of 100; below it a dentist is near a scientist
CLOSER = 90  # of 100, where the first letters differ: hardly anybody slips there
PART = 5  # letters of a word that may be a part of a longer one: monteur, elektromonteur


def find(catalogue: Catalogue, name: str, origin: str | None = None) -> int:
    """Return the number of the role with this slug, title or alias, in any case and language.

    A slug names one role. Of others by that name a written one comes before an imported one, and
    in place of the occupation that it stands for, unless ``origin`` asks for just that. A title of
    several names leads to the role that they are all of, one in another form to the role that has
    the title in the singular, or for anybody.
    Raises NotFoundError that offers the nearest names; a guess is never taken for the answer.
    """
    role = _called(catalogue, name, origin)
    if role is not None:
        return role
    if path := catalogue.set_aside.get(as_slug(name)):
        raise NotFoundError(_unfinished(name, path))
    read = (_called(catalogue, reading, origin) for reading in readings(name))
    roles = list(dict.fromkeys(role for role in read if role is not None))
    if len(roles) == 1:
        return roles[0]
    if not roles and (role := _in_other_forms(catalogue, name, origin)) is not None:
        return role
    counted = None if roles or origin else _counted(catalogue, name)
    plain = None if roles or counted else _called(catalogue, plain_title(name), origin)
    if plain is not None:
        return plain
    refs = [catalogue.ref(role) for role in roles]
    near = [(ref.slug, ref.title) for ref in refs]
    if not (near or origin or counted):
        counted = _counted(catalogue, plain_title(name))
    if counted:
        raise counted
    raise NotFoundError(_not_found(name, near or nearest(catalogue, name, origin)))


def _in_other_forms(catalogue: Catalogue, name: str, origin: str | None) -> int | None:
    """Return the one role that is called so in another form: plumbers, a waitress."""
    *before, last = name_key(name).split() or [""]
    titles = (" ".join((*before, form)) for form in other_forms(last))
    found = {role for title in titles if (role := _called(catalogue, title, origin)) is not None}
    return found.pop() if len(found) == 1 else None


def _called(catalogue: Catalogue, name: str, origin: str | None) -> int | None:
    rows = catalogue.rows(
        "SELECT role.id, superseded_by, rank FROM name JOIN role ON role.id = name.role "
        "WHERE key = :key AND (:origin IS NULL OR origin = :origin) "
        "ORDER BY rank > 0, kind <> 'role', rank = 4, superseded_by IS NULL, rank, "
        "language <> :language LIMIT 1",
        key=name_key(name),
        origin=origin,
    )
    if not rows:
        return None
    role, cover, rank = rows[0]
    itself = origin is not None or rank in (0, 4) or cover is None
    return int(role if itself else cover)


def _unfinished(name: str, path: str) -> str:
    from shlex import quote  # hardly anybody needs it

    message = _('The file of "{name}" is not finished; look at it as it is: careers show {path}')
    return message.format(name=sanitize(name)[:80], path=quote(path))


def _counted(catalogue: Catalogue, name: str) -> "CountedError | None":
    """Return the error that tells which groups count a title, if any does."""
    from careercli.catalogue.groups import CountedError, counted  # only a miss needs it

    title = counted(catalogue, name)
    return CountedError(catalogue, title) if title else None


def _not_found(name: str, near: list[tuple[str, str]]) -> str:
    message = _('There is no role "{name}".').format(name=sanitize(name)[:80])
    if not near:
        try_ = _("Try: careers search {words}, or careers list")
        return f"{message} {try_.format(words=sanitize(name)[:40].strip() or '...')}"
    lines = [f"  {slug}  ({title})" for slug, title in near]
    return "\n".join((message + " " + _("Did you mean:"), *lines))


def nearest(catalogue: Catalogue, name: str, origin: str | None = None) -> list[tuple[str, str]]:
    """Return (slug, title) of the roles whose names come nearest, best first; of far ones none."""
    from rapidfuzz import fuzz, process  # only a miss needs it

    rows = catalogue.rows(
        "SELECT key, COALESCE(superseded_by, role.id) AS role FROM name JOIN role "
        "ON role.id = name.role WHERE :origin IS NULL OR origin = :origin",
        origin=origin,
    )
    typed = name_key(name)
    keys = [row["key"] for row in rows]
    # The slow comparison, which finds parts of names too, is for those that are near at all.
    near = process.extract(typed, keys, scorer=fuzz.ratio, limit=LOOKED_AT)
    near += process.extract(typed, keys, scorer=fuzz.partial_ratio, limit=LOOKED_AT)
    places = {place for _key, _score, place in near}
    matches = [place for place in places if _is_near(typed, keys[place])]
    # Among those that hold the part, the whole name nearest wins.
    matches.sort(key=lambda place: (-fuzz.ratio(typed, keys[place]), place))
    numbers = dict.fromkeys(rows[place]["role"] for place in matches)
    refs = [catalogue.ref(number) for number in list(numbers)[:SUGGESTIONS]]
    return [(ref.slug, ref.title) for ref in refs]


def _is_near(typed: str, key: str) -> bool:
    """Return whether a name, or as many words of it as were typed, differs by slips alone.

    Each word by one: staff assistant is no shop assistant. A word may be the beginning or the end
    of a longer one; of fewer words all must be near.
    """
    words, asked = key.split(), typed.split()
    if len(words) < len(asked):
        return _is_slip(typed, key)
    parts = (words[i : i + len(asked)] for i in range(len(words) - len(asked) + 1))
    return any(all(map(_is_slip, asked, part)) for part in parts)


def _is_slip(typed: str, word: str) -> bool:
    from rapidfuzz import fuzz

    if len(typed) >= PART and (word.startswith(typed) or word.endswith(typed)):
        return True
    return fuzz.ratio(typed, word) >= (CLOSE if typed[:1] == word[:1] else CLOSER)
