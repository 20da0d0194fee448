import os
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from textwrap import dedent

import pytest

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.finding import Severity
from goalgraph.output.html import render
from goalgraph.output.html.ring import ring
from goalgraph.output.verdict import Verdict
from goalgraph.output.wording import Ids, coded, sentence
from goalgraph.source import Source, Span, Unreadable

PORTAL = """
strategy collaboration "Collaboration 2.0"

value advantage "A lasting competitive advantage"

unit care "Client care"
unit it "Information technology"

objective retention "Key accounts stay with us"
    serves advantage strongly because "Two thirds of margin comes from renewals"
    owner care

objective portal-success "Make the portal a success"
    serves portal-adoption
    owner it

objective portal-adoption "80% portal adoption"
    serves portal-training
    owner it

means portal "Project portal"
    serves portal-success
    link "https://intranet.example/portal"

means portal-training "Portal training"
    serves portal

means champions "Portal champions"
    serves portal

means expert-finder "Finding who knows"
    serves retention
    needs directory

means directory "Staff directory"

means wiki "Company wiki"

means wiki-week "Wiki week"
    serves wiki

means newsletter "Newsletter"

means badges "Badges"
    status stopped
"""
CLEAN = """
value trust "People trust us"
objective fast "Complaints are answered in a day"
    serves trust
means shift "Night shift"
    serves fast
"""
VOID = {"meta", "link", "br", "hr", "img", "input"}
BOOLEAN = {"hidden", "open"}
NESTED = {"svg", "path", "polygon", "rect", "text"}


