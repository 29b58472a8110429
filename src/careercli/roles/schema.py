"""The JSON Schema of a role file, for editors: from the models, with the closed lists filled in."""

from collections.abc import Iterable
from typing import Any

from careercli.roles.model import Role
from careercli.roles.workspace import Workspace

Schema = dict[str, Any]


def role_schema(library: Workspace) -> Schema:
    """Return the schema; ids come from the vocabulary, skills and sources as they are now."""
    schema = Role.model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "A role file of careers"
    lists, parts = library.vocabulary, schema["$defs"]
    _choose(schema["properties"]["category"], lists.categories)
    _choose(schema["properties"]["level"], lists.levels)
    _choose(parts["Outlook"]["properties"]["trend"], lists.outlooks)
    education = parts["Education"]["properties"]
    _choose(education["minimum"], lists.education)
    _choose(education["usual"], lists.education)
    _choose(education["profiles"]["items"], lists.profiles)
    _choose(education["subjects"]["items"], lists.subjects)
    _choose(education["subjects_helpful"]["items"], lists.subjects)
    for need in ("essential", "useful"):
        _choose(parts["Skills"]["properties"][need]["items"], library.skills)
    training = parts["Training"]["properties"]
    _choose(training["level"]["anyOf"][0], (*lists.education, *lists.courses))
    _choose(training["modes"]["items"], lists.modes)
    _choose(schema["properties"]["conditions"]["items"], lists.conditions)
    _choose(schema["properties"]["work"]["items"], lists.work)
    _choose(parts["Salary"]["properties"]["source"], library.sources)
    return schema


def _choose(field: Schema, ids: Iterable[str]) -> None:
    field.pop("pattern", None)
    field["enum"] = list(ids)
