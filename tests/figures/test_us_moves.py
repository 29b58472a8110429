"""Observed moves and the groups between which they were, on made-up tables."""

from pathlib import Path

import pytest
from tools.figures.us_moves import groups_of_onet, onet_us_group, us_groups, us_moves

GROUPS = [
    ("11-1010", "Chief Executives / Legislators", "11-1030", "100", "21"),
    ("11-3020", "Managers of Weather", "", "200", "19"),
    ("15-2090", "Counters of Fog", "", "300", "20"),
    ("25-3000", "Other Teachers", "", "400", "0"),
]
CROSSWALK = [
    ("11-1011", "11-1011"),
    ("11-1031", "11-1031"),
    ("11-3021", "11-3021"),
    ("15-2091", "15-2051"),
    ("15-2098", "15-2051"),
    ("11-3021", "15-1299"),
    ("15-2091", "15-1299"),
    ("25-3099", "25-3031"),
    ("55-1011", "55-1011"),
    ("15-2091", "15-2099"),
    ("55-1011", "15-2099"),
]


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The publishers' tables: moves from three groups, one of them with too few destinations."""
    source, onet = tmp_path / "figures", tmp_path / "onet-30.1"
    source.mkdir()
    onet.mkdir()
    columns = "soc2010,title,also_covers,employment,destinations_observed"
    lines(source / "us-cps-asec-groups.csv", columns, GROUPS)
    shares = [0.01, 0.3, *[0.0309] * 21, 0.00999, 0.02]
    moves = [("11-1010", f"51-{n:04}", f"{share:.5f}") for n, share in enumerate(shares)]
    moves += [("11-3020", "11-1010", "1.00000")]
    moves += [("15-2090", f"51-{n:04}", f"{share:.5f}") for n, share in enumerate([0.99, 0.00999])]
    lines(source / "us-cps-asec-moves.csv", "from_soc2010,to_soc2010,share_of_movers", moves)
    lines(source / "soc2010-soc2018.csv", "2010 SOC Code,2018 SOC Code", CROSSWALK)
    codes = sorted({new for _old, new in CROSSWALK})
    text = "".join(f"{code}.00\tJob\n" for code in codes)
    (onet / "Occupation Data.txt").write_text(f"O*NET-SOC Code\tTitle\n{text}", encoding="utf-8")
    return source


def lines(path: Path, columns: str, rows: list[tuple[str, ...]]) -> None:
    """Write a CSV."""
    path.write_text("\n".join([columns, *map(",".join, rows)]) + "\n", encoding="utf-8")


def test_the_twenty_largest_of_an_origin_are_kept(source: Path) -> None:
    """The most first, none under one percent; nothing of fewer than 20 destinations."""
    rows = {row["usgroup"]: row["targets"].split() for row in us_moves(source)}
    assert rows.keys() == {"11-1010", "15-2090"}
    assert len(rows["11-1010"]) == 20
    assert rows["11-1010"][:2] == ["51-0001:0.3000", "51-0002:0.0309"]
    assert rows["15-2090"] == ["51-0000:0.9900"]


def test_a_group_has_its_name_and_size(source: Path) -> None:
    """As the publisher has them, every one."""
    rows = list(us_groups(source))
    assert [tuple(row.values()) for row in rows] == [
        (code, name, people, seen) for code, name, _more, people, seen in GROUPS
    ]


def test_an_occupation_has_the_group_that_counts_its_former_codes(source: Path) -> None:
    """By its own code, a wider one, or one more that a group covers; none where they are several.

    Nor where one of them is in no group at all.
    """
    assert {row["onet"]: row["usgroup"] for row in onet_us_group(source)} == {
        "11-1011.00": "11-1010",
        "11-1031.00": "11-1010",
        "11-3021.00": "11-3020",
        "15-2051.00": "15-2090",
        "25-3031.00": "25-3000",
    }
    several = groups_of_onet(source)
    assert several["15-1299.00"] == {"11-3020", "15-2090"}
    assert several["15-2099.00"] == {None, "15-2090"}
