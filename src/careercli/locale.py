"""The reader's language: messages, numbers, money.

Messages are gettext catalogues (``translations/``). How a language writes numbers comes
from Babel when the catalogue is compiled (``catalogue.compiling.number_style``).
"""

import gettext
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from careercli import paths

LANGUAGES = ("en", "nl")

_messages: gettext.NullTranslations = gettext.NullTranslations()


def choose_language(asked: str | None) -> str:
    """Return the language to speak: asked for, or from the environment, else English."""
    if asked:
        return asked
    for variable in ("CAREERS_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "").lower()
        if value:
            return next((lang for lang in LANGUAGES if value.startswith(lang)), "en")
    return "en"


def speak(language: str) -> None:
    """Make ``translate`` answer in this language from now on."""
    global _messages
    _messages = gettext.translation("careercli", str(paths.locale_dir()), [language], fallback=True)


def translate(message: str) -> str:
    """Return a message in the reader's language; imported as ``_``."""
    return _messages.gettext(message)


def later(message: str) -> str:
    """Return a message as it stands, marked for translation: it is kept now, and shown later."""
    return message


def translate_plural(one: str, many: str, count: int) -> str:
    """Return the message that fits the count; imported as ``_n``."""
    return _messages.ngettext(one, many, count)


class Numbers(NamedTuple):
    """Writes numbers as the reader's language does; ``ascii_only`` avoids every other sign."""

    style: Mapping[str, Any]
    ascii_only: bool = False

    def number(self, value: float, decimals: int = 0) -> str:
        """Return 55,000 or 55.000; a minus is a plain hyphen."""
        plain = f"{value:z,.{decimals}f}"
        swapped = plain.translate({ord(","): "\0", ord("."): self.style["decimal"]})
        return swapped.replace("\0", self.style["group"])

    def score(self, value: float) -> str:
        """Return a score between 0 and 1 with two decimals: .75 or ,75 would save a digit only."""
        return self.number(value, 2)

    def percent(self, value: float) -> str:
        """Return a change with its sign: +33.5%."""
        return ("+" if round(value, 1) > 0 else "") + self.number(value, 1) + "%"

    def money(self, value: float, currency: str, decimals: int = 0) -> str:
        """Return an amount with its currency: €55,000 or € 55.000, EUR 55,000 in ASCII."""
        amount = self.number(value, decimals)
        if self.ascii_only:
            return f"{currency} {amount}"
        return f"{self.style['currencies'][currency]}{self.style['currency_gap']}{amount}"
