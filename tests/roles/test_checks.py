"""The cross-file checks: one mistake after another in a valid role, and careers check."""

import re
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.roles.cases import TEXT, VALID, Case, cases, marked_lines, without_arrows
from tests.roles.subject import (
    CHECKS,
    NEEDED,
    barring_problems,
    check,
    find_role_files,
    problems_of,
    read_workspace,
)

MISTAKES = cases("mistakes")

# Ten of them that can be made in one file.
TEN = (
    "category-unknown",
    "date-as-text",
    "onet-not-under-soc",
    "text-for-a-number",
    "outlook-unknown",
    "diploma-unknown",
    "skill-unknown",
    "ladder-target-unknown",
    "number-for-a-text",
    "empty-list",
)


def test_the_valid_role_has_no_problem():
    """The role that is patched is without fault: no check has anything against it."""
    library = read_workspace([VALID])
    assert check(library.to_check, library) == []


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told(case: Case, tmp_path: Path):
    """A role file with one mistake yields the expected problems, on the right lines."""
    path = case.write(tmp_path)
    library = read_workspace([path])
    problems = check(library.to_check, library)
    told = sorted(f"{problem.field}: {problem.wrong}" for problem in problems)
    assert len(told) == len(case.told), told
    assert all(t.startswith(w) for t, w in zip(told, sorted(case.told), strict=True)), told
    assert {problem.line for problem in problems} == marked_lines(case.apply())
    assert {problem.file for problem in problems} == {str(path)}
    assert all(problem.instead for problem in problems)


@pytest.mark.parametrize(
    "patch",
    [
        "-colour = 1\n",
        "-id = 'x'\n+id = 'y'\n",
        '-need = "useful"\n',  # which stands there four times
        ' level = "mid-level"\n',
        '-level = "mid-level"\n+level = "mid-level"\n',
    ],
)
def test_a_patch_that_changes_nothing_is_refused(patch: str):
    """A case is worth nothing once its patch no longer fits the valid role."""
    with pytest.raises(AssertionError):
        Case("case", told=[], patch=patch).apply()


def test_every_check_has_a_case():
    """A new check needs a mistake that it tells."""
    assert {case.check for case in MISTAKES.values()} - {""} == {rule.__name__ for rule in CHECKS}


@pytest.mark.parametrize("case", [c for c in MISTAKES.values() if c.check], ids=lambda c: c.name)
def test_a_check_finds_its_case(case: Case, tmp_path: Path):
    """Of a mistake that is a check's, that check speaks and no other."""
    library = read_workspace([case.write(tmp_path)])
    (draft,) = library.to_check
    assert [rule.__name__ for rule in CHECKS if list(rule(draft, library))] == [case.check]


@pytest.mark.parametrize("case", [c for c in MISTAKES.values() if c.check], ids=lambda c: c.name)
def test_needed_checks_are_those_that_bar(case: Case, tmp_path: Path):
    """What keeps a draft out of the catalogue is told by the needed checks, or by the model."""
    library = read_workspace([case.write(tmp_path)])
    (draft,) = library.to_check
    needed = {rule.__name__ for rule in NEEDED}
    barred = case.check in needed or bool(draft.shape_problems())
    assert bool(barring_problems(draft, library)) is barred


def test_a_name_counted_elsewhere_may_be_explained(tmp_path: Path):
    """Title and alias may stand with CBS's other group where the file says why."""
    text = TEXT.replace('"Maanpoetser"', '"Kometenpoetser"')
    reason = '[counted_elsewhere]\n"Kometen poetser" = "They polish the moon here."\n'
    path = tmp_path / VALID.name
    path.write_text(text.replace("[salary]", f"{reason}\n[salary]"), "utf-8")
    library = read_workspace([path])
    assert problems_of(library.to_check[0], library) == []


def test_a_cycle_is_told_at_each_step(tmp_path: Path):
    """A cycle of three roles is told in each of them, and in no role below the cycle."""
    above = {"a": "b", "b": "c", "c": "a", "below": "a"}
    for slug, target in above.items():
        up = f'[ladder]\nup = [{{ role = "{target}", years = [1, 2] }}]\n'
        (tmp_path / f"{slug}.toml").write_text(up, "utf-8")
    library = read_workspace(sorted(tmp_path.iterdir()))
    found = {
        Path(problem.file).stem: problem
        for problem in check(library.to_check, library)
        if "leads up to" in problem.wrong
    }
    assert set(found) == {"a", "b", "c"}
    assert {problem.line for problem in found.values()} == {2}
    assert {problem.field for problem in found.values()} == {"ladder.up[0].role"}


