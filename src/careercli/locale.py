"""The reader's language: messages, numbers, money.

Messages are gettext catalogues (``translations/``). How a language writes numbers comes
from Babel when the catalogue is compiled (``catalogue.compiling.number_style``).
"""

import gettext
import os
import re
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from careercli import paths

LANGUAGES = ("en", "nl")
_NAMES = {"english": "en", "engels": "en", "dutch": "nl", "nederlands": "nl"}

_messages: gettext.NullTranslations = gettext.NullTranslations()
_spoken = "en"


def language_of(word: str) -> str | None:
    """Return the language that a word or a locale means, or None if it is not ours to speak.

    ``nl`` for nl, NL, nl_BE.UTF-8, nl-NL, Dutch and Nederlands.
    """
    begin = re.split(r"[-_.@]", word.strip().lower(), maxsplit=1)[0]
    language = _NAMES.get(begin, begin)
    return language if language in LANGUAGES else None


def choose_language(asked: str | None = None) -> str:
    """Return the language to speak: asked for, or from the environment, else English.

    After our own variable come gettext's, in its order: LANGUAGE, a list, goes before the
    locale unless that is C. Windows sets none of them, and is asked.
    """
    if language := asked or language_of(os.environ.get("CAREERS_LANG", "")):
        return language
    locale = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    locale = locale or _language_of_windows()
    wished = os.environ.get("LANGUAGE", "") if locale not in ("C", "POSIX") else ""
    spoken = filter(None, map(language_of, (wished or locale).split(":")))
    return next(spoken, "en")


def _language_of_windows() -> str:
    """Return the language of the desktop on Windows, if it is one of ours; elsewhere nothing."""
    if sys.platform == "win32":
        import ctypes

        primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
        return "nl" if primary == 0x13 else ""  # LANG_DUTCH
    return ""


def speak(language: str) -> None:
    """Make ``translate`` answer in this language from now on."""
    global _messages, _spoken
    _spoken = language
    _messages = gettext.translation("careercli", str(paths.locale_dir()), [language], fallback=True)


def spoken() -> str:
    """Return the language that messages are in now."""
    return _spoken


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
