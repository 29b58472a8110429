"""A list of words: how a text is parted, and in which encodings it is read."""

from pathlib import Path

import pytest

from careercli.resumes.reading import read_words
from careercli.resumes.resume import SENTENCES, PassedOver

PARTED = {
    "Python\nSQL\r\nC#\rGo": ("Python", "SQL", "C#", "Go"),
    "Python, SQL;C++|Go\tRust": ("Python", "SQL", "C++", "Go", "Rust"),
    "- Python\n* SQL\n• Go\n1. Rust\n2) C\n– R": ("Python", "SQL", "Go", "Rust", "C", "R"),
    "Python • SQL · Go": ("Python", "SQL", "Go"),
    "# C#\n#1 priority": ("# C#", "#1 priority"),
    "Frontend: React, Vue": ("Frontend", "React", "Vue"),
    "Office (Word, Excel), Outlook": ("Office (Word, Excel)", "Outlook"),
    "Vue 2,3": ("Vue 2,3",),
    ".NET\n-5 C\n3D\nTCP/IP\nR&D": (".NET", "-5 C", "3D", "TCP/IP", "R&D"),
    "Python\nPYTHON\n\n , ;\n": ("Python",),
    "(((\n)))\nC": ("C",),
}


@pytest.mark.parametrize("text", PARTED)
def test_a_text_is_parted(tmp_path: Path, text: str) -> None:
    """By lines, commas, semicolons and bullets, but not within brackets or a number."""
    path = tmp_path / "words"
    path.write_bytes(text.encode())
    assert read_words(path).words == PARTED[text]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252", "iso-8859-1"]
)
def test_any_usual_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    """With a mark or without one."""
    path = tmp_path / "words"
    path.write_bytes("Patiënten, thérapie\ncafé".encode(encoding))
    assert read_words(path).words == ("Patiënten", "thérapie", "café")


def test_a_sentence_is_counted_with_its_line(tmp_path: Path) -> None:
    """What is too long for a name is no phrase."""
    path = tmp_path / "words"
    path.write_text("Python\n\n" + "word " * 50, "utf-8")
    read = read_words(path)
    assert read.words == ("Python",)
    assert read.passed_over == (PassedOver(SENTENCES, 1, "line 3"),)
