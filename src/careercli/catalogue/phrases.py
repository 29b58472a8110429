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
_LONG = 8  # letters of one that stays what it is beside its kind (but medical coding is no coding)

_TELLING = ("tool", "language", "knowledge")
"""The kinds of skill that a single word tells of, beside nothing but how well."""
_TOOLS = ("tool", "language")

_BESIDE = re.compile(
    r"\d+\+?|[abc][12]|years?|jaar|jaren|of|in|with|met|de|het|the|a|een|and|en|as|als|op|at|for|voor|"
    r"(goede?|good|strong|sterke?|zeer|very|ruime?|extensive|solid|excellent|uitstekende?|goed|"
    r"advanced|basics?|basis|intermediate|expert|gevorderde?|proficient|fluent(ly)?|vloeiend|"
    r"native|moedertaal|mother|tongue|level|niveau|woord|geschrift|schrift|spoken|written|speaking|"
    r"spreken|schrijven|lezen|reading|writing)|"
    r"(kennis|knowledge|ervaring|experience|experienced|ervaren|werken|working|work|user|gebruiker|"
    r"using|use|skills?|vaardigheden|certified|certificate|certificaat|gecertificeerd|diploma|course|"
    r"cursus|training|certification|licen[cs]e)"
)
"""What may stand beside the name of a skill: how well, how long, and that one has it."""
_DOING = re.compile(
    r"(assist|perform|conduct|maintain|handl|provid|develop|creat|schedul|organi[sz]|coordinat|"
    r"monitor|implement|process|operat|prepar|manag|ensur)(e?s|e?d|ing|e|ion|ation)?|out|"
    r"help(s|ed|ing)?|uses|carr(y|ies|ied|ying)|writes?|runs?|running|do|does|doing|makes?|making|"
    r"made|uitvoeren|opstellen|maken|verzorgen|bijhouden|verwerken|beheren|begeleiden|verrichten|"
    r"afnemen|coordineren|organiseren|gebruiken|gebruik|bedienen|plannen|omgaan|omgang|zorgen|"
    r"zelfstandig|effective|efficient|general|various|diverse|daily|dagelijkse?|alle|all|lichte?|"
    r"light|basic|dutch|nederlandse?"
)
"""What may stand before it: that one does it, and how."""
_DONE = re.compile(
    r"functions?|dut(y|ies)|tasks?|techniques?|process(es)?|procedures?|methods?|strateg(y|ies)|"
    r"campaigns?|activities|principles|systems?|software|programs?|tools?|specialist|pro|"
    r"werkzaamheden|taken|technieken|methoden?|methodes|processen|activiteiten|systemen|campagnes?|"
    r"programma( s)?|uitvoeren|opstellen|maken|verzorgen|bijhouden|verwerken|beheren|afnemen|"
    r"verrichten|geven|doen"
)
"""What may stand behind it and says no more."""
_WHERE = re.compile(
    r"for|in|at|with|on|to|from|including|under|using|through|via|within|during|by|per|"
    r"voor|bij|met|op|aan|als|uit|tot|om|binnen|tijdens"
)
"""With what a phrase goes on that says for whom, with what or where: the thing itself is said."""
_OF_WHAT = re.compile(r"of|the|an?|van|de|het|een")
"""With what it goes on that says of what: a word alone may be another then (knippen van plaat)."""
_AND = ("and", "en", "&")
_KIND_OF = re.compile(r"[a-z]{2,}(lijke|ische|[aei]le|ieve|ende|ige|bare|same|al|ic|ive)")
"""What an adjective looks like: digitale rapportages are rapportages."""
_NOT = re.compile(
    r"no|not|none|never|without|wants?|wanting|learn(s|ing)?|interest(s|ed)?|hope|like|"
    r"geen|niet|nooit|zonder|wil|willen|leren|interesse|geinteresseerd|ambitie"
)
"""Beside it, what is named is not had."""

_HEADING = re.compile(
    r"(other|overige?|personal|persoonlijke?|relevant[e]?|technical|technische?|computer|key|core|"
    r"soft|hard|professional|professionele?|areas?|summary|my|mijn|main|special|specific|additional|"
    r"software|tools?|programs?|programma s|languages?|talen|courses?|cursussen|trainingen|"
    r"opleidingen|competenc(e|y|ies)|competenties?|kwaliteiten|eigenschappen|qualities|abilities|"
    r"strengths|expertise|interests?|interesses?|hobb(y|ies|y s)|qualifications?|licen[cs]es?|"
    r"certifications?|certificates|certificaten|kernkwaliteiten|vaardigheid|proficienc(y|ies))"
)
"""Of what a heading in a resume is made, that is no skill itself."""


