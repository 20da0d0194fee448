"""The one way a map is written: comments, blank lines and meaning stay, white space and order of parts do not."""

from pathlib import Path
from textwrap import dedent

import pytest

from goalgraph.reading import decode
from goalgraph.source import Source
from goalgraph.syntax.nodes import Attribute, Measure, String
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document, quote

EXAMPLES = sorted((Path(__file__).parent.parent.parent / "examples").rglob("*.strat"))


def _printed(text: str) -> str:
    """A text as it is printed, which must stay when it is printed again."""
    once = print_document(parse(Source("map.strat", text)))
    assert print_document(parse(Source("map.strat", once))) == once
    return once


def _note(text: str) -> str:
    (item,) = parse(Source("map.strat", text)).statements[0].properties
    assert isinstance(item, Attribute)
    (value,) = item.values
    assert isinstance(value, String)
    return value.value


FORMATTED = """\
# What the plan is for

strategy acme "Acme"
    horizon 2027-12-31


# of the value

# of the value, too
value calm  # no title
    # within
    because "why"  # at the end

    note "x"
# between
    tags a, b-c

objective o "O"
    serves calm strongly because "it \\"does\\""
    measure "x" of m from 1 to "2 %" by 2027 because "y"
    note \"""
        Two lines
          # and no comment
        \"""
    owner it

# at the very end
"""


