"""Every table of data/figures from the tidy CSVs of the publishers' tables."""

import tomllib
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tools.figures.closeness import in_singular, onet_near
from tools.figures.csvs import TOOLS, Row, pick, read, read_tabbed, rounded, write
from tools.figures.us_moves import onet_us_group, us_groups, us_moves

ROLES = TOOLS.parent / "data" / "roles"
NAMES = TOOLS / "brc2014-names.csv"
"""English names of the groups and segments of both editions of the BRC: CBS has Dutch ones. Where
CBS's own table cuts a Dutch name off, that one too. A code means the same in both editions."""
MINIMUM_WAGE = TOOLS / "minimum-wage.csv"
"""From 21 years; a date stands there once its regulation, or the ministry's letter, is known."""

COPIED = {
    "cbs-wages-2024": (
        "cbs-85517NED-hourly-wage-2024",
        "brc2014 p25 median p75 people=employees",
    ),
    "cbs-employed-2025q4": (
        "cbs-85276NED-employed-2025q4",
        "brc2014 now=jobs_2025q4 before=jobs_2024q4",
    ),
    "working-time": (
        "cbs-81463NED-working-time",
        "year hours_a_week=hours_a_week_excl_overtime hours_a_year"
        " hourly_wage=hourly_wage_eur month_wage=month_wage_excl_overtime_eur",
    ),
    "bls-wages-2024": (
        "bls-oews-2024",
        "soc2018 people=employment p10=annual_p10 p25=annual_p25"
        " median=annual_median p75=annual_p75 p90=annual_p90",
    ),
    "bls-projections-2024-34": (
        "bls-projections-2024-34",
        "soc2018=nem2024 change=change_percent openings=openings_per_year_thousand",
    ),
    "esco": (
        "esco-occupations-titles",
        "esco=uri isco08 name_en=title_en name_nl=title_nl",
    ),
}
"""Our table -> the publisher's, and our columns (=theirs where they are called otherwise)."""

DUTCH_NAMES = {
    "0110": "Officieren van de krijgsmacht",
    "0210": "Onderofficieren van de krijgsmacht",
    "0310": "Krijgsmacht, andere rangen",
}
"""Ours, where the published name says nothing by itself: other ranks of what?"""
UNKNOWN = "1311"
"""The group of the BRC for people whose job CBS could not code: it is that of no job."""

CLASSES = {
    "erg laag": "very-low",
    "laag": "low",
    "gemiddeld": "average",
    "hoog": "high",
    "erg hoog": "very-high",
}
BOTTLENECKS = {
    "geen": "none",
    "vrijwel geen": "hardly-any",
    "enige": "some",
    "groot": "large",
    "zeer groot": "very-large",
}
TIGHTNESS = {"krap": "tight", "gemiddeld": "average"}
DIRECTIONS = {
    "verdere verkrapping": "tightening-further",
    "blijft krap": "stays-tight",
    "verkrapping": "tightening",
    "evenwicht": "balanced",
    "richting evenwicht": "towards-balance",
    "verruiming": "easing",
}
"""Every word that ROA and UWV use in their tables, as an id."""

HOW = {
    "same code in both editions": "",
    "by name of the group": "by-name",
    "CBS 2025 edition, seen for 5312": "by-cbs",
    "no ROA figures": "",
}
"""How a unit group's key of edition 2025 is known, where it is not the code of 2014."""


