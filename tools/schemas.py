"""Write schema/: the role file's JSON Schema, and those of ``--format json``.

    python tools/schemas.py

The role file's comes from the Pydantic models, the others from the records in pages.py.
A test keeps all of them current.
"""

import json
import types
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from careercli import pages
from careercli.pages import moves
from careercli.roles.schema import role_schema
from careercli.roles.workspace import read_workspace

ROOT = Path(__file__).parents[1]
PAGES = {
    "show": pages.RolePage,
    "ladder": pages.LadderPage,
    "next": moves.NextPage,
    "path": moves.PathPage,
    "match": moves.MatchPage,
    "compare": pages.ComparePage,
    "list": pages.ListPage,
    "list --by group": pages.CoveragePage,
    "search": pages.SearchPage,
    "sources": pages.SourcesPage,
    "vacancies": pages.VacanciesPage,
    "explain": pages.ExplainPage,
    "config": pages.ConfigPage,
    "start": pages.StartPage,
    "paths": pages.PathsPage,
    "import": pages.ImportsPage,
    "check": pages.CheckPage,
}
PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}

Schema = dict[str, Any]


def page_schema(command: str) -> Schema:
    """Return the schema of what a command prints with ``--format json``."""
    parts: dict[str, Schema] = {}
    page = PAGES[command]
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"careers {command} --format json",
        **_record(page, parts),
    }
    return schema | {"$defs": dict(sorted(parts.items()))}


def _record(record: Any, parts: dict[str, Schema]) -> Schema:
    """Return the schema of a record; of a page whose body may be of two kinds, of either."""
    kinds = [_flat(record, parts, body) for body in _bodies(record)]
    return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}


def _bodies(record: Any) -> list[Any]:
    body = typing.get_type_hints(record).get("body")
    return [None] if body is None else list(typing.get_args(body))


def _flat(record: Any, parts: dict[str, Schema], body: Any) -> Schema:
    hints = dict(_hints(record, body))
    properties = {name: _schema(hint, parts) for name, hint in hints.items()}
    properties |= (
        {"schema_version": {"const": pages.SCHEMA_VERSION}} if "schema_version" in hints else {}
    )
    return {
        "description": " ".join(((body or record).__doc__ or "").split()),
        "type": "object",
        "properties": properties,
        "required": list(hints),
        "additionalProperties": False,
    }


def _hints(record: Any, body: Any) -> Iterator[tuple[str, Any]]:
    """Yield the fields of a record in JSON: those of a part stand among those around it."""
    for name, hint in typing.get_type_hints(record).items():
        if name in pages.INLINE:
            yield from _hints(body if name == "body" else hint, None)
        else:
            yield name.rstrip("_"), hint


def _schema(hint: Any, parts: dict[str, Schema]) -> Schema:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if hint in PLAIN:
        return {"type": PLAIN[hint]}
    if origin is typing.Literal:
        return {"enum": list(inner)}
    if origin in (types.UnionType, typing.Union):
        return {"anyOf": [_schema(part, parts) for part in inner]}
    if origin is tuple and inner[-1] is Ellipsis:
        return {"type": "array", "items": _schema(inner[0], parts)}
    if origin is tuple:
        items = [_schema(part, parts) for part in inner]
        return {"type": "array", "prefixItems": items, "minItems": len(items), "items": False}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(inner[1], parts)}
    if hint.__name__ not in parts:
        parts[hint.__name__] = {}  # a placeholder: records may hold themselves
        parts[hint.__name__] = _record(hint, parts)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def files() -> dict[Path, str]:
    """Return every schema file with the text that it should have."""
    made = {ROOT / "schema" / "role.json": role_schema(read_workspace())}
    for command in PAGES:
        made[
            ROOT / "schema" / "output" / f"{command.replace(' --', '-').replace(' ', '-')}.json"
        ] = page_schema(command)
    return {path: json.dumps(schema, indent=2) + "\n" for path, schema in made.items()}


def main() -> None:
    """Write every file."""
    for path, text in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
