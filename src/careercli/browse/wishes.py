"""What is typed in the filters: the name of one, an amount, or several wishes in a sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from careercli.browse.facets import LISTS, Facet, facets, label_of, least_pay, title_of
from careercli.browse.state import FLAG, ONE, Option
from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.listing import Filters, read_amount
from careercli.catalogue.skills import skills_begun
from careercli.choices import PERIODS, Choices
from careercli.errors import UsageError
from careercli.locale import translate as _
from careercli.names import name_key
from careercli.render.words import Words

_SKILLS = 40  # that are offered for what was typed
_LONGEST = 7  # words of a wish
_KEPT = 512  # skills by name: those of a sentence are asked for again with each letter
_FEW = 8  # least pays with which all options are known
_TELLING = 5  # letters of a word that may go on: outdo(ors), and not find(ing out)
_LEAST = 10  # EUR; a number below is none that anybody earns, not even an hour

_NOT = {"no", "not", "never", "without", "geen", "niet", "nooit", "zonder", "free", "vrij", "vrije"}
_OFF = {"off", "free", "vrij", "not", "niet"}  # behind what is refused: weekends off
_OR, _AND = {"or", "nor", "of", "noch"}, {"and", "en"}
"""What refuses the next too: no nights or weekends; "and", if that is of the same kind."""
_LINKS = {*_OR, *_AND, "but", "maar"}

_NO_FILTER = {
    *("hard", "difficult", "moeilijk", "under", "below", "less", "max", "maximum"),
    *("onder", "minder", "maximaal", "hoogstens", "hooguit", "tot", "most", "up", "net", "netto"),
    *("between", "tussen"),
}
"""There is no filter for a most pay, pay after tax or scarce work: what follows must not become
another."""
_MUCH = {"well", "good", "high", "lot", "lots", "goed", "hoog", "hoge", "veel"}
_PAY = {
    *("paid", "pay", "pays", "paying", "salary", "earn", "earns", "earning", "money"),
    *("betaald", "betaalt", "verdienen", "verdient", "verdien", "loon", "salaris", "geld"),
}
"""Much pay is none that can be asked for without an amount."""
_OF_ANYTHING = _MUCH | {"short"}

_SAY_NOTHING = {
    *("a", "an", "and", "are", "as", "at", "by", "for", "has", "have", "i", "in", "is", "it"),
    *("job", "jobs", "like", "of", "on", "or", "that", "the", "to", "want", "with", "work", "am"),
    *("aan", "als", "baan", "banen", "bij", "de", "dat", "die", "een", "en", "er", "heb", "het"),
    *("ik", "met", "naar", "of", "om", "op", "te", "van", "voor", "werk", "wil", "my", "mijn"),
    *("which", "where", "waar", "works", "working", "werken", "should", "must", "moet", "diploma"),
    *("s", "nor", "noch", "than", "dan", "please", "graag", "also", "ook", "but", "maar"),
    *("more", "meer", "wel", "nodig", "needed", "required", "find", "you", "can", "do", "me"),
    *("something", "anything", "iets", "kan", "kunt", "kunnen", "je", "zoek", "zoeken", "vind"),
    *("vinden", "looking", "would", "be", "doen", "need"),
}
"""Words that may stand between wishes, and are none."""

_BEFORE_PAY = {
    *("pay", "pays", "paying", "earn", "earns", "earning", "salary", "over", "above", "more"),
    *("than", "at", "least", "from", "minimum", "min", "eur", "euro", "euros"),
    *("verdient", "verdienen", "verdien", "loon", "salaris", "boven", "meer", "dan", "minstens"),
    *("minimaal", "vanaf", "ten", "minste", "betaalt", "that", "die", "and", "en"),
}
_BETWEEN = _SAY_NOTHING | _BEFORE_PAY
_SLASH = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")  # nights/weekends
_HOURS = re.compile(r"\d{1,2}([-–]\d{1,2})? ?(hours|hrs|uur|uren)")
_NET = re.compile(
    r"[€\d][\d.,k]* (eur |euro |euros )?(net|netto)\b( (a|per|een) \w+)?", re.IGNORECASE
)
_BEFORE_PERIOD = {"a", "an", "per", "een", "gross", "bruto", "euro", "euros", "eur"}

_ALSO = {
    FLAG: (
        *("easy", "easy to find", "easy to find work", "easy to get", "short of people"),
        *("shortage", "tight", "in demand", "makkelijk", "makkelijk werk vinden", "veel vraag"),
        *("makkelijk werk te vinden", "makkelijk te vinden", "krap", "krapte", "tekort"),
    )
}
"""Further words for options that stand in no list."""


class _Named:
    """An option with every name of it, as names are compared."""

    def __init__(self, option: Option, names: Iterable[str], title: str) -> None:
        self.option, self.title = option, title
        self.names = frozenset(map(name_key, names))
        self._compounds = {name.replace(" ", "") for name in self.names}
        self._words = _starts(" ".join((name_key(title), *self.names)))

    def has(self, keys: list[str]) -> bool:
        """Return whether words of names, or of the heading, begin as all of these."""
        return all(any(word.startswith(key) for word in self._words) for key in keys)

    def is_called(self, key: str) -> bool:
        """Return whether that is a name, in one word or more: mbo3, mbo-3, mbo 3."""
        return key.replace(" ", "") in self._compounds

    def begins(self, key: str) -> bool:
        """Return whether a name begins so: not by what is said of anything, as in veel vraag."""
        begun = (key + " ", key) if len(key) >= _TELLING else (key + " ",)
        return key not in _OF_ANYTHING and any(name.startswith(begun) for name in self.names)


def _starts(text: str) -> frozenset[str]:
    """Return the words of a text, and each with the next: mbo3 is mbo 3."""
    words = text.split()
    return frozenset((*words, *(one + other for one, other in pairwise(words))))


class _Offered:
    """All options, under their headings, and apart those for what is wanted and for what is not."""

    def __init__(self, headings: list[Facet], named: Iterable[_Named]) -> None:
        self.facets = headings
        self.all = tuple(named)
        self.wanted = tuple(one for one in self.all if one.option.facet != "without")
        self.unwanted = tuple(one for one in self.all if one.option.facet == "without")


def cannot_be_asked(text: str) -> bool:
    """Return whether words refuse or limit something: as words of a text they find the opposite."""
    keys = name_key(text).split()
    has_amount = any(key.isdigit() for key in keys)
    return (
        (len(keys) > 1 and not _NOT.isdisjoint(keys))
        or (has_amount and not _NO_FILTER.isdisjoint(keys))
        or not (_MUCH.isdisjoint(keys) or _PAY.isdisjoint(keys))
        or (bool(keys) and _MUCH.issuperset(keys))
    )


class Wishes:
    """Reads what is typed as filters that can be set, for one reader."""

    def __init__(self, catalogue: Catalogue, words: Words) -> None:
        self._catalogue, self._words = catalogue, words
        self._all_with = lru_cache(_FEW)(self._all)
        self._skill = lru_cache(_KEPT)(self._skill_called)

    def typed(self, text: str, filters: Filters) -> list[Facet]:
        """Return what can be set as it is called so, else all that a sentence wishes for."""
        if not text.strip():
            return self._offered(filters).facets
        if found := self._called(text, filters):
            return found
        meant = self.meant(text, filters)
        return [meant] if meant else []

    # The name of one

    def _called(self, text: str, filters: Filters) -> list[Facet]:
        """Return the options of which the names, or the heading, have the words that were typed.

        Those with an option that is called just so come first.
        Skills are found by any name, and an amount is a least pay.
        """
        keys = name_key(text).split()
        found: dict[str, list[Option]] = {}
        whole = set()
        if amounts := [*_amounts(self._words, text)]:
            found[title_of("min_salary")] = amounts
            whole.add(title_of("min_salary"))
        refused = keys[1:] if keys and keys[0] in _NOT else None
        name = " ".join(refused or keys)
        for one in self._offered(filters).all:
            is_refused = refused and one.option.facet == "without" and one.has(refused)
            if is_refused or one.has(keys):
                found.setdefault(one.title, []).append(one.option)
            if one.is_called(name):
                whole.add(one.title)
        if keys and not filters.groups:
            skills = skills_begun(self._catalogue, text, _SKILLS)
            for key, label in skills:
                found.setdefault(title_of("skill"), []).append(Option("skill", key, label))
        called = [Facet(title, tuple(dict.fromkeys(options))) for title, options in found.items()]
        return sorted(called, key=lambda facet: facet.title not in whole)

    def _offered(self, filters: Filters) -> _Offered:
        """Return the options: of all that is set only a least pay, or groups, makes others."""
        return self._all_with(Filters(groups=filters.groups, min_salary=filters.min_salary))

    def _all(self, filters: Filters) -> _Offered:
        headings = facets(self._catalogue, self._words, filters)
        named = (
            _Named(option, self._names(option), facet.title)
            for facet in headings
            for option in facet.options
        )
        return _Offered(headings, named)

    def _names(self, option: Option) -> Iterator[str]:
        yield from (option.label, option.value, *_ALSO.get(option.facet, ()))
        if name := LISTS.get(option.facet):
            yield from self._catalogue.names(name, option.value)

    # Several in a sentence

    def meant(self, text: str, filters: Filters) -> Facet | None:
        """Return all that a sentence wishes for, and which of its words are left; None if nothing.

        A single word may be a sentence too.
        """
        meant: list[Option] = []
        left: list[str] = []
        for part in re.split(r"[;&\n]|,(?!\d)", text):
            words = _SLASH.sub(" or ", part).split()
            neither = not {"nor", "noch"}.isdisjoint(map(name_key, words))
            before, link, said = None, "", ""
            while words:
                taken, option = self._first(words, filters)
                word = name_key(words[0])
                if option:
                    if option.facet == "work" and _is_off(words[taken:]):
                        option, taken = _refused(option), taken + 1
                    if neither or self._goes_on(before, link, option):
                        option = _refused(option)
                    meant = self._with(meant, option, left)
                    before, link, said = option, "", " ".join(words[:taken])
                elif before and word in _OR | _AND:
                    link = word
                elif taken > 1 or word not in {"", *_BETWEEN}:
                    if taken == 1 and not link and before in meant and _is_refused(before):
                        meant.remove(before)  # no customer contact: it was of something else
                        left.append(said)
                    left.append(" ".join(words[:taken]))
                words = words[taken:]
        if not meant:
            return None
        options = tuple(map(self._beside_others, dict.fromkeys(meant)))
        words_left = " ".join(dict.fromkeys(left))
        return Facet(_("Enter sets all of these"), options, together=True, left=words_left)

    def _goes_on(self, before: Option | None, link: str, option: Option) -> bool:
        """Return whether what was refused goes on: no nights or weekends."""
        if before is None or before.facet != "without" or option.facet != "work":
            return False
        kinds = {self._catalogue.more("work", one.value)["group"] for one in (before, option)}
        return link in _OR or (link in _AND and len(kinds) == 1)

    def _with(self, meant: list[Option], option: Option, left: list[str]) -> list[Option]:
        """Return what is meant with one more; what contradicts it is left, and so is that itself.

        Of what can be one thing at a time the last that was said is meant.
        """
        if any(_contradict(one, option) for one in meant):
            left.append(self._beside_others(option).label)
            left += [self._beside_others(one).label for one in meant if _contradict(one, option)]
            return [one for one in meant if not _contradict(one, option)]
        if option.facet in ONE:
            left += [one.label for one in meant if one.facet == option.facet and one != option]
            meant = [one for one in meant if one.facet != option.facet]
        return [*meant, option]

    def _beside_others(self, option: Option) -> Option:
        """Return an option with a label that says what it is without a heading."""
        if option.facet != "without":
            return option
        label = label_of(self._catalogue, self._words, option.facet, option.value)
        return option._replace(label=label)

    def _first(self, words: list[str], filters: Filters) -> tuple[int, Option | None]:
        """Return the wish with which a sentence begins, and of how many words it is.

        What is not wished for and is no filter is left as a whole: it must not become a wish.
        """
        if _HOURS.fullmatch(" ".join(words[:2])):
            return 2, None
        if net := _NET.match(" ".join(words)):
            return len(net[0].split()), None
        for count in range(min(len(words), _LONGEST), 0, -1):
            if option := self._wish(" ".join(words[:count]), filters):
                return count, option
        if name_key(words[0]) not in _NOT | _NO_FILTER:
            return 1, None
        taken = 1 + _count_between(words[1:])
        if name_key(words[0]) in {"between", "tussen"}:
            return len(words), None
        if name_key(words[0]) in _NOT:  # of what is refused so all words up to the next thing
            refused = takewhile(lambda word: name_key(word) not in _LINKS, words[taken:])
            return taken + len([*refused]), None
        rest = words[taken:]
        return taken + (self._first(rest, filters)[0] if rest else 0), None

    def _wish(self, phrase: str, filters: Filters) -> Option | None:
        """Return the one option that a phrase names: by a whole name, else as no other does."""
        key = name_key(phrase)
        is_name = phrase.isupper() and len(key) > 1  # IT
        if not key or key in _NOT | _NO_FILTER or (key in _BETWEEN and not is_name):
            return None
        if amounts := [*_amounts(self._words, phrase)]:
            return amounts[0]
        first, *rest = key.split()
        offered = self._offered(filters)
        if found := _only(offered.wanted, key):
            return found
        if first in _NOT:
            refused = " ".join(rest[_count_between(rest) :])
            return _only(offered.unwanted, refused)
        return None if filters.groups else self._skill(key)

    def _skill_called(self, key: str) -> Option | None:
        found = skills_begun(self._catalogue, key, _SKILLS)
        same = (Option("skill", skill, label) for skill, label in found if name_key(label) == key)
        return next(same, None)


def _refused(option: Option) -> Option:
    """Return a mark of the working life as one that is not wanted; others as they are."""
    return option._replace(facet="without") if option.facet == "work" else option


def _is_off(words: list[str]) -> bool:
    """Return whether what was said before is not wanted: weekends off, heavy lifting not."""
    word = name_key(words[0]) if words else ""
    return word in _OFF and (len(words) == 1 or word not in _NOT)


def _is_refused(option: Option | None) -> bool:
    return option is not None and option.facet == "without"


def _contradict(one: Option, other: Option) -> bool:
    """Return whether one is what the other is without."""
    return one.value == other.value and {one.facet, other.facet} == {"work", "without"}


def _count_between(words: list[str]) -> int:
    """Return with how many words that say nothing a sentence begins."""
    return len([*takewhile(lambda word: name_key(word) in _SAY_NOTHING, words)])


def _only(options: Iterable[_Named], key: str) -> Option | None:
    """Return the option with that name; else the only one of a facet of which a name begins so."""
    is_refusal = key.partition(" ")[0] in _NOT  # "niet s" is not "niets"
    for one in options:
        if key in one.names or (key and not is_refusal and one.is_called(key)):
            return one.option
    begun = [one.option for one in options if key and one.begins(key)]
    first = [option for option in begun if option.facet == begun[0].facet]
    return first[0] if len(first) == 1 else None


def _amounts(words: Words, text: str) -> Iterator[Option]:
    """Yield an amount that was typed as a least pay: in the period that is said, else in each.

    How many hours somebody works is no pay.
    """
    if _HOURS.fullmatch(" ".join(text.split())):
        return
    typed = re.sub("[/>+]", " ", text).split()
    while typed and name_key(typed[0]) in _BEFORE_PAY:
        typed = typed[1:]
    named = Choices(PERIODS).read(typed[-1]) if len(typed) > 1 else None
    typed = typed[:-1] if named else typed
    while typed and name_key(typed[-1]) in _BEFORE_PERIOD:
        typed = typed[:-1]
    try:
        least = read_amount(" ".join(typed))
    except UsageError:
        return
    if least < _LEAST:
        return
    usual = next(per for per, most in _USUAL if least < most)
    for per in [named] if named else sorted(PERIODS, key=lambda period: period != usual):
        yield least_pay(words, least, per)


_USUAL = (("hour", 200), ("month", 15_000), ("year", float("inf")))
"""Below what an amount is most likely meant for a period: that is offered first."""
