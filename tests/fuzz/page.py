"""What holds of any page: elements are closed in order, addresses are unique and lead somewhere, nothing gets in."""

from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "wbr", "hr", "img", "link"})
# Nothing of ours, and what a map might smuggle in; `i` stands in a path.
_FOREIGN = frozenset({"script", "i", "img", "iframe", "object", "form"})


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, attrs)
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.note(tag, attrs)

    def note(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in _FOREIGN
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
    assert len(set(page.ids)) == len(page.ids)
    assert [link for link in page.links if not link.startswith("#") or link[1:] not in page.ids] == []
