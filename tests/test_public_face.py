"""The names that programs may rely on."""

import subprocess
import sys

import pytest

import goalgraph

FACE = [
    "Analysis",
    "Config",
    "Finding",
    "PurposeGraph",
    "Severity",
    "Source",
    "Span",
    "StrategyMap",
    "Workspace",
    "analyse",
    "parse",
]


def test_the_public_names_are_these() -> None:
    assert goalgraph.__all__ == FACE


@pytest.mark.parametrize("name", FACE)
def test_a_public_name_is_imported_from_the_package_and_bears_its_name(name: str) -> None:
    code = f"from goalgraph import {name}; print({name}.__name__, {name}.__module__.split('.')[0])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == f"{name} goalgraph\n"


def test_a_star_import_brings_the_public_names() -> None:
    names: dict[str, object] = {}
    exec("from goalgraph import *", names)
    assert sorted(names.keys() - {"__builtins__"}) == FACE


@pytest.mark.parametrize("name", ["Rule", "lint", "__path_of__", "analysis_"])
def test_any_other_name_is_an_attribute_error_that_says_so(name: str) -> None:
    with pytest.raises(AttributeError, match=f"module 'goalgraph' has no attribute '{name}'"):
        getattr(goalgraph, name)


def test_what_is_not_there_can_be_asked_for() -> None:
    assert not hasattr(goalgraph, "Nothing")
    assert getattr(goalgraph, "Nothing", None) is None


def test_the_public_names_do_together_what_the_command_does() -> None:
    source = goalgraph.Source("map.strat", 'means tool "Tool"\n')
    analysis = goalgraph.analyse([source], goalgraph.Config())
    assert isinstance(analysis, goalgraph.Analysis)
    assert isinstance(analysis.map, goalgraph.StrategyMap)
    assert isinstance(analysis.graph, goalgraph.PurposeGraph)
    (finding,) = analysis.findings
    assert isinstance(finding, goalgraph.Finding)
    assert finding.severity is goalgraph.Severity.ERROR
    assert finding.place == goalgraph.Span(source, 6, 10)
    assert [placed.start for placed in goalgraph.parse(source).placed] == [0]


def test_the_package_is_imported_without_any_of_its_parts() -> None:
    code = "import sys, goalgraph; print([name for name in sys.modules if name.startswith('goalgraph.')])"
    assert subprocess.check_output([sys.executable, "-c", code], text=True) == "[]\n"