class Reader(HTMLParser):
    """Reads a page strictly: every tag is closed in its order, every attribute is given once and has a value."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[tuple[str, ...], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), f"{tag} has an attribute twice"
        assert all(value is not None or name in BOOLEAN for name, value in attrs), (
            f"{tag} lacks the value of an attribute"
        )
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in NESTED, f"{tag} can't close itself"
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.texts.append((tuple(self.open), data))

    def text(self, tag: str) -> str:
        return "".join(text for where, text in self.texts if tag in where)

    def having(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.tags if attribute in attributes]


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert not reader.open
    return reader


def rendered(*texts: str, config: Config | None = None) -> str:
    analyses = [analyse([Source(f"map{index}.strat", dedent(text))], config) for index, text in enumerate(texts)]
    findings = [finding for analysis in analyses for finding in analysis.findings]
    silenced = [finding for analysis in analyses for finding in analysis.silenced]
    return render(Verdict(analyses, findings, silenced))


def headline(*texts: str, config: Config | None = None) -> str:
    return read(rendered(*texts, config=config)).text("h1")


def blind() -> str:
    source = Source("secret.strat", "")
    analysis = analyse([Unreadable(Span(source, 0, 0), "it is not text", "save it as UTF-8")])
    return render(Verdict([analysis], analysis.findings))


EVERY_PAGE = {
    "portal": rendered(PORTAL),
    "clean": rendered(CLEAN),
    "several": rendered(CLEAN, PORTAL, CLEAN),
    "empty": rendered(""),
    "no map": render(Verdict([], [])),
    "unreadable": blind(),
    "broken": rendered('value v "x\nobjctive o\n'),
}


@pytest.mark.parametrize("page", EVERY_PAGE.values(), ids=EVERY_PAGE.keys())
class TestEveryPage:
    def test_every_tag_is_closed(self, page: str) -> None:
        assert page.startswith('<!doctype html>\n<html lang="en">')
        read(page)

    def test_it_asks_for_nothing(self, page: str) -> None:
        reader = read(page)
        assert not {"link", "img", "iframe", "object", "form"} & {tag for tag, _ in reader.tags}
        names = {name for _, attributes in reader.tags for name in attributes}
        assert not {"style", "src", "srcset", "action"} & names
        assert not {name for name in names if name.startswith("on")}
        assert "url(" not in page.replace("url(#", "")
        assert "@import" not in page

    def test_the_policy_admits_the_style_and_the_script_inside_and_nothing_else(self, page: str) -> None:
        digests = [
            b64encode(sha256(text.encode()).digest()).decode()
            for tag in ("style", "script")
            for text in re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
        ]
        policy = next(a["content"] for _, a in read(page).tags if a.get("http-equiv") == "Content-Security-Policy")
        allowed = (
            "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
        )
        assert policy == allowed.format(*digests)

    def test_headings_are_in_order_and_one_is_the_first(self, page: str) -> None:
        levels = [int(tag[1]) for tag, _ in read(page).tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))

    def test_addresses_are_unique_and_every_link_inside_leads_to_one(self, page: str) -> None:
        reader = read(page)
        ids = reader.having("id")
        assert len(ids) == len(set(ids))
        assert all(re.fullmatch(r"[A-Za-z][\w.+-]*", each, re.ASCII) for each in ids)
        inside = {href[1:] for href in reader.having("href") if href.startswith("#")}
        referred = {each for value in reader.having("aria-labelledby") for each in value.split()}
        assert inside | referred <= set(ids)

    def test_landmarks(self, page: str) -> None:
        tags = [tag for tag, _ in read(page).tags]
        assert [tags.count(tag) for tag in ("header", "main", "footer", "title")] in ([1, 1, 1, 1], [1, 1, 1, 2])

    def test_the_same_bytes_twice(self, page: str) -> None:
        assert page.encode()
        assert page in {
            rendered(PORTAL),
            rendered(CLEAN),
            rendered(CLEAN, PORTAL, CLEAN),
            rendered(""),
            render(Verdict([], [])),
            blind(),
            rendered('value v "x\nobjctive o\n'),
        }


def test_the_same_bytes_under_any_hash_seed() -> None:
    program = (
        "import sys; from goalgraph.analysis import analyse; from goalgraph.source import Source;"
        "from goalgraph.output.html import render; from goalgraph.output.verdict import Verdict;"
        "a = analyse([Source('map0.strat', sys.stdin.read())]);"
        "sys.stdout.buffer.write(render(Verdict([a], a.findings)).encode())"
    )
    pages = {
        subprocess.run(
            [sys.executable, "-c", program],
            input=PORTAL.encode(),
            capture_output=True,
            check=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("1", "2")
    }
    assert pages == {rendered(PORTAL).encode()}


class TestTheVerdict:
    def test_a_closed_loop_is_told_from_what_the_headline_names_back_to_it(self) -> None:
        reader = read(rendered(PORTAL))
        assert reader.text("h1") == "“Project portal” exists to justify itself."
        said = " ".join(" ".join(text for where, text in reader.texts if "section" in where).split())
        assert "↻ Circular goal" in said
        assert "Ask “why?” four times and you are back where you began. 1 more element has a why" in said
        assert (
            "Project portal Why? → Make the portal a success Why? → 80% portal adoption "
            "Why? → Portal training Why? → Project portal again "
            "Try this: Say which objective or value outside the loop would miss “Project portal”, or stop it."
        ) in said

    def test_the_ring_says_that_no_value_is_reached_and_is_an_image_with_a_name(self) -> None:
        reader = read(rendered(PORTAL))
        svg = next(attributes for tag, attributes in reader.tags if tag == "svg" and "aria-hidden" not in attributes)
        assert svg["role"] == "img"
        assert "No value" in reader.text("svg")
        assert "is ever reached" in reader.text("svg")
        assert reader.text("desc").endswith("Project portal again. No value is ever reached.")

    def test_a_loop_that_reaches_a_value_gets_milder_words(self) -> None:
        page = rendered('value v "Trust"\nobjective a "A"\n    serves b, v\nobjective b "B"\n    serves a\n')
        assert read(page).text("h1") == "The reasons for “A” go round in a circle."
        assert "though a value is still reached: “Trust”." in page
        assert "No value" not in page

    def test_a_loop_that_holds_a_value(self) -> None:
        page = rendered('value v "Trust"\n    serves a\nobjective a "A"\n    serves v\n')
        assert "though “Trust” stands on the circle itself." in page
        assert "No value" not in page

    def test_in_a_map_without_values_none_is_claimed_to_be_reached(self) -> None:
        page = rendered('objective top "Top"\nobjective a "A"\n    serves b, top\nobjective b "B"\n    serves a\n')
        assert "though an objective is still reached: “Top”." in page
        assert "A value is" not in page

    def test_where_part_was_not_read_nothing_is_claimed_of_values(self) -> None:
        page = rendered('value v "V"\nobjective a "A"\n    serves b, nowhere\nobjective b "B"\n    serves a\n')
        assert "No value" not in page
        assert "can&#39;t be told: part of the map was not read" in page
        assert "1 link could not be followed" in page

    def test_the_loop_without_a_value_comes_before_the_larger(self) -> None:
        tangled = 'value v "V"\nmeans a "A"\n    serves b, v\nmeans b "B"\n    serves c\nmeans c "C"\n    serves a\n'
        closed = 'means x "X"\n    serves y\nmeans y "Y"\n    serves x\n'
        page = rendered(tangled + closed)
        assert read(page).text("h1") == "“X” exists to justify itself."
        assert "1 more circle is told below." in page

    def test_of_two_the_larger_of_equals_the_first(self) -> None:
        two = 'value v "V"\nmeans a "A"\n    serves b\nmeans b "B"\n    serves a\n'
        three = 'means x "X"\n    serves y\nmeans y "Y"\n    serves z\nmeans z "Z"\n    serves x\n'
        assert headline(two + three) == "“X” exists to justify itself."
        assert headline(two, two) == "“A” exists to justify itself."

    def test_a_deadlock(self) -> None:
        needs = 'means a "A"\n    needs b\nmeans b "B"\n    needs a\n'
        assert headline('value v "V"\n' + needs) == "“A” exists to justify itself."
        reached = f'value v "V"\n{needs}    serves v\n'
        assert headline(reached) == "“A” waits for itself: nothing here can start."
        assert "No value" not in rendered(reached)

    def test_a_flywheel_and_an_element_that_turn_for_nothing(self) -> None:
        assert headline('value v "V"\nobjective a "A"\n    feeds b\nobjective b "B"\n    feeds a\n') == (
            "“A” drives nothing but itself."
        )
        assert headline('value v "V"\nmeans m "M"\n    serves m\n') == "“M” exists to justify itself."

    def test_without_a_loop_the_gravest_error(self) -> None:
        assert headline(CLEAN + 'means lone "Lone"\n') == "“Lone” has no why."
        assert headline(CLEAN + 'means lone "Lone"\nmeans two "Two"\n') == "“Lone” and 1 more have no why."
        promoted = CLEAN + 'means lone "Lone"\nmeans wiki "Wiki"\nmeans week "Wiki week"\n    serves wiki\n'
        assert headline(promoted) == "“Wiki” has become a goal in itself."
        served = 'value v "V"\nobjective o "O"\n    serves v, m\nmeans m "M"\n    serves v because "so"\n'
        said = headline(served)
        assert "“O”" in said
        assert "“M”" in said

    def test_warnings_alone(self) -> None:
        page = rendered('value v "V"\nobjective o "Deploy it"\n    serves v\nmeans m "M"\n    serves o\n')
        assert read(page).text("h1") == "All 3 elements lead to a value."
        assert "1 warning is worth a look." in page
        assert headline('strategy s "S"\nobjective o "O"\nmeans m "M"\n    serves o\n') == (
            "This map names no value: what is all this for?"
        )

    def test_nothing_wrong(self) -> None:
        page = rendered(CLEAN)
        assert read(page).text("h1") == "All 3 elements lead to a value."
        assert "No findings" in page
        assert headline('value v "V"\n') == "The one element is a value."
        assert headline(CLEAN + 'asset desk "Desk"\n    nature tangible\n') == "3 of 4 elements lead to a value."
        assert headline(CLEAN + 'unit u "U"\n') == "All 3 elements lead to a value."

    def test_a_rule_that_is_off_lets_nothing_be_claimed(self) -> None:
        off = Config(severities={"no-value": Severity.OFF})
        assert headline('strategy s "S"\nobjective o "O"\nmeans m "M"\n    serves o\n', config=off) == (
            "No value is named, so nothing here can lead to one."
        )

    def test_nothing_read_and_nothing_there(self) -> None:
        assert read(EVERY_PAGE["empty"]).text("h1") == "There is nothing here to judge."
        assert read(EVERY_PAGE["no map"]).text("h1") == "There is nothing here to judge."
        assert read(EVERY_PAGE["unreadable"]).text("h1") == "The map could not be read."
        assert "secret.strat" in EVERY_PAGE["unreadable"]
        assert read(EVERY_PAGE["broken"]).text("h1") == "The map could not be read."
        assert headline(CLEAN + "objctive o\n") == "Part of the map could not be read."


class TestTiles:
    def test_tiles_count_and_lead_to_what_they_count(self) -> None:
        page = rendered(PORTAL)
        tiles = re.findall(r'href="#([\w-]+)"><span class="number">(\d+)</span> <span class="label">([^<]*)', page)
        assert tiles == [
            ("loops", "1", "loop"),
            ("means-as-goals", "1", "means standing as a goal"),
            ("no-why", "1", "without a why"),
            ("elements", "4", "of 12 elements reach a value"),
        ]

    def test_where_no_value_is_named_the_tile_says_so(self) -> None:
        assert "of 1 element reaches a value: none is named" in rendered('objective o "O"\n')


class TestFindings:
    def test_a_card_tells_the_whole_finding(self) -> None:
        page = rendered(PORTAL)
        card = page[page.index('id="f-closed-loop-') :]
        card = card[: card.index("</article>")]
        text = " ".join(re.sub("<[^>]+>", "", card).split())
        assert "Error" in text
        found = analyse([Source("map0.strat", PORTAL)]).findings
        told = next(finding.violation for finding in found if finding.rule == "closed-loop")
        for said in (told.message, told.why, told.question, *told.helps, *told.notes):
            assert sentence(said).replace("`", "") in text
        assert "80% portal adoption serves Portal training map0.strat:18" in text
        assert "no lighter cut would do. It leaves “80% portal adoption” without a why." in text
        assert "<mark>serves portal-adoption</mark>" in card

    def test_addresses_survive_edits_elsewhere(self) -> None:
        def addresses(text: str) -> set[str]:
            return {each for each in read(rendered(text)).having("id") if each.startswith("f-")}

        before = addresses(PORTAL)
        assert "f-no-why-newsletter" in before
        assert "f-closed-loop-portal+portal-adoption+portal-success+portal-training" in before
        assert before < addresses(f'# a comment\n\n{PORTAL}\nmeans late "Late"\n')

    def test_severity_is_a_word_and_a_shape(self) -> None:
        text = read(rendered(PORTAL)).text("article")
        assert "■" in text
        assert "Error" in text

    def test_past_two_hundred_a_finding_has_a_line_and_keeps_its_address(self) -> None:
        page = rendered('value v "V"\n' + "".join(f"means m{index}\n" for index in range(209)))
        assert page.count("<article") == 200
        assert "10 more, in a line each" in page
        assert {f"f-no-why-m{index}" for index in range(209)} <= set(read(page).having("id"))

    def test_the_gravest_have_cards(self) -> None:
        page = rendered('value v "V"\nmeans own\n  serves own\n' + "".join(f"value w{index}\n" for index in range(300)))
        assert '<article class="card error" id="f-own-purpose-own"' in page

    def test_the_question_is_for_the_unit_that_owns_it(self) -> None:
        page = rendered(PORTAL)
        card = page[page.index('id="f-closed-loop') :].partition("</article>")[0]
        assert 'data-units="e-it"' in card
        assert "Information technology:" in card

    def test_what_does_not_count_is_told_with_its_reason(self) -> None:
        page = rendered('value v "V"\n# goalgraph: ignore no-why because "<b>we know</b>"\nmeans m "M"\n')
        assert "1 known or ignored, which does not count" in page
        assert "Ignored: &lt;b&gt;we know&lt;/b&gt; (map0.strat:2)" in page
        assert "f-no-why-m" not in page

    def test_long_lines_are_cut_around_the_place(self) -> None:
        page = rendered('value v "V"\nobjective o "O"\n    serves ' + "v, " * 300 + "nowhere\n")
        excerpt = re.search(r"<i>3</i>(.*?)</pre>", page)
        assert excerpt
        assert "<mark>" in excerpt[1]
        assert len(excerpt[1]) < 250


HOSTILE = (
    "</script><script>alert(1)</script>",
    '\\"><svg onload=alert(1)>',
    "</title></style><img src=x onerror=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "javascript:alert(1)",
    "` onclick=alert(1) `",
    "<!-- <![CDATA[ &amp; &#0; ",
    "turned \u202e round \u2066 \u200f \u061c",
    "bell \x07 escape \x1b[31m next \x85 line \u2028",
    "W" * 10_000,
    "long words " * 900,
    "שלום العربية 數據",
)


@pytest.mark.parametrize("title", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_does_nothing(title: str) -> None:
    text = f"""
