"""What is wrong with a file, where, and what to write instead."""

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from careercli.roles.lines import Loc
from careercli.roles.model import Model

# A file name or a key may hold line breaks; a problem is one line all the same.
_ONE_LINE = dict.fromkeys(map(ord, "\n\r\t\v\f\x85\u2028\u2029"), "\N{REPLACEMENT CHARACTER}")


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend in one file, at the line and the key, ``loc`` in parts."""

    file: str
    line: int
    field: str
    wrong: str
    instead: str
    loc: Loc = dataclasses.field(default=(), compare=False)

    def __str__(self) -> str:
        """Return ``file:line: field: what is wrong; what to write instead``."""
        text = f"{self.file}:{self.line}: {self.field}: {self.wrong}; {self.instead}"
        return text.translate(_ONE_LINE)


def dotted(loc: Loc) -> str:
    """Return ``skills[1].id`` for ("skills", 1, "id")."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path or "file"


SHOWN = 16  # words of a list that fit into a message; a longer one is not told


def some(names: Collection[str]) -> str:
    """Return the first three of several names in order, and how many more there are."""
    more = len(names) - 3
    return ", ".join(sorted(names)[:3]) + (f" and {more} more" if more > 0 else "")


def nearest(word: object, allowed: Iterable[str]) -> str:
    """Return what to write instead of a word that is not on a list."""
    choices = list(allowed)
    close = process.extractOne(str(word)[:100], choices, scorer=fuzz.ratio, score_cutoff=60)
    if close:
        return f'did you mean "{close[0]}"?'
    if len(choices) > SHOWN:
        return f"write one of the {len(choices)}, for example {', '.join(choices[:3])}"
    return f"write one of: {', '.join(choices)}"


def explain(error: ValidationError, model: type[Model]) -> list[tuple[Loc, object, str, str]]:
    """Return (place, value, what is wrong, what to write instead) for each Pydantic error."""
    details = error.errors(include_url=False)
    return [_explain_one(dict(detail), model) for detail in details if not _follows(dict(detail))]


def _follows(detail: dict[str, Any]) -> bool:
    """Return whether Pydantic calls a list too short only because its entries are wrong."""
    value = detail["input"]
    return detail["type"] == "too_short" and isinstance(value, list) and bool(value)


def _explain_one(detail: dict[str, Any], model: type[Model]) -> tuple[Loc, object, str, str]:
    loc: Loc = tuple(detail["loc"])
    kind, value, context = detail["type"], detail.get("input"), detail.get("ctx", {})
    field = _field(model, loc)
    if kind == "missing":
        return loc, None, "is missing", f"add {_sample(loc, field)}"
    if kind == "extra_forbidden":
        known = _keys_beside(model, loc)
        return loc, value, "is not a key of this table", nearest(loc[-1], known)
    if kind == "value_error":
        wrong, _, instead = str(context["error"]).partition("; ")
        return loc, value, wrong, instead or _written(loc, field)
    return loc, value, _wrong(kind, value, context), _written(loc, field)


_WRONG = {
    "string_type": "{value} is not text",
    "int_type": "{value} is not a whole number",
    "date_type": "{value} is not a date",
    "tuple_type": "{value} is not a list",
    "model_type": "{value} is not a table",
    "model_attributes_type": "{value} is not a table",
    "dict_type": "{value} is not a table",
    "string_too_short": "is empty",
    "too_short": "is empty",  # no list has to have more than one entry
    "too_long": "has too many entries",
    "greater_than": "{value} is too small",
    "greater_than_equal": "{value} is too small",
    "less_than_equal": "{value} is too large",
    "string_pattern_mismatch": "{value} does not have the right form",
    "literal_error": "{value} is not one of {expected}",
}


def _wrong(kind: str, value: object, context: dict[str, Any]) -> str:
    if kind == "too_short" and isinstance(value, str):
        kind = "string_too_short"
    template = _WRONG.get(kind)
    if template is None:
        return f"{_shown(value)} is not right ({kind})"
    return template.format(value=_shown(value), expected=context.get("expected", ""))


def _shown(value: object) -> str:
    text = f'"{value}"' if isinstance(value, str) else str(value)
    text = text.encode("unicode_escape").decode() if not text.isprintable() else text
    return text if len(text) <= 40 else text[:37] + "..."


def _field(model: type[Model], loc: Loc) -> FieldInfo | None:
    """Return the definition of the field at ``loc``, through nested models, lists and dicts."""
    fields, found, in_dict = model.model_fields, None, False
    for part in loc:
        if isinstance(part, int) or in_dict:  # an entry's number or its id
            in_dict = False
            continue
        found = fields.get(part)
        inner = _inner_model(found.annotation) if found else None
        fields = inner.model_fields if inner else {}
        in_dict = found is not None and get_origin(found.annotation) is dict
    return found


def _inner_model(annotation: Any) -> type[Model] | None:
    """Return the model inside ``X``, ``X | None`` or ``tuple[X, ...]``, if there is one."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    for argument in getattr(annotation, "__args__", ()):
        if inner := _inner_model(argument):
            return inner
    return None


def _keys_beside(model: type[Model], loc: Loc) -> list[str]:
    """Return the keys that the table of ``loc`` may have."""
    parent = _field(model, loc[:-1])
    inner = _inner_model(parent.annotation) if parent else model
    return list(inner.model_fields) if inner else []


def _example(loc: Loc, field: FieldInfo | None) -> str:
    name = next((part for part in reversed(loc) if isinstance(part, str)), "")
    if field is not None and field.examples:
        example = field.examples[0]
        if loc[0] == "nl":  # the examples are English, and nobody should copy one here
            return f"{name} in Dutch" + (", as a list" if isinstance(example, list) else "")
        return f"{name} = {_toml(example)}"
    if field is not None and get_origin(field.annotation) is tuple:
        return f"a table [[{dotted(loc)}]] for each entry"
    return f"the table [{dotted(loc)}]"


def _sample(loc: Loc, field: FieldInfo | None) -> str:
    """Return an example that says that it is one: nobody may take it for the answer."""
    example = _example(loc, field)
    if field is None or not field.examples or loc[0] == "nl":
        return example
    return f"for example {example}"


def _written(loc: Loc, field: FieldInfo | None) -> str:
    return f"write {_sample(loc, field)}"


def _toml(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return str(value)
