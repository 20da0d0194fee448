"""The page runs what is ours and nothing else, whatever the map holds and even where its policy is bypassed."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest

from tests.browser.maps import PAGES, page_called
from tests.browser.opening import Opener

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
HARMED = Path(__file__).with_name("harmed.js").read_text(encoding="utf-8")
USED = Path(__file__).with_name("used.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_comes_first_and_names_hashes_only(name: str) -> None:
    page = page_called(name)
    found = _POLICY.search(page)
    assert found
    assert re.fullmatch(r"<!doctype html>\n<html[^>]*>\n<head>\n<meta charset=\"utf-8\">\n", page[: found.start()])
    policy = dict(part.strip().split(" ", 1) for part in found[1].replace("&#39;", "'").split(";"))
    assert policy.pop("default-src") == "'none'"
    hashes = {
        tag: {
            f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
            for text in re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        }
        for tag in ("style", "script")
    }
    for tag, allowed in hashes.items():
        assert set(policy.pop(f"{tag}-src").split()) == allowed
        assert len(allowed) == 1
    assert set(policy.values()) == {"'none'"}


@pytest.mark.parametrize("name", PAGES)
def test_no_attribute_holds_style_or_script(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name), scripts=False)
    held = "each => [...each.attributes].some(({ name }) => name === 'style' || name.startsWith('on'))"
    harmed = page.evaluate(
        f"[...document.querySelectorAll('*')].filter({held}).map(each => each.outerHTML.slice(0, 200))"
    )
    assert harmed == []


@pytest.mark.parametrize("bypass_csp", [False, True], ids=["policy", "bypassed"])
class TestHostileTexts:
    def test_they_do_nothing_when_the_page_is_opened(self, open_page: Opener, bypass_csp: bool) -> None:
        page = open_page(page_called("hostile"), bypass_csp=bypass_csp)
        assert page.evaluate(HARMED) == []
        page = open_page(page_called("hostile"), bypass_csp=bypass_csp, scripts=False)
        assert page.evaluate(HARMED) == []

    def test_they_do_nothing_when_everything_is_used(self, open_page: Opener, bypass_csp: bool) -> None:
        page = open_page(page_called("hostile"), bypass_csp=bypass_csp)
        used = page.evaluate(USED)
        assert used > 50
        assert page.evaluate(HARMED) == []

    def test_they_are_shown_as_they_are(self, open_page: Opener, bypass_csp: bool) -> None:
        text = open_page(page_called("hostile"), bypass_csp=bypass_csp).inner_text("body")
        for shown in ("{{7*7}}", "${7*7}", "</script><script>window.pwned", "&lt;script&gt;", "日本語の題名"):
            assert shown in text

    def test_the_page_is_built_as_any_other(self, open_page: Opener, bypass_csp: bool) -> None:
        # Beside these the one says what could not be judged.
        parts = "[...document.querySelectorAll('body > *, main > :not(aside)')]"
        skeleton = f"{parts}.map(each => `${{each.localName}} in ${{each.parentNode.localName}}`)"
        built = [
            open_page(page_called(name), bypass_csp=bypass_csp).evaluate(skeleton) for name in ("merger", "hostile")
        ]
        assert built[0] == built[1]


@pytest.mark.parametrize("name", ["hostile", "merger"])
def test_no_text_turns_the_words_around_it(open_page: Opener, name: str) -> None:
    page = open_page(page_called(name))
    turning = re.findall("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\x00-\x08\x0b-\x1f]", page.content())
    assert turning == []


@pytest.mark.parametrize(
    "hash_", ["#<img src=x onerror=alert(1)>", "#javascript:alert(1)", "#f-%3Csvg%20onload=alert(1)%3E"]
)
def test_an_address_is_no_script(open_page: Opener, hash_: str) -> None:
    page = open_page(page_called("portal"), bypass_csp=True, address=hash_)
    assert page.evaluate(HARMED) == []
