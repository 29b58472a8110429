"""Pay as it is shown: what is below the legal minimum is said to be, and every amount is dated."""

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROLE, ROOT, SHIPPED, Run, always

pytestmark = pytest.mark.shipped

FLAGGED = {
    *("shop-assistant", "fashion-sales-adviser", "car-sales-adviser"),
    *("waiter", "bartender", "floor-manager", "kitchen-assistant", "cashier"),
    *("warehouse-worker", "shelf-filler", "bicycle-courier"),
}
"""Of their group a quarter earns less than an adult must, in the year of its wages."""

IN_ITS_SEGMENT = {"hairdresser", "refuse-collector", "driving-instructor", "train-conductor"}
"""Its group's pay is kept back, and that is so of the segment that is shown instead."""

SLUGS = sorted(path.stem for path in ROLE.parent.glob("*.toml"))
SOME = ("machine-learning-engineer", "plumber", "school-head", "shop-assistant", "warehouse-worker")
EVERY = always(SOME, SLUGS)
SENTENCE = {
    "en": "Many in this group are pupils and students on youth wages; an adult earns at least",
    "nl": "Veel mensen in deze groep zijn scholier of student met een jeugdloon",
}
SHORT = {
    "en": "many on youth wages; an adult earns at least",
    "nl": "veel jeugdlonen; wie 21 is, verdient wettelijk minstens",
}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "nl"])
LOOKS = pytest.mark.parametrize(
    ("form", "lang"),
    [
        ("text", "en"),
        pytest.param("text", "nl", marks=pytest.mark.long),
        pytest.param("md", "en", marks=pytest.mark.long),
        ("md", "nl"),
    ],
)
SECTIONS = (
    *("salary", "description", "education", "skills", "career"),
    *("ai", "ladder", "vacancies", "discover"),
)
MONEY = re.compile(r"€\s?[\d.,]+k?")


def groups(salary: Any) -> list[Any]:
    """Return what the tables have of a role's groups, as JSON has it."""
    told = [salary["kept_back"], salary["group"], *salary["references"]]
    return [pay for pay in told if pay]


def shown(ask: Run, *arguments: str) -> str:
    """Return what a command prints, on lines as wide as they need be."""
    done = ask(*arguments)
    assert (done.returncode, done.stderr) == (0, "")
    text = done.stdout.replace("\\*", "*").replace("€\N{NO-BREAK SPACE}", "€")
    return " ".join(text.split())


def data(ask: Run, *arguments: str) -> Any:
    """Return what a command prints as JSON."""
    return json.loads(ask(*arguments, "--format", "json").stdout)


