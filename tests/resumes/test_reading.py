"""Whatever is given in place of a resume: it is read, or one clear line says why not."""

import inspect
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercli.errors import CareersError, InvalidDataError, UsageError
from careercli.locale import speak
from careercli.names import is_control
from careercli.resumes import file as resume_file
from careercli.resumes.reading import read_resume, read_words
from careercli.resumes.resume import MAX_PHRASE, MAX_PHRASES, TOO_MANY, Resume

SECRET = "Robin Example"
BOMB = (
    '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    "<SkillsPassport><LearnerInfo>&b;</LearnerInfo></SkillsPassport>"
)
OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    "<Candidate>&x;</Candidate>"
)
NESTED_XML = "<Candidate>" + "<a>" * 200_000
Read = Callable[[Path | str], Resume]

# what is given -> how it is read, and what is said of it
REFUSED: dict[str, tuple[Read, bytes | str, str]] = {
    "empty": (read_resume, "", "is empty"),
    "blank": (read_words, " \n\t", "is empty"),
    "a PDF": (read_resume, b"%PDF-1.7\n\xff\xfe", "is a PDF; give a text with"),
    "a PDF of words": (read_words, b"%PDF-1.7\n", "is a PDF; give a text with"),
    "Word": (
        read_resume,
        b"PK\3\4\0\0[Content_Types].xml" + b"\0" * 99 + b"word/document.xml",
        "is a document",
    ),
    "LibreOffice": (
        read_resume,
        b"PK\3\4mimetypeapplication/vnd.oasis.opendocument.text",
        "is a document",
    ),
    "old Word": (
        read_words,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "is a document of a word processor",
    ),
    "RTF": (read_resume, rb"{\rtf1\ansi Robin Example}", "is a document of a word processor"),
    "a zip": (read_resume, b"PK\3\4resume.json", "is a packed file"),
    "PNG": (read_resume, b"\x89PNG\r\n\x1a\n", "is a picture"),
    "JPEG": (read_words, b"\xff\xd8\xff\xe0", "is a picture"),
    "HEIC": (read_words, b"\0\0\0\x18ftypheic", "is a picture"),
    "a web page": (read_resume, "\n<!DOCTYPE html><html>", "is a web page"),
    "zeros": (read_words, b"\0" * 100, "is no text"),
    "a program": (read_words, b"\x7fELF\2\1\1\0\0\xff", "is no text"),
    "half of UTF-16": (read_words, b"\xff\xfea", "is no text"),
    "too large": (read_resume, b"[" * (resume_file.MAX_BYTES + 1), "is larger than 5 MB"),
    "text": (read_resume, "Robin Example\nPython", "is plain text"),
    "null": (read_resume, "null", "is plain text"),
    "JSON as words": (read_words, '{"skills": ["Robin Example"]}', "is JSON or XML"),
    "XML as words": (read_words, "<Candidate/>", "is JSON or XML"),
    "a list": (read_resume, '["Robin Example"]', "is a list in JSON"),
    "another object": (read_resume, '{"Robin Example": 1}', "none of the keys basics, work, "),
    "another tag": (read_resume, "<Robin>Robin Example</Robin>", "not Europass"),
    "cut off": (read_resume, '{"skills": [\n{"name": "Robin Example"},', ":2:27: ends before"),
    "cut off in a word": (read_resume, '{"skills": ["Robin Exam', ":1:13: ends before"),
    "a comma too many": (read_resume, '{"basics": {"name": "Robin Example",}}', ":1:"),
    "two values": (read_resume, '{"skills": []} Robin Example', ":1:16: is no JSON from here on"),
    "single quotes": (read_resume, "{'name': 'Robin Example'}", ":1:2: is no JSON from here on"),
    "deep lists": (
        read_resume,
        '{"skills": ' + "[" * 200_000 + "]" * 200_000 + "}",
        "nested too deep",
    ),
    "deep objects": (read_resume, '{"skills": ' * 200_000, "nested too deep"),
    "deep XML": (read_resume, NESTED_XML, "nested too deep"),
    "XML cut off": (read_resume, "<Candidate>\n<a>Robin Example", ":2:17: is no XML"),
    "broken XML": (read_resume, "<Candidate><a></b>", "is no XML from here on"),
    "a bomb": (read_resume, BOMB, "has a document type"),
    "an outer entity": (read_resume, OUTSIDE, "has a document type"),
    "an entity that nobody declared": (read_resume, "<Candidate>&x;</Candidate>", "is no XML"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_it_is_refused_in_a_line(tmp_path: Path, name: str) -> None:
    """The line names the file and says what to do; neither it nor the error keeps their words."""
    read, content, words = REFUSED[name]
    path = tmp_path / "cv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(InvalidDataError) as caught:
        read(path)
    told = str(caught.value)
    assert told.startswith(f"{path}:")
    assert words in told
    assert SECRET not in told
    assert caught.value.__context__ is None
    assert caught.value.exit_code == 65


def test_every_message_is_dutch_too(tmp_path: Path) -> None:
    """What is said in Dutch is other than in English."""
    path = tmp_path / "cv"
    for read, content, _words in REFUSED.values():
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        told = []
        for language in ("en", "nl"):
            speak(language)
            with pytest.raises(InvalidDataError) as caught:
                read(path)
            told.append(str(caught.value))
        assert told[0] != told[1]


@pytest.mark.parametrize("room", range(0, 60, 4))
def test_what_is_nested_almost_too_deep_does_no_harm(tmp_path: Path, room: int) -> None:
    """What the parser just manages is walked through afterwards, or refused."""
    path = tmp_path / "cv"
    depth = sys.getrecursionlimit() - len(inspect.stack(0)) - room
    text = "[" * depth + '"Go"' + "]" * depth
    path.write_text(
        '{"LearnerInfo": {"Skills": {"Other": {"Description": ' + text + "}}}}", "utf-8"
    )
    assert_harmless(read_resume, path)


def test_a_number_of_any_size_is_passed_over(tmp_path: Path) -> None:
    """It is not even made: it may have more digits than Python makes a number of."""
    path = tmp_path / "cv"
    path.write_text('{"skills": [' + "9" * 1_000_000 + ', -1e999999, NaN, "Go"]}', "utf-8")
    assert read_resume(path).skills == ("Go",)


@pytest.mark.parametrize("read", [read_resume, read_words])
def test_what_is_not_there_is_a_mistake_of_usage(tmp_path: Path, read: Read) -> None:
    """Nothing was given that could be wrong."""
    with pytest.raises(UsageError, match="no such file"):
        read(tmp_path / "cv")


def test_a_folder_is_told(tmp_path: Path) -> None:
    """In the words of the system."""
    with pytest.raises(InvalidDataError, match="Is a directory"):
        read_resume(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    """In the words of the system."""
    path = tmp_path / "cv"
    path.write_text("Python", "utf-8")
    path.chmod(0)
    with pytest.raises(InvalidDataError, match="Permission denied"):
        read_words(path)


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    """A file may be called anything."""
    path = tmp_path / "\x1b[31m"
    with pytest.raises(UsageError) as missing:
        read_resume(path)
    path.write_bytes(b"%PDF")
    with pytest.raises(InvalidDataError) as refused:
        read_resume(path)
    assert not any(map(is_control, f"{missing.value}{refused.value}"))


def test_a_dash_is_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    """As text or as a resume; nothing there is empty."""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Python, SQL")))
    assert read_words("-").words == ("Python", "SQL")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b'{"skills": ["Go"]}')))
    assert read_resume(Path("-")).skills == ("Go",)
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InvalidDataError, match="standard input: is empty"):
        read_resume("-")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no such device here")
