"""Schooling has the names that the registers of DUO have: those that no register has are told."""

import csv
import re
from functools import cache

import pytest
import tomli

from careercli.names import name_key
from tests.conftest import ROOT

REGISTERS = ROOT.parent / "shared" / "data" / "figures"
pytestmark = [
    pytest.mark.shipped,
    pytest.mark.skipif(not REGISTERS.exists(), reason="the registers of DUO are not here"),
]

MBO, HBO, WO = "crebo-2023-24-names.csv", "hbo", "wo"
KINDS = {"mbo": MBO, "hbo": HBO, "associate": HBO, "wo": WO}

UNREGISTERED = {
    "Basispolitieopleiding": "police training, by its own law",
    "Rechercheur": "politieacademie.nl, since 2023",
    "Politieleider": "politieacademie.nl, since 2023",
    "Tolk/Vertaler": "itv-hogeschool.nl",
    "Leraar lichamelijke opvoeding": "registered as opleiding tot leraar in that subject",
    "Lerarenopleiding": "one for each subject",
    "Kopopleiding leraar": "one for each subject",
    "Master leraar": "one for each subject",
    "Educatieve master": "one for each subject",
    "Hbo-master": "of any subject",
    "Wo-master": "of any subject",
    "Een wo-master": "of any subject",
}
"""What a name begins with that no register has, and where it is from."""


@cache
def names(kind: str) -> frozenset[str]:
    """Return the names of programmes, present and past, as they are compared."""
    file, column = (MBO, "name_nl") if kind == MBO else ("croho-names.csv", "name_official")
    with (REGISTERS / file).open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if kind in (MBO, row.get("level"))]
    bare = (re.sub(r"^(b|m|ad|prop\.)\s+(opl\. (tot )?)?", "", row[column]) for row in rows)
    return frozenset(name_key(form) for name in bare for form in (name, name.partition(" (")[0]))


def has_a_programme(name: str, kind: str) -> bool:
    """Return whether some words of a name are that of a programme."""
    words = name_key(name).split()
    spans = (
        " ".join(words[start:end])
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
    )
    return any(span in names(kind) for span in spans)


def test_every_study_is_registered() -> None:
    """At its own kind of school; what is not is told above, and none of that is superfluous."""
    used, unknown, count = set(), [], 0
    for path in sorted((ROOT / "data" / "roles").glob("*.toml")):
        for training in tomli.loads(path.read_text(encoding="utf-8"))["training"]:
            kind = KINDS.get(training["level"].partition("-")[0])
            if kind is None:
                continue
            count += 1
            if not has_a_programme(training["nl"], kind):
                begun = [name for name in UNREGISTERED if training["nl"].startswith(name)]
                used.update(begun)
                unknown += [] if begun else [f"{path.stem}: {training['nl']}"]
    assert unknown == []
    assert used == set(UNREGISTERED)
    assert count > 500
