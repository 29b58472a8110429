"""What somebody sees and does, key by key."""

import re
from pathlib import Path
from typing import Any

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import events
from textual.pilot import Pilot

from careercli.catalogue.catalogue import Reader
from careercli.locale import speak
from tests.browse.screens import browse, press, shown
from tests.cli.test_pages import TextFile
from tests.conftest import always

SMALL, LARGE = (80, 24), (120, 34)
SIZES = [(80, 24), (200, 50), (40, 12), (20, 5), (119, 30)]


def test_typing_finds_in_either_language() -> None:
    """From the first letters on; who presses Enter goes on in the list."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "slash", "wol")
        assert "Cloud Shepherd" in shown(pilot.app)
        await press(pilot, "enter", "x")
        assert "12 of 12" in shown(pilot.app)

    browse(steps)


@pytest.mark.shipped
def test_a_job_outdoors_is_found_compared_and_written(tmp_path: Path) -> None:
    """With an mbo-3 diploma, over 2,800 a month, easy to find work in: in a few keys."""
    file = tmp_path / "jobs.md"

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "f", "outdoors", "enter", "mbo3", "enter", "2800 month", "enter")
        await press(pilot, "easy", "enter", "escape")
        assert "4 of 212" in shown(pilot.app)
        await press(pilot, "space", "space", "space", "c")
        assert "Bricklayer, Carpenter and Police Officer" in shown(pilot.app)
        await press(pilot, "w", "ctrl+u", str(file), "enter", "q")

    program = browse(steps)
    text = file.read_text(encoding="utf-8")
    assert text.startswith("# Bricklayer, Carpenter and Police Officer")
    assert text.count("\n# ") == 3
    assert program.return_value == [
        "careers list --with-diploma mbo-3 --work outdoors --min-salary 2800 --tight --per month",
        "careers compare bricklayer carpenter police-officer --per month",
    ]


@pytest.mark.shipped
@pytest.mark.long  # it takes a second
def test_what_cannot_be_asked_for_is_told() -> None:
    """As words of a text it would find the opposite."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "/", "no maths", "enter")
        assert "Not understood: no maths" in shown(pilot.app)
        assert " 0 of 212" in shown(pilot.app)
        await press(pilot, "/", "ctrl+u", "outdoors, no maths", "enter")
        assert "outdoors" in shown(pilot.app).splitlines()[1]
        assert "mention" not in shown(pilot.app)

    browse(steps)


def test_heads_stand_above_their_columns_after_the_filters() -> None:
    """The list has another width with them."""

    async def steps(pilot: Pilot[Any]) -> None:
        before = shown(pilot.app).splitlines()[2]
        await press(pilot, "f", "escape")
        assert shown(pilot.app).splitlines()[2] == before

    browse(steps)


def test_a_page_leads_on_and_back() -> None:
    """By its links, as a browser does; space puts aside from there too."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "slash", "cloud shepherd", "enter", "enter")
        first = shown(pilot.app)
        assert first.startswith(" careers show cloud-shepherd  ")
        await press(pilot, "tab", "enter")
        second = _where(pilot)
        assert second.startswith("careers show ")
        assert second != "careers show cloud-shepherd"
        await press(pilot, "backspace")
        assert shown(pilot.app) == first
        await press(pilot, "right", "space")
        assert _where(pilot) == f"{second}  put aside"
        await press(pilot, "escape")
        assert "1 put aside" in shown(pilot.app)

    browse(steps, (100, 40))


def _where(pilot: Pilot[Any]) -> str:
    """Return the command of the page that is read, without how much there is below."""
    line = shown(pilot.app).splitlines()[0]
    return re.sub(r"\s+(\d+ lines more)?$", "", line).strip()


@pytest.mark.long  # it takes a second
def test_the_language_is_turned_in_place() -> None:
    """On the list and on a page; what is pointed at stays."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "slash", "fog counter", "enter", "l")
        assert "1 gevonden" in shown(pilot.app)
        await press(pilot, "enter", "l")
        assert "Fog Counter" in shown(pilot.app)
        await press(pilot, "l", "q")

    program = browse(steps)
    assert program.return_value == [
        "careers search 'fog counter' --lang nl",
        "careers show fog-counter --lang nl",
    ]


