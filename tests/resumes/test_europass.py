"""Europass: both forms of XML, and JSON."""

import json
from pathlib import Path

import pytest

from careercli.resumes.reading import read_resume
from careercli.resumes.resume import NUMBERS, WORDS, PassedOver, Resume, Study

PASSPORT = """<?xml version="1.0" encoding="UTF-8"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass">
  <LearnerInfo>
    <Identification>
      <PersonName><FirstName>Robin</FirstName><Surname>Example</Surname></PersonName>
      <ContactInfo><Email><Contact>robin@example.org</Contact></Email></ContactInfo>
    </Identification>
    <Headline><Description><Label>Robin looks for work</Label></Description></Headline>
    <WorkExperienceList>
      <WorkExperience>
        <Position><Code>25121</Code><Label>Fog Counter</Label></Position>
        <Activities>&lt;p&gt;Counted fog&lt;/p&gt;</Activities>
        <Employer><Name>Sky Ltd</Name></Employer>
      </WorkExperience>
      <WorkExperience><Position><Label>Rain Reader</Label></Position></WorkExperience>
    </WorkExperienceList>
    <EducationList>
      <Education><Title>MSc Weather</Title><Organisation><Name>Fog School</Name></Organisation></Education>
    </EducationList>
    <Skills>
      <Linguistic>
        <MotherTongueList>
          <MotherTongue><Description><Code>nl</Code><Label>Dutch</Label></Description></MotherTongue>
        </MotherTongueList>
        <ForeignLanguageList>
          <ForeignLanguage>
            <Description><Label>French</Label></Description>
            <ProficiencyLevel><Listening>C1</Listening></ProficiencyLevel>
          </ForeignLanguage>
        </ForeignLanguageList>
      </Linguistic>
      <Computer>
        <Description>&lt;ul&gt;&lt;li&gt;Python&lt;/li&gt;&lt;li&gt;R&amp;amp;D, SQL&lt;/li&gt;&lt;/ul&gt;</Description>
        <ProficiencyLevel><Information>B</Information></ProficiencyLevel>
      </Computer>
      <JobRelated><Description>Fog law</Description></JobRelated>
    </Skills>
  </LearnerInfo>
</SkillsPassport>
"""  # noqa: E501 - as it is downloaded
READ = Resume(
    skills=("Python", "R&D", "SQL", "Fog law"),
    jobs=("Fog Counter", "Rain Reader"),
    studies=(Study("MSc Weather", ""),),
    languages=("Dutch", "French"),
)
LEARNER = {
    "Identification": {"PersonName": {"FirstName": "Robin"}},
    "WorkExperience": [
        {"Position": {"Label": "Fog Counter"}, "Employer": {"Name": "Sky Ltd"}},
        {"Position": {"Label": "Rain Reader"}},
    ],
    "Education": {"Title": "MSc Weather"},
    "Skills": {
        "Linguistic": {
            "MotherTongue": [{"Description": {"Label": "Dutch"}}],
            "ForeignLanguage": [{"Description": {"Label": "French"}}],
        },
        "Computer": {"Description": "<p>Python<br/>R&amp;D, SQL</p>"},
        "JobRelated": {"Description": {"Label": "Fog law"}},
        "Other": None,
    },
}
CANDIDATE = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9"
    xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
  <CandidatePerson>
    <PersonName><oa:GivenName>Robin</oa:GivenName></PersonName>
    <Communication><oa:URI>robin@example.org</oa:URI></Communication>
    <PrimaryLanguageCode name="NORMAL">nld</PrimaryLanguageCode>
  </CandidatePerson>
  <CandidateProfile languageCode="en">
    <hr:ExecutiveSummary>Robin keeps clouds.</hr:ExecutiveSummary>
    <EmploymentHistory>
      <EmployerHistory>
        <hr:OrganizationName>Sky Ltd</hr:OrganizationName>
        <PositionHistory>
          <PositionTitle typeCode="URI">Fog
            Counter</PositionTitle>
          <oa:Description>&lt;p&gt;Counted fog&lt;/p&gt;</oa:Description>
        </PositionHistory>
      </EmployerHistory>
    </EmploymentHistory>
    <EducationHistory>
      <EducationOrganizationAttendance>
        <hr:OrganizationName>Fog School</hr:OrganizationName>
        <hr:ProgramName>MSc Weather</hr:ProgramName>
        <EducationDegree><hr:DegreeName>Master</hr:DegreeName></EducationDegree>
      </EducationOrganizationAttendance>
      <EducationOrganizationAttendance>
        <EducationDegree><hr:DegreeName>BSc Rain</hr:DegreeName></EducationDegree>
      </EducationOrganizationAttendance>
    </EducationHistory>
    <PersonQualifications>
      <PersonCompetency>
        <CompetencyID schemeName="NORMAL">fra</CompetencyID>
        <hr:TaxonomyID>language</hr:TaxonomyID>
      </PersonCompetency>
      <PersonCompetency>
        <hr:TaxonomyID>Digital_Skill</hr:TaxonomyID>
        <hr:CompetencyName>SQL</hr:CompetencyName>
      </PersonCompetency>
      <hr:QualificationsSummary>Payroll; Audit</hr:QualificationsSummary>
    </PersonQualifications>
    <DigitalSkills>
      <DigitalSkillsGroup><Title>Office</Title><DigitalSkill>Excel</DigitalSkill></DigitalSkillsGroup>
    </DigitalSkills>
    <OrganisationalSkills>
      <OrganisationalSkill>
        <Title>Budgets</Title>
        <oa:Description>Planning <b>of fog</b></oa:Description>
      </OrganisationalSkill>
    </OrganisationalSkills>
  </CandidateProfile>
