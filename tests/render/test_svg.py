"""Pages as pictures: what the terminal draws, with nothing to fetch."""

from xml.etree import ElementTree

import pytest

from tests.conftest import Run

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_it_is_what_the_terminal_draws(lang: str, ask: Run) -> None:
    """Line for line, as wide as the screen."""
    page = ("show", "cloud-shepherd", "--brief", "--lang", lang)
    picture = ElementTree.fromstring(ask(*page, "--format", "svg", COLUMNS="80").stdout)
    drawn = ask(*page, FORCE_COLOR="1", NO_COLOR="1", COLUMNS="80").stdout
    lines: dict[str, list[str]] = {}
    for run in picture.iter(f"{SVG}text"):
        lines.setdefault(run.attrib["y"], []).append(run.text or "")
    told = [" ".join("".join(runs).split()) for runs in lines.values()]
    rows = [row for row in drawn.splitlines() if row.strip()]
    assert [row.replace(" ", "") for row in told] == ["".join(row.split()) for row in rows]


def test_it_asks_for_nothing_and_says_what_it_is(ask: Run) -> None:
    """No font, no picture, no script of another place; a title for who cannot see it."""
    text = ask("show", "cloud-shepherd", "--format", "svg").stdout
    assert not [word for word in ("url(", "@font-face", "<script", "<image") if word in text]
    picture = ElementTree.fromstring(text)
    assert picture.attrib["aria-label"] == "Cloud Shepherd"
    assert picture.find(f"{SVG}title").text == "Cloud Shepherd"  # type: ignore[union-attr]
    assert "prefers-color-scheme: dark" in text


@pytest.mark.parametrize("command", [["list"], ["sources"], ["next", "cloud-shepherd"], ["paths"]])
def test_every_page_can_be_one(command: list[str], ask: Run) -> None:
    """Whatever it consists of."""
    done = ask(*command, "--format", "svg", COLUMNS="100")
    assert done.returncode == 0
    assert len(list(ElementTree.fromstring(done.stdout).iter(f"{SVG}text"))) > 3
