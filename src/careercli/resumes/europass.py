"""Europass, in the two forms that it has had since 2013.

- *SkillsPassport* (Europass XML 3.0 to 3.4, and the same in JSON), of Cedefop's editor until 2020.
- *Candidate* (namespace www.europass.eu/1.0, after HR-XML 3.0), of the portal since then; it is
  what the portal puts into its PDFs.

Both become the same nested values, in which names stand without their namespace. What belongs to
the person (``Identification``, ``CandidatePerson``) is not looked at, but for the first language.
"""

import html
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from careercli.resumes.resume import Draft
from careercli.resumes.words import phrases_of

ROOTS = ("SkillsPassport", "LearnerInfo", "Candidate")
"""The elements of which one is around everything, or the keys of an object of JSON."""

_SECTIONS = (
    "DigitalSkills",
    "OrganisationalSkills",
    "ManagementAndLeadershipSkills",
    "CommunicationAndInterpersonalSkills",
)
_TAG = re.compile(r"<[^<>]{0,500}>")  # descriptions hold HTML


class _Part(NamedTuple):
    """What stands at a place of a CV."""

    value: Any
    place: str


def read_europass(tree: Mapping[str, Any], draft: Draft) -> None:
    """Read what a Europass CV says of skills, jobs, studies and languages into a draft.

    ``tree`` has one of ``ROOTS``.
    """
    whole = _Part(tree, "")
    for path in ("SkillsPassport.LearnerInfo", "LearnerInfo"):
        for learner in _objects(whole, path, draft):
            _read_learner(learner, draft)
    for candidate in _objects(whole, "Candidate", draft):
        for code in _at(candidate, "CandidatePerson.PrimaryLanguageCode", draft):
            draft.add_language(*code)
        for profile in _objects(candidate, "CandidateProfile", draft):
            _read_profile(profile, draft)


def _read_learner(learner: _Part, draft: Draft) -> None:
    for title in _at(learner, "WorkExperience.Position.Label", draft):
        draft.add_job(*title)
    for title in _at(learner, "Education.Title", draft):
        draft.add_study(title.value, None, title.place)
    for skills in _objects(learner, "Skills", draft):
        for tongues in _objects(skills, "Linguistic", draft):
            for kind in ("MotherTongue", "ForeignLanguage"):
                for label in _at(tongues, f"{kind}.Description.Label", draft):
                    draft.add_language(*label)
        for kind in ("Computer", "JobRelated", "Organisational", "Communication", "Other"):
            for description in _at(skills, f"{kind}.Description", draft):
                _read_prose(description, draft)


def _read_profile(profile: _Part, draft: Draft) -> None:
    positions = "EmploymentHistory.EmployerHistory.PositionHistory.PositionTitle"
    for title in _at(profile, positions, draft):
        draft.add_job(*title)
    for school in _objects(profile, "EducationHistory.EducationOrganizationAttendance", draft):
        _read_school(school, draft)
    for section in ("PersonQualifications", "Skills"):
        for qualifications in _objects(profile, section, draft):
            for competency in _objects(qualifications, "PersonCompetency", draft):
                _read_competency(competency, draft)
            for summary in _at(qualifications, "QualificationsSummary", draft):
                _read_prose(summary, draft)
    for section in _SECTIONS:
        for skills in _at(profile, section, draft):
            _read_prose(skills, draft)


def _read_school(school: _Part, draft: Draft) -> None:
    """Read what was studied: by the programme's name, else the degree's."""
    programmes = [*_at(school, "ProgramName", draft)]
    for name in programmes or _at(school, "EducationDegree.DegreeName", draft):
        draft.add_study(name.value, None, name.place)


def _read_competency(competency: _Part, draft: Draft) -> None:
    """Read a language, which has a code, or another skill, which has a name."""
    taxonomies = {str(taxonomy.value).strip() for taxonomy in _at(competency, "TaxonomyID", draft)}
    add = draft.add_language if "language" in taxonomies else draft.add_skill
    named = [*_at(competency, "CompetencyName", draft)]
    for name in named or _at(competency, "CompetencyID", draft):
        add(*name)


def _read_prose(part: _Part, draft: Draft) -> None:
    """Read skills out of running text, and out of whatever elements it stands in."""
    value, place = part
    if isinstance(value, str):
        for phrase in phrases_of(html.unescape(_TAG.sub("\n", value))):
            draft.add_skill(phrase, place)
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            _read_prose(_Part(inner, place), draft)
    else:
        draft.pass_over_kind(value, place)


def _objects(part: _Part, path: str, draft: Draft) -> Iterator[_Part]:
    """Yield what stands at a path if more is in it, and count what is there in its place."""
    for found in _at(part, path, draft):
        if isinstance(found.value, dict):
            yield found
        elif found.value:
            draft.pass_over_kind(*found)


def _at(part: _Part, path: str, draft: Draft) -> Iterator[_Part]:
    """Yield what stands at a path of names below; a list stands for each that it has.

    What should have names and has none is counted, unless it is empty.
    """
    name, _dot, rest = path.partition(".")
    for value, place in _each(part):
        if not name:
            yield _Part(value, place)
        elif isinstance(value, dict):
            if name in value:
                below = f"{place}.{name}" if place else name
                yield from _at(_Part(value[name], below), rest, draft)
        elif value:
            draft.pass_over_kind(value, place)


def _each(part: _Part) -> Iterator[_Part]:
    if not isinstance(part.value, list) or len(part.value) == 1:
        yield _Part(part.value[0], part.place) if isinstance(part.value, list) else part
        return
    for number, value in enumerate(part.value):
        yield _Part(value, f"{part.place}[{number}]")
