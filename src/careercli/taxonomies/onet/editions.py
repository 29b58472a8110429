"""Which edition of O*NET-SOC a download has its codes in, and what they are called today.

The database was in O*NET-SOC 2010 from 15.1 to 25.0, and is in O*NET-SOC 2019 since. Those follow
the SOC of 2010 and of 2018. A code is carried over where one group became one group: else its
figures would be those of more jobs, or of other ones.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping

from careercli import paths
from careercli.errors import InvalidDataError
from careercli.locale import translate as _

FIRST_2010, FIRST_2019 = (15, 1), (25, 1)
CROSSWALK = "soc2010-soc2018"


def edition_of(release: str | None, codes: Iterable[str]) -> int:
    """Return the edition by its year: of a release, else the one that has codes of its own here.

    Of those before 2010 we have no crosswalk.
    """
    if release:
        version = tuple(int(part) for part in release.split("."))
        return 2019 if version >= FIRST_2019 else 2010 if version >= FIRST_2010 else 2000
    walk = crosswalk()
    later_ones = {code for group in walk.values() for code in group}
    groups = {code[:7] for code in codes}
    old, new = groups & (walk.keys() - later_ones), groups & (later_ones - walk.keys())
    return 2010 if len(old) > len(new) else 2019


def crosswalk() -> Mapping[str, tuple[str, ...]]:
    """Return the groups of 2018 that each group of 2010 went into."""
    path = paths.data_dir() / "figures" / f"{CROSSWALK}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["soc2010"]: tuple(row["soc2018"].split()) for row in csv.DictReader(file)}
    except FileNotFoundError:
        raise InvalidDataError(
            _("{path}: this table is missing; install careers again").format(path=path)
        ) from None


class Codes:
    """Says what the codes of an edition are joined on."""

    def __init__(self, edition: int) -> None:
        self._edition = edition
        walk = crosswalk() if edition == 2010 else {}
        reached = Counter(code for group in walk.values() for code in group)
        self._one_to_one = {
            old: group[0]
            for old, group in walk.items()
            if len(group) == 1 and reached[group[0]] == 1
        }

    def of(self, code: str) -> dict[str, str]:
        """Return the codes of today, and those of SOC 2010, of which there are figures too."""
        group, detail = code[:7], code[7:]
        if self._edition == 2019:
            return {"soc2018": group, "onet": code}
        codes = {f"soc{self._edition}": group}
        today = self._one_to_one.get(group)
        if today is None:
            return codes
        # Jobs within a group have been numbered anew where the group was.
        is_kept = detail == ".00" or today == group
        return codes | {"soc2018": today} | ({"onet": today + detail} if is_kept else {})
