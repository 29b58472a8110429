"""Make the page of the jobs that fit what somebody can."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import NamedTuple

from careercli.catalogue.catalogue import EDITORS, Catalogue
from careercli.catalogue.likeness import Likeness
from careercli.catalogue.moves import Found, moves
from careercli.catalogue.profile import Profile
from careercli.catalogue.role_row import role_rows
from careercli.catalogue.schooling import Schooling
from careercli.catalogue.standpoint import ENOUGH, Jobs, Standpoint
from careercli.pages import Count, Diploma, Term
from careercli.pages.moves import AskedBy, KnownTitle, MatchPage, Recognised, Study, ToLearn

FEW = 3  # that are shown, also where none comes near
LESSONS = 3  # skills that would open most
TOO_FEW = 2  # skills with which hardly a job comes near: most ask nine


class Wanted(NamedTuple):
    """From what jobs are looked at besides a profile: a role that is held, diplomas.

    ``studies`` are texts of a file with the diplomas that they may name; ``passed_over`` counts
    what of it was not read.
    """

    role: int | None = None
    diplomas: Sequence[str] = ()
    studies: Mapping[str, Sequence[str]] = {}
    passed_over: tuple[Count, ...] = ()


def match_page(
    catalogue: Catalogue, profile: Profile, wanted: Wanted, limit: int | None = None
) -> MatchPage:
    """Return the written roles of whose essential skills enough are had, the best match first.

    Where those are few the nearest follow, and the page says of which enough is had.
    """
    jobs = Jobs(catalogue)
    held = [*([wanted.role] if wanted.role is not None else []), *profile.jobs]
    skills = profile.skills.union(*(jobs.asked[role].skills for role in held))
    here = Standpoint(
        jobs,
        skills,
        _schooling(catalogue, jobs, wanted),
        [condition for role in held for condition in jobs.asked[role].law],
    )
    shares = Likeness(catalogue).shares(skills)
    ranked = sorted(
        (role for role in shares if role != wanted.role), key=lambda role: (-shares[role], role)
    )
    found = [_found(here, jobs, role, shares) for role in ranked]
    near = [one for one in found if one.gap and one.gap.coverage >= ENOUGH]
    others = sorted((one for one in found if one not in near), key=_has_none)
    shown = [*near, *others[: max(0, FEW - len(near))]]
    row = role_rows(catalogue, [wanted.role])[wanted.role] if wanted.role is not None else None
    told = moves(catalogue, shown[:limit], jobs, row)
    reader, wages = catalogue.reader, catalogue.leading("quartiles")
    diplomas = _diplomas(jobs, wanted)
    return MatchPage(
        language=reader.language,
        recognised=_recognised(catalogue, jobs, profile),
        studies=tuple(
            _study(said, tuple(map(catalogue.diploma, keys)))
            for said, keys in wanted.studies.items()
        ),
        titles=tuple(
            KnownTitle(
                one.said,
                tuple(map(catalogue.ref, one.roles)),
                tuple(Term(group, catalogue.group_name(group)) for group in one.groups),
            )
            for one in profile.titles
        ),
        unknown=profile.unknown,
        traits=profile.traits,
        passed_over=wanted.passed_over,
        role=row,
        skills=len(skills),
        having=tuple(map(catalogue.diploma, diplomas)),
        per=reader.per,
        hours_per_week=reader.hours_per_week,
        minimum=catalogue.minimum_for(wages.period, told),
        pay_period=wages.period,
        found=len(shown),
        near=len(near),
        exposure_note=catalogue.exposure_note,
        moves=told,
        to_learn=_to_learn(jobs, shown),
        asked_by=_asked_by(jobs, skills),
        sources=catalogue.sources((EDITORS, wages.source)),
    )


def _study(said: str, named: tuple[Diploma, ...]) -> Study:
    return Study(said, named[0], ()) if len(named) == 1 else Study(said, None, named)


def _asked_by(jobs: Jobs, skills: Set[int]) -> AskedBy | None:
    """Return how many roles ask all of a skill or two."""
    if not 0 < len(skills) <= TOO_FEW:
        return None
    count = sum(skills <= asked.skills for asked in jobs.asked.values())
    return AskedBy(tuple(jobs.terms(sorted(skills)).values()), count)


def _has_none(found: Found) -> bool:
    return not (found.gap and found.gap.have)


def _diplomas(jobs: Jobs, wanted: Wanted) -> list[str]:
    """Return the diplomas that are had: those that are said, else what the job held asks."""
    asked = jobs.asked[wanted.role].diploma if wanted.role is not None else None
    return list(wanted.diplomas) or ([asked] if asked else [])


def _schooling(catalogue: Catalogue, jobs: Jobs, wanted: Wanted) -> Schooling | None:
    diplomas = _diplomas(jobs, wanted)
    return Schooling(catalogue, diplomas) if diplomas else None


def _found(here: Standpoint, jobs: Jobs, role: int, shares: Mapping[int, float]) -> Found:
    gap = here.gap(role)
    return Found(role, "match", gap, jobs.reach(gap, 0), likeness=shares[role])


def _recognised(catalogue: Catalogue, jobs: Jobs, profile: Profile) -> tuple[Recognised, ...]:
    terms = jobs.terms(profile.skills)
    return tuple(
        Recognised(
            read.said,
            tuple(dict.fromkeys(terms[skill] for skill in read.skills)),
            catalogue.ref(read.role) if read.role is not None else None,
        )
        for read in profile.read
    )


def _to_learn(jobs: Jobs, shown: Iterable[Found]) -> tuple[ToLearn, ...]:
    """Return the skills that most of the jobs ask and that are missing, with how many do."""
    gaps = [one.gap for one in shown if one.gap]
    askers = Counter(skill for gap in gaps for skill in gap.missing)
    most = [skill for skill, count in askers.most_common(LESSONS) if count > 1]
    terms = jobs.terms(most)
    return tuple(ToLearn(terms[skill], askers[skill], len(gaps)) for skill in most)
