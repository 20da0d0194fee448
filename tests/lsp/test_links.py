"""Addresses that can be opened, and those that must not be."""

import pytest

from goalgraph.lsp.links import document_links
from tests.lsp.views import between, look


def links(text: str) -> list[tuple[str, str | None]]:
    """What is underlined, and where it leads."""
    view = look(text).view
    return [(between(view, each.range), each.target) for each in document_links(view)]


def test_links_and_sources_are_opened_and_nothing_else() -> None:
    text = (
        'value v "https://title.example"\r\n  note "https://note.example"\r\n  link "https://one.example/a?b=c#d"\r\n'
        '  tags a # https://comment.example\r\n  source "http://two.example"\r\nmeans m\r\n'
        '  link "mailto:a@b.example"\r\n'
    )
    assert links(text) == [
        (each, each) for each in ("https://one.example/a?b=c#d", "http://two.example", "mailto:a@b.example")
    ]


def test_the_place_is_counted_as_the_editor_counts() -> None:
    (link,) = document_links(look('means 𝒎\n  link "https://𝒎.example/é" # 𝒎\n').view)
    assert [(each.line, each.character) for each in (link.range.start, link.range.end)] == [(1, 8), (1, 28)]


@pytest.mark.parametrize(
    ("written", "underlined", "target"),
    [
        (r'"https://x.example/\"a\""', r"https://x.example/\"a\"", 'https://x.example/"a"'),
        (r'"https://x.example/a\\b"', r"https://x.example/a\\b", "https://x.example/a\\b"),
        ('"  https://x.example "', "https://x.example", "https://x.example"),
        ('"""https://x.example"""', "https://x.example", "https://x.example"),
        ('"""\n    https://x.example\n    """', "https://x.example", "https://x.example"),
        ('"HTTPS://X.example"', "HTTPS://X.example", "HTTPS://X.example"),
    ],
)
def test_what_is_underlined_stands_between_the_quotes(written: str, underlined: str, target: str) -> None:
    assert links(f"means m\n  link {written}\n") == [(underlined, target)]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "command:workbench.action.quit",
        "vscode://x",
        "ftp://x.example",
        "data:text/html,x",
        "//x.example",
        "x.example",
        "",
        "https://",
        "mailto:",
        "https://x.example/a b",
        "https://x.example/\x07",
        "see https://x.example",
        "https://x.example\\njavascript:alert(1)",
    ],
)
def test_what_is_no_safe_address_is_no_link(address: str) -> None:
    text = f'means m\n  source "{address}"\n  link "{address}"\n'
    assert links(text) == []


def test_lines_that_were_not_read_have_no_links_and_spoil_none() -> None:
    text = 'means m\n  link https://x.example\n  serves ,\n  link "https://y.example"\n  link "https://z.example\n'
    assert [target for _, target in links(text)] == ["https://y.example"]


@pytest.mark.parametrize("text", ["", "# https://x.example\n", "value v\n", 'means a b\n  link "https://x.example"\n'])
def test_a_file_may_have_none(text: str) -> None:
    assert links(text) == []
