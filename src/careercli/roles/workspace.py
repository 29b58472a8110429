"""Everything that lies in the data folders: drafts of roles, and the lists they refer to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from careercli import paths
from careercli.figures.figures import RoleFigures
from careercli.figures.join import Codes, join
from careercli.figures.pay import PayRules, pay_rules
from careercli.figures.tables import (
    CodeSystem,
    LookupTable,
    Published,
    Row,
    Series,
    Tables,
    lookup_in,
    read_rows,
    read_tables,
)
from careercli.locale import LANGUAGES
from careercli.names import compound_key, name_key
from careercli.roles.reading import (
    PROSE,
    Draft,
    read_draft,
    read_model,
    read_models,
    role_files,
    runs_of_words,
    sentences,
)
from careercli.roles.reference import (
    Board,
    GlossaryEntry,
    PublishedTables,
    Skill,
    Source,
    Style,
    Traits,
    Vocabulary,
    whole_words,
)
from careercli.roles.reference import Series as SeriesModel


class Title(NamedTuple):
    """A title that no published index has, with the group in which the editors count it."""

    isco08: str
    language: str
    title: str


@dataclass(frozen=True)
class ReferenceData:
    """What roles may refer to."""

    vocabulary: Vocabulary
    skills: Mapping[str, Skill]
    traits: Traits
    sources: Mapping[str, Source]
    boards: Mapping[str, Board]
    glossary: Mapping[str, GlossaryEntry]
    published: Published
    tables: Tables
    titles: tuple[Title, ...]

    @cached_property
    def pay_rules(self) -> PayRules:
        """What pay is converted and judged by."""
        return pay_rules(self.tables)

    def codes_of(self, system: str) -> Mapping[str, Row]:
        """Return the codes of a classification with their names; none of one without a table."""
        known = self.published.systems.get(system)
        return self.tables[known.table] if known else {}

    def figures(self, codes: Codes, language: str = "en") -> RoleFigures:
        """Return every published figure for a role's codes."""
        return join(codes, self.published, lookup_in(self.tables), language)

    @cached_property
    def counted_in(self) -> Mapping[str, tuple[str, ...]]:
        """The ISCO groups in which CBS counts each Dutch title, by the title's ``compound_key``."""
        return {
            compound_key(title): tuple(row["isco08"].split())
            for title, row in self.tables["cbs-titles"].items()
        }

    @cached_property
    def style(self) -> Style:
        """What the writing is held to; raises InvalidDataError if data/style.toml is broken."""
        return read_model(paths.data_dir() / "style.toml", Style)


@dataclass(frozen=True)
class Workspace(ReferenceData):
    """All drafts by slug beside the lists. A user's own draft stands before a shipped one."""

    drafts: Mapping[str, Draft]
    given: tuple[Draft, ...] = ()

    @property
    def to_check(self) -> tuple[Draft, ...]:
        """The drafts that were asked for by path, every one; all drafts if none was."""
        return self.given or tuple(self.drafts.values())

    @cached_property
    def named(self) -> Mapping[str, set[str]]:
        """The slugs that each title, alias or slug stands for, by its ``name_key``."""
        return self._by_name(lambda draft: (name for _loc, name in draft.names()))

    @cached_property
    def titled(self) -> Mapping[str, set[str]]:
        """The slugs that each title or slug stands for, by its ``name_key``."""
        return self._by_name(lambda draft: (draft.string(f"{lang}.title") for lang in LANGUAGES))

    def _by_name(self, names: Callable[[Draft], Iterable[str]]) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for draft in self.drafts.values():
            for name in (draft.slug, *names(draft)):
                found.setdefault(name_key(name), set()).add(draft.slug)
        found.pop("", None)  # a title that is still to be written
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
        """The slugs of the roles in which each sentence and each run of words stands."""
        found: dict[str, set[str]] = {}
        for draft in self.drafts.values():
            for language in LANGUAGES:
                for name in PROSE:
                    text = draft.string(f"{language}.{name}")
                    for part in (*map(name_key, sentences(text)), *runs_of_words(text)):
                        found.setdefault(part, set()).add(draft.slug)
        return found

    @cached_property
    def trainings(self) -> Mapping[tuple[str, str], Mapping[str, set[str]]]:
        """The English names of each training, by its level and Dutch name, with the roles."""
        found: dict[tuple[str, str], dict[str, set[str]]] = {}
        for draft in self.drafts.values():
            for _place, level, dutch, english in draft.trainings():
                names = found.setdefault((level, dutch), {})
                names.setdefault(english, set()).add(draft.slug)
        return found

    @cached_property
    def turned_by(self) -> Mapping[str, set[str]]:
        """The slugs of the roles in which each turn of data/style.toml stands, in small letters."""
        found: dict[str, set[str]] = {}
        for language, turns in self.style.turns.items():
            pattern = whole_words(turns)
            for draft in self.drafts.values():
                text = " ".join(" ".join(draft.string(f"{language}.{n}") for n in PROSE).split())
                for turn in pattern.findall(text):
                    found.setdefault(turn.casefold(), set()).add(draft.slug)
        return found


