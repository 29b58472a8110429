"""ESCO's download, release by release and in any language, read as it is published."""

import re
from pathlib import Path

import pytest

from careercli.errors import InvalidDataError
from careercli.taxonomies import reader_of
from careercli.taxonomies.download import open_download
from careercli.taxonomies.occupation import Batch, Occupation, Skill, SkillRequirement
from tests.taxonomies.downloads import (
    ANALYST,
    BEES,
    JOBS,
    LIGHT,
    LONG,
    MENDER,
    METALS,
    MOBILE,
    NOTE,
    WELDER,
    Files,
    batches,
    changed,
    csv_file,
    esco,
    occupation,
    skill,
    unpacked,
    zipped,
)

COUNTS = {
    "skills": 11,
    "other titles": 7,
    "words to find them by": 2,
    "occupations": 6,
    "essential skills": 9,
    "optional skills": 3,
    "broader occupations": 1,
}
LEFT_OUT = {
    "withdrawn or not released": 2,
    "without a name in this language": 1,
    "occupations or skills named twice": 1,
    "links to an occupation or skill that did not come in": 4,
    "links named twice": 1,
    "occupations that came in without a skill": 1,
}


def read(folder: Path, files: Files) -> Batch:
    """Return what is read of a download in one language."""
    (batch,) = batches("esco", unpacked(files, folder / "esco"))
    return batch


def by_id(batch: Batch) -> dict[str, Occupation]:
    """Return the occupations by their URI."""
    return {found.id: found for found in batch.occupations}


def told(folder: Path, files: Files) -> str:
    """Return what is said of a download that is not as published."""
    with pytest.raises(InvalidDataError) as error:
        read(folder, files)
    return str(error.value)


def test_what_comes_in_and_what_is_left_out_is_counted(tmp_path: Path) -> None:
    """Every row is in one count or the other."""
    batch = read(tmp_path, esco())
    assert (batch.came_in, batch.left_out, batch.absent) == (COUNTS, LEFT_OUT, ())
    assert len(batch.occupations) == batch.came_in["occupations"]
    assert len(batch.skills) == batch.came_in["skills"]


@pytest.mark.parametrize("layout", ["1.1", "1.2"])
@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("bom", [False, True])
def test_every_layout_says_the_same(tmp_path: Path, layout: str, delimiter: str, bom: bool) -> None:
    """Releases, spreadsheets and byte order marks change nothing but the code, which is newer."""
    batch = read(tmp_path, esco("nl", layout, delimiter=delimiter, bom=bom))
    whole = read(tmp_path / "other", esco("nl"))
    if layout == "1.1":
        assert {found.code for found in batch.occupations} == {""}
        codes = {found.id: found.code for found in whole.occupations}
        named = tuple(found._replace(code=codes[found.id]) for found in batch.occupations)
        batch = batch._replace(occupations=named)
    assert batch == whole


def test_an_occupation_is_read_whole(tmp_path: Path) -> None:
    """Every field, tidied; labels stand one a line, the title and doubles are none of them."""
    found = by_id(read(tmp_path, esco()))[WELDER]
    assert found == Occupation(
        id=WELDER,
        code="7212.3",
        link=WELDER,
        codes={"isco08": "7212", "esco": WELDER},
        title="welder",
        aliases=("plate welder", "seam hand", 'the "hot" joiner', "caisson welder"),
        description='Joins plates with heat. Keeps the "gap" even.\n\nReads the drawing first.',
        needs=(
            SkillRequirement(METALS, "essential"),
            SkillRequirement(skill(1), "essential"),
            SkillRequirement(skill(2), "essential"),
            SkillRequirement(skill(3), "useful"),
        ),
    )


def test_labels_may_have_bars_between_them(tmp_path: Path) -> None:
    """Some files put them so; spaces in a title are folded."""
    found = by_id(read(tmp_path, esco()))[MENDER]
    assert found.title == "app mender"
    assert found.aliases == ("application patcher", "software patcher")


def test_a_very_long_text_is_read(tmp_path: Path) -> None:
    """Longer than csv allows by itself."""
    found = by_id(read(tmp_path, esco()))[BEES]
    assert found.description == f"Counts hives, and what lives in them.\n\n{LONG.strip()}"
    assert found.codes["isco08"] == "6123"  # which older releases write as C6123


