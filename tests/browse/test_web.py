"""Addresses are opened without drawing over the screen."""

import webbrowser
from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from careercli.browse import app, web
from careercli.browse.web import Browser, usual_browser
from tests.browse.screens import browse, press


@pytest.mark.parametrize(
    ("command", "where"),
    [
        (lambda: webbrowser.GenericBrowser("lynx"), Browser.TERMINAL),
        (lambda: webbrowser.BackgroundBrowser("xdg-open"), Browser.WINDOW),
        (lambda: webbrowser.Mozilla("firefox"), Browser.WINDOW),
    ],
)
def test_where_an_address_opens(
    monkeypatch: pytest.MonkeyPatch, command: Callable[[], Any], where: Browser
) -> None:
    """A browser of text takes the terminal, any other a window."""
    monkeypatch.setattr(webbrowser, "get", command)
    assert usual_browser() is where


def test_without_a_browser_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a server."""

    def none() -> None:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert usual_browser() is Browser.NONE


@pytest.mark.parametrize("where", Browser)
def test_the_address_is_told(monkeypatch: pytest.MonkeyPatch, where: Browser) -> None:
    """Whatever opens it; a browser of text gets the terminal for itself, or is not started."""
    opened: list[str] = []
    monkeypatch.setattr(app, "usual_browser", lambda: where)
    monkeypatch.setattr(app, "open_in_window", opened.append)
    monkeypatch.setattr(app, "open_here", opened.append)

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "o", "tab", "enter")
        (note,) = pilot.app._notifications
        assert note.message.startswith("https://")
        assert opened == ([note.message] if where is Browser.WINDOW else [])

    browse(steps)


def test_a_window_is_opened_beside_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the browser says goes nowhere."""
    started: list[dict[str, Any]] = []
    monkeypatch.setattr(
        web.subprocess, "Popen", lambda words, **how: started.append({"words": words, **how})
    )
    web.open_in_window("https://example.org")
    (how,) = started
    assert how["words"][-2:] == ["webbrowser", "https://example.org"]
    assert how["stdout"] == how["stderr"] == how["stdin"] == web.subprocess.DEVNULL