strategy s "{title}"
value v "{title}"
unit u "{title}"
objective o "{title}"
    serves m because "{title}"
    owner u
means m "{title}"
    serves o
    link "{title}"
    link "https://x.example/{title}"
means lone "{title}"
means low "{title}"
    serves v
"""
    analysis = analyse([Source(f'"><b>{title[:40]}\udcff.strat', text)])
    page = render(Verdict([analysis], analysis.findings))
    plain = rendered(re.sub(r'"[^"\n]*"\n', '"T"\n', text.replace('\\"', "")))
    reader = read(page)
    known = {tag for tag, _ in read(plain).tags} | {"code"}
    assert {tag for tag, _ in reader.tags} <= known
    assert not {name for _, attributes in reader.tags for name in attributes if name.startswith("on")}
    assert all(re.match("#|https://x.example/|mailto:", href) for href in reader.having("href"))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", page)
    assert len(page.encode()) < 90_000


def test_any_name_gives_a_safe_address() -> None:
    ids = Ids()
    given = [
        ids.give("f-x", ("a", "b"), "1"),
        ids.give("f-x", ("a", "b"), "2"),
        ids.give("f-x", ("a", "b"), "2"),
        ids.give("f-x", ('"><b>',), ""),
        ids.give("f-x", ("größe",), ""),
        ids.give("f-x", tuple("abc" * 90), ""),
        ids.give("f-x", (), "only the place"),
    ]
    assert given[0] == "f-x-a+b"
    assert len(set(given)) == len(given)
    assert all(re.fullmatch("[A-Za-z0-9_.+-]{1,100}", each) for each in given)


def test_sentences() -> None:
    assert sentence('"A b" (`x`) serves "C": say `because "…"`') == '“A b” serves “C”: say `because "…"`.'
    assert sentence('"A "b" c" (`x`) serves `y`', ['A "b" c']) == "“A “b” c” serves `y`."
    assert sentence("what is it for?") == "What is it for?"
    assert sentence(f'"{"W" * 999}" is long', ["W" * 999]) == f"“{'W' * 159}…” is long."
    assert coded("say `a < b` & <go>") == "say <code>a &lt; b</code> &amp; &lt;go&gt;"


@pytest.mark.parametrize("count", range(2, 9))
def test_no_two_boxes_of_a_ring_overlap_and_no_arrow_is_hidden(count: int) -> None:
    drawn = ring([("A rather long title for a small box", "means", False)] * count)
    assert drawn
    assert len(drawn.arcs) == count
    for index, one in enumerate(drawn.boxes):
        assert 0 <= one.x <= drawn.width - drawn.box_width
        assert 0 <= one.y <= drawn.height - drawn.box_height
        for other in drawn.boxes[index + 1 :]:
            apart = abs(one.x - other.x) >= drawn.box_width + 8, abs(one.y - other.y) >= drawn.box_height + 8
            assert any(apart)
    for arc in drawn.arcs:
        tip = tuple(map(float, arc.head.split()[0].split(",")))
        assert not any(
            box.x < tip[0] < box.x + drawn.box_width and box.y < tip[1] < box.y + drawn.box_height
            for box in drawn.boxes
        )


def test_there_is_no_ring_of_one_or_of_many() -> None:
    assert ring([("A", "means", False)]) is None
    assert ring([("A", "means", False)] * 9) is None
    many = "".join(f"means m{index}\n    serves m{(index + 1) % 9}\n" for index in range(9))
    page = rendered(f'value v "V"\n{many}')
    assert 'role="img" aria-labelledby="ring-title' not in page
    assert page.count("Why? ") == 9


def test_a_map_of_25_elements_is_small() -> None:
    more = "".join(f'means extra{index} "Extra work number {index}"\n    serves retention\n' for index in range(10))
    page = rendered(PORTAL + more)
    assert '<span class="count">25</span>' in page
    assert len(page.encode()) <= 60_000


STYLE = (Path(__file__).parents[2] / "goalgraph" / "output" / "html" / "styles" / "base.css").read_text(
    encoding="utf-8"
)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_told_apart(scheme: int) -> None:
    colours: dict[str, str] = {}
    for block in STYLE.split("@media screen and (prefers-color-scheme: dark)")[: scheme + 1]:
        rules = block if scheme == 0 else block.split("@media")[0]
        colours |= dict(re.findall(r"--([\w-]+): (#[0-9a-f]+);", rules.split("*, ::before")[0]))
    pairs = [(ink, paper) for ink in ("ink", "soft", "red", "amber", "green", "blue") for paper in ("paper", "card")]
    pairs += [("ink", "tint"), ("soft", "tint"), ("ink", "mark"), ("on-blue", "blue"), ("ink", "end"), ("ink", "help")]
    pairs += [("soft", "end"), ("soft", "help"), *((each, f"{each}-tint") for each in ("red", "amber", "green"))]
    too_weak = {pair: contrast(*map(colours.__getitem__, pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in too_weak.items() if ratio < 4.5} == {}


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_cut_of_many_links_is_shown_in_part() -> None:
    names = [f"n{number}" for number in range(8)]
    text = "".join(f"means {name}\n    serves {', '.join(each for each in names if each != name)}\n" for name in names)
    analysis = analyse([Source("map.strat", text)])
    page = render(Verdict([analysis], analysis.findings))
    assert "; and 16 more links: no lighter cut would do." in page
