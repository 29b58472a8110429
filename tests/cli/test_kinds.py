"""Every page says its kind, and what pages of that kind have is all there."""

import json
from pathlib import Path

import jsonschema
import pytest

from careercli.pages import Imported, Written
from tests.conftest import ROLE, ROOT, SHEPHERD, Run
from tests.taxonomies.downloads import esco, keep, unpacked
from tests.taxonomies.onet_downloads import onet

SCHEMA = json.loads((ROOT / "schema" / "output" / "show.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def check(ask: Run, slug: str, kind: str, lang: str) -> None:
    """Check that a page is of a kind, has what goes with it and nothing else, and fits."""
    page = json.loads(ask("show", slug, "--format", "json", "--lang", lang).stdout)
    assert (page["slug"], page["kind"], page["language"]) == (slug, kind, lang)
    VALIDATOR.validate(page)
    own, others = (Written, Imported) if kind == "role" else (Imported, Written)
    assert {*own._fields} <= {*page}
    assert not {*others._fields} & {*page}


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_what_somebody_wrote_is_a_role(lang: str, ask: Run) -> None:
    """With category, level, education and the rest."""
    for path in SHEPHERD.parent.glob("*.toml"):
        check(ask, path.stem, "role", lang)


@pytest.mark.long
@pytest.mark.shipped
@pytest.mark.parametrize("lang", ["en", "nl"])
def test_every_shipped_page_is_of_a_role(lang: str, ask: Run) -> None:
    """No role has a page that the schema does not describe."""
    slugs = sorted(path.stem for path in ROLE.parent.glob("*.toml"))
    assert slugs
    for slug in slugs:
        check(ask, slug, "role", lang)


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_what_was_imported_is_an_occupation(
    lang: str, ask: Run, imports: Path, tmp_path: Path
) -> None:
    """With where it comes from; of a role that stands for one, the page stays a role's."""
    keep("esco", unpacked(esco(), tmp_path / "esco"))
    keep("onet", unpacked(onet(), tmp_path / "onet"))
    listed = json.loads(ask("list", "--format", "json").stdout)["roles"]
    occupations = [role["slug"] for role in listed if role["kind"] == "occupation"]
    assert occupations
    for slug in (*occupations, "welder-esco"):
        check(ask, slug, "occupation", lang)
    check(ask, "seam-singer", "role", lang)
