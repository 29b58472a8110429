"""How names are compared, and which characters may reach a screen."""

import re
import unicodedata

_CONTROL = ("Cc", "Cs", "Cf")
# A quick look before the slow one: plain ASCII, Latin letters and the signs that pages use.
_MAYBE_CONTROL = re.compile(r"[^\t\n -~\u00a0-\u00ac\u00ae-\u024f–—‘’“”…€→↑↗↘≥●]")


_NOT_IN_A_KEY = re.compile("[^a-z0-9+#]+")


def name_key(name: str) -> str:
    """Return how a title is compared: no accents, no case, no punctuation, single spaces."""
    if name.isascii():  # the same by a shorter way: a hundred thousand titles come through here
        return _NOT_IN_A_KEY.sub(" ", name.lower()).strip()
    plain = unicodedata.normalize("NFKD", name).casefold()
    plain = unicodedata.normalize("NFKD", plain).casefold()
    kept = (c if c.isalnum() or c in "+#" else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(kept).split())


def compound_key(name: str) -> str:
    """Return how a Dutch title is compared, in one word or more: data-analist, data analist."""
    return name_key(name).replace(" ", "")


def without_brackets(title: str) -> str:
    """Return a title without what stands in brackets behind it: bbl (a way to learn)."""
    return title.partition(" (")[0]


_MOST_READINGS = 5
_FOR_ALL = re.compile(r"\(?\b[mvfxd](/[mvfxd])+\b\)?", re.IGNORECASE)  # m/v, (m/v/x), m/f/d


_FOR_ALL_AND_ON = re.compile(r"\([mvfxd](/[mvfxd])+\).*", re.IGNORECASE)
"""What follows it is where and how: (m/v/x) Amsterdam, hybride."""

_LETTERS = re.compile(r"([^\W\d_]\.){2,}[^\W\d_]?\.?")


def readings(title: str) -> tuple[str, ...]:
    """Return the names that a title with a slash or a comma may be read as, each by itself.

    A UX/UI designer is a UX designer and a UI designer; a nurse, registered is a registered nurse,
    and a teacher of physics a physics teacher.
    """
    if (bare := _FOR_ALL.sub("", title).strip()) != title.strip():
        return (bare, *readings(bare))
    if _LETTERS.fullmatch(title.strip()):  # R.N.
        return (title.replace(".", ""),)
    first, _comma, last = (part.strip() for part in title.partition(","))
    if last and "," not in last:
        return (f"{last} {first}",)
    head, of, field = title.partition(" of ")
    if of and "/" not in title:
        return (f"{field} {head}",)
    words = [title] if re.search(r"\s/|/\s", title) else title.split()
    place = next((i for i, word in enumerate(words) if "/" in word.strip("/")), len(words))
    sides = [side.strip() for side in "".join(words[place : place + 1]).split("/") if side.strip()]
    before, after = words[:place], words[place + 1 :]
    return tuple(" ".join((*before, side, *after)) for side in sides[:_MOST_READINGS])


_ASIDE = re.compile(
    r"(?<!\w)(senior|sr|junior|jr|medior|mid[- ]level|entry[- ]level|starter|trainee|leerling|"
    r"apprentice|graduate|intermediate|level \d|i(?=\s*$)|i{2,3}|iv|gediplomeerd|qualified|"
    r"ervaren|experienced|"
    r"part[- ]?time|full[- ]?time|ft|pt|parttimer?|fulltime|flex|remote|hybride?|thuiswerk|"
    r"seasonal|casual|temporary|oproep|tijdelijk|interim|bijbaan|vakantiewerk|weekend|zzp|"
    r"freelance|all shifts|vacature|bbl|"
    r"(€|\$|£|eur) ?\d[\d.,]*( (per|an?) (uur|hour|maand|month))?|"
    r"\d+( ?[-/] ?\d+)? ?(u|uur|uren|hours|hrs|h|%)( per week| pw)?|"
    r"(band|grade|scale) ?\d+[a-d]?|per diem|prn|maternity cover|immediate start|asap|"
    r"wanted|required|needed|gezocht|gevraagd|"
    r"(dutch|english|german|french|spanish|polish)[- ]speaking|"
    r"\d[.,]\d+ ?(fte)?|fte|[a-z]*\d{3,}[a-z\d]*)(?!\w)\.?",
    re.IGNORECASE,
)
"""Words of an advertisement that are about the level, the hours or the contract, not the job."""


