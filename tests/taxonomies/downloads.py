"""Small downloads in the layouts that are published: real codes, made-up occupations and words.

Each function returns the files by name; ``unpacked`` and ``zipped`` put them where a command
finds them. What they hold is told beside each row, so that a test may count.
"""

import csv
import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from careercli.taxonomies import layers, reader_of
from careercli.taxonomies.download import open_download
from careercli.taxonomies.layers import Layer
from careercli.taxonomies.occupation import Batch

Files = dict[str, bytes]
Row = Mapping[str, str]
Link = tuple[str, str, str, str]

LONG = "word " * 28_000  # 140,000 characters: csv itself gives up at 131,072
NOTE = "http://data.europa.eu/esco/regulated-professions/unregulated"  # never to be shown
HOME = "http://data.europa.eu/esco"


def unpacked(files: Files, folder: Path) -> Path:
    """Write the files into a folder, as an unpacked download."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def changed(files: Files, name: str, old: str, new: str) -> Files:
    """Return the files with one text in one of them replaced wherever it stands."""
    assert old.encode() in files[name]
    return files | {name: files[name].replace(old.encode(), new.encode())}


def batches(taxonomy: str, path: Path) -> list[Batch]:
    """Return what is read from a download."""
    with open_download(path) as download:
        return list(reader_of(taxonomy).read(download))


def keep(taxonomy: str, path: Path) -> list[Layer]:
    """Import a download without the command."""
    with layers.keep(taxonomy, batches(taxonomy, path), path, force=True) as kept:
        return [layer for layer, _before in kept]


Change = Callable[[bytes], bytes]


def rewrite(layer: Path, change: Change) -> None:
    """Change the lines in a layer's file: header, skills, occupations."""
    layer.write_bytes(gzip.compress(change(gzip.decompress(layer.read_bytes())), mtime=0))


def other_header(**changes: object) -> Change:
    """Return what changes the first line."""

    def change(lines: bytes) -> bytes:
        head, rest = lines.split(b"\n", 1)
        return json.dumps(json.loads(head) | changes).encode() + b"\n" + rest

    return change


def other_last_line(line: bytes) -> Change:
    """Return what puts another line in place of the last one."""
    return lambda lines: lines[: lines[:-1].rindex(b"\n") + 1] + line


def last_line(value: object) -> Callable[[Path], object]:
    """Return what puts a value, as JSON, in the place of the last line of a file."""
    return lambda path: rewrite(path, other_last_line(json.dumps(value).encode() + b"\n"))


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, hidden ones too, but for the lock; nothing if it is none."""
    if not folder.exists():
        return {}
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.name != ".lock"}


def zipped(files: Files, path: Path, inside: str = "") -> Path:
    """Write the files into a zip, in a folder of it if ``inside`` names one."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(inside + name, content)
    return path


