"""The table of elements: all that is known of each, and all elements however many there are."""

import json
import re
from functools import cache
from html import unescape
from itertools import accumulate
from textwrap import dedent

import pytest

from goalgraph.output.html import render
from goalgraph.output.html.rows import MARKS, VALUES
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.browser.maps import HARM, big_map, hostile_map
from tests.output.test_html import CLEAN, PORTAL, read, rendered
from tests.output.verdicts import verdict_of

MANY = 1500


def rows(page: str) -> dict[str, list[str]]:
    """The texts of the cells of each row, by its address."""
    found = re.findall(r'<tr id="([^"]*)" tabindex="-1">(.*?)</tr>', page, re.DOTALL)
    return {
        address: [_text(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", cells, re.DOTALL)]
        for address, cells in found
    }


def _text(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


def row(text: str, name: str) -> list[str]:
    return rows(rendered(dedent(text)))[f"e-{name}"]


@cache
def many() -> tuple[str, dict[str, list[str]]]:
    page = render(verdict_of(Source("grown.strat", big_map(MANY))))
    return page, rows(page)


def data(page: str) -> dict[str, list[dict[str, list[list[object]]]]]:
    (told,) = re.findall(r'<script type="application/json" id="elements-data">(.*?)</script>', page, re.DOTALL)
    return json.loads(told)  # type: ignore[no-any-return]  # what it is, the tests look at


class TestARow:
    def test_what_it_is_for_what_helps_it_whether_it_reaches_a_value_and_who_owns_it(self) -> None:
        assert rows(rendered(PORTAL))["e-retention"] == [
            "Key accounts stay with us retention",
            "serves A lasting competitive advantage (strongly, because “Two thirds of margin comes from renewals”)",
            "1 helps it",
            "✓ reaches a value",
            "owner Client care",
        ]

    def test_nothing_is_said_where_there_is_nothing_to_say(self) -> None:
        table = rows(rendered(PORTAL))
        assert table["e-newsletter"] == ["Newsletter newsletter", "", "", "✕ reaches no value", ""]
        assert table["e-badges"] == ["Badges badges stopped", "", "", "", ""]
        assert table["e-advantage"][1:] == ["", "1 helps it", "is a value", ""]
        assert table["e-it"][1:] == ["", "", "", ""]

    def test_what_is_said_in_the_same_words_comes_together(self) -> None:
        text = """
            value v "V"
            value w "W"
            means a "A"
                serves v, w
                feeds c
            means b "B"
                needs a
            means c "C"
                serves v weakly
                needs a
        """
        assert row(text, "a")[1] == "serves V, W; is needed by B, C"
        assert row(text, "c")[1] == "serves V (weakly)"

    def test_past_a_dozen_they_are_counted(self) -> None:
        values = "".join(f'value v{index} "V{index}"\n' for index in range(15))
        names = ", ".join(f"v{index}" for index in range(15))
        assert row(f'{values}means a "A"\n    serves {names}\n', "a")[1].endswith(", V11 and 3 more")

    def test_attributes_and_what_is_no_purpose(self) -> None:
        text = """
            value v "V"
            objective o "O"
                serves v
                status planned
                sphere both
                since 2026-03
                until 2027-Q2
                measure "days" of m from 5 to 3 by 2027-06
                measure "calls"
                hinders m
                because "clients wait"
                note "Agreed in May"
                tags a, b
            means m "Method"
                serves o
            asset x "X"
                nature intangible
                serves m
            concept c "C"
                keep m
                drop badges because "so"
        """
        assert row(text, "o")[0] == (
            "O o planned · formal and informal · since 2026-03-01 · until 2027-06-30"
            " · measured by days of “Method” from 5 to 3 by 2027-06-30 · measured by calls · hinders “Method”"
            " · because clients wait · Agreed in May · tagged a, b"
        )
        assert row(text, "x")[0] == "X x intangible"
        assert row(text, "c")[0] == "C c keeps “Method” · drops badges"

    def test_circles_are_marked_in_words(self) -> None:
        text = """
            value v "V"
            means a "A"
                serves b
            means b "B"
                serves a, v
            means f "F"
                feeds g
            means g "G"
                serves f, v
            means own "Own"
                serves own, v
                sphere formal
        """
        assert row(text, "a")[0] == "A a ↻ on a circle"
        assert row(text, "f")[0] == "F f ↻ on a flywheel"
        assert row(text, "own")[0] == "Own own ↻ for its own sake · formal"
        assert row(text, "v")[0] == "V v"

    def test_what_is_in_doubt_may_reach_a_value(self) -> None:
        page = rendered('value v "V"\nobjective o "O"\n    serves nowhere\nmeans m "M"\n    serves o\n')
        assert [cells[3] for cells in rows(page).values()] == ["is a value", *["? may reach a value"] * 2]
        assert "of 3 elements reach a value, 2 unclear" in page

    def test_only_harmless_links_are_links(self) -> None:
        links = (
            "https://a.example/x",
            "javascript:alert(1)",
            "data:text/html,x",
            "mailto:a@b.example",
            "HTTP://c.example",
        )
        page = rendered(CLEAN + "".join(f'    link "{link}"\n' for link in links))
        outside = [href for href in read(page).having("href") if not href.startswith("#")]
        assert outside == ["https://a.example/x", "mailto:a@b.example", "HTTP://c.example"]

    def test_its_name_leads_to_its_line_where_that_is_on_the_page(self) -> None:
        assert '<a href="#s+2">trust</a>' in rendered(CLEAN)
        assert "<code>trust</code>" in rendered(CLEAN + "# " + "x" * 200_000)
        assert "<code>" not in rendered("value v\n# " + "x" * 200_000).partition('id="elements"')[2]

    def test_a_title_is_kept_apart_where_it_runs_the_other_way(self) -> None:
        page = rendered('value v "שלום"\nobjective o "Café"\n    serves v\n')
        assert '<a href="#e-v"><bdi>שלום</bdi></a>' in page
        assert '<th scope="row">Café <a' in page

    def test_it_is_short(self) -> None:
        page = render(verdict_of(Source("grown.strat", big_map(25))))
        lengths = [len(line.encode()) for line in page.split("\n") if line.startswith('<tr id="')]
        assert sum(lengths) / len(lengths) <= 350


class TestTheTable:
    def test_it_goes_by_kind(self) -> None:
        text = " ".join(read(rendered(PORTAL)).text("table").split())
        assert text.index("Values 1") < text.index("Objectives 3") < text.index("Means 9") < text.index("Units 2")

    def test_it_scrolls_by_itself_and_by_keyboard(self) -> None:
        wrapper = next(
            a for _, a in read(rendered(PORTAL)).tags if a.get("aria-label") == "Elements of Collaboration 2.0"
        )
        assert (wrapper["class"], wrapper["role"], wrapper["tabindex"]) == ("scroll", "region", "0")

    def test_several_maps_have_a_table_each(self) -> None:
        reader = read(rendered(CLEAN, PORTAL))
        assert reader.having("class").count("elements") == 2
        assert "2 strategy maps" in reader.text("header")
        assert "This is in “Collaboration 2.0”." in reader.text("main")

    def test_without_elements_that_is_said(self) -> None:
        assert "No element is declared." in render(Verdict([], []))
        assert "No element is declared." in rendered('strategy s "S"\n')

    def test_a_thousand_rows_are_all_in_the_page(self) -> None:
        page = rendered("".join(f"means m{index}\n" for index in range(1000)))
        assert len(rows(page)) == 1000
        assert 'id="elements-data"' not in page


class TestVeryManyElements:
    def test_the_first_hundred_are_in_the_page_and_the_others_are_counted(self) -> None:
        page, table = many()
        assert len(table) == 100
        assert "The first 100 of 1500 elements are listed here." in page
        assert '<span class="count">1500</span>' in page

    def test_of_each_map_there_are_so_many(self) -> None:
        page = rendered(CLEAN, "".join(f"means m{index}\n" for index in range(1200)))
        assert len(rows(page)) == 103
        assert page.count('class="none first"') == 1
        assert [len(table["rows"]) for table in data(page)["tables"]] == [3, 1200]

    def test_no_link_leads_to_a_row_that_is_not_there(self) -> None:
        section = many()[0].partition('id="elements-section"')[2].partition("<script")[0]
        assert set(re.findall(r'href="#(e-[^"]*)"', section)) <= many()[1].keys()

    def test_the_data_say_the_same_as_the_rows(self) -> None:
        page, table = many()
        (told,) = data(page)["tables"]
        assert [_as_cells(told["rows"], each) for each in told["rows"][:100]] == list(table.values())
        assert len(told["rows"]) == MANY
        assert list(accumulate(count for _, count in told["groups"]))[-1] == MANY

    def test_the_data_are_short(self) -> None:
        page, _ = many()
        length = len(page.partition('id="elements-data">')[2].partition("</script>")[0])
        assert length / MANY <= 300

    def test_addresses_are_those_of_the_rows(self) -> None:
        page, table = many()
        (told,) = data(page)["tables"]
        assert [each[2] or f"e-{each[0]}" for each in told["rows"][:100]] == list(table)

    def test_hostile_text_is_harmless_in_the_data(self) -> None:
        idle = Source("idle.strat", "".join(f"means idle{index}\n" for index in range(1000)))
        page = render(verdict_of(*hostile_map(), idle))
        (told,) = data(page)["tables"]
        assert {str(each[1])[:5] for each in told["rows"]} >= {text[:5] for text in HARM if text.isascii()}
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u2028\x00-\x1f]", json.dumps(told, ensure_ascii=False))
        raw = page.partition('id="elements-data">')[2].partition("</script>")[0]
        assert not set("<>&'") & set(raw)


def _as_cells(every: list[list[object]], told: list[object]) -> list[str]:
    """A row of the data, told as the script is to tell it."""
    name, title, _, mark, facts, _, purposes, helped, value, owners, *_ = told
    assert isinstance(purposes, list)
    assert isinstance(owners, list)
    assert isinstance(mark, int)
    assert isinstance(value, int)

    def titled(number: int) -> str:
        return str(every[number][1] or every[number][0])

    said = " · ".join(str(each) for each in (MARKS[mark], facts) if each)
    return [
        " ".join(str(each) for each in (title or name, name if title else "", said) if each),
        "".join(part if isinstance(part, str) else titled(part) for part in purposes),
        f"{helped} help{'s' if helped == 1 else ''} it" if helped else "",
        VALUES[value],
        f"owner {', '.join(map(titled, owners))}" if owners else "",
    ]


@pytest.mark.parametrize("count", [0, 1])
def test_small_maps(count: int) -> None:
    assert len(rows(rendered('means m "M"\n' * count))) == count
