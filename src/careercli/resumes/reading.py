"""Reads a resume, or a list of words, from a file or from stdin."""

import json
from pathlib import Path
from typing import Any

from careercli.errors import InvalidDataError
from careercli.locale import translate as _
from careercli.resumes.elements import elements_of
from careercli.resumes.europass import ROOTS, read_europass
from careercli.resumes.file import Text, text_of, wrong
from careercli.resumes.json_resume import SECTIONS, read_json_resume
from careercli.resumes.resume import Draft, Resume
from careercli.resumes.words import phrases_of


def read_resume(path: Path | str) -> Resume:
    """Return what a resume says, as JSON Resume or as Europass (XML or JSON); ``-`` is stdin.

    Raises UsageError if there is no such file, InvalidDataError if it cannot be read, is too
    large, is cut off or is something else. No message has a word of what it holds.
    """
    file = text_of(path)
    try:
        return _resume_of(file)
    except RecursionError:
        pass  # what is raised here would keep this one, and with it what the file holds
    raise wrong(file.where, _("is nested too deep for a resume; download it again"))


def read_words(path: Path | str) -> Resume:
    """Return the phrases of a text, one a line or between commas, as words; ``-`` is stdin.

    Raises UsageError if there is no such file, InvalidDataError if it cannot be read, is too
    large or is no plain text.
    """
    file = text_of(path)
    if file.is_json or file.is_xml:
        raise wrong(file.where, _("is JSON or XML, and no list of words; give it as a resume"))
    draft = Draft()
    place = _("line {number}")
    for number, line in enumerate(file.text.split("\n"), start=1):
        for phrase in phrases_of(line):
            draft.add_skill(phrase, place.format(number=number))
    read = draft.resume()
    return read._replace(skills=(), words=read.skills)


def _resume_of(file: Text) -> Resume:
    draft = Draft()
    if file.is_json:
        _read_json(file, draft)
    elif file.is_xml:
        _read_xml(file, draft)
    else:
        told = _(
            "is plain text; give a list of skills as a file of words, "
            "or a resume as JSON Resume or Europass XML"
        )
        raise wrong(file.where, told)
    return draft.resume()


def _read_json(file: Text, draft: Draft) -> None:
    resume = _json_of(file)
    if not isinstance(resume, dict):
        told = _("is a list in JSON; a resume is an object, such as {example}")
        raise wrong(file.where, told.format(example='{"skills": [{"name": "Python"}]}'))
    if any(root in resume for root in ROOTS):
        read_europass(resume, draft)
    elif any(section in resume for section in SECTIONS):
        read_json_resume(resume, draft)
    else:
        told = _("is JSON, but no resume; it has none of the keys {keys}")
        raise wrong(file.where, told.format(keys=", ".join((*SECTIONS, *ROOTS))))


def _read_xml(file: Text, draft: Draft) -> None:
    resume = elements_of(file)
    if not any(root in resume for root in ROOTS):
        told = _("is XML, but not Europass, which begins with one of {names}")
        raise wrong(file.where, told.format(names=", ".join(f"<{root}>" for root in ROOTS)))
    read_europass(resume, draft)


def _json_of(file: Text) -> Any:
    """Return the value that a text of JSON is.

    Numbers are not looked at, nor made: one may have a million digits. The parser's error holds the
    whole text, and would be kept by ours if that were raised within ``except``.
    """
    try:
        return json.loads(file.text, parse_int=_no_number, parse_float=_no_number)
    except json.JSONDecodeError as found:
        error = _syntax(file, found)
    raise error


def _no_number(_digits: str) -> float:
    return 0.0


def _syntax(file: Text, error: json.JSONDecodeError) -> InvalidDataError:
    place = f"{file.where}:{error.lineno}:{error.colno}"
    if error.pos >= len(file.text.rstrip()) or error.msg.startswith("Unterminated string"):
        return wrong(place, _("ends before it is complete; save or download it again"))
    return wrong(
        place, _("is no JSON from here on; a comma or a quotation mark may be missing or too many")
    )