def records(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object in JSON, at any depth."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from records(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from records(inner)


@pytest.mark.long
def test_those_flagged_are_known(ask: Run) -> None:
    """These of the shipped roles in lists, and four more on their pages; no other."""
    listed = {row["slug"] for row in data(ask, "list")["roles"] if row["below_minimum"]}
    assert listed == FLAGGED
    pages = {slug: data(ask, "show", slug)["salary"] for slug in SLUGS}
    told = {slug for slug, salary in pages.items() if salary["minimum"]}
    assert told == FLAGGED | IN_ITS_SEGMENT
    for salary in pages.values():
        flags = [pay["below_minimum"] for pay in groups(salary)]
        assert any(flags) is bool(salary["minimum"])


@LOOKS
@pytest.mark.parametrize(
    "slug", always(["hairdresser", "waiter"], sorted(FLAGGED | IN_ITS_SEGMENT))
)
def test_no_panel_shows_such_pay_alone(slug: str, form: str, lang: str, ask: Run) -> None:
    """Whichever panels are asked for: beside the headline's amount stands what it is."""
    for section in SECTIONS:
        page = shown(ask, "show", slug, "--section", section, "--format", form, "--lang", lang)
        assert SHORT[lang] not in page
        assert (SENTENCE[lang] in page) is (section == "salary")
    assert SHORT[lang] in shown(ask, "show", slug, "--format", form, "--lang", lang)


@pytest.mark.long
@LOOKS
def test_other_pages_do_not_speak_of_it(form: str, lang: str, ask: Run) -> None:
    """Where nobody earns so little, nothing is said of the minimum."""
    for slug in set(SLUGS) - FLAGGED - IN_ITS_SEGMENT:
        page = shown(ask, "show", slug, "--format", form, "--lang", lang)
        assert SHORT[lang] not in page
        assert SENTENCE[lang] not in page


def check_stars(page: str, amounts: set[str], lang: str) -> None:
    """Check that each of these spans has a star, no other has, and the sentence is there then."""
    for amount in amounts:
        found = page.count(amount)
        assert found
        assert page.count(f"{amount} *") == found
    sentence = SENTENCE[lang] in page
    assert sentence is bool(amounts)
    assert len(re.findall(r"[\dk] \*", page)) == sum(page.count(amount) for amount in amounts)


GROUPS = {
    "warehouse-worker": ("€12,000 – €19,400 – €29,600", "€12.000 – €19.400 – €29.600"),
    "waiter": ("€18,900 – €26,500 – €29,600", "€18.900 – €26.500 – €29.600"),
    "shop-assistant": ("€23,200 – €28,100 – €31,500", "€23.200 – €28.100 – €31.500"),
    "cashier": ("€13,700 – €19,900 – €28,400", "€13.700 – €19.900 – €28.400"),
    "kitchen-assistant": ("€13,900 – €19,600 – €27,600", "€13.900 – €19.600 – €27.600"),
}


def flagged_in(page: str, lang: str) -> set[str]:
    """Return the spans of flagged groups that stand on a page."""
    spans = {span[lang == "nl"] for span in GROUPS.values()}
    return {span for span in spans if span in page}


@LOOKS
@pytest.mark.parametrize("slug", EVERY)
def test_ladder_stars_what_is_below(slug: str, form: str, lang: str, ask: Run) -> None:
    """A rung of a flagged group has a star, and the page says what that is."""
    page = shown(ask, "ladder", slug, "--format", form, "--lang", lang)
    check_stars(page, flagged_in(page, lang), lang)
    json_page = data(ask, "ladder", slug)
    below = any(record.get("below_minimum") for record in records(json_page))
    assert below is bool(json_page["minimum"])
    assert bool(flagged_in(page, lang)) is below


@LOOKS
@pytest.mark.parametrize(
    "pair", [*combinations(sorted(GROUPS)[-3:], 2), ("waiter", "software-developer")]
)
def test_comparison_stars_what_is_below(
    pair: tuple[str, str], form: str, lang: str, ask: Run
) -> None:
    """On the axis, where alone the amounts stand."""
    page = shown(ask, "compare", *pair, "--format", form, "--lang", lang)
    flagged = FLAGGED & set(pair)
    assert SENTENCE[lang] in page
    amounts = re.findall(r"€\s?[\d.,]+k–[\d.,]+k–[\d.,]+k(?: \\?\*)?", page)
    assert len(amounts) == 2
    assert sum(amount.endswith("*") for amount in amounts) == len(flagged)
    roles = data(ask, "compare", *pair)["roles"]
    assert {role["slug"] for role in roles if role["salary"]["minimum"]} == FLAGGED & set(pair)


@LOOKS
def test_list_stars_what_is_below(form: str, lang: str, ask: Run) -> None:
    """Each of those has a star; a list of others does not speak of it."""
    everything = shown(ask, "list", "--format", form, "--lang", lang)
    assert len(re.findall(r"k \*", everything)) == len(FLAGGED)
    assert SENTENCE[lang] in everything
    assert "[1]" not in everything
    rest = shown(ask, "list", "--level", "executive", "--format", form, "--lang", lang)
    assert SENTENCE[lang] not in rest
    assert "k *" not in rest


def test_data_flag_what_is_below(ask: Run) -> None:
    """In JSON every Dutch amount of a group comes with its flag."""
    pages = [
        *(data(ask, "show", slug) for slug in FLAGGED),
        *(data(ask, "ladder", slug) for slug in FLAGGED),
        data(ask, "list"),
        data(ask, "search", "warehouse"),
        data(ask, "compare", *sorted(FLAGGED)[:5]),
    ]
    for page in pages:
        for record in records(page):
            pay = record.get("pay") or record.get("shown")
            if pay and pay["unit"].startswith("EUR") and pay["median"] is not None:
                assert "below_minimum" in record
                if record["below_minimum"] is False:
                    assert pay["low"] > 26_222  # 13.27 x 52 x 38, of the year of the wages


def test_minimum_is_of_the_period_and_the_week(ask: Run) -> None:
    """It is set by the hour of a payslip, and follows --per and --hours."""
    expected = {("hour", "38"): 14.71, ("year", "38"): 29_066.96, ("month", "32"): 2039.79}
    for (per, hours), amount in expected.items():
        page = data(ask, "show", "waiter", "--per", per, "--hours", hours)
        minimum = page["salary"]["minimum"]
        assert (minimum["amount"], minimum["unit"]) == (pytest.approx(amount), f"EUR/{per}")
        assert minimum["since_text"] == "1 January 2026"


@pytest.mark.parametrize(
    "command",
    [("show", "warehouse-worker", "--section", "salary"), ("compare", "waiter", "plumber")],
)
def test_axis_begins_at_the_minimum(command: tuple[str, ...], ask: Run) -> None:
    """Less is no pay of an adult, and not drawn as if it were."""
    page = ask(*command, FORCE_COLOR="1", NO_COLOR="1", COLUMNS="100").stdout
    scale = re.search(r"^[^\n]*?(29\.1k)[^\n]*$", page, re.MULTILINE)
    assert scale is not None


@pytest.mark.long
@pytest.mark.parametrize("isco08, low", [("9412", "€13,900"), ("9621", "€10,100")])
def test_range_below_the_minimum_is_not_drawn(
    isco08: str, low: str, ask: Run, own_roles: Path
) -> None:
    """A group of which three quarters earn less has words and no bar; so has a segment."""
    text = (ROLE.parent / "waiter.toml").read_text("utf-8")
    text = re.sub("^isco08 = .*$", f'isco08 = "{isco08}"', text, flags=re.MULTILINE)
    (own_roles / "waiter.toml").write_text(text, "utf-8")
    page = ask("show", "waiter", FORCE_COLOR="1", NO_COLOR="1", COLUMNS="100").stdout
    assert low in page
    assert SHORT["en"] in " ".join(re.sub("[┃│]", " ", page).split())
    assert not set("━█") & set(page.partition("The group")[0])
    assert "29.1k" not in page


SUPPRESSED = {
    "electrical-engineer": ("071", "0713"),
    "school-head": ("053", "0535"),
    "plumber": ("073", "0734"),
    "police-detective": ("063", "0631"),
    "hairdresser": ("111", "1114"),
}


@LANGUAGES
@pytest.mark.parametrize("slug", SUPPRESSED)
def test_suppressed_group_shows_its_segment(slug: str, lang: str, ask: Run) -> None:
    """By its name and with its year, and that the group itself is kept back."""
    segment, group = SUPPRESSED[slug]
    page = shown(ask, "show", slug, "--section", "salary", "--lang", lang)
    label = {"en": ("segment", "group"), "nl": ("-segment", "-groep")}[lang]
    gap = " " if lang == "en" else ""
    assert f"CBS{gap}{label[0]} {segment}, 2022: €" in page
    assert re.search(rf"CBS{gap}{label[1]} {group}, 2024: [^€]*\(", page)
    found = groups(data(ask, "show", slug)["salary"])
    assert [(pay["series"], pay["status"]) for pay in found[:2]] == [
        ("cbs-wage", "suppressed"),
        ("cbs-segment-wage", "published"),
    ]
    name = data(ask, "show", slug, "--lang", lang)["salary"]["group"]["group"]["name"]
    brief = shown(ask, "show", slug, "--brief", "--lang", lang)
    assert {
        "en": "middle half of its segment, 2022",
        "nl": "middelste helft van segment, 2022",
    }[lang] in brief
    assert name in brief


@pytest.mark.long
def test_without_a_segment_pay_is_unknown(ask: Run, own_roles: Path) -> None:
    """The page says why there is none, in place of an amount."""
    slug = "farm-worker"
    text = (ROOT / "data" / "roles" / f"{slug}.toml").read_text("utf-8")
    without, count = re.subn(r'(?m)^isco08 = "\d+"', 'isco08 = "9212"', text)  # of segment 092
    assert count == 1
    (own_roles / f"{slug}.toml").write_text(without, "utf-8")
    page = shown(ask, "show", slug)
    assert "Dutch pay: CBS does not publish this figure (suppressed)" in page
    assert not MONEY.search(page.partition("Sources")[0])
    salary = data(ask, "show", slug)["salary"]
    assert [pay["series"] for pay in groups(salary)] == ["cbs-wage", "bls-wage"]
    assert salary["weeks_source"] is None


READINGS = {
    ("60.000",): "€60,000 a year",
    ("60,000",): "€60,000 a year",
    ("60k",): "€60,000 a year",
    ("60 000",): "€60,000 a year",
    ("3500", "--per", "month"): "€3,500 a month",
    ("€3.500,50", "--per", "month"): "€3,500.50 a month",
    ("25,50", "--per", "hour"): "€25.50 an hour",
}


@pytest.mark.parametrize("typed", READINGS, ids=" ".join)
def test_least_salary_is_printed_as_it_was_read(typed: tuple[str, ...], ask: Run) -> None:
    """So that a wrong reading is seen; and those without pay are counted apart."""
    page = shown(ask, "list", "--min-salary", *typed)
    assert f"--min-salary was read as {READINGS[typed]}; half of the group" in page
    unpaid = sum(role["pay"] is None for role in data(ask, "list")["roles"])
    assert f"{unpaid} roles are left out: no pay of their group is published for 2024." in page


def test_readings_of_one_amount_keep_the_same_roles(ask: Run) -> None:
    """However it is written, and of groups of which half earns that."""
    lists = [data(ask, "list", "--min-salary", typed) for typed in ("60.000", "60,000", "60k")]
    slugs = [[role["slug"] for role in page["roles"]] for page in lists]
    assert slugs[0] == slugs[1] == slugs[2]
    everything = data(ask, "list")["roles"]
    assert set(slugs[0]) == {
        role["slug"] for role in everything if role["pay"] and role["pay"]["median"] >= 60_000
    }
    assert 0 < len(slugs[0]) < SHIPPED


@pytest.mark.parametrize("typed", ["much", "60..000", "1.23.456", "-1"])
def test_least_salary_that_is_no_amount_is_refused(typed: str, ask: Run) -> None:
    """With what to write, and nothing on stdout."""
    done = ask("list", f"--min-salary={typed}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--min-salary" in done.stderr


YEAR = re.compile(r"\b20\d\d\b")


@LANGUAGES
@pytest.mark.parametrize("slug", EVERY)
def test_every_amount_of_a_role_has_its_year(slug: str, lang: str, ask: Run) -> None:
    """In the same fact, or in that of which it is made: as published, and its group."""
    page = ask("show", slug, "--section", "salary", "--lang", lang, "--format", "md").stdout
    body = re.split(r"^## (?:Sources|Bronnen)$", page, flags=re.MULTILINE)[0]
    parts = [part for part in body.split("\n") if MONEY.search(part) or "US$" in part]
    undated = [part for part in parts if not YEAR.search(part)]
    published = {"en": "As published", "nl": "Zoals gepubliceerd"}[lang]
    assert [part for part in undated if published not in part] == []


@LANGUAGES
@pytest.mark.parametrize("slug", EVERY)
def test_every_amount_of_a_ladder_has_its_year(slug: str, lang: str, ask: Run) -> None:
    """One year holds for all of them, and is told once."""
    page = shown(ask, "ladder", slug, "--lang", lang)
    legend = {"en": "Pay: gross a year, 2024:", "nl": "Loon: bruto per jaar, 2024:"}[lang]
    assert legend in page


@LANGUAGES
def test_every_amount_of_a_comparison_has_its_year(lang: str, ask: Run) -> None:
    """Groups, segments, sites and the reference abroad, each its own."""
    slugs = (
        "machine-learning-engineer",
        "electrical-engineer",
        "waiter",
        "farm-worker",
        "hbo-nurse",
    )
    page = ask("compare", *slugs, "--lang", lang, "--format", "md").stdout
    body = re.split(r"^## (?:AI|Source|Bron)", page, flags=re.MULTILINE)[0]
    heading, bars = re.findall(r"^### (Sal.*)\n\n((?:- .*\n)+)", body, re.MULTILINE)[0]
    assert "2024" in heading
    assert len(MONEY.findall(bars)) >= 4
    assert "segment, 2022" in bars
    rows = [row for row in body.replace(bars, "").split("\n") if MONEY.search(row) or "US$" in row]
    assert rows
    for row in rows:
        if row.startswith(("* ", "\\* ")):
            assert "2026" in row
            continue
        label, *cells = row.strip("| ").split(" | ")
        for cell in cells or [row]:
            assert YEAR.search(cell) or YEAR.search(label) or not MONEY.search(cell), row


@LANGUAGES
def test_every_amount_of_a_list_has_its_year(lang: str, ask: Run) -> None:
    """All pay of a list is of one year, which stands below it."""
    page = shown(ask, "list", "--lang", lang)
    assert re.search(r"(?:38 hours a week|38 uur per week), 2024: ", page)
    assert data(ask, "list")["pay_period"] == "2024"


@LANGUAGES
@pytest.mark.parametrize("slug", EVERY)
def test_rungs_of_one_group_do_not_repeat_its_pay(slug: str, lang: str, ask: Run) -> None:
    """The rungs counted with the role itself say so; only its own line has the amount."""
    page = shown(ask, "ladder", slug, "--lang", lang)
    tree = page.split("Sources ===")[0].split("Bronnen ===")[0]
    found = data(ask, "ladder", slug)
    own = found["role"]
    if not own["pay"]:
        return

    def rungs(branches: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for rung in branches:
            yield rung
            yield from rungs(rung["branches"])

    every = [*rungs(found["ways_in"]), *rungs(found["ways_on"])]
    same = [
        rung
        for rung in every
        if not rung["repeated"]
        and rung["role"]["pay"]
        and rung["role"]["pay_about"]["group"] == own["pay_about"]["group"]
    ]
    words = {"en": "· same group", "nl": "· zelfde groep"}[lang]
    assert tree.count(words) == len(same)
    ends = {(r["role"]["pay"] or {}).get("median") for r in every if r not in same}
    spans = MONEY.findall(tree.partition("● ")[2])[:3]
    if own["pay"]["median"] not in ends:
        assert tree.count(" – ".join(spans)) == 1


@pytest.mark.parametrize(
    "per, amounts",
    [
        ("year", "€46,800 – €60,300 – €75,200"),
        ("month", "€3,900 – €5,030 – €6,270"),
        ("hour", "€23.68 – €30.52 – €38.06"),
    ],
)
def test_pay_of_a_machine_learning_engineer(per: str, amounts: str, ask: Run) -> None:
    """CBS's own hour as published, and each period made from it with the hours worked."""
    page = shown(ask, "show", "machine-learning-engineer", "--section", "salary", "--per", per)
    assert f"CBS group 0811, 2024: {amounts}" in page
    assert f"Salary, gross a{'n' if per == 'hour' else ''} {per}" in page
    brief = shown(ask, "show", "machine-learning-engineer", "--brief", "--per", per)
    assert f"{amounts} middle half of its group, 2024" in brief
    assert f"gross a{'n' if per == 'hour' else ''} {per}, 38 hours" in brief
    assert "As published: €27.00 – €34.80 – €43.40 an hour worked" in page
    assert "holiday allowance not included" in page
    assert "One site says, 2026: €" in page
    salary = data(ask, "show", "machine-learning-engineer", "--per", per)["salary"]
    assert salary["weeks_per_year"] == 45.6


def test_hours_do_not_change_pay_in_dollars(ask: Run) -> None:
    """A full-time year whatever the week, and the page says so."""
    pages = [
        groups(data(ask, "show", "machine-learning-engineer", "--hours", hours)["salary"])
        for hours in ("20", "38")
    ]
    dutch, american = zip(*pages, strict=True)
    assert dutch[0]["shown"] != dutch[1]["shown"]
    assert american[0]["shown"] == american[1]["shown"]
    page = shown(ask, "show", "machine-learning-engineer", "--hours", "20")
    assert "a full-time year whatever --hours says" in page
