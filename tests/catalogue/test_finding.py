"""Finding a role by one of its names."""

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.finding import find
from careercli.errors import NotFoundError
from tests.conftest import ROLES


def slug(catalogue: Catalogue, name: str) -> str:
    """Return the slug of the role that the name finds."""
    return catalogue.ref(find(catalogue, name)).slug


@pytest.mark.parametrize(
    "name",
    [
        "cloud-shepherd",
        "Cloud Shepherd",
        "CLOUD SHEPHERD",
        "cloud_shepherd",
        "  cloud   shepherd ",
        "CS herder",
        "cs-herder",
        "hoeder van wolken",
        "Hoeder van-Wolken",
        "Clòud Shepherd",
        "Clo\N{COMBINING ACUTE ACCENT}ud shepherd",
    ],
)
@pytest.mark.parametrize("language", ["en", "nl"])
def test_found_by_any_of_its_names(catalogue: Catalogue, name: str, language: str) -> None:
    """Slug, title and alias find a role in any case, spelling of accents and language."""
    catalogue.reader = Reader(language)
    assert slug(catalogue, name) == "cloud-shepherd"


@pytest.mark.parametrize("name", ["regenpoeet", "regenpoëet", "REGENPOEET"])
def test_accents_may_be_left_out(catalogue: Catalogue, name: str) -> None:
    """A name with a diaeresis is found with and without it."""
    assert slug(catalogue, name) == "rain-reader"


@pytest.mark.parametrize("language", ["en", "nl"])
def test_every_slug_and_title_finds_its_own_role(catalogue: Catalogue, language: str) -> None:
    """No role's slug or title leads to another role."""
    catalogue.reader = Reader(language)
    names = catalogue.rows("SELECT shown, role FROM name WHERE rank < 2")
    assert len(names) == 3 * ROLES
    for row in names:
        assert find(catalogue, row["shown"]) == row["role"], row["shown"]


def test_misspelling_offers_the_nearest_names(catalogue: Catalogue) -> None:
    """A misspelt name is not taken for the answer, but the nearest are offered, best first."""
    with pytest.raises(NotFoundError) as caught:
        find(catalogue, "cloud shephred")
    first, *offers = str(caught.value).splitlines()
    assert '"cloud shephred"' in first
    assert offers[0] == "  careers show cloud-shepherd  (Cloud Shepherd)"
    assert len(offers) <= 5


def test_part_of_a_name_is_no_name(catalogue: Catalogue) -> None:
    """A word out of a title does not find the role, only offers it."""
    with pytest.raises(NotFoundError, match="Did you mean"):
        find(catalogue, "weigher")


def test_offers_are_in_the_readers_language(catalogue: Catalogue) -> None:
    """Titles of offered roles are the ones that the reader knows, each role once."""
    catalogue.reader = Reader("nl")
    with pytest.raises(NotFoundError) as caught:
        find(catalogue, "wolkenherdr")
    offers = str(caught.value).splitlines()[1:]
    assert offers[0] == "  careers show cloud-shepherd  (Wolkenherder)"
    assert len(set(offers)) == len(offers)


@pytest.mark.parametrize(
    "name", ["", "   ", "zzzzqqq", "🦄", "'; DROP TABLE role; --", "%", "\udcff"]
)
def test_nonsense_is_not_found(catalogue: Catalogue, name: str) -> None:
    """What is no name at all is not found, whatever signs it is made of."""
    with pytest.raises(NotFoundError, match="There is no role"):
        find(catalogue, name)


def test_message_cannot_steer_the_terminal(catalogue: Catalogue) -> None:
    """Control characters of a name do not come back in the message, and it stays short."""
    with pytest.raises(NotFoundError) as caught:
        find(catalogue, "\x1b[31mred" + "x" * 10_000)
    assert "\x1b" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "name, found",
    [
        ("sky/CS herder", "cloud-shepherd"),
        ("CS/sky herder", "cloud-shepherd"),
        ("Regenlezer / regenpoëet", "rain-reader"),
        ("welder/weldress", "seam-singer"),
        ("Weather, head of", "head-of-weather"),
        ("Shepherd, cloud", "cloud-shepherd"),
        ("Seam Singer (m/v/x)", "seam-singer"),
    ],
)
def test_a_title_of_several_names(catalogue: Catalogue, name: str, found: str) -> None:
    """With a slash or a comma a title leads to the one role that it names, in whatever order."""
    assert slug(catalogue, name) == found


def test_names_of_several_roles_are_offered(catalogue: Catalogue) -> None:
    """Two roles in one title are two roles: neither is taken for the answer."""
    with pytest.raises(NotFoundError) as caught:
        find(catalogue, "Rain Reader / welder")
    _told, *offers = str(caught.value).splitlines()
    assert offers == [
        "  careers show rain-reader  (Rain Reader)",
        "  careers show seam-singer  (Seam Singer)",
    ]


@pytest.mark.shipped
@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("loodgieters", "plumber"),
        ("Plumbers", "plumber"),
        ("kokkin", "cook"),
        ("waitress", "waiter"),
        ("lerares", "secondary-teacher"),
        ("wijkverpleegster", "hbo-nurse"),
        ("data analysts", "data-analyst"),
    ],
)
def test_a_title_in_another_form_is_the_role(catalogue: Catalogue, typed: str, slug: str) -> None:
    """The plural, and the words for a woman in a job."""
    assert catalogue.ref(find(catalogue, typed)).slug == slug


@pytest.mark.shipped
@pytest.mark.parametrize(
    "typed", ["vet", "barista", "excel", "astronaut", "dominee", "kapitein", "tandtechnicus"]
)
def test_what_is_far_is_not_offered(catalogue: Catalogue, typed: str) -> None:
    """A group that counts the title, or nothing; never another job."""
    with pytest.raises(NotFoundError) as raised:
        find(catalogue, typed)
    assert "Did you mean" not in str(raised.value)
