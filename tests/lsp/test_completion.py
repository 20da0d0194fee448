"""What may be typed at a place is offered there, in an order that helps, and nothing anywhere else."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.lsp import meanings
from goalgraph.lsp.client import Client
from goalgraph.lsp.completing.dates import shortest
from goalgraph.lsp.completing.offers import MOST
from goalgraph.lsp.completion import complete
from goalgraph.model.elements import Kind
from goalgraph.model.links import ADMISSIONS
from goalgraph.model.values import ASSET_NATURES, BRIDGE_NATURES, SPHERES, STATUSES, read_date
from goalgraph.source import Source
from goalgraph.syntax.parser import parse
from goalgraph.syntax.vocabulary import CLAUSES, KINDS, PROPERTIES, STRENGTHS
from tests.laws.maps import Map, maps, text_of
from tests.lsp.views import ABLE, applied, look

MAP = """\
strategy harbour "The harbour"
    horizon 2030
value trades "Own trades"
objective boats "Boatbuilders' children"
    serves trades
means shed "The shed"
    serves boats
means old-shed "The old shed"
    serves boats
    status stopped
asset slip "The slip"
    nature tangible
unit yard "The yard"
concept farming "A recipe"
"""


def _list(text: str, client: Client = ABLE, config: Config | None = None) -> types.CompletionList:
    marked = look(text, client=client, config=config)
    return complete(marked.view, marked.offset)


def _items(text: str, client: Client = ABLE, config: Config | None = None) -> dict[str, types.CompletionItem]:
    items = _list(text, client, config).items
    assert [item.sort_text for item in items] == sorted(str(item.sort_text) for item in items)
    return {item.label: item for item in items}


def _labels(text: str, config: Config | None = None) -> list[str]:
    return list(_items(text, config=config))


def _chosen(text: str, label: str, client: Client = ABLE) -> str:
    """The text after an offer was taken."""
    marked = look(text, client=client)
    item = next(item for item in complete(marked.view, marked.offset).items if item.label == label)
    return applied(marked.view.source.text, [_replacing(item)])


def _replacing(item: types.CompletionItem) -> types.TextEdit:
    """What an offer does where the whole word is replaced."""
    edit = item.text_edit
    assert edit is not None
    return types.TextEdit(edit.replace, edit.new_text) if isinstance(edit, types.InsertReplaceEdit) else edit


@pytest.mark.parametrize(
    "text", ["|", "value a\n|", "value a\n    serves b\n\n|\n", "# c\n\n|", "val|", "value a\n|\r\n"]
)
def test_the_first_column_offers_kinds(text: str) -> None:
    assert _labels(text) == list(KINDS)


def test_a_map_has_one_strategy() -> None:
    assert "strategy" not in _labels("strategy a\n\n|")


def test_a_kind_becomes_a_whole_statement_where_nothing_stands_yet() -> None:
    assert _chosen("obj|", "objective") == 'objective ${1:name} "${2:Title}"\n    serves ${3:end}'
    assert _chosen("obj|", "objective", ABLE._replace(snippets=False)) == "objective"
    assert _chosen('obj| boats "B"', "objective") == 'objective boats "B"'
    assert _chosen("obj|\n    serves a", "objective") == "objective\n    serves a"
    assert _items("|")["value"].insert_text_format == types.InsertTextFormat.Snippet


@pytest.mark.parametrize("kind", Kind)
def test_a_property_is_offered_where_its_kind_admits_it(kind: Kind) -> None:
    labels = _labels(f"{kind} x\n    |")
    for relation, admission in ADMISSIONS.items():
        assert (relation in labels) == (kind in admission.on)
    assert ("nature" in labels) == (kind in (Kind.ASSET, Kind.BRIDGE))
    assert ("horizon" in labels) == (kind is Kind.STRATEGY)


def test_words_of_other_notations_find_the_word_that_is() -> None:
    assert str(_items("goa|")["objective"].filter_text).startswith("objective goal")
    assert "kpi" in str(_items("value a\n    kp|")["measure"].filter_text)


def test_what_is_inserted_can_be_read_as_it_stands() -> None:
    for kind in KINDS:
        below = f"{kind} x\n    |"
        for written in (
            _chosen("|", kind),
            *(_chosen(below, word) for word, item in _items(below).items() if _fills(item)),
        ):
            text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", written)
            assert "$" not in text
            assert not parse(Source("map.strat", text)).statements[0].unread


def _fills(item: types.CompletionItem) -> bool:
    return item.insert_text_format == types.InsertTextFormat.Snippet


def test_what_is_said_once_is_not_offered_twice() -> None:
    assert "status" not in _labels("means x\n    |\n    status idea")
    assert "serves" in _labels("means x\n    serves y\n    |")
    assert "nature" not in _labels("asset x\n    nature tangible\n    |")
    assert "nature" in _labels("bridge x\n    nature technical\n  |")
    assert "status" in _labels("means x\n    sta|tus idea")


def test_the_property_that_is_typed_is_replaced_up_to_the_cursor() -> None:
    assert _chosen("means x\n    ser|", "serves") == "means x\n    serves"
    snippet = 'means x\n    measure "${1:what is counted}" from ${2:now} to ${3:then} by ${4:date}'
    assert _chosen("means x\n    |", "measure") == snippet
    assert _chosen("means x\n    mea| to 3", "measure") == "means x\n    measure to 3"


def test_a_statement_of_another_notation_is_taken_for_what_it_means() -> None:
    assert "horizon" not in _labels("goal x\n    |")
    assert set(_labels("whatever x\n    |")) == set(PROPERTIES)


def test_a_link_offers_the_names_that_it_admits() -> None:
    assert _labels(f"{MAP}means new\n    serves |") == [
        "boats",
        "trades",
        "farming",
        "shed",
        "slip",
        "yard",
        "old-shed",
    ]
    assert _labels(f"{MAP}means new\n    owner |") == ["yard"]
    assert _labels(f"{MAP}concept new\n    keep |") == ["shed", "slip", "old-shed"]
    assert _labels(f"{MAP}value new\n    serves |")[0] == "trades"
    assert _labels(f"{MAP}strategy new\n    serves |") == []
    assert _labels(f"{MAP}whatever new\n    owner |") == ["yard"]


def test_names_come_with_kind_and_title() -> None:
    item = _items(f"{MAP}means new\n    serves |")["boats"]
    assert item.detail == "objective · Boatbuilders' children"
    assert item.filter_text == "boats Boatbuilders' children"
    assert _items(f"{MAP}means new\n    serves |")["old-shed"].detail == "stopped · means · The old shed"


def test_the_element_itself_and_what_is_named_already_are_left_out() -> None:
    labels = _labels(f"{MAP}means new\n    serves trades\n    serves boats, |, shed strongly")
    assert labels == ["farming", "slip", "yard", "old-shed"]
    assert "boats" in _labels(f"{MAP}means new\n    serves trades, boats|")
    assert "boats" in _labels(f"{MAP}means new\n    serves trades, bo|ats")


def test_a_link_that_would_close_a_loop_comes_last_and_is_marked() -> None:
    items = _items(MAP.replace("objective boats", "    serves |\nobjective boats"))
    assert list(items)[-2:] == ["boats", "shed"]
    assert items["shed"].detail == "would close a loop · means · The shed"
    assert items["shed"].label_details == types.CompletionItemLabelDetails(" ↻", "means · The shed")
    needs = _items(f"{MAP}means new\n    serves shed\n    needs |")
    assert [label for label, item in needs.items() if "loop" in str(item.detail)] == ["boats", "shed", "trades"]
    feeds = _items(f"{MAP}means new\n    serves shed\n    feeds |")
    assert not any("loop" in str(item.detail) for item in feeds.values())


@given(maps(), st.sampled_from(("serves", "needs")))
def test_just_the_marked_links_close_a_loop_when_they_are_written(drawn: Map, keyword: str) -> None:
    rest = text_of(drawn[1:])
    marked = look(f"{drawn[0].text}    {keyword} |\n{rest}")
    text = marked.view.source.text
    for item in complete(marked.view, marked.offset).items:
        written = f"{text[: marked.offset]}{item.label}{text[marked.offset :]}"
        graph = analyse([Source("map.strat", written)]).graph
        closed = item.label in graph.loop_of.get(drawn[0].name, ())
        with_before = item.label in marked.view.graph.loop_of.get(drawn[0].name, ())
        assert ("would close a loop" in str(item.detail)) == closed or with_before


def test_names_with_marks_and_dots_are_replaced_whole() -> None:
    text = "value a.b-c\nvalue d\nmeans m\n    serves d, a.b-|  # c\n"
    assert _chosen(text, "a.b-c") == text.replace("a.b-|", "a.b-c")
    item = _items('value é\nmeans m\n    note "𝕥"\n    serves e\u0301|')["é"]
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.range == types.Range(types.Position(3, 11), types.Position(3, 13))


@pytest.mark.parametrize("client", [ABLE, ABLE._replace(inserts_or_replaces=False)])
@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("value vision\nmeans m\n    serves vis|ion, other # c\n", "vision"),
        ("value vision\nmeans m\n    serv|es vision", "serves"),
        ("val|ue vision", "value"),
        ("means m\n    # goalgraph: ignore one-|sphere, loop", "one-sphere"),
        ('means m\n    # goalgraph: ignore self-support bec|ause "x"', "because"),
    ],
)
def test_amid_a_word_the_whole_word_is_replaced(text: str, label: str, client: Client) -> None:
    client = client._replace(snippets=False)
    assert _chosen(text, label, client) == text.replace("|", "")


def test_an_editor_that_can_choose_may_keep_the_rest_of_a_word() -> None:
    edit = _items("value vision\nmeans m\n    serves vis|ion\n")["vision"].text_edit
    assert isinstance(edit, types.InsertReplaceEdit)
    start, cursor, end = (types.Position(2, column) for column in (11, 14, 17))
    assert (edit.insert, edit.replace) == (types.Range(start, cursor), types.Range(start, end))


def test_names_of_other_files_come_after_those_of_this_one() -> None:
    marked = look("value z\nmeans m\n    serves |", {"other.strat": "value a"})
    assert [item.label for item in complete(marked.view, marked.offset).items] == ["z", "a"]


def test_hostile_titles_are_shown_on_one_short_line() -> None:
    item = _items(f'value a "x\\n\u202e{"y" * 500}"\nmeans m\n    serves |')["a"]
    assert "\n" not in str(item.detail)
    assert "\u202e" not in f"{item.detail}{item.filter_text}"
    assert len(str(item.detail)) < 100


def test_after_names_come_strength_and_reason() -> None:
    assert _labels("value a\nmeans m\n    serves a |") == ["weakly", "strongly", "because"]
    assert _labels("value a\nmeans m\n    serves a w|") == ["weakly", "strongly", "because"]
    assert _labels("value a\nmeans m\n    hinders a, b |") == ["because"]
    assert _labels("value a\nmeans m\n    serves a weakly |") == ["because"]
    assert _labels('value a\nmeans m\n    serves a | because "x"') == ["weakly", "strongly"]
    assert _labels("value a\nmeans m\n    serves a because |") == []
    assert _labels("value a\nmeans m\n    feeds a weakly |") == []
    assert _chosen("value a\n    serves b |", "because") == 'value a\n    serves b because "${1:reason}"'


def test_a_measure_goes_on_with_what_is_not_yet_given() -> None:
    assert _labels('value a\n    measure "x" |') == ["of", "from", "to", "by", "because"]
    assert _labels('value a\n    measure "x" from 1 to "2 %" | by 2027') == ["of", "because"]
    assert _labels('value a\n    measure "x" from |') == []
    assert _labels("value a\n    measure |") == []
    assert _labels('value a\n    measure "x"|') == []
    assert _labels('value a\nmeans m\n    measure "x" of |') == ["a"]
    assert _labels('value a\nmeans m\n    measure "x" for 3 |') == []


def test_dates_are_those_that_the_map_leads_to() -> None:
    text = (
        'strategy s\n    horizon 2030\nmeans m\n    since 2027-04\n    until 2028-02-29\nvalue a\n    measure "x" by |'
    )
    labels = _labels(text)
    assert labels[:4] == ["2030", "2028-02", "2027-Q1", "2027-Q2"]
    assert labels[-2:] == ["2027", "2028"]
    items = _items(text)
    assert items["2030"].detail == "the horizon of the strategy · until 2030-12-31"
    assert items["2028-02"].detail == "said 1 time in this map · until 2028-02-29"
    assert items["2027-Q2"].detail == "until 2027-06-30"
    since = _items(text.replace('measure "x" by', "since"))
    assert next(iter(since)) == "2027-Q2"
    assert since["2027-Q2"].detail == "said 1 time in this map · from 2027-04-01"
    assert _labels("value a\n    until |") == []


def test_no_end_is_offered_that_lies_before_the_beginning() -> None:
    labels = _labels("strategy s\n    horizon 2028\nmeans m\n    since 2028-Q3\n    until |")
    assert labels == ["2028", "2028-Q3", "2028-Q4"]


def test_only_a_day_that_is_set_is_today() -> None:
    text = "value a\n    until |"
    config = Config(today=date(2027, 5, 3))
    assert _labels(text, config)[:3] == ["2027-05-03", "2027-Q2", "2027"]
    assert _items(text, config=config)["2027-Q2"].detail == "the end of this quarter · until 2027-06-30"


@given(st.dates(), st.booleans())
def test_a_date_in_short_is_the_same_date(day: date, as_end: bool) -> None:
    assert read_date(shortest(day, as_end=as_end), as_end=as_end) == day


def test_closed_sets_offer_their_words() -> None:
    assert _labels("means a\n    status |") == list(STATUSES)
    assert _labels("means a\n    sphere inf|") == list(SPHERES)
    assert _labels("asset a\n    nature |") == list(ASSET_NATURES)
    assert _labels("bridge a\n    nature technical\n    nature |") == ["organizational"]
    assert _labels("means a\n    status idea |") == []


def test_tags_are_those_that_the_map_knows() -> None:
    assert _labels("value a\n    tags q, r\nvalue b\n    tags s\n    tags q, |") == ["r"]


def test_every_word_of_the_language_has_a_sentence() -> None:
    assert tuple(meanings.KINDS) == KINDS
    assert tuple(meanings.PROPERTIES) == PROPERTIES
    assert tuple(meanings.CLAUSES) == CLAUSES
    assert tuple(meanings.STRENGTHS) == STRENGTHS
    assert (*meanings.SPHERES, *meanings.STATUSES) == SPHERES + STATUSES
    assert tuple(map(tuple, meanings.NATURES.values())) == (ASSET_NATURES, BRIDGE_NATURES)


@pytest.mark.parametrize(
    "text",
    [
        "value |",
        "value a |",
        'value a "T|"',
        'value a "T" |',
        "value a  # s|",
        "    s|",
        "# c|",
        'value a\n    note "|',
        'value a\n    note """\n    s|\n    """',
        'value a\n    note """\n|',
        'value a\n    note """\n\nobj|\n',
        'value a\n    note """x\n\nobj\n  s|\n"""\n',
        "|    serves a",
        "value a\n|    serves a",
        "value a\n    unknown |",
        'value a\n    serves "x", |',
        'value a\n    note "x"|',
        "value a\n    serves , |",
        'value a\n    note "x\\|',
    ],
)
def test_nothing_is_offered_where_nothing_of_the_language_stands(text: str) -> None:
    assert _labels(text) == []


