"""JSON Resume: what is read of it, and what of other forms."""

import json
from pathlib import Path
from typing import Any

import pytest

from careercli.resumes.reading import read_resume
from careercli.resumes.resume import (
    CONTACTS,
    LEVELS,
    LISTS,
    NAMELESS,
    NUMBERS,
    OBJECTS,
    SENTENCES,
    SIGNS,
    TOO_MANY,
    TRUTHS,
    WORDS,
    PassedOver,
    Resume,
    Study,
)

WHOLE = {
    "basics": {
        "name": "Robin Example",
        "label": "Cloud Shepherd",
        "email": "robin@example.org",
        "phone": "+31 6 1234 5678",
        "summary": "Robin keeps clouds.",
        "location": {"address": "Main Street 1", "city": "Anytown"},
        "profiles": [{"network": "Fog", "username": "robin"}],
    },
    "work": [
        {"name": "Sky Ltd", "position": "Fog Counter", "summary": "Counted fog for Robin."},
        {"name": "Rain Ltd", "position": "Rain Reader", "endDate": None},
    ],
    "education": [
        {"institution": "Cloud College", "studyType": "Bachelor", "area": "Weather"},
        {"institution": "Fog School", "studyType": "PhD", "area": ""},
    ],
    "skills": [
        {"name": "Frontend", "level": "Master", "keywords": ["HTML", "CSS"]},
        {"name": "html", "level": "", "keywords": []},
        {"name": "C#"},
    ],
    "languages": [{"language": "Dutch", "fluency": "Native"}],
    "references": [{"name": "Sam Example", "reference": "Robin is nice."}],
}


def read(resume: Any, folder: Path) -> Resume:
    """Return what is read of a value, written as JSON."""
    path = folder / "resume"
    path.write_text(json.dumps(resume), "utf-8")
    return read_resume(path)


def test_a_whole_resume_is_read(tmp_path: Path) -> None:
    """Each phrase once, in the order of the file; a group's name is one; levels are counted."""
    assert read(WHOLE, tmp_path) == Resume(
        skills=("Frontend", "HTML", "CSS", "C#"),
        jobs=("Cloud Shepherd", "Fog Counter", "Rain Reader"),
        studies=(Study("Bachelor", "Weather"), Study("PhD", "")),
        languages=("Dutch",),
        passed_over=(PassedOver(LEVELS, 2, "skills[0].level"),),
    )


def test_nothing_of_the_person_is_kept(tmp_path: Path) -> None:
    """No name, address or number, of them or of others, nor where they worked and studied."""
    kept = repr(read(WHOLE, tmp_path))
    for word in ("Robin", "Sam", "example.org", "1234", "Street", "Anytown", "Ltd", "College"):
        assert word not in kept


