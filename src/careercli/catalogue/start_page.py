"""Make the page to begin with: a command for each question, and jobs where work is."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from sqlite3 import Row

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.role_row import ROW, role_row
from careercli.choices import word_of
from careercli.locale import translate as _
from careercli.names import as_slug
from careercli.pages import Question, StartPage

SHOWN = 3  # jobs, of whose group no quarter earns less than an adult must


def start_page(catalogue: Catalogue, day: date) -> StartPage:
    """Return where to begin; which jobs are shown depends on the day."""
    counts = {row["kind"]: row["number"] for row in catalogue.rows(_COUNTS)}
    rows = catalogue.rows(ROW + _WANTED)
    wanted = [row for row in rows if not catalogue.pay_of(row)[2]]  # below the minimum
    return StartPage(
        language=catalogue.reader.language,
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        roles=counts.get("role", 0),
        occupations=counts.get("occupation", 0),
        questions=tuple(_questions(catalogue)),
        wanted=tuple(role_row(catalogue, row) for row in _some(wanted, day)),
        of_wanted=len(wanted),
        pay_period=catalogue.leading("quartiles").period,
        tightness_period=catalogue.leading("tightness").period,
    )


def _some(wanted: Sequence[Row], day: date) -> list[Row]:
    """Return a few that lie far apart in the order, other ones every day."""
    step = max(1, len(wanted) // SHOWN)
    first = day.toordinal()
    return [wanted[(first + step * n) % len(wanted)] for n in range(min(SHOWN, len(wanted)))]


_COUNTS = "SELECT kind, COUNT(*) AS number FROM role WHERE superseded_by IS NULL GROUP BY kind"
_WANTED = "WHERE kind = 'role' AND tight AND pay_median IS NOT NULL ORDER BY openings DESC, title"


def _questions(catalogue: Catalogue) -> Iterator[Question]:
    """Yield what people come to ask, with names of roles and words in their language."""

    def role(slug: str) -> str:
        titles = catalogue.rows(
            "SELECT title FROM role JOIN role_text ON role = id AND language = :language "
            "WHERE slug = :slug",
            slug=slug,
        )
        return as_slug(titles[0]["title"]) if titles else slug

    def in_one_word(name: str, key: str) -> str:
        label = catalogue.term(name, key).label if catalogue.has_term(name, key) else key
        return key if " " in label else label.lower()

    trait, subject = partial(in_one_word, "work"), partial(in_one_word, "subjects")

    word = partial(word_of, language=catalogue.reader.language)

    yield Question(_("I want to look a job up"), f"careers {role('electrician')}")
    yield Question(_("What is there, by field"), f"careers list --sort {word('category')}")
    yield Question(_("What can I do with my diploma"), "careers list --with-diploma havo")
    yield Question(
        _("What suits my subjects"), f"careers list --profile NG --subject {subject('biology')}"
    )
    yield Question(
        _("What suits how I want to work"),
        f"careers list --work {trait('outdoors')} --without {trait('nights')}",
    )
    yield Question(_("What fits what I can"), "careers list --any --skill sql,python")
    yield Question(
        _("Where is work to be found"), f"careers list --tight --sort {word('openings')}"
    )
    yield Question(_("Where can I go from my job"), f"careers ladder {role('care-worker')}")
    yield Question(
        _("This one or that one"), f"careers compare {role('electrician')} {role('plumber')}"
    )
    yield Question(_("What does this word mean"), "careers explain bbl")
    yield Question(_("All of it, to count with"), "careers list --format csv")
