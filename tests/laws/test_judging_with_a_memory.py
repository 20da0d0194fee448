"""A map that is judged with a memory of how it was comes to the same as one that is read for the first time."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from goalgraph.analysis import Analysis, Memory, analyse
from goalgraph.config import Config
from goalgraph.finding import Edit, Finding
from goalgraph.graph.purpose_graph import PurposeGraph
from goalgraph.model.reader import Reader
from goalgraph.source import Source, Span
from goalgraph.syntax.editing import edits_of

NAMES = tuple(f"n{number}" for number in range(10))
# What maps are made of: a bit of everything; no values; bridges between a few; who owns what.
KINDS = (
    ("value", "objective", "objective", "means", "means", "means", "asset", "bridge", "unit", "concept", "strategy"),
    ("objective", "means", "means", "bridge"),
    ("value", "objective", "means", "asset", "bridge", "bridge"),
    ("value", "objective", "unit", "unit", "means", "bridge"),
)
TITLES = ("Deploy the portal", "Portal", "Better work", "Sales", "Data", "Every client is answered in a day")
LINES = (
    "sphere formal",
    "sphere informal",
    "status stopped",
    "nature intangible",
    'measure "use" of n3 by 2027',
    "since 2028-01-01",
    'because "so"  # goalgraph: ignore unmeasured because "known"',
    'note """open',
    'note "said" """',
    "serves",
    "serve n1",
    "sphere wrong",
    "# goalgraph: ignore no-why",
)
RELATIONS = ("serves", "serves", "serves", "needs", "feeds", "hinders", "owner", "joins", "keep", "drop")

names = st.sampled_from(NAMES)
links = st.builds(
    lambda relation, targets, strength: f"{relation} {', '.join(targets)}{strength}",
    st.sampled_from(RELATIONS),
    st.lists(names, min_size=1, max_size=2),
    st.sampled_from(("", "", " weakly", ' because "x"')),
)


def statements(kinds: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Statements of some kinds."""
    return st.builds(
        lambda kind, name, title, lines: f'{kind} {name} "{title}"\n' + "".join(f"    {line}\n" for line in lines),
        st.sampled_from(kinds),
        names,
        st.sampled_from(TITLES),
        st.lists(st.one_of(links, links, links, st.sampled_from(LINES)), max_size=4),
    )


@st.composite
def edited(draw: st.DrawFn, before: list[list[str]], kinds: tuple[str, ...]) -> list[list[str]]:
    """The files after one edit, as people make them: a character, a statement, an order."""
    now = [list(each) for each in before]
    file = draw(st.sampled_from(now))
    where = draw(st.integers(0, max(len(file) - 1, 0)))
    kind = draw(
        st.sampled_from(
            ("type", "link", "link", "unlink", "retitle", "put in", "take away", "replace", "turn round", "swap files")
        )
    )
    if kind == "put in" or not file:
        file.insert(where, draw(statements(kinds)))
    elif kind == "type":
        at = draw(st.integers(0, len(file[where])))
        typed = draw(st.sampled_from(("x", "", " ", "\n", '"', "#", "\n    serves n1", "😀")))
        file[where] = file[where][:at] + typed + file[where][at + draw(st.integers(0, 1)) :]
    elif kind == "link":
        file[where] = file[where].rstrip("\n") + f"\n    {draw(links)}\n"
    elif kind == "unlink":
        head, *lines = file[where].splitlines(keepends=True) or [""]
        if lines:
            del lines[draw(st.integers(0, len(lines) - 1))]
        file[where] = "".join([head, *lines])
    elif kind == "retitle":
        file[where] = file[where].replace('"', f'"{draw(st.sampled_from(TITLES))} ', 1)
    elif kind == "take away":
        del file[where]
    elif kind == "replace":
        file[where] = draw(statements(kinds))
    elif kind == "turn round":
        file.reverse()
    else:
        now.reverse()
    return now


def told(analysis: Analysis) -> list[Any]:
    """All that is said of a map, with places instead of the texts in which they are."""
    return [_plain(_with_edits(finding)) for finding in (*analysis.findings, *analysis.silenced)]


def _with_edits(finding: Finding) -> object:
    edits: list[tuple[Edit, ...]] = [edits_of(fix) for fix in finding.violation.fixes]
    return (finding, edits)


def _plain(each: object) -> Any:
    if isinstance(each, Span):
        return (each.path, each.start, each.end, each.text)
    if isinstance(each, tuple | list):
        return [_plain(part) for part in each]
    return each


def known(graph: PurposeGraph) -> list[Any]:
    """What is known of a map's graph, with orders, and places in the place of texts."""
    said = [(relation, [_plain(link.place) for link in links]) for relation, links in graph.links.items()]
    arrows = {
        ends: (arrow.weight, [_plain(link.place) for link in arrow.links]) for ends, arrow in graph.arrows.items()
    }
    ordered = [list(each.items()) for each in (graph.steps, graph.purposes, graph.served_by, graph.order)]
    names = [list(graph.elements), [end.name for end in graph.ends], graph.values, graph.anchors, graph.anchored]
    return [said, arrows, *ordered, *names, graph.loop_sets, graph.turning_sets, graph.uncertain]


@settings(max_examples=150)
@given(st.data(), st.sampled_from(KINDS))
def test_a_map_with_a_memory_comes_to_the_same_as_a_new_one(data: st.DataObject, kinds: tuple[str, ...]) -> None:
    memory, reader, config = Memory(), Reader(), Config(time_limit=300.0)
    now = data.draw(st.lists(st.lists(statements(kinds), max_size=9), min_size=2, max_size=2))
    for _ in range(12):
        sources = [Source(f"{name}.strat", "".join(each)) for name, each in zip("ab", now, strict=True)]
        again = analyse(sources, config, reader=reader, memory=memory)
        fresh = analyse(sources, config, reader=reader)
        assert told(again) == told(fresh)
        assert known(again.graph) == known(fresh.graph)
        for _ in range(data.draw(st.integers(1, 2))):
            now = data.draw(edited(now, kinds))
