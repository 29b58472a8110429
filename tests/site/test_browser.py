"""The site in a browser, headless: what its script does, under its own security policy."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from html import unescape
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

# The file of axe-core, which npm brings: npm install axe-core
AXE = os.environ.get("AXE")
JUDGE = """
axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"]}).then(judged => {
  const told = document.createElement("pre");
  told.id = "judged";
  told.textContent = JSON.stringify({
    passed: judged.passes.length,
    wrong: judged.violations.map(it => it.id + ": " + it.nodes.map(node => node.html).join(" ")),
  });
  document.body.append(told);
});
"""

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


@pytest.mark.skipif(not AXE, reason="there is no axe-core: npm install, and AXE=its axe.min.js")
@pytest.mark.parametrize(
    "address",
    [
        *("en/index.html", "nl/role/cloud-shepherd.html", "en/role/cloud-shepherd.html"),
        *("nl/groups.html", "en/compare.html?roles=cloud-shepherd,fog-counter", "nl/sources.html"),
    ],
)
def test_everybody_can_use_a_page(address: str, look: Look, tmp_path: Path) -> None:
    """Axe finds no fault by WCAG 2.1 AA on it: names, contrast, headings, landmarks."""
    site = tmp_path / "site"
    shutil.copy(str(AXE), site / "axe.js")
    (site / "judge.js").write_text(JUDGE, encoding="utf-8")
    page = site / address.partition("?")[0]
    scripts = '<script src="/axe.js"></script><script src="/judge.js"></script></body>'
    page.write_text(page.read_text(encoding="utf-8").replace("</body>", scripts), encoding="utf-8")
    told = look(address).partition('<pre id="judged">')[2].partition("</pre>")[0]
    judged = json.loads(unescape(told))
    assert judged["passed"] > 10
    assert judged["wrong"] == []
