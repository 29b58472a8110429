"""O*NET's download, before and after its files were renamed, read by what it holds."""

import re
from pathlib import Path

import pytest

from careercli.errors import InvalidDataError
from careercli.taxonomies.occupation import Batch, Occupation, Share, Skill, SkillRequirement
from tests.taxonomies.downloads import Files, batches, changed, unpacked, zipped
from tests.taxonomies.onet_downloads import (
    ARCHITECT,
    CODER,
    FARMER,
    HANDYMAN,
    WELDER,
    onet,
    ratings,
    text_file,
)

COUNTS = {
    "occupations": 5,
    "other titles": 5,
    "tasks": 3,
    "skill ratings": 5,
    "knowledge ratings": 2,
    "technology skills": 4,
    "job zones": 3,
    "levels of education": 1,
    "related occupations": 3,
}
# What is counted -> the files that say it, in either layout.
OPTIONAL = {
    "other titles": ["Alternate Titles.txt", "Job Titles.txt"],
    "tasks": ["Task Statements.txt"],
    "skill ratings": ["Skills.txt", "Essential Skills.txt", "Transferable Skills.txt"],
    "knowledge ratings": ["Knowledge.txt"],
    "technology skills": ["Technology Skills.txt", "Software Skills.txt"],
    "job zones": ["Job Zones.txt"],
    "levels of education": ["Education, Training, and Experience.txt", "Education.txt"],
    "related occupations": ["Related Occupations.txt"],
}
LAYOUTS = pytest.mark.parametrize("layout", ["30.1", "31.0"])


def read(folder: Path, files: Files) -> Batch:
    """Return what is read of a download."""
    (batch,) = batches("onet", unpacked(files, folder / "onet"))
    return batch


def by_code(batch: Batch) -> dict[str, Occupation]:
    """Return the occupations by their code."""
    return {found.id: found for found in batch.occupations}


def told(folder: Path, files: Files) -> str:
    """Return what is said of a download that is not as published."""
    with pytest.raises(InvalidDataError) as error:
        read(folder, files)
    return str(error.value)


@LAYOUTS
def test_what_comes_in_and_what_is_left_out_is_counted(tmp_path: Path, layout: str) -> None:
    """In both layouts the same."""
    batch = read(tmp_path, onet(layout))
    assert batch.came_in == COUNTS
    assert batch.left_out == {
        "occupations or skills named twice": 1,
        "rows about an occupation that did not come in": 4,
        "ratings that O*NET itself says to suppress": 2,
        "occupations that came in without ratings": 2,
    }
    assert (batch.language, batch.newest, batch.absent) == ("en", "2024-08", ())


def test_both_layouts_say_the_same(tmp_path: Path) -> None:
    """But for the job zones, of which two became one."""
    old, new = (read(tmp_path / layout, onet(layout)) for layout in ("30.1", "31.0"))
    assert {skill.id for skill in old.skills} == {skill.id for skill in new.skills}
    assert [found._replace(zone=None) for found in old.occupations] == [
        found._replace(zone=None) for found in new.occupations
    ]
    assert by_code(old)[FARMER].zone == "Job Zone One: Hardly Any Preparation"
    assert by_code(new)[FARMER].zone == "Job Zones One and Two: Little Preparation"


@LAYOUTS
def test_an_occupation_is_read_whole(tmp_path: Path, layout: str) -> None:
    """Tasks of the core first, skills by importance, tools by how wanted they are."""
    found = by_code(read(tmp_path, onet(layout)))[CODER]
    assert found == Occupation(
        id=CODER,
        code=CODER,
        link=f"https://www.onetonline.org/link/summary/{CODER}",
        codes={"soc2018": "15-1251", "onet": CODER},
        title="Computer Programmers",
        aliases=("Program Smith", "Punch Card Puncher", "PCP"),
        description='Write programs; know the "why" of each. Try them out.',
        tasks=("Write small programs, and try them.", "Sweep the code that nobody calls."),
        needs=found.needs,
        related=(WELDER, ARCHITECT),
        zone="Job Zone Four: Much Preparation",
        diplomas=(Share("Bachelor's Degree", 70.5), Share("High School Diploma", 29.5)),
    )
    assert found.needs[:5] == (
        SkillRequirement("onet:skill:Programming", "rated", 4.5),
        SkillRequirement("onet:knowledge:Mathematics", "rated", 3.4),
        SkillRequirement("onet:skill:Active Listening", "rated", 3.12),
        SkillRequirement("onet:skill:Repairing", "rated", 1.5),
        SkillRequirement("onet:tool:Git", "used", None, ("hot", "in-demand")),
    )
    assert [need.marks for need in found.needs[5:]] == [("hot",), ()]


