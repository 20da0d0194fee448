"""The map on the page, whole or folded, and the small maps beside findings."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Sequence

import pytest

from goalgraph.analysis import analyse
from goalgraph.output.html import map as of_maps
from goalgraph.output.html import render
from goalgraph.output.layout import lay_out
from goalgraph.output.layout.picture import Picture
from goalgraph.output.layout.scene import Scene
from goalgraph.output.maps.folding import MOST
from goalgraph.output.verdict import Verdict
from goalgraph.source import Source
from tests.browser.maps import PAGES, page_called
from tests.output.maps.laws import many

PLAN = """
strategy plan "Plan"
value trust "People trust us"
unit care "Client care"
unit it "IT"
objective fast "Answers in a day"
    serves trust
    owner care
means portal "Portal"
    serves fast
    needs training
    owner it
means training "Training"
    needs portal
    owner it
means gone "Gone"
    serves fast
    status stopped
"""


def page_of(*maps: str) -> str:
    analyses = [analyse([Source(f"{number}/map.strat", text)]) for number, text in enumerate(maps)]
    return render(Verdict(analyses, [finding for analysis in analyses for finding in analysis.findings]))


def section_of(page: str) -> str:
    found = re.findall(r'<section id="map-section".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def large(page: str) -> list[str]:
    return re.findall(r'<svg class="map".*?</svg>', page, re.DOTALL)


def small(page: str) -> list[str]:
    return re.findall(r'<svg class="map small".*?</svg>', page, re.DOTALL)


def keys(svg: str) -> dict[str, str]:
    """What each box leads to, by its key."""
    return {key: href for href, key in re.findall(r'href="([^"]*)" data-key="([^"]*)"', svg)}


def views(page: str) -> list[list[tuple[str, list[str]]]]:
    """The views of each map: a label, and what the boxes lead to that are shown."""
    (told,) = re.findall(r'<script type="application/json" id="report-data">(.*?)</script>', page)
    led = [keys(svg) for svg in large(page)]
    return [
        [(label, [led[at][str(number)] for number in numbers]) for label, numbers in of_map]
        for at, of_map in enumerate(json.loads(told)["views"])
    ]


def test_every_element_that_goes_on_has_a_box_that_leads_to_its_row() -> None:
    page = page_of(PLAN)
    (svg,) = large(page)
    assert sorted(keys(svg).values()) == ["#e-fast", "#e-portal", "#e-training", "#e-trust"]
    for href in keys(svg).values():
        assert f'<tr id="{href[1:]}"' in page


def test_it_is_said_in_a_sentence_what_has_no_box() -> None:
    assert "Not drawn: 2 units and concepts and 1 stopped." in section_of(page_of(PLAN))
    assert "Not drawn" not in section_of(page_of('value v "V"\nmeans m "M"\n    serves v\n'))


def test_the_legend_tells_the_signs_that_are_there_and_no_others() -> None:
    plain = section_of(page_of('value v "V"\nmeans m "M"\n    serves v\n'))
    told = section_of(page_of(f'{PLAN}asset a "A"\n    serves fast\nbridge b "B"\n    joins portal, training\n'))
    for words in ("A circle", "Square corners: an asset", "Round ends: a bridge"):
        assert words in told
        assert words not in plain
    assert "Dashed: informal" not in told
    assert "Dashed: informal" in section_of(page_of('value v "V"\nmeans m "M"\n    serves v\n    sphere informal\n'))


def test_assets_and_bridges_differ_from_means_in_their_corners() -> None:
    (svg,) = large(page_of(f'{PLAN}asset a "A"\n    serves fast\nbridge b "B"\n    joins portal, training\n'))
    corners = dict(re.findall(r'class="box (\w+)[^>]*>(?:<title>[^<]*</title>)?<rect [^>]*rx="(\d+)"', svg))
    assert len({corners[kind] for kind in ("means", "asset", "bridge")}) == 3


def test_the_views_of_a_map_show_boxes_that_are_in_its_picture() -> None:
    page = page_of(PLAN)
    ((loops, care, it),) = views(page)
    assert loops[0] == "Loops and their neighbours"
    assert set(loops[1]) == {"#e-portal", "#e-training", "#e-fast"}
    assert care == ("Client care", ["#e-trust", "#e-fast", "#e-portal"])
    assert it[0] == "IT"


def test_a_choice_of_views_is_kept_for_the_script_where_there_are_any() -> None:
    assert '<div class="views" hidden></div>' in page_of(PLAN)
    page = page_of('value v "V"\nmeans m "M"\n    serves v\n')
    assert 'class="views"' not in page
    assert views(page) == []


def test_a_large_map_is_folded_and_has_its_loops_beside_it() -> None:
    page = page_called("folded")
    whole, *further = large(page)
    assert len(keys(whole)) <= MOST
    assert "Folded" in section_of(page)
    assert 'class="views"' not in page
    assert len(further) >= 1
    captions = re.findall(r"<summary>(.*?)</summary>", section_of(page))
    assert captions[0] == "Loops and their neighbours"
    assert len(captions) == len(further)
    assert all(len(keys(svg)) <= MOST for svg in further)


def test_units_keep_their_names_as_they_are() -> None:
    text = "".join((*many("means", 90, "    owner it\n"), 'unit it "IT"\nunit HR "HR"\nmeans h "H"\n    owner HR\n'))
    assert re.findall(r'<svg class="map"[^>]*aria-label="([^"]*)"', page_of(text)) == [
        "Strategy map: the whole map, folded",
        "Strategy map: HR",
    ]


def test_several_maps_have_headings_and_of_very_many_only_some_are_drawn() -> None:
    one, two, many_maps = (
        page_of(*(f'strategy s "Plan {n}"\nvalue v "V"\nmeans m "M"\n    serves v\n' for n in range(count)))
        for count in (1, 2, 14)
    )
    assert "<h3>" not in section_of(one)
    assert section_of(two).count("<h3>") == 2
    assert len(large(many_maps)) == 12
    assert re.findall(r"Not drawn, as there are so many maps: (.*)</p>", section_of(many_maps)) == [
        "<bdi>Plan 12</bdi>, <bdi>Plan 13</bdi>."
    ]


def test_a_map_without_elements_has_no_section() -> None:
    assert section_of(page_of("")) == ""
    assert section_of(page_of('strategy s "S"\nunit u "U"\nconcept c "C"\n')) == ""


def test_a_box_leads_to_the_table_where_its_row_is_not_on_the_page() -> None:
    loop = "".join(many("asset", 3, "    serves asset-{1}\n"))
    page = page_of("".join(many("means", 1_100)) + loop)
    _, around = large(page)
    assert len(keys(around)) == 3
    assert 'id="e-asset-0"' not in page
    assert re.findall(r'href="([^"]*)"', around) == ["#elements"] * 3


@pytest.mark.parametrize("name", PAGES)
def test_pictures_are_well_formed_and_their_keys_are_their_own(name: str) -> None:
    page = page_called(name)
    for svg in (*large(page), *small(page)):
        ET.fromstring(svg)
        assert len(set(keys(svg))) == len(keys(svg))
        ends = re.findall(r'data-(?:from|to)="([^"]*)"', svg)
        assert set(ends) <= set(keys(svg))
    for svg in large(page):
        for address in re.findall(r'href="#([^"]*)"', svg):
            assert f'id="{address}"' in page


@pytest.mark.parametrize("name", PAGES)
def test_a_small_map_is_one_image_with_a_name(name: str) -> None:
    for svg in small(page_called(name)):
        assert 'role="img"' in svg
        assert re.search(r'aria-label="“.+” and its neighbours"', svg)
        assert "data-" not in svg
        assert "<a " not in svg
        assert svg.count('class="box') <= 12


def test_a_finding_has_a_small_map_where_there_is_a_link_to_show() -> None:
    page = page_of('means one "One"\n    serves one\nmeans alone "Alone"\n')
    cards = re.findall(r"<article.*?</article>", page, re.DOTALL)
    assert {("f-own-purpose" in card, len(small(card))) for card in cards} == {(True, 1), (False, 0)}


def test_everything_is_laid_out_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def counting(scenes: Sequence[Scene]) -> tuple[Picture, ...]:
        asked.append(len(scenes))
        return lay_out(scenes)

    monkeypatch.setattr(of_maps, "lay_out", counting)
    page = page_of(PLAN, PLAN)
    assert asked == [len(large(page)) + len(small(page))]
