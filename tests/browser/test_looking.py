"""What the tests look with sees what it is to see."""

import pytest

from tests.browser.opening import Opener
from tests.browser.test_accessibility import CONTRAST
from tests.browser.test_narrow import WIDE
from tests.browser.test_policy import HARMED

HEAD = "<!doctype html><html lang=en><title>A page</title><style>:root { color-scheme: light dark }</style>"
BOX = "<svg width=200 height=100><rect width=200 height=100 fill='{}'/><text x=20 y=50 fill='{}'>Text</text></svg>"


@pytest.mark.parametrize(
    ("box", "text", "weak"),
    [
        ("#fff", "#767676", 0),
        ("#fff", "#777", 1),
        ("#000", "#fff", 0),
        ("none", "#1f2328", 0),
        ("rgb(0 0 0 / 50%)", "#000", 0),
        ("#333", "#000", 1),
    ],
)
def test_a_text_that_stands_out_too_little_is_seen(open_page: Opener, box: str, text: str, weak: int) -> None:
    told = open_page(HEAD + BOX.format(box, text)).evaluate(CONTRAST)
    assert (told["seen"], len(told["weak"])) == (1, weak)


def test_so_is_one_on_a_dark_page_and_one_that_is_dimmed(open_page: Opener) -> None:
    assert open_page(HEAD + BOX.format("none", "#000"), scheme="dark").evaluate(CONTRAST)["weak"]
    dimmed = f"{HEAD}<div>{BOX.format('#fff', '#000').replace('<text', '<text opacity=.3')}</div>"
    assert open_page(dimmed).evaluate(CONTRAST)["weak"]


def test_what_is_not_shown_is_not_looked_at(open_page: Opener) -> None:
    told = open_page(f"{HEAD}<div hidden>{BOX.format('#000', '#000')}</div>").evaluate(CONTRAST)
    assert told == {"seen": 0, "weak": []}


def test_what_scrolls_sideways_is_seen_unless_it_scrolls_for_itself(open_page: Opener) -> None:
    wide = "<div style='width: 500px'>wide</div>"
    assert open_page(HEAD + wide, width=320).evaluate(WIDE)
    assert not open_page(f"{HEAD}<div style='overflow-x: auto'>{wide}</div>", width=320).evaluate(WIDE)


@pytest.mark.parametrize(
    "harm",
    [
        "<svg><g onclick='x()'></g></svg>",
        "<a href='javascript:x()'>x</a>",
        "<a href=' JaVaScRiPt:x()'>x</a>",
        "<svg><a xlink:href='data:text/html,x'></a></svg>",
        "<script>window.pwned = 1</script>",
        "<script></script><script></script>",
        "<form></form>",
        "<input autofocus>",
    ],
)
def test_a_page_that_was_broken_into_is_seen(open_page: Opener, harm: str) -> None:
    page = open_page(f"{HEAD}<a href='#here'>x</a><a href='https://example.org/?a=b'>x</a>{harm}")
    assert len(page.evaluate(HARMED)) == 1