def test_a_tool_is_named_on_one_line(tmp_path: Path) -> None:
    """Spaces in a name make no other tool."""
    names = [skill.name for skill in read(tmp_path, onet()).skills if skill.kind == "tool"]
    assert names == ["Quill Editor", "Git", "Turbo Loom"]


def test_what_is_to_be_suppressed_stays_out(tmp_path: Path) -> None:
    """Ratings and shares of too few answers are not shown."""
    found = by_code(read(tmp_path, onet()))
    assert not any("Installation" in need.skill for need in found[CODER].needs)
    assert found[WELDER].diplomas == ()


def test_what_is_not_said_stays_empty(tmp_path: Path) -> None:
    """An occupation with nothing but a name and a sentence comes in."""
    found = by_code(read(tmp_path, onet()))
    assert found[HANDYMAN].needs == found[HANDYMAN].tasks == found[HANDYMAN].aliases == ()
    assert found[HANDYMAN].zone is None
    assert found[ARCHITECT].needs == (SkillRequirement("onet:tool:Git", "used", None, ("hot",)),)
    assert found[HANDYMAN].description == "Keep a building going."


def test_a_skill_and_a_piece_of_knowledge_of_one_name_are_two(tmp_path: Path) -> None:
    """O*NET rates mathematics twice."""
    files = onet()
    files["Skills.txt"] += ratings([(CODER, "Mathematics", "IM", "2.9", "N", "08/2023")]).split(
        b"\r\n", 1
    )[1]
    skills = [skill for skill in read(tmp_path, files).skills if skill.name == "Mathematics"]
    assert skills == [
        Skill("onet:skill:Mathematics", "Mathematics", "skill"),
        Skill("onet:knowledge:Mathematics", "Mathematics", "knowledge"),
    ]


@LAYOUTS
@pytest.mark.parametrize("what", OPTIONAL)
def test_what_the_download_has_no_file_for_is_told(tmp_path: Path, what: str, layout: str) -> None:
    """Only the occupations must be there; the rest is named as absent."""
    files = {n: content for n, content in onet(layout).items() if n not in OPTIONAL[what]}
    batch = read(tmp_path, files)
    assert batch.absent == (what,)
    assert what not in batch.came_in or batch.came_in[what] == 0
    expected = {name: count for name, count in COUNTS.items() if name != what}
    assert {name: count for name, count in batch.came_in.items() if count} == expected


def test_only_the_occupations(tmp_path: Path) -> None:
    """The smallest download there can be."""
    files = {"Occupation Data.txt": onet()["Occupation Data.txt"]}
    batch = read(tmp_path, files)
    assert batch.came_in["occupations"] == 5
    assert set(batch.absent) == set(OPTIONAL)


@pytest.mark.parametrize(
    "layout, names",
    [
        ("30.1", "Education, Training, and Experience Categories.txt"),
        ("31.0", "Education Categories.txt"),
    ],
)
def test_levels_of_education_without_their_names_are_told(
    tmp_path: Path, layout: str, names: str
) -> None:
    """Numbers that nobody can read do not vanish in silence."""
    files = onet(layout)
    del files[names]
    batch = read(tmp_path, files)
    assert "levels of education" in batch.absent


@pytest.mark.parametrize("value", ["n/a", "high", "", "nan", "inf", "-1", "99"])
def test_a_rating_that_is_none_is_told(tmp_path: Path, value: str) -> None:
    """A rating is a number from 1 to 5."""
    said = told(tmp_path, changed(onet(), "Skills.txt", "\t4.5\t", f"\t{value}\t"))
    assert said.startswith("Skills.txt:2: Data Value")


