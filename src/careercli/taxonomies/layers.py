"""What was imported: one file for each taxonomy and language, in the user's own folder.

A layer is the whole of what one download said in one language. It replaces the one before it
as a whole, or not at all. Layers of one taxonomy are merged by the occupations' ids when they
are read, so languages may be imported in any order, from different releases too.
"""

import errno
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from heapq import merge
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock

from careercli import paths
from careercli.errors import InvalidDataError
from careercli.locale import LANGUAGES
from careercli.locale import translate as _
from careercli.taxonomies import NAMES, taxonomy
from careercli.taxonomies.occupation import (
    KINDS,
    NEEDS,
    REUSE,
    Batch,
    Occupation,
    Share,
    Skill,
    SkillRequirement,
)

FORMAT = 1
SUFFIX = ".jsonl"
_LOCK_SECONDS = 60  # an import takes a few
MAX_HEADER = 100_000  # characters
_KINDS = {
    "taxonomy": str,
    "language": str,
    "release": str | None,
    "newest": str | None,
    "imported": str,
    "origin": str,
    "occupations": int,
    "skills": int,
    "came_in": dict,
    "left_out": dict,
}
_NEEDS = Occupation._fields.index("needs")


class Layer(NamedTuple):
    """What is known of a layer without reading it through."""

    taxonomy: str
    language: str
    release: str | None
    newest: str | None
    imported: str
    origin: str
    occupations: int
    skills: int
    came_in: dict[str, int]
    left_out: dict[str, int]
    absent: tuple[str, ...]
    file: Path

    @property
    def name(self) -> str:
        """How the layer is called: esco-en."""
        return f"{self.taxonomy}-{self.language}"


def keep(name: str, batches: Iterable[Batch], origin: Path) -> list[Layer]:
    """Keep everything that a download yields, in place of what was there of these languages.

    All of it or nothing: whatever goes wrong, or Ctrl-C, leaves the layers as they were.
    Raises what reading raises, and OSError if the folder cannot be written.
    """
    folder = paths.imports_dir()
    written: list[tuple[Path, Path]] = []
    with _alone():
        for left in folder.glob(f".*{SUFFIX}*.tmp"):  # by a command that was killed
            left.unlink()
        try:
            for batch in batches:
                file = folder / f"{name}-{batch.language}{SUFFIX}"
                temporary = folder / f".{file.name}.tmp"
                folder.mkdir(parents=True, exist_ok=True)
                written.append((temporary, file))
                if file.is_dir():  # no place for it, so none of the others takes its own
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(file))
                _write(temporary, name, batch, origin)
            for temporary, file in written:
                temporary.replace(file)
        finally:
            for temporary, _file in written:
                temporary.unlink(missing_ok=True)
    return [_header(file) for _temporary, file in written]


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the lock of imports; it lies in the cache, where nobody looks for imports."""
    paths.cache_dir().mkdir(parents=True, exist_ok=True)
    with FileLock(paths.cache_dir() / "imports.lock", timeout=_LOCK_SECONDS):
        yield


def _write(file: Path, name: str, batch: Batch, origin: Path) -> None:
    header = {
        "format": FORMAT,
        "taxonomy": name,
        "language": batch.language,
        "release": batch.release,
        "newest": batch.newest,
        "imported": date.today().isoformat(),
        "origin": os.fsencode(origin.absolute()).decode("utf-8", "replace"),
        "occupations": len(batch.occupations),
        "skills": len(batch.skills),
        "came_in": batch.came_in,
        "left_out": batch.left_out,
        "absent": batch.absent,
    }
    write = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    with file.open("w", encoding="utf-8", newline="\n") as out:
        out.write(f"{write(header)}\n{write(batch.skills)}\n")
        # In the order of their ids, so that layers can be merged without holding them.
        place = {skill.id: number for number, skill in enumerate(batch.skills)}
        for found in sorted(batch.occupations, key=lambda occupation: occupation.id):
            # A place for an id, and nothing that is not said: a quarter of the size.
            needs = [
                (place[need.skill], *(need[1:] if need.importance or need.marks else need[1:2]))
                for need in found.needs
            ]
            out.write(f"{write((*found[:_NEEDS], needs, *found[_NEEDS + 1 :]))}\n")
        out.flush()
        os.fsync(out.fileno())


def layers() -> list[Layer]:
    """Return every layer, in the order of the taxonomies; a file that is none is passed over.

    Of one taxonomy the newest comes first, and English before Dutch before others: what
    layers disagree on is taken from the first.
    """
    known = [layer for layer in _headers()[0] if layer.taxonomy in NAMES]
    return sorted(known, key=_rank)


def _rank(layer: Layer) -> tuple[int, tuple[int, ...], int, str]:
    languages = LANGUAGES.index(layer.language) if layer.language in LANGUAGES else len(LANGUAGES)
    newest = tuple(-int(part) for part in (layer.newest or "0").split("-") if part.isdigit())
    return list(NAMES).index(layer.taxonomy), newest, languages, layer.language


def broken() -> list[str]:
    """Return what is wrong with each file that should be a layer and is none."""
    return [problem for _file, problem in _headers()[1]]


def _headers() -> tuple[list[Layer], list[tuple[Path, str]]]:
    """Return the layers, and the files that are none with what is wrong."""
    found, problems = [], []
    for file in sorted(paths.imports_dir().glob(f"*{SUFFIX}")):
        try:
            found.append(_header(file))
        except InvalidDataError as error:
            problems.append((file, str(error)))
    return found, problems


def remove(name: str) -> list[Layer]:
    """Remove the layers of a taxonomy ("esco") or one of them ("esco-en"); return those."""
    gone = [layer for layer in layers() if name in (layer.taxonomy, layer.name)]
    for layer in gone:
        layer.file.unlink(missing_ok=True)
    return gone


def remove_broken(name: str) -> list[Path]:
    """Remove the files that should be such layers, by their names, and are none; return those."""
    gone = [
        file for file, _problem in _headers()[1] if name in (file.stem, file.stem.split("-")[0])
    ]
    for file in gone:
        file.unlink(missing_ok=True)
    return gone


def _header(file: Path) -> Layer:
    try:
        with file.open(encoding="utf-8") as lines:
            found: dict[str, Any] = json.loads(lines.readline(MAX_HEADER))
        if found.pop("format") != FORMAT:
            raise _damaged(file)
        layer = Layer(**found | {"absent": tuple(found["absent"]), "file": file})
        if not all(isinstance(getattr(layer, name), kind) for name, kind in _KINDS.items()):
            raise _damaged(file)
        date.fromisoformat(layer.imported)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise _damaged(file) from None
    return layer


def _damaged(file: Path) -> InvalidDataError:
    return InvalidDataError(
        _("{file}: this import is damaged; import it again, or careers import remove").format(
            file=file
        )
    )


class MergedSkill(NamedTuple):
    """A skill with its name in every language that was imported."""

    facts: Skill
    names: dict[str, str]


class MergedOccupation(NamedTuple):
    """An occupation with what each language says of it; ``facts`` is the leading layer's."""

    facts: Occupation
    wordings: dict[str, Occupation]