def with_rank(
    rows: Iterable[Row], column: str, rank: str = "rank_percent", *, zero_is_a_score: bool = True
) -> list[Row]:
    """Return the rows with the share of the measure's own occupations that score lower.

    A tie counts for half. Rounded down, so that nothing is higher than 100% of them.
    """
    rows = list(rows)
    scores = sorted(float(row[column]) for row in rows)
    if not zero_is_a_score:
        scores = scores[bisect_right(scores, 0) :]

    def share(score: float) -> str:
        if not score and not zero_is_a_score:
            return ""
        return str(50 * (bisect_left(scores, score) + bisect_right(scores, score)) // len(scores))

    return [row | {rank: share(float(row[column]))} for row in rows]


def ilo(source: Path) -> list[Row]:
    """Return the ILO's scores, with the number of tasks that each is the mean of."""
    columns = "isco08 mean=mean_2025 sd=sd_2025 band=band_2025 tasks"
    return with_rank(pick(read(source / "ilo-genai-2025.csv"), columns), "mean")


def eloundou(source: Path) -> list[Row]:
    """Return both ratings of Eloundou et al., ranked by beta."""
    parts = [f"{by}_{part}" for by in ("gpt4", "human") for part in ("alpha", "beta", "gamma")]
    columns = " ".join(["onet=onet_soc", *parts, "name_en=title"])
    rows: Iterable[Row] = pick(read(source / "eloundou-2024.csv"), columns)
    for by in ("gpt4", "human"):  # before they are rounded: that makes ties
        rows = with_rank(rows, f"{by}_beta", f"{by}_rank_percent")
    return list(rounded(rows))


def microsoft(source: Path) -> list[Row]:
    """Return Microsoft's applicability scores."""
    columns = "soc2018 score=ai_applicability_score"
    return list(rounded(with_rank(pick(read(source / "microsoft-2025.csv"), columns), "score")))


def anthropic(source: Path) -> list[Row]:
    """Return Anthropic's observed exposure; zero says that nothing was measured."""
    rows = pick(read(source / "anthropic-2026.csv"), "soc2018 score=observed_exposure")
    return with_rank(rows, "score", zero_is_a_score=False)


def felten(source: Path) -> Iterator[Row]:
    """Yield the AIOE scores as ranks, 1 for the most exposed: their size means nothing."""
    rows = with_rank(read(source / "felten-2021.csv"), "aioe")
    by_score = sorted(rows, key=lambda row: -float(row["aioe"]))
    for rank, row in enumerate(by_score, start=1):
        known = {"soc2010": row["soc2010"], "rank": str(rank), "ranked": str(len(rows))}
        yield known | {"rank_percent": row["rank_percent"], "name_en": row["title"]}


def interests(source: Path) -> list[Row]:
    """Return O*NET's interests: six scores, and the letters of those that stand out."""
    names = "realistic investigative artistic social enterprising conventional"
    columns = f"onet {names} first second third"
    return list(pick(read(source / "onet-interests-30.1.csv"), columns))


def named(rows: Iterable[Row], key: str, dutch: str, **columns: str) -> Iterator[Row]:
    """Yield groups under ``key`` with the Dutch name in column ``dutch`` and our English one."""
    ours = {row["code"]: row for row in read(NAMES)}
    for row in rows:
        own = ours[row[key]]
        names = {"name_nl": own["name_nl"] or row[dutch], "name_en": own["name_en"]}
        yield {columns.get(key, key): row[key]} | names


def brc2014(source: Path) -> Iterator[Row]:
    """Yield the groups of the BRC with the segment above each."""
    rows = read(source / "cbs-85517NED-hourly-wage-2024.csv")
    for group, row in zip(named(rows, "brc2014", "title_nl"), rows, strict=True):
        yield group | {"segment": row["segment"]}


def brc2014ed2025(source: Path) -> Iterator[Row]:
    """Yield the groups of edition 2025, as ROA names them."""
    rows = read(source / "roa-ais-2030-outlook.csv")
    return named(rows, "brc2014_ed2025", "name_nl", brc2014_ed2025="brc2014ed2025")


def segments(source: Path) -> Iterator[Row]:
    """Yield the segments above the groups, each once."""
    rows = read(source / "cbs-85517NED-hourly-wage-2024.csv")
    return named({row["segment"]: row for row in rows}.values(), "segment", "segment_nl")


def segment_wages(source: Path) -> Iterator[Row]:
    """Yield the quartiles of the segments; the total and the classes stay out."""
    columns = "segment=brc2014 p25 median p75 people=employees_thousand"
    for row in pick(read(source / "cbs-85517NED-2022-segments.csv"), columns):
        if len(row["segment"]) == 3:
            yield row | {"people": f"{row['people']}000"}


def isco08(source: Path) -> Iterator[Row]:
    """Yield the 436 unit groups with their names and the CBS group that each belongs to."""
    keys = {row["isco08"]: row for row in read(source / "isco08-brc2014-ed2025.csv")}
    names = "isco08 name_en=title_en name_nl=title_nl"
    for row in pick(read(source / "isco08-groups.csv"), names):
        if key := keys.get(row["isco08"]):
            yield row | {
                "name_nl": DUTCH_NAMES.get(row["isco08"], row["name_nl"]),
                "brc2014": "" if key["brc2014"] == UNKNOWN else key["brc2014"],
                "brc2014ed2025": key["brc2014_ed2025"],
                "how": HOW[key["how"]],
            }


def cbs_titles(source: Path) -> Iterator[Row]:
    """Yield CBS's index: a title that it counts in two groups has both, parted by a space."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in read(source / "cbs-beroepen-isco08.csv"):
        groups[row["title_nl"]].append(row["isco08"])
    for title, codes in groups.items():
        yield {"title": title, "isco08": " ".join(sorted(codes))}


def roa_outlook(source: Path) -> Iterator[Row]:
    """Yield ROA's forecast and UWV's tightness; a group of zeros throughout has no forecast."""
    forecast = [
        f"{what}_{part}"
        for what, parts in {
            "growth": ("people", "percent", "class"),
            "replacement": ("people", "percent"),
            "openings": ("people", "percent", "class"),
        }.items()
        for part in parts
    ]
    columns = " ".join(f"{new}={new.replace('percent', 'pct')}" for new in forecast)
    columns = (
        f"brc2014ed2025=brc2014_ed2025 {columns} bottleneck=bottleneck_itkb bottleneck_class"
        " tightness=tightness_2026q1 tightness_class direction"
    )
    words = {
        "growth_class": CLASSES,
        "openings_class": CLASSES,
        "bottleneck_class": BOTTLENECKS,
        "tightness_class": TIGHTNESS,
        "direction": DIRECTIONS,
    }
    for row in pick(read(source / "roa-ais-2030-outlook.csv"), columns):
        ids = {column: known[row[column]] for column, known in words.items() if row[column]}
        if {row[column] for column in forecast if column.endswith("people")} == {"0"}:
            ids |= dict.fromkeys(forecast, "")
        yield row | ids


def roa_similar(source: Path) -> Iterator[Row]:
    """Yield the groups that ROA finds most comparable to each, the nearest first, by a space."""
    rows = read(source / "roa-ais-2030-similar-groups.csv")
    similar: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: int(row["rank"])):
        similar[row["brc2014_ed2025"]].append(row["similar_brc2014_ed2025"])
    for code, codes in similar.items():
        yield {"brc2014ed2025": code, "similar": " ".join(codes)}


def isco08_onet(source: Path) -> Iterator[Row]:
    """Yield the O*NET occupations that the crosswalk links to a unit group itself, by a space.

    Those that it links to the ESCO occupations in a group stay out: they are linked for one skill
    in common too, a dietitian to the cooks. So do those without interests, that we have no use for.
    """
    scored = {row["onet"] for row in interests(source)}
    groups = {row["isco08"] for row in isco08(source)}
    linked: dict[str, set[str]] = defaultdict(set)
    for row in read(source / "esco-onet2019.csv"):
        if row["esco_code"] in groups and row["onet_soc2019"] in scored:
            linked[row["esco_code"]].add(row["onet_soc2019"])
    for code, codes in linked.items():
        yield {"isco08": code, "onet": " ".join(sorted(codes))}


def esco_onet(source: Path) -> Iterator[Row]:
    """Yield the occupations of ESCO and O*NET that the crosswalk links and that have one name.

    It links most to several, for what they have in common. Those with one name are one job.
    """
    named = {row["code"]: row for row in read(source / "esco-occupations-titles.csv")}
    for row in read(source / "esco-onet2019.csv"):
        esco = named.get(row["esco_code"])
        if esco and in_singular(esco["title_en"]) == in_singular(row["onet_title"]):
            yield {"esco": esco["uri"], "onet": row["onet_soc2019"]}


def written_near(source: Path) -> Iterable[Row]:
    """Return how close the O*NET occupations of the roles in ``data/roles`` are."""
    files = (tomllib.loads(path.read_text("utf-8")) for path in ROLES.glob("*.toml"))
    codes = (role["codes"].get("onet") for role in files)
    return onet_near(source.parent / "onet-30.1", (code for code in codes if code))


def onet_titles(source: Path) -> Iterator[Row]:
    """Yield the titles that O*NET counts in its occupations, with the unit groups of those.

    An occupation has the one group that O*NET's own crosswalk gives it, where that of the BLS has
    the group too: 667 of 1,016. A title that is counted in another occupation besides stays out.
    """
    groups = _agreed_groups(source)
    counted: dict[str, set[str]] = defaultdict(set)
    for file, column in (
        ("Alternate Titles.txt", "Alternate Title"),
        ("Occupation Data.txt", "Title"),
    ):
        for row in read_tabbed(source.parent / "onet-30.1" / file):
            short = f" ({row.get('Short Title')})"
            title = row[column].removesuffix(short)
            if " " in title:  # one word says too little: police is a clerk's there, too
                counted[title].add(row["O*NET-SOC Code"])
    for title, codes in sorted(counted.items()):
        if codes <= groups.keys():
            yield {"title": title, "isco08": " ".join(sorted({groups[code] for code in codes}))}


def _agreed_groups(source: Path) -> dict[str, str]:
    """Return the unit group of each O*NET occupation on which both crosswalks agree."""
    former: dict[str, set[str]] = defaultdict(set)
    for row in read(source / "soc2010-soc2018.csv"):
        former[row["2018 SOC Code"].strip()].add(row["2010 SOC Code"].strip())
    bls: dict[str, set[str]] = defaultdict(set)
    for row in read(source / "isco08-soc2010.csv"):
        bls[row["soc2010"].strip()].add(row["isco08"].zfill(4))
    units = {row["isco08"] for row in isco08(source)}
    linked: dict[str, set[str]] = defaultdict(set)
    for row in read(source / "esco-onet2019.csv"):
        if row["esco_code"] in units:
            linked[row["onet_soc2019"]].add(row["esco_code"])
    return {
        code: next(iter(found))
        for code, found in linked.items()
        if len(found) == 1 and any(found <= bls[old] for old in former[code[:7]])
    }


def soc2018(source: Path) -> Iterator[Row]:
    """Yield every SOC 2018 code with a name, from the two tables of the BLS."""
    names = {row["soc2018"]: row["title"] for row in read(source / "bls-oews-2024.csv")}
    for row in read(source / "bls-projections-2024-34.csv"):
        names.setdefault(row["nem2024"], row["title"])
    for code, name in names.items():
        yield {"soc2018": code, "name_en": name}


def soc2018_combined(source: Path) -> Iterator[Row]:
    """Yield the occupations that the BLS publishes only together, under a code of its own.

    Such a code is not in SOC 2018; it stands for those of its broad occupation (its first six
    characters) that have no row of their own.
    """
    codes = {row["2018 SOC Code"].strip() for row in read(source / "soc2010-soc2018.csv")}
    published = {row["soc2018"] for row in read(source / "bls-oews-2024.csv")}
    combined = {code[:6]: code for code in published - codes}
    for code in codes - published:
        if code[:6] in combined:
            yield {"soc2018": code, "combined": combined[code[:6]]}


def soc2010_soc2018(source: Path) -> Iterator[Row]:
    """Yield the groups of SOC 2010: one that was parted has all that it became, by spaces."""
    groups: dict[str, list[str]] = defaultdict(list)
    for row in read(source / "soc2010-soc2018.csv"):
        groups[row["2010 SOC Code"].strip()].append(row["2018 SOC Code"].strip())
    for code, became in groups.items():
        yield {"soc2010": code, "soc2018": " ".join(sorted(set(became)))}


DERIVED: dict[str, Callable[[Path], Iterable[Row]]] = {
    "brc2014": brc2014,
    "brc2014ed2025": brc2014ed2025,
    "segments": segments,
    "isco08": isco08,
    "soc2018": soc2018,
    "soc2018-combined": soc2018_combined,
    "soc2010-soc2018": soc2010_soc2018,
    "cbs-segments-2022": segment_wages,
    "cbs-titles": cbs_titles,
    "roa-outlook-2030": roa_outlook,
    "roa-similar-2030": roa_similar,
    "isco08-onet": isco08_onet,
    "esco-onet": esco_onet,
    "onet-titles": onet_titles,
    "onet-near": written_near,
    "us-groups": us_groups,
    "us-moves": us_moves,
    "onet-us-group": onet_us_group,
    "ilo-genai-2025": ilo,
    "eloundou-2024": eloundou,
    "microsoft-2025": microsoft,
    "anthropic-2026": anthropic,
    "felten-2021": felten,
    "onet-interests": interests,
    "minimum-wage": lambda _source: read(MINIMUM_WAGE),
}


def make_tables(source: Path, out: Path) -> None:
    """Write every table to ``out`` from the CSVs in ``source``."""
    for name, (file, columns) in COPIED.items():
        write(out / f"{name}.csv", pick(read(source / f"{file}.csv"), columns))
    for name, rows in DERIVED.items():
        write(out / f"{name}.csv", rows(source))