@pytest.mark.parametrize(
    "file, one, other",
    [
        ("Occupation Data.txt", "O*NET-SOC Code", "Title"),
        ("Skills.txt", "Data Value", "Element Name"),
        ("Skills.txt", "Scale ID", "Element Name"),
        ("Technology Skills.txt", "O*NET-SOC Code", "Example"),
        ("Related Occupations.txt", "Related O*NET-SOC Code", "Index"),
    ],
)
def test_swapped_columns_are_told(tmp_path: Path, file: str, one: str, other: str) -> None:
    """Columns whose names were exchanged: nothing is taken for what it is not."""
    head, _end, rest = onet()[file].partition(b"\r\n")
    columns = head.decode().split("\t")
    i, j = columns.index(one), columns.index(other)
    columns[i], columns[j] = columns[j], columns[i]
    assert file in told(tmp_path, onet() | {file: "\t".join(columns).encode() + b"\r\n" + rest})


@pytest.mark.parametrize(
    "file, old, new, words",
    [
        ("Occupation Data.txt", "O*NET-SOC Code", "Code", "no column O*NET-SOC Code"),
        ("Skills.txt", "Data Value", "Value", "no column Data Value"),
        ("Alternate Titles.txt", "Alternate Title", "Other", "no column Job Title"),
        ("Technology Skills.txt", "Example", "Tool", "no column Workplace Example"),
        ("Task Statements.txt", "15-1251.00\t1", "15-1251.00", "of 4 cells"),
    ],
)
def test_what_is_not_as_published_is_told(
    tmp_path: Path, file: str, old: str, new: str, words: str
) -> None:
    """With the name of the file, and never half of it read."""
    said = told(tmp_path, changed(onet(), file, old, new))
    assert said.startswith(f"{file}:")
    assert words in said


def test_without_occupations_there_is_nothing(tmp_path: Path) -> None:
    """The one file that must be there, with something in it."""
    files = onet()
    head = files["Occupation Data.txt"].split(b"\r\n")[0]
    assert "no occupation in it" in told(tmp_path, files | {"Occupation Data.txt": head})
    del files["Occupation Data.txt"]
    assert "Occupation Data.txt is missing" in told(tmp_path / "without", files)


@pytest.mark.parametrize(
    "read_me, name, release",
    [
        ("O*NET® 30.3 Database", "x.zip", "30.3"),
        (None, "db_28_3_text.zip", "28.3"),
        (None, "onet-30.1.zip", "30.1"),
        ("All about it", "x.zip", None),
    ],
)
def test_the_release(tmp_path: Path, read_me: str | None, name: str, release: str | None) -> None:
    """From the Read Me, else from the name of the download, else not said."""
    files = onet()
    del files["Read Me.txt"]
    if read_me:
        files["Read_Me.txt" if release is None else "Read Me.txt"] = read_me.encode()
    assert batches("onet", zipped(files, tmp_path / name))[0].release == release


# Releases before 25.1

# A group of 2010 that is the same, one that was numbered anew, one that was parted.
OLD = (
    ("51-4121.00", "Welders, Cutters, Solderers, and Brazers", {"soc2018": "51-4121"}),
    ("15-1131.00", "Computer Programmers", {"soc2018": "15-1251", "onet": "15-1251.00"}),
    ("15-1132.00", "Software Developers, Applications", {}),
    ("51-4121.06", "Welders and Cutters", {"soc2018": "51-4121"}),
    ("15-1131.01", "Program Smiths", {"soc2018": "15-1251", "onet": None}),
)
TOOLS = (
    ("15-1131.00", "Technology", "Git", "Y"),
    ("15-1131.00", "Technology", "Quill Editor", "N"),
    ("15-1131.00", "Technology", "Git", "Y"),  # under another heading
    ("51-4121.00", "Tools", "Torch", "N"),
)


