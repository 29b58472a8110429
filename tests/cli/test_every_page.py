"""Every shipped role's page, in both languages, on a wide and a narrow screen: whole, and in it."""

import json
import unicodedata

import pytest
from typer.testing import CliRunner

from careercli.cli.app import app
from careercli.render import SECTIONS
from tests.conftest import ROLE, always

pytestmark = pytest.mark.shipped

# A long title, youth wages, a title with an article of its own, no related role, many conditions.
SOME = (
    *("machine-learning-engineering-manager", "warehouse-worker", "ai-consultant", "welder"),
    *("truck-driver", "hbo-nurse"),
)
SLUGS = sorted(path.stem for path in ROLE.parent.glob("*.toml"))


def width(line: str) -> int:
    """Return the columns that a line takes."""
    return sum(not unicodedata.combining(c) for c in line)


LOOKS = [("en", 80), ("nl", 40), ("en", 40), ("nl", 80)]


@pytest.mark.parametrize(
    "case",
    always(
        [(slug, *look) for slug in SOME for look in LOOKS[:2]],
        [(slug, *look) for slug in SLUGS for look in LOOKS],
    ),
    ids=str,
)
def test_page_is_whole_and_fits(
    case: tuple[str, str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No section is missing, no line is wider than the screen, nothing is cut off."""
    slug, language, columns = case
    for name, value in (("COLUMNS", str(columns)), ("FORCE_COLOR", "1"), ("NO_COLOR", "1")):
        monkeypatch.setenv(name, value)
    done = CliRunner().invoke(app, ["show", slug, "--lang", language])
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert max(map(width, lines)) <= columns
    headings = [line for line in lines if line.startswith(("╭─ ", "─ "))]
    overview = 4 if columns == 40 else 1  # each of its panels has a rule there
    assert len(headings) == len(said_of(slug)) + overview


def said_of(slug: str) -> set[str]:
    """Return the sections of which a role's file or the published tables say something."""
    done = CliRunner().invoke(app, ["show", slug, "--format", "json"])
    page = json.loads(done.stdout)
    told = {"conditions": "conditions", "interests": "interests", "discover": "related"}
    return {name for name in SECTIONS if name not in told or page[told[name]]}
