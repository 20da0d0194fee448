"""Keys and values of a TOML text are found where they stand."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goalgraph.configuration.toml_places import Key, places

TEXTS = [
    "",
    "# only a comment [x] = {}\n",
    "a = 1",
    "a = 1\r\n\"b.c\" = 'x # y'\r\n",
    'a.b.c = "x"\na . "d e" = [1, 2, # three\n 3,\n]\n',
    '[a]\nb = { c = 1, d.e = [ { f = "]" } ], "g" = {} }\n[a.h]\nb = 2\n',
    "[[t]]\nx = 1\n[[t]]\nx = 2\n[t.u]\ny = 3\n[[t.v]]\nz = 4\n[[t.v]]\nz = 5\n",
    'a = """\nx = 1 # no\n"quoted" \\""""\nb = \'\'\'\n[c]\n\'\'\'\nd = 2\n',
    "a = 1979-05-27 07:32:00\nb = 1979-05-27T07:32:00Z # c\nc = [ 07:32:00 , 1979-05-27 ]\nd = -1_000.5e3\n",
    '[tool.goalgraph]\nexclude = ["a", "b"]\n[tool.goalgraph.per-path."x/**"]\nno-why = "off"\n[tool.ruff]\nx = true\n',
    '"" = 1\n',
    '"é" = "ü"\n',
]


def _values(table: Any, key: Key = ()) -> Iterator[tuple[Key, Any]]:
    if isinstance(table, dict):
        for name, value in table.items():
            yield from _values(value, (*key, name))
    elif isinstance(table, list):
        for index, value in enumerate(table):
            yield from _values(value, (*key, index))
    else:
        yield key, table


@pytest.mark.parametrize("text", TEXTS)
def test_what_stands_at_the_place_of_a_value_is_the_value(text: str) -> None:
    found = places(text)
    expected = dict(_values(tomllib.loads(text)))
    assert {key for key in found.values if key in expected} == set(expected)
    for key, value in expected.items():
        start, end = found.values[key]
        assert tomllib.loads(f"x = {text[start:end]}\n") == {"x": value}


@pytest.mark.parametrize("text", TEXTS)
def test_what_stands_at_the_place_of_a_key_is_its_last_part(text: str) -> None:
    found = places(text)
    assert found.keys or not tomllib.loads(text)
    for key, (start, end) in found.keys.items():
        assert list(tomllib.loads(f"{text[start:end]} = 1")) == [key[-1]]


_names = st.text(alphabet='abc-_. "#=[]é\t', min_size=1, max_size=6)
_texts = st.text(alphabet='ab "\\#=[]{},\né', max_size=8)
_leaves = st.integers() | st.booleans() | _texts


def _toml(value: Any) -> str:
    import json

    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(name)} = {_toml(each)}" for name, each in value.items()) + " }"
    if isinstance(value, list):
        return "[ " + ",\n".join(map(_toml, value)) + " ]"
    return json.dumps(value)


@given(
    st.dictionaries(
        _names, st.recursive(_leaves, lambda inner: st.lists(inner) | st.dictionaries(_names, inner), max_leaves=8)
    )
)
def test_any_document_is_found_whole(document: dict[str, Any]) -> None:
    import json

    text = "".join(f"{json.dumps(name)} = {_toml(value)} # x\n" for name, value in document.items())
    found = places(text)
    for key, value in _values(tomllib.loads(text)):
        start, end = found.values[key]
        assert tomllib.loads(f"x = {text[start:end]}\n") == {"x": value}
