"""Names resolved, links admitted by their table, and what is left in doubt."""

import re
from itertools import product
from pathlib import Path

import pytest

from goalgraph.model.elements import Kind
from goalgraph.model.links import ADMISSIONS, Relation
from goalgraph.model.problems import BadValue, DeclaredTwice, Doubt, RepeatedLink, UnknownName, WrongKind
from goalgraph.model.resolver import resolve
from goalgraph.model.strategy_map import StrategyMap
from goalgraph.source import Source, Span, Unreadable
from goalgraph.syntax.parser import parse
from goalgraph.syntax.spelling import Speller

README = Path(__file__).parent.parent.parent / "grammar" / "README.md"


def _map(*texts: str) -> StrategyMap:
    return resolve([parse(Source(f"{number}.strat", text)) for number, text in enumerate(texts)])


def _doubt(text: str) -> tuple[set[str], set[str]]:
    doubt = _map(text).doubt
    return set(doubt.why), set(doubt.how)


# --- the table of links


@pytest.mark.parametrize("relation", Relation)
@pytest.mark.parametrize("on", Kind)
def test_a_relation_joins_the_kinds_of_its_table_and_no_others(relation: Relation, on: Kind) -> None:
    admission = ADMISSIONS[relation]
    for named in Kind:
        text = f"{on} a\n    {relation} b\n{named} b\n"
        read = _map(text)
        links = [(link.relation, link.source, link.target) for link in read.links]
        wrong = [problem for problem in read.problems if isinstance(problem, WrongKind)]
        if on in admission.on and named in admission.names:
            assert (links, wrong) == ([(relation, "a", "b")], []), text
            continue
        assert links == [], text
        (problem,) = wrong
        if on not in admission.on:
            assert (problem.place.text, problem.target) == (relation, None)
            assert set(problem.admitted) == admission.on
        else:
            assert (problem.place.text, problem.target) == ("b", read.elements["b"])
            assert set(problem.admitted) == admission.names
        assert (problem.keyword, problem.source.name) == (relation, "a")
        assert {"a"} <= read.doubt.why <= {"a", "b"}
        assert read.doubt.unresolved_links == 1


def _kinds(cell: str) -> set[Kind]:
    named = {Kind(word) for word in re.findall(r"`(\w+)`", cell)}
    return set(Kind) - named if cell.strip().startswith("all but") else named


def test_the_table_is_that_of_the_language_page() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| ([^|]*) \| ([^|]*) \| [^|]* \|$", README.read_text(encoding="utf-8"), re.MULTILINE
    )
    table = {row[0]: row[1:] for row in rows if row[0] in set(Relation)}
    assert set(table) == set(Relation)
    for relation, admission in ADMISSIONS.items():
        on, names = table[relation]
        assert admission.on == _kinds(on), relation
        assert admission.names == _kinds(names), relation
        assert admission.words == ("a word" in names)


@pytest.mark.parametrize("relation", Relation)
def test_only_drop_and_weigh_may_name_a_word(relation: Relation) -> None:
    on = min(ADMISSIONS[relation].on)
    read = _map(f"{on} a\n    {relation} nothing-at-all\n")
    unknown = [problem.name for problem in read.problems if isinstance(problem, UnknownName)]
    assert unknown == ([] if relation in (Relation.DROP, Relation.WEIGH) else ["nothing-at-all"])
    assert len(read.links) == (1 if relation in (Relation.DROP, Relation.WEIGH) else 0)


def test_a_line_that_may_not_stand_there_is_told_once_however_much_it_names() -> None:
    read = _map("concept c\n    serves a, b, nothing\nvalue a\nvalue b\n")
    (problem,) = read.problems
    assert isinstance(problem, WrongKind)
    assert problem.place.text == "serves"
    assert read.doubt.unresolved_links == 3


