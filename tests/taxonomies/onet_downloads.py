"""Small O*NET downloads, of a release before 30.3 and of one after: real codes, made-up words."""

from collections.abc import Iterable

from tests.taxonomies.downloads import Files

WELDER = "51-4121.00"  # in data/roles/welder.toml
CODER = "15-1251.00"
ARCHITECT = "15-1299.08"  # has no ratings
FARMER = "45-2091.00"
HANDYMAN = "49-9071.00"  # has nothing but a name
UNKNOWN = "99-9999.00"

OCCUPATIONS = (
    (WELDER, "Welders, Cutters, Solderers, and Brazers", "Join pieces of metal by heat."),
    (CODER, "Computer Programmers", 'Write programs; know the "why" of each. Try them out.'),
    (ARCHITECT, "Computer Systems Engineers/Architects", "Fit machines and programs together."),
    (FARMER, "Agricultural Equipment Operators", 'Drive what pulls a 6" plough.'),
    (HANDYMAN, "Maintenance and Repair Workers, General", "Keep a building going."),
    (HANDYMAN, "Maintenance and Repair Workers, General", "Named twice."),
)
TITLES = (
    (CODER, "Program Smith", "n/a"),
    (CODER, "Punch  Card Puncher", "PCP"),
    (CODER, "Computer Programmers", "n/a"),  # its own title
    (WELDER, "Torch Hand", ""),
    (FARMER, "Program Smith", "n/a"),  # a job that is counted in two occupations
    (UNKNOWN, "Nobody", "n/a"),
)
TASKS = (
    (CODER, "Sweep the code that nobody calls.", "Supplemental"),
    (CODER, "Write small  programs, and try them.", "Core"),
    (WELDER, "Grind the seam until it is smooth.", "n/a"),
    (UNKNOWN, "Do nothing.", "Core"),
)
# Code, name, scale, value, recommend suppress, date.
SKILLS = (
    (CODER, "Programming", "IM", "4.5", "N", "08/2023"),
    (CODER, "Programming", "LV", "5.0", "N", "08/2023"),
    (CODER, "Active Listening", "IM", "3.12", "N", "08/2023"),
    (CODER, "Repairing", "IM", "1.5", "N", "08/2024"),
    (CODER, "Installation", "IM", "1.0", "Y", "08/2023"),
    (WELDER, "Repairing", "IM", "3.5", "N", "08/2022"),
    (FARMER, "Repairing", "IM", "3.0", "N", "08/2022"),
)
KNOWLEDGE = (
    (CODER, "Mathematics", "IM", "3.4", "N", "08/2023"),
    (WELDER, "Mechanical", "IM", "3.9", "N", "08/2022"),
    (UNKNOWN, "Mechanical", "IM", "3.9", "N", "08/2022"),
)
# Code, example, hot, in demand.
TECHNOLOGY = (
    (CODER, "Quill  Editor", "N", "N"),
    (CODER, "Git", "Y", "Y"),
    (CODER, "Turbo Loom", "Y", "N"),
    (ARCHITECT, "Git", "Y", "N"),
)
# Code, scale, category, value, recommend suppress.
EDUCATION = (
    (CODER, "RL", "6", "70.5", "N"),
    (CODER, "RL", "2", "29.5", "N"),
    (CODER, "RL", "1", "0", "N"),
    (CODER, "RW", "1", "50", "N"),
    (WELDER, "RL", "2", "90", "Y"),
)
CATEGORIES = (
    ("RL", "1", "Less than a High School Diploma"),
    ("RL", "2", "High School Diploma - or what counts as one"),
    ("RL", "6", "Bachelor's Degree"),
    ("RW", "1", "None"),
)
ZONES = ((CODER, "4"), (WELDER, "2"), (FARMER, "1"))
ZONE_NAMES = (
    ("1", "Job Zone One: Hardly Any Preparation"),
    ("2", "Job Zone Two: Some Preparation"),
    ("4", "Job Zone Four: Much Preparation"),
)
RELATED = (
    (CODER, ARCHITECT, "2"),
    (CODER, WELDER, "1"),
    (CODER, UNKNOWN, "3"),
    (ARCHITECT, CODER, "1"),
)

Cells = Iterable[Iterable[str]]


