"""Whatever is read, nothing is raised, and every place of every finding lies inside its source."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.analysis import analyse
from goalgraph.reading import decode
from goalgraph.source import Source, Unreadable
from tests.laws.maps import Map, maps, text_of
from tests.laws.places import check_analysis

EXAMPLES = [
    path.read_text(encoding="utf-8")
    for path in sorted((Path(__file__).parent.parent.parent / "examples").rglob("*.strat"))
]
SCRAPS = st.sampled_from(
    (
        *(
            '"',
            '"""',
            "\\",
            "#",
            ",",
            ":",
            "=",
            "{",
            "\n",
            "\r",
            "\r\n",
            "\t",
            " ",
            "\u00a0",
            "\u2028",
            "\x0c",
            "\x0b",
            "\x1c",
        ),
        *(
            "\x85",
            "\u200b",
            "\ufeff",
            "“",
            "،",
            "é",
            "🚀",
            "\u0301",
            "9",
            "%",
            "serves",
            "strategy",
            "value ",
            "\nmeans x\n",
        ),
        *(
            "\n    serves ",
            "\n    since 2027-99",
            "\n    feeds a1, a1",
            "status stopped",
            "because",
            "weakly",
            "measure",
        ),
    )
)


def _check(sources: list[Source | Unreadable]) -> None:
    check_analysis(analyse(sources), sources)


@given(st.text(max_size=80))
def test_of_any_text(text: str) -> None:
    _check([Source("map.strat", text)])


@given(st.lists(SCRAPS, max_size=25).map("".join))
def test_of_scraps_of_the_language(text: str) -> None:
    _check([Source("map.strat", text), Source("other.strat", 'value a1 "A"\n    serves a1\n')])


@given(st.binary(max_size=60) | st.lists(SCRAPS.map(str.encode) | st.binary(max_size=3), max_size=20).map(b"".join))
def test_of_any_bytes(data: bytes) -> None:
    _check([decode(data, "map.strat"), decode(b"value v\nmeans m\n    servs v\n", "good.strat")])


@st.composite
def _edited(draw: st.DrawFn, texts: st.SearchStrategy[str]) -> str:
    """A text with a few stretches taken out, put in elsewhere, or replaced by scraps."""
    text = draw(texts)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.sampled_from((0, 0, 1, 2, 10, 40))))
        text = text[:start] + draw(SCRAPS | st.just("")) + text[end:]
    return text


@given(_edited(maps(most=5).map(text_of)))
def test_of_a_map_with_random_edits(text: str) -> None:
    _check([Source("map.strat", text)])


@given(_edited(st.sampled_from(EXAMPLES)), st.sampled_from(EXAMPLES))
def test_of_an_example_with_random_edits(text: str, other: str) -> None:
    _check([Source("map.strat", text), Source("other.strat", other)])


@given(_edited(st.sampled_from(EXAMPLES)), st.booleans())
def test_of_an_example_that_ends_anywhere(text: str, crlf: bool) -> None:
    for length in (len(text) // 3, 2 * len(text) // 3):
        start = text[:length].replace("\n", "\r\n") if crlf else text[:length]
        _check([Source("map.strat", start)])


@given(maps())
def test_of_a_map_without_a_mistake(elements: Map) -> None:
    _check([Source("map.strat", text_of(elements))])