def test_strength_reason_and_places_of_links() -> None:
    read = _map('means m\n    serves a, b weakly because "x"\n    needs c\nvalue a\nvalue b\nasset c\n')
    told = [(link.place.text, link.name_place.text, link.strength, link.because) for link in read.links]
    assert told == [("a", "a", "weakly", "x"), ("b", "b", "weakly", "x"), ("needs c", "c", None, None)]


# --- links said twice


@pytest.mark.parametrize("lines", ["    serves a, a\n", "    serves a\n    serves b, a strongly\n"])
def test_a_repeated_link_counts_once_and_is_told(lines: str) -> None:
    read = _map(f"means m\n{lines}value a\nvalue b\n")
    assert [link.target for link in read.links].count("a") == 1
    (problem,) = read.problems
    assert isinstance(problem, RepeatedLink)
    assert (problem.first.target, problem.second.target) == ("a", "a")
    assert problem.first.place.start < problem.second.place.start


def test_composed_and_decomposed_names_of_a_link_are_repeated() -> None:
    read = _map("means m\n    serves é, e\u0301\nvalue é\n")
    assert [type(problem) for problem in read.problems] == [RepeatedLink]


@pytest.mark.parametrize(
    "text", ["means m\n    serves a\n    feeds a\nvalue a\n", "means m\n    needs n\nmeans n\n    serves m\n"]
)
def test_two_properties_may_name_the_same_element(text: str) -> None:
    assert _map(text).problems == ()


# --- names declared twice


def test_a_name_with_several_statements_keeps_the_first_and_the_links_of_all() -> None:
    read = _map("means a\n    serves v\nvalue v\n", 'objective a "Again"\n    serves w\nvalue w\nunit a\n')
    (problem,) = read.problems
    assert isinstance(problem, DeclaredTwice)
    assert problem.name == "a"
    assert [place.where for place in problem.places] == ["0.strat:1:7", "1.strat:1:11", "1.strat:4:6"]
    assert read.elements["a"].kind is Kind.MEANS
    assert [(link.source, link.target) for link in read.links] == [("a", "v"), ("a", "w")]


def test_a_second_strategy_is_told() -> None:
    (problem,) = _map("strategy one\n", "strategy two\n").problems
    assert isinstance(problem, DeclaredTwice)
    assert (problem.name, problem.second_strategy) == ("one", "two")


def test_documents_are_put_in_order_of_path() -> None:
    documents = [parse(Source("b.strat", "means b\n")), parse(Source("a.strat", "means a\n"))]
    assert list(resolve(documents).elements) == ["a", "b"]


def test_a_title_is_one_line_and_an_empty_one_is_the_name() -> None:
    elements = _map('means a """\n    Long\n    title\n    """\nmeans b " "\nmeans c\n').elements
    assert [element.title for element in elements.values()] == ["Long title", "b", "c"]


# --- values of attributes


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("sphere formel", "formel"),
        ("status running", "running"),
        ("since 2027-13", "2027-13"),
        ("until 2027-02-30", "2027-02-30"),
        ("horizon 2027", "horizon"),
        ("nature organizational", "organizational"),
        ('measure "x" from many', "many"),
        ('measure "x" to "a lot"', '"a lot"'),
        ('measure "x" by soon', "soon"),
        ('measure "x" by 2027 by 2028', "by"),
        ("sphere formal\n    sphere formal", "sphere"),
        ("status idea\n    status done", "status"),
        ("since 2027\n    since 2027", "since"),
        ("nature tangible\n    nature intangible", "intangible"),
        ("nature tangible\n    nature tangible", "tangible"),
        ("since 2028\n    until 2027", "2027"),
        ('since 2028\n    measure "x" by 2027-Q4', "2027-Q4"),
    ],
)
def test_a_bad_value_is_told_at_its_place(line: str, place: str) -> None:
    (problem,) = _map(f"asset a\n    {line}\n").problems
    assert isinstance(problem, BadValue)
    assert (problem.element, problem.place.text) == ("a", place)
    assert problem.message
    assert problem.hint


