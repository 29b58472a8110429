"""What lists may be asked for; light, since the command line offers it."""

from careercli.names import as_slug

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

GROUP_ORDERS = ("title", "outlook", "openings", "salary", "exposure")
"""Those of a list of groups, which have figures and nothing else."""

NEXT_ORDERS = ("like", "pay", "openings", "common")
"""Those of what is like a job; the steps of its ladder stay first."""


def word_for(name: str, key: str, label: str, language: str) -> str:
    """Return what to type for a word of a closed list: the id, or the label in one word.

    Ids are English, but for those of diplomas, which are Dutch in any language.
    """
    as_it_is = language == "en" or (name == "education" and key not in ("none", "phd"))
    return key if as_it_is else as_slug(label)
