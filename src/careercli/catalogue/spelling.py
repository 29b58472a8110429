"""What a typed word may mean: other forms of it, and the nearest word where it stands nowhere."""

import json
from collections.abc import Collection, Iterator

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import begins

CLOSE = 0.75  # of 1: how near a word must come to be taken for a typing error
OFTEN = 100  # times as many names must have the word that is meant instead
FIRST = 2  # letters typed, with one of which a word that is meant begins

# Where words stand: the table, its column of words, that of how many names or texts have them.
WHERE = (("word", "word", "names"), ("search_term", "term", "doc"))

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
    ("eegster", "eger"),
    ("oopster", "oper"),
)


# How the word for a woman in a job ends, or for all who do it, and the word that titles have.
# Names alone are looked for so: in a text too much ends like it.
OTHERS = (
    ("vrouw", "man"),
    ("lieden", "man"),
    ("woman", "man"),
    ("women", "man"),
    ("men", "man"),
    ("ares", "aar"),
    ("esse", "is"),
    ("trice", "teur"),
    ("ress", "er"),
    ("ress", "or"),
    ("ess", ""),
)


def known_forms(catalogue: Catalogue, word: str) -> list[str]:
    """Return the other forms of a word that stand in names or skills."""
    rows = catalogue.rows(
        "SELECT word FROM word WHERE word IN (SELECT value FROM json_each(:forms))",
        forms=json.dumps(list(_forms(word))),
    )
    return [row["word"] for row in rows]


def other_forms(word: str) -> list[str]:
    """Return the other forms of a word, each once: what it may be a form of, and its plurals."""
    others = (
        word.removesuffix(ending) + other for ending, other in OTHERS if word.endswith(ending)
    )
    plurals = (word + ending for ending in ("s", "en", "n"))
    return list(dict.fromkeys((*_forms(word), *others, *plurals)))


def _forms(word: str) -> Iterator[str]:
    """Yield what a word may be a form of: loodgieters of loodgieter, boerinnen of boerin, boer."""
    for ending, other in ENDINGS:
        if word.endswith(ending):
            form = word.removesuffix(ending) + other
            yield form
            yield from _forms(form)


def meant_by(catalogue: Catalogue, word: str) -> str | None:
    """Return the word of the catalogue that a typed one likely means; None if nothing is near.

    That is the word itself where it stands, or one begins so; unless it stands in a name or two
    and a word in hundreds differs by a slip: even the published names have typing errors.
    """
    rows = catalogue.rows(f"SELECT SUM(names) FROM word WHERE {begins('word', ':word')}", word=word)
    names = rows[0][0]
    if names is None and _stands_in_prose(catalogue, word):
        return word
    if names is not None:
        known = _words_like(catalogue, word, *WHERE[0])
        often = [other for other, count in known.items() if count >= OFTEN * names]
        return _nearest(word, often, 1 - 1 / len(word)) or word
    near = (_nearest(word, _words_like(catalogue, word, *where), CLOSE) for where in WHERE)
    return next(filter(None, near), None)


def _words_like(
    catalogue: Catalogue, word: str, table: str, column: str, count: str
) -> dict[str, int]:
    """Return other words that are worth a comparison, with how many have them.

    They are about as long and begin with the first or second letter typed: who slips seldom
    slips on both.
    """
    found: dict[str, int] = {}
    for letter in dict.fromkeys(word[:FIRST]):
        rows = catalogue.rows(
            f"SELECT {column}, {count} FROM {table} WHERE {begins(column, ':letter')} "
            f"AND {column} <> :word AND length({column}) BETWEEN :least AND :most",
            word=word,
            letter=letter,
            least=len(word) - 2,
            most=len(word) + 2,
        )
        found |= {row[0]: row[1] for row in rows}
    return found


def _stands_in_prose(catalogue: Catalogue, word: str) -> bool:
    return bool(
        catalogue.rows(
            f"SELECT 1 FROM search_term WHERE {begins('term', ':word')} LIMIT 1", word=word
        )
    )


def _nearest(word: str, known: Collection[str], least: float) -> str | None:
    if not known:
        return None
    from rapidfuzz import process  # only a miss needs it
    from rapidfuzz.distance import OSA  # two letters swapped are one error

    near = process.extractOne(
        word, list(known), scorer=OSA.normalized_similarity, score_cutoff=least
    )
    return str(near[0]) if near else None