class RoleFile(NamedTuple):
    """Where a role file lies and whose it is: shipped, the user's, or given by path."""

    path: Path
    origin: str


def read_reference_data() -> ReferenceData:
    """Read the shipped lists and tables; raises InvalidDataError if they are broken."""
    data = paths.data_dir()
    published = _published(read_model(data / "tables.toml", PublishedTables))
    return ReferenceData(
        vocabulary=read_model(data / "vocabulary.toml", Vocabulary),
        skills=read_models(data / "skills.toml", Skill),
        traits=read_model(data / "traits.toml", Traits),
        sources=read_models(data / "sources.toml", Source),
        boards=read_models(data / "boards.toml", Board),
        glossary=read_models(data / "glossary.toml", GlossaryEntry),
        published=published,
        tables=read_tables(data / "figures", published),
        titles=tuple(_titles(data / "titles.csv")),
    )


def _titles(path: Path) -> Iterator[Title]:
    """Yield what the editors have added to the published indexes; raises InvalidDataError."""
    rows = read_rows(path, Title._fields)
    next(rows)
    yield from map(Title._make, rows)


def _published(found: PublishedTables) -> Published:
    """Return what data/tables.toml says, as the records that reading commands know."""
    return Published(
        systems={key: CodeSystem(**system.model_dump()) for key, system in found.systems.items()},
        lookups={key: LookupTable(**table.model_dump()) for key, table in found.lookups.items()},
        series=tuple(_series(key, series) for key, series in found.series.items()),
    )


def _series(key: str, series: SeriesModel) -> Series:
    labels = {language: getattr(series, language) for language in LANGUAGES}
    return Series(id=key, labels=labels, **series.model_dump(exclude=set(LANGUAGES)))


def find_role_files() -> dict[str, tuple[RoleFile, ...]]:
    """Return the role files by slug; where there are several, the one that counts comes first.

    A user's own file comes before the shipped one that it means to replace.
    """
    found: dict[str, tuple[RoleFile, ...]] = {}
    for origin, folder in (
        ("shipped", paths.data_dir() / "roles"),
        ("user", paths.user_roles_dir()),
    ):
        for path in role_files(folder):
            found[path.stem] = (RoleFile(path, origin), *found.get(path.stem, ()))
    return found


def read_workspace(extra: Iterable[Path] = ()) -> Workspace:
    """Read the lists, the shipped roles, the user's own, then ``extra`` role files.

    A later role takes the place of an earlier one with the same slug.
    Raises InvalidDataError if the shipped lists or tables are broken.
    """
    lists = read_reference_data()
    drafts = {
        slug: read_draft(file.path, file.origin) for slug, (file, *_) in find_role_files().items()
    }
    given = tuple(read_draft(path, "given") for path in extra)
    drafts |= {draft.slug: draft for draft in given}
    return Workspace(**vars(lists), drafts=drafts, given=given)
