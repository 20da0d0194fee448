"""The page of all rules, `docs/rules.md`, made of the catalogue."""

from importlib import import_module
from itertools import groupby
from pathlib import Path

from goalgraph.rules.catalogue import RULES
from goalgraph.rules.rule import Rule

_PACKAGE = Path(__file__).parent.parent
_HEAD = """\
# The rules

<!-- Made by goalgraph/output/rules_page.py; a test tells when it is to be made again. -->

Each rule has a page of its own: why it matters, what to avoid, what to prefer, and when the finding may stand.
`goalgraph rule SLUG` prints it, and `goalgraph rule` prints the list below.

An `error` makes `goalgraph lint` exit with 1; with `--fail-level warning` a `warning` does so too. One cause gives one
finding: see [concepts](concepts.md#one-cause-one-finding).
"""


def render() -> str:
    """Every rule in a table for each family, in the order of the catalogue."""
    parts = [_HEAD]
    for family, rules in groupby(RULES, key=lambda each: each.family):
        about = (import_module(f"goalgraph.rules.{family}").__doc__ or "").strip()
        rows = "".join(map(_row, rules))
        parts.append(f"## {family}\n\n{about}\n\n| rule | default | what it finds |\n|---|---|---|\n{rows}")
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    page = rule.page_path.relative_to(_PACKAGE).as_posix()
    return f"| [{rule.slug}](../goalgraph/{page}) | {rule.severity.word} | {rule.summary} |\n"
