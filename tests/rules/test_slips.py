"""What can be mended of a line that can't be read."""

import pytest

from goalgraph.analysis import analyse
from goalgraph.fixing import edited
from goalgraph.source import Source
from goalgraph.syntax.editing import edits_of


@pytest.mark.parametrize(
    ("slip", "mended", "title"),
    [
        ('objectiv care "Care"\n', 'objective care "Care"\n', "say `objective`"),
        ('goal care "Care"\n', 'objective care "Care"\n', "say `objective`"),
        ('value care "Care"\n    mesure "x"\n', 'value care "Care"\n    measure "x"\n', "say `measure`"),
        ('value care "Care"\r\n    supports v\r\n', 'value care "Care"\r\n    serves v\r\n', "say `serves`"),
        ('value care "Care"\n    measure "x" until 2027\n', 'value care "Care"\n    measure "x" by 2027\n', "say `by`"),
        ('value care "Care\n    note "x"\n', 'value care "Care"\n    note "x"\n', 'add the missing `"`'),
        ("value care\n    tags a، b\n", "value care\n    tags a, b\n", "say `,`"),
    ],
)
def test_a_slip_is_mended_by_the_word_that_was_most_likely_meant(slip: str, mended: str, title: str) -> None:
    source = Source("map.strat", slip)
    (told,) = [each for each in analyse([source]).findings if each.rule == "syntax-error"]
    (fix,) = told.violation.fixes
    assert fix.title == title
    assert not fix.safe
    assert edited(source, edits_of(fix)).text == mended


@pytest.mark.parametrize(
    "slip",
    ["=== Portal ===\n", 'value care "a" "b"\n', 'value care "Care\\\n', 'value care\n    note "half "quoted" text\n'],
)
def test_where_nobody_can_tell_nothing_is_offered(slip: str) -> None:
    told = [each for each in analyse([Source("map.strat", slip)]).findings if each.rule == "syntax-error"]
    assert told
    assert not any(each.violation.fixes for each in told)
