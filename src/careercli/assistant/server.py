"""A server of the Model Context Protocol on stdin and stdout: read only, offline."""

from collections.abc import Callable
from typing import Annotated, Literal

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from pydantic import Field

from careercli.assistant import answers
from careercli.assistant.answers import Answer
from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.errors import CareersError
from careercli.locale import speak

INSTRUCTIONS = (
    "Careers in the Netherlands: pay, education, skills, ladder, outlook and AI exposure of jobs, "
    "every figure with its source. Ask it before you state a figure about a job, and name the "
    "source, the year and the group that the figure is of. What it does not have is not known."
)

Language = Annotated[Literal["en", "nl"], Field(description="Language of the answer.")]
Words = Annotated[str, Field(min_length=1, max_length=200, description="Words, as people say it.")]
Role = Annotated[
    str, Field(min_length=1, max_length=200, description="A title, alias, slug or ISCO-08 code.")
]
Roles = Annotated[list[Role], Field(min_length=2, max_length=5)]
Skills = Annotated[list[Words], Field(min_length=1, max_length=60)]
Limit = Annotated[int, Field(ge=1, le=25, description="How many at most.")]
Diploma = Annotated[
    str, Field(max_length=40, description="mbo-4, havo, hbo, wo ...; empty if it is not known.")
]


def server(catalogue: Catalogue) -> MCPServer:
    """Return the server with its tools, all of which read the one catalogue.

    They are coroutines: the catalogue belongs to the thread that has opened it.
    """
    made = MCPServer("careers", instructions=INSTRUCTIONS, log_level="ERROR")

    def ask(language: str, question: Callable[[Catalogue], Answer]) -> Answer:
        speak(language)
        try:
            return question(Catalogue(catalogue.connection, Reader(language)))
        except CareersError as error:
            raise ToolError(str(error)) from None
        except Exception as error:
            raise ToolError(f"This is a fault of careers: {type(error).__name__}.") from None

    @made.tool()
    async def search(words: Words, language: Language = "en", limit: Limit = 10) -> Answer:
        """Find jobs by title, skill or text; what is only a guess is told apart."""
        return ask(language, lambda it: answers.search(it, words, limit))

    @made.tool()
    async def show(role: Role, language: Language = "en") -> Answer:
        """All of one job: what it is, pay, outlook, education, skills, ladder, AI, with sources."""
        return ask(language, lambda it: answers.show(it, role))

    @made.tool()
    async def compare(roles: Roles, language: Language = "en") -> Answer:
        """Two to five jobs side by side: pay, education, shared skills."""
        return ask(language, lambda it: answers.compare(it, roles))

    @made.tool(name="next")
    async def after(role: Role, language: Language = "en", limit: Limit = 10) -> Answer:
        """What may come after a job: steps of its ladder, then jobs of which the work is alike."""
        return ask(language, lambda it: answers.after(it, role, limit))

    @made.tool()
    async def path(start: Role, goal: Role, language: Language = "en") -> Answer:
        """The way from one job to another: what to learn, study, years and pay of each step."""
        return ask(language, lambda it: answers.way(it, start, goal))

    @made.tool()
    async def match(
        skills: Skills, diploma: Diploma = "", language: Language = "en", limit: Limit = 10
    ) -> Answer:
        """Jobs that fit what somebody can; says what was recognised and what was not."""
        return ask(language, lambda it: answers.match(it, skills, diploma, limit))

    @made.tool()
    async def sources(language: Language = "en") -> Answer:
        """Where the figures come from: authors, year, licence, and what to beware of."""
        return ask(language, answers.sources)

    @made.resource("careers://{language}/role/{slug}", mime_type="application/json")
    async def role(language: Literal["en", "nl"], slug: str) -> Answer:
        """A role as data."""
        return ask(language, lambda it: answers.show(it, slug))

    return made
