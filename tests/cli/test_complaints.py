"""Wrong input at every door: what is wrong, and what to type instead, in the reader's language."""

import re
from typing import NamedTuple

import pytest

from careercli.cli.commands import COMMANDS
from careercli.locale import LANGUAGES
from tests.conftest import Run
from tests.dutch import english_in


class Wrong(NamedTuple):
    """Wrong input: words of it that are named, and what is told to type in both languages."""

    typed: str
    words: str
    en: str
    nl: str
    code: int = 2


PERIODS = "hour, month, year", "uur, maand, jaar"
CASES = (
    # nothing where something belongs
    Wrong("show", "show --help", "missing: ROLE\n", "ontbreekt: BEROEP\n"),
    Wrong("search", "search --help", "missing: WORDS\n", "ontbreekt: WOORDEN\n"),
    Wrong(
        "compare", "compare --help", "missing: ROLE ROLE [ROLE ...]", "BEROEP BEROEP [BEROEP ...]"
    ),
    Wrong("compare fog-counter", "compare", "two to five", "twee tot vijf"),
    Wrong("vacancies", "vacancies --help", "missing: ROLE\n", "ontbreekt: BEROEP\n"),
    Wrong("new", "new --help", "missing: TITLE\n", "ontbreekt: TITEL\n"),
    Wrong("import", "import --help", "esco, onet, list, remove", "esco, onet, list, remove"),
    Wrong("import esco", "esco --help", "missing: PATH\n", "ontbreekt: PAD\n"),
    Wrong("import remove", "remove --help", "missing: NAME\n", "ontbreekt: NAAM\n"),
    Wrong("show fog-counter --section", "--section", "needs a value", "hoort een waarde"),
    Wrong("list --work", "--work", "needs a value", "hoort een waarde"),
    Wrong("--per", "--per", "needs a value", "hoort een waarde"),
    # too much
    Wrong("list extra words", "extra words", "list --help", "list --help"),
    Wrong("paths extra", "extra", "paths --help", "paths --help"),
    Wrong("show fog-counter --plain=yes", "--plain", "takes no value", "hoort geen waarde"),
    Wrong("list --limit 3 --all", "--limit", "give one of them", "geef er"),
    Wrong("show fog-counter --brief --section ai", "--brief", "give one of them", "geef er"),
    # a word of no list
    Wrong("show fog-counter --per week", '--per: "week"', *PERIODS),
    Wrong("ladder fog-counter --per week", '--per: "week"', *PERIODS),
    Wrong("config per week", 'per: "week"', *PERIODS),
    Wrong("config hour 3", '"hour"', "lang, per, hours", "taal, per, uren"),
    Wrong("show fog-counter --format docx", '--format: "docx"', "text, json", "tekst, json"),
    Wrong("list --format toml", '--format: "toml"', "json, md, html, svg, csv", "tekst, json, md"),
    Wrong("show fog-counter --section salery", '"salery"', "Did you mean salary?", "loon"),
    Wrong("list --level boss", '--level: "boss"', "junior, mid-level", "junior, medior"),
    Wrong("list --level junior,boss", '--level: "boss"', "junior, mid-level", "junior, medior"),
    Wrong("list --sort height", '--sort: "height"', "title, category", "titel, vakgebied"),
    Wrong("list --with-diploma zzz", '--with-diploma: "zzz"', "none, mbo-1", "geen-diploma, mbo-1"),
    Wrong("list --interest zzz", '--interest: "zzz"', "realistic, inv", "praktisch, onder"),
    Wrong("list --work zzz", '--work: "zzz"', "nights, outdoors", "nachten, buiten"),
    Wrong("list --without zzz", '--without: "zzz"', "nights, outdoors", "nachten, buiten"),
    Wrong("list --profile XY", '--profile: "XY"', "NT, EM", "natuur-techniek"),
    Wrong("list --subject zzz", '--subject: "zzz"', "mathematics, physics", "wiskunde"),
    Wrong("list --skill pyton", '"pyton"', "Did you mean Python?", "Bedoel je Python?"),
    Wrong("list --origin mars", '--origin: "mars"', "shipped, user", "meegeleverd, eigen"),
    Wrong("completion tcsh", '"tcsh"', "SHELL: ", "SHELL: "),
    Wrong("import foo", '"foo"', "esco, onet, list, remove", "esco, onet, list, remove"),
    Wrong("help nonsense", '"nonsense"', "show, search, list", "show, search, list"),
    # no number, no amount
    Wrong("show fog-counter --hours 0", '--hours: "0"', "1 to 80", "1 tot 80"),
    Wrong("ladder fog-counter --depth x", '--depth: "x"', "1 or more", "1 of meer"),
    Wrong("list --limit 0", '--limit: "0"', "for example 3", "bijvoorbeeld 3"),
    Wrong("list --min-salary much", '--min-salary: "much"', "60000", "60000"),
    Wrong("vacancies fog-counter --open 99", "--open 99", "2 sites", "2 sites"),
    # no such option
    Wrong("list --levl x", "--levl", "Did you mean --level?", "Bedoel je --level?"),
    Wrong("show fog-counter --plian", "--plian", "Did you mean --plain?", "Bedoel je --plain?"),
    Wrong("check --fixx", "--fixx", "Did you mean --fix?", "Bedoel je --fix?"),
    Wrong("list -x", "-x", "list --help", "list --help"),
    Wrong("--nonsense", "--nonsense", "careers --help", "careers --help"),
    # nothing found
    Wrong("show nobody", '"nobody"', "careers search nobody", "careers search nobody", 1),
    Wrong("nobody", '"nobody"', "careers search nobody", "careers search nobody", 1),
    Wrong("serch", '"serch"', "Did you mean careers search?", "Bedoel je careers search?"),
    Wrong("sources nobody", '"nobody"', "careers list", "careers list", 1),
    Wrong("explain zzz", '"zzz"', "careers explain", "careers explain", 1),
    Wrong("import remove mars", '"mars"', "was imported", "geïmporteerd", 1),
    Wrong("check nowhere.toml", "nowhere.toml", "no such file", "is er niet"),
)
IN_CODE = re.compile(r"[<>{}]|\bNone\b|\bTrue\b|u?'[^' ]*'|\[Errno|Error\b|\btype\b")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES, ids=[case.typed for case in CASES])
def test_it_is_told_what_is_wrong_and_what_to_type(case: Wrong, language: str, ask: Run) -> None:
    """On stderr, in one form and one language, with nothing of how it is written in the code."""
    done = ask(*case.typed.split(), CAREERS_LANG=language)
    assert (done.returncode, done.stdout) == (case.code, "")
    first, *more = done.stderr.splitlines()
    assert first.startswith("careers: ")
    assert all(row.startswith("  ") for row in more)
    assert all(word in done.stderr for word in case.words.split())
    assert {"en": case.en, "nl": case.nl}[language] in done.stderr
    assert not IN_CODE.search(done.stderr)
    if language == "nl":
        names = (*COMMANDS, *case.typed.split(), r"careers [\w -]+", r"--[\w-]+")
        assert english_in(re.sub(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", "", done.stderr)) == []
        assert done.stderr != ask(*case.typed.split(), CAREERS_LANG="en").stderr


def test_it_repeats_little_and_nothing_that_steers(ask: Run) -> None:
    """However much was typed."""
    for typed in (["list", f"--{'x' * 5000}"], ["paths", "y" * 5000], ["import", "z" * 5000]):
        done = ask(*typed)
        assert done.returncode == 2
        assert len(done.stderr) < 300
    for typed in (["list", "--\x1b[2J"], ["paths", "\x1b[2J"], ["list", "--sort", "\x1b[2J"]):
        assert "\x1b" not in ask(*typed).stderr