def test_what_is_formatted_stays() -> None:
    assert _printed(FORMATTED.replace("# between", "    # between")) == FORMATTED.replace("# between", "    # between")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_example_is_formatted(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert _printed(text) == text


def test_white_space_within_lines_becomes_one_way() -> None:
    messy = 'means   a\t"A"   #  c  \n\tserves  b ,c,d   weakly   because   "x"  \n  tags  x ,y\n        since 2027#c'
    assert _printed(messy) == (
        'means a "A"  #  c\n    serves b, c, d weakly because "x"\n    tags x, y\n    since 2027  #c\n'
    )


def test_spaces_in_texts_stay() -> None:
    assert _printed('means a "  A   b  "\n') == 'means a "  A   b  "\n'


def test_comments_and_blank_lines_stay() -> None:
    text = (
        "\n\n# first\n   # indented\n\n\nmeans a # head\n# one\n\n  # two\n    owner it   # three\n\n"
        "  # four\n\nmeans b\n# five\n\n"
    )
    assert _printed(text) == (
        "# first\n# indented\n\n\nmeans a  # head\n    # one\n\n    # two\n    owner it  # three\n\n"
        "    # four\n\nmeans b\n# five\n"
    )


def test_statements_and_properties_keep_their_order() -> None:
    text = (
        'unit z\n    tags b, a\n    note "x"\n    owner y\n    note "w"\nmeans a\n    needs z\n    serves y\nvalue y\n'
    )
    assert _printed(text) == text


def test_the_parts_of_a_measure_get_one_order() -> None:
    text = 'objective o\n    measure "x" because "y" by 2027 to 2 from 1 of m  # c\n'
    assert _printed(text) == 'objective o\n    measure "x" of m from 1 to 2 by 2027 because "y"  # c\n'


def test_parts_of_a_measure_that_stand_twice_keep_their_order() -> None:
    printed = _printed('objective o\n    measure "x" by 2028 from 1 by 2027\n')
    assert printed == 'objective o\n    measure "x" from 1 by 2028 by 2027\n'
    (measure,) = parse(Source("map.strat", printed)).statements[0].properties
    assert isinstance(measure, Measure)


@pytest.mark.parametrize("text", ["", "\n\n", "   \n\t\n"])
def test_nothing_is_printed_as_nothing(text: str) -> None:
    assert _printed(text) == ""


@pytest.mark.parametrize("text", ["# only", "\n\n# only\n\n\n", "# only   \n"])
def test_comments_alone_are_printed(text: str) -> None:
    assert _printed(text) == "# only\n"


@pytest.mark.parametrize("ending", ["", "\n", "\n\n\n", "  \n \t \n"])
def test_a_file_ends_with_one_line_end(ending: str) -> None:
    assert _printed(f"means a{ending}") == "means a\n"


# --- what is kept of the file


def test_crlf_is_kept() -> None:
    crlf = FORMATTED.replace("# between", "    # between").replace("\n", "\r\n")
    assert _printed(crlf) == crlf


def test_the_first_line_end_decides_for_all() -> None:
    assert _printed("means a\r\n    owner b\nmeans b\n") == "means a\r\n    owner b\r\nmeans b\r\n"
    assert _printed("means a\n    owner b\r\nmeans b\r\n") == "means a\n    owner b\nmeans b\n"


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_byte_order_mark_is_kept(mark: str) -> None:
    source = decode(f"{mark}means a\n".encode(), "map.strat")
    assert isinstance(source, Source)
    assert print_document(parse(source)) == f"{mark}means a\n"


def test_what_can_not_be_read_is_printed_as_it_stands() -> None:
    broken = 'goal   care    "Care"\n\tserves   x ,y\n  # c\n    measure "x" by 2027 from 1'
    text = f"means   a\n{broken}\nmeans   b\n"
    assert _printed(text) == f"means a\n{broken}\nmeans b\n"


def test_one_line_that_can_not_be_read_keeps_its_whole_statement() -> None:
    broken = "means   a\n  serves   b\n    servs   c"
    assert _printed(broken) == f"{broken}\n"


def test_an_unclosed_text_and_what_it_swallows_are_printed_as_they_stand() -> None:
    text = 'means  a\n    note """\nprose   one\n      and  more\nmeans b\n'
    assert _printed(text) == text


def test_indented_lines_above_the_first_statement_are_kept() -> None:
    text = "    serves   a\n    owner it\nmeans b\n"
    assert _printed(text) == text


# --- texts in triple quotes


@pytest.mark.parametrize(
    "written",
    [
        '"""\n  a\n    b\n  """',
        '"""\n\t\ta\n\t\t\tb\n"""'.replace('\n"""', '\n\t"""'),
        '"""first\n      second\n        third"""',
        '"""\n        a\n\n        b\n    """',
        '"""\n          a\n        b\n        """',
        '"""\n        # a\n        \\"\\"\\" \\\\ \\n\n        """',
        '"""\n\n        a\n\n        """',
    ],
)
def test_a_text_is_indented_anew_and_says_the_same(written: str) -> None:
    text = f"means a\n    note {written}\n"
    printed = _printed(text)
    assert _note(printed) == _note(text)
    _, opening, *lines, closing = printed.rstrip("\n").split("\n")
    assert (opening, closing) == ('    note """', '        """')
    assert all(line.startswith("        ") or not line for line in lines)


def test_a_text_in_triple_quotes_on_one_line_stays() -> None:
    assert _printed('means a\n    note """x"""\n') == 'means a\n    note """x"""\n'


def test_what_follows_a_text_stays_on_its_last_line() -> None:
    text = 'objective o\n    measure """\n      x\n      """ by 2027 of m # c\n'
    assert _printed(text) == ('objective o\n    measure """\n        x\n        """ of m by 2027  # c\n')


def test_white_space_that_is_a_mistake_stays() -> None:
    for end in ("\x0b", "\u00a0", "\u00a0 \t", "\r", "\r\r", "\r \t"):
        text = f"means portal{end}\n# c\nvalue v"
        assert _mistakes(_printed(text)) == _mistakes(text), repr(end)
        assert _mistakes(_printed(text[: text.index("\n")])) == _mistakes(text[: text.index("\n")]), repr(end)
        windows = text.replace("\n", "\r\n")
        assert _mistakes(_printed(windows)) == _mistakes(windows), repr(end)


def _mistakes(text: str) -> list[str]:
    return [unread.mistake for each in parse(Source("map.strat", text)).statements for unread in each.unread]


@pytest.mark.parametrize("blank", ["\x0c", "\u00a0", "\u3000 ", "\x1c"])
def test_a_comment_stays_whatever_white_space_stands_before_it(blank: str) -> None:
    text = f"means portal\n{blank}# of portal\n    serves v\n{blank}\n    needs w\n"
    assert _mistakes(text) == []
    assert _printed(text) == "means portal\n    # of portal\n    serves v\n\n    needs w\n"


# --- quote


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("", '""'),
        ("Portal", '"Portal"'),
        ('say "yes"', r'"say \"yes\""'),
        ("a\\n", r'"a\\n"'),
        ("a\nb\tc", r'"a\nb\tc"'),
        ("a\rb\x00c\u2028d\x85e\x7ff", '"a b c d e f"'),
        ("# é 🚀", '"# é 🚀"'),
    ],
)
def test_quote(text: str, quoted: str) -> None:
    assert quote(text) == quoted


@pytest.mark.parametrize("text", ["", "Portal", 'say "yes"', '"""', "\\", "\\\\n", "a\nb\n", "\t", '"', "#"])
def test_what_is_quoted_says_itself(text: str) -> None:
    assert _note(f"means a\n    note {quote(text)}\n") == text
    printed = _printed(dedent(f"means a\n    note {quote(text)}\n"))
    assert _note(printed) == text
