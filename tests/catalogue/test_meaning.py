"""What a typed word of a closed list means."""

import pytest

from careercli.catalogue.catalogue import Catalogue
from careercli.catalogue.meaning import diplomas_of


@pytest.mark.parametrize(
    ("study", "diplomas"),
    [
        ("mbo 4", ["mbo-4"]),
        ("Mbo niveau 3 (bbl)", ["mbo-3"]),
        ("HBO Weather", ["hbo"]),
        ("hbo-v", ["hbo"]),
        ("Weather school", []),
        ("Diploma", []),
        ("Applied", []),
        ("No", []),
        ("", []),
    ],
)
def test_a_study_is_a_diploma_if_it_begins_with_one(
    study: str, diplomas: list[str], catalogue: Catalogue
) -> None:
    """And otherwise none: a word of a label is no name of it. A degree may be of several."""
    assert diplomas_of(catalogue, study) == diplomas
