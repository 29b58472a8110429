"""The page of one role."""

from collections import Counter

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.finding import find
from careercli.catalogue.role_page import role_page
from careercli.pages import Amounts, RolePage

SHEPHERD = "cloud-shepherd"
EVERYWHERE = ("transversal", "language")  # kinds of skills that tell no jobs apart


def page(catalogue: Catalogue, name: str = SHEPHERD, **reader: object) -> RolePage:
    """Return a role's page for some reader."""
    catalogue.reader = Reader(**reader)
    return role_page(catalogue, find(catalogue, name))


def every_slug(catalogue: Catalogue) -> list[str]:
    """Return the slugs of all roles."""
    return [row["slug"] for row in catalogue.rows("SELECT slug FROM role")]


def test_pay_of_a_role_with_everything(catalogue: Catalogue) -> None:
    """Pay a year: the published range, the group's quartiles, and the US."""
    salary = page(catalogue).salary
    assert salary.published is not None
    assert salary.published.shown == Amounts(55_000, None, 110_000, "EUR/year")
    assert salary.published.about.source == "almanac-2026"
    assert salary.group.as_published == Amounts(27.0, 34.8, 43.4, "EUR/hour-worked")
    assert salary.group.shown == Amounts(46_785.6, 60_301.44, 75_203.52, "EUR/year")
    assert salary.group.people == 316_000
    assert salary.group.quartiles == ("p25", "median", "p75")
    assert not salary.group.below_minimum
    assert salary.minimum is None
    assert (salary.weeks_per_year, salary.weeks_source) == (45.6, "cbs-working-time")
    (american,) = salary.references
    assert american.shown == Amounts(82_630, 112_590, 155_810, "USD/year")


@pytest.mark.parametrize(
    "per, hours, published, median, american",
    [
        ("hour", 38.0, 27.83, 30.52, 54.13),
        ("hour", 32.0, 33.05, 30.52, 54.13),
        ("month", 38.0, 4583.33, 5025.12, 9382.5),
        ("month", 36.0, 4583.33, 4760.64, 9382.5),
        ("year", 36.0, 55_000, 57_127.68, 112_590),
    ],
)
def test_pay_in_the_period_asked_for(
    catalogue: Catalogue, per: str, hours: float, published: float, median: float, american: float
) -> None:
    """Every amount is shown in one period; the hours of a week change Dutch hourly pay only."""
    salary = page(catalogue, per=per, hours_per_week=hours).salary
    assert salary.published is not None
    assert salary.published.shown.low == published
    assert salary.group.shown.median == median
    (reference,) = salary.references
    assert reference.shown.median == american
    assert salary.group.shown.unit == f"EUR/{per}"
    assert reference.shown.unit == f"USD/{per}"


def test_escos_group_of_the_occupation(catalogue: Catalogue) -> None:
    """A page knows in which group ESCO files the occupation; without an occupation in none."""
    assert page(catalogue).body.esco_isco08 == "2511"
    assert page(catalogue, "puddle-keeper").body.esco_isco08 is None


def test_suppressed_pay_gives_the_segment(catalogue: Catalogue) -> None:
    """Of this group CBS keeps the pay back: the segment above it stands there, dated."""
    salary = page(catalogue, "chief-rain-officer").salary
    assert salary.kept_back.about.status == "suppressed"
    assert salary.kept_back.about.group.code == "0533"
    assert salary.kept_back.shown == Amounts(None, None, None, "EUR/year")
    group = salary.group
    assert (group.about.group.code, group.about.period) == ("053", "2022")
    assert group.about.label == "CBS segment 053, 2022"
    assert group.as_published == Amounts(30.5, 38.9, 48.8, "EUR/hour-worked")
    assert group.shown.median == round(38.9 * 45.6 * 38, 2)
    assert [pay.about.status for pay in salary.references] == ["published"]


def test_published_pay_leaves_the_segment_out(catalogue: Catalogue) -> None:
    """Nothing stands in for what is there."""
    salary = page(catalogue).salary
    assert salary.kept_back is None
    assert [pay.about.series for pay in salary.groups] == ["cbs-wage", "bls-wage"]


@pytest.mark.parametrize(
    "slug, language, words",
    [
        ("junior-cloud-shepherd", "en", "starters are usually in the lowest quarter"),
        ("junior-cloud-shepherd", "nl", "starters zitten meestal in het laagste kwart"),
        ("fog-counter", "en", "with some years of experience: usually in the middle half"),
        ("cloud-shepherd", "en", "seniors are usually above the middle"),
        ("lead-cloud-shepherd", "en", "leads are usually in the top quarter"),
        ("puddle-keeper", "en", "in a group of leaders: usually in the middle half"),
        ("head-of-weather", "en", "executives are usually in the top quarter"),
    ],
)
def test_position_of_each_level(catalogue: Catalogue, slug: str, language: str, words: str) -> None:
    """Where a level stands in its group is said in words, as ours, and makes no amount."""
    position = page(catalogue, slug, language=language).salary.position
    assert position == (words, "editors")


@pytest.mark.parametrize("per", ["hour", "month", "year"])
def test_others_mention_the_pay_that_a_page_shows(catalogue: Catalogue, per: str) -> None:
    """What stands beside a role's name elsewhere is the group's pay of its own page."""
    for slug in every_slug(catalogue):
        own = page(catalogue, slug, per=per).salary
        mentioned = catalogue.ref(find(catalogue, slug))
        assert mentioned.pay == (None if own.kept_back else own.group.shown)
        assert mentioned.pay_about == (own.kept_back or own.group).about
        assert mentioned.below_minimum == (not own.kept_back and own.group.below_minimum)