def test_next_path_match_and_sources_are_pages() -> None:
    """Each with the command that shows it; what lacks a job says what to do."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "p")
        assert "Put two jobs aside" in _told(pilot)
        await press(pilot, "c")
        assert "now 0" in _told(pilot)
        await press(pilot, "n")
        assert shown(pilot.app).startswith(" careers next ")
        await press(pilot, "escape", "space", "p")
        assert shown(pilot.app).startswith(" careers path ")
        await press(pilot, "escape", "o")
        assert shown(pilot.app).startswith(" careers sources")
        await press(pilot, "escape", "m", "sheepdogs, flying", "enter")
        assert shown(pilot.app).startswith(" careers match 'sheepdogs, flying'")
        assert "Not recognised" in shown(pilot.app)

    browse(steps, (100, 50))


def _told(pilot: Pilot[Any]) -> str:
    return " ".join(str(note.message) for note in pilot.app._notifications)


def _asked(pilot: Pilot[Any]) -> str:
    """Return what stands in the question, on one line."""
    return " ".join(shown(pilot.app).replace("│", " ").split())


@pytest.mark.long
def test_a_group_has_a_page_and_no_moves() -> None:
    """What only a job has says so."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "down", "g", "enter")
        assert shown(pilot.app).startswith(" careers show 2511 ")  # the group of that job
        await press(pilot, "escape", "n")
        assert "is a group of jobs" in _told(pilot)
        assert shown(pilot.app).startswith(" careers  ")
        await press(pilot, "f", "wool")
        assert "No filter is called so." in shown(pilot.app)
        await press(pilot, "escape", "g")
        assert "of 12" in shown(pilot.app)

    browse(steps)


@pytest.mark.long  # it takes seconds
def test_a_file_is_not_replaced_unasked(tmp_path: Path) -> None:
    """Escape leaves what is there; a folder that is none is told."""
    file, other = tmp_path / "kept.md", tmp_path / "other.md"
    file.write_text("mine", encoding="utf-8")

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "w", "ctrl+u", str(file), "enter", "escape")
        assert file.read_text(encoding="utf-8") == "mine"
        other.write_text("mine too", encoding="utf-8")
        await press(pilot, "w", "ctrl+u", str(file), "enter", "ctrl+u", str(other), "enter")
        assert other.read_text(encoding="utf-8") == "mine too"  # another name is asked of anew
        await press(pilot, "escape", "w", "ctrl+u", str(tmp_path), "enter")
        assert "cannot be written" in _asked(pilot)
        await press(pilot, "ctrl+u", str(file), "enter", "enter")
        assert file.read_text(encoding="utf-8").startswith("# ")

    browse(steps)


@pytest.mark.long  # it takes seconds
def test_a_name_that_cannot_be_written_is_asked_again(tmp_path: Path) -> None:
    """As it was typed, with what is wrong with it."""
    (tmp_path / "so").touch()

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "w", "ctrl+u", str(tmp_path / "none" / "x.md"), "enter")
        assert "cannot be written" in _asked(pilot)
        await press(pilot, "enter")
        assert "cannot be written" in _asked(pilot)
        await press(pilot, "ctrl+u", str(tmp_path / "jobs.pdf"), "enter")
        assert "let the name end in .md" in _asked(pilot)
        await press(pilot, "enter")
        assert (tmp_path / "jobs.md").read_text(encoding="utf-8").startswith("# ")
        assert not (tmp_path / "jobs.pdf").exists()

    browse(steps)