@pytest.mark.parametrize(
    "line",
    [
        "sphere both",
        "status stopped",
        "nature intangible",
        "since 2027\n    until 2027",
        "since 2027-12-31\n    until 2027",
        'because "a"\n    because "b"',
        'note "a"\n    note "b"',
        'measure "a"\n    measure "b" to 3',
        'link "https://example.org"\n    source "x"',
    ],
)
def test_values_that_are_good(line: str) -> None:
    assert _map(f"asset a\n    {line}\n").problems == ()


def test_a_bridge_may_have_both_natures() -> None:
    read = _map("bridge b\n    nature organizational\n    nature technical\n")
    assert read.problems == ()
    assert read.elements["b"].natures == ("organizational", "technical")


def test_dates_are_read_as_beginning_and_end() -> None:
    element = _map('objective o\n    since 2027\n    until 2027-Q2\n    measure "x" by 2027-02\n').elements["o"]
    assert [str(each) for each in (element.since, element.until, element.measures[0].by)] == [
        "2027-01-01",
        "2027-06-30",
        "2027-02-28",
    ]


# --- suggestions


@pytest.mark.parametrize(
    ("keyword", "kind", "meant"),
    [("serves", "means", "care-team"), ("owner", "means", "care-teams"), ("keep", "concept", "care-team")],
)
def test_a_suggestion_is_of_a_kind_that_is_admitted(keyword: str, kind: str, meant: str) -> None:
    (problem,) = _map(f"{kind} m\n    {keyword} care-tea\nunit care-teams\nmeans care-team\n").problems
    assert isinstance(problem, UnknownName)
    assert problem.nearest is not None
    assert problem.nearest.name == meant


def test_a_suggestion_of_another_kind_is_better_than_none() -> None:
    (problem,) = _map("means m\n    owner retentio\nobjective retention\n").problems
    assert isinstance(problem, UnknownName)
    assert problem.nearest is not None
    assert problem.nearest.name == "retention"


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    (problem,) = _map("means m\n    serves xyzzy\nvalue calm\n").problems
    assert isinstance(problem, UnknownName)
    assert (problem.nearest, problem.place.text, problem.said_by) == (None, "xyzzy", "m")


def test_an_unknown_name_of_a_measure_is_told() -> None:
    (problem,) = _map('objective o\n    measure "x" of portl\nmeans portal\n').problems
    assert isinstance(problem, UnknownName)
    assert (problem.keyword, problem.nearest and problem.nearest.name) == ("of", "portal")


def test_a_name_known_near_by_is_told_with_its_file() -> None:
    document = parse(Source("a.strat", "means m\n    serves calm\n"))
    (problem,) = resolve([document], nearby={"calm": "../b.strat"}).problems
    assert isinstance(problem, UnknownName)
    assert problem.elsewhere == "../b.strat"


