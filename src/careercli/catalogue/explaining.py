"""Explain words: a page of them, and the glosses of the Dutch words on an English page."""

import json
import re
from collections.abc import Iterator
from typing import Any

from careercli.catalogue.catalogue import Catalogue
from careercli.choices import did_you_mean
from careercli.errors import NotFoundError
from careercli.locale import translate as _
from careercli.names import compound_key, sanitize, without_brackets
from careercli.pages import Explained, ExplainPage, Gloss, RolePage, Term
from careercli.pages.fields import fields_in

Entry = dict[str, Any]


def explain_page(catalogue: Catalogue, wanted: str | None) -> ExplainPage:
    """Return what a word means, or all words; raises NotFoundError that offers the nearest."""
    entries = _entries(catalogue)
    language = catalogue.reader.language
    keys = sorted(entries, key=lambda key: str(entries[key][language]["title"]).casefold())
    if wanted is not None:
        bare = compound_key(wanted)
        keys = [key for key in keys if bare in map(compound_key, entries[key]["names"])]
        if not keys:
            raise NotFoundError(_unknown(wanted, entries))
    found = tuple(_explained(catalogue, key, entries) for key in keys)
    return ExplainPage(language, found, whole=wanted is None)


def _entries(catalogue: Catalogue) -> dict[str, Entry]:
    rows = catalogue.rows("SELECT id, data FROM explained ORDER BY id")
    return {row["id"]: json.loads(row["data"]) for row in rows}


def _explained(catalogue: Catalogue, key: str, entries: dict[str, Entry]) -> Explained:
    entry, language = entries[key], catalogue.reader.language
    return Explained(
        id=key,
        title=entry[language]["title"],
        text=entry[language]["text"],
        law=entry["law"],
        read=entry["read"],
        link=entry["link"],
        see=tuple(
            Term(other, without_brackets(entries[other][language]["title"]))
            for other in entry["see"]
        ),
    )


def _unknown(wanted: str, entries: dict[str, Entry]) -> str:
    told = _('"{word}" is not explained here.').format(word=sanitize(wanted)[:80])
    names = [name for entry in entries.values() for name in entry["names"]]
    told = " ".join(filter(None, (told, did_you_mean(wanted, names))))
    return told + " " + _("All words: careers explain")


def glossed(catalogue: Catalogue, page: RolePage) -> RolePage:
    """Return an English page with the glosses of the Dutch words that it uses."""
    if page.language != "en":
        return page
    text = "\n".join(value for _name, value in fields_in(page) if isinstance(value, str))
    return page._replace(glosses=tuple(_glosses(catalogue, text)))


def _glosses(catalogue: Catalogue, text: str) -> Iterator[Gloss]:
    for key, entry in _entries(catalogue).items():
        if entry["gloss"]:
            forms = entry["glossed"] or [without_brackets(entry["en"]["title"])]
            met = tuple(form for form in forms if _stands_in(form, text))
            if met:
                yield Gloss(key, met, entry["gloss"])


def _stands_in(form: str, text: str) -> bool:
    """Return whether a word stands in a text as a word.

    Every page asks this of every word. A pattern that begins with letters is found six times as
    fast as one that begins with an edge, so the edges are looked at last.
    """
    letters = re.escape(form)
    return re.search(rf"{letters}(?!\w)(?<!\w{letters})", text) is not None
