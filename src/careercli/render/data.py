"""Pages as data: JSON as they stand, lists as CSV."""

import csv
import io
import json
from dataclasses import asdict
from typing import Any

from careercli.pages import ListPage, RoleRow, SearchPage, SourcesPage


def to_json(page: Any, *, ascii_only: bool = False) -> str:
    """Return a page dataclass as JSON: the keys are its fields (docs/json.md)."""
    return json.dumps(asdict(page), ensure_ascii=ascii_only, indent=2) + "\n"


def to_csv(page: ListPage | SearchPage | SourcesPage) -> str:
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
            return [asdict(source) for source in sources]


def _role(role: RoleRow) -> dict[str, object]:
    pay = role.pay
    return {
        "slug": role.slug,
        "title": role.title,
        "category": role.category.id,
        "level": role.level.id,
        "outlook": role.outlook.id,
        "education_minimum": role.education.id,
        "nlqf": role.education.nlqf,
        "pay_low": round(pay.low, 2) if pay and pay.low is not None else "",
        "pay_high": round(pay.high, 2) if pay and pay.high is not None else "",
        "pay_unit": pay.unit if pay else "",
        "ilo_exposure": "" if role.exposure is None else role.exposure,
        "summary": role.summary,
    }
