"""The skills that a resume names among other words: fluent English, minor repairs at home.

A name counts where the words around it leave it what it is: they say how well or how long, that one
does it, of what, or where. English and Dutch have the thing itself last: report writing for clients
is report writing, the security of a supply chain is no supply chain. Who wants to learn Python, or
breeds pythons, has no Python.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from sqlite3 import Row
from typing import NamedTuple

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.schema import IMPORTED
from careercli.names import name_key

_MOST_WORDS = 8  # of a phrase; a longer one is a sentence, in which a word may say anything
_MOST_IN_NAME = 5
_SHORTEST = 4  # letters of a word alone; shorter ones are abbreviations of much

_TELLING = ("tool", "language", "knowledge")
"""The kinds of skill that a single word tells of, beside nothing but how well."""

MAKERS = "microsoft|adobe|google|amazon|apache|oracle|ibm|intuit|autodesk"
"""Before what they make they say nothing."""
_BESIDE = re.compile(
    r"\d+\+?|[abc][12]|years?|jaar|jaren|of|in|with|met|de|het|the|a|een|and|en|as|als|op|at|for|voor|"
    r"(goede?|good|strong|sterke?|zeer|very|ruime?|extensive|solid|excellent|uitstekende?|goed|"
    r"advanced|basics?|basis|intermediate|expert|gevorderde?|proficient|fluent(ly)?|vloeiend|"
    r"native|moedertaal|mother|tongue|level|niveau|woord|geschrift|schrift|spoken|written|speaking|"
    r"spreken|sprekend|schrijven|lezen|reading|writing|comprehensive|pro)|"
    r"(kennis|knowledge|ervaring|experience|experienced|ervaren|werken|working|work|user|gebruiker|"
    r"using|use|skills?|vaardigheden|certified|certificate|certificaat|gecertificeerd|diploma|course|"
    r"cursus|training|certification|licen[cs]e)"
)
"""What may stand beside the name of a skill: how well, how long, and that one has it."""
_VERBS = (
    "uitvoeren|opstellen|maken|verzorgen|bijhouden|verwerken|beheren|afnemen|verrichten|geven|doen"
)
"""What Dutch puts before a thing or behind it."""
_DOING = re.compile(
    rf"{_VERBS}|{MAKERS}|(assist|perform|conduct|maintain|handl|provid|develop|creat|schedul|organi[sz]|"
    r"coordinat|monitor|implement|process|operat|prepar|manag|ensur)(e?s|e?d|ing|e)|"
    r"help(s|ed|ing)?|uses|carr(y|ies|ied|ying)|out|writes?|runs?|running|do|does|makes?|making|made|"
    r"begeleiden|coordineren|organiseren|gebruiken|gebruik|bedienen|plannen|omgaan|omgang|zorgen|"
    # and how
    r"zelfstandig|effective|efficient|general|various|diverse|daily|dagelijkse?|alle|all|lichte?|"
    r"light|basic|dutch|nederlandse?"
)
"""What may stand before it: that one does it, and how; and who makes a program."""
_WORK = re.compile(
    rf"{_VERBS}|functions?|dut(y|ies)|tasks?|techniques?|process(es)?|procedures?|methods?|"
    r"strateg(y|ies)|campaigns?|activities|principles|systems?|software|programs?|tools?|specialist|"
    r"werkzaamheden|taken|technieken|methoden?|methodes|processen|activiteiten|systemen|campagnes?"
)
"""What may stand behind it: that it is work, of whatever sort."""
_WHERE = re.compile(
    r"for|in|at|with|on|from|including|under|using|through|via|within|during|by|per|"
    r"voor|bij|met|op|aan|als|uit|tot|om|binnen|tijdens"
)
"""With what a phrase goes on that says for whom, with what or where: the thing itself is said."""
_OF_WHAT = re.compile(r"of|the|an?|van|de|het|een")
"""With what it goes on that says of what: a word alone may be another then (knippen van plaat)."""
_ABOUT = re.compile(r"on|to|for|of|about|from|over|van|voor|aan|naar")
"""Before a name, these say that it is only what something else is about: books on first aid."""
_AND = ("and", "en")
_KIND_OF = re.compile(
    r"[a-z]{2,}(lijke|ische|ele|ale|ieve|ende|ige|bare|same)|"
    r"digital|technical|legal|annual|monthly|weekly|daily|online|internal|external"
)
"""Adjectives that leave a thing what it is: digitale rapportages are rapportages."""

_NOT_HAD = re.compile(
    r"\b((no|not|none|never|without|cannot|can t|don t|unable|lack(s|ing)?|hates?|failed|expired|"
    r"geen|niet|nooit|zonder|verlopen|aanvraag)|"
    r"(little|limited|weinig|beperkte?|geringe?|gebrekkige?|slechte?|matige?) "
    r"(experience|knowledge|ervaring|kennis|beheersing)|"
    r"(wants?|wanting|hop(es?|ing)|would like|like|wil|willen|graag) (to )?(\w+ ){0,5}"
    r"(learn|leren)|"
    r"(interest(s|ed)?|interesse|geinteresseerd) in|bezig met)\b"
)
"""With it in a phrase, what is named is not had; hoped for, at most."""

_LISTS = re.compile(
    r"skills?|vaardigheden|vaardigheid|competenc(e|y|ies)|competenties?|kwaliteiten|eigenschappen|"
    r"qualities|abilities|strengths|expertise|interests?|interesses|hobb(y|ies)|qualifications?|"
    r"licen[cs]es|certifications?|certificates|certificaten|software|tools?|programs?|programma|"
    r"languages?|talen|courses|cursussen|trainingen|opleidingen|proficienc(y|ies)|ict|s"  # hobby's
)
"""Of what a list follows: the last word of a heading in a resume."""
_OF_LISTS = re.compile(
    r"other|overige?|personal|persoonlijke?|relevante?|technical|technische?|computer|key|core|soft|"
    r"hard|professional|professionele?|summary|my|mijn|main|special|specific|additional|and|en|of"
)
"""Which list it is: what may stand before that."""


class _Name(NamedTuple):
    """A name in a phrase: from which word to which, and what it is the name of."""

    start: int
    end: int
    row: Row

    @property
    def is_one_word(self) -> bool:
        """Whether it may be a word of any text."""
        return self.end - self.start == 1

    @property
    def tells(self) -> bool:
        """Whether it says enough beside how well."""
        return not self.is_one_word or self.row["kind"] in _TELLING


def says_no_more(words: Iterable[str]) -> bool:
    """Return whether words say no more than how well, how long or that one has something."""
    return all(map(_BESIDE.fullmatch, words))


def is_not_had(phrase: str) -> bool:
    """Return whether a phrase tells of what somebody has not: no Excel, wants to learn Python."""
    return bool(_NOT_HAD.search(name_key(phrase)))


def is_heading(phrase: str) -> bool:
    """Return whether a phrase says nothing but that skills follow: Overige vaardigheden."""
    words = name_key(phrase).split()
    return not words or (
        bool(_LISTS.fullmatch(words[-1]))
        and all(_OF_LISTS.fullmatch(word) or _LISTS.fullmatch(word) for word in words[:-1])
    )


def skills_inside(catalogue: Catalogue, phrase: str) -> list[int]:
    """Return the skills of ours, by number, that a phrase names among other words."""
    words = name_key(phrase.partition(":")[0]).split()
    if len(words) > _MOST_WORDS:
        return []
    names = _names_in(catalogue, words)
    taken = {place for name in names for place in range(name.start, name.end)}
    others = [word for place, word in enumerate(words) if place not in taken]
    if not (says_no_more(others) and all(name.tells for name in names)):
        names = [name for name in names if _is_meant(name, words)]
    return list(dict.fromkeys(name.row["skill"] for name in names))


def _names_in(catalogue: Catalogue, words: Sequence[str]) -> list[_Name]:
    """Return the names in a phrase, the longest first, each word in one of them."""
    spans = [
        (start, start + size)
        for size in range(min(len(words), _MOST_IN_NAME), 0, -1)
        for start in range(len(words) - size + 1)
    ]
    rows = catalogue.rows(
        "SELECT key, skill, kind FROM skill_name JOIN skill ON number = skill "
        "WHERE rank < :imported AND key IN (SELECT value FROM json_each(:keys)) "
        "ORDER BY rank DESC, roles",
        keys=json.dumps([" ".join(words[start:end]) for start, end in spans]),
        imported=IMPORTED,
    )
    known = {row["key"]: row for row in rows}  # of several called so, what most roles ask for
    return list(_apart(spans, words, known))


def _apart(
    spans: Iterable[tuple[int, int]], words: Sequence[str], known: dict[str, Row]
) -> Iterator[_Name]:
    free = [True] * len(words)
    for start, end in spans:
        row = known.get(" ".join(words[start:end]))
        if row and all(free[start:end]):
            free[start:end] = [False] * (end - start)
            yield _Name(start, end, row)


def _is_meant(name: _Name, words: Sequence[str]) -> bool:
    """Return whether the words around a name leave it what it is."""
    before, behind = words[: name.start], words[name.end :]
    if name.is_one_word:
        key = words[name.start]
        if len(key) < _SHORTEST or _DOING.fullmatch(key):
            return False
        if name.row["kind"] == "tool":  # who excels at teamwork has no spreadsheets
            return says_no_more(behind) and _starts_here(before)
        return _ends_here(behind) and _starts_here(before)
    # Grading and drainage plans: what stands before "and" may go on, but a name of several words.
    goes_on = behind and not (behind[0] in _AND or _OF_WHAT.fullmatch(behind[0]))
    return (not goes_on or _ends_here(behind)) and not _is_about(before)


def _ends_here(behind: Sequence[str]) -> bool:
    """Return whether a name is not the beginning of another thing's."""
    while behind and _WORK.fullmatch(behind[0]):
        behind = behind[1:]
    return not behind or bool(_WHERE.fullmatch(behind[0])) or says_no_more(behind)


def _starts_here(before: Sequence[str]) -> bool:
    """Return whether before a word is only that one does it, or one adjective, or "and"."""
    last_and = max((place for place, word in enumerate(before) if word in _AND), default=-1)
    here = before[last_and + 1 :]
    if len(here) == 1 and _KIND_OF.fullmatch(here[0]):
        return True
    return _is_doing(here)


def _is_about(before: Sequence[str]) -> bool:
    """Return whether what stands before a name is the thing, and this what it is about."""
    return bool(before and _ABOUT.fullmatch(before[-1])) and not _is_doing(before)


def _is_doing(words: Iterable[str]) -> bool:
    return all(_BESIDE.fullmatch(word) or _DOING.fullmatch(word) for word in words)
