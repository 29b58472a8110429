"""Puts the gloss of a Dutch word behind its first use: the bbl (an mbo course alongside a job)."""

import re
from collections.abc import Iterable
from functools import singledispatchmethod

from careercli.pages import Gloss
from careercli.render.blocks import Block, Bullets, Document, Entry, Facts, Line, Paragraph, Span


def glossed(document: Document, glosses: Iterable[Gloss]) -> Document:
    """Return a document with each word explained once, where it is first used in running text.

    What stands in brackets already, or before a bracket, is explained there. The overview has no
    room; headings and tables are no place for it.
    """
    once = _Once(glosses)
    sections = tuple(
        section._replace(blocks=tuple(map(once.block, section.blocks)))
        for section in document.sections
    )
    return document._replace(sections=sections)


_PART = r" (?:kader|basis|gl|tl|bachelor|master)\b"
"""What follows a word that is only a part of a name."""

_STOP = (
    r"(?=[.,;:!?)]|$| (?:and|or|of|in|to|at|for|with|is|are|was|as|on|by|from|that|which|who|"
    r"alongside|beside|before|after|you|the|a|an|not|must|may|can|says|does|asks|has|have)\b)"
)
"""Where an explanation can stand: at the end of a phrase."""

_PHRASE = re.compile(rf"(?:'s)? [\w-]+{_STOP}|(?:'s)?(?: [\w-]+){{2}}(?=[.,;:!?)]|$)")
"""The noun that a word goes before, or two at the end of a clause: mbo diploma."""

_APPOSITIVE = re.compile(r", (?:the|a|an) ")


class _Once:
    """Knows which words are still to be explained."""

    def __init__(self, glosses: Iterable[Gloss]) -> None:
        self._left = {form: gloss for gloss in glosses for form in gloss.forms}
        self._finds = self._any_left()

    def _any_left(self) -> re.Pattern[str] | None:
        """Return what finds a word that is left, with the level that may follow: mbo level 4."""
        if not self._left:
            return None
        forms = "|".join(map(re.escape, sorted(self._left, key=len, reverse=True)))
        return re.compile(rf"(?<![\w-])({forms})(?![\w/-])(?!{_PART})(?:[ -](?:level )?\d)?")

    @singledispatchmethod
    def block(self, block: Block) -> Block:
        """Return a block with its words explained, if it is running text."""
        return block

    @block.register
    def _(self, block: Paragraph) -> Block:
        return Paragraph(self.line(block.spans))

    @block.register
    def _(self, block: Bullets) -> Block:
        return Bullets(tuple(map(self.line, block.items)))

    @block.register
    def _(self, block: Facts) -> Block:
        return Facts(tuple((label, self.line(spans)) for label, spans in block.rows))

    @block.register
    def _(self, block: Entry) -> Block:
        return Entry(block.head, tuple(map(self.line, block.lines)))

    def line(self, spans: Line) -> Line:
        """Return a line with the words in it explained."""
        return tuple(part for span in spans for part in self._span(span))

    def _span(self, span: Span) -> list[Span]:
        found = self._finds.search(span.text) if self._finds and not span.link else None
        if found is None:
            return [span]
        told = self._left[found[1]]
        before, after = span.text[: found.end()], span.text[found.end() :]
        is_bracketed = before.rfind("(") > before.rfind(")")  # the text may begin within some
        explains_itself = is_bracketed or after.startswith(" (")
        if explains_itself or _APPOSITIVE.match(after):
            self._is_told(told)
            return [span._replace(text=before), *self._span(span._replace(text=after))]
        phrase = "" if re.match(_STOP, after) else self._phrase(after)
        if phrase is None:  # no place for it here
            return [span._replace(text=before), *self._span(span._replace(text=after))]
        self._is_told(told)
        gloss = f" ({found[1]}: {told.gloss})" if phrase else f" ({told.gloss})"
        return [
            span._replace(text=before + phrase),
            Span(gloss, "muted"),
            *self._span(span._replace(text=after[len(phrase) :])),
        ]

    @staticmethod
    def _phrase(after: str) -> str | None:
        """Return the nouns that follow, up to the end of the phrase; None if that is far."""
        found = _PHRASE.match(after)
        return found[0] if found else None

    def _is_told(self, told: Gloss) -> None:
        self._left = {form: other for form, other in self._left.items() if other is not told}
        self._finds = self._any_left()
