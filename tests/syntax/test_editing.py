"""Edits of link lines: what is meant changes, and nothing else."""

import pytest

from goalgraph.finding import Edit, Fix, NewProperty, NewStatement, Relink, Unlink
from goalgraph.fixing import edited
from goalgraph.source import Source, Span
from goalgraph.syntax.editing import edits_of


def at(source: Source, text: str) -> Span:
    start = source.text.index(text)
    return Span(source, start, start + len(text))


def after(text: str, *changes: tuple[type, str] | tuple[type, str, str]) -> str:
    source = Source("map.strat", text)
    made = [kind(at(source, where), *said) for kind, where, *said in changes]
    return edited(source, edits_of(Fix("title", tuple(made)))).text


@pytest.mark.parametrize(
    ("text", "gone", "expected"),
    [
        ("means a\n    serves bb\n    needs cc\n", ["bb"], "means a\n    needs cc\n"),
        ("means a\n    serves bb\n", ["serves bb"], "means a\n"),
        ("means a\n    serves bb", ["bb"], "means a"),
        ("means a\r\n    serves bb\r\nmeans d\r\n", ["bb"], "means a\r\nmeans d\r\n"),
        ("means a\r\n    serves bb", ["bb"], "means a"),
        ("means a\n    serves bb # why\n", ["bb"], "means a\n    # why\n"),
        ("means a\n\tserves bb, cc, dd weakly # why\n", ["cc"], "means a\n\tserves bb, dd weakly # why\n"),
        ("means a\n    serves bb , cc,dd\n", ["bb", "dd"], "means a\n    serves cc\n"),
        ("means a\n    serves ग्राहक, नी\u200dति\n", ["ग्राहक"], "means a\n    serves नी\u200dति\n"),
        ('means a\n    serves bb, cc because "x, dd # y"\n', ["bb"], 'means a\n    serves cc because "x, dd # y"\n'),
        ('means a\n    serves bb because """\n        x\n        """ # why\n', ["bb"], "means a\n    # why\n"),
        (
            'means a\n    serves bb because """\n        x\n        """\n    needs cc\n',
            ["bb"],
            "means a\n    needs cc\n",
        ),
        ("means a\n    serves bb\n    needs cc\n", ["bb", "cc"], "means a\n"),
        ("means a\n    serves bb, cc\n", ["bb", "cc"], "means a\n"),
        ("means a\n    serves été, 名前\n", ["été"], "means a\n    serves 名前\n"),
    ],
)
def test_links_are_taken_away(text: str, gone: list[str], expected: str) -> None:
    assert after(text, *((Unlink, each) for each in gone)) == expected


@pytest.mark.parametrize(
    ("text", "meant", "expected"),
    [
        ("means a\n    serves bb strongly # why\n", ["bb"], "means a\n    feeds bb # why\n"),
        ('means a\n    serves bb weakly because "r"\n', ["bb"], 'means a\n    feeds bb because "r"\n'),
        ("means a\n    serves bb, cc\n", ["bb", "cc"], "means a\n    feeds bb, cc\n"),
        (
            'means a\r\n    serves bb, cc strongly because "r" # why\r\n',
            ["bb"],
            'means a\r\n    serves cc strongly because "r" # why\r\n    feeds bb because "r"\r\n',
        ),
        ("means a\n\tserves bb, cc", ["cc"], "means a\n\tserves bb\n\tfeeds cc"),
    ],
)
def test_links_are_said_by_another_property(text: str, meant: list[str], expected: str) -> None:
    assert after(text, *((Relink, each, "feeds") for each in meant)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('means aa "A"\n\tserves b\n', 'means aa "A"\n\tserves x\n\tserves b\n'),
        ('means aa "A" # why\r\nmeans b\r\n', 'means aa "A" # why\r\n    serves x\r\nmeans b\r\n'),
        ('means aa "A"', 'means aa "A"\n    serves x'),
        ('means aa """\n  A\n  """\n  needs b\n', 'means aa """\n  A\n  """\n  serves x\n  needs b\n'),
        ("means aa\n# about b\nmeans b\n", "means aa\n    serves x\n# about b\nmeans b\n"),
    ],
)
def test_a_property_is_added_below_the_first_line(text: str, expected: str) -> None:
    assert after(text, (NewProperty, "aa", "serves x")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("means a", "means a\n\nmeans x\n"),
        ("means a\r\n", "means a\r\n\r\nmeans x\r\n"),
        ("means a\n\n", "means a\n\nmeans x\n"),
        ("means a # last\n# very last\n", "means a # last\n# very last\n\nmeans x\n"),
    ],
)
def test_a_statement_is_added_at_the_end(text: str, expected: str) -> None:
    assert after(text, (NewStatement, "means", "means x")) == expected


def test_changes_of_all_kinds_are_made_together() -> None:
    text = "means aa\n    serves bb, cc\nmeans bb\n    serves aa\nmeans cc\n"
    assert after(
        text,
        (Unlink, "bb"),
        (Relink, "serves aa", "feeds"),
        (NewProperty, "cc\n", "note"),
        (NewStatement, "aa", "means x"),
        (Edit, "means bb", "asset bb"),
    ) == ("means aa\n    serves cc\n    note\nasset bb\n    feeds aa\nmeans cc\n\nmeans x\n")
