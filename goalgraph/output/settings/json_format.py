"""What is in force as JSON, for programs: see `goalgraph/output/schema/config-1.json`."""

from typing import Any

from goalgraph.output.json_format import dump, place_of
from goalgraph.output.settings.view import InForce, RuleSetting
from goalgraph.source import Span

SCHEMA = "urn:goalgraph:schema:config:1"


def render(found: InForce) -> str:
    """Every setting with its values and whence they come; null stands for the default."""
    return dump(
        SCHEMA,
        {
            "file": found.file,
            "settings": [
                {"key": setting.key, "values": list(setting.values), "from": _from(setting.place)}
                for setting in found.settings
            ],
            "rules": [_rule(rule) for rule in found.rules],
            "paths": [{"pattern": path.pattern, "rules": [_rule(rule) for rule in path.rules]} for path in found.paths],
        },
    )


def _rule(rule: RuleSetting) -> dict[str, Any]:
    return {"rule": rule.slug, "severity": rule.severity, "said_of": rule.said_of, "from": _from(rule.place)}


def _from(place: Span | None) -> dict[str, Any] | None:
    return place_of(place) if place else None
