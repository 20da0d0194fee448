"""What is read of a file, where exactly it stands, and what a slip leaves unread."""

from textwrap import dedent

import pytest

from goalgraph.analysis import analyse
from goalgraph.reading import decode
from goalgraph.source import Source
from goalgraph.syntax.nodes import Attribute, Document, Head, Link, Measure, Placed, Statement, String, Word
from goalgraph.syntax.parser import parse, read_once
from goalgraph.syntax.statements import swallowed
from goalgraph.syntax.vocabulary import CLAUSES, KINDS, PROPERTIES, STRENGTHS


def _document(text: str) -> Document:
    return parse(Source("map.strat", text))


def _statement(text: str) -> Statement:
    """The one statement of a text that is read without a mistake."""
    document = _document(text)
    (statement,) = document.statements
    assert not document.unread
    assert not statement.unread
    return statement


def _head(statement: Statement) -> Head:
    assert statement.head is not None
    return statement.head


def _names(document: Document) -> list[str | None]:
    return [statement.head.name.text if statement.head else None for statement in document.statements]


def _note(written: str) -> str:
    """What a text says that is written as a note."""
    (item,) = _statement(f"means a\n    note {written}\n").properties
    assert isinstance(item, Attribute)
    (value,) = item.values
    assert isinstance(value, String)
    return value.value


def _nodes(statement: Statement) -> list[Word | String]:
    """Every word and text of a statement, in order."""
    head = _head(statement)
    found: list[Word | String] = [head.kind, head.name, *([head.title] if head.title else []), head.trailer]
    for item in statement.properties:
        found.append(item.keyword)
        if isinstance(item, Link):
            found += [
                *item.targets,
                *([item.strength] if item.strength else []),
                *([item.because] if item.because else []),
            ]
        elif isinstance(item, Measure):
            found += [item.counted, *(node for clause in item.clauses for node in (clause.keyword, clause.value))]
        else:
            found += item.values
        found.append(item.trailer)
    return found


EVERY_NODE = """\
# above

objective retention "Key accounts stay"  # on the head
    # between
    serves advantage, calm strongly because "Two thirds"
    needs directory weakly
    hinders other because "x"
\tmeasure "net \\"revenue\\"" of directory from 88% to "95 %" by 2027-06-30 because "y"
    since 2026-Q1   # on a property

    note \"""
      two
        lines # of text
      \"""
    tags a, b-c
unit it
"""


# --- offsets


def test_every_node_stands_where_its_offsets_say() -> None:
    document = _document(EVERY_NODE)
    placed = next(document.placed)
    for node in _nodes(placed.statement):
        written = node.raw if isinstance(node, String) else node.text

        assert placed.span(node).text == written
    assert document.statements[0].unread == ()


def test_words_and_texts_are_read_in_order_with_what_they_say() -> None:
    nodes = _nodes(_document(EVERY_NODE).statements[0])
    words = [node.value if isinstance(node, String) else node.text for node in nodes if "\n" not in node[0]]
    assert words == [
        *["objective", "retention", "Key accounts stay"],
        *["serves", "advantage", "calm", "strongly", "Two thirds"],
        *["needs", "directory", "weakly"],
        *["hinders", "other", "x"],
        *[
            "measure",
            'net "revenue"',
            "of",
            "directory",
            "from",
            "88%",
            "to",
            "95 %",
            "by",
            "2027-06-30",
            "because",
            "y",
        ],
        *["since", "2026-Q1"],
        "note",
        *["tags", "a", "b-c"],
    ]


def test_kinds_of_nodes() -> None:
    statement = _document(EVERY_NODE).statements[0]
    kinds = [type(item) for item in statement.properties]
    assert kinds == [Link, Link, Link, Measure, Attribute, Attribute, Attribute]


