"""The tools of an assistant, by a client of the protocol: sourced answers, and no traceback.

The SDK takes a second to import, so only the worker that runs these tests does.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import sys
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import pytest

from careercli.catalogue.catalogue import Catalogue
from tests.conftest import Run

if TYPE_CHECKING:
    from mcp import Client

TOOLS = {"search", "show", "compare", "next", "path", "match", "sources"}
ODD = [
    *(
        "",
        " ",
        "a" * 201,
        "\0",
        "\x1b[31m",
        "'; DROP TABLE role; --",
        "%",
        "../../etc/passwd",
        "{}",
    ),
    *("OR", '"', "NEAR(a b)", "*", "🦄", "ﬀ", "null", "-1", "١٢", "\u202e", "https://example.org/"),
]
QUESTIONS: list[tuple[str, dict[str, Any]]] = [
    ("search", {"words": "cloud"}),
    ("show", {"role": "cloud-shepherd", "language": "nl"}),
    ("compare", {"roles": ["cloud-shepherd", "fog-counter"]}),
    ("next", {"role": "cloud-shepherd", "limit": 3}),
    ("path", {"start": "cloud-shepherd", "goal": "fog-counter"}),
    ("match", {"skills": ["python", "sql", "juggling"], "diploma": "hbo"}),
    ("sources", {}),
]


def talk(catalogue: Catalogue, question: Callable[[Client], Awaitable[None]]) -> None:
    """Ask a server in this process."""
    from mcp import Client

    from careercli.assistant.server import server

    async def run() -> None:
        async with Client(server(catalogue)) as client:
            await question(client)

    asyncio.run(run())


def process() -> Any:
    """Return the way to a server in a process of its own, as an assistant starts it."""
    from mcp import StdioServerParameters
    from mcp.client.stdio import stdio_client

    started = StdioServerParameters(
        command=sys.executable, args=["-m", "careercli", "mcp"], env=dict(os.environ)
    )
    # By itself it takes the stderr of the moment at which it was imported.
    return stdio_client(started, errlog=sys.stderr)


@pytest.mark.parametrize(("tool", "given"), QUESTIONS, ids=lambda it: str(it)[:30])
def test_an_answer_has_its_sources(tool: str, given: dict[str, Any], catalogue: Catalogue) -> None:
    """As data, with what to beware of, and of a size that an assistant can read."""

    async def question(client: Client) -> None:
        found = await client.call_tool(tool, given)
        assert not found.is_error, found.content
        answer = found.structured_content
        assert answer["beware"]
        assert answer["sources"]
        assert all(source["caveat"] for source in answer["sources"])
        assert len(json.dumps(answer)) < 60_000

    talk(catalogue, question)


def test_an_answer_is_what_the_command_writes(catalogue: Catalogue, ask: Run) -> None:
    """Key for key, but for what is left out."""
    shown = json.loads(ask("show", "cloud-shepherd", "--format", "json").stdout)

    async def question(client: Client) -> None:
        answer = (await client.call_tool("show", {"role": "cloud-shepherd"})).structured_content
        for key in ("title", "salary", "outlook", "skills", "education", "ai_impact", "sources"):
            assert answer[key] == shown[key], key

    talk(catalogue, question)


def test_the_tools_say_what_they_are_for(catalogue: Catalogue) -> None:
    """Each with a line, and the server with how its figures are to be used."""

    async def question(client: Client) -> None:
        tools = (await client.list_tools()).tools
        assert {tool.name for tool in tools} == TOOLS
        assert all(tool.description and tool.input_schema for tool in tools)

    talk(catalogue, question)


def test_a_role_is_a_resource(catalogue: Catalogue) -> None:
    """By its address, in either language."""

    async def question(client: Client) -> None:
        found = await client.read_resource("careers://nl/role/cloud-shepherd")
        text = found.contents[0].text  # type: ignore[union-attr]
        assert json.loads(text)["language"] == "nl"

    talk(catalogue, question)


def test_odd_questions_are_told_and_break_nothing(catalogue: Catalogue) -> None:
    """Whatever stands in them: an answer or one clear line, and the next question is answered."""

    async def question(client: Client) -> None:
        for word in ODD:
            for tool, given in (
                ("search", {"words": word}),
                ("show", {"role": word}),
                ("next", {"role": word, "limit": 1}),
                ("path", {"start": word, "goal": "cloud-shepherd"}),
                ("compare", {"roles": [word, word]}),
                ("match", {"skills": [word], "diploma": word[:40]}),
            ):
                found = await client.call_tool(tool, given)
                told = "".join(getattr(part, "text", "") for part in found.content)
                assert "Traceback" not in told
                assert not found.is_error or len(told) < 2_000
                assert "fault of careers" not in told, (tool, word, told)
        found = await client.call_tool("show", {"role": "cloud-shepherd"})
        assert not found.is_error

    talk(catalogue, question)


def test_it_speaks_on_stdin_and_stdout() -> None:
    """As an assistant starts it."""
    from mcp import Client

    async def run() -> None:
        async with Client(process()) as client:
            assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
            found = await client.call_tool("show", {"role": "cloud-shepherd"})
            assert found.structured_content["title"] == "Cloud Shepherd"
            wrong = await client.call_tool("show", {"role": "nobody-at-all"})
            assert wrong.is_error

    asyncio.run(run())


WORDS = [*ODD, "cloud-shepherd", "fog-counter", "python", "2512", "nl", "en", "hbo"]
VALUES = [*WORDS, None, 0, -1, 3, 10**30, 1.5, True, [], {}, ["python"], {"role": "python"}]


def odd_call(chance: random.Random) -> tuple[str, dict[str, Any]]:
    """A tool, or none, with arguments that are left out, of another kind or another tool's."""
    word = chance.choice(WORDS)
    asked: dict[str, Any] = {
        "words": word,
        "role": word,
        "start": word,
        "goal": chance.choice(WORDS),
        "roles": chance.choices(WORDS, k=chance.randrange(7)),
        "skills": chance.choices(WORDS, k=chance.choice([0, 1, 3, 61])),
        "diploma": chance.choice(WORDS),
        "language": chance.choice(["en", "nl"]),
        "limit": chance.choice([1, 25]),
    }
    for name in chance.sample(sorted(asked), k=chance.choice([0, 0, 1, 3])):
        asked[name] = chance.choice(VALUES)
    for name in chance.sample(sorted(asked), k=chance.choice([0, 0, 1, 3])):
        del asked[name]
    return chance.choice([*sorted(TOOLS), "nothing", ""]), asked


@pytest.mark.long
def test_a_thousand_odd_calls_break_nothing() -> None:
    """One server, as a process: each call is answered or refused in bounds, also the last."""
    from mcp import Client

    chance = random.Random(17)

    async def run() -> None:
        answered = 0
        async with Client(process(), read_timeout_seconds=20) as client:
            for _ in range(1000):
                tool, given = odd_call(chance)
                found = await client.call_tool(tool, given)
                told = "".join(getattr(part, "text", "") for part in found.content)
                assert "Traceback" not in told, (tool, given)
                assert "fault of careers" not in told, (tool, given)
                assert len(told) < 100_000, (tool, given)
                answered += not found.is_error
            found = await client.call_tool("show", {"role": "cloud-shepherd"})
            assert not found.is_error
        assert answered > 100, "nearly all were refused: that tries nothing"

    asyncio.run(run())


def test_without_the_sdk_it_says_how_to_get_it(ask: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra: whoever has no assistant does without."""
    monkeypatch.setattr("careercli.cli.extras.find_spec", lambda _name: None)
    done = ask("mcp")
    assert done.returncode == 2
    assert "pip install 'careercli[mcp]'" in done.stderr
