"""What a site says to programs: to its own search, and to those that read schema.org."""

import json
from typing import Any

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.directory import names
from careercli.pages import RolePage, Written


def search_index(catalogue: Catalogue) -> str:
    """Return what can be searched for: title, slug and other names of every page."""
    rows = [[page.title, page.slug, page.others] for page in names(catalogue)]
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n"


def occupation(page: RolePage) -> str:
    """Return a role as schema.org's Occupation in JSON-LD; pay only as it was published.

    Source of the terms: https://schema.org/Occupation and MonetaryAmountDistribution.
    """
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Occupation",
        "name": page.title,
        "description": page.summary or page.title,
        "inLanguage": page.language,
        "occupationalCategory": f"ISCO-08 {page.codes['isco08']}",
        "occupationLocation": {"@type": "Country", "name": "NL"},
    }
    if page.skills:
        found["skills"] = ", ".join(skill.name for skill in page.skills)
    if isinstance(page.body, Written):
        found["educationRequirements"] = page.body.education.minimum.label
    # Where the group's own pay is kept back, what stands there is that of a wider one.
    pay = None if page.salary.kept_back else page.salary.group
    if pay and pay.shown.median is not None:
        low, median, high = pay.shown[:3]
        found["estimatedSalary"] = {
            "@type": "MonetaryAmountDistribution",
            "name": pay.about.label,
            "currency": "EUR",
            "duration": "P1Y",
            "percentile25": low,
            "median": median,
            "percentile75": high,
        }
    # "</" would end the element that it stands in.
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c")
