"""O*NET: the occupational database of the US Department of Labor, in its text form."""

from careercli.taxonomies import Taxonomy
from careercli.taxonomies.onet.reading import read

__all__ = ["TAXONOMY", "read"]

TAXONOMY = Taxonomy(
    id="onet",
    source="onet-download",
    code="onet",
    aliases_are_synonyms=False,
)
