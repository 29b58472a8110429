"""Find a role by slug, title or alias; offer the nearest names where there is none."""

from careercli.catalogue.catalogue import Catalogue
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.names import as_slug, name_key, readings, sanitize

SUGGESTIONS = 3
LOOKED_AT = 100  # names, of a hundred thousand
CLOSE = 72  # of 100; below it rapidfuzz finds "officer" in "nobody"


def find(catalogue: Catalogue, name: str, origin: str | None = None) -> int:
    """Return the number of the role with this slug, title or alias, in any case and language.

    A slug names one role. Of others by that name a written one comes before an imported one, and
    in place of the occupation that it stands for, unless ``origin`` asks for just that. A title of
    several names leads to the role that they are all of.
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
    refs = [catalogue.ref(role) for role in roles]
    near = [(ref.slug, ref.title) for ref in refs] or nearest(catalogue, name, origin)
    raise NotFoundError(_not_found(name, near))


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


def _not_found(name: str, near: list[tuple[str, str]]) -> str:
    message = _('There is no role "{name}".').format(name=sanitize(name)[:80])
    if not near:
        return message + " " + _("Try: careers list, or careers search WORDS")
    lines = [f"  {slug}  ({title})" for slug, title in near]
    return "\n".join((message + " " + _("Did you mean:"), *lines))


def nearest(catalogue: Catalogue, name: str, origin: str | None = None) -> list[tuple[str, str]]:
    """Return (slug, title) of the roles whose names come nearest, best first."""
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
    matches = [(fuzz.WRatio(typed, keys[place]), place) for place in places]
    # Among those that hold the part, the whole name nearest wins.
    matches = [match for match in matches if match[0] >= CLOSE]
    matches.sort(key=lambda match: (-match[0] - fuzz.ratio(typed, keys[match[1]]), match[1]))
    numbers = dict.fromkeys(rows[place]["role"] for _score, place in matches)
    refs = [catalogue.ref(number) for number in list(numbers)[:SUGGESTIONS]]
    return [(ref.slug, ref.title) for ref in refs]
