"""Closed lists of the command line: what may be chosen, and its word in either language."""

from collections.abc import Iterable
from typing import NamedTuple

from careercli.locale import translate as _

PERIODS = ("hour", "month", "year")
"""What pay can be told for."""

SWITCH = ("on", "off")

DUTCH = {
    # periods
    "hour": ("uur",),
    "month": ("maand",),
    "year": ("jaar",),
    # on and off
    "on": ("aan", "ja", "yes", "true", "1"),
    "off": ("uit", "nee", "no", "false", "0"),
    # formats
    "text": ("tekst",),
    # orders of a list
    "title": ("titel",),
    "category": ("vakgebied", "categorie"),
    "level": ("niveau",),
    "outlook": ("vooruitzicht", "vooruitzichten"),
    "openings": ("plekken", "plaatsen", "baanopeningen"),
    "salary": ("loon", "salaris"),
    "education": ("opleiding", "diploma"),
    "exposure": ("blootstelling",),
    # what a list is told by
    "group": ("groep",),
    # sections of a page
    "description": ("beschrijving",),
    "conditions": ("voorwaarden",),
    "work": ("werk",),
    "skills": ("vaardigheden",),
    "career": ("loopbaan",),
    "vacancies": ("vacatures",),
    "discover": ("ontdek",),
    "interests": ("interesses",),
    "sources": ("bronnen",),
    # where roles come from
    "shipped": ("meegeleverd",),
    "user": ("eigen",),
    # settings
    "lang": ("taal",),
    "per": ("per",),
    "hours": ("uren",),
    "pager": ("bladeren",),
    "plain": ("kaal",),
    "color": ("kleur", "colour"),
    "diploma": ("diploma",),
    "like": ("gelijkenis", "lijkt"),
    "pay": ("loon", "salaris"),
    "common": ("gangbaar",),
    "default": ("standaard",),
}
"""The Dutch word for what may be chosen, which is shown, then others that are understood."""

_SHORT = 5  # letters of a word in which one slip is all there is
_TINY = 3  # letters of a word in which even one slip says little
_OFFERED = 4  # words that may be meant
_TOLD = 24  # words of a list that a message has room for


class Choices(NamedTuple):
    """A closed list. Either language's words are read; the reader's are shown."""

    ids: tuple[str, ...]

    def read(self, typed: str) -> str | None:
        """Return the id that a word means, in any case; None if it means none."""
        word = typed.strip().casefold()
        if word in self.ids:
            return word
        return next((name for name in self.ids if word in DUTCH.get(name, ())), None)

    def shown(self, language: str) -> list[str]:
        """Return the words of the list in a language."""
        return [word_of(name, language) for name in self.ids]


def word_of(name: str, language: str) -> str:
    """Return the word for an id in a language; what has none is its own word."""
    return DUTCH.get(name, (name,))[0] if language == "nl" else name


def nearest(typed: str, known: Iterable[str]) -> list[str]:
    """Return the words of a list that somebody may mean: those that begin so, or differ by a slip.

    A slip is a letter too many, too few, another one or two in turn: one in a short word, two in
    a longer one. Of words that are farther none is returned.
    """
    from rapidfuzz.distance import OSA  # only a miss needs it

    words = list(dict.fromkeys(known))
    key = typed.casefold()[:80]
    if begun := [word for word in words if len(key) > 1 and word.casefold().startswith(key)]:
        return begun[:_OFFERED]
    most = 1 if len(key) <= _SHORT else 2
    slips = {word: OSA.distance(key, word.casefold()) for word in words}
    fewest = min(slips.values(), default=most + 1)
    near = [word for word, count in slips.items() if count == fewest <= most]
    if len(key) <= _TINY:  # any other letter makes another word, but for the last
        near = [word for word in near if word.casefold()[:2] == key[:2]]
    return near[:_OFFERED]


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return the sentence that offers what is near; empty if nothing is."""
    near = nearest(typed, known)
    return _("Did you mean {near}?").format(near=", ".join(near)) if near else ""


def unknown(typed: str, known: Iterable[str], also: Iterable[str] = ()) -> str:
    """Return what to tell of a word that is not on a list: what is near, and all if they are few.

    ``also`` are words that are understood too.
    """
    words = list(dict.fromkeys(known))
    near = did_you_mean(typed, words) or did_you_mean(typed, also)
    told = [_('there is no "{typed}".').format(typed=typed), near]
    if len(words) <= _TOLD:
        told.append(_("Known: {known}").format(known=", ".join(words)))
    else:
        told.append(_("--help names all {count}.").format(count=len(words)))
    return " ".join(filter(None, told))