def test_kinds_and_reuse_of_skills(tmp_path: Path) -> None:
    """In our words; a kind that the skill does not say comes from its links, else it is a skill."""
    skills = {found.id: found for found in read(tmp_path, esco()).skills}
    assert skills[METALS] == Skill(
        METALS, "metal ways", "knowledge", "cross-sector", ("metal lore",)
    )
    assert skills[skill(2)].kind == "knowledge"
    assert skills[skill(3)] == Skill(skill(3), "keep a tidy bench", "skill", "transversal")
    assert skills[skill(4)].kind == "language"
    assert skills[skill(5)].kind == "transversal"
    assert skills[skill(8)].kind == "skill"
    assert not {skill(10), skill(11)} & set(skills)


def test_a_link_without_a_kind_does_not_take_one_away(tmp_path: Path) -> None:
    """One link says what kind a skill is, a later one nothing: the word counts."""
    name = "occupationSkillRelations.csv"
    files = esco(layout="1.1")
    files[name] += f"{BEES},optional,,{skill(2)}\r\n".encode()
    skills = {found.id: found.kind for found in read(tmp_path, files).skills}
    assert skills[skill(2)] == "knowledge"


def test_broader_leads_to_occupations_only(tmp_path: Path) -> None:
    """That an occupation is in its ISCO group is known already."""
    found = by_id(read(tmp_path, esco()))
    assert {uri: job.broader for uri, job in found.items() if job.broader} == {MOBILE: (MENDER,)}


def test_without_broader_relations(tmp_path: Path) -> None:
    """A download without that file comes in, and the summary says so."""
    files = esco()
    del files["broaderRelationsOccPillar_en.csv"]
    assert read(tmp_path, files).absent == ("broader occupations",)


def test_the_note_on_regulation_is_not_read(tmp_path: Path) -> None:
    """It is wrong for the Netherlands."""
    files = esco()
    assert NOTE.encode() in files["occupations_en.csv"]
    assert "regulated" not in repr(read(tmp_path, files))


@pytest.mark.parametrize(
    "language, title, description",
    [
        ("nl", "apphersteller", "Apphersteller is wie"),
        ("fr", "réparateur d’applis", "Répare les programmes"),
        ("el", "επισκευαστής εφαρμογών", "Διορθώνει χαλασμένα"),
        ("pt-br", "app", ""),
    ],
)
def test_any_language(tmp_path: Path, language: str, title: str, description: str) -> None:
    """The language is in the names of the files; what has no name in it is left out."""
    files = esco(language, bom=True)
    if language == "pt-br":
        files = changed(esco("nl"), "occupations_nl.csv", "apphersteller", "app")
        files = {name.replace("_nl", "_pt-BR"): content for name, content in files.items()}
    batch = read(tmp_path, files)
    found = by_id(batch)
    assert batch.language == language
    assert found[MENDER].title == title
    assert found[MENDER].description.startswith(description)
    assert (LIGHT in found) is (language == "el")
    assert ANALYST in found


def test_two_languages_in_one_download(tmp_path: Path) -> None:
    """Each is a batch; files that both share are read for both."""
    english, dutch = batches("esco", zipped(esco() | esco("nl"), tmp_path / "x.zip"))
    assert (english.language, dutch.language) == ("en", "nl")
    shared = esco(layout="1.1") | esco("nl", layout="1.1")
    assert len(batches("esco", zipped(shared, tmp_path / "y.zip"))) == 2


def test_languages_are_read_one_at_a_time(tmp_path: Path) -> None:
    """All of them together would not fit into every memory: none is read before it is asked for."""
    files = esco() | changed(esco("nl"), "occupations_nl.csv", "iscoGroup", "x")
    with open_download(unpacked(files, tmp_path)) as download:
        found = reader_of("esco").read(download)
        assert next(found).language == "en"
        with pytest.raises(InvalidDataError, match="occupations_nl"):
            next(found)


@pytest.mark.parametrize(
    "name, release",
    [
        ("ESCO dataset - v1.2.0 - classification - en - csv.zip", "1.2.0"),
        ("esco-1.1.1-nl.zip", "1.1.1"),
        ("v1.0.zip", "1.0"),
        ("download (2).zip", None),
    ],
)
def test_the_release_is_in_the_name(tmp_path: Path, name: str, release: str | None) -> None:
    """The files themselves say only when each entry was changed."""
    (batch,) = batches("esco", zipped(esco(), tmp_path / name))
    assert (batch.release, batch.newest) == (release, "2024-04-30")


# In whichever table: what stands in it -> what is said


