"""What a typed word of a closed list means."""

import json
import sqlite3
from collections.abc import Iterable

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.choices import word_for
from careercli.choices import unknown
from careercli.errors import UsageError
from careercli.locale import translate as _
from careercli.names import compound_key, name_key

OPTIONS = {
    "subjects": "--subject",
    "profiles": "--profile",
    "work": "--work",
    "interests": "--interest",
    "categories": "--category",
    "levels": "--level",
    "education": "--with-diploma",
}
"""The option of ``careers list`` to which the words of a list belong."""


def term_ids(catalogue: Catalogue, name: str, wanted: str, option: str) -> list[str]:
    """Return the ids of what a word means: an id, a label in either language, a word of one.

    Several have a word that the list gives to several (university), and are all meant.
    Raises UsageError that tells the nearest and all there are.
    """
    rows = _rows(catalogue, name)
    key, bare = name_key(wanted), compound_key(wanted)  # mbo 4, mbo-4, mbo4
    for row in rows:
        if bare in _names(row):
            return [str(row["id"])]
    also = [row["id"] for row in rows if bare in map(compound_key, _also(row))]
    within = [row["id"] for row in rows if key and key in _words(row)]
    if also or len(within) == 1:
        return also or within
    language = catalogue.reader.language
    known = [word_for(name, row["id"], row[language], language) for row in rows]
    understood = [row[column] for row in rows for column in ("id", "en", "nl")]
    told = f"{option}: {unknown(wanted, known, understood)} {where_else(catalogue, wanted)}"
    raise UsageError(told.rstrip())


def ids_of(catalogue: Catalogue, name: str, wanted: Iterable[str], option: str) -> list[str]:
    """Return the ids of what several words mean, each once. Raises UsageError as ``term_ids``."""
    found = (term_ids(catalogue, name, word, option) for word in wanted)
    return list(dict.fromkeys(key for keys in found for key in keys))


def diplomas_of(catalogue: Catalogue, study: str) -> list[str]:
    """Return the diploma that a text on a study begins with: HBO Verpleegkunde, mbo niveau 3 (bbl).

    A degree names several (bachelor): which of them somebody has would be a guess.
    """
    rows = [row for row in _rows(catalogue, "education") if row["id"] != "none"]
    words = name_key(study).replace(" niveau ", " ").split()
    for end in range(len(words), 0, -1):
        key = "".join(words[:end])
        ids = [str(row["id"]) for row in rows if key in _names(row) | _short_names(row)]
        if ids:
            return ids
    return []


def where_else(catalogue: Catalogue, wanted: str) -> str:
    """Return under which option another list knows a word; empty if none does."""
    for name, option in OPTIONS.items():
        if any(compound_key(wanted) in _names(row) for row in _rows(catalogue, name)):
            return _("It belongs to {option}.").format(option=f"{option} {wanted}")
    return ""


def _rows(catalogue: Catalogue, name: str) -> list[sqlite3.Row]:
    return catalogue.rows("SELECT * FROM term WHERE list = :name ORDER BY place", name=name)


def _names(row: sqlite3.Row) -> set[str]:
    return {compound_key(row[column]) for column in ("id", "en", "nl")}


def _also(row: sqlite3.Row) -> list[str]:
    """Return further words for a word of a list."""
    return json.loads(row["more"]).get("also") or []


def _short_names(row: sqlite3.Row) -> set[str]:
    """Return what a diploma is called in short, and the further words for it."""
    short = json.loads(row["more"])["short"].values()
    return {compound_key(name) for name in (*short, *_also(row)) if name}


def _words(row: sqlite3.Row) -> set[str]:
    return {word for column in ("id", "en", "nl") for word in name_key(row[column]).split()}