def test_what_was_left_open_ends_where_the_language_says() -> None:
    assert _labels('value a\n    note "open\n    sta|')
    assert _labels('value a\n    note """open\nmeans m\n    sta|')
    assert _labels('value a\n    note """open\nb\n"""\nobj|')


def test_a_text_over_lines_before_the_place_is_passed_over() -> None:
    assert _labels('value a\n    measure """\n    x, # y\n    """ |') == list(CLAUSES)


def test_a_comment_that_ignores_offers_rules_first_those_that_are_told_there() -> None:
    text = "value a\nobjective b\n    serves c\nmeans c\n    serves b  # goalgraph: ignore |\n"
    items = _items(text)
    told = [label for label, item in items.items() if item.detail == "told here"]
    assert "closed-loop" in told
    assert list(items)[: len(told)] == told
    assert items["closed-loop"].documentation
    above = _items("value a\nobjective b\n    serves c\nmeans c\n    # goalgraph: ignore clo|\n    serves b\n")
    assert above["closed-loop"].detail == "told here"
    assert isinstance(text_edit := above["closed-loop"].text_edit, types.TextEdit)
    assert text_edit.range.start.character == len("    # goalgraph: ignore ")


def test_an_ignore_goes_on_with_further_rules_a_reason_and_a_day() -> None:
    config = Config(today=date(2027, 5, 3))
    assert _labels("# goalgraph: |") == ["ignore"]
    assert "no-why" not in _labels("# goalgraph: ignore no-why, |")
    assert _labels("# goalgraph: ignore no-why |") == ["because", "until"]
    assert _labels('# goalgraph: ignore no-why, silo because "x" |') == ["until"]
    assert _labels("# goalgraph: ignore no-why until |", config)[0] == "2027-05-03"
    assert _labels('# goalgraph: ignore no-why because "x" until |', config)[0] == "2027-05-03"
    assert _labels('# goalgraph: ignore no-why because "|') == []
    assert _labels("# goalgraph: please |") == []


