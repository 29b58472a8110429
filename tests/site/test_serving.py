"""A look at a site on this computer."""

from pathlib import Path
from threading import Thread
from urllib.request import urlopen

from careercli.site.serving import server


def test_it_serves_a_folder_to_this_computer_alone(tmp_path: Path) -> None:
    """On the address that no other computer reaches."""
    (tmp_path / "index.html").write_text("here", encoding="utf-8")
    with server(tmp_path, 0) as served:
        host, port = served.server_address[:2]
        assert host == "127.0.0.1"
        Thread(target=served.serve_forever, daemon=True).start()
        with urlopen(f"http://127.0.0.1:{port}/index.html", timeout=10) as answer:
            assert answer.read() == b"here"
        served.shutdown()
