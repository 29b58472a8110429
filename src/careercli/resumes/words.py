"""How a text is parted into phrases: by lines, commas, semicolons, bullets, and after a heading."""

import re
from collections.abc import Iterator

_PARTINGS = re.compile(
    r"[\n\r\v\f\x85\u2028\u2029\t;|•·●▪◦‣⁃∙]"  # lines, cells, bullets
    r"|(?:(?<!\d),|,(?!\d))(?![^()\n]{0,100}\))"  # Office (Word, Excel) is one; so is Vue 2,3
    r"|:(?=\s)"  # Frontend: React, Vue
)
_MARK = re.compile(r"\s*(?:[-–—*+>✓✔➢]+|\d{1,2}[.)])\s+")
"""What stands before an item of a list: - Python, 1. Python; but not .NET, -5, 3D."""


def phrases_of(text: str) -> Iterator[str]:
    """Yield the phrases of a text, as they stand there but for a mark in front."""
    for part in filter(str.strip, _PARTINGS.split(text)):
        mark = _MARK.match(part)
        yield part[mark.end() :] if mark else part
