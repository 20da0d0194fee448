"""Findings as lines of JSON: each follows the schema, and together they say what `json` says."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import goalgraph.output
from goalgraph.output import json_format, json_lines
from goalgraph.output.verdict import Verdict
from tests.output.verdicts import documents, hostile

_FOLDER = Path(goalgraph.output.__path__[0], "schema")
_LINT, SCHEMA = (json.loads((_FOLDER / name).read_text(encoding="utf-8")) for name in ("lint-1.json", "lines-1.json"))
_REGISTRY: Registry[Any] = Registry().with_resource(_LINT["$id"], Resource.from_contents(_LINT))
VALIDATOR = Draft202012Validator(SCHEMA, registry=_REGISTRY)


def lines(verdict: Verdict) -> list[dict[str, Any]]:
    written = json_lines.render(verdict)
    assert written.endswith("}\n")
    read = [json.loads(line) for line in written.removesuffix("\n").split("\n")]
    for each in read:
        VALIDATOR.validate(each)
    return read


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"] == json_lines.SCHEMA
    assert not VALIDATOR.is_valid({})
    assert not VALIDATOR.is_valid({"rule": "no-why"})


@pytest.mark.parametrize("name", sorted(documents()))
def test_lines_say_what_the_document_says(name: str) -> None:
    verdict = documents()[name]
    document = json.loads(json_format.render(verdict))
    *findings, last = lines(verdict)
    assert findings == document["findings"]
    assert (last["summary"], last["unchecked"]) == (document["summary"], document["unchecked"])
    assert (last["$schema"], last["version"]) == ("urn:goalgraph:schema:lines:1", 1)


def test_what_does_not_count_is_kept_and_marked() -> None:
    silenced = [each for each in lines(hostile()) if "silence" in each]
    assert len(silenced) == len(hostile().silenced) > 0
    assert {each["silence"]["by"] for each in silenced} == {"ignore"}


def test_no_line_holds_what_a_terminal_obeys() -> None:
    written = json_lines.render(hostile())
    assert not [character for character in "\x1b\x07\x85\u202e\u2028\r" if character in written]
    assert len(written.splitlines()) == len(hostile().all_findings) + 1


def test_a_failure_is_one_valid_line() -> None:
    (line,) = json_lines.render_failure('ValueError: "a\nb" \u202e').splitlines()
    read = json.loads(line)
    VALIDATOR.validate(read)
    assert read["failure"] == 'ValueError: "a\nb" \u202e'