class _Name(NamedTuple):
    """A name in a phrase: from which word to which, and what it is the name of."""

    start: int
    end: int
    row: Row

    @property
    def is_one_word(self) -> bool:
        """Whether it may be a word of any text."""
        return self.end - self.start == 1


def says_no_more(words: Iterable[str]) -> bool:
    """Return whether words say no more than how well, how long or that one has something."""
    return all(map(_BESIDE.fullmatch, words))


def is_heading(phrase: str) -> bool:
    """Return whether a phrase says nothing but that skills follow: Overige vaardigheden."""
    words = name_key(phrase).split()
    return all(_HEADING.fullmatch(word) or _BESIDE.fullmatch(word) for word in words)


def skills_inside(catalogue: Catalogue, phrase: str) -> list[int]:
    """Return the skills of ours, by number, that a phrase names among other words."""
    words = name_key(phrase.partition(":")[0]).split()
    if len(words) > _MOST_WORDS:
        return []
    names = _names_in(catalogue, words)
    taken = {place for name in names for place in range(name.start, name.end)}
    others = [word for place, word in enumerate(words) if place not in taken]
    if any(map(_NOT.fullmatch, others)):
        return []
    tells = _TELLING if says_no_more(others) else ()
    meant = [
        name for name in names if name.row["kind"] in tells or _is_meant(catalogue, name, words)
    ]
    return list(dict.fromkeys(name.row["skill"] for name in meant))


def _names_in(catalogue: Catalogue, words: Sequence[str]) -> list[_Name]:
    """Return the names in a phrase, the longest first, each word in one of them."""
    spans = [
        (start, start + size)
        for size in range(min(len(words), _MOST_IN_NAME), 0, -1)
        for start in range(len(words) - size + 1)
    ]
    rows = catalogue.rows(
        "SELECT key, skill, kind FROM skill_name JOIN skill ON number = skill "
        "WHERE rank < :imported AND key IN (SELECT value FROM json_each(:keys)) ORDER BY rank DESC",
        keys=json.dumps([" ".join(words[start:end]) for start, end in spans]),
        imported=IMPORTED,
    )
    known = {row["key"]: row for row in rows}
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


def _is_meant(catalogue: Catalogue, name: _Name, words: Sequence[str]) -> bool:
    """Return whether the words around a name leave it what it is."""
    before, behind = words[: name.start], words[name.end :]
    if not name.is_one_word:  # grading and drainage plans: what stands before "and" may go on
        return _is_said(behind) or behind[0] in _AND or bool(_OF_WHAT.fullmatch(behind[0]))
    key = name.row["key"]
    if len(key) < _SHORTEST or _DOING.fullmatch(key):
        return False
    if name.row["kind"] in _TOOLS and _means_nothing_else(catalogue, key):
        return True
    return _is_said(behind) and _is_whole(before, may_be_a_kind=len(key) >= _LONG)


def _is_said(behind: Sequence[str]) -> bool:
    """Return whether a name is not the beginning of another: what is behind it is said of it."""
    while behind and _DONE.fullmatch(behind[0]):
        behind = behind[1:]
    return not behind or bool(_WHERE.fullmatch(behind[0])) or says_no_more(behind)


def _is_whole(before: Sequence[str], *, may_be_a_kind: bool) -> bool:
    """Return whether a name begins with its word: only doing it, or its kind, is before it."""
    last_and = max((place for place, word in enumerate(before) if word in _AND), default=-1)
    here = before[last_and + 1 :]
    if may_be_a_kind and len(here) == 1 and _KIND_OF.fullmatch(here[0]):
        return True
    return all(_BESIDE.fullmatch(word) or _DOING.fullmatch(word) for word in here)


def _means_nothing_else(catalogue: Catalogue, word: str) -> bool:
    """Return whether no other skill has a word in a name: Excel; but not Office, or Teams."""
    rows = catalogue.rows(
        "SELECT DISTINCT skill FROM skill_name WHERE rank < :imported "
        "AND instr(' ' || key || ' ', :word) LIMIT 2",
        word=f" {word} ",
        imported=IMPORTED,
    )
    return len(rows) == 1
