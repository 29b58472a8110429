"""Find a role by slug, title or alias; offer the nearest names where there is none."""

from careercli.catalogue.catalogue import Catalogue
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.names import harmless, name_key

SUGGESTIONS = 3
CLOSE = 72  # of 100; below it rapidfuzz finds "officer" in "nobody"


def find(catalogue: Catalogue, name: str) -> int:
    """Return the number of the role with this slug, title or alias, in any case and language.

    Raises NotFoundError that offers the nearest names; a guess is never taken for the answer.
    """
    rows = catalogue.rows(
        "SELECT role FROM name WHERE key = :key ORDER BY rank, language <> :language LIMIT 1",
        key=name_key(name),
    )
    if rows:
        return int(rows[0]["role"])
    if catalogue.is_set_aside(name):
        raise NotFoundError(_('The file of "{name}" is set aside.').format(name=harmless(name)))
    raise NotFoundError(_not_found(name, nearest(catalogue, name)))


def _not_found(name: str, near: list[tuple[str, str]]) -> str:
    message = _('There is no role "{name}".').format(name=harmless(name)[:80])
    if not near:
        return message + " " + _("Try: careers list, or careers search WORDS")
    lines = [f"  {slug}  ({title})" for slug, title in near]
    return "\n".join((message + " " + _("Did you mean:"), *lines))


def nearest(catalogue: Catalogue, name: str) -> list[tuple[str, str]]:
    """Return (slug, title) of the roles whose names come nearest, best first."""
    from rapidfuzz import fuzz, process  # only a miss needs it

    rows = catalogue.rows("SELECT key, role FROM name")
    typed = name_key(name)
    matches = process.extract(
        typed, [row["key"] for row in rows], scorer=fuzz.WRatio, limit=30, score_cutoff=CLOSE
    )
    # WRatio finds parts of names; among those that hold the part, the whole name nearest wins.
    matches.sort(key=lambda match: -match[1] - fuzz.ratio(typed, match[0]))
    numbers = dict.fromkeys(rows[index]["role"] for _key, _score, index in matches)
    refs = [catalogue.ref(number) for number in list(numbers)[:SUGGESTIONS]]
    return [(ref.slug, ref.title) for ref in refs]