def zip_of(files: Files) -> bytes:
    """Return a zip with these files as its bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def tarred(files: Files, path: Path, inside: str = "") -> Path:
    """Write the files into a tar, packed as its name says."""
    packing = {"gz": "gz", "tgz": "gz", "xz": "xz", "txz": "xz", "bz2": "bz2", "tbz2": "bz2"}
    mode: Any = f"w:{packing.get(path.name.rpartition('.')[2], '')}"
    with tarfile.open(path, mode) as archive:
        for name, content in files.items():
            member = tarfile.TarInfo(inside + name)
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return path


# ESCO


def occupation(number: int) -> str:
    """Return the URI of an occupation that only these downloads know."""
    return f"{HOME}/occupation/{number:08d}-0000-4000-8000-000000000000"


def skill(number: int) -> str:
    """Return the URI of a skill that only these downloads know."""
    return f"{HOME}/skill/{number:08d}-0000-4000-8000-000000000000"


class Job(NamedTuple):
    """An occupation: what is worded in a language stands under it, else under ``*``."""

    uri: str
    isco: str
    code: str
    titles: Mapping[str, str]
    aliases: Mapping[str, str] = {}
    descriptions: Mapping[str, str] = {}
    hidden: Mapping[str, str] = {}
    status: str = "released"
    modified: str = "2024-01-23T10:09:32.099Z"


WELDER = f"{HOME}/occupation/7aedaa07-3884-4c5b-88f9-80997b2aa54b"  # in data/roles/welder.toml
METALS = f"{HOME}/skill/7f107a85-d6ac-410f-a995-d635c5aa418b"  # in data/skills.toml
MENDER, MOBILE, BEES, ANALYST, LIGHT, FAX, DRONE = map(occupation, range(1, 8))

JOBS = (
    Job(
        WELDER,
        "7212",
        "7212.3",
        {"en": "welder", "nl": "lasser", "fr": "soudeur", "el": "συγκολλητής"},
        # Four names: its own title and the one that is the same but for a soft hyphen go.
        {
            "en": "plate\u00a0welder\nseam  hand\nwelder\r\n"
            'the "hot" joiner\ncaisson wel\u00adder\ncaisson welder',
            "nl": "platenlasser\nnaadlegger",
        },
        {
            "en": 'Joins plates with  heat.\u00a0Keeps the "gap" even.\nReads the drawing first.',
            "nl": "Verbindt platen met warmte.\nLeest eerst de tekening.",
        },
    ),
    Job(
        MENDER,
        "2512",
        "2512.9",
        {
            "en": "app  mender ",
            "nl": "apphersteller",
            "fr": "réparateur d’applis",
            "el": "επισκευαστής εφαρμογών",
        },
        {"en": "application patcher | software patcher", "nl": "programmaplakker"},
        {
            "en": "App menders put broken programs right. They ask what went wrong, and when.",
            "nl": "Apphersteller is wie kapotte programma's maakt. Vraagt eerst wat er misging.",
            "fr": "Répare les programmes en panne. Écoute d’abord.",
            "el": "Διορθώνει χαλασμένα προγράμματα. Ακούει πρώτα.",
        },
        # Its own other title is no hidden one.
        {"en": "bug squasher\nsoftware  plumber\nsoftware patcher", "nl": "foutenplager"},
    ),
    Job(
        MOBILE,
        "2512",
        "2512.9.1",
        {"en": "pocket app mender", "nl": "zakapphersteller", "*": "pocket"},
        descriptions={"en": "Mends apps that fit in a pocket."},
        modified="2024-04-30T08:00:00.000Z",
    ),
    Job(
        BEES,
        "C6123",  # as in the first releases
        "6123.9",
        {"en": "hive counter", "nl": "kastenteller", "*": "ruches"},
        {"en": "counter of hives", "nl": "bijentelster"},
        {"en": f"Counts hives, and what lives in them.\n\n{LONG}"},
    ),
    # A shipped role has this name, and another URI.
    Job(ANALYST, "2511", "2511.9", {"en": "data analyst", "nl": "data-analist", "*": "data"}),
    # No skill is linked to it; in Dutch and French it has no name.
    Job(LIGHT, "9629", "9629.9", {"en": "lighthouse watcher", "el": "φαροφύλακας"}),
    Job(FAX, "4131", "4131.9", {"*": "fax operator"}, status="obsolete"),
)
# Only a later release knows it.
DRONE_HERD = Job(
    DRONE,
    "6121",
    "6121.99",
    {"en": "drone shepherd", "nl": "droneherder", "*": "drones"},
    descriptions={"nl": "Hoedt schapen met een drone."},
    modified="2025-02-01T00:00:00.000Z",
)


class Ability(NamedTuple):
    """A skill; ``kind`` and ``reuse`` are ESCO's own words, ``others`` its other English names."""

    uri: str
    en: str
    nl: str
    kind: str = "skill/competence"
    reuse: str = ""
    status: str = "released"
    others: str = ""


ABILITIES = (
    Ability(METALS, "metal ways", "metaalzaken", "knowledge", "cross-sector", others="metal lore"),
    Ability(skill(1), "join plates", "platen verbinden", reuse="sector-specific"),
    Ability(skill(2), "seam drawings", "naadtekeningen", ""),  # the relations say: knowledge
    Ability(skill(3), "keep\u00a0a  tidy bench", "opgeruimd werken", reuse="transversal"),
    Ability(skill(4), "Frisian", "Fries", "language"),
    Ability(skill(5), "patience", "geduld", "attitude", "transversal"),  # ours, by its name
    Ability(
        skill(6),
        "mend apps",
        "apps maken",
        reuse="occupation-specific",
        others="patch apps | find faults | mend  apps",
    ),
    Ability(skill(7), "find faults", "fouten vinden"),
    Ability(skill(8), "calm bees", "bijen kalmeren", ""),  # nobody says what kind
    Ability(skill(9), "count hives", "kasten tellen"),
    Ability(skill(10), "send faxes", "faxen", status="obsolete"),
    Ability(skill(11), "", ""),
    Ability(skill(12), "sing to bees", "bijen toezingen"),  # linked to nothing
)

