"""What has the focus on a page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page


def focused(page: "Page") -> str:
    """The id of what has the focus now."""
    return str(page.evaluate("document.activeElement.id"))


def expect_focus(page: "Page", name: str) -> None:
    """What has this id takes the focus: with the next frame, where the browser gives it, and not with the load."""
    from playwright.sync_api import expect  # Where it is missing, tests are skipped before they come here.

    expect(page.locator(f"[id='{name}']")).to_be_focused()
