"""The signs that a page is drawn with, in Unicode and in ASCII."""

Signs = dict[str, str]
UNICODE: Signs = {
    "fill": "━",
    "mark": "┃",
    "dot": "●",
    "track": "┄",
    "open": "▶",
    "bullet": "•",
    "frame": "╭─╮│╰╯",
    "corners": "╭╮╰╯",
    "grid": "├┤┴┬┼─│",
    "block": "█",
    "floor": "·",
    "tree": "├── └── │   ",
}
BLOCKS: Signs = {"fill": "█", "track": "·", "open": "█"}
"""In a chart: to be read from afar."""
ASCII: Signs = {
    "fill": "=",
    "mark": "|",
    "dot": "o",
    "track": ".",
    "open": ">",
    "bullet": "-",
    "frame": "+-+|++",
    "corners": "++++",
    "grid": "+++++-|",
    "block": "=",
    "floor": ".",
    "tree": "+-- `-- |   ",
}