def test_outlook_has_its_evidence(catalogue: Catalogue) -> None:
    """The word is that of the forecast; what else is said of the job stands beside it."""
    outlook = page(catalogue).outlook
    assert (outlook.trend, outlook.growth.class_, outlook.growth.percent) == (
        *("stable", "average"),
        2,
    )
    assert outlook.published == ("growing", "growing", "almanac-2026")
    dutch, american = outlook.evidence
    assert (dutch.about.region, american.about.region) == ("NL", "US")
    assert (dutch.before, dutch.now, dutch.percent) == (382_000, 400_000, None)
    assert american.percent == 33.5


def test_education(catalogue: Catalogue) -> None:
    """Diplomas come with their label and level."""
    education = page(catalogue, language="nl").body.education
    assert education.minimum[:4] == ("hbo", "hbo-bachelor", "hbo", 6)
    assert education.usual[:4] == ("wo", "wo-master", "wo-master", 7)
    assert (education.usual.years, education.usual.years_before) == ((1, 2), (3, 3))
    assert [subject.label for subject in education.subjects] == ["wiskunde", "natuurkunde"]


def test_page_is_in_one_language(catalogue: Catalogue) -> None:
    """Labels, texts and skills are the reader's, the role and its figures the same."""
    english, dutch = page(catalogue), page(catalogue, language="nl")
    assert english.body.level.label == "senior"
    assert (english.outlook.label, dutch.outlook.label) == ("stable", "stabiel")
    assert english.summary != dutch.summary
    assert [skill.id for skill in english.skills] == [skill.id for skill in dutch.skills]
    assert "Statistiek" in [skill.name for skill in dutch.skills]
    assert [f.value for f in english.figures] == [f.value for f in dutch.figures]
    assert dutch.body.reviewed_text == "22 november 2026"
    assert english.body.reviewed_text == "22 November 2026"


def test_skills_keep_their_order(catalogue: Catalogue) -> None:
    """Skills stand as the role file lists them, with how much they are needed."""
    skills = page(catalogue).skills
    assert [skill.id for skill in skills[:2]] == ["python", "statistics"]
    assert len(skills) == 8
    assert skills[0].need.id == "essential"
    assert skills[-1].need.id == "useful"


def test_ladder_steps(catalogue: Catalogue) -> None:
    """The steps next to a role: promotions, moves, and where people come from."""
    ladder = page(catalogue).body.ladder
    assert [step.role.slug for step in ladder.up] == ["lead-cloud-shepherd"]
    assert all(step.kind == "move" and step.years is None for step in ladder.leads_to)
    assert ladder.previous[0].role.slug == "junior-cloud-shepherd"
    assert ladder.previous[0].years == (2, 4)
    levels = [step.role.level.id for step in ladder.previous[1:]]
    assert levels == ["mid-level", "senior", "executive"]


def test_related_roles_share_the_most_skills(catalogue: Catalogue) -> None:
    """Related are those with the largest share of telling skills, rare ones weighing the most."""
    telling = {
        slug: {s.id for s in page(catalogue, slug).skills if s.kind.id not in EVERYWHERE}
        for slug in every_slug(catalogue)
    }
    asked = Counter(skill for skills in telling.values() for skill in skills)

    def weight(skills: set[str]) -> float:
        return sum(1 / asked[skill] for skill in skills)

    mine, shares = telling.pop(SHEPHERD), {}
    for slug, other in telling.items():
        share = weight(mine & other) / weight(mine | other)
        if len(mine & other) > 1 and share >= 0.1:
            shares[slug] = round(share, 3)
    related = page(catalogue).related
    assert 0 < len(related) < len(telling)
    assert [r.overlap for r in related] == sorted(shares.values(), reverse=True)[:5]
    for r in related:
        assert r.overlap == shares[r.role.slug]
        assert len(r.shared_skills) == len(mine & telling[r.role.slug])


@pytest.mark.shipped
@pytest.mark.parametrize(
    "slug, near, far",
    [
        ("police-officer", "police-detective", "cleaner"),
        ("dairy-farmer", "farm-worker", "chief-technology-officer"),
        ("cook", "chef", "data-analyst"),
        ("hbo-nurse", "mbo-nurse", "teaching-assistant"),
    ],
)
def test_nobody_is_related_by_patience(
    catalogue: Catalogue, slug: str, near: str, far: str
) -> None:
    """Whoever is related shares what the work itself asks."""
    slugs = [r.role.slug for r in page(catalogue, slug).related]
    assert slugs[0] == near
    assert far not in slugs


def test_one_skill_relates_nobody(catalogue: Catalogue) -> None:
    """Nor does what every job asks for: patience, teamwork, English."""
    for slug in every_slug(catalogue):
        assert all(len(r.shared_skills) > 1 for r in page(catalogue, slug).related)


def test_sources_are_all_that_the_page_cites(catalogue: Catalogue) -> None:
    """Each source that a role's figures name is in its bibliography, once."""
    for slug in every_slug(catalogue):
        shown = page(catalogue, slug)
        ids = [source.id for source in shown.sources]
        pay = shown.salary
        told = {*pay.groups, *shown.outlook.evidence, *shown.ai_impact.exposures}
        named = {figure.about.source for figure in told} | {"roa-2026"}
        assert named <= set(ids)
        assert (pay.weeks_source in ids) is (pay.group.about.status == "published")
        assert len(set(ids)) == len(ids)