@pytest.mark.long  # it takes a second
def test_clearing_goes_step_by_step() -> None:
    """Filters, then what is put aside, then skills."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "m", "python", "enter", "escape", "space", "f", "outdoors", "enter")
        await press(pilot, "escape", "/", "sheepdogs and no more", "enter")
        assert "Nothing found among what passes the filters" in shown(pilot.app)
        await press(pilot, "escape", "x")
        assert "1 put aside" in shown(pilot.app)
        await press(pilot, "x")
        assert "put aside" not in shown(pilot.app)
        assert "you can: python" in shown(pilot.app)
        await press(pilot, "x")
        assert "you can" not in shown(pilot.app)

    browse(steps, (120, 30))


def test_skills_stand_in_the_overview() -> None:
    """Until one leaves."""

    async def steps(pilot: Pilot[Any]) -> None:
        before = shown(pilot.app)
        await press(pilot, "m", "python, sheepdogs", "enter", "escape")
        assert shown(pilot.app) != before

    browse(steps, (120, 40))


@pytest.mark.long  # it takes a second
def test_what_changed_underneath_is_read_again(own_roles: Path) -> None:
    """When the terminal has the focus again."""
    from textual.events import AppFocus

    from careercli.cli.commands.browse import _renewed
    from tests.conftest import SHEPHERD

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "end", "space", "enter")
        pilot.app._renew = _renewed  # type: ignore[attr-defined]
        pilot.app.post_message(AppFocus())
        await pilot.pause()
        assert not pilot.app._notifications
        text = SHEPHERD.read_text(encoding="utf-8").replace("Cloud Shepherd", "Sky Shepherd")
        (own_roles / "sky-shepherd.toml").write_text(text, encoding="utf-8")
        pilot.app.post_message(AppFocus())
        await pilot.pause()
        assert shown(pilot.app).startswith(" careers  ")  # pages are closed, marks stay
        assert "1 put aside" in shown(pilot.app)
        assert "▸●→ Wind Nurse" in shown(pilot.app).replace("↗", "→")
        await press(pilot, "slash", "sky")
        assert "Sky Shepherd" in shown(pilot.app)

    browse(steps)


@pytest.mark.parametrize("size", always([(20, 5)], SIZES))
def test_every_size_is_drawn(size: tuple[int, int]) -> None:
    """Nothing is wider than the screen, and resizing at any time is no trouble."""

    async def steps(pilot: Pilot[Any]) -> None:
        for keys in (("f",), ("escape",), ("enter",), ("escape",), ("question_mark",)):
            await press(pilot, *keys)
            assert all(len(row) <= size[0] for row in shown(pilot.app).splitlines())
        for width in (30, 90, 21, size[0]):
            await pilot.resize_terminal(width, size[1])
        assert shown(pilot.app).count("\n") == size[1] - 1

    browse(steps, size)


@pytest.mark.long  # it takes a second
def test_ascii_is_ascii() -> None:
    """Where a terminal has no other signs, none is drawn."""

    async def steps(pilot: Pilot[Any]) -> None:
        for keys in ((), ("f",), ("escape", "enter"), ("escape", "question_mark")):
            await press(pilot, *keys)
            assert shown(pilot.app).isascii(), shown(pilot.app)

    browse(steps, (120, 30), ascii_only=True)


@pytest.mark.parametrize(
    ("language", "size"),
    [
        pytest.param("en", SMALL, id="en-small"),
        pytest.param("nl", LARGE, id="nl-large"),
        pytest.param("en", LARGE, id="en-large", marks=pytest.mark.long),
        pytest.param("nl", SMALL, id="nl-small", marks=pytest.mark.long),
    ],
)
def test_the_screens(size: tuple[int, int], language: str, snapshot: SnapshotAssertion) -> None:
    """The list with what is put aside, the filters, a page, the keys."""
    pictures: list[str] = []

    async def steps(pilot: Pilot[Any]) -> None:
        for keys in (("down", "space", "up"), ("f", "d"), ("escape", "enter"), ("question_mark",)):
            await press(pilot, *keys)
            pictures.append(shown(pilot.app))

    speak(language)
    browse(steps, size, Reader(language))
    rule = f"\n{'=' * size[0]}\n"
    assert rule.join(pictures) == snapshot(extension_class=TextFile)


@pytest.mark.parametrize("width", always([56, 100], [56, 80, 100, 140]))
def test_a_score_never_stands_alone(width: int) -> None:
    """Where one does, the overview says that it is not the chance of losing the job."""

    async def steps(pilot: Pilot[Any]) -> None:
        for keys in ((), ("f",), ("escape",), ("l",)):
            await press(pilot, *keys)
            picture = shown(pilot.app)
            if "0.49" in picture or "0,49" in picture:
                assert re.search("losing the job|job loss|baanverlies", picture)

    browse(steps, (width, 30))


@pytest.mark.long  # it takes a second
def test_the_mouse_works() -> None:
    """A click points, another opens; keys of the bar and boxes of filters can be clicked."""

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.click("#rows", offset=(8, 2))
        await pilot.pause()
        assert "▸ → Fog Counter" in shown(pilot.app)
        await pilot.click("#rows", offset=(8, 2), times=2)
        await pilot.pause()
        assert shown(pilot.app).startswith(" careers show fog-counter")
        await press(pilot, "escape")
        await pilot.click("#keys", offset=(12, 0))
        await pilot.pause()
        assert "The diploma that I have" in shown(pilot.app)
        await pilot.click("#options", offset=(2, 1))
        await pilot.pause()
        assert "[x] easy to find work in" in shown(pilot.app)

    browse(steps, (120, 30))


@pytest.mark.long  # it takes a second
def test_the_palette_has_all_by_name() -> None:
    """Ctrl+P, a word, Enter."""

    async def steps(pilot: Pilot[Any]) -> None:
        await pilot.press("ctrl+p")
        await press(pilot, "sort by salary")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        await pilot.pause()
        assert "sorted by salary" in shown(pilot.app)

    browse(steps)


@pytest.mark.long  # it takes seconds
def test_a_least_pay_stays_the_same_in_another_period() -> None:
    """And leaves the same jobs."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "f", "60000 year", "enter", "escape")
        assert "at least €60,000 a year" in shown(pilot.app)
        before = re.findall(r"\d+ of 12", shown(pilot.app))
        await press(pilot, "u")
        assert re.search(r"at least €5,[\d.]+ a month", shown(pilot.app))
        assert re.findall(r"\d+ of 12", shown(pilot.app)) == before
        await press(pilot, "u", "u")
        assert "at least €60,000 a year" in shown(pilot.app)

    browse(steps)


