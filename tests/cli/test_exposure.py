"""AI exposure wherever it stands: what it is not, of whom it is, how it ranks."""

import pytest

from careercli.cli.commands import COMMANDS
from careercli.render import SECTIONS
from tests.conftest import Run

NOT_JOB_LOSS = {
    "en": "It is not the chance of losing the job.",
    "nl": "Het is niet de kans dat je de baan kwijtraakt.",
}
IN_WORDS = {"en": "0.49", "nl": "0,49"}  # of cloud-shepherd, by the ILO

SHOW_ROLES = {
    "show": ("cloud-shepherd",),
    "ladder": ("cloud-shepherd",),
    "next": ("cloud-shepherd",),
    "path": ("cloud-shepherd", "head-of-weather"),
    "match": ("--from", "fog-counter"),
    "compare": ("cloud-shepherd", "wind-nurse"),
    "list": (),
    "search": ("cloud",),
    "vacancies": ("cloud-shepherd",),
    "sources": ("cloud-shepherd",),
}
SHOW_NONE = {
    "browse",  # its own pages are these; its list has scores beside an overview alone
    "import",
    "check",
    "new",
    "site",
    "export",
    "mcp",
    "paths",
    "explain",
    "config",
    "completion",
}
SHEETS = ("compare", "list", "search", "sources")

CASES = [
    *((name, form) for name in SHOW_ROLES for form in ("text", "md", "json")),
    *((name, "csv") for name in SHEETS),
]
WITH_SCORES = {
    *(("show", form) for form in ("text", "md", "json")),
    *(("compare", form) for form in ("text", "md", "json", "csv")),
    *(("list", form) for form in ("text", "md", "json", "csv")),
    *(("search", form) for form in ("json", "csv")),
    ("next", "json"),
    ("path", "json"),
    ("match", "json"),
}


def in_one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())


def test_the_sweep_knows_every_command() -> None:
    """A command that is added has to say here whether it shows roles."""
    assert set(SHOW_ROLES) | SHOW_NONE == set(COMMANDS)


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("name, form", CASES)
def test_a_score_is_never_shown_as_job_loss(name: str, form: str, lang: str, ask: Run) -> None:
    """Where a score stands, in whatever command and format, stands what it is not."""
    done = ask(name, *SHOW_ROLES[name], "--lang", lang, "--format", form)
    assert done.returncode == 0, done.stderr
    score = "0.49" if form in ("json", "csv") else IN_WORDS[lang]
    has_scores = (name, form) in WITH_SCORES
    assert (score in done.stdout) == has_scores
    assert (NOT_JOB_LOSS[lang] in in_one_line(done.stdout)) == has_scores


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("section", SECTIONS)
def test_no_section_shows_a_score_as_job_loss(section: str, lang: str, ask: Run) -> None:
    """A section that is shown alone says so too."""
    done = ask("show", "cloud-shepherd", "--section", section, "--lang", lang)
    assert (IN_WORDS[lang] in done.stdout) == (section == "ai")
    assert (NOT_JOB_LOSS[lang] in in_one_line(done.stdout)) == (section == "ai")


@pytest.mark.parametrize(
    "lang, rank, meaning",
    [
        ("en", "ILO 2025: 0.49, higher than 87% [", "share of the occupations in the same measure"),
        ("nl", "ILO 2025: 0,49, hoger dan 87% [", "deel van de beroepen in dezelfde maat"),
    ],
)
def test_a_score_says_how_it_ranks(lang: str, rank: str, meaning: str, ask: Run) -> None:
    """Among the occupations of the same measure, and the page says what such a percentage is."""
    done = ask("show", "cloud-shepherd", "--section", "ai", "--lang", lang)
    assert rank in in_one_line(done.stdout)
    assert meaning in in_one_line(done.stdout)


@pytest.mark.parametrize(
    "asked",
    [("show", "cloud-shepherd", "--section", "ai"), ("compare", "cloud-shepherd", "wind-nurse")],
)
def test_each_measure_says_of_whom_it_is(asked: tuple[str, ...], ask: Run) -> None:
    """The group with its code, once for all measures of it; the ILO's spread with its tasks."""
    text = in_one_line(ask(*asked).stdout)
    assert "Systems analysts (ISCO-08 2511): ILO 2025 (0.44–0.54 over 7 tasks)" in text
    assert "Data Scientists (SOC 2018 15-2051): Microsoft 2025; Anthropic 2026" in text


def test_strip_is_drawn_beside_its_words(ask: Run) -> None:
    """At 80 columns a score and its rank leave room for the dots."""
    asked = ("show", "cloud-shepherd", "--section", "ai")
    page = ask(*asked, COLUMNS="80", FORCE_COLOR="1", NO_COLOR="1").stdout
    rows = [line for line in page.splitlines() if "higher than" in line]
    assert len(rows) == 5
    assert all("●" in row for row in rows)


def test_health_is_left_out_of_our_copy(ask: Run) -> None:
    """Anthropic publishes health occupations: it is our copy that has none."""
    text = in_one_line(ask("show", "wind-nurse", "--section", "ai").stdout)
    assert "Anthropic 2026: left out of our copy" in text
    assert "not in the published table" not in text
