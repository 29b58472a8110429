"""How names are compared, and which characters may reach a screen."""

import re
import unicodedata

_STEERING = ("Cc", "Cs", "Cf")
# A quick look before the slow one: plain ASCII, Latin letters and the signs that pages use.
_MAYBE_STEERING = re.compile(r"[^\t\n -~\u00a0-\u00ac\u00ae-\u024f–—‘’“”…€→↑↗↘≥●]")


def name_key(name: str) -> str:
    """Return how a title is compared: no accents, no case, no punctuation, single spaces."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = unicodedata.normalize("NFKD", plain).casefold()
    kept = (c if c.isalnum() or c in "+#" else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def as_slug(title: str) -> str:
    """Return the slug that a title or file name would have."""
    return "-".join(re.findall("[a-z0-9]+", name_key(title)))


def is_steering(char: str) -> bool:
    """Return whether a character could steer a terminal, hide itself or reorder a line."""
    return char not in "\n\t" and unicodedata.category(char) in _STEERING


def harmless(text: str) -> str:
    """Return the text with every steering character replaced by a visible mark."""
    if text.isprintable():
        return text
    if not _MAYBE_STEERING.search(text):
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if is_steering(c) else c for c in text)
