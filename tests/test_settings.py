"""What is set for good: read, written, and what is wrong with the file."""

import re
from pathlib import Path

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from careercli import settings
from careercli.errors import InvalidDataError, UsageError
from careercli.locale import speak


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where settings stand, in a folder that is not there yet."""
    path = tmp_path / "careers" / "config.toml"
    monkeypatch.setenv("CAREERS_CONFIG", str(path))
    return path


def written(path: Path, text: str) -> None:
    """Write a file of settings by hand."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


VALUES = {"lang": "nl", "per": "month", "hours": "37.5", "pager": "less -R", "plain": "on"}


def test_a_setting_is_read_back(file: Path) -> None:
    """What was kept holds in an environment that says nothing."""
    for name, value in VALUES.items():
        settings.keep(name, value)
    assert settings.read_file(file) == VALUES
    environment: dict[str, str] = {}
    settings.load(environment)
    assert environment == {settings.variable(name): value for name, value in VALUES.items()}
    assert settings.wrong_in_file() == []


@given(st.text())
def test_any_command_of_a_pager_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, typed: str
) -> None:
    """Quotes, backslashes and line breaks too: the file is TOML whatever was typed."""
    command = settings.SETTINGS["pager"].read(typed)
    if command is None:
        return
    with pytest.MonkeyPatch.context() as patch:
        path = tmp_path_factory.getbasetemp() / "any-pager.toml"
        path.unlink(missing_ok=True)
        patch.setenv("CAREERS_CONFIG", str(path))
        settings.keep("pager", command)
        assert settings.read_file(path) == {"pager": command}


@pytest.mark.parametrize("typed", ["", " ", "less\0", "less \x7f", "less \udcff", "\x1b[2J"])
def test_a_pager_has_no_steering_characters(typed: str) -> None:
    """No environment holds a zero, no file of TOML any of them."""
    assert settings.SETTINGS["pager"].read(typed) is None


def test_a_setting_is_kept_once(file: Path) -> None:
    """The new value takes the place of the old one."""
    settings.keep("per", "month")
    settings.keep("per", "hour")
    assert file.read_text(encoding="utf-8") == 'per = "hour"\n'
    settings.keep("per", None)
    assert file.read_text(encoding="utf-8") == ""
    settings.keep("per", None)
    assert settings.read_file(file) == {}


BY_HAND = """\
# Mine.
lang = "en"
'per' = "month"
hours = 36  # a week
later = ["lang = 3"]

# Of another program.
[table]
lang = "fy"
per = "day"
"""


def test_the_rest_of_the_file_stays(file: Path) -> None:
    """Comments, keys that are not ours, and tables with keys of the same names."""
    written(file, BY_HAND)
    settings.keep("lang", "nl")
    settings.keep("per", "year")
    settings.keep("hours", None)
    text = file.read_text(encoding="utf-8")
    assert tomli.loads(text) == {
        "lang": "nl",
        "per": "year",
        "later": ["lang = 3"],
        "table": {"lang": "fy", "per": "day"},
    }
    assert "# Mine.\n" in text
    assert "# Of another program.\n[table]\n" in text


def test_a_file_that_is_no_toml_stays_as_it_is(file: Path) -> None:
    """It is refused with its line, and nothing lies beside it."""
    written(file, 'per = "month"\nlang = nl\n')
    with pytest.raises(InvalidDataError, match=r"config\.toml:2: this is not TOML"):
        settings.keep("hours", "32")
    assert file.read_text(encoding="utf-8") == 'per = "month"\nlang = nl\n'
    assert [each.name for each in file.parent.iterdir()] == [file.name]


def test_a_file_of_comments_keeps_them(file: Path) -> None:
    """One that sets nothing is read like any other."""
    written(file, "# lang = 3\n")
    settings.keep("lang", "nl")
    assert file.read_text(encoding="utf-8") == 'lang = "nl"\n# lang = 3\n'


