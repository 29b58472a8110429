"""How each language writes numbers, money and days: asked from Babel once, when compiling.

Kept in the catalogue, since Babel itself takes 30 ms to import.
"""

from datetime import date
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import get_currency_symbol

_BABEL = {"en": "en_GB", "nl": "nl_NL"}


def number_style(language: str) -> dict[str, object]:
    """Return how a language writes numbers and money, from Babel's locale data."""
    locale = Locale.parse(_BABEL[language])
    symbols = locale.number_symbols["latn"]
    pattern = locale.currency_formats["standard"].pattern.split(";")[0]
    return {
        "decimal": symbols["decimal"],
        "group": symbols["group"],
        "currency_gap": "\N{NO-BREAK SPACE}" if "\N{NO-BREAK SPACE}" in pattern else "",
        "currencies": {code: get_currency_symbol(code, locale) for code in ("EUR", "USD")},
    }


@cache
def written_out(day: date, language: str) -> str:
    """Return a day in words: 22 November 2026."""
    return format_date(day, "long", _BABEL[language])


@cache
def language_name(code: str, language: str) -> str:
    """Return the name of a language: French, Frans; its code where Babel does not know it."""
    try:
        name = Locale.parse(code, sep="-").get_display_name(_BABEL[language])
    except (ValueError, UnknownLocaleError):
        name = None
    return name or code