def test_what_never_ends_is_left(tmp_path: Path) -> None:
    """No more is read than a resume may have."""
    with pytest.raises(InvalidDataError, match="is larger than 5 MB"):
        read_words("/dev/zero")


def test_the_limit_is_told_as_it_is() -> None:
    """The reason has the number in it, so that it can be translated."""
    assert f"{MAX_PHRASES:,}" in TOO_MANY


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
KEYS = st.sampled_from(["name", "keywords", "level", "position", "label", "area", "language"])
SECTIONS = st.sampled_from(["basics", "work", "education", "skills", "languages"])
RESUMES = st.dictionaries(
    SECTIONS, JSON | st.lists(st.dictionaries(KEYS, JSON, max_size=3) | JSON, max_size=3)
)
NAMES = ["SkillsPassport", "LearnerInfo", "WorkExperience", "Position", "Label", "Skills"]
NAMES += ["Computer", "Description", "Candidate", "CandidateProfile", "DigitalSkills"]
PASSPORTS = st.recursive(
    JSON, lambda inner: st.dictionaries(st.sampled_from(NAMES), inner, max_size=3), max_leaves=12
)


def assert_harmless(read: Read, path: Path) -> None:
    """Read a file: what comes of it is bounded and clean, or one of our errors."""
    error, resume = None, Resume()
    try:
        resume = read(path)
    except CareersError as raised:
        error = raised
    assert not any(map(is_control, str(error)))
    phrases = [*resume.skills, *resume.words, *resume.jobs, *resume.languages]
    phrases += [text for study in resume.studies for text in study if text]
    for phrase in phrases:
        assert phrase.strip() == phrase != ""
        assert len(phrase) <= MAX_PHRASE
        assert not any(map(is_control, phrase))
        assert "\n" not in phrase
    assert all(passed.times > 0 for passed in resume.passed_over)


@pytest.fixture(scope="module")
def cv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is written again and again."""
    return tmp_path_factory.mktemp("resumes") / "cv"


@given(JSON | RESUMES | PASSPORTS)
def test_any_json_is_harmless(cv: Path, value: Any) -> None:
    """Any value in the place of a resume."""
    cv.write_text(json.dumps(value), "utf-8")
    assert_harmless(read_resume, cv)


@given(st.sampled_from([b"", b'{"skills": ["', b"<Candidate>", b"\xff\xfe", b"a\n"]), st.binary())
def test_any_bytes_are_harmless(cv: Path, begin: bytes, content: bytes) -> None:
    """Any bytes, by themselves or after a good beginning."""
    cv.write_bytes(begin + content)
    assert_harmless(read_resume, cv)
    assert_harmless(read_words, cv)


@given(st.text())
def test_any_text_is_harmless(cv: Path, text: str) -> None:
    """Any text as a list of words."""
    cv.write_text(text, "utf-8")
    assert_harmless(read_words, cv)
