"""The cross-file checks: a folder of role files with one mistake each, and careers check."""

import re
from pathlib import Path

import pytest

from careercli.roles.lint.facts import CHECKS, NEEDED, barring_problems, check, problems_of
from careercli.roles.workspace import find_role_files, read_workspace
from tests.conftest import ROLE, Run
from tests.roles.cases import FILES, expected, marked_lines, workspace_with

VALID = FILES / "valid" / "new-role.toml"
NEGATIVE = sorted((FILES / "negative").glob("*.toml"))

# A negative file for each check; a new check needs one too.
CASE_OF = {
    "slug_is_well_formed": "New_Role",
    "terms_exist": "new-role-bad-level",
    "skills_exist": "new-role-bad-skill",
    "skills_are_named_once": "new-role-duplicate-skill",
    "sources_exist": "new-role-bad-source",
    "codes_exist": "new-role-code-not-in-table",
    "codes_agree": "new-role-onet-not-under-soc",
    "ladder_targets_exist": "new-role-ladder-target-unknown",
    "ladder_has_no_cycle": "chief-technology-officer",
    "ladder_ends_say_why": "new-role-ladder-without-note",
    "names_are_unique": "new-role-alias-of-another",
    "languages_are_of_similar_length": "new-role-shorter-in-one-language",
    "languages_list_the_same": "new-role-lists-of-different-length",
    "text_is_plain": "new-role-control-character",
    "outlook_has_evidence": "new-role-outlook-without-evidence",
}

# Ten mistakes in the valid role: what stands there, what is written instead, the field, the words.
TEN = (
    ('category = "data-ai"', 'category = "data-ia"', "category", "is not in data/vocabulary.toml"),
    ("reviewed = 2026-11-22", 'reviewed = "2026-11-22"', "reviewed", "is not a date"),
    ('onet = "15-2051.00"', 'onet = "15-1252.00"', "codes.onet", "is not part of SOC"),
    ("low = 40_000", 'low = "much"', "salary.low", "is not a whole number"),
    ('trend = "growing"', 'trend = "stable"', "outlook.trend", "is not what the published tables"),
    ('usual = "wo"', 'usual = "doctor"', "education.usual", "is not in data/vocabulary.toml"),
    ('id = "sql"', 'id = "sqll"', "skills[1].id", 'did you mean "sql"?'),
    ('  "ai-researcher",', '  "ai-reseacher",', "ladder.leads_to[1]", "there is no role"),
    ('title = "Prompt Gardener"', 'title = ""', "en.title", "is empty"),
    ('career = "Je groeit mee met je tuin."', 'colour = "x"', "nl.colour", "is not a key"),
)


def test_there_are_negative_files():
    """The folder of negative role files is found and holds many kinds of mistake."""
    assert len(NEGATIVE) >= 20


def test_the_valid_role_has_no_problem():
    """The role that the negative files are made from is without fault."""
    library = workspace_with(VALID)
    assert problems_of(library.drafts["new-role"], library) == []


def test_the_shipped_roles_have_no_problem():
    """Every shipped role passes every check."""
    library = read_workspace()
    assert len(library.drafts) >= 20
    assert check(library.drafts.values(), library) == []


@pytest.mark.parametrize("path", NEGATIVE, ids=lambda path: path.stem)
def test_a_mistake_is_told(path: Path):
    """A role file with one mistake yields the expected problems, on the right lines."""
    library = workspace_with(path)
    problems = check(library.to_check, library)
    told = sorted(f"{problem.field}: {problem.wrong}" for problem in problems)
    wanted = sorted(expected(path))
    assert wanted
    assert len(told) == len(wanted), told
    assert all(t.startswith(w) for t, w in zip(told, wanted, strict=True)), told
    assert {problem.line for problem in problems} == marked_lines(path)
    assert {problem.file for problem in problems} == {str(path)}
    assert all(problem.instead for problem in problems)


def test_every_check_has_a_negative_file():
    """No check is without a negative file of its own."""
    assert {check.__name__ for check in CHECKS} == set(CASE_OF)


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.__name__)
def test_a_check_finds_its_case(rule):
    """A check, run alone, is silent on the valid role and speaks on its negative file."""
    path = FILES / "negative" / f"{CASE_OF[rule.__name__]}.toml"
    wrong, right = workspace_with(path), workspace_with(VALID)
    assert list(rule(wrong.drafts[path.stem], wrong))
    assert not list(rule(right.drafts["new-role"], right))


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.__name__)
def test_needed_checks_are_those_that_bar(rule):
    """What keeps a draft out of the catalogue is told by the needed checks, and by no other."""
    path = FILES / "negative" / f"{CASE_OF[rule.__name__]}.toml"
    library = workspace_with(path)
    assert bool(barring_problems(library.drafts[path.stem], library)) is (rule in NEEDED)


