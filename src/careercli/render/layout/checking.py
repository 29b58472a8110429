"""What is wrong with role files, for somebody who looks at it: file by file, like with like."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from careercli.locale import LANGUAGES
from careercli.locale import translate as _
from careercli.pages import CheckPage, FileProblem
from careercli.render.blocks import (
    Block,
    Bullets,
    Document,
    Line,
    Paragraph,
    Section,
    Subhead,
    line,
    span,
)
from careercli.render.words import Words


def document(page: CheckPage, words: Words) -> Document:
    """Return each file once, with its problems below it."""
    blocks: list[Block] = []
    for file, problems in groupby(page.problems, key=lambda problem: problem.file):
        blocks += [Subhead(file), Bullets(tuple(_lines(problems)))]
    blocks += [Paragraph(line(damage)) for damage in page.damages]
    return Document(None, (Section("problems", "", tuple(blocks)),))


def _lines(problems: Iterable[FileProblem]) -> Iterator[Line]:
    """Yield a line for each problem; those of a kind share one, where the first of them stands."""
    kinds: dict[tuple[str, ...], list[FileProblem]] = {}
    for problem in problems:
        kinds.setdefault(_kind(problem), []).append(problem)
    for kind, found in kinds.items():
        number = span(f"{found[0].line:>4}  ", "muted")
        if len(found) > 1 and kind[0] in LANGUAGES:
            yield line(number, _texts(kind[0], found))
            continue
        keys = span(", ".join(problem.key for problem in found), "value")
        yield line(number, keys, f": {found[0].problem}; ", span(found[0].instead, "muted"))


def _kind(problem: FileProblem) -> tuple[str, ...]:
    """Return what is the same of problems that are told together."""
    language = problem.key.partition(".")[0]
    if language in LANGUAGES and problem.problem in (_("is missing"), _("is empty")):
        return (language,)
    return (problem.problem, problem.instead)


def _texts(language: str, found: list[FileProblem]) -> str:
    names = ", ".join(problem.key.partition(".")[2] for problem in found)
    text = _("{count} texts are missing in {language}: {names}")
    return text.format(count=len(found), language=language, names=names)
