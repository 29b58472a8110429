"""A published table that nobody wrote a line of the program for: a CSV, an entry, a source."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

ENTRY = """
[series.noise-2026]
shape = "{shape}"
table = "noise-2026"
code = "isco08"
region = "NL"
period = "2026"
source = "noise-2026"
en = "Noise at work"
nl = "Lawaai op het werk"
"""
SOURCE = """
[noise-2026]
name = "The Listeners, noise"
authors = "The Listeners"
title = "How loud jobs are"
year = 2026
region = "NL"
link = "https://noise.example.org"
licence = "CC BY 4.0"
en = { measures = "Noise, 0 to 1", caveat = "Made up." }
nl = { measures = "Lawaai, 0 tot 1", caveat = "Verzonnen." }
"""
LABELS = {"en": "Noise at work", "nl": "Lawaai op het werk"}

# shape -> the CSV; id, value and unit of the figure; where the page in JSON has it, and how.
SHAPES = {
    "score": (
        "isco08,value,name_en\n2511,0.37,Systems analysts\n",
        ("noise-2026", 0.37, "score 0-1"),
        ("ai_impact", "exposures", "value"),
        {"en": "0.37", "nl": "0,37"},
    ),
    "change": (
        "isco08,change,name_en\n2511,8.5,Systems analysts\n",
        ("noise-2026-change", 8.5, "percent"),
        ("outlook", "evidence", "percent"),
        {"en": "+8.5% expected over 2026", "nl": "+8,5% verwacht over 2026"},
    ),
}


def add(data: Path, shape: str) -> None:
    """Add the table to the data."""
    (data / "figures" / "noise-2026.csv").write_text(SHAPES[shape][0], encoding="utf-8")
    for name, text in (("tables", ENTRY.replace("{shape}", shape)), ("sources", SOURCE)):
        with (data / f"{name}.toml").open("a", encoding="utf-8") as file:
            file.write(text)


def show(ask: Run, lang: str, form: str, slug: str = "cloud-shepherd") -> str:
    """Return a page with the new table."""
    done = ask("show", slug, "--lang", lang, "--format", form)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_new_table_is_on_the_page(shape: str, lang: str, ask: Run, data_copy: Path) -> None:
    """With its label, its value and a note that leads to its source."""
    add(data_copy, shape)
    said = SHAPES[shape][3][lang]
    text = " ".join(show(ask, lang, "text").split())
    found = re.search(rf"{LABELS[lang]}: {re.escape(said)}[^\[]*\[(\d+)\]", text)
    assert found
    assert f"[{found[1]}] The Listeners, noise, 2026, https://noise.example.org" in text


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_new_table_is_in_the_data(shape: str, lang: str, ask: Run, data_copy: Path) -> None:
    """Among the figures, and where figures of its shape stand."""
    add(data_copy, shape)
    _csv, (figure_id, value, unit), (part, records, key), _said = SHAPES[shape]
    page: Any = json.loads(show(ask, lang, "json"))
    about = {
        "series": "noise-2026",
        "label": LABELS[lang],
        "region": "NL",
        "period": "2026",
        "source": "noise-2026",
        "status": "published",
    }
    (figure,) = [one for one in page["figures"] if one["series"] == "noise-2026"]
    assert figure.items() >= {"id": figure_id, "value": value, "unit": unit, **about}.items()
    assert figure["group"]["code"] == "2511"
    (record,) = [one for one in page[part][records] if one["series"] == "noise-2026"]
    assert record.items() >= {key: value, **about}.items()
    assert "noise-2026" in [source["id"] for source in page["sources"]]


@pytest.mark.parametrize("shape", SHAPES)
def test_what_a_new_table_lacks_is_told(shape: str, ask: Run, data_copy: Path) -> None:
    """A role whose code is not in it reads so; the data are still sound."""
    add(data_copy, shape)
    page: Any = json.loads(show(ask, "en", "json", "wind-nurse"))
    (figure,) = [one for one in page["figures"] if one["series"] == "noise-2026"]
    assert (figure["value"], figure["status"]) == (None, "not-in-table")
    assert "Noise at work: not in the published table" in show(ask, "en", "text", "wind-nurse")
    assert ask("check").returncode == 0