def test_exact_offsets_of_a_head_and_a_link() -> None:
    statement = _statement('means m "M" # c\n  serves  a ,b weakly because "x"\n')
    assert statement.head == Head(
        Word("means", 0, 5), Word("m", 6, 7), String("M", '"M"', 8, 11), Word("# c\n", 12, 16)
    )
    assert statement.properties == (
        Link(
            Word("serves", 18, 24),
            (Word("a", 26, 27), Word("b", 29, 30)),
            Word("weakly", 31, 37),
            String("x", '"x"', 46, 49),
            Word("\n", 49, 50),
        ),
    )


def test_exact_offsets_of_a_measure_and_attributes() -> None:
    statement = _statement('value v\n measure "x" to 3% of y\n sphere both\n tags p,q\n')
    measure, sphere, tags = statement.properties
    assert isinstance(measure, Measure)
    assert (measure.keyword, measure.counted) == (Word("measure", 9, 16), String("x", '"x"', 17, 20))
    assert [(clause.keyword, clause.value) for clause in measure.clauses] == [
        (Word("to", 21, 23), Word("3%", 24, 26)),
        (Word("of", 27, 29), Word("y", 30, 31)),
    ]
    assert sphere == Attribute(Word("sphere", 33, 39), (Word("both", 40, 44),), Word("\n", 44, 45))
    assert tags == Attribute(Word("tags", 46, 50), (Word("p", 51, 52), Word("q", 53, 54)), Word("\n", 54, 55))


def test_a_statement_is_the_same_wherever_it_stands_and_knows_its_place() -> None:
    document = _document("# one\nmeans a\n\n# two\n\nmeans b\n# end\n")
    first, second = document.placed
    assert (first.lead, first.start, first.end) == (0, 6, 13)
    assert (second.lead, second.start, second.end) == (13, 22, 29)
    assert document.tail == 29
    assert second.span(_head(second.statement).name) == (document.source, 28, 29)
    assert _head(second.statement).name.start == 6


# --- the text


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    source = decode('\ufeffmeans a "A"\n'.encode(), "map.strat")
    assert isinstance(source, Source)
    assert (source.bom, source.text) == (True, 'means a "A"\n')
    assert _names(parse(source)) == ["a"]


def test_line_ends_may_be_crlf() -> None:
    document = _document(EVERY_NODE.replace("\n", "\r\n"))
    assert _names(document) == ["retention", "it"]
    assert not any(statement.unread for statement in document.statements)
    plain = _nodes(_document(EVERY_NODE).statements[0])
    read = _nodes(document.statements[0])
    values = [node.value if isinstance(node, String) else node.text.replace("\r", "") for node in read]
    assert values == [node.value if isinstance(node, String) else node.text for node in plain]


def test_line_ends_may_be_mixed() -> None:
    assert _names(_document("means a\r\n    serves b\nmeans b\r\n\r\nmeans c")) == ["a", "b", "c"]


@pytest.mark.parametrize("indent", ["\t", " ", "  \t ", " " * 40])
def test_any_white_space_indents(indent: str) -> None:
    statement = _statement(f"means a\n{indent}serves b\n{indent} owner it\n")
    assert [item.keyword.text for item in statement.properties] == ["serves", "owner"]


def test_tabs_may_part_words() -> None:
    statement = _statement('means\ta\t"A"\n\tserves\tb\t,\tc\tweakly\n')
    (link,) = statement.properties
    assert isinstance(link, Link)
    assert [target.text for target in link.targets] == ["b", "c"]


@pytest.mark.parametrize("last", ["means b", "means b # c", 'means b "B"', "means b\n    serves a", "means b\r"])
def test_the_last_line_may_lack_its_line_end(last: str) -> None:
    document = _document(f"means a\n{last}")
    assert _names(document) == ["a", "b"]
    if not last.endswith("\r"):
        assert document.statements[1].unread == ()


def test_a_lone_carriage_return_is_no_line_end() -> None:
    document = _document("means a\rmeans b\nmeans c\n")
    assert _names(document) == [None, "c"]
    (unread,) = document.statements[0].unread
    assert (unread.mistake, unread.start) == ("invisible-character", 7)


