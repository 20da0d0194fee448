"""The tests of a page can fail: what no report may do is seen."""

import pytest

from tests.browser.opening import Opener

HEAD = "<!doctype html><html lang=en><title>A page</title>"


def test_a_quiet_page_is_let_pass(open_page: Opener) -> None:
    assert open_page(f"{HEAD}<p>Quiet").title() == "A page"


@pytest.mark.parametrize(
    ("harm", "seen"),
    [
        ("<script>console.log('here')</script>", "console: here"),
        ("<script>throw new TypeError('no')</script>", "error: no"),
        ("<script>alert('x')</script>", "dialog: x"),
        ("<img src='gone.png' alt=''>", "request: file:"),
        ("<link rel=stylesheet href='gone.css'>", "request: file:"),
        ("<script>open('about:blank')</script>", "new page: about:blank"),
    ],
)
def test_what_no_report_may_do_is_seen(open_page: Opener, harm: str, seen: str) -> None:
    open_page(HEAD + harm)
    told = open_page.close()
    assert any(seen in each for each in told), told
    told.clear()


def test_scripts_are_off_where_they_are_to_be(open_page: Opener) -> None:
    open_page(f"{HEAD}<script>console.log('here')</script>", scripts=False)


def test_the_header_blocks_style_and_scripts(open_page: Opener) -> None:
    harm = "<style>p { color: rgb(1, 2, 3) }</style><p>Text<script>document.title = 'run'</script>"
    page = open_page(HEAD + harm, style=False)
    assert page.title() == "A page"
    assert page.eval_on_selector("p", "e => getComputedStyle(e).color") == "rgb(0, 0, 0)"


def test_scheme_width_and_media_are_as_asked(open_page: Opener) -> None:
    page = open_page(f"{HEAD}<p>Text", scheme="dark", width=390, media="print")
    query = "matchMedia('(prefers-color-scheme: dark) and (width: 390px) and (orientation: portrait)').matches"
    assert page.evaluate(query)
    assert page.evaluate("matchMedia('print').matches")
