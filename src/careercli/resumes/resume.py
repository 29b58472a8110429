"""What is kept of a resume: phrases, and what was passed over. Who it is about is not.

A resume may be anybody's and hold anything, so what is kept is bounded here, and so is what a
phrase may consist of.
"""

import re
import unicodedata
from typing import NamedTuple

from careercli.locale import later
from careercli.names import is_control, name_key

MAX_PHRASES = 5000  # of a kind; the longest resumes that we have seen have two hundred
MAX_PHRASE = 200  # characters; what is longer tells a story, and is no name

NUMBERS = later("numbers where words belong")
TRUTHS = later("true or false where words belong")
LISTS = later("lists where words belong")
OBJECTS = later("objects where words belong")
WORDS = later("words where an object belongs")
NAMELESS = later("entries that do not say what they are")
SENTENCES = later("sentences, too long for a name")
SIGNS = later("texts without a letter or a digit")
CONTACTS = later("names, addresses and telephone numbers")
LEVELS = later("levels, which are not compared")
NOT_SKILLS = later("interests, awards and the like")
TOO_MANY = later("phrases beyond the first 5,000")

_LANGUAGES = {
    code: name
    for codes, name in (
        ("nl nld dut", "Dutch"),
        ("en eng", "English"),
        ("de deu ger", "German"),
        ("fr fra fre", "French"),
        ("es spa", "Spanish"),
        ("it ita", "Italian"),
        ("pl pol", "Polish"),
        ("tr tur", "Turkish"),
        ("ar ara", "Arabic"),
    )
    for code in codes.split()
}
"""Codes of ISO 639 that resumes have in place of names."""

_KINDS = {bool: TRUTHS, int: NUMBERS, float: NUMBERS, list: LISTS, dict: OBJECTS, str: WORDS}

# Colours and links of a terminal, whole: without its first character the rest would be read.
_STEERING = re.compile(r"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?")
_CONTACT = re.compile(
    r"\S@\S+\.\w|\(at\)|https?://|www\.|\b[\w-]+\.(?:com|org|net|io|nl|be|eu|de)/|"  # addresses
    r"(?:\d[\s()./-]*){9,}|"  # telephone numbers; eight digits are two years
    r"(?-i:\b\d{4} ?[A-Z]{2}\b)",  # Dutch postcodes
    re.IGNORECASE,
)
NAME = 3  # letters of a name that are looked for


class Study(NamedTuple):
    """What somebody studied, as they wrote it: ``diploma`` (Bachelor, mbo 4) and ``area``.

    One of the two may be empty. Europass has one text for both, which is the diploma.
    """

    diploma: str
    area: str


class PassedOver(NamedTuple):
    """What of a resume was not read: why, how often, and where first (``skills[3]``).

    ``reason`` is a plural in English, marked for translation. ``first`` never has a word of the
    person's own.
    """

    reason: str
    times: int
    first: str


class Resume(NamedTuple):
    """What was read, in the order of the file, each phrase once, as it was first written.

    ``jobs`` are titles, ``languages`` names or codes of them; ``words`` are those of a list of
    somebody's own, which may be titles too. No phrase is empty, or has a character that could steer
    a terminal.
    """

    skills: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    studies: tuple[Study, ...] = ()
    languages: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


class Draft:
    """A resume while it is read."""

    def __init__(self) -> None:
        self._skills: dict[str, str] = {}
        self._jobs: dict[str, str] = {}
        self._languages: dict[str, str] = {}
        self._studies: dict[str, Study] = {}
        self._passed_over: dict[str, PassedOver] = {}
        self._names: set[str] = set()

    def keep_out(self, *values: object) -> None:
        """Keep a name or a place of residence out of whatever is read after it, and its words."""
        for value in values:
            if isinstance(value, str):
                words = name_key(value).split()
                self._names |= {word for word in words if len(word) >= NAME}

    def add_skill(self, value: object, place: str) -> None:
        """Keep the name of a skill, or of a group of them."""
        self._add(self._skills, value, place)

    def add_job(self, value: object, place: str) -> None:
        """Keep the title of a job that somebody has or had."""
        self._add(self._jobs, value, place)

    def add_language(self, value: object, place: str) -> None:
        """Keep a language; a code of a usual one as its name."""
        if isinstance(value, str):
            value = _LANGUAGES.get(value.strip().casefold(), value)
        self._add(self._languages, value, place)

    def add_study(self, diploma: object, area: object, place: str) -> None:
        """Keep a study, if either of its texts says something."""
        if len(self._studies) == MAX_PHRASES:
            self.pass_over(TOO_MANY, place)
            return
        study = Study(self._phrase(diploma, place), self._phrase(area, place))
        if any(study):
            self._studies.setdefault(_key("\n".join(study)), study)

    def pass_over(self, reason: str, place: str) -> None:
        """Count what is not read, and keep where the first one is."""
        known = self._passed_over.get(reason, PassedOver(reason, 0, place))
        self._passed_over[reason] = known._replace(times=known.times + 1)

    def pass_over_kind(self, value: object, place: str) -> None:
        """Count a value that is of another kind than belongs there; nothing is of none."""
        if value is not None:
            self.pass_over(_KINDS[type(value)], place)

    def _is_personal(self, phrase: str) -> bool:
        """Return whether a phrase has two words of names, or is one: Zebedee Quux, analyst."""
        found = [word for word in name_key(phrase).split() if word in self._names]
        return len(found) > 1 or (bool(found) and found == name_key(phrase).split())

    def resume(self) -> Resume:
        """Return what was read."""
        return Resume(
            tuple(self._skills.values()),
            tuple(self._jobs.values()),
            tuple(self._studies.values()),
            tuple(self._languages.values()),
            (),
            tuple(self._passed_over.values()),
        )

    def _add(self, kept: dict[str, str], value: object, place: str) -> None:
        if value and len(kept) == MAX_PHRASES:
            self.pass_over(TOO_MANY, place)
        elif phrase := self._phrase(value, place):
            kept.setdefault(_key(phrase), phrase)

    def _phrase(self, value: object, place: str) -> str:
        """Return the phrase that a value is; if it is none, count it and return nothing."""
        if not isinstance(value, str):
            self.pass_over_kind(value, place)
            return ""
        phrase = plain(value)
        if not phrase:
            return ""
        if len(phrase) > MAX_PHRASE:
            self.pass_over(SENTENCES, place)
        elif _CONTACT.search(phrase) or self._is_personal(phrase):
            self.pass_over(CONTACTS, place)
        elif not any(map(str.isalnum, phrase)):
            self.pass_over(SIGNS, place)
        else:
            return unicodedata.normalize("NFC", phrase)
        return ""


def plain(text: str) -> str:
    """Return a text on one line, without what steers a terminal or cannot be seen."""
    if not text.isprintable():
        text = _STEERING.sub("", text)
        text = "".join(char for char in text if char.isspace() or not is_control(char))
    return " ".join(text.split())


def _key(phrase: str) -> str:
    return name_key(phrase) or phrase
