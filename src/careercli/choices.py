"""Closed lists of the command line: what may be chosen, and its word in either language."""

from collections.abc import Collection, Iterable
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
    "openings": ("plaatsen", "baanopeningen"),
    "salary": ("loon", "salaris"),
    "education": ("opleiding", "diploma"),
    "exposure": ("blootstelling",),
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
    "default": ("standaard",),
}
"""The Dutch words for what may be chosen: the first is shown, all are understood."""

_CLOSE = 70  # of 100; below it a word is another word


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
        if language != "nl":
            return list(self.ids)
        return [DUTCH.get(name, (name,))[0] for name in self.ids]


def nearest(typed: str, known: Collection[str]) -> str | None:
    """Return the word of a list that somebody meant who slipped; None if all are far."""
    from rapidfuzz import fuzz, process  # only a miss needs it

    found = process.extractOne(
        typed.casefold()[:80],
        list(known),
        scorer=fuzz.ratio,
        processor=str.casefold,
        score_cutoff=_CLOSE,
    )
    return found[0] if found else None


def unknown(typed: str, known: Iterable[str]) -> str:
    """Return what to tell of a word that is not on a list: the nearest if it is near, and all."""
    words = list(dict.fromkeys(known))
    near = nearest(typed, words)
    told = _('there is no "{typed}".').format(typed=typed)
    if near:
        told += " " + _("Did you mean {near}?").format(near=near)
    return told + " " + _("Known: {known}").format(known=", ".join(words))
