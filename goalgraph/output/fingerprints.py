"""What a finding is known by from run to run, though lines move, files are renamed or are read in another order."""

import json
from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from goalgraph.finding import Finding
from goalgraph.output.verdict import Verdict


def fingerprints(verdict: Verdict, findings: Sequence[Finding]) -> list[str]:
    """The fingerprint of each finding, all different.

    It is made of the name of the map's strategy, the rule, the elements and what else tells findings apart. Where
    these are the same, findings are numbered in the order of what they say, never of where they stand.
    """
    strategies: dict[str, str] = {}
    for analysis in verdict.analyses:
        strategy = analysis.map.strategy
        strategies |= dict.fromkeys(analysis.paths, strategy.name if strategy else "")
    alike: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, finding in enumerate(findings):
        alike[strategies.get(finding.place.path, ""), finding.identity].append(index)
    found = [""] * len(findings)
    for known, indices in alike.items():
        indices.sort(key=lambda index: (findings[index].message, findings[index].place.text))
        for number, index in enumerate(indices):
            text = json.dumps([*known, number] if number else known)
            found[index] = sha256(text.encode()).hexdigest()[:32]
    return found
