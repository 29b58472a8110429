"""Run careers with one taxonomy more, added as docs/imports.md says: a folder and a name."""

from pathlib import Path

from careercli import taxonomies

taxonomies.NAMES["rome"] = "ROME"
taxonomies.__path__.append(str(Path(__file__).parent))

from careercli.cli.app import app  # noqa: E402 - as if the name had been there when it was read

app()
