"""Where people in the USA went: only what the table can bear."""

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.finding import find
from careercli.catalogue.next_page import Wanted, next_page
from careercli.catalogue.observed import Observed
from careercli.catalogue.path_page import path_page


def test_a_share_is_of_those_who_left_the_one_group_for_the_other(catalogue: Catalogue) -> None:
    """As the table has it; with its region and source, and not the other way round."""
    observed = Observed(catalogue)
    ids = {name: find(catalogue, name) for name in ("mist-weigher", "head-of-weather")}
    seen = observed.seen(ids["head-of-weather"], ids["mist-weigher"])
    assert seen == (0.045, "US", "us-moves")
    back = observed.seen(ids["mist-weigher"], ids["head-of-weather"])
    assert back is not None
    assert back.share == 0.048


def test_nothing_is_said_of_one_group_of_few_or_without_a_code(catalogue: Catalogue) -> None:
    """A group with fewer than twenty destinations is not in the table."""
    observed = Observed(catalogue)
    shepherd, lead = find(catalogue, "cloud-shepherd"), find(catalogue, "lead-cloud-shepherd")
    assert observed.seen(shepherd, lead) is None  # one group counts both
    assert observed.seen(shepherd, find(catalogue, "mist-weigher")) is None  # too few were seen
    assert observed.seen(find(catalogue, "puddle-keeper"), shepherd) is None  # no code


def test_pages_say_it_of_each_step_from_the_one_before(catalogue: Catalogue) -> None:
    """And name the source; of the ways in, from there to here."""
    here = find(catalogue, "head-of-weather")
    page = next_page(catalogue, here)
    (move,) = (move for move in page.moves if move.role.slug == "mist-weigher")
    assert move.seen
    assert move.seen.share == 0.045
    assert "us-moves" in [source.id for source in page.sources]
    into = next_page(catalogue, here, Wanted(into=True))
    (back,) = (move for move in into.moves if move.role.slug == "mist-weigher")
    assert back.seen
    assert back.seen.share == 0.048
    way = path_page(catalogue, find(catalogue, "mist-weigher"), here)
    assert way.direct.seen == back.seen
