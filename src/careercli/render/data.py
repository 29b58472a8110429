"""Pages as data: JSON as they stand, lists as CSV."""

import csv
import io
import json
from collections.abc import Iterator
from typing import Any

from careercli.names import control_characters_in
from careercli.pages import INLINE, ListPage, RoleRow, SearchPage, SourcesPage
from careercli.screen import Screen


def to_json(page: Any, screen: Screen) -> str:
    """Return a page as JSON: the keys are its fields (docs/json.md)."""
    text = json.dumps(as_dict(page), ensure_ascii=screen.ascii_only, indent=2) + "\n"
    return text.translate(
        {ord(char): f"\\u{ord(char):04x}" for char in control_characters_in(text)}
    )


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
            yield name, as_dict(value)


def to_csv(page: ListPage | SearchPage | SourcesPage, _screen: Screen) -> str:
    """Return a list as CSV with a header row, full stops as decimal sign."""
    out = io.StringIO()
    rows = list(_rows(page))
    writer = csv.DictWriter(out, rows[0].keys() if rows else [], lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _rows(page: ListPage | SearchPage | SourcesPage) -> list[dict[str, object]]:
    match page:
        case ListPage(roles=roles):
            return [_role(role) for role in roles]
        case SearchPage(hits=hits):
            return [_role(hit.role) | {"field": hit.field} for hit in hits]
        case SourcesPage(sources=sources):
            return [source._asdict() for source in sources]


def _role(role: RoleRow) -> dict[str, object]:
    pay = role.pay
    return {
        "slug": role.slug,
        "title": role.title,
        "origin": role.origin.id,
        "category": role.category.id if role.category else "",
        "level": role.level.id if role.level else "",
        "outlook": role.outlook.id,
        "education_minimum": role.education.id if role.education else "",
        "nlqf": role.education.nlqf if role.education else "",
        "pay_low": round(pay.low, 2) if pay and pay.low is not None else "",
        "pay_high": round(pay.high, 2) if pay and pay.high is not None else "",
        "pay_unit": pay.unit if pay else "",
        "ilo_exposure": "" if role.exposure is None else role.exposure,
        "summary": role.summary,
    }
