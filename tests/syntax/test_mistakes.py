"""Every named mistake: its snippets show it, it points at the smallest wrong stretch, and it spoils one line."""

import pytest

from goalgraph.analysis import analyse
from goalgraph.source import Source
from goalgraph.syntax.mistakes import MISTAKES
from goalgraph.syntax.nodes import Document, Statement, Unread
from goalgraph.syntax.parser import parse
from goalgraph.syntax.statements import swallowed

SNIPPETS = [(mistake.slug, snippet) for mistake in MISTAKES for snippet in mistake.snippets]

# One snippet for each mistake, and the stretch of it that is wrong.
STRETCHES = {
    "unclosed-text": ('means portal "Portal"\n    note """\nnever closed\n', '"""'),
    "bad-escape": ('means portal "Files in C:\\Users"\n', "\\U"),
    "unclosed-string": ('means portal "Portal"\n    because "half a  \n', '"half a'),
    "other-quotes": ("means portal “Portal”\n", "“"),
    "invisible-character": ("means\u00a0portal\n", "\u00a0"),
    "colon-or-equals": ("means portal\n    serves: care\n", ":"),
    "braces": ("means portal\n    serves care;\n", ";"),
    "other-comma": ("means portal\n    serves care،  sales\n", "،"),
    "bad-name": ("means portal\n    serves 2nd, care\n", "2nd"),
    "property-in-first-column": ("owner it\n", "owner"),
    "unknown-kind": ('initiative portal "Portal"\n', "initiative"),
    "missing-name": ("unit # to be named\n", ""),
    "title-without-quotes": ("means project portal rollout\n", "portal rollout"),
    "more-after-title": ('means portal "Portal" serves care\n', "serves care"),
    "indented-statement": ("means portal\n    objective care\n", "objective"),
    "date-outside-measure": ("means portal\n    deadline 2027-03\n", "deadline"),
    "unknown-property": ("means portal\n    supports care\n", "supports"),
    "missing-target": ("means portal\n    owner # who?\n", ""),
    "stray-comma": ("means portal\n    serves care,, sales\n", ","),
    "title-for-name": ('means portal\n    serves care, "Sales" strongly\n', '"Sales"'),
    "strength-elsewhere": ('means portal\n    hinders care weakly because "x"\n', "weakly"),
    "strength-misplaced": ("means portal\n    serves care weakly strongly\n", "strongly"),
    "missing-comma": ("means portal\n    needs a and b\n", "and"),
    "missing-quotes": ("means portal\n    because it is time\n", "it is time"),
    "missing-value": ('objective care\n    measure "x" to 95% by\n', ""),
    "quotes-around-word": ('means portal\n    since "2027"\n', '"2027"'),
    "unknown-clause": ('objective care\n    measure "x" until 2027\n', "until"),
    "left-over": ("means portal\n    since 2027 2028\n", "2028"),
}


def _document(text: str) -> Document:
    return parse(Source("map.strat", text))


def _first(snippet: str) -> tuple[Statement, Unread]:
    statement = _document(snippet).statements[0]
    return statement, statement.unread[0]


def _broken_property_lines() -> list[tuple[str, str]]:
    """The snippets that are one good first line and one broken property line, by slug, with that line."""
    found = []
    for slug, snippet in SNIPPETS:
        head, *following = snippet.rstrip("\n").split("\n")
        if slug not in ("unclosed-text", "indented-statement") and len(following) == 1 and "\r" not in head:
            found.append((slug, following[0]))
    return found


@pytest.mark.parametrize(("slug", "snippet"), SNIPPETS)
def test_a_snippet_shows_its_mistake_before_any_other(slug: str, snippet: str) -> None:
    _, unread = _first(snippet)
    assert unread.mistake == slug


@pytest.mark.parametrize(("slug", "snippet"), SNIPPETS)
def test_a_mistake_lies_inside_its_line_and_its_statement(slug: str, snippet: str) -> None:
    statement, unread = _first(snippet)
    assert 0 <= unread.line_start <= unread.start <= unread.end <= unread.line_end, slug
    assert unread.end <= len(statement.text)
    assert "\n" not in statement.text[unread.start : unread.end]


@pytest.mark.parametrize(("slug", "snippet"), SNIPPETS)
def test_a_mistake_has_words_and_help(slug: str, snippet: str) -> None:
    _, unread = _first(snippet)
    assert unread.message.strip(), slug
    assert unread.hint.strip()
    assert "\n" not in unread.message + unread.hint


@pytest.mark.parametrize("slug", [mistake.slug for mistake in MISTAKES])
def test_the_smallest_wrong_stretch_is_shown(slug: str) -> None:
    snippet, stretch = STRETCHES[slug]
    statement, unread = _first(snippet)
    assert (unread.mistake, statement.text[unread.start : unread.end]) == (slug, stretch)


@pytest.mark.parametrize("slug", ["missing-name", "missing-target", "missing-value"])
def test_what_is_missing_is_missing_right_after_the_last_word(slug: str) -> None:
    statement, unread = _first(STRETCHES[slug][0])
    assert not statement.text[unread.start - 1].isspace()
    assert statement.text[unread.start : unread.start + 1] in ("", "\n", " ")


