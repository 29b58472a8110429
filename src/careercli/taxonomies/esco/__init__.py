"""ESCO: the European classification of occupations and skills, as its portal gives it (CSV)."""

from careercli.taxonomies import Taxonomy
from careercli.taxonomies.esco.reading import read

__all__ = ["TAXONOMY", "read"]

TAXONOMY = Taxonomy(
    id="esco",
    source="esco-download",
    code="esco",
    aliases_are_synonyms=True,
)
