"""Wages of which the publisher tells only that they are this high, or higher (docs/figures.md)."""

import csv
import json
import re
from pathlib import Path

import pytest

from tests.conftest import ROLE, ROOT, Run

pytestmark = pytest.mark.shipped


def code_with(top_coded: list[str]) -> str:
    """Return a group whose published wages stop at these quartiles."""
    with (ROOT / "data" / "figures" / "bls-wages-2024.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if [name for name in ("p25", "median", "p75") if row[name] == "#"] == top_coded:
                return row["soc2018"]
    raise AssertionError(f"nothing is published so: {top_coded}")


@pytest.mark.long
@pytest.mark.shipped
@pytest.mark.parametrize("top_coded", [[], ["p75"], ["median", "p75"]], ids=" ".join)
def test_a_lower_bound_is_said_to_be_one(top_coded: list[str], ask: Run, own_roles: Path) -> None:
    """The median gets "≥", the end of the middle half "or more", in text and in JSON."""
    text = ROLE.read_text("utf-8")
    text = re.sub(r"^onet = .*$", "", text, flags=re.MULTILINE)
    text, count = re.subn(
        r"^soc2018 = .*$", f'soc2018 = "{code_with(top_coded)}"', text, flags=re.MULTILINE
    )
    assert count == 1
    (own_roles / ROLE.name).write_text(text, "utf-8")
    shown = " ".join(ask("show", ROLE.stem, "--section", "salary").stdout.split())
    pay = shown.partition("US reference, 2024: ")[2]
    assert re.search(r"US\$[\d,]+ a year at the median; middle half US\$[\d,]+ – US\$[\d,]+", pay)
    assert pay.startswith("≥ ") is ("median" in top_coded)
    assert ("or more" in pay) is ("p75" in top_coded)
    page = json.loads(ask("show", ROLE.stem, "--format", "json").stdout)
    abroad = page["salary"]["references"]
    assert [pay["top_coded"] for pay in abroad] == [top_coded]
