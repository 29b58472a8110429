"""Pages to output: a page is laid out as blocks of meaning, and a renderer styles the blocks.

    page -> layout (words, numbers, order) -> blocks -> terminal | plain | markdown
    page -> JSON, CSV

Only ``terminal`` imports Rich, and it is only imported when a terminal is drawn on.
"""
