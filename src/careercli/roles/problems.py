"""What is wrong with a file, where, and what to write instead."""

import dataclasses
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any, get_origin

from pydantic import ValidationError
from pydantic.fields import FieldInfo
from rapidfuzz import fuzz, process

from careercli.locale import later
from careercli.locale import translate as _
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

    @property
    def shown_field(self) -> str:
        """The key as a reader sees it: a file as a whole has a name in each language."""
        return self.field if self.loc else _(self.field)

    def __str__(self) -> str:
        """Return ``file:line: field: what is wrong; what to write instead``."""
        text = f"{self.file}:{self.line}: {self.shown_field}: {self.wrong}; {self.instead}"
        return text.translate(_ONE_LINE)


FILE = later("file")
"""What stands for the key where a problem is of the whole file."""


def dotted(loc: Loc) -> str:
    """Return ``skills[1].id`` for ("skills", 1, "id")."""
    path = ""
    for part in loc:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else str(part)
    return path or FILE


SHOWN = 16  # words of a list that fit into a message; a longer one is not told


def some(names: Collection[str]) -> str:
    """Return the first three of several names in order, and how many more there are."""
    first, more = ", ".join(sorted(names)[:3]), len(names) - 3
    return _("{names} and {count} more").format(names=first, count=more) if more > 0 else first


def nearest(word: object, allowed: Iterable[str]) -> str:
    """Return what to write instead of a word that is not on a list."""
    choices = list(allowed)
    close = process.extractOne(str(word)[:100], choices, scorer=fuzz.ratio, score_cutoff=60)
    if close:
        return _('did you mean "{word}"?').format(word=close[0])
    if len(choices) > SHOWN:
        return _("write one of the {count}, for example {words}").format(
            count=len(choices), words=", ".join(choices[:3])
        )
    return _("write one of: {words}").format(words=", ".join(choices))


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
        return loc, None, _("is missing"), _("add {sample}").format(sample=_sample(loc, field))
    if kind == "extra_forbidden":
        known = _keys_beside(model, loc)
        return loc, value, _("is not a key of this table"), nearest(loc[-1], known)
    if kind == "value_error":
        wrong, _semicolon, instead = str(context["error"]).partition("; ")
        return loc, value, wrong, instead or _written(loc, field)
    return loc, value, _wrong(kind, value, context), _written(loc, field)


_WRONG = {
    "string_type": later("{value} is not text"),
    "int_type": later("{value} is not a whole number"),
    "date_type": later("{value} is not a date"),
    "tuple_type": later("{value} is not a list"),
    "model_type": later("{value} is not a table"),
    "model_attributes_type": later("{value} is not a table"),
    "dict_type": later("{value} is not a table"),
    "string_too_short": later("is empty"),
    "too_short": later("is empty"),  # no list has to have more than one entry
    "too_long": later("has too many entries"),
    "greater_than": later("{value} is too small"),
    "greater_than_equal": later("{value} is too small"),
    "less_than_equal": later("{value} is too large"),
    "string_pattern_mismatch": later("{value} does not have the right form"),
    "literal_error": later("{value} is not one of {expected}"),
}


def _wrong(kind: str, value: object, context: dict[str, Any]) -> str:
    if kind == "too_short" and isinstance(value, str):
        kind = "string_too_short"
    template = _WRONG.get(kind)
    if template is None:
        return _("{value} is not right ({kind})").format(value=_shown(value), kind=kind)
    # Pydantic joins the words that may stand here in English.
    expected = str(context.get("expected", "")).replace(" or ", _(" or "))
    return _(template).format(value=_shown(value), expected=expected)


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
            many = isinstance(example, list)
            told = _("{key} in Dutch, as a list") if many else _("{key} in Dutch")
            return told.format(key=name)
        return f"{name} = {_toml(example)}"
    if field is not None and get_origin(field.annotation) is tuple:
        return _("a table [[{path}]] for each entry").format(path=dotted(loc))
    return _("the table [{path}]").format(path=dotted(loc))


def _sample(loc: Loc, field: FieldInfo | None) -> str:
    """Return an example that says that it is one: nobody may take it for the answer."""
    example = _example(loc, field)
    if field is None or not field.examples or loc[0] == "nl":
        return example
    return _("for example {example}").format(example=example)


def _written(loc: Loc, field: FieldInfo | None) -> str:
    return _("write {sample}").format(sample=_sample(loc, field))


def _toml(value: object) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return str(value)
