"""The site in a browser, headless: what its script does, under its own security policy."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest

from careercli.catalogue.catalogue import Catalogue
from careercli.site.building import Site
from careercli.site.publishing import publish
from careercli.site.serving import server

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not BROWSER, reason="there is no Chromium: apt-get install chromium"),
]

Look = Callable[[str], str]


@pytest.fixture
def look(catalogue: Catalogue, tmp_path: Path) -> Iterator[Look]:
    """Return what gives a page of the site as it is once its script has run."""
    publish(tmp_path / "site", Site(catalogue))
    with server(tmp_path / "site", 0) as served:
        Thread(target=served.serve_forever, daemon=True).start()

        def dumped(address: str) -> str:
            done = subprocess.run(
                [
                    *(str(BROWSER), "--headless", "--no-sandbox", "--disable-gpu"),
                    *(f"--user-data-dir={tmp_path / 'profile'}", "--virtual-time-budget=8000"),
                    *("--dump-dom", f"http://127.0.0.1:{served.server_address[1]}/{address}"),
                ],
                capture_output=True,
                encoding="utf-8",
                timeout=120,
            )
            assert done.returncode == 0, done.stderr
            return done.stdout

        yield dumped
        served.shutdown()


def test_a_search_leads_to_the_page(look: Look) -> None:
    """By another name too, and says so where nothing is called so."""
    hits = look("en/index.html?q=cloud").partition('id="hits"')[2].partition("</ul>")[0]
    assert "role/cloud-shepherd.html" in hits
    none = look("nl/index.html?q=xyzzy").partition('id="hits"')[2].partition("</ul>")[0]
    assert "Niets heet zo" in none


def test_roles_stand_side_by_side_by_their_address(look: Look) -> None:
    """With pay, diploma and the skills of each."""
    page = look("en/compare.html?roles=cloud-shepherd,fog-counter")
    table = page.partition('id="compared"')[2].partition("</table>")[0]
    assert table.count('scope="col"') == 2
    assert "Cloud Shepherd" in table
    assert "undefined" not in table
    assert "Asks at least" in table
