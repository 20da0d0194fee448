"""What holds of any page: elements are closed in order, addresses are unique and lead somewhere, nothing gets in."""

from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "wbr", "hr", "img", "link"})
# Nothing of ours, and what a map might smuggle in; `u` stands in a path.
_FOREIGN = frozenset({"u", "img", "iframe", "object", "form"})
# Our script, and what it is told.
_SCRIPTS: list[list[tuple[str, str | None]]] = [[("type", "application/json"), ("id", "report-data")], []]


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.scripts: list[list[tuple[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, attrs)

    def note(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _FOREIGN
        if tag == "script":
            self.scripts.append(attrs)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def check_page(text: str) -> None:
    page = _Page()
    page.feed(text)
    page.close()
    assert page.open == []
    assert page.scripts == _SCRIPTS
    assert len(set(page.ids)) == len(page.ids)
    assert [link for link in page.links if not link.startswith("#") or link[1:] not in page.ids] == []
