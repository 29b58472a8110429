"""What a typed word may mean: other forms of it, and the nearest word where it stands nowhere."""

from collections.abc import Collection, Iterator

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import begins

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
    ("oopster", "oper"),
    ("eegster", "eger"),
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
    rows = catalogue.rows(f"SELECT SUM(names) FROM word WHERE {begins('word', ':word')}", word=word)
    names = rows[0][0]
    if names is None and _stands_in_prose(catalogue, word):
        return word
    if names is not None and (names > _RARE or len(word) < _LONG):
        return word
    known = _words_like(catalogue, word, _IN_NAMES)
    if names is not None:
        often = [other for other, count in known.items() if count >= _OFTEN * names]
        return _nearest(word, often, 1 - 1 / len(word)) or word
    near = _nearest(word, known, CLOSE)
    return near or _nearest(word, _words_like(catalogue, word, _IN_PROSE), CLOSE)


# Where words stand: the table, its column of words, that of how many names or texts have them.
_IN_NAMES = ("word", "word", "names")
_IN_PROSE = ("search_term", "term", "doc")


def _words_like(catalogue: Catalogue, word: str, where: tuple[str, str, str]) -> dict[str, int]:
    """Return other words that are worth a comparison, with how many have them, most first.

    They are about as long and begin with the first or second letter typed: who slips seldom
    slips on both.
    """
    table, column, count = where
    found: dict[str, int] = {}
    for letter in dict.fromkeys(word[:2]):
        rows = catalogue.rows(
            f"SELECT {column}, {count} FROM {table} WHERE {begins(column, ':letter')} "
            f"AND {column} <> :word AND length({column}) BETWEEN :least AND :most",
            word=word,
            letter=letter,
            least=len(word) - 2,
            most=len(word) + 2,
        )
        found |= {row[0]: row[1] for row in rows}
    return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))


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

    near = process.extract(
        word, list(known), scorer=OSA.normalized_similarity, score_cutoff=least, limit=5
    )
    if not near:
        return None
    # Of equals the one that more names have: they come in that order.
    best = max(near, key=lambda found: found[1] + _BETTER * (found[0][0] == word[0]))
    return str(best[0])
