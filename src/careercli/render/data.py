"""Pages as data: JSON as they stand."""

import json
from collections.abc import Iterator
from typing import Any

from careercli.names import control_characters_in
from careercli.pages import INLINE
from careercli.screen import Screen


def to_json(page: Any, screen: Screen) -> str:
    """Return a page as JSON: the keys are its fields (docs/json.md)."""
    return _safe(json.dumps(as_dict(page), ensure_ascii=screen.ascii_only, indent=2) + "\n")


def to_json_line(page: Any) -> str:
    """Return a page as one line of JSON, with the same keys."""
    compact = json.dumps(as_dict(page), ensure_ascii=False, separators=(",", ":"))
    return _safe(compact) + "\n"


def _safe(text: str) -> str:
    unsafe = control_characters_in(text)
    return text.translate({ord(char): _escaped(char) for char in unsafe}) if unsafe else text


def _escaped(char: str) -> str:
    """Return a character as JSON may have it anywhere; one beyond 16 bits is two there."""
    return json.dumps(char)[1:-1] if ord(char) > 0xFFFF else f"\\u{ord(char):04x}"


def as_dict(value: Any) -> Any:
    """Return a record, and every record in it, as plain dicts and lists."""
    if hasattr(value, "_fields"):
        return dict(_pairs(value))
    if isinstance(value, (tuple, list)):
        return [as_dict(item) for item in value]
    if isinstance(value, dict):
        return {key: as_dict(item) for key, item in value.items()}
    return value


def _pairs(record: Any) -> Iterator[tuple[str, Any]]:
    for name, value in zip(record._fields, record, strict=True):
        if name in INLINE:
            yield from _pairs(value)
        else:
            yield name.rstrip("_"), as_dict(value)
