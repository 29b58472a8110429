"""The files of a site: whole, linked, without a request to anywhere, the same every time."""

import json
from functools import cache
from itertools import pairwise
from typing import Any

import pytest

from careercli.catalogue.catalogue import Catalogue, Reader
from careercli.catalogue.store import open_catalogue
from careercli.locale import LANGUAGES
from careercli.site.building import Site
from tests.conftest import ROLES, Run
from tests.site.reading import Page, target

URL = "https://example.org/careers"


@pytest.fixture
def site() -> dict[str, str]:
    """Every file of the site of the made-up roles, by its path."""
    return built("")


@cache
def built(url: str) -> dict[str, Any]:
    """Return the site, made once."""
    connection = open_catalogue()
    made = Site(Catalogue(connection, Reader()), url)
    files = {file.path: file.content for file in made}
    assert len(files) >= len(made)
    connection.close()
    return files


def pages(site: dict[str, str]) -> dict[str, Page]:
    """Return every page as a browser reads it."""
    return {path: Page(text) for path, text in site.items() if path.endswith(".html")}


def test_every_role_and_group_has_a_page_and_its_data(site: dict[str, str]) -> None:
    """In both languages; a line of JSON for each role besides."""
    for lang in LANGUAGES:
        roles = [path for path in site if path.startswith(f"{lang}/role/")]
        groups = [path for path in site if path.startswith(f"{lang}/group/")]
        assert len(roles) == 2 * ROLES
        assert len(groups) >= 2 * 10
        assert site[f"{lang}/roles.jsonl"].count("\n") == ROLES


def test_pages_are_whole(site: dict[str, str]) -> None:
    """Every element is closed, no id or name stands twice, and headings leave no level out."""
    for path, page in pages(site).items():
        assert page.faults == [], path
        assert len(page.ids()) == len(set(page.ids())), path
        names = [more["aria-label"] for _tag, more in page.tags if more.get("role") == "region"]
        assert len(names) == len(set(names)), path
        levels = [int(tag[1]) for tag, _more in page.tags if tag in ("h1", "h2", "h3")]
        assert levels[0] == 1, path
        assert levels.count(1) == 1, path
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_link_leads_somewhere(site: dict[str, str]) -> None:
    """To a file of the site, to an id of the page, or to an address that is said to be one."""
    for path, page in pages(site).items():
        ids = set(page.ids())
        for attributes in (*page.all("a"), *page.all("link"), *page.all("script")):
            address = attributes.get("href") or attributes.get("src", "")
            if address.startswith("#"):
                assert address[1:] in ids, (path, address)
            elif address and not address.startswith("https://"):
                assert target(path, address) in site, (path, address)


def test_a_page_asks_for_nothing_from_elsewhere(site: dict[str, str]) -> None:
    """No script or style within it, and none of another site; only data may stand in a script."""
    for path, page in pages(site).items():
        loaded = [*page.all("script"), *page.all("img")]
        assert all("://" not in attributes.get("src", "") for attributes in loaded), path
        inline = [script for script in page.all("script") if "src" not in script]
        assert all(script["type"] == "application/ld+json" for script in inline), path
        assert not page.all("style"), path
        assert not [more for _tag, more in page.tags if "style" in more], path
        assert not [name for _tag, more in page.tags for name in more if name.startswith("on")]


def test_notes_lead_there_and_back(site: dict[str, str]) -> None:
    """Each mark to its note, and each note to the first place that has its mark."""
    page = pages(site)["en/role/cloud-shepherd.html"]
    addresses = {attributes["href"] for attributes in page.all("a") if "href" in attributes}
    notes = {name for name in page.ids() if name.startswith("note-")}
    assert notes
    assert {f"#{name}" for name in notes} <= addresses
    assert {f"#ref-{name.removeprefix('note-')}" for name in notes} <= addresses


def test_a_page_leads_to_the_same_in_the_other_language(site: dict[str, str]) -> None:
    """Whatever page it is."""
    for path, page in pages(site).items():
        for other in LANGUAGES:
            if path.startswith(tuple(f"{lang}/" for lang in LANGUAGES)) and path[:2] != other:
                switch = f"{other}/{path[3:]}"
                found = {target(path, more["href"]) for more in page.all("a") if "href" in more}
                assert switch in found, path


