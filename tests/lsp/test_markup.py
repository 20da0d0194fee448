"""What comes from a map reads in Markdown as it reads in the map, whatever is in it."""

from html import unescape

from hypothesis import example, given
from hypothesis import strategies as st
from lsprotocol.types import MarkupKind
from markdown_it import MarkdownIt

from goalgraph.lsp.markup import Markup, escaped, plain

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# Half of it are the characters that mean something.
TEXTS = st.text(st.one_of(st.sampled_from("\\`*_[]()<>&#!|~$-+.:/@'\"= \t\n1a"), st.characters()))


@given(TEXTS)
@example("a **b** _c_ `d` [e](f) ![g](h) <i>j</i> <http://k.l> &amp; &#60; ~~m~~ \\* n\\")
@example("*")
@example("a *b* c")
def test_a_text_of_the_map_reads_as_it_is_written(text: str) -> None:
    shown = RENDERER.renderInline(escaped(plain(text)))
    assert "<" not in shown
    assert unescape(shown) == plain(text)


@given(TEXTS)
def test_what_is_set_off_holds_the_whole_text_and_nothing_else(text: str) -> None:
    markup = Markup(markdown=True)
    shown = RENDERER.render(f"owner: {markup.text(text)}\n\n{markup.drawn([f'x {plain(text)}'])}")
    body, drawn = shown.split("\n<pre>")
    assert body.startswith("<p>owner:")
    assert body.count("<") == 2
    assert drawn.count("<") == 3
    assert unescape(drawn).startswith(f'<code class="language-text">x {plain(text)}'.rstrip())


def test_addresses_are_not_made_links_without_being_marked_as_such() -> None:
    assert escaped("see https://a.b, www.c.d or e@f.g") == "see https\\://a.b, www\\.c.d or e\\@f.g"


def test_plain_text_has_no_marks() -> None:
    markup = Markup(markdown=False)
    assert markup.strong(markup.text("*a*")) + markup.code("b") + markup.drawn(["c", "d"]) == "*a*bc\nd"
    assert markup.content(["a", "", "b"]).value == "a\n\nb"
    assert markup.content([]).kind == MarkupKind.PlainText
    assert Markup(markdown=True).content([]).kind == MarkupKind.Markdown