def text_file(columns: str, rows: Cells) -> bytes:
    """Return a table as O*NET writes it: tabs, CRLF, no quoting; columns parted by commas."""
    lines = ["\t".join(columns.split(",")), *("\t".join(row) for row in rows)]
    return "".join(f"{line}\r\n" for line in lines).encode()


def ratings(rows: Cells) -> bytes:
    """Return a table of ratings."""
    columns = (
        "O*NET-SOC Code,Element ID,Element Name,Scale ID,Data Value,Recommend Suppress,Date,"
        "Domain Source"
    )
    return text_file(columns, ((code, "2.A", *rest, "Analyst") for code, *rest in rows))


def onet(layout: str = "30.1") -> Files:
    """Return O*NET's download as it was up to 30.1, or as it is from 31.0 on."""
    files = {
        "Read Me.txt": f"O*NET(R) {layout} Database, text files\r\n".encode(),
        "Occupation Data.txt": text_file("O*NET-SOC Code,Title,Description", OCCUPATIONS),
        "Task Statements.txt": text_file(
            "O*NET-SOC Code,Task ID,Task,Task Type",
            ((code, "1", task, kind) for code, task, kind in TASKS),
        ),
        "Knowledge.txt": ratings(KNOWLEDGE),
        "Related Occupations.txt": text_file(
            "O*NET-SOC Code,Related O*NET-SOC Code,Relatedness Tier,Index",
            ((code, other, "Primary-Short", index) for code, other, index in RELATED),
        ),
        "Scales Reference.txt": text_file("Scale ID,Scale Name", [("IM", "Importance")]),
    }
    return files | (_old() if layout == "30.1" else _new())


def _old() -> Files:
    return {
        "Alternate Titles.txt": text_file(
            "O*NET-SOC Code,Alternate Title,Short Title,Source(s)",
            ((*cells, "08") for cells in TITLES),
        ),
        "Skills.txt": ratings(SKILLS),
        "Technology Skills.txt": text_file(
            "O*NET-SOC Code,Example,Commodity Code,Commodity Title,Hot Technology,In Demand",
            ((code, name, "43", "x", *marks) for code, name, *marks in TECHNOLOGY),
        ),
        "Education, Training, and Experience.txt": _education(EDUCATION),
        "Education, Training, and Experience Categories.txt": _categories(CATEGORIES),
        "Job Zones.txt": _zones(ZONES),
        "Job Zone Reference.txt": _zone_names(ZONE_NAMES),
    }


def _new() -> Files:
    essential = [row for row in SKILLS if row[1] == "Programming"]
    merged = {"1": "1-2", "2": "1-2"}
    return {
        "Job Titles.txt": text_file("O*NET-SOC Code,Job Title,Short Title", TITLES),
        "Essential Skills.txt": ratings(essential),
        "Transferable Skills.txt": ratings(row for row in SKILLS if row not in essential),
        "Software Skills.txt": text_file(
            "O*NET-SOC Code,Workplace Example,Element ID,Element Name,Hot Technology,In Demand",
            ((code, name, "5.A", "x", *marks) for code, name, *marks in TECHNOLOGY),
        ),
        "Education.txt": _education(row for row in EDUCATION if row[1] == "RL"),
        "Education Categories.txt": _categories(row for row in CATEGORIES if row[0] == "RL"),
        "Training and Experience.txt": _education(row for row in EDUCATION if row[1] != "RL"),
        "Job Zones.txt": _zones((code, merged.get(zone, zone)) for code, zone in ZONES),
        "Job Zone Reference.txt": _zone_names(
            [("1-2", "Job Zones One and Two: Little Preparation"), ZONE_NAMES[2]]
        ),
    }


def _education(rows: Cells) -> bytes:
    columns = "O*NET-SOC Code,Scale ID,Category,Data Value,Recommend Suppress"
    return text_file(columns, rows)


def _categories(rows: Cells) -> bytes:
    return text_file("Scale ID,Category,Category Description", rows)


def _zones(rows: Cells) -> bytes:
    return text_file("O*NET-SOC Code,Job Zone", rows)


def _zone_names(rows: Cells) -> bytes:
    return text_file("Job Zone,Name", rows)
