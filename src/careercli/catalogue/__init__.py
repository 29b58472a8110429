"""The library: roles and figures compiled into one SQLite file, and the pages made from it.

``compiling`` writes it (and is the only module here that imports ``careercli.roles``),
``store`` finds or renews it, the others query it.
"""
