"""Observed moves between occupational groups of the USA, and the group of each O*NET occupation."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from tools.figures.csvs import Row, read, read_tabbed

FEWEST = 20
"""Destinations that must have been seen, or the sample says too little of an origin."""
MOST = 20
LEAST = 0.01
"""Targets that are kept of an origin: so many, with so large a share of those who left."""


def us_groups(source: Path) -> Iterator[Row]:
    """Yield the groups of the moves: name, people in work, destinations seen."""
    for row in read(source / "us-cps-asec-groups.csv"):
        yield {
            "usgroup": row["soc2010"],
            "name_en": row["title"],
            "people": row["employment"],
            "destinations": row["destinations_observed"],
        }


def us_moves(source: Path) -> Iterator[Row]:
    """Yield the groups that those who left a group went to, most first: ``group:share``, by spaces.

    Of groups of which enough destinations were seen; the largest shares only.
    """
    shares = moves_in(source)
    seen = {row["usgroup"]: int(row["destinations"]) for row in us_groups(source)}
    for origin, targets in shares.items():
        if seen[origin] >= FEWEST:
            largest = sorted(targets.items(), key=lambda target: (-target[1], target[0]))[:MOST]
            cells = (f"{code}:{share:.4f}" for code, share in largest if share >= LEAST)
            yield {"usgroup": origin, "targets": " ".join(cells)}


def moves_in(source: Path) -> dict[str, dict[str, float]]:
    """Return the share of those who left each group, by the group that they went to."""
    shares: dict[str, dict[str, float]] = defaultdict(dict)
    for row in read(source / "us-cps-asec-moves.csv"):
        shares[row["from_soc2010"]][row["to_soc2010"]] = float(row["share_of_movers"])
    return shares


def onet_us_group(source: Path) -> Iterator[Row]:
    """Yield the group of each O*NET occupation that the crosswalk leads to one."""
    for code, groups in groups_of_onet(source).items():
        if len(groups) == 1 and (group := next(iter(groups))):
            yield {"onet": code, "usgroup": group}


def groups_of_onet(source: Path) -> dict[str, set[str | None]]:
    """Return the groups of each O*NET occupation, by the codes of 2010 that its SOC code comes of.

    None stands for one that the moves do not have.
    """
    former: dict[str, set[str]] = defaultdict(set)
    for row in read(source / "soc2010-soc2018.csv"):
        former[row["2018 SOC Code"].strip()].add(row["2010 SOC Code"].strip())
    groups = _groups(source)
    codes = [row["O*NET-SOC Code"] for row in read_tabbed(occupations(source))]
    return {code: {_group_of(old, groups) for old in former[code[:7]]} for code in codes}


def occupations(source: Path) -> Path:
    """Return the list of occupations of the O*NET download that lies beside the tables."""
    return source.parent / "onet-30.1" / "Occupation Data.txt"


def _groups(source: Path) -> dict[str, str]:
    """Return the group that counts each code in the publisher's list, its own or one more."""
    found = {}
    for row in read(source / "us-cps-asec-groups.csv"):
        for code in (row["soc2010"], *row["also_covers"].split()):
            found[code] = row["soc2010"]
    return found


def _group_of(code: str, groups: dict[str, str]) -> str | None:
    """Return the narrowest group with a code: itself, its broad, its minor or its sub-major one."""
    wider = (code, f"{code[:6]}0", f"{code[:5]}00", f"{code[:4]}000")
    return next((groups[one] for one in wider if one in groups), None)
