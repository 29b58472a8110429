"""careers match [SKILL ...]."""

from typing import TYPE_CHECKING, Annotated

import typer

from careercli import console, paths, settings
from careercli.cli import completion, options
from careercli.cli.page_command import page_command
from careercli.errors import NotFoundError, UsageError
from careercli.locale import translate as _

if TYPE_CHECKING:
    from careercli.catalogue.catalogue import Catalogue
    from careercli.catalogue.match_page import Wanted
    from careercli.catalogue.profile import Profile
    from careercli.cli.session import Session
    from careercli.resumes.resume import Resume

app = typer.Typer(add_completion=False)

FEW = 5  # words of which a slip is looked for


@app.command(
    epilog='careers match spreadsheets sql "data analysis"  # by skills as words\n'
    "careers match --resume cv.json --diploma mbo-4  # by a resume, which is not kept\n"
    "careers match --from cook --words skills.txt  # by a job that you do, and a file of words\n"
    "careers match python sql --save  # kept for match, show, compare, next and path\n"
    "careers match  # by what you have kept"
)
@page_command("MatchPage", pay=True)
def match(
    session: "Session",
    skill: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SKILL ...]",
            help="What you can: words in either language, several in quotes or by commas.",
            autocompletion=completion.skills,
            show_default=False,
        ),
    ] = None,
    resume: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="A resume: JSON Resume or Europass (XML, JSON); - is stdin. It is only read.",
            show_default=False,
        ),
    ] = None,
    words: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="A text of skills, one a line or by commas; - is stdin.",
            show_default=False,
        ),
    ] = None,
    held: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ROLE",
            help="A job that you do: you have its skills.",
            autocompletion=completion.roles,
            show_default=False,
        ),
    ] = None,
    diploma: Annotated[
        list[str] | None,
        options.many(
            "--diploma --with-diploma",
            "DIPLOMA",
            "What you have: {education}.",
            completion.terms("education"),
        ),
    ] = None,
    save: Annotated[
        bool, typer.Option("--save", help="Keep these skills, and the diploma, for other commands.")
    ] = False,
    limit: options.Limit = None,
    everything: options.All = False,
) -> None:
    """Show the jobs that fit what you can, by the skills that they ask.

    It says what each word was read as, and which were not. Nothing leaves this computer; a file is
    read and not kept.
    """
    from careercli.catalogue.match_page import match_page
    from careercli.catalogue.profile import phrases_typed

    catalogue = session.catalogue
    read = _files(resume, words)
    phrases = [phrase for typed in skill or () for phrase in phrases_typed(catalogue, typed)]
    if not phrases and not read and held is None:
        phrases = _kept(catalogue)
    profile, wanted = _profile(catalogue, phrases, read, held, options.words_of(diploma))
    cut = session.is_cut(limit, everything=everything)
    page = match_page(catalogue, profile, wanted, session.screen.height if cut else limit)
    if save:
        _keep(catalogue, profile, wanted)
    session.emit_list(page, "moves", cut=cut)
    if not page.moves:
        raise NotFoundError(_nothing(catalogue, profile))


def _files(resume: str | None, words: str | None) -> "list[Resume]":
    """Return what was read of the files."""
    from careercli.resumes.reading import read_resume, read_words

    if resume == words == "-":
        raise UsageError(_("--resume and --words cannot both be read from stdin"))
    read = [read_resume(resume)] if resume is not None else []
    return [*read, *([read_words(words)] if words is not None else [])]


def _kept(catalogue: "Catalogue") -> list[str]:
    """Return the words that were kept; raises UsageError if there are none."""
    kept = options.parted(catalogue.reader.skills)
    if not kept:
        told = _("say what you can: careers match spreadsheets sql, or --from ROLE, --resume FILE")
        raise UsageError(told)
    return kept


def _profile(
    catalogue: "Catalogue",
    phrases: list[str],
    read: "list[Resume]",
    held: str | None,
    diplomas: list[str],
) -> "tuple[Profile, Wanted]":
    """Return what was said, read as skills and jobs; and the job held and the diplomas."""
    from careercli.catalogue.finding import find
    from careercli.catalogue.match_page import Wanted
    from careercli.catalogue.meaning import diplomas_of, ids_of
    from careercli.catalogue.profile import own_diplomas, profile_of
    from careercli.pages import Count

    said = [*phrases, *(one for resume in read for one in resume.words)]
    listed = [one for resume in read for one in (*resume.skills, *resume.languages)]
    jobs = [job for resume in read for job in resume.jobs]
    texts = [text for resume in read for study in resume.studies for text in study if text]
    studies = {text: diplomas_of(catalogue, text) for text in texts}
    named = list(dict.fromkeys(found[0] for found in studies.values() if len(found) == 1))
    titles = _titles_of(read)
    ids = ids_of(catalogue, "education", diplomas, "--diploma") or named or own_diplomas(catalogue)
    return profile_of(catalogue, said, jobs, listed), Wanted(
        role=find(catalogue, held) if held is not None else None,
        diplomas=ids,
        studies={text: found for text, found in studies.items() if found or text in titles},
        passed_over=tuple(Count(*one) for resume in read for one in resume.passed_over),
    )


def _titles_of(read: "list[Resume]") -> set[str]:
    """Return what resumes call their studies; the field of one is no diploma."""
    return {study.diploma for resume in read for study in resume.studies}


def _keep(catalogue: "Catalogue", profile: "Profile", wanted: "Wanted") -> None:
    """Keep what was recognised as settings, and tell where."""
    words = profile.words(catalogue, wanted.role)
    if not words:
        return
    settings.keep("skills", ", ".join(words))
    if wanted.diplomas:
        settings.keep("diploma", ", ".join(wanted.diplomas))
    told = _("kept in {path}: {words}")
    console.warn(
        told.format(path=paths.settings_file(), words=", ".join((*words, *wanted.diplomas)))
    )


def _nothing(catalogue: "Catalogue", profile: "Profile") -> str:
    """Return that no job asks for any of it, with what may be meant."""
    from careercli.catalogue.skills import skills_near
    from careercli.choices import did_you_mean

    told = _("No job here asks for that.") if profile.read else _("None of that is a skill here.")
    near = (did_you_mean(word, skills_near(catalogue, word)) for word in profile.unknown[:FEW])
    return " ".join(filter(None, (told, *near)))
