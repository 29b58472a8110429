"""What a typed word may mean: other forms of it, and the nearest word where it stands nowhere."""

from collections.abc import Iterator

from careercli.catalogue.catalogue import Catalogue

CLOSE = 0.75  # of 1: how near a word must come to be taken for a typing error
_RARE = 10  # names; a word in so few of them may be an error of the publisher
_OFTEN = 100  # times as many names must have the word that is meant instead
_LONG = 6  # letters; short words differ by one letter without being errors
_BETTER = 0.01  # what a word with the same first letter is ahead

# How a plural, or the word for a woman in a job, ends, and how the title of that job may end.
_ENDINGS = (
    ("women", "man"),
    ("woman", "man"),
    ("men", "man"),
    ("mistress", "master"),
    ("ies", "y"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("sters", "er"),
    ("ster", "er"),
    ("aressen", "aar"),
    ("ares", "aar"),
    ("ares", "ar"),
    ("aren", "aar"),
    ("eurs", "eur"),
    ("euse", "eur"),
    ("rice", "eur"),
    ("innen", ""),
    ("kkin", "k"),
    ("in", ""),
    ("kken", "k"),
    ("ken", "k"),
    ("en", ""),
    ("en", "e"),
    ("e", ""),
)
_SHORTEST = 3  # letters that must be left


def variants(word: str) -> Iterator[str]:
    """Yield other forms that a title may have: loodgieter for loodgieters, police man for woman."""
    for ending, other in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) + len(other) >= _SHORTEST:
            yield stem + other


def meant_by(catalogue: Catalogue, word: str) -> str | None:
    """Return the word of the catalogue that a typed one likely means; None if nothing is near.

    That is the word itself where it stands, or one begins so; unless it stands in a name or two
    and a word in hundreds differs by a slip: even the published names have typing errors.
    """
    rows = catalogue.rows(
        "SELECT SUM(names) FROM word WHERE word >= :word AND word < :word || char(1114111)",
        word=word,
    )
    names = rows[0][0]
    if names is None and _stands_in_prose(catalogue, word):
        return word
    if names is not None and (names > _RARE or len(word) < _LONG):
        return word
    rows = catalogue.rows("SELECT * FROM word WHERE word <> :word ORDER BY names DESC", word=word)
    known = {row["word"]: row["names"] for row in rows}
    near = _nearest(word, list(known), 1 - 1 / len(word) if names else CLOSE)
    if names is None:
        return near or _nearest(word, _words_of_prose(catalogue), CLOSE)
    return near if near and known[near] >= _OFTEN * names else word


def _stands_in_prose(catalogue: Catalogue, word: str) -> bool:
    return bool(
        catalogue.rows(
            "SELECT 1 FROM search_term "
            "WHERE term >= :word AND term < :word || char(1114111) LIMIT 1",
            word=word,
        )
    )


def _words_of_prose(catalogue: Catalogue) -> list[str]:
    return [row[0] for row in catalogue.rows("SELECT term FROM search_term")]


def _nearest(word: str, known: list[str], least: float) -> str | None:
    from rapidfuzz import process  # only a miss needs it
    from rapidfuzz.distance import OSA  # two letters swapped are one error

    near = process.extract(
        word, known, scorer=OSA.normalized_similarity, score_cutoff=least, limit=5
    )
    if not near:
        return None
    # Of equals the one that more names have: they come in that order.
    best = max(near, key=lambda found: found[1] + _BETTER * (found[0][0] == word[0]))
    return str(best[0])
