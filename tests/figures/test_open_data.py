"""Reading a download of CBS's open data: tables 85517NED and 86355NED, as OData v4."""

import csv
import json
from pathlib import Path

import pytest
from tools.figures.__main__ import main

Rows = list[dict[str, object]]

MEASURES: Rows = [
    {"Identifier": "A045285", "Title": "Werknemer", "Unit": "x 1 000"},
    {"Identifier": "M003098", "Title": "25e percentiel", "Unit": "euro"},
    {"Identifier": "A043068", "Title": "50e percentiel (mediaan)", "Unit": "euro"},
    {"Identifier": "M003100", "Title": "75e percentiel", "Unit": "euro"},
]
PERIODS: Rows = [
    {"Identifier": "2023JJ00", "Title": "2023", "Status": "Definitief"},
    {"Identifier": "2024JJ00", "Title": "2024", "Status": "Voorlopig"},
]
OLD: Rows = [
    {"Identifier": "T001038", "Title": "Totaal"},
    {"Identifier": "A000273", "Title": "08 ICT beroepen"},
    {"Identifier": "A000274", "Title": "081 Specialisten ICT"},
    {"Identifier": "A000275", "Title": "0811 Software- en applicatieontwikkelaars"},
    {"Identifier": "A000276", "Title": "0812 Databank- en netwerkspecialisten"},
]
NEW: Rows = [
    {"Identifier": "A000274", "Title": "081 Specialisten ICT"},
    {"Identifier": "A059353", "Title": "0813 Systeemanalisten en ICT-adviseurs"},
    {"Identifier": "A059354", "Title": "0814 Software- en applicatieontwikkelaars"},
]


def observations(group: str, period: str, *values: float | None) -> Rows:
    """Return one observation for each measure; None is one that CBS keeps back."""
    return [
        {
            "Id": 0,
            "Measure": measure["Identifier"],
            "ValueAttribute": "None" if value is not None else "Impossible",
            "Value": value,
            "StringValue": None,
            "Beroep": group,
            "Perioden": period,
        }
        for measure, value in zip(MEASURES, values, strict=True)
    ]


def as_json(folder: Path, **files: Rows) -> Path:
    """Write a download as the service answers it."""
    for name, rows in files.items():
        page = {"@odata.context": f"https://datasets.cbs.nl/#{name}", "value": rows}
        (folder / f"{name}.json").write_text(json.dumps(page), encoding="utf-8")
    return folder


def as_csv(folder: Path, **files: Rows) -> Path:
    """Write a download as the CSV of the portal: semicolons, decimal commas, a byte-order mark."""

    def written(value: object) -> object:
        return str(value).replace(".", ",") if isinstance(value, float) else value

    for name, rows in files.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
            writer.writeheader()
            writer.writerows({key: written(value) for key, value in row.items()} for row in rows)
    return folder


def download(**other: Rows) -> dict[str, Rows]:
    """Return the files of a small 85517NED, some of them replaced."""
    return {
        "MeasureCodes": MEASURES,
        "PeriodenCodes": PERIODS,
        "BeroepCodes": OLD,
        "Observations": [
            *observations("T001038", "2024JJ00", 8009.0, 16.2, 22.2, 30.0),
            *observations("A000274", "2024JJ00", 411.0, 25.1, 32.8, 40.6),
            *observations("A000275", "2024JJ00", 316.0, 27.0, 34.8, 43.4),
            *observations("A000275", "2023JJ00", 300.0, 25.0, 32.0, 40.0),
            *observations("A000276", "2024JJ00", 91.0, None, None, None),
        ],
    } | other


@pytest.fixture(autouse=True)
def folder(tmp_path: Path) -> Path:
    """An empty folder for the download."""
    made = tmp_path / "download"
    made.mkdir()
    return made


def make(folder: Path, *options: str) -> Path:
    """Run the tool on a download and return where it wrote."""
    out = folder.parent / "out"
    main(["--odata", str(folder), "--out", str(out), *options])
    return out