@pytest.mark.parametrize("text", ["", "\n", "  \n\t\n", "# only\n", "  # indented\n\n# only", "\r\n# c\r\n"])
def test_a_file_may_say_nothing(text: str) -> None:
    document = _document(text)
    assert (document.statements, document.starts, document.unread, document.tail) == ((), (), (), 0)


def test_indented_lines_above_the_first_statement_are_one_mistake() -> None:
    text = "# c\n\n    serves a  \n    # c\n    owner it\nmeans b\n"
    document = _document(text)
    (unread,) = document.unread
    assert unread.mistake == "property-before-statement"
    assert text[unread.start : unread.end] == "serves a"
    assert unread.skipped == 1
    assert _names(document) == ["b"]


def test_a_file_of_indented_lines_alone_is_one_mistake() -> None:
    document = _document("    serves a\n    serves b\n    serves c")
    assert [(unread.mistake, unread.skipped) for unread in document.unread] == [("property-before-statement", 2)]


# --- comments


@pytest.mark.parametrize(
    "text",
    [
        'means a "A" # c\n    serves b # "c"\n',
        'means a "A"# c\n    serves b# c\n',
        "means a\n# c\n    serves b\n",
        "means a\n    # c\n\n  # c\n    serves b\n",
        "means a\n    serves b\n    # c\n",
        "means a\n    serves b\n# c\n\n# c",
        "# c\n\n   # c\n# c\nmeans a\n    serves b",
        "means a\n#\n    serves b #\n#\n",
    ],
)
def test_a_comment_may_stand_anywhere(text: str) -> None:
    statement = _statement(text)
    assert _head(statement).name.text == "a"
    (link,) = statement.properties
    assert isinstance(link, Link)
    assert [target.text for target in link.targets] == ["b"]


def test_a_comment_between_statements_belongs_to_the_lower_one() -> None:
    text = "means a\n    owner it\n# of b\n\n# of b too\nmeans b\n"
    _, second = _document(text).placed
    assert text[second.lead : second.start] == "\n# of b\n\n# of b too\n"


def test_a_comment_between_the_lines_of_a_statement_belongs_to_it() -> None:
    document = _document("means a\n# of a\n    # of a too\n    owner it\nmeans b\n")
    first, second = document.placed
    assert first.statement.text.count("# of a") == 2
    assert document.source.text[second.lead : second.start] == "\n"


def test_a_number_sign_in_a_text_is_no_comment() -> None:
    assert _note('"a # b"  # c') == "a # b"


# --- names


@pytest.mark.parametrize("word", [*KINDS, *PROPERTIES, *STRENGTHS, *CLAUSES])
def test_words_of_the_language_may_be_names(word: str) -> None:
    document = _document(
        f'means {word} "T"\n    owner {word}\nvalue v\n    measure "x" of {word}\n    tags {word}, {word}\n'
        f"objective o\n    feeds {word}, {word}\n"
    )
    assert _names(document) == [word, "v", "o"]
    assert not any(statement.unread for statement in document.statements)


@pytest.mark.parametrize("word", [word for word in (*KINDS, *PROPERTIES, *CLAUSES) if word != "because"])
def test_words_of_the_language_may_be_what_a_link_names(word: str) -> None:
    (link,) = _statement(f"means a\n    serves {word}, {word} strongly\n").properties
    assert isinstance(link, Link)
    assert [target.text for target in link.targets] == [word, word]


@pytest.mark.parametrize("name", ["serves-x", "value2", "means.a", "keep_it", "to-", "byx"])
def test_a_name_that_begins_like_a_word_is_a_name(name: str) -> None:
    assert _head(_statement(f"means {name}\n    serves {name}\n")).name.text == name


@pytest.mark.parametrize(
    "name",
    [
        "हिन्दी",
        "क्षेत्र",
        "ग्राहक-सेवा",
        "العملاء",
        "مُدِيرٌ",
        "顧客満足",
        "かばん",
        "ガ",
        "カ\u3099",
        "Πελάτες",
        "ΰ",
        "клиент",
        "לקוחות",
        "ลูกค้า",
        "고객",
        "é",
        "e\u0301",
        "naïve.2_x-",
        "_",
        "_9",
        "می\u200cخواهم",
        "𝒜",
        "ქართული",
    ],
)
def test_a_name_may_be_of_any_script(name: str) -> None:
    statement = _statement(f'means {name} "T"\n    serves {name}, {name}\n    measure "x" of {name}\n')
    assert _head(statement).name.text == name