def test_what_is_typed_in_one_go_comes_in_its_order() -> None:
    """A key, the letters for what it opens, and Enter, before any of it is drawn."""

    async def steps(pilot: Pilot[Any]) -> None:
        for key in ("f", *"outdoor", "enter"):
            pilot.app.post_message(events.Key(key, "\r" if key == "enter" else key))
        await pilot.pause(0.3)
        assert " outdoors" in shown(pilot.app).splitlines()[1]

    browse(steps)


@pytest.mark.long  # it takes a second
def test_letters_go_to_the_line_from_the_options_too() -> None:
    """And above the first option is the line."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "f", "down", "down", "nigh")
        assert shown(pilot.app).splitlines()[2].startswith(" nigh")
        await press(pilot, "down", "up", "ts", "enter", "escape")
        assert " nights" in shown(pilot.app).splitlines()[1]

    browse(steps)


@pytest.mark.long  # it takes a second
def test_the_commands_show_the_same_elsewhere_too() -> None:
    """To whoever reads in another language, period or week by default."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "s", "enter", "q")

    reader = Reader("nl", "month", 32)
    also = "--per maand --hours 32 --lang nl"
    speak("nl")
    assert browse(steps, reader=reader).return_value == [
        f"careers list --sort titel {also}",
        f"careers show chief-rain-officer {also}",
    ]


