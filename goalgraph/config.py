"""What can be set: how grave each rule is, what makes lint fail, how large a file may be, how long is searched."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from goalgraph.finding import Severity


class Config(NamedTuple):
    """Settings. `severities` are by slug and override a rule's default; `size_limit` is in bytes.

    `time_limit` is in seconds: how long is searched for the smallest cuts of a map's loops.
    """

    severities: Mapping[str, Severity] = MappingProxyType({})
    fail_level: Severity = Severity.ERROR
    size_limit: int = 20_000_000
    time_limit: float = 10.0