def test_a_long_list_is_cut_to_what_matches_what_is_typed() -> None:
    many = "".join(f'value n{number} "Title {number}"\n' for number in range(MOST + 150))
    full = _list(f"{many}means m\n    serves |")
    assert (len(full.items), full.is_incomplete) == (MOST, True)
    some = _list(f"{many}means m\n    serves N24|")
    assert [item.label for item in some.items] == ["n24", *(f"n24{digit}" for digit in range(10))]
    assert some.is_incomplete
    assert [item.label for item in _list(f"{many}means m\n    serves Title|").items][:1] == ["n0"]
    assert len(_list(f"{many}means m\n    serves itle|").items) == MOST
    assert _list(f"{many}means m\n    serves xyz|").items == []
    assert not _list(MAP + "means m\n    serves |").is_incomplete


FRAGMENTS = st.lists(
    st.sampled_from(
        (
            *(
                "\n",
                "\n    ",
                "\r\n",
                " ",
                "value a",
                "means é",
                "serves ",
                "a",
                ", ",
                "because ",
                '"',
                '"""',
                "\\",
                "#",
            ),
            *("# goalgraph: ignore ", "no-why ", "measure ", "by ", "nature ", "tags ", "𝕥", "\t", "\r", "strategy "),
        )
    ),
    max_size=12,
)


@given(FRAGMENTS, FRAGMENTS)
def test_any_place_of_any_text_is_answered_by_edits_of_the_word_at_the_cursor(
    before: list[str], after: list[str]
) -> None:
    start, rest = "".join(before), "".join(after)
    marked = look(f"{start}\0{rest}", mark="\0")
    source = marked.view.source
    for item in complete(marked.view, marked.offset).items:
        place = _replacing(item).range
        assert place.start.line == place.end.line
        assert ABLE.units.offset(source, place.start) <= marked.offset <= ABLE.units.offset(source, place.end)
        if isinstance(item.text_edit, types.InsertReplaceEdit):
            assert item.text_edit.insert.start == place.start
            assert ABLE.units.offset(source, item.text_edit.insert.end) == marked.offset
        assert item.label in applied(source.text, [_replacing(item)])


def test_an_offset_outside_of_the_text_is_taken_to_its_edge() -> None:
    view = look("").view
    assert complete(view, 99) == complete(view, 0) == complete(view, -1)