# Occupation, essential or optional, kind of the skill, skill.
LINKS = (
    (WELDER, "essential", "knowledge", METALS),
    (WELDER, "essential", "skill/competence", skill(1)),
    (WELDER, "essential", "knowledge", skill(2)),
    (WELDER, "optional", "skill/competence", skill(3)),
    (WELDER, "optional", "skill/competence", skill(3)),  # again
    (MENDER, "essential", "skill/competence", skill(6)),
    (MENDER, "essential", "skill/competence", skill(7)),
    (MENDER, "essential", "skill/competence", skill(10)),  # the skill is obsolete
    (MENDER, "optional", "language", skill(4)),
    (MOBILE, "essential", "skill/competence", skill(6)),
    (MOBILE, "essential", "skill/competence", skill(99)),  # there is no such skill
    (BEES, "essential", "skill/competence", skill(9)),
    (BEES, "essential", "", skill(8)),
    (BEES, "optional", "attitude", skill(5)),
    (ANALYST, "essential", "skill/competence", skill(7)),
    (FAX, "essential", "skill/competence", skill(10)),  # the occupation is obsolete
    (occupation(99), "optional", "skill/competence", skill(1)),  # there is no such occupation
)
BROADER = (
    (f"{HOME}/isco/C2512", f"{HOME}/isco/C251"),
    (WELDER, f"{HOME}/isco/C7212"),
    (MOBILE, MENDER),
)


def esco(
    language: str = "en",
    layout: str = "1.2",
    jobs: Sequence[Job] = JOBS,
    delimiter: str = ",",
    bom: bool = False,
) -> Files:
    """Return ESCO's download in one language; layout 1.1 (v1.1.1) or 1.2 (v1.2.0 and v1.2.1)."""
    end = f"_{language}.csv"
    links = end if layout == "1.2" else ".csv"
    rows = [_job(job, language) for job in (*jobs, jobs[0])]  # the first is named twice
    columns = list(rows[0])
    related = ["occupationUri", "relationType", "skillType", "skillUri"]
    if layout == "1.1":
        columns = [name for name in columns if name not in ("code", "naceCode")]
    else:
        columns.reverse()
        related[1:1] = ["occupationLabel"]
        related += ["skillLabel"]
    abilities = [_ability(found, language) for found in ABILITIES]
    tables: dict[str, tuple[Sequence[str], Iterable[Row]]] = {
        f"occupations{end}": (columns, rows),
        f"skills{end}": (list(abilities[0]), abilities),
        f"occupationSkillRelations{links}": (related, map(_link, _links_of(jobs))),
        f"broaderRelationsOccPillar{links}": (
            ["conceptType", "conceptUri", "broaderType", "broaderUri"],
            [{"conceptUri": one, "broaderUri": other} for one, other in BROADER],
        ),
        f"ISCOGroups{end}": (["conceptUri", "code"], [{"conceptUri": "x", "code": "2512"}]),
    }
    start = b"\xef\xbb\xbf" if bom else b""
    return {name: start + csv_file(*table, delimiter) for name, table in tables.items()}


def csv_file(columns: Sequence[str], rows: Iterable[Row], delimiter: str = ",") -> bytes:
    """Return a table as ESCO writes it: CRLF, quotes where they are needed."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, "", "ignore", delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def _job(job: Job, language: str) -> Row:
    return {
        "conceptType": "Occupation",
        "conceptUri": job.uri,
        "iscoGroup": job.isco,
        "preferredLabel": job.titles.get(language, job.titles.get("*", "")),
        "altLabels": job.aliases.get(language, ""),
        "hiddenLabels": job.hidden.get(language, ""),
        "status": job.status,
        "modifiedDate": job.modified,
        "regulatedProfessionNote": NOTE,
        "scopeNote": "",
        "definition": "",
        "inScheme": f"{HOME}/concept-scheme/occupations,\n{HOME}/concept-scheme/member",
        "description": job.descriptions.get(language, ""),
        "code": job.code,
        "naceCode": f"{HOME}/nace2.1/01",
    }


def _links_of(jobs: Sequence[Job]) -> Iterable[Link]:
    """Return the links of these occupations; those that lead nowhere only of a whole download."""
    known = {job.uri for job in jobs}
    if {job.uri for job in JOBS} <= known:
        known.add(occupation(99))
    return [link for link in LINKS if link[0] in known]


def _link(link: Link) -> Row:
    job, need, kind, uri = link
    return {
        "occupationUri": job,
        "occupationLabel": "some job, some label",
        "relationType": need,
        "skillType": kind,
        "skillUri": uri,
        "skillLabel": 'some "skill"',
    }


def _ability(found: Ability, language: str) -> Row:
    names = {"en": found.en, "nl": found.nl}
    return {
        "conceptType": "KnowledgeSkillCompetence",
        "conceptUri": found.uri,
        "skillType": found.kind,
        "reuseLevel": found.reuse,
        "preferredLabel": names.get(language, found.en and f"{found.en} ({language})"),
        "altLabels": found.others if language == "en" else "",
        "status": found.status,
        "description": "",
    }
