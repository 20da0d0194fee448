"""What can be set: how grave each rule is, what makes lint fail, how large a file may be."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from goalgraph.finding import Severity


@dataclass(frozen=True, slots=True)
class Config:
    """Settings. `severities` are by slug and override a rule's default; `size_limit` is in bytes."""

    severities: Mapping[str, Severity] = field(default_factory=dict)
    fail_level: Severity = Severity.ERROR
    size_limit: int = 20_000_000
