"""What could not be read or followed is told once, and nothing that may hang on it is judged."""

import pytest

from goalgraph.analysis import analyse
from goalgraph.source import Source
from tests.helpers import assert_marked

HEALTHY = """
value v "Young people read"
objective o "A full story hour"
    serves v
means b "Readers from the school"
    serves o
"""


@pytest.mark.parametrize(
    "broken",
    [
        # A bridge is for what all its ends support, so it hangs on each of them.
        'means a "A"\n    serves oooo  # finding: unknown-name\nbridge k "K"\n    joins a, b\n',
        'means a "A"\n    supports o  # finding: syntax-error\nbridge k "K"\n    joins a, b\n',
        # A property in the first column belongs to the statement above.
        'means a "A"\nserves o  # finding: syntax-error\n',
        # A statement that is indented by mistake is known by its name, and takes its properties along.
        'means a "A"\n    serves o\n    objective x  # finding: syntax-error\n    serves v\nmeans c\n    serves x\n',
        # So is one whose first line is spoiled in other ways.
        'means "guard" # finding: syntax-error\n    serves o\nmeans c "C"\n    serves o\n    needs guard\n',
        'means night guard "G"  # finding: syntax-error\n    serves o\nmeans c "C"\n    serves o\n    needs guard\n',
        # What serves the strategy may be meant for any end.
        'strategy s "S"\nmeans a "A"\n    serves s  # finding: wrong-kind\n',
        # Each statement of a name is judged by its own kind.
        'means x "X"\n    serves o\nconcept x "X"  # finding: declared-twice\n    keep b\n    drop y because "no"\n',
    ],
)
def test_one_slip_gives_one_finding(broken: str) -> None:
    assert_marked(HEALTHY + broken)


def test_a_means_that_may_support_something_older_is_not_after_the_fact() -> None:
    assert_marked("""
        value v "V"
        objective o "O"
            serves v
            since 2026
        means m "M"
            serves o, olderobjective  # finding: unknown-name
            since 2020
        """)


def test_an_objective_whose_why_was_not_found_does_not_make_a_map_without_values() -> None:
    assert_marked("""
        objective o "O"
            serves trust  # finding: unknown-name
        means m "M"
            serves o
        """)


def test_what_serves_only_stopped_work_is_told_so() -> None:
    (finding,) = assert_marked("""
        value v "V"
        objective o "O"
            serves v
        means b "B"
            serves o
        means shelf "Shelf"
            serves o
            status stopped
        means tags "Tags"  # finding: no-why
            serves shelf
        """)
    assert finding.message == '"Tags" (`tags`) has no why: what it is for is stopped (`shelf`)'


def test_a_name_is_the_same_composed_and_decomposed_in_a_measure_too() -> None:
    assert_marked("""
        value v "V"
        objective o "O"
            serves v
            measure "calls answered" of nume\u0301ro to 9
        means m "M"
            serves o
        asset num\u00e9ro "The number"
        """)


def test_a_name_with_vowel_signs_is_seen_in_a_line_that_can_not_be_read() -> None:
    text = "value v\nobjective ग्राहक\nobjective other\nmeans m\n    sirves ग्राहक\n"
    doubt = analyse([Source("map.strat", text)]).map.doubt
    assert "ग्राहक" in doubt.how
    assert "other" not in doubt.how