</Candidate>
"""


def read(content: str, folder: Path) -> Resume:
    """Return what is read of a file with this content."""
    path = folder / "cv"
    path.write_text(content, "utf-8")
    return read_resume(path)


@pytest.mark.parametrize(
    "content",
    [
        PASSPORT,
        "\n" + PASSPORT,
        PASSPORT.replace("http://europass.cedefop.europa.eu/Europass", "urn:another"),
        json.dumps({"SkillsPassport": {"Locale": "en", "LearnerInfo": LEARNER}}),
        json.dumps({"LearnerInfo": LEARNER}),
    ],
    ids=["XML", "blank line", "another namespace", "JSON", "JSON of the learner"],
)
def test_a_skills_passport_is_read(tmp_path: Path, content: str) -> None:
    """The same of XML and of JSON; descriptions are parted, their HTML is left out."""
    assert read(content, tmp_path) == READ


def test_a_candidate_is_read(tmp_path: Path) -> None:
    """What the portal writes today; a programme's name goes before that of the degree."""
    assert read(CANDIDATE, tmp_path) == Resume(
        skills=("SQL", "Payroll", "Audit", "Office", "Excel", "Budgets", "of fog", "Planning"),
        jobs=("Fog Counter",),
        studies=(Study("MSc Weather", ""), Study("BSc Rain", "")),
        languages=("Dutch", "French"),
    )


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_its_encoding_does_not_matter(tmp_path: Path, encoding: str) -> None:
    """What the first line says of it is not believed."""
    path = tmp_path / "cv"
    path.write_bytes(PASSPORT.replace("Fog law", "Nebelkünde").encode(encoding))
    assert "Nebelkünde" in read_resume(path).skills


def test_what_has_another_form_is_counted(tmp_path: Path) -> None:
    """The rest is read all the same; a place counts from nought, and says nothing of theirs."""
    learner = {
        "WorkExperience": [
            "see attached",
            {"Position": {"Label": 3}},
            {"Position": {"Label": "x"}},
        ],
        "Education": {"Title": None},
        "Skills": "Python",
    }
    assert read(json.dumps({"LearnerInfo": learner}), tmp_path) == Resume(
        jobs=("x",),
        passed_over=(
            PassedOver(WORDS, 2, "LearnerInfo.WorkExperience[0]"),
            PassedOver(NUMBERS, 1, "LearnerInfo.WorkExperience[1].Position.Label"),
        ),
    )
