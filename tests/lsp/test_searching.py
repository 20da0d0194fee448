"""Elements by what people type of their names and titles: which match, and in which order."""

import pytest

from goalgraph.lsp.searching import best
from tests.lsp.views import look

MAP = look(
    """
value retention "Key accounts stay with us"
unit care "Client care"
means care-desk "A desk"
means child-care "Crèche"
means scarecrow "Bird"
means x "Careful growth"
means client-relations-map "Who knows whom"
means été "Sommer"
means broken line
"""
).view


def found(query: str, most: int = 100) -> list[str]:
    return [MAP.declared[each.statement].name for each in best([MAP], query, most)]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("care", ["care", "care-desk", "x", "child-care", "scarecrow"]),
        ("CARE", ["care", "care-desk", "x", "child-care", "scarecrow"]),
        ("client care", ["care"]),
        ("care client", ["care"]),
        ("  care   desk ", ["care-desk"]),
        ("crm", ["client-relations-map"]),
        ("stay", ["retention"]),
        ("accounts re", ["retention"]),
        ("crèche", ["child-care"]),
        ("cre\u0300che", ["child-care"]),
        ("e\u0301te\u0301", ["été"]),
        ("broken", []),
        ("nothing", []),
        ("care nothing", []),
        ("[a-z].*", []),
    ],
)
def test_words_are_sought_in_names_and_titles_the_best_first(query: str, names: list[str]) -> None:
    assert found(query) == names


def test_nothing_typed_finds_all_in_order() -> None:
    assert found("") == found(" \t") == [each.name for each in MAP.declared if each.kind]


def test_of_many_the_best_are_told() -> None:
    assert found("care", 2) == ["care", "care-desk"]
    assert found("", 1) == ["retention"]


def test_files_of_several_maps_come_in_order() -> None:
    one = look("value care", {"a.strat": "value care-a", "z.strat": "value care-z"}).view
    assert [(each.map, each.file) for each in best([MAP, one], "care-", 9)] == [(0, 0), (1, 0), (1, 2)]