_SHORT_FOR = {
    "acct": "account",
    "admin": "administrative",
    "asst": "assistant",
    "assoc": "associate",
    "coord": "coordinator",
    "dir": "director",
    "exec": "executive",
    "maint": "maintenance",
    "mgmt": "management",
    "mgr": "manager",
    "ops": "operations",
    "rep": "representative",
    "reps": "representatives",
    "rn": "registered nurse",
    "spec": "specialist",
    "supv": "supervisor",
    "svc": "service",
    "svcs": "services",
    "tech": "technician",
    "vp": "vice president",
    "hfd": "hoofd",
    "wvb": "werkvoorbereider",
}
_SHORT = re.compile(rf"(?<!\w)(?:{'|'.join(_SHORT_FOR)})(?!\w)\.?", re.IGNORECASE)
_IN_SHORT = {_SHORT_FOR[word]: word for word in ("rn", "vp")}
_LONG = re.compile(rf"(?<!\w)(?:{'|'.join(_IN_SHORT)})(?!\w)", re.IGNORECASE)


def written_out(title: str) -> str:
    """Return a title with the short forms of advertisements written out: a Sales Mgr."""
    return _SHORT.sub(lambda found: _SHORT_FOR[found[0].rstrip(".").lower()], title)


def shortened(title: str) -> str:
    """Return a title with what is mostly shortened in short: a vice president is a VP."""
    return _LONG.sub(lambda found: _IN_SHORT[found[0].lower()], title)


_IN_FRONT = re.compile(
    r"^((the|an?|de|het|een|lead|principal|expert|associate|acting)\s+(?=\S))+|"
    r"^(join (us|our team) as|become|work as|looking for|seeking|apply now:|word|wij zoeken|"
    r"gezocht:|vacature:?)\s+((the|an?|een)\s+)?(?=\S)",
    re.IGNORECASE,
)
"""What stands before a job: an article, the rank among those of the same one, an advertisement."""


def plain_title(title: str) -> str:
    """Return the job in a title as an advertisement has it: what is beside it is set aside.

    That is what stands in brackets, or after a dash or a bar (a place, a department), and words
    for level, hours and contract: "Senior Buyer - Part Time (m/v)" is a buyer. What follows a
    comma is not: "cleaner, vehicles" is another job than a cleaner.
    """
    plain = _plainer(_FOR_ALL_AND_ON.sub("", title) or title)
    return plain if plain == title else plain_title(plain)


_EMPLOYER = re.compile(r"(?<=\S)\s(?:bij|at)\s(?:(?:de|het|een|the)\s)?(?=[A-Z]).*")
"""Where somebody works, by its name: quality engineer bij Douwe Egberts, buyer at the NHS."""


def without_employer(title: str) -> str:
    """Return a title without the name of who somebody works for."""
    return _EMPLOYER.sub("", title)


_BESIDE = (
    r"\s[-–—|~·?]\s|[;|]|"
    r"(?<=\w)[-–—]\s(?!(?:en|of|and|or)\b)|\s[-–—](?=[A-Z])|-(?=[A-Z][\w. ]*,\s?[A-Z]{2}\b)"
)
"""What parts a job in an advertisement from what stands beside it: a dash with a space on one side
at least (but no tuin- en parkmedewerker), or a town with its state behind."""


def parts_of(title: str) -> list[str]:
    """Return what stands between the dashes and bars of a title, each as a job is."""
    parts = (plain_title(part) for part in re.split(_BESIDE, title))
    return [part for part in parts if part]


def _plainer(title: str) -> str:
    first = re.split(rf"{_BESIDE}|\(", re.sub(r"\([^)]*\)", " ", title), maxsplit=1)[0]
    kept = _IN_FRONT.sub("", " ".join(_ASIDE.sub(" ", first).split()))
    return re.sub(r"(\s*,)+\s*$|,(\s*,)+", ",", kept).strip(" ,")  # no comma is left alone


def as_slug(title: str) -> str:
    """Return the slug that a title or file name would have."""
    return "-".join(re.findall("[a-z0-9]+", name_key(title)))


LONGEST_SLUG = 80
_DEVICES = re.compile(r"con|prn|aux|nul|(com|lpt)\d")  # no file names on Windows


def is_usable_slug(slug: str) -> bool:
    """Return whether a file may have this name on every system."""
    return 0 < len(slug) <= LONGEST_SLUG and not _DEVICES.fullmatch(slug)


def is_control(char: str) -> bool:
    """Return whether a character could steer a terminal, hide itself or reorder a line."""
    return char not in "\n\t" and unicodedata.category(char) in _CONTROL


def control_characters_in(text: str) -> set[str]:
    """Return the steering characters of a text; quick where there are none."""
    if text.isprintable() or not _MAYBE_CONTROL.search(text):
        return set()
    return {char for char in set(text) if is_control(char)}


def sanitize(text: str) -> str:
    """Return the text with every steering character replaced by a visible mark."""
    if not control_characters_in(text):
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if is_control(c) else c for c in text)
