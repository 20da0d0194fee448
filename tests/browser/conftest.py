"""A Chromium for the tests of this folder. Whatever a page may not do fails each test that opened it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import ARGUMENTS, CHROMIUM, Opener

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_UNCHECKED = "the report is NOT CHECKED in a browser: {} is not here; `make test` installs it"


# Not for the session: while it is open no other test in the same process can run a loop of asyncio.
@pytest.fixture(scope="package")
def browser() -> "Iterator[Browser]":
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.skip(_UNCHECKED.format("playwright"))
    if CHROMIUM is None:
        pytest.skip(_UNCHECKED.format("Chromium"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: "Browser", tmp_path: Path) -> Iterator[Opener]:
    """Opens a page; what it does that no report may do fails the test at its end."""
    opener = Opener(browser, tmp_path)
    yield opener
    assert opener.close() == []
