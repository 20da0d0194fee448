"""Whatever stands in a configuration or in an ignore, it is read or told, at a place in its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalgraph.analysis import analyse
from goalgraph.config import Config
from goalgraph.configuration.mistakes import BadConfigError
from goalgraph.configuration.reading import read_config
from goalgraph.rules.catalogue import RULES
from goalgraph.source import Source

_KEYS = st.sampled_from(
    [
        "fail-level",
        "exclude",
        "size-limit",
        "today",
        "rules",
        "per-path",
        "words",
        "words.without",
        "tool",
        "rules.no-why",
    ]
)
_VALUES = st.sampled_from(
    ['"error"', '"off"', "3", "-1", "[]", '["a"]', '["!"]', "[[1]]", "{}", '{ no-why = "off" }',
     '{ a = { b = "off" } }',
     "2026-01-01", "true", "1.5", '"20 MB"', "nan", '"""\nx"""', '{ activities = ["a", ""] }']
)  # fmt: skip
_ENTRIES = st.builds("{} = {}".format, _KEYS, _VALUES)
_TABLES = st.sampled_from(
    ["[rules]", "[words]", "[words.without]", '[per-path."a"]', "[[per-path]]", "[tool.goalgraph]"]
)
_LINES = st.lists(_ENTRIES | _TABLES | st.text(max_size=12), max_size=6).map("\n".join)


@given(_LINES, st.sampled_from([(), ("tool", "goalgraph")]))
def test_a_configuration_is_read_or_every_mistake_is_told_in_its_text(text: str, table: tuple[str, ...]) -> None:
    source = Source("goalgraph.toml", text)
    try:
        read = read_config(source, table)
    except BadConfigError as error:
        mistakes = error.mistakes
    else:
        assert isinstance(read.config, Config)
        assert all(0 <= place.start < place.end <= len(text) for place in read.places.values())
        return
    assert mistakes
    for mistake in mistakes:
        assert mistake.place.source is source
        assert 0 <= mistake.place.start <= mistake.place.end <= len(text)
        assert mistake.message.strip()


_PARTS = st.sampled_from(
    ["#", " ", "goalgraph", ":", "ignore ", *(rule.slug for rule in RULES), ",", 'because "', '"', "\\",
     "until ", "2026-01",
     "\n", "    ", "means x", "serves x", '"""', "\r\n", "é", "\t"]
)  # fmt: skip


@given(st.lists(_PARTS, max_size=30).map("".join))
@pytest.mark.parametrize("head", ["", "means a\n    serves a\n"])
def test_whatever_an_ignore_says_findings_are_told_in_the_text(head: str, text: str) -> None:
    text = head + "# goalgraph: ignore " + text
    analysis = analyse([Source("map.strat", text)])
    for finding in (*analysis.findings, *analysis.silenced):
        for place in finding.places():
            assert 0 <= place.start <= place.end <= len(text)
        if finding.silence and finding.silence.place:
            assert "goalgraph" in finding.silence.place.text
    plain = analyse([Source("map.strat", text.replace("goalgraph", "nobody"))])
    told = sorted(finding.rule for finding in (*analysis.findings, *analysis.silenced) if "ignore" not in finding.rule)
    assert told == sorted(finding.rule for finding in plain.findings)
