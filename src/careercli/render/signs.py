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
    "group": "≡",
    "tree": "├── └── │   ",
}
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
    "group": "#",
    "tree": "+-- `-- |   ",
}
