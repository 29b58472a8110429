"""How close occupations are, on made-up downloads of O*NET."""

from pathlib import Path

import pytest
from tools.figures.closeness import (
    Closeness,
    in_singular,
    in_unit,
    onet_near,
    rating_vectors,
    tf_idf,
    title_vectors,
)

TITLES = {
    "11-0001.00": ("Cloud Shepherds", ["Cloud Herder", "Sky Herder (SH)"]),
    "11-0002.00": ("Fog Counters", ["Cloud Counter"]),
    "11-0003.00": ("Moon Polishers", []),
}
RATINGS = {
    "11-0001.00": {"Skills": {"a": 5, "b": 1}, "Knowledge": {"c": 3}},
    "11-0002.00": {"Skills": {"a": 4, "b": 2}, "Knowledge": {"c": 3}},
}


def tabbed(path: Path, *rows: tuple[object, ...]) -> None:
    """Write a text file of O*NET."""
    path.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def onet(tmp_path: Path) -> Path:
    """A download with three occupations, of which O*NET has rated two."""
    code = "O*NET-SOC Code"
    named = [(one, title) for one, (title, _more) in TITLES.items()]
    tabbed(tmp_path / "Occupation Data.txt", (code, "Title"), *named)
    others = [(one, title) for one, (_title, more) in TITLES.items() for title in more]
    tabbed(tmp_path / "Alternate Titles.txt", (code, "Alternate Title"), *others)
    for file in ("Skills", "Knowledge"):
        rated = [
            (one, element, scale, value if scale == "IM" else 7 - value)
            for one, files in RATINGS.items()
            for element, value in files[file].items()
            for scale in ("IM", "LV")
        ]
        header = (code, "Element ID", "Scale ID", "Data Value")
        tabbed(tmp_path / f"{file}.txt", header, *rated)
    return tmp_path


def test_titles_are_compared_by_words_in_the_singular(onet: Path) -> None:
    """A word of more titles weighs more, a short form in brackets nothing, one of all nothing."""
    vectors = title_vectors(onet)
    assert vectors.keys() == TITLES.keys()
    shepherd = vectors["11-0001.00"]
    assert shepherd.keys() == {"cloud", "shepherd", "herder", "sky"}
    assert shepherd["herder"] == pytest.approx(shepherd["sky"] * 2**0.5)
    assert shepherd["cloud"] < shepherd["sky"]
    assert in_singular("Policemen, Ladies & Bosses") == ["policeman", "lady", "bosse"]


def test_ratings_are_compared_by_their_correlation(onet: Path) -> None:
    """By importance, less the mean of the occupation; levels take no part."""
    vectors = rating_vectors(onet)
    assert vectors.keys() == RATINGS.keys()
    assert vectors["11-0001.00"] == pytest.approx({"a": 0.5**0.5, "b": -(0.5**0.5), "c": 0})
    near = Closeness(vectors)
    assert near.of("11-0001.00") == pytest.approx([1, 1])


def test_a_term_of_many_may_be_left_out() -> None:
    """One that so large a share has or more; a vector without any is left as it is."""
    vectors = {"one": {"x": 1.0, "y": 1.0}, "two": {"x": 1.0}, "three": {"z": 1.0}}
    assert tf_idf(vectors, most=0.5) == {"one": {"y": 1}, "two": {}, "three": {"z": 1}}
    assert in_unit({"x": 0.0}) == {"x": 0.0}


def test_a_row_has_all_codes_that_are_asked_for(onet: Path) -> None:
    """In three decimals, the same both ways; nothing where O*NET has no ratings of one."""
    rows = {row["onet"]: row["near"].split() for row in onet_near(onet, [*TITLES, "99-9999.00"])}
    cloud = rows["11-0001.00"][1].split(":")
    assert cloud[0] == "11-0002.00"
    assert 0 < float(cloud[1]) < 1
    assert cloud[2] == "1"
    assert rows["11-0002.00"][0] == ":".join(("11-0001.00", *cloud[1:]))
    assert rows["11-0003.00"] == ["11-0001.00:0:", "11-0002.00:0:", "11-0003.00:1:"]
