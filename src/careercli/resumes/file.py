"""A resume's file: its text, whatever the encoding, or for what it is when it is no text.

What it is, is told by what it begins with, since the ending of a name says what anybody likes.
"""

import codecs
import re
import sys
from json import detect_encoding
from pathlib import Path
from typing import NamedTuple

from careercli.errors import InvalidDataError, UsageError, reason
from careercli.locale import later
from careercli.locale import translate as _
from careercli.names import sanitize

MAX_BYTES = 5_000_000  # a long resume has 50,000; Europass puts a photo into it
STDIN = "-"

_PDF = later("a PDF")
_DOCUMENT = later("a document of a word processor")
_PICTURE = later("a picture")
_PACKED = later("a packed file")
_WEB_PAGE = later("a web page")
_KINDS = (
    (rb"%PDF", _PDF),
    (rb"\xd0\xcf\x11\xe0|\{\\rtf", _DOCUMENT),
    (rb"\x89PNG|\xff\xd8\xff|GIF8[79]a|II\*\0|MM\0\*|RIFF.{4}WEBP|.{4}ftyp", _PICTURE),
    (rb"PK\x03\x04|\x1f\x8b|7z\xbc\xaf|Rar!|BZh\d1AY|\xfd7zXZ", _PACKED),
    (rb"\s*<(?i:!doctype html|html)", _WEB_PAGE),
)
_PACKED_DOCUMENTS = (b"word/document", b"opendocument.text")  # Word, LibreOffice
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # it begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class Text(NamedTuple):
    """The text of a file; ``where`` is how it is called in messages."""

    where: str
    text: str

    @property
    def is_json(self) -> bool:
        """Whether it begins as an object or a list of JSON does."""
        return self.text.lstrip().startswith(("{", "["))

    @property
    def is_xml(self) -> bool:
        """Whether it begins with a tag."""
        return self.text.lstrip().startswith("<")


def text_of(path: Path | str) -> Text:
    """Return the text of a file, or of stdin where the path is ``-``.

    Raises UsageError if there is no such file, InvalidDataError if it cannot be read, is too
    large, empty or no text.
    """
    where = _("standard input") if str(path) == STDIN else str(path)
    try:
        raw = _bytes_of(path)
    except FileNotFoundError:
        raise UsageError(sanitize(_("{path}: there is no such file").format(path=where))) from None
    except OSError as error:
        told = _("cannot be read ({error})").format(error=reason(error))
        raise wrong(where, told) from None
    _refuse(where, raw)
    text = _decoded(raw)
    if text is None or "\0" in text:
        raise wrong(
            where, _("is no text; give a text with a skill a line, or JSON Resume or Europass XML")
        )
    if not text.strip():
        raise wrong(where, _("is empty"))
    return Text(where, text)


def wrong(where: str, what: str) -> InvalidDataError:
    """Return the error that tells what is the matter with a file, and never quotes it."""
    return InvalidDataError(sanitize(f"{where}: {what}"))


def _bytes_of(path: Path | str) -> bytes:
    """Return what the file holds, and one byte more than it may hold if it is too large."""
    if str(path) == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin else b""
    with Path(path).open("rb") as file:
        return file.read(MAX_BYTES + 1)


def _refuse(where: str, raw: bytes) -> None:
    if kind := _kind_of(raw):
        told = _("is {kind}; give a text with a skill a line, or JSON Resume or Europass XML")
        raise wrong(where, told.format(kind=_(kind)))
    if len(raw) > MAX_BYTES:
        told = _("is larger than {size} MB, which no resume is; leave pictures out of it")
        raise wrong(where, told.format(size=MAX_BYTES // 1_000_000))


def _kind_of(raw: bytes) -> str:
    """Return what a file is that is known to be no text."""
    found = (kind for begin, kind in _KINDS if re.match(begin, raw, re.DOTALL))
    kind = next(found, "")
    if kind == _PACKED and any(name in raw for name in _PACKED_DOCUMENTS):
        return _DOCUMENT
    return kind


def _decoded(raw: bytes) -> str | None:
    """Return the text, or nothing if it is none.

    Without a mark it is UTF-8, or UTF-16 as its zeros tell, else what Windows wrote before.
    """
    marked = next((name for mark, name in _MARKS if raw.startswith(mark)), None)
    for encoding in (marked,) if marked else (detect_encoding(raw), "cp1252", "latin-1"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