@pytest.mark.parametrize("as_file", [as_json, as_csv])
def test_wages_of_85517ned_are_read(folder: Path, as_file: object) -> None:
    """The last year's groups come under the old key, suppressed cells empty, people whole."""
    assert callable(as_file)
    out = make(as_file(folder, **download()))
    assert (out / "cbs-wages-2024.csv").read_text() == (
        "brc2014,p25,median,p75,people\n0811,27,34.8,43.4,316000\n0812,,,,91000\n"
    )
    assert (out / "cbs-segments-2024.csv").read_text() == (
        "segment,p25,median,p75,people\n081,25.1,32.8,40.6,411000\n"
    )


def test_wages_of_86355ned_have_the_new_key(folder: Path) -> None:
    """Groups of edition 2025 come under their own key; one without observations stays empty."""
    seen = observations("A059354", "2025JJ00", 176.0, 27.5, 34.5, 43.0)
    period: Rows = [{"Identifier": "2025JJ00", "Title": "2025", "Status": "Voorlopig"}]
    files = download(BeroepCodes=NEW, PeriodenCodes=period, Observations=seen)
    out = make(as_json(folder, **files))
    assert (out / "cbs-wages-2025.csv").read_text() == (
        "brc2014ed2025,p25,median,p75,people\n0813,,,,\n0814,27.5,34.5,43,176000\n"
    )


def test_an_earlier_year_can_be_asked_for(folder: Path) -> None:
    """The year is the one asked for, and the file is called after it."""
    out = make(as_json(folder, **download()), "--year", "2023")
    assert "0811,25,32,40,300000" in (out / "cbs-wages-2023.csv").read_text()


def test_the_dimension_may_be_called_beroepen(folder: Path) -> None:
    """The list of occupations tells what its column is called."""
    files = download()
    seen = [
        {k.replace("Beroep", "Beroepen"): v for k, v in r.items()} for r in files["Observations"]
    ]
    files |= {"BeroepenCodes": files.pop("BeroepCodes"), "Observations": seen}
    assert "0811,27,34.8" in (make(as_json(folder, **files)) / "cbs-wages-2024.csv").read_text()


@pytest.mark.parametrize(
    ("other", "message"),
    [
        ({"MeasureCodes": MEASURES[:3]}, "0 measures called “75e percentiel …” in euro"),
        (
            {"MeasureCodes": [MEASURES[0] | {"Unit": "aantal"}, *MEASURES[1:]]},
            "0 measures called “werknemer …” in x 1 000",
        ),
        ({"PeriodenCodes": [{"Identifier": "2024KW01", "Title": "2024"}]}, "a year is missing"),
        ({"Observations": observations("A000275", "2023JJ00", 1.0, 2.0, 3.0, 4.0)}, "nothing for"),
        (
            {"Observations": [r | {"Geslacht": "T"} for r in download()["Observations"]]},
            "is by Geslacht too",
        ),
    ],
)
def test_a_download_that_is_not_whole_is_refused(
    folder: Path, other: dict[str, Rows], message: str
) -> None:
    """A missing measure, unit, year or value is named, and nothing is written."""
    with pytest.raises(SystemExit, match=message):
        make(as_json(folder, **download(**other)))
    assert not list((folder.parent / "out").iterdir())


@pytest.mark.parametrize("name", list(download()))
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    """Every file of a download is needed."""
    as_json(folder, **download())
    (folder / f"{name}.json").unlink()
    with pytest.raises(SystemExit, match=name):
        make(folder)


def test_a_year_that_is_not_there_is_named_with_those_that_are(folder: Path) -> None:
    """Asking for another year says which ones there are."""
    with pytest.raises(SystemExit, match="2025JJ00 is missing; there is 2023JJ00, 2024JJ00"):
        make(as_json(folder, **download()), "--year", "2025")


def test_one_page_of_many_is_refused(folder: Path) -> None:
    """An answer that points to a next page is not the whole table."""
    as_json(folder, **download())
    path = folder / "Observations.json"
    page = json.loads(path.read_text()) | {"@odata.nextLink": "https://datasets.cbs.nl/next"}
    path.write_text(json.dumps(page))
    with pytest.raises(SystemExit, match="one page of more"):
        make(folder)
