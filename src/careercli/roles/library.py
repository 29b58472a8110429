"""Everything that lies in the data folders: drafts of roles, and the lists they refer to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from careercli import paths
from careercli.figures.tables import Tables, read_tables
from careercli.locale import LANGUAGES
from careercli.names import name_key
from careercli.roles.model import Board, Skill, Source, Style, Vocabulary
from careercli.roles.reading import (
    PROSE,
    Draft,
    read_draft,
    read_model,
    read_models,
    role_files,
    sentence_key,
    sentences,
)


@dataclass(frozen=True)
class Library:
    """All drafts by slug, and what they may refer to.

    A user's own draft stands before a shipped one, which ``replaced`` keeps.
    """

    drafts: Mapping[str, Draft]
    replaced: Mapping[str, Draft]
    vocabulary: Vocabulary
    skills: Mapping[str, Skill]
    sources: Mapping[str, Source]
    boards: Mapping[str, Board]
    tables: Tables
    given: tuple[Draft, ...] = ()

    @property
    def to_check(self) -> tuple[Draft, ...]:
        """The drafts that were asked for by path, every one; all drafts if none was."""
        return self.given or tuple(self.drafts.values())

    @cached_property
    def named(self) -> Mapping[str, set[str]]:
        """The slugs that each title, alias or slug stands for, by its ``name_key``."""
        found: dict[str, set[str]] = {}
        for draft in self.drafts.values():
            for name in (draft.slug, *(name for _, name in draft.names())):
                found.setdefault(name_key(name), set()).add(draft.slug)
        return found

    @cached_property
    def led_to_by(self) -> Mapping[str, set[str]]:
        """The roles whose ladder names a role: its ways in."""
        found: dict[str, set[str]] = {}
        for draft in self.drafts.values():
            for _, target in draft.targets():
                found.setdefault(target, set()).add(draft.slug)
        return found

    @cached_property
    def said_by(self) -> Mapping[str, set[str]]:
        """The slugs of the roles in which each sentence stands, by its ``sentence_key``."""
        found: dict[str, set[str]] = {}
        for draft in self.drafts.values():
            for language in LANGUAGES:
                for name in PROSE:
                    for sentence in sentences(draft.string(f"{language}.{name}")):
                        found.setdefault(sentence_key(sentence), set()).add(draft.slug)
        return found

    @cached_property
    def style(self) -> Style:
        """What the writing is held to; raises InvalidDataError if data/style.toml is broken."""
        return read_model(paths.data_dir() / "style.toml", Style)


def read_library(extra: Iterable[Path] = ()) -> Library:
    """Read the shipped data, the user's own roles, then ``extra`` role files.

    A later role takes the place of an earlier one with the same slug.
    Raises InvalidDataError if the shipped lists or tables are broken.
    """
    data = paths.data_dir()
    drafts: dict[str, Draft] = {}
    replaced: dict[str, Draft] = {}
    given: list[Draft] = []
    for origin, files in (
        ("shipped", role_files(data / "roles")),
        ("user", role_files(paths.user_roles_dir())),
        ("given", extra),
    ):
        for path in files:
            draft = read_draft(path, origin)
            if draft.slug in drafts and not _same_file(drafts[draft.slug].path, path):
                replaced[draft.slug] = drafts[draft.slug]
            drafts[draft.slug] = draft
            given += [draft] if origin == "given" else []
    return Library(
        drafts=drafts,
        replaced=replaced,
        given=tuple(given),
        vocabulary=read_model(data / "vocabulary.toml", Vocabulary),
        skills=read_models(data / "skills.toml", Skill),
        sources=read_models(data / "sources.toml", Source),
        boards=read_models(data / "boards.toml", Board),
        tables=read_tables(data / "figures"),
    )


def _same_file(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()
