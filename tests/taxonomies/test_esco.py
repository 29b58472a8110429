"""ESCO's download, release by release and in any language, read as it is published."""

from pathlib import Path

import pytest

from careercli.errors import InvalidDataError
from careercli.taxonomies.occupation import Batch, Occupation, Skill, SkillRequirement
from tests.taxonomies.downloads import (
    ANALYST,
    BEES,
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
    esco,
    skill,
    unpacked,
    zipped,
)

COUNTS = {
    "skills": 11,
    "other titles": 7,
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
    assert skills[METALS] == Skill(METALS, "metal ways", "knowledge", "cross-sector")
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
        ("occupations", "conceptUri", "uri", "no column conceptUri"),
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


@pytest.mark.parametrize("file", ["occupations", "skills", "occupationSkillRelations"])
def test_a_file_that_is_missing_is_named(tmp_path: Path, file: str) -> None:
    """Without these three there is nothing to import."""
    files = esco()
    del files[f"{file}_en.csv"]
    expected = "occupations_xx.csv" if file == "occupations" else f"{file}_en.csv"
    assert expected in told(tmp_path, files)


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
