"""What the compiler hands to the page of a role: typed here, JSON arrays in the catalogue.

A role that somebody wrote and an occupation that a classification lists have little in common
beyond codes, title and summary, which are columns. What only one kind has is one of these.
"""

import json
from typing import NamedTuple, Self


class PublishedRange(NamedTuple):
    """A pay range that somebody published for this very job."""

    low: int
    high: int
    currency: str
    period: str
    region: str
    source: str


class PublishedOutlook(NamedTuple):
    """An outlook word that somebody published for this very job."""

    trend: str
    source: str


class EducationFacts(NamedTuple):
    """What a job asks of a school career, in words of closed lists."""

    minimum: str
    usual: str
    profiles: tuple[str, ...]
    subjects: tuple[str, ...]
    subjects_helpful: tuple[str, ...]


class TrainingFacts(NamedTuple):
    """A way to learn a job, with its name in each language."""

    level: str | None
    modes: tuple[str, ...]
    years: tuple[int, int] | None
    later: bool
    en: str
    nl: str


class WrittenFacts(NamedTuple):
    """What a role file says in any language, and the ISCO group of its ESCO occupation."""

    salary: PublishedRange | None
    outlook: PublishedOutlook | None
    education: EducationFacts
    training: tuple[TrainingFacts, ...]
    conditions: tuple[str, ...]
    work: tuple[str, ...]
    reviewed: str
    esco_isco08: str | None

    @classmethod
    def load(cls, text: str) -> Self:
        """Return the record that stands in the catalogue."""
        kept = cls(*json.loads(text))
        return kept._replace(
            salary=PublishedRange(*kept.salary) if kept.salary else None,
            outlook=PublishedOutlook(*kept.outlook) if kept.outlook else None,
            education=EducationFacts(*kept.education),
            training=tuple(TrainingFacts(*one) for one in kept.training),
            conditions=tuple(kept.conditions),
            work=tuple(kept.work),
        )


class WrittenText(NamedTuple):
    """What a role file says in one language, besides title and summary."""

    aliases: tuple[str, ...]
    description: str
    education: str
    career: str
    ai: str
    ai_advice: str
    automates: tuple[str, ...]
    augments: tuple[str, ...]
    ladder_note: str | None
    reviewed: str

    @classmethod
    def load(cls, text: str) -> Self:
        """Return the record that stands in the catalogue."""
        return cls(*json.loads(text))


class OccupationFacts(NamedTuple):
    """What a classification says of an occupation in any language.

    ``language`` is that of the import which the facts are from. ``diplomas`` has (label, share).
    """

    code: str
    link: str
    language: str
    zone: str | None
    diplomas: tuple[tuple[str, float], ...]

    @classmethod
    def load(cls, text: str) -> Self:
        """Return the record that stands in the catalogue."""
        return cls(*json.loads(text))


class OccupationText(NamedTuple):
    """What a classification says of an occupation in one language, besides title and summary."""

    aliases: tuple[str, ...]
    description: str
    tasks: tuple[str, ...]

    @classmethod
    def load(cls, text: str) -> Self:
        """Return the record that stands in the catalogue."""
        return cls(*json.loads(text))


Facts = WrittenFacts | OccupationFacts
Text = WrittenText | OccupationText
