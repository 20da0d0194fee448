"""Renaming all elements renames the findings and changes nothing else."""

import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from goalgraph.analysis import analyse
from goalgraph.source import Source
from tests.laws.maps import NAMES, Map, maps, text_of

# As long as the names they replace, so that even the places stay; and no part of a title or of any message.
OTHERS = ("qa", "qb", "qc", "qd", "qe", "qf", "qg", "qh", "qi", "qj0", "qk0", "ql0")
_NAME = re.compile("|".join(rf"(?<![\w.\-]){name}(?![\w.\-])" for name in (*NAMES, *OTHERS)))


def _renamed(text: str, names: dict[str, str]) -> str:
    return _NAME.sub(lambda match: names.get(match[0], match[0]), text)


def _told(text: str) -> list[str]:
    """Every finding with all its words and places, as one text each."""
    findings = analyse([Source("map.strat", text)]).findings
    return [repr(_plain(finding)) for finding in findings]


def _plain(node: Any) -> Any:
    """A finding without its sources, which are no part of what it says."""
    if isinstance(node, Source):
        return node.path
    if isinstance(node, tuple):
        return tuple(_plain(each) for each in node)
    return node


def _ordered(told: list[str]) -> list[str]:
    """Two findings of one rule at one place are in order of their words, in which names stand."""
    return sorted(told)


@given(maps(least=2, least_links=4), st.permutations(OTHERS[:8]))
def test_other_names_rename_the_findings_and_nothing_else(elements: Map, others: list[str]) -> None:
    names = dict(zip(NAMES, others, strict=False))
    text = text_of(elements)
    assert _ordered(_told(_renamed(text, names))) == _ordered([_renamed(each, names) for each in _told(text)])


@given(maps(least=2, least_links=4), st.permutations(NAMES[:8]))
def test_names_may_change_places(elements: Map, others: list[str]) -> None:
    names = dict(zip(NAMES, others, strict=False))
    text = text_of(elements)
    assert _ordered(_told(_renamed(text, names))) == _ordered([_renamed(each, names) for each in _told(text)])
