"""All written roles at once, for analysts and assistants: lines, rows, a database, one text."""
