"""What a TOML parser has against a text, in the reader's language."""

import re

from careercli.locale import later
from careercli.locale import translate as _

# The words of tomli; {it} is what they quote of the text. Of two that fit the first one counts.
_PARSERS_WORDS = (
    later("Cannot declare {it} twice"),
    later("Cannot mutate immutable namespace {it}"),
    later("Cannot redefine namespace {it}"),
    later("Duplicate inline table key {it}"),
    later("Escaped character is not a Unicode scalar value"),
    later("Expected '=' after a key in a key/value pair"),
    later("Expected ']' at the end of a table declaration"),
    later("Expected ']]' at the end of an array declaration"),
    later("Expected newline or end of document after a statement"),
    later("Expected {it}"),
    later("Found invalid character {it}"),
    later("Illegal character '\\n'"),  # a text that goes on over the end of its line
    later("Illegal character {it}"),
    later("Invalid date or datetime"),
    later("Invalid hex value"),
    later("Invalid initial character for a key part"),
    later("Invalid statement"),
    later("Invalid value"),
    later("Unclosed array"),
    later("Unclosed inline table"),
    later("Unescaped '\\' in a string"),
    later("Unterminated string"),
)


def in_plain_words(said: str) -> str:
    """Return what the parser said, translated; in a word of ours where it says what we never heard.

    What is said of a key that stands twice is plain in no language.
    """
    if said == "Cannot overwrite a value":
        return _("this key stands twice")
    for words in _PARSERS_WORDS:
        if found := re.fullmatch(re.escape(words).replace(r"\{it\}", "(?P<it>.+)"), said):
            return _(words).format(**found.groupdict())
    return _("it cannot be read from here on")
