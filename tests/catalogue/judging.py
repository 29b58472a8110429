"""Queries that were judged: what a person who types them means. Tests and benchmarks share them."""

import csv
import json
import tomllib
from pathlib import Path
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.guessing import NO_GUESS, guess
from careercli.catalogue.naming import called
from careercli.catalogue.profile import profile_of
from careercli.catalogue.searching import search_page
from careercli.catalogue.suggesting import is_slip
from careercli.errors import NotFoundError

FOLDER = Path(__file__).parent / "judged"


class Query(NamedTuple):
    """What is typed, in which language, and what may come first: slugs, codes, groups."""

    words: str
    lang: str
    expect: tuple[str, ...]


class Verdict(NamedTuple):
    """A query with the place at which a right answer came; None if it is not among ten."""

    query: Query
    place: int | None
    found: tuple[str, ...]


def queries(name: str) -> list[Query]:
    """Return a judged set: ``shipped``, or ``full`` for ESCO and O*NET beside the shipped roles."""
    with (FOLDER / f"{name}.toml").open("rb") as file:
        entries = tomllib.load(file)["query"]
    return [Query(e["words"], e["lang"], tuple(e["expect"])) for e in entries]


def score(catalogue: Catalogue, name: str) -> float:
    """Return what a judged set reaches: a right answer is 1 at the first place, 1/2 at the next."""
    verdicts = [judge(catalogue, query) for query in queries(name)]
    return sum(1 / verdict.place for verdict in verdicts if verdict.place)


def judge(catalogue: Catalogue, query: Query) -> Verdict:
    """Return at which place the search has what a query means."""
    reading = Catalogue(catalogue.connection, Reader(query.lang))
    try:
        page = search_page(reading, query.words, 10)
    except NotFoundError:
        return Verdict(query, None, ())
    groups = tuple(group.id for group in page.groups)
    slugs = tuple(hit.role.slug for hit in (*page.hits, *page.guesses))
    names = [*({group} for group in groups), *(_names(reading, slug) for slug in slugs)]
    right = [place for place, found in enumerate(names, start=1) if found & {*query.expect}]
    return Verdict(query, right[0] if right else None, (*groups, *slugs))


def _names(catalogue: Catalogue, slug: str) -> set[str]:
    """Return what a judge may have called a role: a written one its slug, others their code."""
    (row,) = catalogue.rows("SELECT kind, codes FROM role WHERE slug = :slug", slug=slug)
    return {slug} if row["kind"] == "role" else set(json.loads(row["codes"]).values())


def shares(verdicts: list[Verdict]) -> tuple[float, float]:
    """Return the share that is right at the first place, and among the first five."""
    first = sum(verdict.place == 1 for verdict in verdicts)
    five = sum(verdict.place is not None and verdict.place <= 5 for verdict in verdicts)
    return first / len(verdicts), five / len(verdicts)


# Job titles as people write them


class Title(NamedTuple):
    """A title, and what a careful adviser would accept: slugs and groups; none where none is."""

    set: str
    lang: str
    title: str
    expect: frozenset[str]


VERDICTS = ("right", "likely", "choice", "perhaps", "astray", "nothing", "wrong")
"""An answer that is right; a guess, told as one, that is; a choice with what is right among it, or
of a title that says too little for one answer; what counts titles like it, with what is right
among that, and without; no answer; an answer or a guess that is not right, or of a title that has
none."""


def titles() -> list[Title]:
    """Return the judged titles: ``first`` are those that the rules were made with."""
    with (FOLDER / "titles.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Title(row["set"], row["lang"], row["title"], frozenset(row["expect"].split()) - {"-"})
        for row in rows
    ]


def judge_title(catalogue: Catalogue, title: Title) -> str:
    """Return the verdict on what a title leads to."""
    reading = Catalogue(catalogue.connection, Reader(title.lang))
    found = called(reading, title.title)
    ids = [_ids(reading, role) for role in found.roles] + [{group} for group in found.groups]
    if any(found):
        if len(ids) == 1:
            return "right" if ids[0] & title.expect else "wrong"
        is_among = any(one & title.expect for one in ids)
        return "choice" if is_among or not title.expect else "wrong"
    guessed = guess(reading, title.title)
    if guessed.near and is_slip(reading, title.title):
        guessed = NO_GUESS
    if first := guessed.first:
        meant = {first.group}.union(*(_ids(reading, role) for role in first.called.roles))
        return "likely" if meant & title.expect else "wrong"
    if guessed.near:
        return "perhaps" if any(one.group in title.expect for one in guessed.near) else "astray"
    return "nothing" if title.expect else "right"


# Phrases as people write them on a resume


class Phrase(NamedTuple):
    """A phrase, and the skills that an employer reads in it; none, or a trait of character."""

    words: str
    expect: frozenset[str]


def phrases() -> list[Phrase]:
    """Return the judged phrases; those with two defensible readings have both."""
    with (FOLDER / "phrases.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [Phrase(row["phrase"], frozenset(row["expect"].split())) for row in rows]


def judge_phrases(catalogue: Catalogue) -> tuple[int, int, int]:
    """Return how many phrases name a skill, how many are read right, and how many are read at all.

    A trait is read right if it is told as one, or not read.
    """
    ids = {row["number"]: row["id"] for row in catalogue.rows("SELECT number, id FROM skill")}
    named = right = read = 0
    for phrase in phrases():
        found = profile_of(catalogue, [phrase.words])
        skills = {ids[one.skills[0]] for one in found.read if one.skills}
        named += bool(phrase.expect - {"trait", "-"})
        read += bool(found.read)
        right += bool(found.read) and bool(skills) and skills <= phrase.expect
    return named, right, read


def _ids(catalogue: Catalogue, role: int) -> set[str]:
    """Return what a judge may have called a role; one of O*NET by the groups it is linked to."""
    row = catalogue.role(role)
    linked = catalogue.rows(
        "SELECT code FROM published WHERE name = 'isco08-onet' AND instr(data, :code)",
        code=row["code"].partition(" ")[2] if row["origin"] == "onet" else "nowhere",
    )
    return {row["slug"], row["isco08"], *(group["code"] for group in linked)}
