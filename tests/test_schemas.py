"""The JSON Schemas in schema/ are current, and the role file's fits the shipped roles."""

import datetime
import json
import re
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest
import tomli
from tools import schemas

from tests.conftest import ROOT

pytestmark = pytest.mark.shipped

ROLES = sorted((ROOT / "data" / "roles").glob("*.toml"))


def test_schemas_are_current() -> None:
    """Each file is what tools/schemas.py writes today."""
    files = schemas.files()
    assert files
    for path, text in files.items():
        assert path.read_text(encoding="utf-8") == text, f"{path}: run python tools/schemas.py"


def as_json(value: Any) -> Any:
    """Return TOML data as JSON data: dates become text."""
    if isinstance(value, dict):
        return {key: as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def test_every_shipped_role_fits_the_schema() -> None:
    """An editor that checks against the schema finds no fault with our own files."""
    assert len(ROLES) >= 20
    schema = json.loads((ROOT / "schema" / "role.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    for path in ROLES:
        text = path.read_text(encoding="utf-8")
        assert text.startswith("#:schema ../../schema/role.json\n")
        validator.validate(as_json(tomli.loads(text)))


def test_every_field_of_a_role_is_described() -> None:
    """Whoever fills a file in from an editor reads what each field wants."""
    schema = json.loads((ROOT / "schema" / "role.json").read_text(encoding="utf-8"))
    parts = "Codes Salary Outlook Education Skills Training Step Ladder Text"
    for part in parts.split():
        for name, field in schema["$defs"][part]["properties"].items():
            assert field.get("description"), f"{part}.{name}"


def keys(schema: Any) -> Iterator[str]:
    """Yield the name of every key that a schema describes, at any depth."""
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for part in schema.values():
            yield from keys(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from keys(part)


def test_the_keys_of_json_are_those_in_its_documentation() -> None:
    """docs/json.md tells of every key in the output, and its tables of no other."""
    folder = ROOT / "schema" / "output"
    known = {key for path in folder.glob("*.json") for key in keys(json.loads(path.read_text()))}
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert known <= set(re.findall(r"`(\w+)`", text))
    tables = re.findall(r"^\| key.*\n\|-.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    first_cells = " ".join(row.split("|")[1] for table in tables for row in table.splitlines())
    assert set(re.findall(r"`(\w+)`", first_cells)) <= known