def merged_skills(found: Iterable[Layer]) -> dict[str, MergedSkill]:
    """Return the skills of the layers of one taxonomy by id; raises InvalidDataError."""
    merged: dict[str, MergedSkill] = {}
    for layer in found:
        with layer.file.open(encoding="utf-8") as lines:
            for skill in _skills(layer, lines):
                known = merged.setdefault(skill.id, MergedSkill(skill, {}))
                known.names[layer.language] = skill.name
    return merged


def merged_occupations(
    found: Iterable[Layer], skill_ids: Mapping[str, str]
) -> Iterator[MergedOccupation]:
    """Yield the occupations of the layers of one taxonomy, merged by id, one at a time.

    ``skill_ids`` says what the skills are called from here on.
    Raises InvalidDataError if a file is damaged.
    """
    streams = (_ranked(rank, layer, skill_ids) for rank, layer in enumerate(found))
    for _id, group in groupby(merge(*streams), key=lambda item: item[0]):
        same = {language: occupation for _id, _rank, language, occupation in group}
        yield MergedOccupation(next(iter(same.values())), same)


def _ranked(
    rank: int, layer: Layer, skill_ids: Mapping[str, str]
) -> Iterator[tuple[str, int, str, Occupation]]:
    return ((found.id, rank, layer.language, found) for found in _occupations(layer, skill_ids))


def _skills(layer: Layer, lines: Iterator[str]) -> list[Skill]:
    """Return the skills from the second line of a layer's file."""
    next(lines)
    try:
        found = [Skill(*row) for row in json.loads(next(lines))]
        if not all(s.kind in KINDS and (s.reuse is None or s.reuse in REUSE) for s in found):
            raise ValueError
        return found
    except (ValueError, TypeError, StopIteration, RecursionError):
        raise _damaged(layer.file) from None


def _occupations(layer: Layer, skill_ids: Mapping[str, str]) -> Iterator[Occupation]:
    count, code = 0, taxonomy(layer.taxonomy).code
    with layer.file.open(encoding="utf-8") as lines:
        ids = [skill_ids[skill.id] for skill in _skills(layer, lines)]
        try:
            for line in lines:
                count += 1
                yield _occupation(json.loads(line), ids, code)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            raise _damaged(layer.file) from None
    if count != layer.occupations:
        raise _damaged(layer.file)


def _occupation(row: list[Any], ids: list[str], code: str) -> Occupation:
    """Return a line of a layer as an occupation; raises ValueError if it cannot be one."""
    found = Occupation(*row)
    needs: Any = found.needs
    texts = (found.id, found.code, found.link, found.title, found.description, found.codes[code])
    lists = (found.aliases, found.tasks, found.broader, found.related, found.codes.values())
    if not found.title or not all(
        isinstance(text, str) for text in (*texts, *(text for texts in lists for text in texts))
    ):
        raise ValueError
    if {need[1] for need in needs} - NEEDS:
        raise ValueError
    return found._replace(
        needs=tuple([SkillRequirement(ids[need[0]], *need[1:]) for need in needs]),
        diplomas=tuple(Share(*share) for share in found.diplomas),
    )
