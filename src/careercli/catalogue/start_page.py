"""Make the page to begin with: a command for each question, and jobs where work is."""

from collections.abc import Iterator
from datetime import date

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.role_row import ROW, role_row
from careercli.locale import translate as _
from careercli.names import as_slug
from careercli.pages import Field, Question, StartPage

SHOWN = 3  # jobs


def start_page(catalogue: Catalogue, day: date) -> StartPage:
    """Return where to begin; which jobs are shown depends on the day."""
    counts = {row["kind"]: row["number"] for row in catalogue.rows(_COUNTS)}
    wanted = catalogue.rows(ROW + _WANTED)
    first = day.toordinal() * SHOWN % max(1, len(wanted))
    return StartPage(
        language=catalogue.reader.language,
        per=catalogue.reader.per,
        hours_per_week=catalogue.reader.hours_per_week,
        roles=counts.get("role", 0),
        occupations=counts.get("occupation", 0),
        questions=tuple(_questions(catalogue)),
        wanted=tuple(role_row(catalogue, row) for row in [*wanted, *wanted][first:][:SHOWN])
        if wanted
        else (),
        of_wanted=len(wanted),
        fields=tuple(
            Field(catalogue.term("categories", row["category"]), row["number"])
            for row in catalogue.rows(_FIELDS)
        ),
    )


_COUNTS = "SELECT kind, COUNT(*) AS number FROM role WHERE superseded_by IS NULL GROUP BY kind"
_WANTED = "WHERE kind = 'role' AND tight AND pay_median IS NOT NULL ORDER BY openings DESC, title"
_FIELDS = (
    "SELECT category, COUNT(*) AS number FROM role WHERE kind = 'role' "
    "GROUP BY category ORDER BY number DESC, category"
)


def _questions(catalogue: Catalogue) -> Iterator[Question]:
    """Yield what people come to ask, with names of roles and words in their language."""

    def role(slug: str) -> str:
        titles = catalogue.rows(
            "SELECT title FROM role JOIN role_text ON role = id AND language = :language "
            "WHERE slug = :slug",
            slug=slug,
        )
        return as_slug(titles[0]["title"]) if titles else slug

    def trait(key: str) -> str:
        label = catalogue.term("work", key).label if catalogue.has_term("work", key) else key
        return key if " " in label else label

    yield Question(_("I want to look a job up"), f"careers {role('electrician')}")
    yield Question(_("What can I do with my diploma"), "careers list --with-diploma havo")
    yield Question(
        _("What suits how I want to work"),
        f"careers list --work {trait('outdoors')} --without {trait('nights')}",
    )
    yield Question(_("What fits what I can"), "careers list --any --skill sql,python")
    yield Question(_("Where is work to be found"), "careers list --tight --sort openings")
    yield Question(_("Where can I go from my job"), f"careers ladder {role('care-worker')}")
    yield Question(
        _("This one or that one"), f"careers compare {role('hbo-nurse')} {role('physiotherapist')}"
    )
    yield Question(_("What does this word mean"), "careers explain bbl")
