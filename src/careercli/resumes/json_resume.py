"""JSON Resume 1.0 (jsonresume.org/schema): ``basics``, ``work``, ``education``, ``skills``.

Nobody checks a resume against the schema, so whatever has another form is read where it is plain
what is meant, a word in place of an object for one, and else passed over.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from careercli.resumes.resume import LEVELS, NAMELESS, NOT_SKILLS, Draft
from careercli.resumes.words import phrases_of

SECTIONS = ("basics", "work", "education", "skills", "languages")
"""One of them makes an object a resume."""

UNREAD = ("interests", "awards", "publications")
"""What says nothing of what somebody can, or says it in sentences."""


def read_json_resume(resume: Mapping[str, Any], draft: Draft) -> None:
    """Read what a resume says of skills, jobs, studies and languages into a draft."""
    for basics, place in _objects(resume, "basics", draft):
        draft.keep_out(basics.get("name"))
        draft.keep_out(*_texts_in(basics.get("location")))
        draft.add_job(basics.get("label"), f"{place}.label")
    for work, place in _objects(resume, "work", draft):
        _need(work, ("position",), place, draft)
        draft.add_job(work.get("position"), f"{place}.position")
    for study, place in _objects(resume, "education", draft):
        _need(study, ("studyType", "area"), place, draft)
        draft.add_study(study.get("studyType"), study.get("area"), place)
    for skill, place in _entries(resume, "skills"):
        _read_skill(skill, place, draft)
    for volunteer, place in _objects(resume, "volunteer", draft):
        draft.add_job(volunteer.get("position"), f"{place}.position")
    for certificate, place in _objects(resume, "certificates", draft):
        draft.add_skill(certificate.get("name"), f"{place}.name")
    for project, place in _objects(resume, "projects", draft):
        for keyword, where in _numbered(project.get("keywords"), f"{place}.keywords"):
            draft.add_skill(keyword, where)
    for section in UNREAD:
        for entry, place in _numbered(resume.get(section), section):
            if entry:
                draft.pass_over(NOT_SKILLS, place)
    for language, place in _entries(resume, "languages"):
        _read_language(language, place, draft)


def _texts_in(value: object) -> list[object]:
    """Return what an object says; nothing of anything else."""
    return list(value.values()) if isinstance(value, dict) else []


def _read_skill(skill: object, place: str, draft: Draft) -> None:
    if not isinstance(skill, dict):
        draft.add_skill(skill, place)
        return
    _need(skill, ("name", "keywords"), place, draft)
    draft.add_skill(skill.get("name"), f"{place}.name")
    keywords = skill.get("keywords")
    if isinstance(keywords, str):  # HTML, CSS
        keywords = [*phrases_of(keywords)]
    for keyword, where in _numbered(keywords, f"{place}.keywords"):
        draft.add_skill(keyword, where)
    _pass_level(skill.get("level"), f"{place}.level", draft)


def _read_language(language: object, place: str, draft: Draft) -> None:
    if not isinstance(language, dict):
        draft.add_language(language, place)
        return
    _need(language, ("language",), place, draft)
    draft.add_language(language.get("language"), f"{place}.language")
    _pass_level(language.get("fluency"), f"{place}.fluency", draft)


def _pass_level(level: object, place: str, draft: Draft) -> None:
    if level not in (None, ""):
        draft.pass_over(LEVELS, place)


def _need(entry: Mapping[str, Any], keys: tuple[str, ...], place: str, draft: Draft) -> None:
    """Count an entry that has none of the keys that name it; an empty one says nothing."""
    if entry and not any(key in entry for key in keys):
        draft.pass_over(NAMELESS, place)


def _objects(
    resume: Mapping[str, Any], section: str, draft: Draft
) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield the objects of a section with their places; what is none is counted."""
    for entry, place in _entries(resume, section):
        if isinstance(entry, dict):
            yield entry, place
        else:
            draft.pass_over_kind(entry, place)


def _entries(resume: Mapping[str, Any], section: str) -> Iterator[tuple[object, str]]:
    entries = resume.get(section)
    if section != "basics" and isinstance(entries, str):
        entries = [*phrases_of(entries)]
    return _numbered(entries, section)


def _numbered(entries: object, place: str) -> Iterator[tuple[object, str]]:
    """Yield the entries of a list with their places; what is no list is one entry."""
    if not isinstance(entries, list):
        yield entries, place
        return
    for number, entry in enumerate(entries):
        yield entry, f"{place}[{number}]"
