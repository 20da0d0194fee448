"""The section that says what assets are used for, and the value they reach."""

from goalgraph.output.html.assets import assets
from tests.output.sections import maps, plain, section

MAP = """
value v "People trust us"
means find "Finding"
    serves v
means lost "Lost"
asset brand "Brand"
    nature intangible
    serves find
asset hands "Old hands"
    nature intangible
asset server "Server"
    nature tangible
    serves lost
asset thing "Thing"
    serves find, lost
asset gone "Gone"
    status stopped
"""


def told(text: str, *, hidden: bool = False) -> dict[str, list[tuple[str, str, str]]]:
    return {
        holding.title: [(each.asset.title, plain(each.used), plain(each.value)) for each in holding.assets]
        for found in assets(maps(text, hidden=hidden))
        for holding in found.holdings
    }


def test_assets_stand_by_nature_with_their_use_and_value() -> None:
    assert told(MAP) == {
        "Intangible": [
            ("Brand", "used for [Finding]", "✓ reaches [People trust us]"),
            ("Old hands", "used for nothing", "✕ reaches no value"),
        ],
        "Tangible": [("Server", "used for [Lost]", "✕ reaches no value")],
        "Of unsaid nature": [("Thing", "used for [Finding] and [Lost]", "✓ reaches [People trust us]")],
    }


def test_what_is_missed_is_said_in_words_and_marked() -> None:
    html = section("assets", MAP)
    assert '<span>used for nothing</span> <span class="not">✕ reaches no value</span>' in html
    assert '<span>✓ reaches <a href="#e-v">People trust us</a></span>' in html


def test_what_was_not_read_may_be_its_use() -> None:
    unsure = "? unclear whether it reaches a value"
    assert told("value v\nasset a\n    serves gone\n") == {"Of unsaid nature": [("a", "unclear what for", unsure)]}
    assert told("value v\nmeans m\nasset a\n    serves m\n", hidden=True) == {
        "Of unsaid nature": [("a", "used for [m]", unsure)]
    }
    assert 'class="not"' not in section("assets", "value v\nasset a\n    serves gone\n")


def test_where_no_value_is_named_none_is_missed() -> None:
    assert told("asset a\n") == {"Of unsaid nature": [("a", "used for nothing", "")]}
    assert "✕" not in section("assets", "asset a\n")


def test_of_very_many_assets_the_rest_is_counted() -> None:
    html = section("assets", "".join(f"asset a{number}\n" for number in range(70)))
    assert html.count('<a href="#e-a') == 50
    assert "<li>and 20 more</li>" in html


def test_without_an_asset_there_is_nothing_to_say() -> None:
    assert section("assets", "means a\n", "asset a\n    status stopped\n") == ""


def test_of_several_maps_each_has_its_part() -> None:
    assert "<h3>" not in section("assets", MAP)
    html = section("assets", MAP, "means a\n", "asset b\n")
    assert "<h3>map0.strat</h3>" in html
    assert "<h3>map1.strat</h3>" not in html
    assert "<h3>map2.strat</h3>" in html