def test_data_is_what_the_command_writes(site: dict[str, str], ask: Run) -> None:
    """Key for key."""
    for lang in LANGUAGES:
        done = ask("show", "cloud-shepherd", "--lang", lang, "--format", "json")
        assert json.loads(site[f"{lang}/role/cloud-shepherd.json"]) == json.loads(done.stdout)


def test_search_knows_every_page(site: dict[str, str]) -> None:
    """By title, slug and the other names of the language."""
    for lang in LANGUAGES:
        index = json.loads(site[f"{lang}/search.json"])
        slugs = {slug for _title, slug, _others in index}
        found = {
            path.split("/")[2].removesuffix(".html")
            for path in site
            if path[:2] == lang and path.count("/") == 2 and path.endswith(".html")
        }
        assert slugs == found
        assert any(others for _title, _slug, others in index)


def test_schema_org_has_sourced_pay_alone(site: dict[str, str]) -> None:
    """As data that ends no script, with pay only where the page has it."""
    for lang in LANGUAGES:
        for path in (path for path in site if path.startswith(f"{lang}/role/") and "html" in path):
            text = site[path].partition('ld+json">')[2].partition("</script>")[0]
            found = json.loads(text)
            page = json.loads(site[path.replace(".html", ".json")])
            group = None if page["salary"]["kept_back"] else page["salary"]["group"]
            pay = group and group["shown"]
            told = found.get("estimatedSalary")
            assert bool(told) is bool(pay and pay["median"] is not None)
            assert not told or told["median"] == pay["median"]
            assert (found["name"], found["inLanguage"]) == (page["title"], lang)


def test_addresses_for_crawlers_are_whole() -> None:
    """With the address of the site: canonical, languages, and a sitemap of every page."""
    site = built(URL)
    listed = site["sitemap.xml"]
    for path, page in pages(site).items():
        assert f"<loc>{URL}/{path}</loc>" in listed
        links = {more.get("hreflang", more["rel"]): more["href"] for more in page.all("link")}
        assert links["canonical"] == f"{URL}/{path}"
        if path.startswith("en/"):
            assert links["nl"] == f"{URL}/nl/{path[3:]}"
    assert f"Sitemap: {URL}/sitemap.xml" in site["robots.txt"]
    assert not {"sitemap.xml", "robots.txt"} & built("").keys()


def test_a_link_to_a_page_has_its_picture() -> None:
    """Of every role and group, by a whole address, with its size and what it says."""
    site = built(URL)
    pictures = {path for path in site if path.endswith(".png")}
    assert all(site[path].startswith(b"\x89PNG") for path in pictures)
    for path, page in pages(site).items():
        told = {more.get("property", more.get("name")): more["content"] for more in metas(page)}
        if "/role/" not in path and "/group/" not in path:
            assert "og:image" not in told, path
            continue
        picture = path.replace(".html", ".png")
        pictures.remove(picture)
        assert told["og:image"] == f"{URL}/{picture}"
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert told["og:image:alt"].startswith(told["og:title"])
        assert told["twitter:card"] == "summary_large_image"
    assert pictures == set()


def metas(page: Page) -> list[dict[str, str]]:
    """Return what a page says of itself by name."""
    return [more for more in page.all("meta") if "content" in more]


def test_without_an_address_there_are_no_pictures(site: dict[str, str]) -> None:
    """Whoever shows a link asks for a whole address; and no page shows one itself."""
    assert not [path for path in site if path.endswith(".png")]
    for text in (site["en/role/cloud-shepherd.html"], site["nl/index.html"]):
        assert "og:" not in text
        assert "twitter:" not in text


@pytest.mark.parametrize("url", ["", URL])
def test_the_same_catalogue_gives_the_same_files(url: str) -> None:
    """Byte for byte: no day, no order of chance."""
    before = built(url)
    built.cache_clear()
    assert built(url) == before
