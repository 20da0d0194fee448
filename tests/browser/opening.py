"""Opens pages in a browser, and sees what they do meanwhile."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Dialog, Page, Request, Route

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
ARGUMENTS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
# Where a page stands that is served with a header; the name can't be looked up (RFC 6761, section 6.4).
_SERVED = "http://report.invalid/"


class Opener:
    """Opens pages, and keeps what no report may do: say something in the console, ask for something, open something.

    With `scripts` off no script runs. With `style` off the page comes with a header that blocks style and scripts, as
    some servers send it. With `bypass_csp` the page's own policy holds nothing back.
    """

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.seen: list[str] = []
        self._contexts: list[BrowserContext] = []

    def __call__(
        self,
        html_or_path: str | Path,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
        bypass_csp: bool = False,
        style: bool = True,
        media: Literal["screen", "print"] | None = None,
        address: str = "",
    ) -> "Page":
        path = html_or_path if isinstance(html_or_path, Path) else self._written(html_or_path)
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=scripts,
            bypass_csp=bypass_csp,
        )
        # What is not there is not there at once; a page of 20,000 elements takes its time to load.
        context.set_default_timeout(3_000)
        context.set_default_navigation_timeout(120_000)
        self._contexts.append(context)
        url = path.absolute().as_uri() if style else _SERVED
        if not style:
            context.route("**/*", lambda route: self._serve(route, path))
        page = context.new_page()
        self._watch(context, page, url, blocked=not style)
        if media:
            page.emulate_media(media=media)
        page.goto(f"{url}{address}")
        return page

    def close(self) -> list[str]:
        """Closes all pages, and tells what they did that no report may do."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()
        return self.seen

    def _written(self, html: str) -> Path:
        path = self.folder / f"page-{len(self._contexts)}.html"
        path.write_bytes(html.encode())
        return path

    @staticmethod
    def _serve(route: "Route", path: Path) -> None:
        if route.request.url.partition("#")[0] != _SERVED:
            route.abort()
            return
        headers = {"Content-Type": "text/html", "Content-Security-Policy": "default-src 'none'"}
        route.fulfill(body=path.read_bytes(), headers=headers)

    def _watch(self, context: "BrowserContext", page: "Page", url: str, *, blocked: bool) -> None:
        def on_request(request: "Request") -> None:
            if request.url.partition("#")[0] != url or not request.is_navigation_request():
                self.seen.append(f"request: {request.url[:200]}")

        def on_console(message: "ConsoleMessage") -> None:
            # That style and script are blocked is what the header is for, and the browser says so.
            if not (blocked and "Content Security Policy" in message.text):
                self.seen.append(f"console: {message.text}")

        def on_dialog(dialog: "Dialog") -> None:
            self.seen.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        context.on("request", on_request)
        context.on("console", on_console)
        context.on("weberror", lambda error: self.seen.append(f"error: {error.error}"))
        context.on("dialog", on_dialog)
        context.on("page", lambda other: self.seen.append(f"new page: {other.url}") if other != page else None)
        page.on("download", lambda download: self.seen.append(f"download: {download.url[:200]}"))
