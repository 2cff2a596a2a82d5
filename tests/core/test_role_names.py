"""Roles of the catalogue are read in the language of the print, words of one's own as they were typed."""

from __future__ import annotations

from app.core.catalogue import Catalogue
from app.core.role_names import names_of_role, read_in
from tests.conftest import TODAY
from tests.core.network_documents import document, person


def test_a_role_of_the_catalogue_is_known_by_either_name(catalogue: Catalogue) -> None:
    roles = catalogue.roles(TODAY)
    for typed in ("Mor", " mor ", "MOTHER"):
        found = names_of_role(typed, roles)
        assert found is not None
        assert (found.da, found.en) == ("Mor", "Mother")
    assert names_of_role("Mormors veninde", roles) is None
    assert names_of_role("", roles) is None


def test_a_map_is_read_in_either_language_with_ones_own_words_as_they_are(catalogue: Catalogue) -> None:
    roles = catalogue.roles(TODAY)
    drawn = document(
        person("a", role="Mor", role_names=names_of_role("Mor", roles)), person("b", role="Mormors veninde")
    )
    assert [one.role for one in read_in(drawn, "en").people] == ["Mother", "Mormors veninde"]
    assert [one.role for one in read_in(drawn, "da").people] == ["Mor", "Mormors veninde"]