# section -> what is kept of it as skills, jobs, studies or languages
ODD = {
    "words for skills": ({"skills": ["Python", "SQL"]}, ("Python", "SQL")),
    "one text": (
        {"skills": "Python, SQL; Office (Word, Excel)"},
        ("Python", "SQL", "Office (Word, Excel)"),
    ),
    "one object": ({"skills": {"name": "Web", "keywords": "HTML, CSS"}}, ("Web", "HTML", "CSS")),
    "nothing": ({"skills": [None, "", " ", {}, {"name": None, "keywords": None}]}, ()),
    "no section": ({"skills": None, "work": None, "basics": None}, ()),
    "blanks": ({"skills": [" machine\n\tlearning "]}, ("machine learning",)),
    "colours": ({"skills": ["\x1b[31mRed\x1b[0m", "\x1b]8;;http://x\x07Link"]}, ("Red", "Link")),
    "hidden": ({"skills": ["Py\u200bthon\u202e", "\ud800Go", "\0C"]}, ("Python", "Go", "C")),
    "capitals": ({"skills": ["COST CONTROL", "Cost control"]}, ("COST CONTROL",)),
    "two forms of one letter": ({"skills": ["cafe\u0301", "caf\xe9"]}, ("caf\xe9",)),
    "other scripts": (
        {"skills": ["データ分析", "программирование"]},
        ("データ分析", "программирование"),
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_other_forms_are_read(tmp_path: Path, name: str) -> None:
    """What is plainly meant is read, and nothing steers a terminal."""
    resume, skills = ODD[name]
    assert read(resume, tmp_path) == Resume(skills=skills)


PASSED_OVER = {
    "a number": ({"skills": ["C", 3, 4.5]}, NUMBERS, 2, "skills[1]"),
    "a truth": ({"skills": [{"name": True}]}, TRUTHS, 1, "skills[0].name"),
    "a list": (
        {"skills": [{"name": "Web", "keywords": [["HTML"]]}]},
        LISTS,
        1,
        "skills[0].keywords[0]",
    ),
    "an object": ({"work": [{"position": {"en": "Cook"}}]}, OBJECTS, 1, "work[0].position"),
    "words": ({"work": ["Cook", "Waiter"]}, WORDS, 2, "work[0]"),
    "basics": ({"basics": "Cook"}, WORDS, 1, "basics"),
    "a section": ({"education": 3}, NUMBERS, 1, "education"),
    "no name": (
        {"skills": [{"skill": "Go"}], "work": [{"name": "Sky Ltd"}]},
        NAMELESS,
        2,
        "work[0]",
    ),
    "a story": ({"skills": ["I am " + "very " * 50 + "good"]}, SENTENCES, 1, "skills[0]"),
    "stars": ({"skills": ["★★★☆☆"]}, SIGNS, 1, "skills[0]"),
    "contacts": (
        {"skills": ["me@example.org", "+31 6 1234 5678", "https://x.example"]},
        CONTACTS,
        3,
        "skills[0]",
    ),
    "fluency": (
        {"languages": [{"language": "nl", "fluency": "C1"}, "de"]},
        LEVELS,
        1,
        "languages[0].fluency",
    ),
    "too many": ({"skills": [f"skill {n}" for n in range(5003)]}, TOO_MANY, 3, "skills[5000]"),
    "too many jobs": (
        {"work": [{"position": f"job {n}"} for n in range(5001)]},
        TOO_MANY,
        1,
        "work[5000].position",
    ),
    "too many studies": (
        {"education": [{"area": f"area {n}"} for n in range(5001)]},
        TOO_MANY,
        1,
        "education[5000]",
    ),
}


@pytest.mark.parametrize("name", PASSED_OVER)
def test_what_is_passed_over_is_counted(tmp_path: Path, name: str) -> None:
    """Why, how often, and where first; never with a word of theirs."""
    resume, *told = PASSED_OVER[name]
    assert read(resume, tmp_path).passed_over == (PassedOver(*told),)


def test_names_with_signs_are_no_contacts(tmp_path: Path) -> None:
    """Names of skills may have dots, digits and signs in them."""
    skills = [
        "ASP.NET",
        ".NET",
        "socket.io",
        "C++",
        "3D",
        "ISO 9001",
        "S3",
        "R",
        "24/7",
        "A/B @ scale",
    ]
    assert read({"skills": skills}, tmp_path).skills == tuple(skills)


def test_nothing_of_the_person_is_among_the_phrases(tmp_path: Path) -> None:
    """Name, place and numbers are kept out, wherever they stand; and counted."""
    resume = read(
        {
            "basics": {
                "name": "Zebedee Quux",
                "label": "Zebedee Quux - Data Analyst",
                "location": {"city": "Ede", "address": "Geheimstraat 12"},
            },
            "work": [{"position": "Assistant of Zebedee Quux"}, {"position": "Cook"}],
            "skills": ["Python", "Tel. 0612345678", "1234 AB Ede", "linkedin.com/in/zquux", "Quux"],
            "certificates": [{"name": "VCA"}],
            "projects": [{"keywords": ["SQL"]}],
        },
        tmp_path,
    )
    assert (resume.skills, resume.jobs) == (("Python", "VCA", "SQL"), ("Cook",))
    assert [(one.reason, one.times) for one in resume.passed_over] == [(CONTACTS, 6)]
