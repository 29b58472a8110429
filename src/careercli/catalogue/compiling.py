"""The compiler: write the published tables and the roles of every origin into SQLite.

A catalogue has a base: the lists, the tables and what was imported. It changes only with an
import or a new version, and takes seconds. The written roles are laid over it.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from itertools import groupby

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.fingerprint import Fingerprint
from careercli.catalogue.index import titles_counted
from careercli.catalogue.likeness import Likeness
from careercli.catalogue.locale_data import language_name, number_style, written_out
from careercli.catalogue.nearest import as_text
from careercli.catalogue.occupations import Occupations
from careercli.catalogue.precedence import Precedence
from careercli.catalogue.record import RoleRecord, SkillRecord
from careercli.catalogue.schema import IMPORTED, INDEXES, ROWS, TABLES
from careercli.catalogue.writing import RecordWriter, count_words, get_meta, set_meta, to_json
from careercli.catalogue.written import WrittenRoles
from careercli.locale import LANGUAGES
from careercli.progress import Watch
from careercli.roles.reference import Label, Vocabulary
from careercli.roles.workspace import ReferenceData, read_reference_data
from careercli.taxonomies import NAMES, taxonomy
from careercli.taxonomies.damage import Damage, DamagedError
from careercli.taxonomies.layers import Layer, broken, layers


def compile_base(connection: sqlite3.Connection, watch: Watch = iter) -> ReferenceData:
    """Fill an empty database with the base; return the lists, for the roles.

    An import that is damaged is left out as a whole, and the catalogue says so. Raises
    InvalidDataError if the shipped lists or tables are broken.
    """
    reference = read_reference_data()
    connection.executescript(TABLES)
    # 64 MB of words in memory before they are written: fewer parts to merge.
    connection.execute("INSERT INTO search(search, rank) VALUES ('hashsize', 67108864)")
    with whole(connection):
        set_meta(connection, {"languages": LANGUAGES})
        _write_lists(connection, reference)
        _write_tables(connection, reference)
        _write_titles(connection, reference)
        writer = RecordWriter(connection, reference)
        writer.write_skills(
            SkillRecord(key, skill.en, skill.nl, skill.kind, skill.esco, also=skill.other_names())
            for key, skill in reference.skills.items()
        )
        writer.write_groups(reference.tables[reference.published.systems["isco08"].table])
        writer.finish()
    damages = broken()
    for _taxonomy, same in groupby(layers(), key=lambda layer: layer.taxonomy):
        damages += _take_in(connection, reference, list(same), watch)
    _write_sources(connection, reference)
    notes = {
        "published": reference.published,
        "pay_rules": reference.pay_rules,
        "traits": reference.traits.keys(),
        "damages": damages,
        **_days(reference),
    }
    set_meta(connection, notes | _words_of_languages(connection))
    connection.executescript(INDEXES)
    return reference


def compile_roles(
    connection: sqlite3.Connection,
    fingerprint: Fingerprint,
    watch: Watch = iter,
    reference: ReferenceData | None = None,
    preview: RoleRecord | None = None,
) -> None:
    """Lay the written roles over a base, in place of those that may be there.

    ``reference`` are the lists, if they have just been read. A role file with a problem that
    bars it is set aside, and the catalogue says so. A ``preview`` is a role besides, or in place
    of that with its slug. Raises InvalidDataError if the shipped lists are broken.
    """
    reference = reference or read_reference_data()
    with whole(connection):
        _forget_roles(connection)
        precedence = Precedence(connection)
        precedence.undo()
        writer = RecordWriter(connection, reference)
        roles = WrittenRoles(reference)
        for record in roles.records(watch, preview):
            precedence.free_names(record)
            precedence.claim(writer.write_role(record), record)
        same = reference.tables["esco-onet"].items()
        precedence.settle({f"esco {esco}": f"onet {row['onet']}" for esco, row in same})
        writer.finish()
        _count_skills(connection)
        _note_likeness(connection)
        set_meta(connection, {"fingerprint": fingerprint, "set_aside": roles.set_aside})


@contextmanager
def whole(connection: sqlite3.Connection) -> Iterator[None]:
    """Write all of something or nothing."""
    connection.execute("SAVEPOINT whole")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO whole")
        raise
    finally:
        connection.execute("RELEASE whole")


def _take_in(
    connection: sqlite3.Connection, reference: ReferenceData, same: list[Layer], watch: Watch
) -> Iterator[Damage]:
    """Write what was imported of one taxonomy; yield what is wrong with it.

    A language that is damaged is left out, and the others are read again without it.
    """
    while same:
        try:
            with whole(connection):
                _import(connection, reference, same, watch)
        except DamagedError as error:
            yield error.damage
            same = [layer for layer in same if str(layer.file) != error.damage.file]
        except sqlite3.OperationalError:  # a full disk is no fault of the import
            raise
        except Exception as error:
            first = same[0]
            reason = f"{type(error).__name__}: {error}"
            yield Damage("failed", first.taxonomy, str(first.file), reason)
            return
        else:
            return


def _import(
    connection: sqlite3.Connection, reference: ReferenceData, same: list[Layer], watch: Watch
) -> None:
    writer = RecordWriter(connection, reference)
    occupations = Occupations(
        same,
        reference,
        slugs={row[0] for row in connection.execute("SELECT slug FROM role")},
        skills={row[0] for row in connection.execute("SELECT id FROM skill")},
    )
    connection.execute(
        "INSERT INTO import SELECT ?, COUNT(*), ? FROM import",
        (same[0].taxonomy, to_json(occupations.about())),
    )
    writer.write_skills(occupations.new_skills(), rank=IMPORTED)
    writer.write_skill_aliases(occupations.skill_aliases())
    role_ids, relations = {}, []
    for record in watch(occupations):
        role_ids[record.id] = writer.write_role(record)
        relations += [(record.id, *relation) for relation in record.relations]
    connection.executemany(
        "INSERT INTO relation VALUES (?, ?, ?)",
        [
            (role_ids[one], kind, role_ids[other])
            for one, kind, other in relations
            if other in role_ids and other != one
        ],
    )
    writer.finish()


def _write_lists(connection: sqlite3.Connection, reference: ReferenceData) -> None:
    for name in Vocabulary.model_fields:
        for place, (term, label) in enumerate(getattr(reference.vocabulary, name).items()):
            write_term(connection, name, term, label, place)
    connection.executemany(
        "INSERT INTO explained VALUES (?, ?)",
        [
            (key, to_json(entry.model_dump(mode="json") | {"names": entry.names(key)}))
            for key, entry in reference.glossary.items()
        ],
    )
    for place, board in enumerate(reference.boards.values()):
        connection.execute("INSERT INTO board VALUES (?, ?)", (place, board.model_dump_json()))


def write_term(
    connection: sqlite3.Connection, name: str, term: str, label: Label, place: int = 0
) -> None:
    """Write a word of a closed list."""
    more = label.model_dump_json(exclude={"en", "nl"})
    connection.execute(
        "INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)",
        (name, term, place, label.en, label.nl, more),
    )


def _write_tables(connection: sqlite3.Connection, reference: ReferenceData) -> None:
    # Titles serve the checks only, codes of 2010 the import: no page reads a figure from them.
    connection.executemany(
        "INSERT INTO published VALUES (?, ?, ?)",
        (
            (name, code, to_json(row))
            for name, rows in reference.tables.items()
            if name not in ("esco", "cbs-titles", "esco-onet", "onet-titles", "soc2010-soc2018")
            for code, row in rows.items()
        ),
    )


def _write_titles(connection: sqlite3.Connection, reference: ReferenceData) -> None:
    counted = list(titles_counted(reference))
    connection.executemany("INSERT INTO counted VALUES (?, ?, ?, ?, ?, ?, ?)", counted)
    for language in LANGUAGES:
        said = [one for one in counted if one.language == language]
        count_words(connection, language, Counter(" ".join(one.key for one in said).split()))
        jobs = as_text(one.key for one in said if one.is_a_job)
        connection.execute("INSERT INTO titles VALUES (?, ?)", (language, jobs))


def _write_sources(connection: sqlite3.Connection, reference: ReferenceData) -> None:
    """Write the bibliography, without the taxonomies of which nothing is there."""
    imported = {row[0] for row in connection.execute("SELECT origin FROM import")}
    idle = {taxonomy(name).source for name in NAMES if name not in imported}
    used = (item for item in reference.sources.items() if item[0] not in idle)
    connection.executemany(
        "INSERT INTO source VALUES (?, ?, ?)",
        [(key, place, source.model_dump_json()) for place, (key, source) in enumerate(used)],
    )


def _words_of_languages(connection: sqlite3.Connection) -> dict[str, object]:
    """Return how each language of readers writes numbers and names the languages there are."""
    there = get_meta(connection, "languages")
    notes: dict[str, object] = {}
    for language in LANGUAGES:
        notes[f"numbers-{language}"] = number_style(language)
        notes[f"languages-{language}"] = {code: language_name(code, language) for code in there}
    return notes


def _days(reference: ReferenceData) -> dict[str, object]:
    """Return the days of the legal minimums in words, in each language of readers."""
    days = [minimum.since for minimum in reference.pay_rules.minimums]
    return {
        f"days-{language}": {day: written_out(date.fromisoformat(day), language) for day in days}
        for language in LANGUAGES
    }


def _forget_roles(connection: sqlite3.Connection) -> None:
    """Take the written roles out; they stand after all others."""
    first = connection.execute("SELECT MIN(id) FROM role WHERE kind = 'role'").fetchone()[0]
    if first is None:
        return
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for key, language in connection.execute(
        "SELECT key, language FROM name WHERE role >= ? AND rank <> 3", (first,)
    ):
        words[language or "en"].subtract(key.split())
    for language, counts in words.items():
        count_words(connection, language, counts)
    for table in ("role_text", "name", "role_skill", "role_term", "role_training"):
        connection.execute(f"DELETE FROM {table} WHERE role >= ?", (first,))  # noqa: S608
    connection.execute("DELETE FROM edge WHERE lower >= ?", (first,))
    connection.execute("DELETE FROM search WHERE rowid >= ?", (ROWS * first,))
    connection.execute("DELETE FROM role WHERE id >= ?", (first,))


def _count_skills(connection: sqlite3.Connection) -> None:
    """Note how many roles ask for each skill: rare ones tell which roles are related."""
    connection.execute(
        "UPDATE skill SET roles = (SELECT COUNT(*) FROM role_skill WHERE skill = number)"
    )


def _note_likeness(connection: sqlite3.Connection) -> None:
    """Note how like each written role is to all others."""
    central = Likeness(Catalogue(connection, Reader())).central()
    connection.executemany(
        "UPDATE role SET central = ? WHERE id = ?",
        [(value, role) for role, value in central.items()],
    )
