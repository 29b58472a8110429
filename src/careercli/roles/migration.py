"""Rewrite a role file of format 1 in format 2, by its lines: comments and texts stay as they are.

What format 2 says in another way is carried over; what it cannot know (the level of a study) is
left out, and ``careers check`` asks for it. Nothing is guessed.
"""

import json
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

import tomli

from careercli.locale import translate as _
from careercli.roles.lines import Chunk, Loc, chunks

WIDTH = 96
_LEVELS = {"medior": "mid-level"}
_GONE = (
    ("education", "regulated"),
    ("education", "work_based"),
    ("en", "studies"),
    ("nl", "studies"),
)


def key_of_format_1(data: dict[str, Any]) -> Loc | None:
    """Return the first key by which a role file shows that it is of format 1; None if none."""
    if isinstance(data.get("skills"), list):
        return ("skills",)
    if isinstance(level := data.get("level"), str) and level in _LEVELS:
        return ("level",)
    return next((loc for loc in _GONE if loc[1] in _table(data, loc[0])), None)


def in_format_2(text: str) -> str:
    """Return a role file of format 1 in format 2; the text must be TOML."""
    data = tomli.loads(text)
    out, skills_to_come, top_to_come = list[str](), True, True
    for chunk in chunks(text):
        if chunk.is_header and top_to_come:
            out += _top(data)
            top_to_come = False
        if chunk.loc[:1] == ("skills",) and isinstance(data.get("skills"), list):
            if skills_to_come:
                out.append(_skills(data["skills"], as_table=chunk.is_header))
                skills_to_come = False
            out += [chunk.text] if chunk.text.lstrip().startswith("#") else []
            continue
        if chunk.is_header and chunk.loc in (("ladder",), ("en",)):
            out += _trainings(data)
            data = {**data, "en": {}, "nl": {}}  # said once
        out += _kept(chunk, data)
    return "".join(out)


def _kept(chunk: Chunk, data: dict[str, Any]) -> Iterable[str]:
    if chunk.loc == ("level",) and chunk.is_key and data.get("level") in _LEVELS:
        return [chunk.text.replace(data["level"], _LEVELS[data["level"]], 1)]
    return [] if chunk.loc in _GONE and chunk.is_key else [chunk.text]


def _table(data: dict[str, Any], name: str) -> dict[str, Any]:
    found = data.get(name)
    return found if isinstance(found, dict) else {}


def _top(data: dict[str, Any]) -> Iterator[str]:
    """Yield what now stands before the first table: conditions, for what the law asked."""
    education = _table(data, "education")
    if "regulated" in education:
        told = _(
            '# education.regulated was "{value}": now one of the conditions,\n'
            "# with the law beside each in data/vocabulary.toml."
        )
        yield told.format(value=education["regulated"]) + "\nconditions = []\n"
    if education.get("work_based"):
        told = _("# work_based was true: say so in the modes of a training (bbl, dual, employer).")
        yield f"{told}\n"
    if "regulated" in education or education.get("work_based"):
        yield "\n"


def _skills(needs: list[Any], *, as_table: bool) -> str:
    """Return the skills as two lists, under a header or as keys of their own."""
    lines = ["[skills]"] if as_table else []
    for need in ("essential", "useful"):
        ids = [
            skill["id"]
            for skill in needs
            if isinstance(skill, dict) and skill.get("need") == need and "id" in skill
        ]
        lines.append(f"{'' if as_table else 'skills.'}{need} = {string_list(ids)}")
    return "\n".join(lines) + "\n\n"


def _trainings(data: dict[str, Any]) -> Iterator[str]:
    """Yield each study as a training without a level, which the file did not say by itself."""
    english, dutch = (_table(data, language).get("studies") for language in ("en", "nl"))
    if isinstance(english, list) and isinstance(dutch, list):
        for en, nl in zip(english, dutch, strict=False):
            yield f"[[training]]\nen = {_string(en)}\nnl = {_string(nl)}\n\n"


def string_list(ids: Iterable[str]) -> str:
    """Return a list of texts as TOML, on as many lines as it takes."""
    whole = f"[{', '.join(map(_string, ids))}]"
    if len(whole) <= WIDTH - len("essential = "):
        return whole
    rows = textwrap.wrap(whole[1:-1], WIDTH - 2, break_long_words=False, break_on_hyphens=False)
    return "[\n" + "".join(f"  {row}\n" for row in rows) + "]"


def _string(text: object) -> str:
    return json.dumps(str(text), ensure_ascii=False)
