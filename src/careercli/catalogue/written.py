"""Role files as a source of roles: the shipped folder and the user's own."""

from collections.abc import Iterator

from careercli.catalogue.facts import (
    EducationFacts,
    PublishedOutlook,
    PublishedRange,
    TrainingFacts,
    WrittenFacts,
    WrittenText,
)
from careercli.catalogue.locale_data import written_out
from careercli.catalogue.record import Edge, LocalizedText, RoleRecord
from careercli.locale import LANGUAGES
from careercli.progress import Watch
from careercli.roles.lint.facts import barring_problems
from careercli.roles.model import Role, Text
from careercli.roles.reading import Draft, read_draft
from careercli.roles.workspace import ReferenceData, RoleFile, find_role_files
from careercli.taxonomies.occupation import SkillRequirement

RoleFiles = tuple[RoleFile, ...]


class WrittenRoles:
    """Yields the roles that hold; ``set_aside`` has the paths of the files that do not."""

    def __init__(self, reference: ReferenceData) -> None:
        self._reference = reference
        self.set_aside: list[str] = []

    def records(self, watch: Watch, preview: RoleRecord | None = None) -> Iterator[RoleRecord]:
        """Yield the roles one at a time; ``watch`` is shown the files as they are read.

        A ``preview`` takes the place of the role with its slug.
        """
        found = find_role_files()
        if preview:
            found.pop(preview.slug, None)
            yield preview
        for files in watch(found.values()):
            if draft := self._first_valid(files):
                replaces = len(files) > 1 and draft.path == files[0].path
                yield record_of(draft, self._reference, replaces=replaces)

    def _first_valid(self, files: RoleFiles) -> Draft | None:
        """Return the first of these files that holds.

        The paths of the others are kept. Where a user's own file does not hold, the shipped role
        that it meant to replace stays.
        """
        for file in files:
            draft = read_draft(file.path, file.origin)
            if not barring_problems(draft, self._reference):
                return draft
            self.set_aside.append(str(file.path))
        return None


def record_of(draft: Draft, reference: ReferenceData, *, replaces: bool) -> RoleRecord:
    """Return the record of a draft that holds; ``replaces`` says whether it hides a shipped one."""
    role = draft.role()
    esco = reference.tables["esco"].get(role.codes.esco or "")
    return RoleRecord(
        id=draft.slug,
        slug=draft.slug,
        kind="role",
        origin=draft.origin,
        file=str(draft.path),
        codes=role.codes.model_dump(exclude_none=True),
        wordings={language: _wording(role, language) for language in LANGUAGES},
        vacancy_query=role.vacancy_query or role.nl.title,
        data=WrittenFacts(
            salary=PublishedRange(**role.salary.model_dump()) if role.salary else None,
            outlook=PublishedOutlook(**role.outlook.model_dump()) if role.outlook else None,
            education=EducationFacts(**role.education.model_dump()),
            training=tuple(TrainingFacts(**one.model_dump()) for one in role.training),
            conditions=role.conditions,
            work=role.work,
            reviewed=role.reviewed.isoformat(),
            esco_isco08=esco["isco08"] if esco else None,
        ),
        terms={
            "work": role.work,
            "conditions": role.conditions,
            "profiles": role.education.profiles,
            "subjects": (*role.education.subjects, *role.education.subjects_helpful),
        },
        training=[(one.level, one.years) for one in role.training if one.level and not one.later],
        needs=tuple(
            SkillRequirement(skill, need)
            for need in ("essential", "useful")
            for skill in getattr(role.skills, need)
        ),
        edges=(
            *(Edge(step.role, "up", step.years) for step in role.ladder.up),
            *(Edge(target, "move") for target in role.ladder.leads_to),
        ),
        category=role.category,
        level=role.level,
        diploma=role.education.minimum,
        replaces_shipped=replaces,
    )


def _wording(role: Role, language: str) -> LocalizedText:
    text: Text = getattr(role, language)
    return LocalizedText(
        title=text.title,
        aliases=text.aliases,
        summary=text.summary,
        data=WrittenText(
            **text.model_dump(exclude={"title", "summary"}),
            reviewed=written_out(role.reviewed, language),
        ),
        prose=" ".join(_prose(role, text, language)),
    )


def _prose(role: Role, text: Text, language: str) -> Iterator[str]:
    yield text.summary
    for part in (text.description, text.education, text.career, text.ai, text.ai_advice):
        yield " ".join(part.split())
    trainings = (getattr(training, language) for training in role.training)
    yield " · ".join((*text.automates, *text.augments, *trainings))
