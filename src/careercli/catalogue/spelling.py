"""What a typed word may mean: other forms of it, and the nearest word where it stands nowhere."""

import json
import re
from collections.abc import Iterator

from careercli.catalogue.catalogue import Catalogue

CLOSE = 0.75  # of 1: how near a word must come to be taken for a typing error
CLOSE_ELSEWHERE = 0.88  # where it is a word of another language: a slip, in a long one
OFTEN = 100  # times as many names must have the word that is meant instead of one that stands
SHORT = 3  # letters; a form that is left so short is another word
SHORTEST = 5  # letters; a shorter word is near too many
FIRST = 2  # letters typed, with one of which a word that is meant begins

# How a plural, or the word for a woman in a job, ends, and how the title of that job ends.
ENDINGS = (
    ("s", ""),
    ("ies", "y"),
    ("en", "e"),
    ("aren", "aar"),
    ("nen", ""),
    ("e", ""),
    ("in", ""),
    ("kkin", "k"),
    ("euse", "eur"),
    ("ster", "er"),
    ("oopster", "oper"),
)


# How the word for a woman in a job ends, or for all who do it, and the word that titles have; and
# the short forms of advertisements. Names alone are looked for so: in a text too much ends like it.
OTHERS = (
    ("vrouw", "man"),
    ("lieden", "man"),
    ("lui", "man"),
    ("mensen", "man"),
    ("woman", "man"),
    ("women", "man"),
    ("men", "man"),
    ("ares", "aar"),
    ("esse", "is"),
    ("trice", "teur"),
    ("pleegster", "pleegkundige"),
    ("pleger", "pleegkundige"),
    ("ress", "er"),
    ("ress", "or"),
    ("ess", ""),
    ("dev", "developer"),
    ("mdw", "medewerker"),
)


def known_forms(catalogue: Catalogue, word: str) -> list[str]:
    """Return the other forms of a word that stand in names or skills."""
    rows = catalogue.rows(
        "SELECT DISTINCT word FROM word WHERE word IN (SELECT value FROM json_each(:forms))",
        forms=json.dumps([form for form in _forms(word) if len(form) > SHORT]),
    )
    return [row["word"] for row in rows]


def other_forms(word: str) -> list[str]:
    """Return the other forms of a word, each once: what it may be a form of, and its plurals."""
    if len(word) < SHORTEST - 1 and word not in dict(OTHERS):
        return []
    others = (
        word.removesuffix(ending) + other for ending, other in OTHERS if word.endswith(ending)
    )
    plurals = (word + ending for ending in ("s", "en", "n"))
    return [form for form in dict.fromkeys((*_forms(word), *others, *plurals)) if form]


def _forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of: loodgieters of loodgieter, boerinnen of boerin, boer."""
    for ending, other in ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if ending == "ster" and _SHORT_VOWEL.search(stem):
                stem += stem[-1]  # a short vowel stays short: lasster of lasser
            form = stem + other
            yield form
            yield from _forms(form)


_SHORT_VOWEL = re.compile("(?<![aeiou])[aeiou][bdfgklmnprst]$")


def meant_by(catalogue: Catalogue, word: str) -> str | None:
    """Return the word of names that a typed one is a slip of; None if nothing is near.

    A word that stands in a name is right, in whatever language, unless it stands in one or two and
    a word that differs by a slip in hundreds: published titles have slips too. Short ones, and
    those with a digit or a sign, are near too many to tell.
    """
    names = catalogue.rows("SELECT SUM(names) FROM word WHERE word = :word", word=word)[0][0]
    if len(word) < SHORTEST or not word.isalpha():
        return None
    here = catalogue.reader.language
    if names:
        often = _words_like(catalogue, word, "=", here, OFTEN * names)
        return _nearest(word, often, 1 - 1 / len(word)) or word
    return _nearest(word, _words_like(catalogue, word, "=", here), CLOSE) or _nearest(
        word, _words_like(catalogue, word, "<>", here), CLOSE_ELSEWHERE
    )


def _words_like(
    catalogue: Catalogue, word: str, comparison: str, language: str, often: int = 1
) -> list[str]:
    """Return other words that are worth a comparison, those that stand in most names first.

    They are about as long and begin with the first or second letter typed: who slips seldom
    slips on both.
    """
    rows = catalogue.rows(
        f"SELECT word FROM word WHERE substr(word, 1, 1) IN (:first, :second) "
        f"AND language {comparison} :wanted AND length(word) BETWEEN :least AND :most "
        "AND word <> :word AND names >= :often "
        "ORDER BY names DESC, word",
        word=word,
        often=often,
        first=word[0],
        second=word[FIRST - 1],
        wanted=language,
        least=len(word) - 2,
        most=len(word) + 2,
    )
    return [row["word"] for row in rows]


def _nearest(word: str, known: list[str], least: float) -> str | None:
    if not known:
        return None
    from rapidfuzz import process  # only a miss needs it
    from rapidfuzz.distance import OSA  # two letters swapped are one error

    near = process.extractOne(word, known, scorer=OSA.normalized_similarity, score_cutoff=least)
    return str(near[0]) if near else None
