"""What lists may be asked for; light, since the command line offers it."""

WRITTEN = ("shipped", "user")
"""Where written roles come from; others come from what was imported (``--origin``)."""

ORDERS = {
    "title": "title COLLATE NOCASE",
    "category": "category IS NULL, "
    "(SELECT place FROM term WHERE list = 'categories' AND id = category), "
    "level_place, title",
    "level": "level IS NULL, level_place, title",
    "outlook": "trend_place, title",
    "openings": "openings IS NULL, openings DESC, title",
    "salary": "pay_median IS NULL, pay_median DESC, title",
    "education": "nlqf IS NULL, nlqf, title",
    "exposure": "exposure IS NULL, exposure DESC, title",
}
"""The orders of a list, each in SQL (``--sort``)."""
