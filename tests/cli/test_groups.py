"""Pages of groups: what is published of a job that nobody has written a page of."""

import csv
import io
import json

import jsonschema
import pytest

from tests.conftest import ROOT, Run


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_group_is_an_answer(lang: str, ask: Run) -> None:
    """Exit 0, in JSON as the schema says: a kind of its own."""
    done = ask("show", "imker", "--format", "json", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    page = json.loads(done.stdout)
    schema = json.loads((ROOT / "schema" / "output" / "show.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(page)
    assert (page["kind"], page["codes"], page["typed"]) == ("group", {"isco08": "6123"}, "imker")


@pytest.mark.parametrize("form", ["text", "md"])
def test_it_says_what_it_is_and_what_it_cannot_say(form: str, ask: Run) -> None:
    """No page of its own; no day in the life, no ladder."""
    said = " ".join(ask("show", "imker", "--format", form).stdout.split())
    assert '"imker" has no page of its own yet. It is counted in this group' in said
    assert "What nobody has written yet" in said
    assert "Apiarists and sericulturists" in said
    assert "ladder" not in said.lower()


@pytest.mark.parametrize("lang", ["en", "nl"])
@pytest.mark.parametrize("form", ["text", "md"])
def test_interests_say_of_how_many_they_are(form: str, lang: str, ask: Run) -> None:
    """Which kind comes first in how many of the occupations that it is made from, and which."""
    done = ask("show", "2221", "--section", "interests", "--format", form, "--lang", lang)
    said = " ".join(done.stdout.split())
    assert {"en": "(first in 3 of 4)", "nl": "(voorop in 3 van 4)"}[lang] in said
    assert "Registered Nurses; Acute Care Nurses; Advanced Practice Psychiatric Nurses" in said
    sources = ask("sources", "2221", "--lang", lang).stdout
    assert "ISCO-08 to O*NET" in sources or "ISCO-08 naar O*NET" in sources


def test_interests_that_do_not_agree_are_not_told(ask: Run) -> None:
    """As for anything else that a page has nothing of."""
    assert "nothing about this" in ask("show", "2511", "--section", "interests").stdout
    assert json.loads(ask("show", "2511", "--format", "json").stdout)["linked_interests"] is None


def test_comparable_groups_lead_on(ask: Run) -> None:
    """A line each: the written roles in it, or what to type for its unit groups."""
    said = ask("show", "7212", "--section", "discover").stdout
    assert "- Livestock farmers, fishery workers and hunters: 6121, 6123\n" in said
    assert "launderers: Moon Polisher" in " ".join(said.split())
    assert "careers show 6121" in said
    assert "Comparable groups" not in ask("show", "2221").stdout


def test_the_program_takes_a_title_alone(ask: Run) -> None:
    """Also as an advertisement has it."""
    whole = ask("show", "imker", "--brief").stdout
    assert ask("imker", "--brief").stdout == whole
    assert ask("show", "Senior imker - 32 uur (m/v)", "--brief").stdout == whole


def test_a_title_of_several_groups_is_a_choice(ask: Run) -> None:
    """Exit 1: none of them is the answer."""
    done = ask("show", "nevelmeter")
    assert (done.returncode, done.stdout) == (1, "")
    assert "careers show 2511" in done.stderr
    assert "careers show 7212" in done.stderr


def test_vacancies_and_sources_are_of_the_title(ask: Run) -> None:
    """Links that search for what was typed; the sources of the group's page."""
    page = json.loads(ask("vacancies", "imker", "--format", "json").stdout)
    assert (page["slug"], page["title"]) == ("6123", "imker")
    assert any("q=imker" in link["url"] for link in page["vacancies"])
    assert ask("sources", "imker").stdout == ask("sources", "6123").stdout


@pytest.mark.parametrize("command", ["ladder imker", "compare imker cloud-shepherd"])
def test_other_commands_name_the_group(command: str, ask: Run) -> None:
    """They need a role; what is known of the title is told."""
    done = ask(*command.split())
    assert (done.returncode, done.stdout) == (1, "")
    assert "careers show 6123  (Apiarists and sericulturists)" in done.stderr


def test_search_names_the_group_first(ask: Run) -> None:
    """Nothing is called so: the group, and then what only mentions the word."""
    done = ask("search", "imker")
    assert done.returncode == 0
    assert "careers show 6123" in done.stdout.splitlines()[2]
    page = json.loads(ask("search", "imker", "--format", "json").stdout)
    assert page["groups"] == [{"id": "6123", "label": "Apiarists and sericulturists"}]
    assert page["corrected"] is None


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_groups_are_listed_with_their_figures(lang: str, ask: Run) -> None:
    """In JSON as the schema says, each with its kind and code; nothing that only a job has."""
    done = ask("list", "--groups", "--sort", "salary", "--format", "json", "--lang", lang)
    assert (done.returncode, done.stderr) == (0, "")
    page = json.loads(done.stdout)
    schema = json.loads((ROOT / "schema" / "output" / "list.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(page)
    assert (page["total"], page["found"], len(page["roles"])) == (12, 12, 12)
    assert {row["kind"] for row in page["roles"]} == {"group"}
    assert page["roles"][0]["origin"] == {"id": "isco08", "label": "ISCO-08"}
    pays = [row["pay"]["median"] for row in page["roles"] if row["pay"]]
    assert pays == sorted(pays, reverse=True)
    assert {row["level"] for row in page["roles"]} == {None}


def test_a_listed_group_has_the_figures_of_its_page(ask: Run) -> None:
    """Pay, outlook and exposure of each row stand on the page that its code shows."""
    for row in json.loads(ask("list", "--groups", "--format", "json").stdout)["roles"]:
        page = json.loads(ask("show", row["slug"], "--format", "json").stdout)
        group = page["salary"]["kept_back"] or page["salary"]["group"]
        assert (row["pay"] or {}).get("median") == group["shown"]["median"]
        assert row["outlook"]["id"] == page["outlook"]["trend"]
        assert row["openings"] == page["outlook"]["openings"]["people"]
        assert row["tightness"] == page["outlook"]["tightness"]["value"]
        exposures = [found["value"] for found in page["ai_impact"]["exposures"]]
        assert [row["exposure"]] == exposures[:1]


def test_groups_are_listed_for_a_spreadsheet(ask: Run) -> None:
    """A row each: its code as the slug, and its kind."""
    found = list(csv.DictReader(io.StringIO(ask("list", "--groups", "--format", "csv").stdout)))
    assert {row["kind"] for row in found} == {"group"}
    assert "2511" in {row["slug"] for row in found}


@pytest.mark.parametrize("form", ["text", "md"])
def test_a_list_of_groups_says_what_it_is(form: str, ask: Run) -> None:
    """Their codes, of what the figures are, and how to see one."""
    said = " ".join(ask("list", "--groups", "--tight", "--format", form).stdout.split())
    assert "ISCO-08" in said
    assert "groups of 12" in said
    assert "The page of one, by its name or number: careers show" in said
    assert "Vacancies a seeker" in said
    assert "Level" not in said


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ("--level senior", "--level: only a job has that. With --groups: --outlook, --min-salary"),
        ("--with-diploma hbo", "--with-diploma: only a job has that"),
        ("--skill python --work outdoors --any", "--skill, --work, --any: only a job"),
        ("--interest social", "--interest: only a job has that"),
        ("--origin shipped", "--origin: only a job has that"),
        ("--sort level", "--sort level: only a job has that. With --groups: --sort title, outlook"),
        ("--sort opleiding --lang nl", "--sort opleiding: dat heeft alleen een beroep"),
    ],
)
def test_groups_are_not_asked_for_what_only_a_job_has(arguments: str, named: str, ask: Run) -> None:
    """Exit 2, and what they can be asked for."""
    done = ask("list", "--groups", *arguments.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert named in done.stderr


def test_no_group_may_be_left(ask: Run) -> None:
    """Exit 1, as for roles, and how many were left out for want of pay."""
    done = ask("list", "--groups", "--min-salary", "500k")
    assert done.returncode == 1
    assert "No group passes these filters." in done.stderr
    assert "groups are left out: no pay of" in done.stdout


def test_a_written_role_goes_before_its_group(ask: Run) -> None:
    """A title that has a page leads to the page."""
    page = json.loads(ask("show", "lasser", "--format", "json").stdout)
    assert page["kind"] in ("role", "group")
    found = json.loads(ask("search", "cloud shepherd", "--format", "json").stdout)
    assert found["groups"] == []


def test_a_guess_is_told_apart_and_is_no_success(ask: Run) -> None:
    """A slip: nothing is found; what may be meant stands under a heading, and the exit is 1."""
    done = ask("search", "clould shepherd")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0] == 'Did you mean "cloud shepherd"?'
    page = json.loads(ask("search", "clould shepherd", "--format", "json").stdout)
    assert (page["found"], page["hits"], page["corrected"]) == (0, [], "cloud shepherd")
    assert {hit["by"] for hit in page["guesses"]} == {"guess"}


def test_where_titles_end_alike_the_group_is_a_guess(ask: Run) -> None:
    """No index has the title; most that end as it does are counted together."""
    page = json.loads(ask("search", "moor imker", "--lang", "nl", "--format", "json").stdout)
    assert page["likely"]["group"]["id"] == "6123"
    assert page["likely"]["head"] == "imker"
    shown = ask("show", "moor imker", "--lang", "nl")
    assert (shown.returncode, shown.stdout) == (1, "")
    assert "careers show 6123" in shown.stderr


def test_where_titles_like_it_are_counted_is_a_guess(ask: Run) -> None:
    """No title ends so, and one is like it: told with that, as likely, and no success."""
    typed = ("hoofdsterrenvegers", "--lang", "nl")
    page = json.loads(ask("search", *typed, "--format", "json").stdout)
    (near,) = page["near"]
    assert (near["group"]["id"], near["is_likely"], near["titles"]) == (
        "9112",
        True,
        ["sterrenveger"],
    )
    found = ask("search", *typed)
    assert found.returncode == 1
    assert "Waarschijnlijk wordt het geteld in" in found.stdout
    assert "Lijkt erop en wordt daar geteld: sterrenveger." in found.stdout
    shown = ask("show", *typed)
    assert (shown.returncode, shown.stdout) == (1, "")
    assert "careers show 9112" in shown.stderr


def test_two_jobs_at_once(ask: Run) -> None:
    """With OR, or with a comma where each part is a name; what is found so stands together."""
    for words in ("seam singer OR imker", "seam singer, imker"):
        page = json.loads(ask("search", words, "--format", "json").stdout)
        assert [group["id"] for group in page["groups"]] == ["6123"]
        assert page["hits"][0]["role"]["slug"] == "seam-singer"