def test_slugs_are_unique_and_readable() -> None:
    slugs = [mistake.slug for mistake in MISTAKES]
    assert len(set(slugs)) == len(slugs)
    assert all(slug.replace("-", "").isalpha() and slug.islower() for slug in slugs)


def test_every_mistake_has_snippets_that_are_statements() -> None:
    for mistake in MISTAKES:
        assert mistake.snippets
        assert all(snippet.endswith("\n") and not snippet[0].isspace() for snippet in mistake.snippets)


@pytest.mark.parametrize(("slug", "line"), _broken_property_lines())
def test_a_broken_line_spoils_no_other_line_of_its_statement(slug: str, line: str) -> None:
    whole = f'objective first "First"\n    serves care\n{line}\n    owner it  # who answers\n    note "last"\n'
    (statement,) = _document(whole).statements
    assert [unread.mistake for unread in statement.unread] == [slug]
    assert statement.head is not None
    assert statement.head.name.text == "first"
    assert [item.keyword.text for item in statement.properties] == ["serves", "owner", "note"]
    unread = statement.unread[0]
    assert whole[unread.line_start : unread.line_end] == line


def test_what_follows_an_indented_statement_is_not_given_to_the_one_above() -> None:
    whole = 'objective first "First"\n    serves care\n    means second "Second"\n    serves first\n    owner it\n'
    (statement,) = _document(whole).statements
    assert [unread.mistake for unread in statement.unread] == ["indented-statement"]
    assert [item.keyword.text for item in statement.properties] == ["serves"]
    assert statement.unread[0].line_end == len(whole) - 1


@pytest.mark.parametrize(("slug", "snippet"), [each for each in SNIPPETS if each[1].count("\n") == 1])
def test_a_broken_first_line_spoils_no_property(slug: str, snippet: str) -> None:
    (statement,) = _document(f'{snippet}    serves care\n    note "kept"\n').statements
    assert statement.head is None
    assert [unread.mistake for unread in statement.unread] == [slug]
    assert [item.keyword.text for item in statement.properties] == ["serves", "note"]


@pytest.mark.parametrize(("slug", "snippet"), SNIPPETS)
def test_a_mistake_spoils_no_statement_above_or_below(slug: str, snippet: str) -> None:
    document = _document(f'value calm "Calm"\n    note "above"\n{snippet}unit it "IT"\n    note "below"\n')
    first, *_, last = document.statements
    for statement, name in ((first, "calm"), (last, "it")):
        assert statement.unread == (), slug
        assert statement.head is not None
        assert statement.head.name.text == name
        assert len(statement.properties) == 1
    unclosed = [
        index
        for index, statement in enumerate(document.statements)
        if any(line.mistake == "unclosed-text" for line in statement.unread)
    ]
    assert len(document.pieces) - 1 not in swallowed(document.pieces, unclosed)


def test_a_bad_escape_in_a_text_that_is_closed_hides_no_statement_below() -> None:
    document = _document('value v\n    note """half\n      is 50\\%\n    """\n    owner it\ngoal care\ngoal sales\n')
    assert [unread.mistake for each in document.statements for unread in each.unread] == [
        "bad-escape",
        "unknown-kind",
        "unknown-kind",
    ]
    findings = analyse([document.source]).findings
    assert [finding.place.line for finding in findings if finding.rule == "syntax-error"] == [3, 6, 7]


def test_a_bad_escape_in_a_text_that_is_not_closed_leaves_no_line_out() -> None:
    (statement,) = _document('means m\n    note """half\n      is 50\\% of\n      it\n    serves v\n').statements
    (unread,) = statement.unread
    assert unread.mistake == "unclosed-text"
    assert unread.line_end == len(statement.text)


def test_a_text_that_is_closed_and_stands_where_none_may_is_not_called_unclosed() -> None:
    statement, unread = _first('means m\n    since """2027"""\n')
    assert (unread.mistake, statement.text[unread.start : unread.end]) == ("quotes-around-word", '"""2027"""')


def test_several_mistakes_in_one_statement_are_each_told() -> None:
    (statement,) = _document("goal care\n    servs it\n    serves calm\n    since\n    owner it it\n").statements
    assert [unread.mistake for unread in statement.unread] == [
        "unknown-kind",
        "unknown-property",
        "missing-value",
        "missing-comma",
    ]
    assert [item.keyword.text for item in statement.properties] == ["serves"]


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("goal care", "say `objective`"),
        ("Vision care", "say `value`"),
        ("obiective care", "say `objective`"),
        ("capability care", "say `asset`"),
        ("means m\n    contributes-to care", "say `serves`"),
        ("means m\n    depends-on care", "say `needs`"),
        ("means m\n    conflicts-with care", "say `hinders`"),
        ('means m\n    kpi "x"', "say `measure`"),
        ("means m\n    who it", "say `owner`"),
        ("means m\n    servs care", "say `serves`"),
        ('objective o\n    measure "x" frm 3', "say `from`"),
        ('objective o\n    measure "x" until 2027', "say `by`"),
        ("means client care", 'say `means client-care "client care"`'),
        ("means m\n    because it is time  # now", 'say `because "it is time"`'),
        ("means m\nserves care", "indent it under its statement"),
    ],
)
def test_the_hint_offers_the_word_that_was_meant(line: str, offered: str) -> None:
    (unread,) = [unread for statement in _document(f"{line}\n").statements for unread in statement.unread]
    assert unread.hint == offered