@pytest.mark.parametrize("name", ["🚀", "a🚀", "9a", "-a", ".a", "a/b", "a'b", "€", "٣x", "\u0301a", "a\u200b"])
def test_what_is_no_name(name: str) -> None:
    document = _document(f"means {name}\nmeans b\n")
    assert _names(document) == [None, "b"]


def test_composed_and_decomposed_letters_are_the_same_name() -> None:
    text = "value v\nobjective é\n    serves v\nmeans m\n    serves e\u0301\n"
    analysis = analyse([Source("map.strat", text)])
    assert analysis.findings == ()
    assert [(link.source, link.target) for link in analysis.map.links] == [("é", "v"), ("m", "é")]


def test_names_are_case_sensitive() -> None:
    elements = analyse([Source("map.strat", "value calm\nvalue Calm\n")]).map.elements
    assert list(elements) == ["calm", "Calm"]


# --- texts


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('""', ""),
        ('" "', " "),
        (r'"a \"b\" c"', 'a "b" c'),
        (r'"\\"', "\\"),
        (r'"\\n"', r"\n"),
        (r'"a\nb\tc"', "a\nb\tc"),
        ('"\t"', "\t"),
        ('"{[;:=]}"', "{[;:=]}"),
        ('"🚀 é"', "🚀 é"),
    ],
)
def test_what_a_text_on_one_line_says(written: str, said: str) -> None:
    assert _note(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('"""one line"""', "one line"),
        ('""""""', ""),
        ('"""\n        a\n        b\n        """', "a\nb"),
        ('"""\n        a\n          b\n\n        c\n    """', "a\n  b\n\nc"),
        ('"""a\n        b\n          c"""', "a\nb\n  c"),
        ('"""\n        # no comment\n        """', "# no comment"),
        ('"""\n        "quoted" and ""twice""\n        """', '"quoted" and ""twice""'),
        ('"""\n        a \\""" b \\\\ \\t\\n\n        """', 'a """ b \\ \t\n'),
        ('"""\n        serves x\n        """', "serves x"),
        ('"""\n\t\ta\n\t\t\tb\n\t"""', "a\n\tb"),
        ('"""\r\n        a\r\n        b\r\n        """', "a\nb"),
    ],
)
def test_what_a_text_over_several_lines_says(written: str, said: str) -> None:
    assert _note(written) == said


def test_a_title_and_a_reason_may_be_texts_over_several_lines() -> None:
    statement = _statement(
        'means a """\n    Long\n    title\n    """\n    serves b because """\n      why\n      """\n'
    )
    title = _head(statement).title
    assert title is not None
    assert title.value == "Long\ntitle"
    (link,) = statement.properties
    assert isinstance(link, Link)
    assert link.because is not None
    assert link.because.value == "why"


def test_lines_after_a_text_are_properties_again() -> None:
    statement = _statement('means a\n    note """\n        x\n        """  # c\n    serves b\n')
    assert [item.keyword.text for item in statement.properties] == ["note", "serves"]


def test_an_unclosed_text_takes_the_rest_of_its_statement() -> None:
    (statement,) = _document('means a\n    owner it\n    note """one\n    serves b\n    since 2027\n').statements
    assert [item.keyword.text for item in statement.properties] == ["owner"]
    assert [unread.mistake for unread in statement.unread] == ["unclosed-text"]


def _told(text: str) -> list[tuple[int, str, tuple[str, ...]]]:
    """The syntax errors of a map: line, message and notes."""
    findings = analyse([Source("map.strat", dedent(text).lstrip("\n"))]).findings
    return [(each.place.line, each.rule, each.violation.notes) for each in findings if each.rule == "syntax-error"]


