"""What was imported: one file for each taxonomy and language, in the user's own folder.

A layer is the whole of what one download said in one language. It replaces the one before it
as a whole, or not at all. ``merging.py`` reads the layers of one taxonomy together.
"""

import gzip
import json
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from functools import partial
from io import TextIOWrapper
from pathlib import Path
from shutil import copyfile
from typing import Any, NamedTuple, TextIO

from filelock import FileLock

from careercli import paths
from careercli.errors import UsageError
from careercli.locale import LANGUAGES
from careercli.locale import translate as _
from careercli.taxonomies import NAMES
from careercli.taxonomies.damage import Damage, DamagedError
from careercli.taxonomies.occupation import Batch, Occupation

FORMAT = 3
SUFFIX = ".jsonl.gz"
_SUFFIXES = (SUFFIX, ".jsonl")  # format 1 was not compressed
_SINCE_3: dict[str, Any] = {"places": {}, "advice": ()}  # what earlier formats do not say
_LOCK_SECONDS = 60  # an import takes a few
MAX_HEADER = 100_000  # characters
_KINDS = {
    "taxonomy": str,
    "language": str,
    "release": str | None,
    "newest": str | None,
    "imported": str,
    "path": str,
    "occupations": int,
    "skills": int,
    "came_in": dict,
    "left_out": dict,
    "places": dict,
}
_NEEDS = Occupation._fields.index("needs")


class Layer(NamedTuple):
    """What is known of a layer without reading it through; ``path`` is where the download lay.

    The counts and what comes after them are as in ``Batch``.
    """

    taxonomy: str
    language: str
    release: str | None
    newest: str | None
    imported: str
    path: str
    occupations: int
    skills: int
    came_in: dict[str, int]
    left_out: dict[str, int]
    absent: tuple[str, ...]
    places: dict[str, str]
    advice: tuple[str, ...]
    file: Path

    @property
    def name(self) -> str:
        """How the layer is called: esco-en."""
        return f"{self.taxonomy}-{self.language}"

    @property
    def edition(self) -> str | None:
        """The release, else the day of the newest entry."""
        return self.release or self.newest


class Kept(NamedTuple):
    """A layer that was just kept, and the one that it replaced."""

    layer: Layer
    before: Layer | None