@pytest.mark.parametrize(
    "file, old, new, words",
    [
        ("occupations", "iscoGroup", "group", "no column iscoGroup"),
        ("occupations", "conceptUri", "x", "no column conceptUri"),
        ("skills", "preferredLabel", "label", "no column preferredLabel"),
        ("occupationSkillRelations", "skillUri", "x", "no column skillUri"),
        ("broaderRelationsOccPillar", "broaderUri", "x", "no column broaderUri"),
        ("occupationSkillRelations", ",essential,", ",needed,", "are columns swapped?"),
        ("occupations", ",released,", ",deleted,", "there is no occupation in it"),
        ("occupations", "/esco/occupation/", "/other/", "are columns swapped?"),
    ],
)
def test_what_is_not_as_published_is_told(
    tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    """With the name of the file, and never half of it read."""
    said = told(tmp_path, changed(esco(), f"{file}_en.csv", old, new))
    assert said.startswith(f"{file}_en.csv")
    assert words in said


SWAPPED = [
    ("occupations", "conceptUri", "iscoGroup"),
    ("occupations", "preferredLabel", "status"),
    ("occupations", "iscoGroup", "preferredLabel"),
    ("occupations", "conceptUri", "description"),
    ("skills", "conceptUri", "preferredLabel"),
    ("occupationSkillRelations", "relationType", "skillUri"),
    ("occupationSkillRelations", "occupationUri", "skillUri"),
    ("broaderRelationsOccPillar", "conceptUri", "broaderType"),
]


@pytest.mark.parametrize("file, one, other", SWAPPED, ids=map(" ".join, SWAPPED))
def test_swapped_columns_are_told(tmp_path: Path, file: str, one: str, other: str) -> None:
    """Columns whose names were exchanged: nothing is taken for what it is not."""
    name = f"{file}_en.csv"
    head, _end, rest = esco()[name].partition(b"\r\n")
    columns = head.decode().split(",")
    i, j = columns.index(one), columns.index(other)
    columns[i], columns[j] = columns[j], columns[i]
    assert name in told(tmp_path, esco() | {name: ",".join(columns).encode() + b"\r\n" + rest})


def test_without_occupations_there_is_nothing(tmp_path: Path) -> None:
    """The one file that must be there; what is there in its place is named."""
    files = esco()
    del files["occupations_en.csv"]
    said = told(tmp_path, files)
    assert "occupations_xx.csv" in said
    assert "skills_en.csv" in said


LINKED = ("essential skills", "optional skills")


@pytest.mark.parametrize(
    "lacks, absent, skills",
    [
        (["skills"], ("skills", *LINKED), 0),
        (["occupationSkillRelations"], LINKED, 11),
        (["skills", "occupationSkillRelations"], ("skills", *LINKED), 0),
        (
            ["skills", "occupationSkillRelations", "broaderRelationsOccPillar"],
            ("skills", *LINKED, "broader occupations"),
            0,
        ),
    ],
    ids=lambda value: str(len(value)) if isinstance(value, list) else "",
)
def test_a_set_without_some_of_its_files_comes_in(
    tmp_path: Path, lacks: list[str], absent: tuple[str, ...], skills: int
) -> None:
    """Titles and groups are worth having; what is absent is named, and not counted once more."""
    files = {n: c for n, c in esco().items() if n.partition("_")[0] not in lacks}
    batch = read(tmp_path, files)
    assert batch.absent == absent
    assert (batch.came_in["occupations"], batch.came_in["other titles"]) == (6, 7)
    assert len(batch.skills) == batch.came_in.get("skills", 0) == skills
    assert all(found.kind for found in batch.skills)
    assert not any(found.needs for found in batch.occupations)
    assert "occupations that came in without a skill" not in batch.left_out
    assert bool(batch.advice) is (skills > 0)  # where the links are to be had


@pytest.mark.parametrize(
    "isco, code, group, kept",
    [
        ("110", "110.2", "0110", "0110.2"),
        ("110.0", "110.2", "0110", "0110.2"),
        ("2512.0", "2512.9", "2512", "2512.9"),
        ("C0110", "0110.2", "0110", "0110.2"),
        ("", "110.2", "0110", "0110.2"),
        ("110", "", "0110", ""),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_a_zero_that_a_spreadsheet_took_comes_back(
    tmp_path: Path, delimiter: str, isco: str, code: str, group: str, kept: str
) -> None:
    """It reads 0110 as a number, and so does a program: a whole major group would be lost."""
    jobs = [JOBS[1]._replace(isco=isco, code=code)]
    (found,) = read(tmp_path, esco(jobs=jobs, delimiter=delimiter)).occupations
    assert (found.codes["isco08"], found.code) == (group, kept)


def test_what_is_passed_over_is_counted_with_its_place(tmp_path: Path) -> None:
    """A few odd rows are no reason to refuse the others, and are never lost in silence."""
    jobs = [JOBS[1]._replace(uri=occupation(number)) for number in range(100, 400)]
    jobs[7] = jobs[7]._replace(isco="x", code="")
    jobs[9] = jobs[9]._replace(uri="http://example.org/9")
    batch = read(tmp_path, esco(jobs=jobs))
    assert batch.came_in["occupations"] == 298
    assert batch.left_out["rows that cannot be read"] == 2
    place = batch.places["rows that cannot be read"]
    assert re.fullmatch(r"occupations_en\.csv:\d+: iscoGroup: 'x'", place)


def test_a_table_that_was_shortened(tmp_path: Path) -> None:
    """Of its columns only some are left, all of them ESCO's: no group is told as absent."""
    files = {
        "occupations_fr.csv": csv_file(
            ["conceptUri", "preferredLabel", "altLabels"],
            [{"conceptUri": WELDER, "preferredLabel": "soudeur", "altLabels": "soudeur arc|arc"}],
        ),
        "skills_fr.csv": csv_file(
            ["conceptUri", "preferredLabel"],
            [{"conceptUri": METALS, "preferredLabel": "les métaux"}],
        ),
        "occupation_skill_relations_fr.csv": csv_file(
            ["occupationUri", "skillUri", "relationType"],
            [{"occupationUri": WELDER, "skillUri": METALS, "relationType": "essential"}],
        ),
    }
    batch = read(tmp_path, files)
    (found,) = batch.occupations
    assert found.codes == {"esco": WELDER}
    assert found.aliases == ("soudeur arc", "arc")
    assert found.needs == (SkillRequirement(METALS, "essential"),)
    assert batch.absent == ("ISCO groups", "broader occupations")


def test_a_set_with_ids_and_names_of_its_own(tmp_path: Path) -> None:
    """Concepts have ids beside their addresses, and links go by those."""
    files = {
        "occupations_en.csv": csv_file(
            ["ORIGINURI", "ID", "ISCOGROUPCODE", "CODE", "PREFERREDLABEL", "ALTLABELS"],
            [{"ORIGINURI": WELDER, "ID": "k1", "ISCOGROUPCODE": "7212", "PREFERREDLABEL": "w"}],
        ),
        "skills.csv": csv_file(
            ["ORIGINURI", "ID", "SKILLTYPE", "PREFERREDLABEL"],
            [{"ORIGINURI": METALS, "ID": "k2", "SKILLTYPE": "knowledge", "PREFERREDLABEL": "m"}],
        ),
        "occupation_to_skill_relations.csv": csv_file(
            ["OCCUPATIONID", "RELATIONTYPE", "SKILLID"],
            [{"OCCUPATIONID": "k1", "RELATIONTYPE": "optional", "SKILLID": "k2"}],
        ),
    }
    (found,) = read(tmp_path, files).occupations
    assert (found.codes["isco08"], found.needs) == ("7212", (SkillRequirement(METALS, "useful"),))
    files["occupations.csv"] = files.pop("occupations_en.csv")
    said = told(tmp_path / "without", files)
    assert "occupations.csv does not say its language" in said
    assert "skills.csv" in said


def test_a_column_under_an_unknown_name_is_told(tmp_path: Path) -> None:
    """With the columns that there are, one of which it may be."""
    said = told(tmp_path, changed(esco(), "occupations_en.csv", "iscoGroup", "GROUP_4D"))
    assert "has no column iscoGroup" in said
    assert "GROUP_4D" in said


def test_hidden_words_are_kept_apart(tmp_path: Path) -> None:
    """They are no names of it, and none of them is a name that it has."""
    found = by_id(read(tmp_path, esco()))[MENDER]
    assert found.hidden == ("bug squasher", "software plumber")
    assert not set(found.hidden) & set(found.aliases)


def test_other_names_of_skills(tmp_path: Path) -> None:
    """One a line or with bars between them; its own name is none."""
    skills = {found.id: found for found in read(tmp_path, esco()).skills}
    assert skills[skill(6)].aliases == ("patch apps", "find faults")


@pytest.mark.parametrize(
    "written, kept",
    [
        ("cross-sector", "cross-sector"),
        ("Cross-Sectoral", "cross-sector"),
        ("transversal", "transversal"),
        ("everywhere", None),
        ("", None),
    ],
)
def test_how_widely_a_skill_is_used_is_a_known_word(
    written: str, kept: str | None, tmp_path: Path
) -> None:
    """A word that pages have no label for is left out; older spellings are understood."""
    files = changed(esco(), "skills_en.csv", "occupation-specific", written)
    skills = batches("esco", unpacked(files, tmp_path))[0].skills
    assert next(found.reuse for found in skills if found.id == skill(6)) == kept