def test_an_unclosed_text_swallows_lines_up_to_its_closing_quotes() -> None:
    told = _told("""
        value v
        means a
            serves v because "x"
            note \"\"\"
        First line of prose,
        second line of prose
        and the last.\"\"\"
        goal care
        """)
    assert told == [
        (4, "syntax-error", ("3 more lines could not be read because of it",)),
        (8, "syntax-error", ()),
    ]


def test_an_unclosed_text_swallows_lines_up_to_the_next_kind_word() -> None:
    document = _document('means a\n    note """\nprose one\n    indented\nprose two\nvalue v\nprose three\n')
    assert _names(document) == ["a", None, None, "v", None]
    assert swallowed(document.pieces, [0]) == {1: 0, 2: 0}
    assert _told(document.source.text) == [
        (2, "syntax-error", ("3 more lines could not be read because of it",)),
        (7, "syntax-error", ()),
    ]


def test_a_word_that_only_begins_like_a_kind_ends_no_unclosed_text() -> None:
    document = _document('means a\n    note """\nvalues matter\nvalue v\n')
    assert swallowed(document.pieces, [0]) == {1: 0}


def test_statements_inside_an_unclosed_text_declare_nothing() -> None:
    elements = analyse([Source("map.strat", 'means a\n    note """\nprose\n    b\nvalue v\n')]).map.elements
    assert list(elements) == ["a", "v"]


# --- slips


WHOLE = (
    'objective o "An \\"end\\""\n    serves v strongly because "r"\n'
    '    measure "x" from 1 to "2 %" by 2027-Q1\n    tags a, b\n'
)


@pytest.mark.parametrize("length", range(1, len(WHOLE)))
def test_a_half_typed_statement_spoils_nothing_else(length: int) -> None:
    document = _document(f"value v\n{WHOLE[:length].rstrip()}\nmeans m\n    serves v\n")
    first, *_, last = document.statements
    assert (first.text, last.text) == ("value v", "means m\n    serves v")
    assert first.unread == last.unread == ()
    assert len(document.statements) == 3
    assert len(document.statements[1].unread) <= 1


def test_a_forgotten_quote_spoils_its_line_alone() -> None:
    document = _document('means a "A\n    serves b\nmeans b "B"\n')
    assert _names(document) == [None, "b"]
    assert [item.keyword.text for item in document.statements[0].properties] == ["serves"]


def test_a_property_in_the_first_column_is_a_statement_of_its_own() -> None:
    document = _document("means a\nserves b\n    owner it\n")
    assert _names(document) == ["a", None]
    assert [item.keyword.text for item in document.statements[1].properties] == ["owner"]


# --- reading once


def _reads() -> int:
    return read_once.cache_info().misses


def test_an_edit_of_one_line_reads_one_statement_again() -> None:
    lines = [f'means reread{number} "Once"\n    serves reread{number + 1}\n' for number in range(40)]
    before = _reads()
    old = _document("".join(lines)).statements
    assert _reads() - before == 40
    assert _document("".join(lines)).statements == old
    assert _reads() - before == 40
    lines[17] = lines[17].replace("Once", "Once more")
    new = _document("".join(lines)).statements
    assert _reads() - before == 41
    same = [one is other for one, other in zip(old, new, strict=True)]
    assert same == [number != 17 for number in range(40)]


def test_a_new_line_above_reads_no_statement_again() -> None:
    text = "means moved1\n    serves moved2\nmeans moved2\n"
    old = _document(text)
    assert len(old.statements) == 2
    before = _reads()
    new = _document(f"# a comment\n\n{text}")
    assert new.statements == old.statements
    assert _reads() == before
    assert [start - 13 for start in new.starts] == list(old.starts)


def test_placed_statements_cover_the_file_without_gap() -> None:
    document = _document(EVERY_NODE)
    text = document.source.text
    placed: list[Placed] = list(document.placed)
    pieces = [text[each.lead : each.start] + each.statement.text for each in placed]
    assert "".join(pieces) + text[document.tail :] == text