def test_ten_thousand_unknown_names_are_bounded_work(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    search = Speller.nearest

    def counted(self: Speller, word: str, limit: int = 1, at_least: float = 0.6) -> list[str]:
        asked.append(word)
        return search(self, word, limit, at_least)

    monkeypatch.setattr(Speller, "nearest", counted)
    names = [f"missing-{number}" for number in range(10_000)]
    text = "".join(f"means known-{number}\n    serves {name}\n" for number, name in enumerate(names))
    problems = _map(text).problems
    assert [problem.name for problem in problems if isinstance(problem, UnknownName)] == names
    assert 0 < len(asked) <= 500


# --- doubt


MAP = "value calm\nobjective care\n    serves calm\nmeans portal\n    {line}\nmeans other\n    serves care\n"
EVERYTHING = {"calm", "care", "portal", "other"}


def test_nothing_is_in_doubt_where_all_is_read() -> None:
    assert _map(MAP.format(line="serves care")).doubt == Doubt()


@pytest.mark.parametrize(
    ("line", "why", "how"),
    [
        ("servs care", {"portal", "care"}, {"care"}),
        ("serves care calm", {"portal", "care", "calm"}, {"care", "calm"}),
        ("serves", {"portal"}, EVERYTHING),
        ("supports", {"portal"}, EVERYTHING),
        ("serves cafe", {"portal", "care"}, {"portal", "care"}),
        ("serves xyzzy", {"portal"}, EVERYTHING),
        ("feeds xyzzy", {"portal"}, EVERYTHING),
        ("needs xyzzy", {"portal"}, {"portal"}),
        ("owner xyzzy", {"portal"}, {"portal"}),
        ("hinders xyzzy", {"portal"}, {"portal"}),
        ('measure "x" of xyzzy', {"portal"}, {"portal"}),
        ("needs othr", {"portal", "other"}, {"portal", "other"}),
        ("owner care", {"portal", "care"}, {"portal", "care"}),
        ("keep care", {"portal", "care"}, {"portal", "care"}),
        ("nature x y", {"portal"}, EVERYTHING),
        ('note """', {"portal"}, EVERYTHING),
        ('note """about care', {"portal", "care"}, {"care"}),
        ("note care and so on", set(), set()),
        ("since care", set(), set()),
        ("since", set(), set()),
        ("tags a b", set(), set()),
        ('because "x', set(), set()),
    ],
)
def test_what_a_line_puts_in_doubt(line: str, why: set[str], how: set[str]) -> None:
    assert _doubt(MAP.format(line=line)) == (why, how)


def test_a_first_line_that_is_not_read_puts_in_doubt_what_its_statement_names() -> None:
    assert _doubt("goal g\n    serves care\nobjective care\nvalue calm\n") == ({"care"}, {"care"})


def test_a_name_whose_statement_is_not_read_is_not_unknown() -> None:
    read = _map("goal care\n    serves calm\nvalue calm\nmeans m\n    serves care\n")
    assert [type(problem).__name__ for problem in read.problems] == ["UnreadText"]
    assert read.doubt.why == {"calm", "m"}
    assert read.doubt.how == {"calm", "m"}
    assert (read.doubt.unread_lines, read.doubt.unresolved_links) == (2, 1)


def test_indented_lines_above_the_first_statement_put_in_doubt_what_they_name() -> None:
    why, how = _doubt("    serves care\n    owner it\nobjective care\nvalue calm\n")
    assert (why, how) == ({"care"}, {"care"})


def test_statements_in_an_unclosed_text_put_in_doubt_what_they_name() -> None:
    why, how = _doubt('means m\n    note """\nabout care\n    and calm\nvalue calm\nobjective care\nmeans n\n')
    assert {"m", "care", "calm"} <= why
    assert {"care", "calm"} <= how


def test_a_file_that_can_not_be_read_puts_everything_in_doubt_and_no_name_is_unknown() -> None:
    broken = Unreadable(Span(Source("broken.strat", ""), 0, 0), "not UTF-8", "save it as UTF-8")
    read = resolve([parse(Source("a.strat", "means m\n    serves calm\n"))], [broken])
    assert read.problems == ()
    assert (read.doubt.everything, read.doubt.unread_files) == (True, 1)


def test_lines_and_links_in_doubt_are_counted() -> None:
    read = _map("    x\n    y\nmeans m\n    servs a\n    serves b, c, d\n    note x\nvalue d\ngoal g\n    serves d\n")
    assert (read.doubt.unread_lines, read.doubt.unresolved_links) == (2 + 1 + 1 + 2, 2)


def test_all_kinds_can_be_declared_and_ranked() -> None:
    read = _map("".join(f"{kind} e-{kind}\n" for kind in Kind))
    assert [element.kind for element in read.elements.values()] == list(Kind)
    ranks = {kind: kind.rank for kind in Kind}
    assert all(
        (ranks[one] > ranks[other]) == (one is Kind.VALUE != other or (one is Kind.OBJECTIVE and ranks[other] == 0))
        for one, other in product(Kind, Kind)
        if one is not other
    )
