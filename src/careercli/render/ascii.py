"""Say it in ASCII where a terminal has nothing else."""

import unicodedata

_SIGNS = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "−": "-",
        "·": "-",
        "…": "...",
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "→": "->",
        "↑": "^",
        "●": "*",
        "○": "o",
        "≡": "#",
        "≥": ">=",
        "×": "x",
        "β": "beta",
        "€": "EUR ",
        "\N{NO-BREAK SPACE}": " ",
        "\N{REPLACEMENT CHARACTER}": "?",
    }
)


def to_ascii(text: str) -> str:
    """Return the text in ASCII: accents dropped, signs spelled, the rest as question marks."""
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_SIGNS))
    kept = "".join(char for char in plain if not unicodedata.combining(char))
    return kept.encode("ascii", "replace").decode("ascii")
