"""The command line: parse, ask the catalogue, hand the page to a renderer, exit code."""