def test_a_cycle_is_told_at_each_step(data_copy: Path):
    """A cycle of three roles is told in each of them, and in no role below the cycle."""
    path = data_copy / "roles" / "chief-technology-officer.toml"
    text = path.read_text("utf-8")
    assert "\n[ladder]\n" in text
    up = 'up = [{ role = "lead-machine-learning-engineer", years = [1, 2] }]'
    path.write_text(text.replace("\n[ladder]\n", f"\n[ladder]\n{up}\n"), "utf-8")
    library = read_workspace()
    found = {
        Path(problem.file).stem: problem
        for problem in check(library.drafts.values(), library)
        if "leads up to" in problem.wrong
    }
    assert set(found) == {
        "chief-technology-officer",
        "lead-machine-learning-engineer",
        "machine-learning-engineering-manager",
        "head-of-ai",
    }
    told = found["chief-technology-officer"]
    assert up in path.read_text("utf-8").split("\n")[told.line - 1]
    assert told.field == "ladder.up[0].role"


def test_a_way_back_by_a_move_is_no_cycle(data_copy: Path):
    """A move in leads_to may go back to where a promotion came from."""
    path = data_copy / "roles" / "chief-technology-officer.toml"
    text = path.read_text("utf-8")
    changed = text.replace("\n[ladder]\n", '\n[ladder]\nleads_to = ["head-of-ai"]\n')
    assert changed != text
    path.write_text(changed, "utf-8")
    library = read_workspace()
    assert check(library.drafts.values(), library) == []


def test_an_unread_file_has_one_problem():
    """A file that is no TOML is told once, without the problems that follow from it."""
    path = FILES / "negative" / "new-role-broken-toml.toml"
    library = workspace_with(path)
    assert len(problems_of(library.drafts[path.stem], library)) == 1


def test_problems_stand_in_order_of_line(tmp_path: Path):
    """The problems of a file come from top to bottom."""
    path = tmp_path / "new-role.toml"
    text = VALID.read_text("utf-8")
    path.write_text(text.replace('"wo"', '"doctor"').replace('"data-ai"', '"x-y"'), "utf-8")
    library = workspace_with(path)
    fields = [problem.field for problem in problems_of(library.drafts["new-role"], library)]
    assert fields == ["category", "education.usual"]


@pytest.mark.parametrize("name", ["C++ developer", "Directeur (m/v)", "ÉLÈVE", "日本", "™"])
def test_the_proposed_file_name_is_a_slug(tmp_path: Path, name: str):
    """The file name that a refused one should get would itself be accepted."""
    path = tmp_path / f"{name.replace('/', '_')}.toml"
    path.write_bytes(VALID.read_bytes())
    library = workspace_with(path)
    (problem,) = problems_of(library.drafts[path.stem], library)
    proposed = tmp_path / problem.instead.removeprefix("rename the file to ")
    proposed.write_bytes(VALID.read_bytes())
    library = workspace_with(proposed)
    assert problems_of(library.drafts[proposed.stem], library) == []


def test_files_given_are_checked_every_one(tmp_path: Path):
    """Of two given files with one slug neither is dropped; with none given, all are checked."""
    twins = [tmp_path / name / "new-role.toml" for name in ("a", "b")]
    for twin in twins:
        twin.parent.mkdir()
        twin.write_bytes(VALID.read_bytes())
    assert [draft.path for draft in read_workspace(extra=twins).to_check] == twins
    assert len(read_workspace().to_check) >= 20


def test_an_own_role_replaces_a_shipped_one(own_roles: Path):
    """A user's role stands before the shipped role of the same slug, which is kept aside."""
    path = own_roles / ROLE.name
    path.write_bytes(ROLE.read_bytes())
    assert read_workspace().drafts[ROLE.stem].path == path
    assert [file.path for file in find_role_files()[ROLE.stem]] == [path, ROLE]


def test_careers_check_tells_ten_mistakes_at_once(run: Run, tmp_path: Path):
    """Ten mistakes give exit 65 and ten lines: path, line, field, what is wrong, what instead."""
    text, path = VALID.read_text("utf-8"), tmp_path / "new-role.toml"
    for old, new, _, _ in TEN:
        assert text.count(old) == 1
        text = text.replace(old, new)
    # The key that the last mistake took out is missing too; it is put back below it.
    text = text.replace('colour = "x"', 'colour = "x"\ncareer = "Je groeit mee met je tuin."')
    path.write_text(text, "utf-8")
    rows = text.split("\n")
    done = run("check", str(path))
    assert done.returncode == 65
    assert "Traceback" not in done.stdout + done.stderr
    told = done.stdout.splitlines()
    assert len(told) == 10
    for line, (_, new, field, words) in zip(told, TEN, strict=True):
        assert line.startswith(f"{path}:{rows.index(new) + 1}: {field}: ")
        assert re.fullmatch(r".+?:\d+: \S+: [^;]+; [^;]+", line)
        assert words in line


def test_careers_check_accepts_a_valid_file(run: Run):
    """A file without a problem gives exit 0 and says that it was checked."""
    done = run("check", str(VALID))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no problem found" in done.stdout
