"""Where people in the USA went who left a group of jobs: what was seen, not what is likely."""

from functools import cache

from careercli.catalogue.catalogue import Catalogue
from careercli.pages.moves import Seen

GROUPS = "onet-us-group"
MOVES = "us-moves"


class Observed:
    """The moves that were seen between the groups of O*NET occupations."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._source = catalogue.published.lookups[MOVES].source
        rows = catalogue.rows(
            "SELECT id, json_extract(codes, '$.onet') AS onet FROM role WHERE kind = 'role'"
        )
        self._codes = {row["id"]: row["onet"] for row in rows}
        self._group, self._targets = cache(self._group_of), cache(self._targets_of)

    def seen(self, start: int, goal: int) -> Seen | None:
        """Return which share of those who left the group of one written role went to another's.

        None where O*NET has not both, where one group counts both, and where the table has none:
        too few were seen, or it was less than one in a hundred (tools/figures/us_moves.py).
        """
        codes = (self._codes.get(role) for role in (start, goal))
        before, after = (self._group(code) if code else None for code in codes)
        if before is None or after is None or before == after:
            return None
        share = self._targets(before).get(after)
        return Seen(round(share, 3), "US", self._source) if share else None

    def _group_of(self, code: str) -> str | None:
        row = self._catalogue.published_row(GROUPS, code)
        return row["usgroup"] if row else None

    def _targets_of(self, group: str) -> dict[str, float]:
        row = self._catalogue.published_row(MOVES, group)
        pairs = (pair.split(":") for pair in row["targets"].split()) if row else ()
        return {target: float(share) for target, share in pairs}