@pytest.mark.long
def test_where_nothing_is_left_no_job_is_shown() -> None:
    """Nor the overview of who stood there before; and one that is not put aside is not counted."""

    async def steps(pilot: Pilot[Any]) -> None:
        assert "Chief Rain Officer" in shown(pilot.app)
        await press(pilot, "w")
        assert "This job, as Markdown." in shown(pilot.app)
        await press(pilot, "escape", "slash", "qqqqqqqq")
        await pilot.pause(0.1)
        assert "Nothing found." in shown(pilot.app)
        assert "Chief Rain Officer" not in shown(pilot.app)

    browse(steps)


@pytest.mark.shipped
def test_wishes_are_typed_to_look_for_them() -> None:
    """Several at once, in the line that finds jobs too: Enter sets them; what is none stays."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "slash", "outdoors, mbo 3, 2,800 a month, easy")
        assert "Enter filters by outdoors + mbo 3 + €2,800 a month + easy" in shown(pilot.app)
        await press(pilot, "enter")
        assert "4 of 212" in shown(pilot.app)
        assert "1 without published pay left out" in shown(pilot.app)
        await press(pilot, "x", "f", "no weekends hbo foo")
        assert "Not understood: foo" in shown(pilot.app)
        await press(pilot, "enter")
        assert shown(pilot.app).splitlines()[1].startswith(" hbo  not: weekends")
        assert shown(pilot.app).splitlines()[2].startswith(" foo ")

    browse(steps)


@pytest.mark.shipped
def test_what_is_told_of_words_is_never_hidden() -> None:
    """Where it is longer than a line, it takes several, and what follows it stands below."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "slash", "no nights or weekends, with people, banana")
        picture = shown(pilot.app)
        assert "Not understood: banana" in picture
        assert "helping and" in picture
        assert "Job " in picture

    browse(steps, (60, 20))


@pytest.mark.shipped
@pytest.mark.long  # it takes seconds
def test_what_only_mentions_the_words_is_told_apart() -> None:
    """And words by which no job is called go on to the filters."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "slash", "manager")
        assert re.search(r"\d+ by name, \d+ mention it", shown(pilot.app))
        await press(pilot, "enter", "f")
        assert "type outdoors" in shown(pilot.app)
        assert " manager " in shown(pilot.app).splitlines()[0]  # jobs are called so
        await press(pilot, "escape", "slash", "ctrl+u", "outdoors", "escape", "f")
        assert shown(pilot.app).splitlines()[2].startswith(" outdoors ")

    browse(steps)


@pytest.mark.shipped
def test_after_a_school_the_way_stands_beside_each_job() -> None:
    """The shortest first; a study counts, and that is said."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "slash", "havo", "enter")
        picture = shown(pilot.app)
        assert "havo, then a study  what it gives entry to first" in picture
        assert "Way in" in picture
        assert re.search(r"▸ .*associate degre", picture)

    browse(steps, (120, 30))


@pytest.mark.long  # it takes a second
def test_a_page_says_how_much_is_below_and_a_path_turns_round() -> None:
    """Keys of the list work on a page too."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "enter")
        assert re.search(r"\d+ lines more", shown(pilot.app))
        await press(pilot, "end")
        assert not re.search(r"\d+ lines more", shown(pilot.app))
        await press(pilot, "escape", "space", "p")
        there = _where(pilot).split()
        await press(pilot, "p")
        assert _where(pilot).split() == [*there[:2], *there[:1:-1]]
        await press(pilot, "space")
        assert "no single job" in _told(pilot)
        await press(pilot, "m", "sheepdogs", "enter")
        assert _where(pilot) == "careers match sheepdogs"

    browse(steps, SMALL)


@pytest.mark.long  # it takes a second
def test_what_one_can_is_among_the_commands() -> None:
    """Once it was said; a file without a name is none."""

    async def steps(pilot: Pilot[Any]) -> None:
        await press(pilot, "m", "sheepdogs", "enter", "escape", "enter", "w", "ctrl+u", "enter")
        assert "none is written" in _told(pilot)
        await press(pilot, "q")

    told = browse(steps).return_value
    assert told is not None
    assert told[0] == "careers match sheepdogs"
    assert told[1].startswith("careers show ")
