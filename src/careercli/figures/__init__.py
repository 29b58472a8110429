"""The published tables: reading them, joining them by code, what may be concluded.

Nothing here knows roles, languages of prose, SQLite or the screen.
"""

HOURS_A_WEEK = 38.0  # the usual full-time week in the Netherlands lies between 36 and 40
