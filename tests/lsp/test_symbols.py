"""The outline of a file, and elements found by name in all maps."""

import pytest
from lsprotocol.types import DocumentSymbol, SymbolInformation, SymbolKind

from goalgraph.lsp.symbols import document_symbols, workspace_symbols
from goalgraph.lsp.view import View
from goalgraph.syntax.vocabulary import KINDS
from tests.lsp.views import ABLE, between, look


def outline(view: View) -> list[DocumentSymbol]:
    found = document_symbols(view)
    symbols = [each for each in found if isinstance(each, DocumentSymbol)]
    assert len(symbols) == len(found)
    return symbols


def test_an_element_is_called_by_title_and_name() -> None:
    view = look('# Above\r\nunit care "Client   care"  # beside\r\n  owner it  # 𝒄\r\n\r\n# Below\r\nunit it\r\n').view
    care, it = outline(view)
    assert (care.name, care.detail, care.kind) == ("Client care (care)", "unit", SymbolKind.Namespace)
    assert (it.name, it.detail, it.children) == ("it", "unit", None)
    assert between(view, care.range) == 'unit care "Client   care"  # beside\r\n  owner it  # 𝒄'
    assert between(view, care.selection_range) == "care"
    assert (care.selection_range.start.line, care.selection_range.start.character) == (1, 5)


def test_every_kind_has_an_icon_of_its_own_that_every_editor_has() -> None:
    symbols = outline(look("\n".join(f"{kind} x-{kind}" for kind in KINDS)).view)
    assert [each.detail for each in symbols] == list(KINDS)
    assert len({each.kind for each in symbols}) == len(KINDS)
    assert all(each.kind <= SymbolKind.Array for each in symbols)


def test_what_is_stopped_says_so() -> None:
    (symbol,) = outline(look("means m\n  status stopped\n").view)
    assert symbol.detail == "means, stopped"


def test_measures_are_below_their_element() -> None:
    text = (
        'objective o "O"\n  measure "net revenue" of o from 88% to 95% by 2027-Q2 because "x" # y  \n'
        '  measure ""\n  measure """\n    two\n    lines""" to 3   \n'
    )
    view = look(text).view
    (symbol,) = outline(view)
    children = symbol.children or []
    assert [(each.name, each.detail, each.kind) for each in children] == [
        ("net revenue", "of o from 88% to 95% by 2027-06-30", SymbolKind.Number),
        ("measure", None, SymbolKind.Number),
        ("two lines", "to 3", SymbolKind.Number),
    ]
    assert between(view, children[0].selection_range) == '"net revenue"'
    assert between(view, children[0].range).startswith('  measure "net revenue" of o')
    assert between(view, children[2].range) == '  measure """\n    two\n    lines""" to 3'


def test_ranges_lie_in_one_another() -> None:
    text = 'value v "V"\r\n  measure "x" to 3  \r\nmeans a b\nmeans m\n  measure "y"'
    view = look(text).view
    for symbol in outline(view):
        for outer, inner in [
            (symbol.range, symbol.selection_range),
            *((symbol.range, child.range) for child in symbol.children or []),
            *((child.range, child.selection_range) for child in symbol.children or []),
        ]:
            assert outer.start <= inner.start <= inner.end <= outer.end


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("objective client care", "objective client care", SymbolKind.Class),
        ('means portal "Portal', 'means portal "Portal', SymbolKind.Method),
        ("goal care # soon", "goal care", SymbolKind.Class),
        ("Means portal", "Means portal", SymbolKind.Method),
        ("means", "means", SymbolKind.Method),
        ("mea", "mea", SymbolKind.String),
        ("obiective x\r", "obiective x", SymbolKind.String),
    ],
)
def test_a_statement_that_was_not_read_keeps_its_place(line: str, name: str, kind: SymbolKind) -> None:
    view = look(f'value v "V"\n{line}\n  serves v\nunit u\n').view
    symbols = outline(view)
    assert [each.name for each in symbols] == ["V (v)", name, "u"]
    assert (symbols[1].kind, symbols[1].detail) == (kind, "could not be read")
    assert between(view, symbols[1].range).endswith("serves v")
    assert between(view, symbols[1].selection_range) == name if "#" not in line else line


@pytest.mark.parametrize("line", ["serves v", "<<<<<<< HEAD", "=======", "42", '"Portal"', "}"])
def test_what_says_nothing_is_left_out(line: str) -> None:
    assert [each.name for each in outline(look(f"value v\n{line}\nunit u\n").view)] == ["v", "u"]


def test_lines_inside_a_text_that_is_not_closed_are_no_elements() -> None:
    text = 'value v\n  note """\nSome words\nmore words\nmeans m\n'
    assert [each.name for each in outline(look(text).view)] == ["v", "m"]


def test_titles_can_do_no_harm() -> None:
    (symbol,) = outline(look(f'value v "A\u202e\\n\\tB\x1b{"x" * 500}"').view)
    assert symbol.name.startswith("A\ufffd B\ufffdxx")
    assert symbol.name.endswith("x… (v)")
    assert len(symbol.name) < 140


@pytest.mark.parametrize("text", ["", "\n\n", "# only\n# comments\n", "  indented\n"])
def test_a_file_without_statements_has_no_outline(text: str) -> None:
    assert outline(look(text).view) == []


def test_an_editor_that_knows_no_tree_gets_a_list() -> None:
    view = look('value v "V"\n  measure "x"\nmeans a b\n', client=ABLE._replace(nested_symbols=False)).view
    found = document_symbols(view)
    assert all(isinstance(each, SymbolInformation) for each in found)
    assert [each.name for each in found] == ["V (v)", "means a b"]
    (first, _) = found
    assert isinstance(first, SymbolInformation)
    assert (first.location.uri, between(view, first.location.range)) == (
        "file:///map.strat",
        'value v "V"\n  measure "x"',
    )


def test_ten_thousand_elements_have_ten_thousand_symbols() -> None:
    view = look("\n".join(f'means m{at} "Means {at}"' for at in range(10_000))).view
    symbols = outline(view)
    assert (len(symbols), symbols[-1].name, symbols[-1].range.start.line) == (10_000, "Means 9999 (m9999)", 9_999)
    found = workspace_symbols([view], "")
    assert [each.name for each in found] == [each.name for each in symbols[:1_000]]


def test_elements_of_all_maps_are_found() -> None:
    one = look('strategy s "Acme"\nvalue v "Care"\n', {"a.strat": '\nmeans care "x"\n'}).view
    other = look('unit u "Client care"\nmeans a b\n').view
    found = workspace_symbols([one, other], "care")
    assert [(each.name, each.container_name, each.location.uri) for each in found] == [
        ("x (care)", "Acme", "file:///a.strat"),
        ("Care (v)", "Acme", "file:///map.strat"),
        ("Client care (u)", None, "file:///map.strat"),
    ]
    assert [each.kind for each in found] == [SymbolKind.Method, SymbolKind.Constant, SymbolKind.Namespace]
    place = found[0].location
    assert between(one, place.range, "a.strat") == "care"  # type: ignore[union-attr]


def test_an_element_that_is_declared_twice_is_found_twice() -> None:
    view = look("value v\nvalue v\n").view
    assert [each.location.range.start.line for each in workspace_symbols([view], "v")] == [0, 1]  # type: ignore[union-attr]


def test_no_map_has_no_elements() -> None:
    assert workspace_symbols([], "x") == []
