"""goalgraph and its rules, as SARIF describes a tool."""

from functools import cache
from typing import Any

from goalgraph import __version__
from goalgraph.finding import Severity
from goalgraph.output.plain import NAME
from goalgraph.rules.catalogue import RULES
from goalgraph.rules.rule import Rule

# SARIF wants an address. A name for goalgraph does until it has a home.
_ABOUT = "urn:goalgraph:about"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


def tool(*, with_rules: bool) -> dict[str, Any]:
    """The tool. All rules are told, so that a reader sees what was looked for."""
    driver: dict[str, Any] = {
        "name": NAME,
        "informationUri": _ABOUT,
        "version": __version__,
        "semanticVersion": __version__,
    }
    if with_rules:
        driver["rules"] = [_described(rule) for rule in RULES]
    return {"driver": driver}


@cache
def _indices() -> dict[str, int]:
    return {rule.slug: index for index, rule in enumerate(RULES)}


def rule_index(slug: str) -> int:
    """The number of a rule among all."""
    return _indices()[slug]


def _described(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.slug,
        "name": _name(rule),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} Why it matters: {rule.why}."},
        "help": {"text": rule.page, "markdown": rule.page},
        "defaultConfiguration": {"level": LEVELS[rule.severity], "enabled": rule.severity is not Severity.OFF},
        "properties": {"tags": ["strategy", rule.family]},
    }


def _name(rule: Rule) -> str:
    """The slug in PascalCase; a slug of one word with its family, since a name has to be another than the id."""
    words = rule.slug.split("-")
    return "".join(word.capitalize() for word in (words if len(words) > 1 else [rule.family, *words]))