def test_a_way_back_by_a_move_is_no_cycle():
    """A move in leads_to may go back to where a promotion came from."""
    library = read_workspace([VALID])
    assert "moon-polisher" in dict(map(reversed, library.drafts["comet-herder"].targets()))
    assert "comet-herder" in dict(map(reversed, library.drafts["moon-polisher"].targets()))
    assert problems_of(library.drafts["moon-polisher"], library) == []


def test_an_unread_file_has_one_problem(tmp_path: Path):
    """A file that is no TOML is told once, without the problems that follow from it."""
    library = read_workspace([MISTAKES["broken-toml"].write(tmp_path)])
    assert len(problems_of(library.to_check[0], library)) == 1


def test_problems_stand_in_order_of_line(tmp_path: Path):
    """The problems of a file come from top to bottom."""
    text = MISTAKES["category-unknown"].apply(MISTAKES["diploma-unknown"].apply())
    path = tmp_path / VALID.name
    path.write_text(without_arrows(text), "utf-8")
    library = read_workspace([path])
    fields = [problem.field for problem in problems_of(library.to_check[0], library)]
    assert fields == ["category", "education.usual"]


@pytest.mark.parametrize("name", ["C++ developer", "Directeur (m/v)", "ÉLÈVE", "日本", "™"])
def test_the_proposed_file_name_is_a_slug(tmp_path: Path, name: str):
    """The file name that a refused one should get would itself be accepted."""
    path = tmp_path / f"{name.replace('/', '_')}.toml"
    path.write_bytes(VALID.read_bytes())
    library = read_workspace([path])
    (problem,) = problems_of(library.drafts[path.stem], library)
    proposed = tmp_path / problem.instead.removeprefix("rename the file to ")
    proposed.write_bytes(VALID.read_bytes())
    library = read_workspace([proposed])
    assert problems_of(library.drafts[proposed.stem], library) == []


def test_files_given_are_checked_every_one(tmp_path: Path):
    """Of two given files with one slug neither is dropped; with none given, all are checked."""
    twins = [tmp_path / name / VALID.name for name in ("a", "b")]
    for twin in twins:
        twin.parent.mkdir()
        twin.write_bytes(VALID.read_bytes())
    assert [draft.path for draft in read_workspace(twins).to_check] == twins
    library = read_workspace()
    assert (
        {draft.slug for draft in library.to_check} == set(library.drafts) == set(find_role_files())
    )


def test_an_own_role_replaces_a_shipped_one(own_roles: Path, data: Path):
    """A user's role stands before the shipped role of the same slug, which is kept aside."""
    own, shipped = own_roles / "comet-herder.toml", data / "roles" / "comet-herder.toml"
    own.write_bytes(VALID.read_bytes())
    assert read_workspace().drafts["comet-herder"].path == own
    assert [file.path for file in find_role_files()["comet-herder"]] == [own, shipped]


def test_careers_check_tells_ten_mistakes_at_once(ask: Run, tmp_path: Path):
    """Ten mistakes give exit 65 and ten lines: path, line, field, what is wrong, what instead."""
    text, path = TEXT, tmp_path / VALID.name
    for name in TEN:
        text = MISTAKES[name].apply(text)
    path.write_text(without_arrows(text), "utf-8")
    done = ask("check", str(path))
    assert done.returncode == 65
    assert "Traceback" not in done.stdout + done.stderr
    told = [
        re.fullmatch(r"(.+?):(\d+): (\S+: [^;]+); [^;]+", row) for row in done.stdout.split("\n")
    ]
    assert told.pop() is None  # after the last line
    assert {row[1] for row in told} == {str(path)}
    assert [int(row[2]) for row in told] == sorted(marked_lines(text))
    wanted = sorted(words for name in TEN for words in MISTAKES[name].told)
    found = sorted(row[3] for row in told)
    assert all(f.startswith(w) for f, w in zip(found, wanted, strict=True)), found


def test_careers_check_accepts_a_valid_file(ask: Run):
    """A file without a problem gives exit 0 and says that it was checked."""
    done = ask("check", str(VALID))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no problem found" in done.stdout