def test_the_file_is_replaced_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fills up meanwhile leaves the old file, and nothing beside it."""
    settings.keep("lang", "nl")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(UsageError, match="No space left"):
        settings.keep("per", "month")
    assert file.read_text(encoding="utf-8") == 'lang = "nl"\n'
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("lang = \n", r"config\.toml:1: this is not TOML"),
        ('per = "month"\n\n[lang\n', r"config\.toml:3: this is not TOML"),
        ("\xff", "config.toml: cannot be read"),
        ('per = "week"', r'config\.toml: per: .*"week".* hour, month, year'),
        ('lang = "fr"', r'config\.toml: lang: .*"fr".* en, nl'),
        ("hours = 0", r'config\.toml: hours: "0".* 1 to 80'),
        ("hours = [1]", r"config\.toml: hours: "),
        ('colour = "off"', r'config\.toml: there is no "colour"\. Did you mean color\?'),
        ("[per]\nx = 'y'", r"config\.toml: per: "),
        ('pager = "less\\u0000"', r"config\.toml: pager: "),
    ],
)
def test_what_is_wrong_in_the_file_is_told(text: str, told: str, file: Path) -> None:
    """With the file, the setting and what it may be; it sets nothing."""
    file.parent.mkdir()
    file.write_bytes(text.encode("latin-1"))
    environment: dict[str, str] = {}
    settings.load(environment)
    assert environment == {}
    (complaint,) = settings.wrong_in_file()
    assert re.search(told, complaint)
    assert "'" not in complaint  # no value as Python writes it


def test_it_is_told_in_the_readers_language(file: Path) -> None:
    """The language that the file itself sets is one to tell it in."""
    written(file, 'lang = "nl"\nper = "week"\n')
    environment: dict[str, str] = {}
    settings.load(environment)
    assert environment == {"CAREERS_LANG": "nl"}
    speak("nl")
    assert settings.wrong_in_file() == [
        f'{file}: per: "week" is er niet. Wat er is: uur, maand, jaar'
    ]


def test_wrong_and_right_stand_side_by_side(file: Path) -> None:
    """What can be read holds; true and numbers are as good as words in quotes."""
    written(file, 'plain = true\ncolor = false\nhours = 36\nper = "week"\nlang = "Nederlands"\n')
    environment: dict[str, str] = {}
    settings.load(environment)
    assert environment == {
        "CAREERS_PLAIN": "on",
        "CAREERS_COLOR": "off",
        "CAREERS_HOURS": "36",
        "CAREERS_LANG": "nl",
    }
    assert len(settings.wrong_in_file()) == 1


def test_the_environment_goes_before_the_file(file: Path) -> None:
    """A variable that is there is left as it is."""
    settings.keep("per", "month")
    environment = {"CAREERS_PER": "hour"}
    settings.load(environment)
    assert environment == {"CAREERS_PER": "hour"}
    assert settings.value("per", environment) == "hour"
    assert settings.value("hours", environment) is None


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("36", "36"),
        (" 37,5 ", "37.5"),
        ("1", "1"),
        ("80", "80"),
        ("80.01", None),
        ("0.99", None),
        ("0", None),
        ("-8", None),
        ("1e1", None),
        ("٣٦", None),
        ("37,555", None),
        ("nan", None),
        ("", None),
    ],
)
def test_a_working_week_is_read(typed: str, read: str | None) -> None:
    """Hours from 1 to 80, with a point or a comma."""
    assert settings.read_hours(typed) == read


@given(st.text())
def test_hours_are_a_number_or_nothing(typed: str) -> None:
    """Whatever is read is a number within the bounds."""
    read = settings.read_hours(typed)
    assert read is None or 1 <= float(read) <= 80


def test_nobodys_variable_is_complained_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the environment sets wrongly is told, but where an option says it."""
    monkeypatch.setenv("CAREERS_PER", "week")
    monkeypatch.setenv("CAREERS_HOURS", "many")
    per, hours = settings.complaints()
    assert per == 'CAREERS_PER: there is no "week". Known: hour, month, year'
    assert hours.startswith('CAREERS_HOURS: "many" is no working week')
    assert settings.complaints(["per"]) == [hours]