@contextmanager
def keep(
    name: str, batches: Iterable[Batch], path: Path, *, force: bool = False
) -> Iterator[list[Kept]]:
    """Keep everything that a download yields, in place of what was there of these languages.

    All of it or nothing: whatever goes wrong, or Ctrl-C, until the ``with`` is left, puts the
    layers back as they were. Raises what reading raises, UsageError if a newer release is there
    unless ``force`` is given, and OSError if the folder cannot be written.
    """
    folder = paths.imports_dir()
    with _alone():
        _clear(folder)  # what a command left that was killed
        try:
            with ExitStack() as undo:
                there = {layer.name: layer for layer in reversed(layers())}
                write = partial(_write, folder, name, path=path, there=there, force=force)
                new = list(map(write, batches))  # which holds one batch at a time
                for file in new:
                    _put(file, undo)
                headers = map(_header, new)
                yield [Kept(layer, there.get(layer.name)) for layer in headers]
                undo.pop_all()
        finally:
            _clear(folder)


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the lock of imports; it lies in the cache, where nobody looks for imports."""
    paths.cache_dir().mkdir(parents=True, exist_ok=True)
    with FileLock(paths.cache_dir() / "imports.lock", timeout=_LOCK_SECONDS):
        yield


def _clear(folder: Path) -> None:
    for left in folder.glob(".*.tmp"):
        left.unlink()


def _temporary(file: Path, what: str) -> Path:
    return file.with_name(f".{file.name}.{what}.tmp")


def _put(file: Path, undo: ExitStack) -> None:
    """Put a file that was written in its place, as the only one of its name."""
    name = file.name.removesuffix(SUFFIX)
    others = {layer.file for layer in layers() if layer.name == name}
    for other in {file, *others, *(file.with_name(name + suffix) for suffix in _SUFFIXES)}:
        if other.exists():
            copyfile(other, _temporary(other, "old"))
            undo.callback(_temporary(other, "old").replace, other)
        else:
            undo.callback(other.unlink, missing_ok=True)
        if other != file:
            other.unlink(missing_ok=True)
    _temporary(file, "new").replace(file)


def _write(
    folder: Path, name: str, batch: Batch, *, path: Path, there: dict[str, Layer], force: bool
) -> Path:
    """Write a layer beside its place; return that place."""
    before = there.get(f"{name}-{batch.language}")
    if before and not force and _is_older(batch, before):
        raise UsageError(
            _(
                "{name} {old} is there and newer than {new}; --force replaces it all the same"
            ).format(name=before.name, old=before.edition, new=batch.release or batch.newest)
        )
    if before and not force and _is_part(batch, before):
        raise UsageError(
            _(
                "{name} {old} is there with {count} occupations, and this download has {new}, or "
                "lacks the skills that it has; --force replaces it all the same"
            ).format(
                name=before.name,
                old=before.edition or "",
                count=before.occupations,
                new=len(batch.occupations),
            )
        )
    file = folder / f"{name}-{batch.language}{SUFFIX}"
    folder.mkdir(parents=True, exist_ok=True)
    with _temporary(file, "new").open("wb") as raw:
        # Without name and time in its head: the same download gives the same bytes.
        with (
            gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as packed,
            TextIOWrapper(packed, encoding="utf-8", newline="\n") as out,
        ):
            out.writelines(_lines(name, batch, path))
        raw.flush()
        os.fsync(raw.fileno())
    return file


def _is_older(batch: Batch, before: Layer) -> bool:
    """Return whether a download is of an older release, as far as either says."""
    if batch.release and before.release:
        return _ordered(batch.release) < _ordered(before.release)
    return bool(batch.newest and before.newest and batch.newest < before.newest)


def _is_part(batch: Batch, before: Layer) -> bool:
    """Return whether a download has far fewer occupations than what is there, or no skills."""
    fewer = len(batch.occupations) < before.occupations / 2
    return fewer or (bool(before.skills) and not batch.skills)


def _ordered(release: str) -> list[int]:
    """Return what puts releases in order; 1.2 is 1.2.0."""
    return [int(part) for part in re.findall(r"\d+", re.sub(r"(\.0+)+$", "", release))]


def _lines(name: str, batch: Batch, path: Path) -> Iterator[str]:
    header = {
        "format": FORMAT,
        "taxonomy": name,
        "language": batch.language,
        "release": batch.release,
        "newest": batch.newest,
        "imported": date.today().isoformat(),
        "path": os.fsencode(path.absolute()).decode("utf-8", "replace"),
        "occupations": len(batch.occupations),
        "skills": len(batch.skills),
        "came_in": batch.came_in,
        "left_out": batch.left_out,
        "absent": batch.absent,
        "places": dict(batch.places),
        "advice": batch.advice,
    }
    encode = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode
    yield f"{encode(header)}\n{encode(batch.skills)}\n"
    # In the order of their ids, so that layers can be merged without holding them.
    place = {skill.id: number for number, skill in enumerate(batch.skills)}
    for occupation in sorted(batch.occupations, key=lambda occupation: occupation.id):
        # A place for an id, and nothing that is not said: a quarter of the size.
        needs = [
            (place[need.skill], *(need[1:] if need.importance or need.marks else need[1:2]))
            for need in occupation.needs
        ]
        yield f"{encode((*occupation[:_NEEDS], needs, *occupation[_NEEDS + 1 :]))}\n"


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


def broken() -> list[Damage]:
    """Return what is wrong with each file that should be a layer and is none."""
    return _headers()[1]


def _headers() -> tuple[list[Layer], list[Damage]]:
    """Return the layers, and what is wrong with the files that are none."""
    whole, damaged = [], []
    for file in sorted(paths.imports_dir().glob("*.jsonl*")):
        if file.name.endswith(_SUFFIXES):
            try:
                whole.append(_header(file))
            except DamagedError as error:
                damaged.append(error.damage)
    return whole, damaged


def remove(name: str) -> list[Layer]:
    """Remove the layers of a taxonomy ("esco") or one of them ("esco-en"); return those."""
    wanted = name.casefold()
    gone = [layer for layer in layers() if wanted in (layer.taxonomy, layer.name)]
    for layer in gone:
        layer.file.unlink(missing_ok=True)
    return gone


def remove_broken(name: str) -> list[Path]:
    """Remove the files that should be such layers, by their names, and are none; return those."""
    wanted = name.casefold()
    names = ((damage.name.casefold(), Path(damage.file)) for damage in broken())
    gone = [file for called, file in names if wanted in (called, called.partition("-")[0])]
    for file in gone:
        file.unlink(missing_ok=True)
    return gone


def opened(file: Path) -> TextIO:
    """Open a layer to read its lines: the header, the skills, an occupation each."""
    if file.suffix == ".gz":
        return gzip.open(file, "rt", encoding="utf-8")
    return file.open(encoding="utf-8")


def _header(file: Path) -> Layer:
    """Return what the first line of a file says; raises DamagedError, whatever is wrong."""
    try:
        with opened(file) as lines:
            said: dict[str, Any] = json.loads(lines.readline(MAX_HEADER))
        written_as = said.pop("format")
        if written_as == 1:
            said["path"] = said.pop("origin")
        said = _SINCE_3 | said
        lists = {key: tuple(said[key]) for key in ("absent", "advice")}
        layer = Layer(**said | lists | {"file": file})
        if written_as not in range(1, FORMAT + 1) or not all(
            isinstance(getattr(layer, key), kind) for key, kind in _KINDS.items()
        ):
            raise ValueError
        date.fromisoformat(layer.imported)
    except Exception:
        raise DamagedError(re.sub(r"\.jsonl(\.gz)?$", "", file.name), file) from None
    return layer