def old_onet(release: str = "23.1") -> Files:
    """Return O*NET's download as it was before 25.1."""
    return {
        "Read Me.txt": f"O*NET {release} Database\r\nNovember 2018 Release\r\n".encode(),
        "Occupation Data.txt": text_file(
            "O*NET-SOC Code,Title,Description", ((code, title, "x") for code, title, _ in OLD)
        ),
        "Tools and Technology.txt": text_file(
            "O*NET-SOC Code,T2 Type,T2 Example,Commodity Code,Commodity Title,Hot Technology",
            ((code, kind, name, "43", "x", hot) for code, kind, name, hot in TOOLS),
        ),
    }


@pytest.mark.parametrize("says", [True, False], ids=["read-me", "codes"])
def test_codes_of_2010_are_carried_over(tmp_path: Path, says: bool) -> None:
    """Where one group became one; the others have no code of today, and are counted."""
    files = old_onet()
    if not says:
        del files["Read Me.txt"]
    batch = read(tmp_path, files)
    found = by_code(batch)
    for code, _title, expected in OLD:
        codes = {"soc2010": code[:7]} | expected
        if expected:
            codes = {"onet": code} | codes
        assert found[code].codes == {key: value for key, value in codes.items() if value}
    what = "occupations without a code of today, so without American figures"
    assert (batch.left_out[what], batch.places[what]) == (1, "15-1132.00")


@pytest.mark.parametrize("release, known", [("25.1", True), ("25.0", False), ("14.0", False)])
def test_the_release_says_which_codes_it_has(tmp_path: Path, release: str, known: bool) -> None:
    """From 25.1 on they are those of today, whatever they look like; before 15.1 nobody knows."""
    found = by_code(read(tmp_path, old_onet(release)))["15-1132.00"]
    assert ("soc2018" in found.codes) is known
    assert ("soc2010" in found.codes) is (release == "25.0")


def test_tools_are_no_technology(tmp_path: Path) -> None:
    """Until 25.0 they stood in one file; what stands there twice is there once."""
    batch = read(tmp_path, old_onet())
    assert batch.came_in["technology skills"] == 2
    assert batch.left_out["tools that are no technology"] == 1
    assert batch.left_out["technology skills named twice"] == 1
    assert "technology skills" not in batch.absent
    found = by_code(batch)
    assert found["15-1131.00"].needs == (
        SkillRequirement("onet:tool:Git", "used", None, ("hot",)),
        SkillRequirement("onet:tool:Quill Editor", "used"),
    )
    assert found["51-4121.00"].needs == ()


def test_a_table_that_a_spreadsheet_has_saved(tmp_path: Path) -> None:
    """Its quotation marks, its commas in numbers and its days are not taken for O*NET's own."""
    files = {n: onet()[n] for n in ("Occupation Data.txt", "Skills.txt")}
    rows = [line.split("\t") for line in files["Occupation Data.txt"].decode().splitlines()]
    quoted = (
        ['"' + cell.replace('"', '""') + '"' if re.search('[,"]', cell) else cell for cell in row]
        for row in rows
    )
    saved = "".join("\t".join(row) + "\r\n" for row in quoted).encode()
    files["Skills.txt"] = re.sub(
        rb"(\d)\.(\d+)\t([NY])\t\d\d/", rb"\1,\2\t\3\tAug-", files["Skills.txt"]
    )
    batch = read(tmp_path, files | {"Occupation Data.txt": saved})
    found = by_code(batch)
    assert found[WELDER].title == "Welders, Cutters, Solderers, and Brazers"
    assert found[CODER].description == 'Write programs; know the "why" of each. Try them out.'
    assert found[CODER].needs[0].importance == 4.5
    assert batch.newest is None


def test_what_is_passed_over_is_counted_with_its_place(tmp_path: Path) -> None:
    """A few rows that cannot be read are told, wherever they stand."""
    files = onet()
    rows = [(CODER, str(number), f"Do thing {number}.", "Core") for number in range(300)]
    rows[5] = ("15.1251", "5", "Do nothing.", "Core")
    files["Task Statements.txt"] = text_file("O*NET-SOC Code,Task ID,Task,Task Type", rows)
    batch = read(tmp_path, files)
    assert batch.left_out["rows that cannot be read"] == 1
    assert batch.places["rows that cannot be read"] == (
        "Task Statements.txt:7: O*NET-SOC Code: '15.1251'"
    )
