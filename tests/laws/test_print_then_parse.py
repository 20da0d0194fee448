"""Printing then parsing gives the same document."""

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.analysis import analyse
from goalgraph.source import Source
from goalgraph.syntax.nodes import Document
from goalgraph.syntax.parser import parse
from goalgraph.syntax.printer import print_document, quote
from tests.laws.maps import Map, maps, text_of
from tests.laws.said import comments, meaning, mistakes

BLANKS = st.sampled_from((" ", "  ", "\t", " \t "))
LINE_ENDS = st.sampled_from(("\n", "\n", "\r\n"))
COMMENTS = st.sampled_from(("", "", "  # c", "# c: serves x", " \t"))
BETWEEN = st.sampled_from(("", "", "\n", "  # of the statement\n", "# below\n", "\n\n# c\n\n"))
TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=12) | st.sampled_from(
    ("", " ", '"', '"""', "\\", "a\nb", "\t", "# c")
)
TRIPLE = st.lists(st.sampled_from(("a", "  b", "# c", '"q"', "", "\\n", "\\\\", "\tx")), min_size=1, max_size=5)
NAMES = st.sampled_from(("a", "serves", "b-c", "हिन्दी", "é", "value", "_x.y"))


@st.composite
def documents(draw: st.DrawFn) -> str:
    """A file that is well formed and untidy."""
    end = draw(LINE_ENDS)
    out = [draw(BETWEEN)]
    for _ in range(draw(st.integers(0, 3))):
        title = draw(st.one_of(st.just(""), TEXTS.map(lambda text: f" {quote(text)}")))
        out.append(f"{draw(st.sampled_from(('means', 'value', 'objective')))}{draw(BLANKS)}{draw(NAMES)}{title}")
        out.append(f"{draw(COMMENTS)}\n")
        for _ in range(draw(st.integers(0, 3))):
            out.append(draw(BETWEEN))
            out.append(f"{draw(BLANKS)}{draw(_properties())}{draw(COMMENTS)}\n")
    out.append(draw(BETWEEN))
    return "".join(out).replace("\n", end)


@st.composite
def _properties(draw: st.DrawFn) -> str:
    gap = draw(BLANKS)
    form = draw(st.integers(0, 4))
    if form == 0:
        names = draw(st.lists(NAMES, min_size=1, max_size=3))
        strength = draw(st.sampled_from(("", " weakly", "\tstrongly")))
        because = draw(st.one_of(st.just(""), TEXTS.map(lambda text: f" because {quote(text)}")))
        return f"serves{gap}{f'{gap},'.join(names)}{strength}{because}"
    if form == 1:
        clauses = draw(st.permutations(("of a", "from 1", 'to "2 %"', "by 2027", 'because "y"')))
        return f"measure{gap}{quote(draw(TEXTS))} {' '.join(clauses[: draw(st.integers(0, 5))])}"
    if form == 2:
        lines = draw(TRIPLE)
        indent = draw(st.sampled_from(("  ", "\t\t", "        ")))
        first = draw(st.sampled_from(("", "", "first")))
        inside = "".join(f"{indent}{line}\n" if line else "\n" for line in lines)
        return f'note{gap}"""{first}\n{inside}{indent}"""'
    if form == 3:
        return f"tags{gap}{', '.join(draw(st.lists(NAMES, min_size=1, max_size=2)))}"
    return draw(st.sampled_from(("since 2027", "sphere formal", "status   done", 'because  "x"')))


def _parsed(text: str) -> Document:
    return parse(Source("map.strat", text))


@given(documents())
def test_an_untidy_file_says_the_same_when_it_is_printed(text: str) -> None:
    document = _parsed(text)
    assert not any(statement.unread for statement in document.statements)
    printed = print_document(document)
    again = _parsed(printed)
    assert not any(statement.unread for statement in again.statements)
    assert meaning(again) == meaning(document)
    assert comments(again) == comments(document)
    assert print_document(again) == printed


@given(maps())
def test_a_map_that_is_written_tidily_is_printed_as_it_is(elements: Map) -> None:
    text = text_of(elements)
    assert print_document(_parsed(text)) == text


LINES = st.sampled_from(
    (
        *("means a", "goal a", 'value v "V"', "means", '    serves a  "', "    serves  v", "\tservs v", "  # c", "# c"),
        *(
            "",
            "   ",
            '    note"""',
            '        x"""',
            "prose",
            '    note "a',
            "\u2028    serves v",
            "a\rb",
            '"""',
        ),
    )
)


@given(st.lists(LINES, max_size=10), st.booleans())
def test_what_can_not_be_read_stays_and_printing_once_is_enough(lines: list[str], closed: bool) -> None:
    text = "\n".join(lines) + ("\n" if closed else "")
    document = _parsed(text)
    printed = print_document(document)
    again = _parsed(printed)
    assert meaning(again) == meaning(document)
    assert mistakes(again) == mistakes(document)
    assert print_document(again) == printed
    rules = [finding.identity for finding in analyse([document.source]).findings]
    assert [finding.identity for finding in analyse([again.source]).findings] == rules
