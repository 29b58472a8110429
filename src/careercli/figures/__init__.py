"""The published tables: reading them, joining them by code, what may be concluded.

Nothing here knows roles, languages of prose, SQLite or the screen.
"""
