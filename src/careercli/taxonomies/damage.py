"""What is wrong with an import: kept as values, and said in the language of whoever reads it."""

from pathlib import Path
from typing import NamedTuple

from careercli.errors import InvalidDataError
from careercli.locale import later
from careercli.locale import translate as _

_WORDS = {
    "damaged": later(
        "{file}: this import is damaged and set aside; import it again, or: "
        "careers import remove {name}"
    ),
    "failed": later(
        "{file}: this import is set aside, since reading it fails ({error}); import it again, or: "
        "careers import remove {name}"
    ),
}


class Damage(NamedTuple):
    """``code`` says what is the matter, ``name`` what ``careers import remove`` knows it by."""

    code: str
    name: str
    file: str
    error: str = ""

    def __str__(self) -> str:
        """Return what is wrong and what mends it, in the reader's language."""
        from shlex import quote  # hardly anybody needs it

        return _(_WORDS[self.code]).format(file=self.file, error=self.error, name=quote(self.name))


class DamagedError(InvalidDataError):
    """A file of the imports is not as it was written."""

    def __init__(self, name: str, file: Path) -> None:
        self.damage = Damage("damaged", name, str(file))
        super().__init__(str(self.damage))
